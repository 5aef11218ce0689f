// One desk, every channel: a customer by SMS, in Teams, in Slack and in the web chat is taken over, talked to and given back
// in the same way; what a channel cannot do is said to the colleague, never hidden.
import assert from 'node:assert/strict';
import { startTeamsEmulator, type TeamsEmulator } from '../../emulators/teams/index.ts';
import { startTwilioEmulator, type TwilioEmulator } from '../../emulators/twilio/index.ts';
import { laneIdOf } from '../../models/activity.ts';
import type { Case } from '../../models/case.ts';
import { ANA, DESK, eventually, MAYA, type SlackStage, startSlackStage } from '../support/slack-stage.ts';

const PHONE = '+15557654321';
/** One white dot. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4////fwAJ+wP9CNHoHgAAAABJRU5ErkJggg==';
const CHANNELS = ['web', 'sms', 'teams', 'slack'] as const;
type Name = (typeof CHANNELS)[number];

describe('one desk for every channel', function () {
  this.timeout(60_000);
  let stage: SlackStage;
  let twilio: TwilioEmulator;
  let teams: TeamsEmulator;
  let count = 0;

  beforeEach(async () => {
    twilio = await startTwilioEmulator();
    teams = await startTeamsEmulator();
    stage = await startSlackStage({
      env: { ...twilio.env, ...teams.env },
      settings: (settings) => ({ ...settings, desk: { ...settings.desk, undoSeconds: 0 } }),
    });
    twilio.pointTo(`${stage.origins[0]}/hooks/sms`);
    teams.pointTo(`${stage.origins[0]}/hooks/teams`);
  });
  afterEach(async () => {
    await stage.remove();
    await twilio.stop();
    await teams.stop();
  });

  const says: Record<Name, (text: string) => Promise<unknown>> = {
    web: (text) => {
      count += 1;
      const activity = { type: 'message' as const, id: `w${count}`, timestamp: new Date(), from: { id: 'w' }, text };
      const reference = { channel: 'web', accountId: 'default', nativeId: 'w', customer: { id: 'w' } };
      return stage.apps[0]!.receive(reference, { key: `w${count}`, kind: 'message', receivedAt: new Date(), activity });
    },
    sms: (text) => twilio.write({ phone: PHONE, text }),
    teams: (text) => teams.write({ user: { id: 'maya-aad', name: 'Maya' }, text }),
    slack: (text) => stage.slack.people.write({ user: MAYA, to: 'dm', text }),
  };
  /** What the customer has in front of them now, in that network. */
  const sees: Record<Name, () => Promise<string[]>> = {
    web: async () => {
      const laneId = 'web|default|w';
      const lane = await stage.connection.collection('lanes').findOne({ _id: laneId } as never);
      const stored = await stage.connection.collection('messages').find({ laneId }).toArray();
      const rows = [...stored, ...((lane?.pendingMessages as unknown[]) ?? [])] as {
        role: string;
        activity: { text?: string };
      }[];
      return rows.filter((row) => row.role === 'bot' || row.role === 'staff').map((row) => row.activity.text ?? '');
    },
    sms: async () => twilio.messages.filter((one) => one.direction === 'outbound-api').map((one) => one.body),
    teams: async () => teams.posts.filter((post) => post.from === 'bot').map((post) => JSON.stringify(post.activity)),
    slack: async () =>
      stage
        .direct(MAYA)
        .filter((post) => post.user !== MAYA)
        .map((post) => post.text),
  };
  const heard = (name: Name, part: string) =>
    eventually(async () => {
      const all = await sees[name]();
      assert.ok(
        all.some((text) => text.includes(part)),
        `${part} is not in: ${all.join(' | ').slice(0, 600)}`,
      );
    }, 12_000);
  const press = (action: string) => stage.slack.people.press({ user: ANA, channel: DESK, ts: stage.card().ts, action });
  const write = async (text: string) =>
    (await stage.slack.people.write({ user: ANA, to: DESK, text, threadTs: stage.card().ts })).ts;
  const inThread = (part: string) =>
    eventually(() => {
      const found = stage.thread(stage.card().ts).find((post) => post.text.includes(part));
      assert.ok(
        found,
        stage
          .thread(stage.card().ts)
          .map((post) => post.text)
          .join(' | '),
      );
      return found;
    }, 12_000);
  const signs = (ts: string) =>
    (stage.slack.workspace.find(DESK, ts)?.reactions ?? [])
      .filter((one) => one.users.length > 0)
      .map((one) => one.name);

  async function takeOver(name: Name): Promise<Case> {
    await says[name]('A person please');
    await heard(name, 'bringing in a colleague');
    await eventually(() => JSON.stringify(stage.card().blocks).includes('case:claim'));
    await press('case:claim');
    await heard(name, 'Ana has joined');
    await eventually(() => JSON.stringify(stage.card().blocks).includes('case:resolve'));
    return (await stage.cases())[0]!;
  }

  for (const name of CHANNELS) {
    it(`${name}: taken over, talked both ways, given back`, async () => {
      const subject = await takeOver(name);
      assert.equal(subject.conversation.channel, name);
      const ts = await write('Hello, **Ana** here.');
      await heard(name, 'here.');
      await eventually(() => assert.ok(signs(ts).some((sign) => ['envelope', 'white_check_mark'].includes(sign))));
      await says[name]('my parcel is empty');
      const line = await inThread('my parcel is empty');
      assert.match(line.username ?? '', /\(customer\)/);
      await write('! INNER-1 word');
      await stage.slack.people.react({ user: ANA, channel: DESK, ts: stage.card().ts, name: 'white_check_mark' });
      await heard(name, 'has closed this case');
      await says[name]('Where is my order ORD-12345?');
      await heard(name, 'ORD-12345');
      assert.ok(!(await sees[name]()).some((text) => text.includes('INNER-1')));
      const lane = await stage.connection.collection('lanes').findOne({ _id: laneIdOf(subject.conversation) } as never);
      assert.equal(lane?.owner, 'bot');
    });

    it(`${name}: a correction is carried, or the colleague hears that it cannot be`, async () => {
      await takeOver(name);
      const ts = await write('It costs 10 euros');
      await heard(name, '10 euros');
      await eventually(() => assert.ok(signs(ts).length > 0));
      await stage.slack.people.edit({ channel: DESK, ts, text: 'It costs 12 euros' });
      if (name === 'slack' || name === 'teams') {
        await heard(name, '12 euros');
        assert.ok(!(await sees[name]()).some((text) => text.includes('10 euros')));
        await stage.slack.people.remove({ channel: DESK, ts });
        await eventually(async () => assert.ok(!(await sees[name]()).some((text) => text.includes('12 euros'))));
        return;
      }
      await eventually(() => assert.ok(stage.whispers(ANA).some((text) => text.includes('cannot be changed'))));
      assert.ok(!(await sees[name]()).some((text) => text.includes('12 euros')));
    });
  }

  const file = { name: 'label.png', type: 'image/png', base64: PNG };

  it('carries files both ways', async () => {
    await takeOver('sms');
    await stage.slack.people.write({ user: ANA, to: DESK, text: 'Your label', threadTs: stage.card().ts, file });
    await heard('sms', 'Your label');
    const sent = await eventually(() => {
      const found = twilio.messages.find((one) => one.direction === 'outbound-api' && one.body.includes('Your label'));
      assert.ok(found);
      return found;
    });
    const link = sent.media[0] ?? /https?:\S+/.exec(sent.body)?.[0];
    assert.ok(link, `neither a picture nor a link: ${sent.body}`);
    assert.equal(Buffer.from(await (await fetch(link)).arrayBuffer()).toString('base64'), PNG);
    await twilio.write({ phone: PHONE, text: 'this one', media: [{ type: 'image/png', base64: PNG }] });
    const line = await inThread('this one');
    const theirs = /<(https?:[^|>]+)\|/.exec(line.text)?.[1];
    assert.ok(theirs, `no link to the file in: ${line.text}`);
    assert.equal(Buffer.from(await (await fetch(theirs)).arrayBuffer()).toString('base64'), PNG);
  });

  it('sms: shows what was really sent, and says that STOP blocks it', async () => {
    await takeOver('sms');
    await write('Here is a **bold** word');
    await heard('sms', 'Here is a bold word');
    await inThread('What the customer got (1 segment): Here is a bold word');
    await twilio.write({ phone: PHONE, text: 'STOP' });
    await inThread('asked for no further messages');
    const ts = await write('Are you there?');
    await eventually(() => assert.ok(signs(ts).includes('no_entry_sign'), signs(ts).join()), 12_000);
    await eventually(() => assert.ok(stage.whispers(ANA).some((text) => text.includes('did not reach the customer'))));
    assert.ok(!(await sees.sms()).some((text) => text.includes('Are you there?')));
  });
});
