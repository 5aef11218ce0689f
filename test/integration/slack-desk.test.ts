// From a customer's direct message to a card at the desk, a claim, a talk and back: the real product, the real SDK and
// real stores, with the Slack stand-in for the network.
import assert from 'node:assert/strict';
import { ANA, BEN, CLEO, DESK, eventually, MAYA, type SlackStage, startSlackStage } from '../support/slack-stage.ts';

describe('the desk in Slack', function () {
  this.timeout(60_000);
  let stage: SlackStage;

  beforeEach(async () => {
    stage = await startSlackStage();
  });
  afterEach(() => stage.remove());

  const say = (text: string, user = MAYA) => stage.slack.people.write({ user, to: 'dm', text });
  const inThread = (user: string, text: string, ts = stage.card().ts) =>
    stage.slack.people.write({ user, to: DESK, text, threadTs: ts });
  const press = (user: string, action: string, option?: string) =>
    stage.slack.people.press({ user, channel: DESK, ts: stage.card().ts, action, ...(option ? { option } : {}) });
  const heard = (part: string) =>
    eventually(() => {
      const found = stage.direct(MAYA).findLast((post) => post.user !== MAYA && post.text.includes(part));
      assert.ok(
        found,
        `the customer has not heard «${part}»: ${stage
          .direct(MAYA)
          .map((post) => post.text)
          .join(' | ')}`,
      );
      return found;
    });
  const cardSays = (part: string) =>
    eventually(() =>
      assert.ok(
        JSON.stringify(stage.card().blocks).includes(part),
        `the card does not say «${part}»: ${JSON.stringify(stage.card().blocks)}`,
      ),
    );

  async function openCase(): Promise<void> {
    await say('A person please');
    await heard("I'm bringing in a colleague");
    await cardSays('case:claim');
  }

  it('answers a direct message', async () => {
    await say('Where is my order ORD-12345?');
    await heard('ORD-12345 is in transit');
  });

  it('answers a mention in a channel in its thread, once, though it comes as two events', async () => {
    const { ts } = await stage.slack.people.write({
      user: MAYA,
      to: 'C0SHOP001',
      text: '<@UBOT00001> where is my order ORD-12345?',
    });
    await eventually(() => stage.posts('C0SHOP001').some((post) => post.threadTs === ts));
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(stage.posts('C0SHOP001').filter((post) => post.threadTs === ts).length, 1);
  });

  it('shows one card, lets one person claim it, and relays both ways', async () => {
    await openCase();
    const [opened] = await stage.cases();
    assert.match(stage.card().text, new RegExp(opened!.id));
    await inThread(ANA, 'what is this about?');
    await eventually(() => stage.whispers(ANA).some((text) => text.includes('Nobody has claimed')));
    await press(ANA, 'case:claim');
    await heard('Ana has joined this chat');
    await cardSays('Ana');
    await press(BEN, 'case:claim').catch(() => undefined);
    await inThread(ANA, 'Hello, this is Ana.');
    await heard('Hello, this is Ana.');
    await inThread(ANA, '! he sounds upset');
    await inThread(BEN, 'I would refund it');
    await say('my parcel is empty');
    await eventually(() => stage.thread(stage.card().ts).some((post) => post.text === 'my parcel is empty'));
    const toCustomer = stage
      .direct(MAYA)
      .filter((post) => post.user !== MAYA)
      .map((post) => post.text)
      .join('\n');
    assert.doesNotMatch(toCustomer, /upset|refund|what is this about/);
    assert.equal(stage.posts(DESK).filter((post) => !post.threadTs).length, 1);
    const relayed = stage.thread(stage.card().ts).find((post) => post.text === 'Hello, this is Ana.')!;
    await eventually(() =>
      stage.slack.workspace.find(DESK, relayed.ts)!.reactions.some((one) => one.name === 'envelope'),
    );
  });

  it('tells the loser of a claim who was quicker', async () => {
    await openCase();
    const { ts } = stage.card();
    const claim = (user: string) => stage.slack.people.press({ user, channel: DESK, ts, action: 'case:claim' });
    await Promise.allSettled([claim(ANA), claim(BEN), claim(ANA), claim(BEN)]);
    const winner = await eventually(async () => {
      const owner = (await stage.cases())[0]?.owner;
      assert.ok(owner);
      return owner.id;
    });
    const loser = winner === ANA ? BEN : ANA;
    await eventually(() => stage.whispers(loser).some((text) => /took it/.test(text)));
    assert.deepEqual(stage.whispers(winner), []);
  });

  it('resolves by a form, and the bot speaks again', async () => {
    await openCase();
    await press(ANA, 'case:claim');
    await heard('Ana has joined');
    await cardSays('case:resolve');
    await press(ANA, 'case:resolve');
    await stage.slack.people.submit({ user: ANA, fields: { code: 'refunded', promised: 'the money by Friday' } });
    await heard('has closed this case');
    await cardSays('Resolved by Ana: refunded');
    await say('Where is my order ORD-12345?');
    await heard('ORD-12345 is in transit');
  });

  it('takes 👀 for a claim and ✅ for a resolve', async () => {
    await openCase();
    await stage.slack.people.react({ user: ANA, channel: DESK, ts: stage.card().ts, name: 'eyes' });
    await heard('Ana has joined');
    await stage.slack.people.react({ user: ANA, channel: DESK, ts: stage.card().ts, name: 'white_check_mark' });
    await heard('has closed this case');
  });

  it('knows its card by what stands in it, before that is written down here', async () => {
    await openCase();
    await stage.connection.collection('links').deleteMany({ there: { $regex: `^slack.*${stage.card().ts}$` } });
    await stage.slack.people.react({ user: ANA, channel: DESK, ts: stage.card().ts, name: 'eyes' });
    await heard('Ana has joined');
    await inThread(ANA, 'I have it in front of me.');
    await heard('I have it in front of me.');
  });

  it('refuses whoever is not of the desk, privately', async () => {
    await openCase();
    await stage.slack.people.press({ user: MAYA, channel: DESK, ts: stage.card().ts, action: 'case:claim' });
    await eventually(() => stage.whispers(MAYA).some((text) => text.includes('Only members of the support desk')));
    assert.equal((await stage.cases())[0]!.owner, null);
  });

  it('makes a deleted card again, once', async () => {
    await openCase();
    const first = stage.card().ts;
    stage.slack.workspace.remove(DESK, first);
    await say('are you still there?');
    await eventually(() => stage.posts(DESK).some((post) => !post.threadTs && post.ts !== first));
    await eventually(() => stage.thread(stage.card().ts).some((post) => post.text.includes('are you still there?')));
    assert.equal(stage.posts(DESK).filter((post) => !post.threadTs).length, 1);
  });

  it('assigns to somebody else and mentions them', async () => {
    await openCase();
    await press(ANA, 'case:assign');
    await stage.slack.people.submit({ user: ANA, fields: { to: CLEO } });
    await heard('Cleo has joined');
    await eventually(() => stage.thread(stage.card().ts).some((post) => post.text.includes(`<@${CLEO}>`)));
  });

  it('lists cases by a command, to the desk only', async () => {
    await openCase();
    const listed = await stage.slack.people.command({ user: ANA, channel: DESK, command: '/cases', text: 'open' });
    assert.match(listed.body, /ESC-/);
    const refused = await stage.slack.people.command({ user: MAYA, channel: DESK, command: '/cases', text: '' });
    assert.match(refused.body, /Only members/);
  });

  it('shows every card after Slack was away, in order and once', async () => {
    stage.slack.faults.set({ failBefore: 1, only: 'chat.' });
    await say('A person please');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    stage.slack.faults.set({});
    await eventually(() => stage.card(), 30_000);
    await heard("I'm bringing in a colleague");
    assert.equal(stage.posts(DESK).filter((post) => !post.threadTs).length, 1);
  });
});
