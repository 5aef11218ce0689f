// Transcript rows on their way from the lane to their collection.
import assert from 'node:assert/strict';
import { createLaneWorld, type LaneWorld } from '../support/lane-world.ts';

describe('the transcript', () => {
  let world: LaneWorld;
  afterEach(() => world.close());

  it('shows every message exactly once, before and after its rows are moved', async () => {
    world = await createLaneWorld();
    for (let at = 0; at < 3; at += 1) {
      await world.say(`t${at}`);
      await world.runner.serve(world.laneId);
    }
    await world.say('waiting');
    const texts = async () => (await world.transcript.readAfter(world.laneId, 0, 100)).map((row) => row.activity.text);
    const expected = ['t0', 'echo: t0', 't1', 'echo: t1', 't2', 'echo: t2', 'waiting'];
    assert.deepEqual(await texts(), expected);
    await world.flusher.flush();
    assert.deepEqual(await texts(), expected);
    assert.equal((await world.read()).pendingMessages.length, 0);
    assert.equal((await world.read()).pendingSince, null);
    assert.deepEqual(
      (await world.transcript.readAfter(world.laneId, 4, 2)).map((row) => row.activity.text),
      ['t2', 'echo: t2'],
    );
  });

  it('moves rows twice without doubling them', async () => {
    world = await createLaneWorld();
    await world.say('one');
    await world.runner.serve(world.laneId);
    const lane = await world.read();
    const rows = { laneId: lane._id, bornAt: lane.createdAt, messages: lane.pendingMessages, turns: [] };
    await world.transcript.flush([rows], new Date());
    await world.transcript.flush([rows], new Date());
    assert.equal(await world.database.models.messages.countDocuments(), 2);
  });
});
