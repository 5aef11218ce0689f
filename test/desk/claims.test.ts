// The claim race, small: two instances, a dozen cases, six people. In full: `npm run prove -- claims`.
import assert from 'node:assert/strict';
import { proveClaims } from './claims.ts';

describe('a race for cases', () => {
  it('has one winner each, every loser is told, and each customer meets one person', async () => {
    const report = await proveClaims({ cases: 12, people: 6, instances: 2, seed: 7 });
    const { notOneWinner, untold, toldTwice, wronglyTold, wrongVoice, wrongCard, unanswered } = report;
    assert.deepEqual(
      { notOneWinner, untold, toldTwice, wronglyTold, wrongVoice, wrongCard, unanswered },
      { notOneWinner: [], untold: [], toldTwice: [], wronglyTold: [], wrongVoice: [], wrongCard: [], unanswered: 0 },
    );
    assert.ok(report.clicks >= 72 && report.retries > 0);
  }).timeout(60_000);
});
