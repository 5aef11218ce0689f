// What hurt users of other systems (field notes, section D), one test a row.
import assert from 'node:assert/strict';
import { createManualClock } from '../../core/clock.ts';
import type { LaneHandler } from '../../models/lane.ts';
import { createEchoHandler, createLaneWorld, type LaneWorld } from '../support/lane-world.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** An echo whose turns take `ms`, or until they may end, and that counts how many ran and how many at once. */
function slowEcho(ms: number, mayEnd: Promise<unknown> = Promise.resolve()) {
  const echo = createEchoHandler();
  const seen = { turns: 0, inside: 0, most: 0 };
  const handler: LaneHandler = {
    ...echo,
    decide: async (lane, entries, signal) => {
      seen.turns += 1;
      seen.inside += 1;
      seen.most = Math.max(seen.most, seen.inside);
      await Promise.all([pause(ms), mayEnd]);
      seen.inside -= 1;
      return echo.decide(lane, entries, signal);
    },
  };
  return { handler, seen };
}

describe('pains of the field', () => {
  let world: LaneWorld;
  afterEach(() => world.close());

  it('row 5: a worker that dies after the message was marked as seen loses nothing', async () => {
    const clock = createManualClock();
    world = await createLaneWorld({ clock });
    await world.say('hello', 'k1');
    await world.store.acquire(world.laneId, 'dead', 5_000, clock.now());
    assert.equal((await world.say('hello', 'k1')).outcome, 'duplicate', 'the redelivery is known');
    clock.advance(5_001);
    await world.runner.serve(world.laneId);
    assert.deepEqual(world.network.heard, ['echo: hello']);
  });

  it('row 6: a message between the last look and the release is served by the same worker', async () => {
    world = await createLaneWorld();
    await world.say('one');
    const lane = (await world.store.acquire(world.laneId, 'w', 5_000, new Date()))!;
    const decision = { state: {}, outbox: [] };
    const committed = (await world.store.commit({ lane, entries: lane.inbox, decision, items: [], now: new Date() }))!;
    await world.say('two');
    const settled = (await world.store.settle({
      lane: committed,
      gone: [],
      rows: [],
      turns: [],
      leaseMs: 5_000,
      now: new Date(),
    }))!;
    assert.ok(settled.leaseUntil, 'the lease is kept');
    assert.deepEqual(
      settled.inbox.map((entry) => entry.activity.text),
      ['two'],
    );
  });

  it('row 7: messages that arrive during a turn are queued, none is dropped', async () => {
    const said = Promise.withResolvers<void>();
    const { handler, seen } = slowEcho(0, said.promise);
    world = await createLaneWorld({ handler });
    await world.say('a');
    const serving = world.runner.serve(world.laneId);
    while (seen.inside === 0) await pause(1);
    for (const text of ['b', 'c', 'd']) await world.say(text);
    said.resolve();
    await serving;
    assert.equal(
      world.network.heard
        .join(' ')
        .match(/\b[abcd]\b/g)
        ?.join(''),
      'abcd',
    );
  });

  it('row 8: a burst makes serial turns and no double answer', async () => {
    const { handler, seen } = slowEcho(5);
    world = await createLaneWorld({ handler });
    const serving: Promise<void>[] = [];
    for (let at = 0; at < 10; at += 1) {
      await world.say(`t${at}`);
      serving.push(world.runner.serve(world.laneId));
    }
    await Promise.all(serving);
    await world.runner.serve(world.laneId);
    assert.equal(seen.most, 1);
    const answered = world.network.heard.join(' ').match(/t\d/g) ?? [];
    assert.deepEqual(
      answered,
      Array.from({ length: 10 }, (_, at) => `t${at}`),
    );
  });

  it('row 9: recovery leaves a long turn alone while its worker is alive', async () => {
    const { handler, seen } = slowEcho(1_200);
    world = await createLaneWorld({ handler });
    await world.say('think hard');
    const serving = world.newRunner('thinker', 600).serve(world.laneId);
    for (let at = 0; at < 10; at += 1) {
      await pause(100);
      await world.newRunner('sweeper', 600).serve(world.laneId);
    }
    await serving;
    assert.equal(seen.turns, 1, 'the lease outlived its first span');
    assert.deepEqual(world.network.heard, ['echo: think hard']);
  });

  it('row 10: a stalled job that runs twice makes one turn', async () => {
    const { handler, seen } = slowEcho(20);
    world = await createLaneWorld({ handler });
    await world.say('once');
    await Promise.all([world.runner.serve(world.laneId), world.newRunner('again').serve(world.laneId)]);
    await world.runner.serve(world.laneId);
    assert.equal(seen.turns, 1);
    assert.deepEqual(world.network.heard, ['echo: once']);
  });

  it('row 13: several replicas on one conversation keep its order', async () => {
    const { handler } = slowEcho(1);
    world = await createLaneWorld({ handler });
    const replicas = ['r1', 'r2', 'r3'].map((name) => world.newRunner(name));
    const serving: Promise<void>[] = [];
    for (let at = 10; at < 60; at += 1) {
      await world.say(`t${at}`);
      serving.push(replicas[at % 3]!.serve(world.laneId));
    }
    await Promise.all(serving);
    await replicas[0]!.serve(world.laneId);
    const answered = world.network.heard.join(' ').match(/t\d+/g) ?? [];
    assert.deepEqual(
      answered,
      Array.from({ length: 50 }, (_, at) => `t${at + 10}`),
    );
  });
});
