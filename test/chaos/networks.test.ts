// The chaos over all four networks at a size that fits into every test run. The full size: `npm run prove -- networks`.
import assert from 'node:assert/strict';
import { judgePlace } from './networks/referee.ts';
import { runNetworks } from './networks/run.ts';

describe('chaos over all networks', () => {
  it('loses nothing while providers fail, drop and repeat and servers are killed; only Teams may say something twice', async () => {
    const { counts, faults, kills, struck } = await runNetworks({
      seed: 1,
      messages: 48,
      lanes: 12,
      servers: 2,
      longestPauseMs: 1_500,
      troubleEveryMs: [1_000, 3_000],
    });
    const right = { messages: 12, lost: 0, repeated: 0, reordered: 0 };
    const { teams, ...strict } = counts;
    assert.deepEqual(strict, { web: right, slack: right, sms: right }, faults.join('\n'));
    assert.deepEqual([teams.messages, teams.lost], [12, 0], faults.join('\n'));
    assert.ok(kills > 0, 'somebody was killed');
    const hits = Object.values(struck).flatMap((one) => Object.values(one));
    assert.ok(hits.length > 0, 'no provider had a bad day');
  }).timeout(240_000);

  it('has a referee that sees what is lost, repeated and out of order', () => {
    const judge = (said: string[]) => {
      const { lost, repeated, reordered } = judgePlace(['ORD-1', 'ORD-2'], said);
      return [lost, repeated, reordered];
    };
    assert.deepEqual(judge(['about ORD-1', 'about ORD-2']), [0, 0, 0]);
    assert.deepEqual(judge(['about ORD-1 and ORD-2']), [0, 0, 0]);
    assert.deepEqual(judge(['about ORD-1']), [1, 0, 0]);
    assert.deepEqual(judge(['about ORD-1', 'about ORD-2', 'about ORD-2']), [0, 1, 0]);
    assert.deepEqual(judge(['about ORD-2', 'about ORD-1']), [0, 0, 1]);
  });
});
