// Three of the crash points in every test run: real servers over the real stores. All of them: `npm run prove --
// crash-table`.
import assert from 'node:assert/strict';
import type { CrashPoint } from '../../core/crash.ts';
import { makeCrashTable } from './crash-table.ts';

describe('a server that dies', () => {
  const points: CrashPoint[] = ['after-commit', 'after-effect', 'during-replay'];
  it(`at ${points.join(', ')} loses nothing, repeats nothing and opens one case`, async () => {
    for (const row of await makeCrashTable(points)) {
      assert.equal(row.died, true, `${row.point}: it died there`);
      assert.equal(row.right, true, `${row.point}: ${row.seen}`);
    }
  }).timeout(120_000);
});
