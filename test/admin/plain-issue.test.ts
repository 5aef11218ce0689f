// What an admin reads when an input is refused: where it stands and what would be right, in no words of a library.
import assert from 'node:assert/strict';
import { z } from 'zod';
import { valuesSchema } from '../../settings/schema.ts';
import { plainIssue } from '../../web/admin-api/plain-issue.ts';

const said = (schema: z.ZodType, input: unknown) => schema.safeParse(input).error?.issues.map(plainIssue);

describe('what is wrong with an input', () => {
  const values = z.object({ values: valuesSchema });

  it('is said with its place and what would be right', () => {
    const hours = { timeZone: 'UTC', week: Array(7).fill([]), holidays: ['2026-12-24', '25.12.2026'] };
    assert.deepEqual(said(values, { values: { hours } }), ['Hours, holidays, no. 2 is a day such as 2026-12-25']);
    assert.deepEqual(said(values, { values: { refundCap: -1 } }), ['Refund cap is at least 0']);
    assert.deepEqual(said(values, { values: { refundCap: 'much' } }), ['Refund cap is a number']);
    assert.deepEqual(said(values, { values: { incident: { mode: 'off', text: 'x'.repeat(501), until: null } } }), [
      'Incident, text is at most 500 characters long',
    ]);
  });

  it('is said in the schema’s own sentence where it has one', () => {
    assert.deepEqual(said(z.object({ why: z.string().min(1, 'say why') }), { why: '' }), ['Why: say why']);
  });

  it('is never said in the words of the library, whatever is wrong', () => {
    const wrongs: [z.ZodType, unknown][] = [
      [z.string().min(1), ''],
      [z.string().min(3), 'x'],
      [z.array(z.string()).max(1), ['a', 'b']],
      [z.number().gt(3), 3],
      [z.number().int(), 1.5],
      [z.number().multipleOf(5), 3],
      [z.email(), 'x'],
      [z.url(), 'x'],
      [z.iso.datetime(), 'x'],
      [z.string().regex(/y/), 'x'],
      [z.enum(['a', 'b']), 'c'],
      [z.strictObject({}), { more: 1 }],
      [z.union([z.string(), z.number()]), true],
      [z.record(z.enum(['a']), z.string()), { b: 1 }],
      [z.date(), 'x'],
    ];
    for (const [schema, input] of wrongs) {
      const found = said(schema, input);
      assert.ok(found?.length, `${JSON.stringify(input)} is taken`);
      for (const line of found) assert.doesNotMatch(line, /Invalid|Too (small|big)|expected|undefined|Unrecognized/);
    }
  });
});
