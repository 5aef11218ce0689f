// Two of the deaths at the desk in every test run: a real server, Slack's stand-in. All of them: `npm run prove --
// desk-crashes`.
import assert from 'node:assert/strict';
import { crashAt } from './crashes.ts';

describe('a server that dies while a case goes its way', () => {
  for (const [point, passes] of [
    ['after-send', 3],
    ['before-effect', 2],
  ] as const)
    it(`at ${point}, for the ${passes + 1}th time, loses and doubles nothing`, async () => {
      const run = await crashAt(point, passes);
      assert.equal(run.died, true);
      assert.deepEqual(run.faults, []);
    }).timeout(90_000);
});
