// The console desk: what a customer writes stays inside its box, and every line says which case it is about.
import assert from 'node:assert/strict';
import { createConsoleDesk } from '../../channels/console/index.ts';
import { caseReference } from '../../models/lane-effects.ts';
import { itemOf } from '../contracts/channel-contract.ts';
import { makeCase } from '../desk/cases.ts';
import { settings } from '../support/channel-stages.ts';

describe('the console desk', () => {
  const show = async (name: string, value: unknown): Promise<string> => {
    const written: string[] = [];
    const desk = createConsoleDesk({ write: (text) => written.push(text) });
    await desk.send(caseReference('ESC-1'), itemOf({ name, value }), settings);
    return written.join('\n');
  };

  it('keeps the card a box, whatever the customer wrote', async () => {
    const at = new Date('2026-03-02T10:00:00Z');
    const recent = [{ who: 'customer' as const, text: `first line\nsecond\tline ${'and on '.repeat(40)}`, at }];
    const lines = (await show('case.card', { ...makeCase('ESC-1', at), recent })).split('\n');
    assert.ok(lines.length > 5);
    assert.equal(new Set(lines.map((line) => line.length)).size, 1, 'the right edge is not straight');
    assert.ok(lines.some((line) => line.startsWith('│ customer  first line second line and on')));
    assert.ok(
      lines.some((line) => /^│ Reason: {3}\S/.test(line)) && lines.some((line) => /^│ Due: {6}2026-/.test(line)),
    );
  });

  it('names the case in each line about it', async () => {
    assert.equal(await show('case.note', { text: 'This case\nis overdue.' }), 'ESC-1 · This case is overdue.');
    assert.equal(await show('case.customer', { name: 'Maya', text: 'hello' }), 'ESC-1 · Maya: hello');
  });
});
