// What a newborn lane looks like, and how an entry reads as a row of the transcript.

import type { Entry, Lane, Message } from './lane.ts';
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
