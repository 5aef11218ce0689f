// A lease in hand: kept through whatever takes its time, and gone without a word when somebody else has the lane.
import assert from 'node:assert/strict';
import { createManualClock } from '../../core/clock.ts';
import type { LaneStore } from '../../models/lane-store.ts';
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
});
