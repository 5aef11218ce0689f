// Many lanes' steps at once over the real MongoDB: each keeps its own filter, whoever it shares a command with.
import assert from 'node:assert/strict';
import type { ConversationReference } from '../../models/activity.ts';
import type { Lane, NewEntry } from '../../models/lane.ts';
import type { AppendRequest } from '../../models/lane-requests.ts';
import type { TurnRecord } from '../../models/turn.ts';
import { createLaneWorld, type LaneWorld } from '../support/lane-world.ts';

const LEASE_MS = 5_000;
const SENT_AT = new Date(1_000);
const ITEM = { notBefore: null, cancelledAt: null, attempts: 0, ambiguousSince: null, createdAt: new Date(0) };
const MANY = Array.from({ length: 40 }, (_, at) => `many${at}`);

describe('steps of many lanes at once', () => {
  let world: LaneWorld;
  beforeEach(async () => {
    world = await createLaneWorld();
  });
  afterEach(() => world.close());

  const reference = (nativeId: string): ConversationReference => ({
    channel: 'sms',
    accountId: 'default',
    nativeId,
    customer: { id: 'u1' },
  });
  const request = (laneId: string, entry: NewEntry): AppendRequest => ({
    laneId,
    laneKind: 'conversation',
    reference: reference(laneId),
    entry,
    quietWindowMs: 0,
    now: new Date(),
  });
  const append = (laneId: string, key: string) => world.store.append(request(laneId, world.entry(`text ${key}`, key)));
  const acquire = (laneId: string, worker = 'w1') => world.store.acquire(laneId, worker, LEASE_MS, new Date());
  const acquireAll = async () => (await Promise.all(MANY.map((laneId) => acquire(laneId)))) as Lane[];
  const commit = (lane: Lane, name: string) =>
    world.store.commit({
      lane,
      entries: lane.inbox,
      decision: { state: { name }, outbox: [] },
      items: [],
      now: new Date(),
    });

  /** One reply, whose text looks like an operator, and its turn. */
  async function sayAndSettle(lane: Lane): Promise<Lane> {
    const activity = {
      type: 'message' as const,
      id: 'o1',
      timestamp: new Date(0),
      from: { id: 'bot', role: 'bot' as const },
      text: '$outbox {$literal: 1}',
    };
    const item = { id: 'o1', kind: 'send' as const, activity, turnId: 't1', ...ITEM, ownerEpoch: lane.ownerEpoch };
    const record = { id: 't1', laneId: lane._id, responseTimeMs: 0, sessionSeconds: 0 } as TurnRecord;
    const turn = { record, countFrom: new Date(0), sessionFrom: new Date(0), settled: false };
    const decision = { state: { name: 'said' }, outbox: [] };
    const committed = await world.store.commit({
      lane,
      entries: lane.inbox,
      decision,
      items: [item],
      turn,
      now: new Date(),
    });
    const row = {
      laneId: lane._id,
      key: 'o1',
      role: 'bot' as const,
      activity: { ...activity, timestamp: SENT_AT },
      at: SENT_AT,
    };
    const stamped = { ...turn, record: { ...record, responseTimeMs: 42 }, settled: true };
    const settled = await world.store.settle({
      lane: committed!,
      gone: ['o1'],
      rows: [row],
      turns: [stamped],
      leaseMs: LEASE_MS,
      now: new Date(),
    });
    return settled!;
  }

  it('stores first messages and knows duplicates among them', async () => {
    const first = await Promise.all(MANY.map((laneId) => append(laneId, 'k1')));
    assert.deepEqual(new Set(first.map((result) => result.outcome)), new Set(['stored']));
    const mixed = await Promise.all(MANY.map((laneId, at) => append(laneId, at % 2 === 0 ? 'k1' : 'k2')));
    mixed.forEach((result, at) => assert.equal(result.outcome, at % 2 === 0 ? 'duplicate' : 'stored'));
    assert.deepEqual(mixed[1], { outcome: 'stored', sequence: 2 });
  });

  it('keeps the order of one lane whose entries come together with others', async () => {
    const keys = Array.from({ length: 10 }, (_, at) => `k${at}`);
    await Promise.all([...MANY.map((laneId) => append(laneId, 'k')), ...keys.map((key) => append('one', key))]);
    const lane = await world.store.read('one');
    assert.deepEqual(
      lane?.inbox.map((entry) => entry.key),
      keys,
    );
  });

  it('gives each lane to one of two workers that reach for all of them', async () => {
    await Promise.all(MANY.map((laneId) => append(laneId, 'k1')));
    const one = await Promise.all(MANY.flatMap((laneId) => [acquire(laneId, 'w1'), acquire(laneId, 'w2')]));
    const held = one.filter((lane) => lane !== null);
    assert.equal(held.length, MANY.length);
    assert.ok(held.every((lane) => lane.leaseEpoch === 1 && lane.inbox.length === 1));
    const again = await Promise.all(MANY.map((laneId) => acquire(laneId, 'w1')));
    assert.ok(
      again.every((lane) => lane === null),
      'a worker does not get a second time what it holds',
    );
  });

  it('refuses the commit and the settlement of the lanes that were taken over, and of no other', async () => {
    await Promise.all(MANY.map((laneId) => append(laneId, 'k1')));
    const lanes = await acquireAll();
    const stale = (at: number) => at % 3 === 0;
    const asked = lanes.map((lane, at) => (stale(at) ? { ...lane, leaseEpoch: lane.leaseEpoch - 1 } : lane));
    const committed = await Promise.all(asked.map((lane, at) => commit(lane, `n${at}`)));
    committed.forEach((lane, at) => assert.equal(lane === null, stale(at), `commit ${at}`));
    const settled = await Promise.all(
      asked.map((lane, at) =>
        world.store.settle({
          lane: committed[at] ?? lane,
          gone: [],
          rows: [],
          turns: [],
          leaseMs: LEASE_MS,
          now: new Date(),
        }),
      ),
    );
    settled.forEach((lane, at) => {
      assert.equal(lane === null, stale(at), `settle ${at}`);
      if (lane) assert.deepEqual([lane.state, lane.leaseUntil, lane.dueAt], [{ name: `n${at}` }, null, null]);
    });
    assert.deepEqual((await world.store.read(MANY[1]!))?.state, { name: 'n1' });
    const untouched = await world.store.read(MANY[0]!);
    assert.deepEqual([untouched?.state, untouched?.inbox.length], [null, 1]);
  });

  it('keeps the lease of a lane that has more to do and releases the others', async () => {
    await Promise.all(MANY.map((laneId) => append(laneId, 'k1')));
    const lanes = await acquireAll();
    await Promise.all(lanes.map((lane) => commit(lane, 'n')));
    await append(MANY[7]!, 'k2');
    const settled = await Promise.all(
      lanes.map((lane) =>
        world.store.settle({ lane, gone: [], rows: [], turns: [], leaseMs: LEASE_MS, now: new Date() }),
      ),
    );
    settled.forEach((lane, at) => assert.equal(lane?.leaseUntil !== null, at === 7, `lane ${at}`));
    assert.deepEqual(
      settled[7]?.inbox.map((entry) => entry.key),
      ['k2'],
    );
  });

  for (const lanesAtOnce of [1, MANY.length]) {
    it(`tells the holder of ${lanesAtOnce} what the store holds: rows numbered, turns with their times`, async () => {
      const ids = MANY.slice(0, lanesAtOnce);
      await Promise.all(ids.map((laneId) => append(laneId, 'k1')));
      const lanes = (await Promise.all(ids.map((laneId) => acquire(laneId)))) as Lane[];
      const settled = await Promise.all(lanes.map((lane) => sayAndSettle(lane)));
      for (const known of settled) {
        const stored = (await world.store.read(known._id))!;
        assert.deepEqual(known.pendingMessages, stored.pendingMessages);
        assert.deepEqual(known.pendingTurns, stored.pendingTurns);
        assert.deepEqual(
          stored.pendingMessages.map((row) => [row.sequence, row.activity.text, row.activity.timestamp.getTime()]),
          [
            [1, 'text k1', stored.pendingMessages[0]!.activity.timestamp.getTime()],
            [2, '$outbox {$literal: 1}', SENT_AT.getTime()],
          ],
        );
        assert.deepEqual(
          stored.pendingTurns.map(({ record, settled: done }) => [record.id, record.responseTimeMs, done]),
          [['t1', 42, true]],
        );
      }
    });
  }
});
