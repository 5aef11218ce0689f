// What may happen to a send, and what the outbox makes of it.
import assert from 'node:assert/strict';
import { createManualClock } from '../../core/clock.ts';
import { createFakeNetwork, createLaneWorld, type LaneWorld } from '../support/lane-world.ts';

describe('the outbox', () => {
  let world: LaneWorld;
  afterEach(() => world.close());

  it('tries a refused send again later and keeps the order behind it', async () => {
    const clock = createManualClock();
    const network = createFakeNetwork();
    world = await createLaneWorld({ clock, network });
    network.answers.push({ outcome: 'refused', code: '429', permanent: false, retryAfterMs: 3_000 });
    await world.say('one');
    await world.runner.serve(world.laneId);
    await world.say('two');
    await world.runner.serve(world.laneId);
    assert.deepEqual(network.heard, []);
    assert.equal((await world.read()).outbox.length, 2, 'the waiting outbox did not stop the inbox');
    clock.advance(3_001);
    await world.runner.serve(world.laneId);
    assert.deepEqual(network.heard, ['echo: one', 'echo: two']);
  });

  it('looks an unknown send up at the provider before it sends again', async () => {
    const clock = createManualClock();
    const network = createFakeNetwork();
    world = await createLaneWorld({ clock, network });
    const send = network.send;
    network.send = async (...args) => {
      await send(...args);
      network.send = send;
      return { outcome: 'ambiguous', code: 'reset' };
    };
    await world.say('one');
    await world.runner.serve(world.laneId);
    clock.advance(9_000);
    await world.runner.serve(world.laneId);
    assert.deepEqual(network.lookups, [], 'it rests for ten seconds first');
    clock.advance(1_001);
    await world.runner.serve(world.laneId);
    assert.equal(network.lookups.length, 1);
    assert.deepEqual(network.heard, ['echo: one']);
    assert.equal((await world.read()).outbox.length, 0);
  });

  it('looks up what a dead worker may have sent', async () => {
    const clock = createManualClock();
    const network = createFakeNetwork();
    world = await createLaneWorld({ clock, network });
    await world.say('one');
    const dead = world.newRunner('dead', 5_000);
    const settle = world.store.settle;
    world.store.settle = async () => {
      throw new Error('killed before the acknowledgement');
    };
    await dead.serve(world.laneId);
    world.store.settle = settle;
    clock.advance(6_000);
    await world.runner.serve(world.laneId);
    assert.deepEqual(network.heard, ['echo: one']);
    assert.equal(network.lookups.length, 1);
  });

  it('drops a send that the provider will never take and says so in the transcript', async () => {
    const network = createFakeNetwork();
    world = await createLaneWorld({ network });
    network.answers.push({ outcome: 'refused', code: '21610', permanent: true });
    await world.say('one');
    await world.runner.serve(world.laneId);
    assert.equal((await world.read()).outbox.length, 0);
    assert.deepEqual(
      world.visible.map((row) => row.delivery),
      ['failed'],
    );
  });
});
