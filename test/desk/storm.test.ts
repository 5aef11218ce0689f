// A storm of escalations, small: eight within a second, two instances. In full: `npm run prove -- storm`.
import assert from 'node:assert/strict';
import { proveStorm } from './storm.ts';

describe('a storm of escalations', () => {
  it('reaches the channel at one message a second, the most urgent first, every card once', async () => {
    const report = await proveStorm({ cases: 8, instances: 2, seed: 5, spreadMs: 1_000, awayMs: 0 });
    assert.equal(report.cards, 8);
    assert.ok(report.shortestGapMs >= 900, `two cards within ${report.shortestGapMs} ms`);
    assert.ok(report.medianGapMs < 1_500, `a card every ${report.medianGapMs} ms`);
    assert.deepEqual(report.overtaken, []);
  }).timeout(90_000);
});
