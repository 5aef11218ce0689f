// The one figure of the bench that gates every change: what a turn without tools costs MongoDB while 64 lanes are busy.
import assert from 'node:assert/strict';
import { closeClient } from '../../bench/load/http.ts';
import { MOST_MONGODB_COMMANDS, measureCommands } from '../../bench/sections/commands.ts';
import { createPlan } from '../../bench/sections/plan.ts';

describe('the stores', () => {
  after(closeClient);

  it('are asked at most 4.2 MongoDB commands for a turn without tools, with 64 lanes busy', async function () {
    this.timeout(60_000);
    const measured = await measureCommands({ ...createPlan(true, 7), lanes: 64, warmMs: 2_000, roundMs: 1_500 });
    const { plain, order } = measured.figures as Record<'plain' | 'order', Record<string, number>>;
    const seen = JSON.stringify(plain);
    assert.ok(plain.mongodb! <= MOST_MONGODB_COMMANDS, `too many: ${seen}`);
    // A counter that sees nothing would pass everything: at the least, every turn is written in groups and flushed.
    assert.ok(
      (plain['mongodb.update'] ?? 0) > 0.05 && (plain['mongodb.insert'] ?? 0) > 0,
      `not all were seen: ${seen}`,
    );
    // Against a floor, not against the plain turn: on a starved machine a few commands at a start are much for a few turns.
    assert.ok(
      (order['mongodb.find'] ?? 0) > 0.9,
      `one that looks up an order asks the shop too: ${JSON.stringify(order)}`,
    );
  });
});
