// No inner word gets out, small: twenty random threads on two instances. In full: `npm run prove -- leaks`.
import assert from 'node:assert/strict';
import { proveNoLeaks } from './leaks.ts';

describe('what people write in the threads of cases', () => {
  it('reaches the customer if it is meant for them, once and in order, and never otherwise', async () => {
    const report = await proveNoLeaks({ interleavings: 20, instances: 2, seed: 3, undoSeconds: 0 });
    assert.deepEqual({ leaked: report.leaked, missing: report.missing }, { leaked: [], missing: [] });
    assert.ok(report.inner > 50 && report.words - report.inner > 25, 'both kinds of words were written');
  }).timeout(90_000);
});
