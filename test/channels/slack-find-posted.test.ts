// What is asked of Slack after a send whose fate is unknown: there, not there, or nobody to ask.
import assert from 'node:assert/strict';
import { createSlackClient } from '../../channels/slack/client.ts';
import { findPosted } from '../../channels/slack/find-posted.ts';
import { ITEM_EVENT } from '../../channels/slack/parse.ts';
import { type SlackEmulator, startSlackEmulator } from '../../emulators/slack/index.ts';
import { DESK } from '../support/slack-stage.ts';

describe('looking for a message of ours in Slack', () => {
  let slack: SlackEmulator;
  const open = async (scopes?: readonly string[]) => {
    slack = await startSlackEmulator(scopes ? { scopes: [...scopes] } : {});
    const client = createSlackClient({ token: slack.token, apiUrl: slack.url });
    const say = (id: string, thread?: string) =>
      client.chat.postMessage({
        channel: DESK,
        text: 'hello',
        metadata: { event_type: ITEM_EVENT, event_payload: { id } },
        ...(thread ? { thread_ts: thread } : {}),
      } as never) as Promise<{ ts?: string }>;
    return { client, say };
  };
  afterEach(() => slack.stop());

  it('finds it in the channel and in a thread, and nothing else', async () => {
    const { client, say } = await open();
    const { ts: parent } = await say('one');
    const { ts: reply } = await say('two', parent);
    assert.equal(await findPosted(client, { channel: DESK }, 'one'), parent);
    assert.equal(await findPosted(client, { channel: DESK, thread: parent }, 'two'), reply);
    assert.equal(await findPosted(client, { channel: DESK }, 'three'), null);
  });

  it('does not wait for ever for an answer that this app may never have', async () => {
    const { client, say } = await open(['chat:write']);
    await say('one');
    assert.equal(await findPosted(client, { channel: DESK }, 'one'), null);
  });

  it('says nothing while Slack does not answer', async () => {
    const { client } = await open();
    slack.faults.set({ failBefore: 1 });
    await assert.rejects(findPosted(client, { channel: DESK }, 'one'));
  });
});
