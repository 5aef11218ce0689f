// The table of known pains in docs/reliability.md names tests: each of them is there, under that title, in that file.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

const ROW = /^\| (\d+) \| .+ \| (.+) \| `(test\/[^`]+)` \|$/;
const KNOWN_PAINS = 50;

/** What is wrong with the rows: empty when each names a test that is there. */
function faultsOf(page: string): string[] {
  const rows = page.split('\n').flatMap((line) => {
    const [, number, title, file] = ROW.exec(line) ?? [];
    return number && title && file ? [{ number, title, file }] : [];
  });
  const missing = Array.from({ length: KNOWN_PAINS }, (_, at) => String(at + 1)).filter(
    (number) => !rows.some((row) => row.number === number),
  );
  return [
    ...missing.map((number) => `${number}: has no row`),
    ...rows.filter((row) => !isThere(row)).map((row) => `${row.number}: ${row.file} has no "${row.title}"`),
  ];
}

function isThere({ title, file }: { title: string; file: string }): boolean {
  return existsSync(file) && readFileSync(file, 'utf8').replaceAll("\\'", "'").includes(title);
}

describe('the table of known pains', () => {
  const page = readFileSync('docs/reliability.md', 'utf8');

  it('has a row for each, with a test that is there', () => {
    assert.deepEqual(faultsOf(page), []);
  });

  it('is found wrong when a test was renamed, and when a row is missing', () => {
    const renamed = page.replace('row 6: a message between', 'row 6: another message between');
    assert.equal(faultsOf(renamed).length, 1);
    assert.equal(faultsOf(page.replace(/^\| 12 .*\n/m, '')).length, 1);
  });
});
