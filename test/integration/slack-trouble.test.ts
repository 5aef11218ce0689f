// Bad days of the desk: too many calls, an archived channel, a revoked token, a thread that is gone, minutes of silence. The
// case waits, the customer hears the truth, and everything is there afterwards, once.
import assert from 'node:assert/strict';
import { SCOPES } from '../../emulators/slack/workspace.ts';
import { tellEvent } from '../desk/clicks.ts';
import { ANA, DESK, eventually, type SlackStage, startSlackStage } from '../support/slack-stage.ts';

describe('a bad day at the desk', function () {
  this.timeout(90_000);
  let stage: SlackStage;

  beforeEach(async () => {
    stage = await startSlackStage({
      settings: (settings) => ({ ...settings, desk: { ...settings.desk, undoSeconds: 0 } }),
    });
  });
  afterEach(() => stage.remove());

  /** A customer of the web chat, who needs no Slack. */
  const ask = (id: string, text = 'A person please') =>
    stage.apps[0]!.receive(
      { channel: 'web', accountId: 'default', nativeId: id, customer: { id } },
      {
        key: `${id}-${text}`,
        kind: 'message',
        receivedAt: new Date(),
        activity: { type: 'message', id: `${id}-${text}`, timestamp: new Date(), from: { id }, text },
      },
    );
  const cards = () => stage.posts(DESK).filter((post) => !post.threadTs);
  const told = (id: string, part: string) =>
    eventually(async () => {
      const lane = await stage.connection.collection('lanes').findOne({ _id: `web|default|${id}` } as never);
      const stored = await stage.connection
        .collection('messages')
        .find({ laneId: `web|default|${id}` })
        .toArray();
      const texts = JSON.stringify([...stored, ...((lane?.pendingMessages as unknown[]) ?? [])]);
      assert.ok(texts.includes(part), texts.slice(0, 600));
    });
  const oneCardEach = async (count: number) => {
    await eventually(() => assert.ok(cards().length >= count, `${cards().length} of ${count} cards`), 45_000);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    assert.equal(new Set(cards().map((post) => post.text)).size, count);
    assert.equal(cards().length, count);
  };

  it('too many calls: waits as long as Slack says, and tells the customer at once', async () => {
    stage.slack.faults.set({ rateLimited: 1, retryAfterSeconds: 2, times: 2, only: 'chat.postMessage' });
    await ask('c1');
    await told('c1', 'bringing in a colleague');
    await oneCardEach(1);
    const calls = stage.slack.calls().filter((call) => call.method === 'chat.postMessage');
    for (const [at, call] of calls.slice(1).entries())
      assert.ok(call.at - calls[at]!.at >= 1_950, `it came back after ${call.at - calls[at]!.at} ms`);
  });

  it('answers that get lost: every card once', async () => {
    stage.slack.faults.set({ drop: 1, times: 2, only: 'chat.postMessage' });
    await ask('c1');
    await ask('c2');
    await oneCardEach(2);
  });

  it('an app that may not ask about the channel: goes on all the same', async () => {
    await stage.remove();
    stage = await startSlackStage({ workspace: { scopes: SCOPES.filter((one) => one !== 'channels:read') } });
    stage.slack.faults.set({ rateLimited: 1, retryAfterSeconds: 1, times: 1, only: 'chat.postMessage' });
    await ask('c1');
    await oneCardEach(1);
  });

  it('an app that may only post: no sign and no question that it may not ask holds up what is said', async () => {
    await stage.remove();
    stage = await startSlackStage({ workspace: { scopes: ['chat:write', 'chat:write.customize', 'usergroups:read'] } });
    await ask('c1');
    await oneCardEach(1);
    await stage.slack.people.press({ user: ANA, channel: DESK, ts: cards()[0]!.ts, action: 'case:claim' });
    await told('c1', 'has joined');
    await stage.slack.people.write({ user: ANA, to: DESK, text: 'FROM-ANA', threadTs: cards()[0]!.ts });
    await told('c1', 'FROM-ANA');
    await ask('c1', 'FROM-THE-CUSTOMER');
    await eventually(() =>
      assert.ok(stage.thread(cards()[0]!.ts).some((post) => post.text.includes('FROM-THE-CUSTOMER'))),
    );
  });

  const deskHealth = async () =>
    ((await (await fetch(`${stage.origins[0]}/healthz`)).json()) as { desk: { reachable: boolean; why?: string } })
      .desk;

  it('an archived channel: the case waits until it is opened again, and those who look after the desk are told', async () => {
    await stage.remove();
    stage = await startSlackStage({
      settings: (settings) => ({ ...settings, desk: { ...settings.desk, leads: [ANA] } }),
    });
    assert.deepEqual(await deskHealth(), { reachable: true });
    stage.slack.workspace.rooms.get(DESK)!.archived = true;
    await ask('c1');
    await told('c1', 'bringing in a colleague');
    await eventually(async () => assert.match((await deskHealth()).why ?? '', /is_archived/));
    const heard = () => stage.direct(ANA).map((post) => post.text);
    await eventually(() => assert.match(heard().join(), /desk unreachable.*archived/), 20_000);
    assert.equal(cards().length, 0);
    stage.slack.workspace.rooms.get(DESK)!.archived = false;
    await oneCardEach(1);
    await eventually(async () => assert.deepEqual(await deskHealth(), { reachable: true }));
    assert.equal(heard().length, 1, 'once');
  });

  it('Slack away: the health of the server says so, until it is back', async () => {
    stage.slack.faults.set({ failBefore: 1 });
    for (const id of ['c1', 'c2', 'c3']) await ask(id);
    await eventually(async () => assert.equal((await deskHealth()).reachable, false), 30_000);
    stage.slack.faults.set({});
    await oneCardEach(3);
    assert.deepEqual(await deskHealth(), { reachable: true });
  });

  it('a revoked token: the case waits, and the server lives', async () => {
    stage.slack.revoke('token_revoked');
    await ask('c1');
    await told('c1', 'bringing in a colleague');
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    stage.slack.revoke(null);
    await oneCardEach(1);
    assert.equal((await fetch(`${stage.origins[0]}/healthz`)).status, 200);
  });

  it('a thread that is gone: made again once, with what was said since', async () => {
    await ask('c1');
    await oneCardEach(1);
    const first = cards()[0]!;
    await stage.slack.people.press({ user: ANA, channel: DESK, ts: first.ts, action: 'case:claim' });
    await told('c1', 'Ana has joined');
    stage.slack.workspace.remove(DESK, first.ts);
    await ask('c1', 'are you there?');
    await eventually(() => assert.ok(cards().some((post) => post.ts !== first.ts)), 20_000);
    await eventually(
      () => assert.ok(stage.thread(cards()[0]!.ts).some((post) => post.text.includes('are you there?'))),
      20_000,
    );
    await stage.slack.people.write({ user: ANA, to: DESK, text: 'I am here.', threadTs: cards()[0]!.ts });
    await told('c1', 'I am here.');
    assert.equal(cards().length, 1);
  });

  it('hears nothing twice that was delivered three times under other ids', async () => {
    await ask('c1');
    await oneCardEach(1);
    await stage.slack.people.press({ user: ANA, channel: DESK, ts: cards()[0]!.ts, action: 'case:claim' });
    await told('c1', 'Ana has joined');
    stage.slack.faults.set({ duplicate: 1 });
    await stage.slack.people.write({ user: ANA, to: DESK, text: 'Only once.', threadTs: cards()[0]!.ts });
    await told('c1', 'Only once.');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const rows = await stage.connection.collection('messages').find({ laneId: 'web|default|c1' }).toArray();
    assert.ok(rows.filter((row) => JSON.stringify(row).includes('Only once.')).length <= 1);
  });

  it('does not hear its own posts, whoever Slack says wrote them', async () => {
    await ask('c1');
    await oneCardEach(1);
    await stage.slack.people.press({ user: ANA, channel: DESK, ts: cards()[0]!.ts, action: 'case:claim' });
    await told('c1', 'Ana has joined');
    await ask('c1', 'ECHO-1 of the customer');
    const own = await eventually(() => {
      const found = stage.thread(cards()[0]!.ts).find((post) => post.text.includes('ECHO-1'));
      assert.ok(found);
      return found;
    });
    // As if a user token had posted it: no bot id, no metadata, Ana's name, and the ts that we recorded.
    const { ts } = own;
    const event = { type: 'message', channel: DESK, channel_type: 'channel', user: ANA, text: own.text };
    await tellEvent(stage, stage.origins[0]!, { ...event, ts, event_ts: ts, thread_ts: cards()[0]!.ts }, 'Ev1');
    await stage.slack.people.write({ user: ANA, to: DESK, text: 'AFTER-1', threadTs: cards()[0]!.ts });
    await told('c1', 'AFTER-1');
    const rows = await stage.connection.collection('messages').find({ laneId: 'web|default|c1' }).toArray();
    const lane = await stage.connection.collection('lanes').findOne({ _id: 'web|default|c1' } as never);
    const all = [...rows, ...((lane?.pendingMessages as unknown[]) ?? [])] as {
      role: string;
      activity: { text: string };
    }[];
    assert.ok(!all.some((row) => row.role === 'staff' && row.activity.text.includes('ECHO-1')));
  });
});
