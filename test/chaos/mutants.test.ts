// The small chaos is clean, and it notices each protection that is taken away.
import assert from 'node:assert/strict';
import { deaf, isClean, MUTANTS, race, rough, roughScreens, stalling, stallingScreens } from './mutants.ts';
import { simulate } from './simulation.ts';

describe('the small chaos', () => {
  for (const [name, scenario] of Object.entries({ rough, deaf, race, stalling, roughScreens, stallingScreens })) {
    it(`loses, repeats and reorders nothing (${name})`, async () => {
      assert.deepEqual(await simulate(scenario), { lost: 0, repeated: 0, reordered: 0 });
    }).timeout(20_000);
  }

  for (const { name, scenario, mutant } of MUTANTS) {
    it(`notices ${name}`, async () => {
      // Where two workers must meet by chance, one run may miss it; five do not.
      let clean = true;
      for (let run = 0; clean && run < 5; run++) {
        clean = isClean(await simulate({ ...scenario, seed: scenario.seed + run }, mutant));
      }
      assert.equal(clean, false);
    }).timeout(40_000);
  }
});
