// A case on hold: its timers stand still until a time, until the customer writes, or until the shop reports something. It is
// never forgotten: what only waits for an event comes back by itself in the end.
import type { HoldEvent } from '../../models/case.ts';
import type { Entry } from '../../models/lane.ts';
import { move } from '../case.ts';
import { type CaseWork, note, whisper } from '../case-work.ts';
import { show } from '../desk-items.ts';
import type { DeskActions } from './desk-actions.ts';

const LONGEST_MS = 14 * 86_400_000;
const WAITS_FOR = { customer: 'the customer writes', shop: 'the shop reports something' } as const;

export function hold(work: CaseWork, entry: Entry, { by, until, event }: DeskActions['desk.hold']): void {
  const at = until === undefined && event ? new Date(work.now.getTime() + LONGEST_MS) : new Date(until ?? '');
  if (Number.isNaN(at.getTime()) || at <= work.now || (event && !(event in WAITS_FOR)))
    return whisper(work, entry, by.id, 'Say until when, in the future, or what it waits for.');
  const result = move(work.subject, { what: 'hold', by, at: work.now });
  if (!result.moved) return whisper(work, entry, by.id, result.why);
  const { heldFor: _before, ...held } = result.case;
  // The end of an earlier hold was said; that of this one is not.
  const reminded = held.reminded.filter((name) => name !== 'hold over');
  work.subject = { ...held, heldUntil: at, ...(event ? { heldFor: event } : {}), reminded };
  note(work, by.id, `on hold until ${event ? `${WAITS_FOR[event]}, at the latest ` : ''}${at.toISOString()}`);
  work.cardChanged = true;
}

/** Somebody has to look at it again. */
export function endHold(work: CaseWork, entry: Pick<Entry, 'key'>, why: string): void {
  const { heldUntil: _until, heldFor: _event, ...subject } = work.subject;
  work.subject = { ...subject, status: 'claimed' };
  note(work, 'clock', 'not on hold any more');
  work.cardChanged = true;
  const mention = subject.owner ? [subject.owner.id] : [];
  work.items.push(show(work.lane, entry.key, 'case.note', { text: why, mention }, work.now));
}

/** What the case waited for has happened. */
export function endHoldFor(work: CaseWork, entry: Pick<Entry, 'key'>, event: HoldEvent): void {
  if (work.subject.status !== 'on hold' || work.subject.heldFor !== event) return;
  const why = event === 'customer' ? 'The customer has written' : 'The shop has reported something';
  endHold(work, { key: `${entry.key}-hold` }, `${why}, so the case is not on hold any more.`);
}

const REPORTS: Record<string, string> = {
  'parcel.delayed': 'a parcel is delayed',
  'refund.booked': 'a refund is booked',
  'back.in.stock': 'something is back in stock',
  'bug.fixed': 'a problem is fixed',
};

/** The customer of an open case is told by the person who has it, or who will. */
export function hearShop(
  work: CaseWork,
  entry: Entry,
  { type, orderId, product, on }: { type: string; orderId?: string; product?: string; on?: string },
): void {
  const about = [orderId, product, on].filter(Boolean).join(' · ');
  const text = `The shop reports: ${REPORTS[type] ?? type}${about ? ` (${about})` : ''}. The customer was not told of it.`;
  work.items.push(show(work.lane, entry.key, 'case.note', { text }, work.now));
  endHoldFor(work, entry, 'shop');
}
