// The page and the table of the bench: a missed gate is said, never hidden.
import assert from 'node:assert/strict';
import { quantile, seededRandom } from '../../bench/load/seed.ts';
import { createSentences } from '../../bench/load/sentences.ts';
import { type Row, renderPage, renderTable } from '../../bench/report.ts';

const rows: Row[] = [
  { section: 'Memory', what: 'per 1,000', value: '30 MB', gate: '≤ 25 MB', passed: false },
  { section: 'Memory', what: 'heap', value: '9 MB' },
  { section: 'Growth', what: 'growth', value: '1.1 ×', gate: '≤ 1.5 ×', passed: true },
];

describe('the bench', () => {
  it('names every missed gate at the top of the page and in its row', () => {
    const page = renderPage({
      rows,
      notes: new Map([['Memory', ['idle']]]),
      machine: 'a machine',
      command: 'npm run bench',
    });
    assert.match(page, /\*\*Missed: per 1,000\.\*\*/);
    assert.match(page, /\| per 1,000 \| 30 MB \| ≤ 25 MB \| missed \|/);
    assert.match(page, /\| growth \| 1\.1 × \| ≤ 1\.5 × \| passed \|/);
    assert.doesNotMatch(page, /All gates passed/);
  });

  it('prints each section once and leaves ungated rows without a verdict', () => {
    const table = renderTable(rows);
    assert.equal(table.match(/^Memory$/gm)?.length, 1);
    assert.match(table, /heap +9 MB$/m);
  });

  it('says the same sentences for the same seed', () => {
    const twenty = (seed: number) => {
      const next = createSentences('plain', seed);
      return Array.from({ length: 20 }, next).join('|');
    };
    assert.equal(twenty(3), twenty(3));
    assert.notEqual(twenty(3), twenty(4));
    const random = seededRandom(1);
    const numbers = Array.from({ length: 1_000 }, random);
    assert.ok(numbers.every((number) => number >= 0 && number < 1));
    assert.ok(Math.abs(quantile(numbers, 0.5) - 0.5) < 0.05);
  });
});
