// How long a person takes at the moment: from the cases that were taken lately and those that wait still, read now and then
// and never while a customer waits for an answer. Fewer than three cases say nothing.
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { DeskQueue } from '../models/case-reader.ts';
import type { CasePort, Outlook } from '../models/ports.ts';

const MINUTE_MS = 60_000;
/** Older claims tell of another time of the day. */
const LATELY_MS = 3 * 60 * MINUTE_MS;
const KEEP_MS = 5_000;
/** Beyond this it is not known any more. */
const STALE_MS = 60_000;
const FEWEST = 3;
/** Three of four were quicker. */
const SHARE = 0.75;

/** What is known is a few seconds old: asking has it read again for the next one. */
export function createOutlook(
  readQueue: (since: Date) => Promise<DeskQueue>,
  clock: Clock,
  log: Log,
): NonNullable<CasePort['outlook']> {
  let known: { queue: DeskQueue; atMs: number } | null = null;
  let isReading = false;

  function refresh(): void {
    if (isReading || (known && clock.nowMs() - known.atMs < KEEP_MS)) return;
    isReading = true;
    readQueue(new Date(clock.nowMs() - LATELY_MS))
      .then((queue) => {
        known = { queue, atMs: clock.nowMs() };
      })
      .catch((error: unknown) => log.debug('outlook.unread', { error }))
      .finally(() => {
        isReading = false;
      });
  }

  return (dueAt) => {
    refresh();
    return known && clock.nowMs() - known.atMs < STALE_MS ? outlookOf(known.queue, dueAt, clock.now()) : null;
  };
}

/** A case that waits already longer than others did counts, too: a queue that grows is not hidden behind its quick beginning. */
export function outlookOf({ open, taken }: DeskQueue, dueAt: Date, now: Date): Outlook {
  const before = open.filter((one) => new Date(one.dueAt) < dueAt);
  const minutes = (from: Date, to: Date) => (new Date(to).getTime() - new Date(from).getTime()) / MINUTE_MS;
  const waited = taken.map((one) => minutes(one.openedAt, one.claimedAt)).sort((one, other) => one - other);
  const longestOf = (cases: typeof before) =>
    cases
      .map((one) => minutes(one.openedAt, now))
      .filter((one) => one <= LATELY_MS / MINUTE_MS)
      .reduce((most, one) => Math.max(most, one), 0);
  // Where too few were taken to say what is usual, one that is late says enough.
  const overdueMinutes = longestOf(before.filter((one) => new Date(one.dueAt) <= now));
  const overdue = overdueMinutes > 0 ? { overdueMinutes } : {};
  if (waited.length < FEWEST) return { ahead: before.length, minutes: null, ...overdue };
  const usual = waited[Math.ceil(waited.length * SHARE) - 1]!;
  return { ahead: before.length, minutes: Math.max(usual, longestOf(before)), ...overdue };
}
