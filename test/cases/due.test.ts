// Times at the desk: targets count open hours only, nobody is reminded at night, and who is on call changes by itself.
import assert from 'node:assert/strict';
import { afterOpenMinutes, dueAt, onDuty, whenOpen } from '../../cases/due.ts';
import { timersOf } from '../../cases/timers.ts';
import { readConfig } from '../../core/config.ts';
import type { OpeningHours } from '../../models/settings.ts';
import { settingsFromConfig } from '../../settings/environment.ts';
import { valuesSchema } from '../../settings/schema.ts';
import { makeCase } from '../desk/cases.ts';

/** Monday to Friday, nine to five in Berlin; the third of March is a holiday. */
const OFFICE: OpeningHours = {
  timeZone: 'Europe/Berlin',
  week: [[], ...Array.from({ length: 5 }, () => [[540, 1_020]] as [number, number][]), []],
  holidays: ['2026-03-03'],
};
const at = (text: string) => new Date(`2026-${text}:00+01:00`);
const base = settingsFromConfig(readConfig({ NODE_ENV: 'test' }));
const office = { ...base, hours: OFFICE };

describe('times at the desk', () => {
  it('count open hours only, over nights, weekends and holidays', () => {
    assert.deepEqual(dueAt(office, 'HIGH', at('03-02T10:00')), at('03-02T11:00'));
    assert.deepEqual(dueAt(office, 'HIGH', at('03-02T16:30')), at('03-04T09:30'), 'the holiday is skipped');
    assert.deepEqual(dueAt(office, 'URGENT', at('03-06T18:00')), at('03-09T09:15'), 'after the weekend');
    assert.deepEqual(afterOpenMinutes(OFFICE, 24 * 60, at('03-04T09:00')), at('03-06T17:00'));
  });

  it('remind nobody at night', () => {
    assert.deepEqual(whenOpen(OFFICE, at('03-02T12:00')), at('03-02T12:00'));
    assert.deepEqual(whenOpen(OFFICE, at('03-02T22:00')), at('03-04T09:00'));
    const claimed = makeCase('ESC-1', at('03-02T16:50'), {
      status: 'claimed',
      owner: { id: 'U1', name: 'Ana' },
      claimedAt: at('03-02T16:50'),
    });
    const silent = timersOf(claimed, office).find((timer) => timer.name === 'owner silent')!;
    assert.deepEqual(silent.at, at('03-04T09:00'));
  });

  it('let words leave at once, and tell customers the truth at any hour', () => {
    const night = at('03-02T23:00');
    const open = makeCase('ESC-1', night, { dueAt: night });
    const told = timersOf(open, office).find((timer) => timer.name === 'tell customer')!;
    assert.equal(told.at.getTime() - night.getTime(), 20 * 60_000);
    const word = { messageId: 'm1', cause: 'e1', by: { id: 'U1', name: 'Ana' }, text: 'x', leaveAt: night };
    const pending = makeCase('ESC-1', night, { status: 'claimed', owner: { id: 'U1', name: 'Ana' }, pending: [word] });
    assert.deepEqual(timersOf(pending, office)[0], { key: 'words:m1', at: night, name: 'words leave' });
  });

  it('remind of a case that should be settled by now', () => {
    const claimed = makeCase('ESC-1', at('03-04T09:00'), {
      status: 'claimed',
      priority: 'URGENT',
      owner: { id: 'U1', name: 'Ana' },
      claimedAt: at('03-04T09:00'),
    });
    const due = timersOf(claimed, office).find((timer) => timer.name === 'resolve due')!;
    assert.deepEqual(due.at, whenOpen(OFFICE, at('03-04T17:00')), 'eight open hours later, and then the next morning');
  });

  it('call the one whose turn it is', () => {
    const rotation = { since: '2026-03-02', days: 7, people: ['U1', 'U2', 'U3'] };
    const on = (text: string) => onDuty(rotation, OFFICE, at(text));
    assert.deepEqual([on('03-01T12:00'), on('03-02T00:30'), on('03-08T23:00')], [[], ['U1'], ['U1']]);
    assert.deepEqual([on('03-09T00:30'), on('03-16T12:00'), on('03-23T12:00')], [['U2'], ['U3'], ['U1']]);
    assert.deepEqual(onDuty(null, OFFICE, at('03-02T12:00')), []);
  });

  it('stay readable in a revision of an earlier release', () => {
    const { onCall, leads, widenAfterMinutes, ownerSilentMinutes, customerSilentHours, rateAfterMinutes, reopenHours } =
      base.desk;
    const earlier = {
      desk: {
        onCall,
        leads,
        widenAfterMinutes,
        ownerSilentMinutes,
        customerSilentHours,
        rateAfterMinutes,
        reopenHours,
      },
    };
    assert.deepEqual(valuesSchema.parse(earlier).desk, base.desk);
  });
});
