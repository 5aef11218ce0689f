// A Slack channel that others read along, end to end: what is personal goes on in the author's own direct message.
import assert from 'node:assert/strict';
import { eventually, MAYA, type SlackStage, startSlackStage } from '../support/slack-stage.ts';

const SHOP = 'C0SHOP001';

describe('a customer in a Slack channel that others read along', function () {
  this.timeout(40_000);
  let stage: SlackStage;
  beforeEach(async () => {
    stage = await startSlackStage();
  });
  afterEach(() => stage.remove());

  const fromBot = (posts: SlackStage['slack']['workspace']['posts']) =>
    posts.filter((post) => post.user === 'UBOT00001').map((post) => post.text);
  const ask = (text: string) => stage.slack.people.write({ user: MAYA, to: SHOP, text: `<@UBOT00001> ${text}` });

  it('is asked who they are in private only', async () => {
    const { ts } = await ask('cancel my order ORD-12345');
    await eventually(() => assert.match(fromBot(stage.direct(MAYA)).join(), /e-mail/));
    await eventually(() => assert.match(fromBot(stage.posts(SHOP)).join(), /direct message/));
    assert.ok(stage.posts(SHOP).every((post) => post.user === MAYA || post.threadTs === ts));
    assert.doesNotMatch(fromBot(stage.posts(SHOP)).join(), /postal code/);
  });

  it('is told the truth when Slack opens no direct message', async () => {
    stage.slack.faults.set({ failBefore: 1, only: 'conversations.open' });
    await ask('cancel my order ORD-12345');
    await eventually(() => assert.match(fromBot(stage.posts(SHOP)).join(), /private chat/));
    assert.deepEqual(fromBot(stage.direct(MAYA)), []);
  });
});
