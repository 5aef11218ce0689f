// Nothing is forgotten: when a case is due for a reminder, derived from the case alone. Each reminder is given once; a
// case on hold has none.
import type { Case } from '../models/case.ts';
import type { LaneTimer } from '../models/lane.ts';
import type { DeskSettings, Settings } from '../models/settings.ts';
import { isTaken } from './case.ts';
import { afterOpenMinutes, whenOpen } from './due.ts';

const MINUTE_MS = 60_000;

export type Reminder =
  | 'due soon'
  | 'overdue'
  | 'widen'
  | 'tell customer'
  | 'owner silent'
  | 'offer reassign'
  | 'customer silent'
  | 'resolve due'
  | 'ask rating'
  | 'queue news';

/** What waits until the desk is open: nobody is reminded before, and the queue does not move. */
const WHEN_OPEN: ReadonlySet<string> = new Set([
  'queue news',
  'due soon',
  'overdue',
  'widen',
  'owner silent',
  'offer reassign',
  'resolve due',
]);

/** The next reminders of a case, earliest first. */
export function timersOf(subject: Case, { desk, hours }: Pick<Settings, 'desk' | 'hours'>): LaneTimer[] {
  const all = [
    ...words(subject),
    ...hold(subject),
    ...unclaimed(subject, desk),
    ...claimed(subject, desk),
    ...unsettled(subject, { desk, hours }),
    ...closed(subject, desk),
  ];
  return all
    .filter((timer) => !subject.reminded.includes(timer.name))
    .map((timer) => (WHEN_OPEN.has(timer.name) ? { ...timer, at: whenOpen(hours, timer.at) } : timer))
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

function timer(subject: Case, name: Reminder | 'hold over', atMs: number, data?: Record<string, string>): LaneTimer {
  return { key: `${name}:${subject.ownershipEpoch}:${atMs}`, at: new Date(atMs), name, ...(data ? { data } : {}) };
}

/** Words that may still be taken back leave when their time is over; on hold, too. */
function words({ pending = [] }: Case): LaneTimer[] {
  const first = pending[0];
  if (!first) return [];
  return [{ key: `words:${first.messageId}`, at: new Date(first.leaveAt), name: 'words leave' }];
}

function hold(subject: Case): LaneTimer[] {
  if (subject.status !== 'on hold' || !subject.heldUntil) return [];
  return [timer(subject, 'hold over', new Date(subject.heldUntil).getTime())];
}

/** Open and nobody takes it: warn, mention the on-call, widen, and tell the customer honestly. */
function unclaimed(subject: Case, desk: DeskSettings): LaneTimer[] {
  if (subject.status !== 'open') return [];
  const due = new Date(subject.dueAt).getTime();
  const since = new Date(subject.waitsSince ?? subject.openedAt).getTime();
  const widenMs = desk.widenAfterMinutes * MINUTE_MS;
  return [
    timer(subject, 'due soon', since + (due - since) * 0.66),
    timer(subject, 'overdue', due),
    timer(subject, 'widen', due + widenMs),
    timer(subject, 'tell customer', due + widenMs * 2),
    ...news(subject, desk),
  ];
}

/** Each SMS costs money and rings: hourly at most. */
const SMS_NEWS_MINUTES = 60;

/** How often a customer on this channel may hear of their place in the queue. */
export function newsEveryMinutes(
  { queueNewsMinutes }: Pick<DeskSettings, 'queueNewsMinutes'>,
  channel: string,
): number {
  return channel === 'sms' ? Math.max(SMS_NEWS_MINUTES, queueNewsMinutes) : queueNewsMinutes;
}

/** Again and again until somebody takes it. */
function news({ newsAt, ...subject }: Case, desk: DeskSettings): LaneTimer[] {
  const everyMs = newsEveryMinutes(desk, subject.conversation.channel) * MINUTE_MS;
  if (desk.queueNewsMinutes === 0) return [];
  // One that was opened again begins anew.
  const since = Math.max(new Date(newsAt ?? subject.openedAt).getTime(), new Date(subject.openedAt).getTime());
  return [timer(subject, 'queue news', since + everyMs)];
}

/** Claimed but silent: remind, then offer to reassign; the customer silent: close gently. */
function claimed(subject: Case, desk: DeskSettings): LaneTimer[] {
  if (!isTaken(subject) || subject.status === 'on hold') return [];
  const staff = subject.lastStaffAt ? new Date(subject.lastStaffAt).getTime() : 0;
  const customer = subject.lastCustomerAt ? new Date(subject.lastCustomerAt).getTime() : 0;
  const since = Math.max(customer, new Date(subject.claimedAt ?? subject.openedAt).getTime());
  if (staff < since) {
    const silentMs = desk.ownerSilentMinutes * MINUTE_MS;
    return [timer(subject, 'owner silent', since + silentMs), timer(subject, 'offer reassign', since + silentMs * 2)];
  }
  return [timer(subject, 'customer silent', staff + desk.customerSilentHours * 60 * MINUTE_MS)];
}

/** Taken, and not settled by the time that its priority allows. */
function unsettled(subject: Case, { desk, hours }: Pick<Settings, 'desk' | 'hours'>): LaneTimer[] {
  if (subject.status !== 'claimed') return [];
  const minutes = desk.resolveHours[subject.priority] * 60;
  return [timer(subject, 'resolve due', afterOpenMinutes(hours, minutes, new Date(subject.openedAt)).getTime())];
}

function closed(subject: Case, desk: DeskSettings): LaneTimer[] {
  if (subject.status !== 'resolved' || subject.satisfaction || !subject.resolvedAt) return [];
  return [timer(subject, 'ask rating', new Date(subject.resolvedAt).getTime() + desk.rateAfterMinutes * MINUTE_MS)];
}
