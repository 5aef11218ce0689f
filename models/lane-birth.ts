// What a newborn lane looks like, how entries read as rows of the transcript, and which timers a turn leaves.
import type { Entry, Lane, LaneTimer, Message } from './lane.ts';
import type { AppendRequest } from './lane-requests.ts';

/** Everything a lane holds before its first entry; keys that exist already are kept by the append. */
export function birthOf(request: AppendRequest): Omit<Lane, never> {
  return {
    _id: request.laneId,
    kind: request.laneKind,
    reference: request.reference,
    owner: 'bot',
    ownerEpoch: 0,
    leaseUntil: null,
    worker: null,
    leaseEpoch: 0,
    takenOver: false,
    dueAt: null,
    sequence: 0,
    tries: 0,
    inbox: [],
    seen: [],
    state: null,
    outbox: [],
    timers: [],
    pendingMessages: [],
    pendingTurns: [],
    pendingSince: null,
    createdAt: request.now,
    changedAt: request.now,
  };
}

/** The transcript row of a consumed entry; null for what nobody said (timers, owner changes, reactions). */
export function entryRow(laneId: string, entry: Entry): Message | null {
  const role =
    entry.kind === 'message'
      ? 'customer'
      : entry.kind === 'action' || entry.kind === 'edit' || entry.kind === 'delete'
        ? 'note'
        : null;
  if (!role) return null;
  return { laneId, key: entry.key, sequence: entry.sequence, role, activity: entry.activity, at: entry.receivedAt };
}

/** The rows of what a turn consumed. */
export function rowsOfEntries(lane: Lane, entries: Entry[]): Message[] {
  return entries
    .filter((entry) => entry.kind !== 'timer')
    .map((entry) => entryRow(lane._id, entry))
    .filter((row) => row !== null);
}

/** The lane's timers after a turn; undefined where they stay as they are. */
export function timersAfter(lane: Lane, entries: Entry[], timers?: LaneTimer[]): LaneTimer[] | undefined {
  if (timers) return timers;
  const fired = entries.filter((entry) => entry.kind === 'timer').map((entry) => entry.key);
  return fired.length === 0 ? undefined : lane.timers.filter((timer) => !fired.includes(timer.key));
}
