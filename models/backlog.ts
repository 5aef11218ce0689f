// What waits at this moment: conversations, cases, dead letters, alerts. Counted in the store, at most once in a while
// however often it is asked, since /metrics and the watch of every instance ask.
import type { Clock } from '../core/clock.ts';
import type { Models } from './schemas.ts';

export interface Backlog {
  /** Lanes whose time has come and that nobody holds: the sweeper's work. */
  lanesDue: number;
  /** Age of the oldest of them, in seconds. */
  oldestDueSeconds: number;
  casesOpen: number;
  casesOverdue: number;
  /** Since the oldest open case was opened, in seconds. */
  oldestCaseSeconds: number;
  deadLetters: number;
  /** Of these, how many came in the last hour. */
  freshDeadLetters: number;
}

export interface BacklogReader {
  read(): Promise<Backlog>;
}

const FRESH_FOR_MS = 4_000;
const HOUR_MS = 3_600_000;
const MOST = 100_000;

export function createBacklogReader(models: Models, clock: Clock): BacklogReader {
  const lanes = models.lanes.collection;
  const letters = models.deadLetters.collection;
  let last: { atMs: number; backlog: Promise<Backlog> } | undefined;

  async function count(): Promise<Backlog> {
    const now = clock.now();
    const due = { dueAt: { $lte: now }, $or: [{ leaseUntil: null }, { leaseUntil: { $lte: now } }] };
    const open = { kind: 'case', 'state.status': 'open' };
    const [lanesDue, oldestDue, casesOpen, casesOverdue, oldestCase, deadLetters, freshDeadLetters] = await Promise.all(
      [
        lanes.countDocuments(due, { limit: MOST }),
        lanes.find(due, { projection: { dueAt: 1 }, sort: { dueAt: 1 }, limit: 1 }).toArray(),
        lanes.countDocuments(open, { limit: MOST }),
        lanes.countDocuments({ ...open, 'state.dueAt': { $lt: now } }, { limit: MOST }),
        lanes.find(open, { projection: { 'state.openedAt': 1 }, sort: { 'state.openedAt': 1 }, limit: 1 }).toArray(),
        letters.countDocuments({}, { limit: MOST }),
        letters.countDocuments({ at: { $gt: new Date(now.getTime() - HOUR_MS) } }, { limit: MOST }),
      ],
    );
    const secondsSince = (at: Date | undefined) => (at ? Math.max(0, (now.getTime() - at.getTime()) / 1_000) : 0);
    return {
      lanesDue,
      oldestDueSeconds: secondsSince((oldestDue[0] as { dueAt?: Date } | undefined)?.dueAt),
      casesOpen,
      casesOverdue,
      oldestCaseSeconds: secondsSince((oldestCase[0] as { state?: { openedAt?: Date } } | undefined)?.state?.openedAt),
      deadLetters,
      freshDeadLetters,
    };
  }

  return {
    read: () => {
      const nowMs = clock.nowMs();
      if (!last || nowMs - last.atMs >= FRESH_FOR_MS) {
        const backlog = count();
        last = { atMs: nowMs, backlog };
        // A failure is not remembered: the next who asks tries again.
        backlog.catch(() => {
          last = undefined;
        });
      }
      return last.backlog;
    },
  };
}
