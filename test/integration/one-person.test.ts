// One person, several channels: known to the shop by number, by the address in Teams or Slack, or signed in on the web. What was
// spoken of and the open case come along, and the bot says so; money and private data still want proof.
import assert from 'node:assert/strict';
import { startSlackEmulator } from '../../emulators/slack/index.ts';
import { startTeamsEmulator } from '../../emulators/teams/index.ts';
import { startTwilioEmulator } from '../../emulators/twilio/index.ts';
import { type AppStage, eventually, startApp } from '../support/app-stage.ts';

/** Maya Lindqvist of the demo shop. */
const PHONE = '+15551000000';
const EMAIL = 'maya@example.com';
const MAYA = { shopCustomerId: 'CUS-1001', name: 'Maya Lindqvist' };

describe('one person over several channels', function () {
  this.timeout(60_000);
  let twilio: Awaited<ReturnType<typeof startTwilioEmulator>>;
  let teams: Awaited<ReturnType<typeof startTeamsEmulator>>;
  let slack: Awaited<ReturnType<typeof startSlackEmulator>>;
  let app: AppStage;

  beforeEach(async () => {
    [twilio, teams, slack] = await Promise.all([startTwilioEmulator(), startTeamsEmulator(), startSlackEmulator()]);
    app = await startApp({ ...twilio.env, ...teams.env, ...slack.env });
    twilio.pointTo(`${app.origin}/hooks/sms`);
    teams.pointTo(`${app.origin}/hooks/teams`);
    slack.pointTo(`${app.origin}/hooks/slack`);
  });
  afterEach(async () => {
    await app.remove();
    await Promise.all([twilio.stop(), teams.stop(), slack.stop()]);
  });

  const saidOnWeb = async (userId: string): Promise<string[]> =>
    (await app.rows('messages'))
      .concat(
        ((await app.rows('lanes')) as { pendingMessages?: Record<string, unknown>[] }[]).flatMap(
          (lane) => lane.pendingMessages ?? [],
        ),
      )
      .filter((row) => row.role === 'bot' && row.laneId === `web|default|c-${userId}`)
      .map((row) => (row.activity as { text: string }).text);
  const hearsOnWeb = (userId: string, part: string) =>
    eventually(async () => {
      const said = await saidOnWeb(userId);
      assert.ok(
        said.some((text) => text.includes(part)),
        `not said: «${part}» in ${JSON.stringify(said)}`,
      );
    });
  const texts = () => twilio.messages.filter((one) => one.direction === 'outbound-api').map((one) => one.body);
  const hearsByText = (part: string) =>
    eventually(() =>
      assert.ok(
        texts().some((text) => text.includes(part)),
        `not sent: «${part}» in ${JSON.stringify(texts())}`,
      ),
    );
  const caseNow = async () => {
    const lane = (await app.rows('lanes')).find((one) => one.kind === 'case');
    return lane?.state as
      | { id: string; status: string; conversation: { channel: string }; others?: unknown[] }
      | undefined;
  };

  it('goes on from SMS to the web: the order is remembered, and the bot says so', async () => {
    await twilio.write({ phone: PHONE, text: 'Where is my order ORD-12345?' });
    await hearsByText('ORD-12345 is in transit');
    await app.say('maya', 'hello', MAYA);
    await hearsOnWeb('maya', 'You were in touch by text message before, and I have that here.');
    await hearsOnWeb('maya', 'Last time we spoke of order ORD-12345. Shall we go on with that?');
  });

  it('keeps one open case, and its answers go to where the customer is now', async () => {
    await twilio.write({ phone: PHONE, text: 'A person please' });
    await hearsByText('ESC-');
    const opened = await eventually(async () => (await caseNow()) ?? assert.fail('no case'));
    await app.say('maya', 'do you have news about my case?', MAYA);
    await hearsOnWeb('maya', `Your case ${opened.id} is still open, and you can go on with it here.`);
    await eventually(async () => assert.equal((await caseNow())?.conversation.channel, 'web'));
    assert.equal((await app.rows('lanes')).filter((one) => one.kind === 'case').length, 1);
    await app.say('maya', 'A person please', MAYA);
    await hearsOnWeb('maya', opened.id);
    assert.equal((await app.rows('lanes')).filter((one) => one.kind === 'case').length, 1);
  });

  it('takes a number for a name and for nothing more: private data and money still want proof', async () => {
    await twilio.write({ phone: PHONE, text: 'Refund order ORD-12345 please' });
    await eventually(() => assert.ok(texts().length > 0));
    const lane = (await app.rows('lanes')).find((one) => one._id === `sms|default|${PHONE}`);
    const { contact, recognised } = lane!.state as { contact: object; recognised?: object };
    assert.deepEqual(recognised, { shopCustomerId: 'CUS-1001', name: 'Maya Lindqvist', by: 'phone' });
    assert.deepEqual(contact, { level: 'anonymous' });
    assert.ok(!texts().join(' ').includes('89.99'), texts().join(' '));
  });

  it('tells a mere number nothing of what was said by somebody who was signed in', async () => {
    await app.say('maya', 'Where is my order ORD-12345?', MAYA);
    await hearsOnWeb('maya', 'ORD-12345 is in transit');
    await twilio.write({ phone: PHONE, text: 'hello' });
    await eventually(() => assert.ok(texts().length > 0));
    assert.ok(!texts().join(' ').includes('ORD-12345'), texts().join(' '));
  });

  it('knows an address in Teams, as the tenant has it', async () => {
    await teams.write({ user: { id: 'maya-aad', name: 'Maya', email: EMAIL }, text: 'Where is my order ORD-12345?' });
    await eventually(() => assert.ok(teams.posts.some((post) => post.from === 'bot')));
    await app.say('maya', 'hi there', MAYA);
    await hearsOnWeb('maya', 'You were in touch in Teams before');
  });

  it('knows an address in Slack that the workspace has confirmed, and no other', async () => {
    await slack.people.write({ user: 'U0CUST001', to: 'dm', text: 'Where is my order ORD-12345?' });
    await slack.people.write({ user: 'U0BEN0001', to: 'dm', text: 'Where is my order ORD-12345?' });
    const recognisedIn = async (user: string) =>
      (await app.rows('lanes')).find((one) => String(one._id).includes(`:D${user.slice(1)}`))?.state as
        | { recognised?: { shopCustomerId: string }; introduced: boolean }
        | undefined;
    await eventually(async () =>
      assert.equal((await recognisedIn('U0CUST001'))?.recognised?.shopCustomerId, 'CUS-1001'),
    );
    await eventually(async () => assert.equal((await recognisedIn('U0BEN0001'))?.introduced, true));
    assert.equal((await recognisedIn('U0BEN0001'))?.recognised, undefined);
  });
});
