// Talking with a customer from a case's thread: taken back, corrected, deleted, sent on purpose, drafted. The customer writes
// in a direct message of the same Slack, so that what they see can be looked at.
import assert from 'node:assert/strict';
import { ANA, BEN, DESK, eventually, MAYA, type SlackStage, startSlackStage } from '../support/slack-stage.ts';

describe("the talk in a case's thread", function () {
  this.timeout(60_000);
  let stage: SlackStage;

  const open = async (undoSeconds: number) => {
    stage = await startSlackStage({
      settings: (settings) => ({
        ...settings,
        desk: {
          ...settings.desk,
          undoSeconds,
          savedReplies: [
            { name: 'Greeting', texts: { en: 'Hello {name}, {me} here about {case}.', de: 'Hallo {name}' } },
          ],
        },
      }),
    });
    await stage.slack.people.write({ user: MAYA, to: 'dm', text: 'A person please' });
    await eventually(() => JSON.stringify(stage.card().blocks).includes('case:claim'));
  };
  const claim = async () => {
    await press(ANA, 'case:claim');
    await heard('Ana has joined');
    await eventually(() => JSON.stringify(stage.card().blocks).includes('case:resolve'));
  };
  afterEach(() => stage.remove());

  const press = (user: string, action: string, option?: string, ts = stage.card().ts) =>
    stage.slack.people.press({ user, channel: DESK, ts, action, ...(option ? { option } : {}) });
  const write = async (user: string, text: string) =>
    (await stage.slack.people.write({ user, to: DESK, text, threadTs: stage.card().ts })).ts;
  const customerSees = () =>
    stage
      .direct(MAYA)
      .filter((post) => post.user !== MAYA)
      .map((post) => post.text);
  const heard = (part: string) =>
    eventually(
      () =>
        assert.ok(
          customerSees().some((text) => text.includes(part)),
          customerSees().join(' | '),
        ),
      12_000,
    );
  const signs = (ts: string) =>
    (stage.slack.workspace.find(DESK, ts)?.reactions ?? [])
      .filter((one) => one.users.length > 0)
      .map((one) => one.name);
  const whispered = (user: string, part: string) =>
    eventually(() =>
      assert.ok(
        stage.whispers(user).some((text) => text.includes(part)),
        stage.whispers(user).join(' | '),
      ),
    );
  const offer = (user: string, action: string) =>
    eventually(() => {
      const found = stage.slack.workspace.posts.findLast(
        (post) => post.only === user && JSON.stringify(post.blocks ?? []).includes(action),
      );
      assert.ok(found, `${user} has no ${action}`);
      return found;
    });

  it('lets words be taken back for five seconds', async () => {
    await open(5);
    await claim();
    const ts = await write(ANA, 'WRONG-1 price');
    await eventually(() => assert.deepEqual(signs(ts), ['hourglass_flowing_sand']));
    await press(ANA, 'case:undo', undefined, (await offer(ANA, 'case:undo')).ts);
    await eventually(() => assert.deepEqual(signs(ts), ['lock']));
    await write(ANA, 'RIGHT-1 price');
    await heard('RIGHT-1');
    assert.ok(!customerSees().some((text) => text.includes('WRONG-1')));
  });

  it('sends what a message says when its time is over, and nothing when it was deleted', async () => {
    await open(2);
    await claim();
    const first = await write(ANA, 'DRAFT-1 of it');
    const second = await write(ANA, 'GONE-1 of it');
    await stage.slack.people.edit({ channel: DESK, ts: first, text: 'FINAL-1 of it' });
    await stage.slack.people.remove({ channel: DESK, ts: second });
    await heard('FINAL-1');
    assert.ok(!customerSees().some((text) => /DRAFT-1|GONE-1/.test(text)));
    await eventually(() => assert.deepEqual(signs(first), ['envelope']));
  });

  it('shows what the customer edits and deletes, under their name', async () => {
    await open(0);
    await claim();
    const { ts, channel } = await stage.slack.people.write({ user: MAYA, to: 'dm', text: 'my parcel is empty' });
    const shown = (text: string) =>
      eventually(() => {
        const found = stage.thread(stage.card().ts).find((post) => post.text === text);
        assert.match(found?.username ?? '', /\(customer\)/, text);
      });
    await shown('my parcel is empty');
    await stage.slack.people.edit({ channel, ts, text: 'my parcel was open' });
    await shown('_(edited)_ my parcel was open');
    await stage.slack.people.remove({ channel, ts });
    await shown('_(deleted a message)_');
  });

  it('tells the customer who follows whom', async () => {
    await open(0);
    await claim();
    await press(ANA, 'case:assign');
    await stage.slack.people.submit({ user: ANA, fields: { to: BEN } });
    await heard('Ana has left this chat; Ben takes over from here.');
  });

  it('goes back to the bot with a word about what the bot must know', async () => {
    await open(0);
    await claim();
    await press(ANA, 'case:return');
    await stage.slack.people.submit({ user: ANA, fields: { promised: 'a call on Friday' } });
    await heard('My colleague has left this chat');
    const [subject] = await stage.cases();
    assert.deepEqual([subject!.status, subject!.closing?.promised], ['returned', 'a call on Friday']);
    await stage.slack.people.write({ user: MAYA, to: 'dm', text: 'Where is my order ORD-12345?' });
    await heard('ORD-12345 is in transit');
  });

  it('has a greeting in their language ready where there is no better draft', async () => {
    await open(0);
    await claim();
    await press(ANA, 'case:say');
    const form = await eventually(() => stage.slack.people.forms().findLast((one) => one.userId === ANA)!);
    assert.match(JSON.stringify(form.view), /this is Ana\. I have read everything/);
  });

  it('does not let anybody take back the words of somebody else', async () => {
    await open(3);
    await claim();
    await write(ANA, 'MINE-1 stays');
    const made = await offer(ANA, 'case:undo');
    made.only = BEN; // as if Ben had got hold of the button
    await press(BEN, 'case:undo', undefined, made.ts);
    await whispered(BEN, 'Too late');
    await heard('MINE-1');
  });

  it('says what waits before the case changes hands', async () => {
    await open(30);
    await claim();
    await write(ANA, 'LAST-1 word');
    await offer(ANA, 'case:undo');
    await stage.slack.people.react({ user: ANA, channel: DESK, ts: stage.card().ts, name: 'white_check_mark' });
    await heard('has closed this case');
    const seen = customerSees();
    assert.ok(
      seen.findIndex((text) => text.includes('LAST-1')) < seen.findIndex((text) => text.includes('has closed')),
    );
  });

  it('carries corrections and deletions to a network that can', async () => {
    await open(0);
    await claim();
    const ts = await write(ANA, 'It costs 10 euros');
    await heard('10 euros');
    await eventually(() => assert.deepEqual(signs(ts), ['envelope']));
    await stage.slack.people.edit({ channel: DESK, ts, text: 'It costs 12 euros' });
    await heard('12 euros');
    assert.ok(!customerSees().some((text) => text.includes('10 euros')), 'the old words are gone');
    await stage.slack.people.remove({ channel: DESK, ts });
    await eventually(() => assert.ok(!customerSees().some((text) => text.includes('12 euros'))));
  });

  it('carries no correction of what stayed inside, and none of a colleague who has it no more', async () => {
    await open(0);
    await claim();
    const inner = await write(ANA, '! SECRET-1 he sounds upset');
    await stage.slack.people.edit({ channel: DESK, ts: inner, text: 'SECRET-1 he sounds upset' });
    const out = await write(ANA, 'PLAIN-1 words');
    await heard('PLAIN-1');
    await press(ANA, 'case:release');
    await heard('Ana has left');
    await stage.slack.people.edit({ channel: DESK, ts: out, text: 'LATE-1 words' });
    await whispered(ANA, 'you do not have this case now');
    assert.ok(!customerSees().some((text) => /SECRET-1|LATE-1/.test(text)));
  });

  it('offers the claim to whoever answers a case that nobody has', async () => {
    await open(0);
    await write(BEN, 'Hello there');
    await press(BEN, 'case:claim', undefined, (await offer(BEN, 'case:claim')).ts);
    await heard('Ben has joined');
    assert.ok(!customerSees().some((text) => text.includes('Hello there')));
  });

  it('sends an inner word on purpose, from its own menu', async () => {
    await open(0);
    await claim();
    const ts = await write(BEN, '! ON-PURPOSE-1 we refund it');
    await stage.slack.people.shortcut({ user: BEN, channel: DESK, ts, callbackId: 'case_send' });
    await heard('ON-PURPOSE-1 we refund it');
  });

  it('opens saved and drafted replies in a form, filled in, and sends them only from there', async () => {
    await open(0);
    await claim();
    await press(ANA, 'case:say-saved', '0');
    assert.ok(!customerSees().some((text) => text.includes('Ana here')));
    await stage.slack.people.submit({ user: ANA, fields: { text: 'Hello Maya, Ana here, looked over.' } });
    await heard('looked over');
    await eventually(() => assert.ok(stage.thread(stage.card().ts).some((post) => post.text.includes('looked over'))));
  });
});
