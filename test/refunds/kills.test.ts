// A process that is killed between the steps of a refund moves the money once: a few deaths here, two hundred in
// `npm run prove -- refunds`.
import assert from 'node:assert/strict';
import { testMongoUri } from '../support/stores.ts';
import { killRefunds } from './kills.ts';

describe('a refund whose process is killed between its steps', () => {
  it('moves the money exactly once', async function () {
    this.timeout(40_000);
    const report = await killRefunds(testMongoUri(`refunds_test_${process.pid}`), 4, 7);
    assert.ok(report.kills >= 4);
    assert.deepEqual(report.faults, []);
  });
});
