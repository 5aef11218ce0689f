// A lease in hand: kept through whatever takes its time, and gone without a word when somebody else has the lane.
import assert from 'node:assert/strict';
import { createManualClock } from '../../core/clock.ts';
import type { LaneStore } from '../../models/lane-store.ts';
import { eventually } from '../support/eventually.ts';
import { createFakeNetwork, createLaneWorld, type LaneWorld } from '../support/lane-world.ts';

describe('a lease in hand', () => {
  let world: LaneWorld;
  afterEach(() => world.close());

  it('a worker that stood still past its lease does not say again what another one has said', async () => {
    const clock = createManualClock();
    let stoodStill = false;
    const wrapStore = (store: LaneStore): LaneStore => ({
      ...store,
      commit: async (request) => {
        const committed = await store.commit(request);
        if (stoodStill) return committed;
        stoodStill = true;
        clock.advance(6_000);
        await world.newRunner('w2').serve(world.laneId);
        return committed;
      },
    });
    world = await createLaneWorld({ clock, wrapStore });
    await world.say('hello');
    await world.runner.serve(world.laneId);
    assert.deepEqual(world.network.heard, ['echo: hello']);
    assert.equal((await world.read()).outbox.length, 0);
  });

  it('is prolonged while a network takes its time, so that nobody sends the same meanwhile', async () => {
    const network = createFakeNetwork();
    const send = network.send;
    network.send = async (reference, item, settings) => {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      return send(reference, item, settings);
    };
    world = await createLaneWorld({ network });
    await world.say('hello');
    const first = world.newRunner('w1', 400).serve(world.laneId);
    const other = world.newRunner('w2', 400);
    const patience = setInterval(() => void other.serve(world.laneId), 50);
    await first;
    clearInterval(patience);
    await other.drain(5_000);
    assert.deepEqual(network.heard, ['echo: hello']);
  });

  it('does not come back to a lane that was released', async () => {
    world = await createLaneWorld();
    await world.say('hello');
    const held = (await world.store.acquire(world.laneId, 'w1', 5_000, new Date()))!;
    assert.equal(await world.store.renew(held, 5_000, new Date()), true);
    await world.store.settle({
      lane: held,
      gone: [],
      rows: [],
      turns: [],
      leaseMs: 5_000,
      now: new Date(),
      notBefore: new Date(Date.now() + 60_000),
    });
    assert.equal(await world.store.renew(held, 5_000, new Date()), false);
    assert.equal((await world.read()).leaseUntil, null);
  });

  describe('when MongoDB is silent', () => {
    const silent = () => Object.assign(new Error('connection 1 timed out'), { name: 'MongoNetworkTimeoutError' });
    const LONG_MS = 60_000;

    it('in the middle of a turn, goes back at once, and the next one answers', async () => {
      let isSilent = true;
      const wrapStore = (store: LaneStore): LaneStore => ({
        ...store,
        settle: (request) => (isSilent ? Promise.reject(silent()) : store.settle(request)),
        commit: (request) => (isSilent ? Promise.reject(silent()) : store.commit(request)),
        giveBack: (lane, now) => (isSilent ? Promise.reject(silent()) : store.giveBack(lane, now)),
      });
      world = await createLaneWorld({ wrapStore });
      await world.say('hello');
      await world.newRunner('w1', LONG_MS).serve(world.laneId);
      assert.deepEqual(world.network.heard, []);
      isSilent = false;
      await eventually(async () => assert.ok((await world.read()).leaseUntil! <= new Date(), 'still held'));
      await world.newRunner('w2', LONG_MS).serve(world.laneId);
      assert.deepEqual(world.network.heard, ['echo: hello']);
    });

    it('is not taken from somebody else', async () => {
      world = await createLaneWorld();
      await world.say('hello');
      const before = new Date();
      const first = (await world.store.acquire(world.laneId, 'w1', 1, before))!;
      const now = new Date(before.getTime() + 5);
      const second = (await world.store.acquire(world.laneId, 'w2', LONG_MS, now))!;
      assert.equal(await world.store.giveBack(first, now), false);
      assert.deepEqual((await world.read()).leaseUntil, second.leaseUntil);
      assert.equal(await world.store.giveBack(second, now), true);
      // What is still on its way from the one who gave it back does nothing any more.
      assert.equal(await world.store.renew(second, LONG_MS, now), false);
      const third = (await world.store.acquire(world.laneId, 'w3', LONG_MS, now))!;
      assert.deepEqual([third.takenOver, third.tries], [true, second.tries]);
    });
  });

  it('is not taken any more once the runner is drained', async () => {
    world = await createLaneWorld();
    await world.say('hello');
    await world.runner.drain(1_000);
    await world.runner.serve(world.laneId);
    assert.deepEqual([world.network.heard, (await world.read()).leaseUntil], [[], null]);
  });

  it('is taken again for what came while it was released', async () => {
    let isFirst = true;
    const wrapStore = (store: LaneStore): LaneStore => ({
      ...store,
      settle: async (request) => {
        // The bell of this one finds the lane taken; the settle was decided just before it came.
        if (isFirst) {
          isFirst = false;
          await world.say('and this');
          await world.newRunner('w1').serve(world.laneId);
          const justBefore = new Date(request.now.getTime() - 1);
          return store.settle({ ...request, now: justBefore });
        }
        return store.settle(request);
      },
    });
    world = await createLaneWorld({ wrapStore });
    await world.say('hello');
    await world.runner.serve(world.laneId);
    assert.deepEqual(world.network.heard, ['echo: hello', 'echo: and this']);
  });
});
