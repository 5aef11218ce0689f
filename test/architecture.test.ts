// Executes the plan of the house on every file of ours, and each rule of it on a house that breaks it.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { EXAMPLES, isBroken } from './architecture/broken.ts';
import { FLOOR_PLAN } from './architecture/floor-plan.ts';
import { RULES } from './architecture/rules.ts';
import { readHouse } from './architecture/source.ts';

describe('architecture', () => {
  describe('of this house', () => {
    const files = readHouse(join(import.meta.dirname, '..'));

    it('is read from the disk', () => {
      const paths = files.map(({ path }) => path);
      for (const path of ['core/clock.ts', 'models/lane.ts', 'test/architecture.test.ts', 'package.json'])
        assert.ok(paths.includes(path), `${path} was not read`);
    });

    for (const rule of RULES) {
      it(rule.name, () => assert.deepEqual(rule.findFaults(files), []));
    }
  });

  describe('rules fail where they must', () => {
    for (const { rule, what, files, faults } of EXAMPLES) {
      it(`${faults > 0 ? 'refuses' : 'accepts'} ${what}`, () => {
        const found = rule.findFaults(files);
        assert.equal(found.length, faults, `${rule.name}: ${JSON.stringify(found)}`);
      });
    }

    it('has a broken house for every rule', () => {
      const unproven = RULES.filter((rule) => !isBroken(rule)).map((rule) => rule.name);
      assert.deepEqual(unproven, []);
    });
  });

  it('has a floor plan that itself goes down only', () => {
    const visit = (room: string, trail: string[]): void => {
      assert.ok(!trail.includes(room), `${[...trail, room].join(' → ')} is a circle`);
      for (const below of FLOOR_PLAN[room] ?? []) visit(below, [...trail, room]);
    };
    for (const room of Object.keys(FLOOR_PLAN)) visit(room, []);
  });
});
