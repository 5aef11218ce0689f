// The lane's atomic steps as what MongoDB is told: a filter that says when the step is allowed, and the one update of
// one document that it is. The same step leaves alone or in a group with other lanes' steps.
import type { Lane } from './lane.ts';
import { rowsOfEntries, timersAfter } from './lane-birth.ts';
import { appendPipeline, commitStage, seenKeyOf, settlePipeline } from './lane-pipelines.ts';
import type { AppendRequest, CommitRequest, SettleRequest } from './lane-requests.ts';

export interface LaneUpdate {
  filter: Record<string, unknown>;
  update: Record<string, unknown> | Record<string, unknown>[];
}

/** A lane as a settle answers it; `said`: the number of the last visible message when it was settled. */
export type SettledLane = Omit<Lane, keyof typeof NOT_OF_A_SETTLED_LANE> & { tickets: { said: number } };
export const NOT_OF_A_SETTLED_LANE = { seen: 0, state: 0, pendingMessages: 0, pendingTurns: 0 } as const;
/** Rows that wait for their flush are of no use to a turn, and under load they are most of the lane. */
export const NOT_FOR_A_TURN = { seen: 0, pendingMessages: 0 } as const;

export interface AcquireRequest {
  laneId: string;
  worker: string;
  leaseMs: number;
  now: Date;
}

export function appendUpdate(request: AppendRequest): LaneUpdate {
  return {
    filter: { _id: request.laneId, 'seen.key': { $ne: seenKeyOf(request.entry.key) } },
    update: appendPipeline(request),
  };
}

/**
 * The append for a lane that is not full, which is nearly every one: without the flood guard it is half as long. On a
 * full lane it is not allowed and, like a duplicate, ends as a duplicate key of the upsert.
 */
export function easyAppendUpdate(request: AppendRequest): LaneUpdate {
  const { flood, ...easy } = request;
  const { filter, update } = appendUpdate(easy);
  return { filter: { ...filter, ...(flood ? { [`inbox.${flood.limit - 1}`]: { $exists: false } } : {}) }, update };
}

/** Allowed when something is due and nobody holds the lane. */
export function acquireUpdate({ laneId, worker, leaseMs, now }: AcquireRequest, ticket?: string): LaneUpdate {
  return {
    filter: { _id: laneId, dueAt: { $lte: now }, $or: [{ leaseUntil: null }, { leaseUntil: { $lte: now } }] },
    update: [
      {
        $set: {
          takenOver: { $ne: ['$leaseUntil', null] },
          leaseUntil: new Date(now.getTime() + leaseMs),
          worker: { $literal: worker },
          leaseEpoch: { $add: ['$leaseEpoch', 1] },
          tries: { $add: ['$tries', 1] },
          ...(ticket ? { 'tickets.acquire': ticket } : {}),
        },
      },
    ],
  };
}

/** Allowed while lease and ownership are as they were and the head is the one the turn began with. */
export function commitUpdate(request: CommitRequest, ticket?: string): LaneUpdate {
  const { lane, entries, decision, now } = request;
  const keys = entries.map((entry) => entry.key);
  const timers = timersAfter(lane, entries, decision.timers);
  const update = {
    $pull: { inbox: { key: { $in: keys } } },
    $push: {
      outbox: { $each: request.items },
      pendingMessages: { $each: rowsOfEntries(lane, entries) },
      pendingTurns: { $each: request.turn ? [request.turn] : [] },
    },
    $set: {
      state: decision.state,
      tries: 0,
      pendingSince: lane.pendingSince ?? now,
      ...(decision.owner === undefined ? {} : { owner: decision.owner }),
      ...(timers ? { timers } : {}),
      ...(ticket ? { 'tickets.commit': ticket } : {}),
    },
  };
  return { filter: commitFilter(request), update };
}

function commitFilter({ lane, entries }: CommitRequest): Record<string, unknown> {
  const head = entries.find((entry) => entry.kind !== 'timer');
  const held = { _id: lane._id, leaseEpoch: lane.leaseEpoch, ownerEpoch: lane.ownerEpoch };
  return head ? { ...held, 'inbox.0.key': head.key } : held;
}

/**
 * What the lane's holder knows after its commit. Entries that arrived meanwhile are not in it; the settle that follows
 * answers with the lane as it stands.
 */
export function laneAfterCommit(request: CommitRequest): Lane {
  const { lane, entries, decision, now } = request;
  const keys = new Set(entries.map((entry) => entry.key));
  const timers = timersAfter(lane, entries, decision.timers);
  return {
    ...lane,
    inbox: lane.inbox.filter((entry) => !keys.has(entry.key)),
    outbox: [...lane.outbox, ...request.items],
    pendingMessages: [...lane.pendingMessages, ...rowsOfEntries(lane, entries)],
    pendingTurns: request.turn ? [...lane.pendingTurns, request.turn] : lane.pendingTurns,
    state: decision.state,
    tries: 0,
    pendingSince: lane.pendingSince ?? now,
    ...(decision.owner === undefined ? {} : { owner: decision.owner }),
    ...(timers ? { timers } : {}),
  };
}

/**
 * What the lane's holder knows after its settle: what it knew, with the numbers that its rows were given, and what the
 * store answers of the rest (without what only grows: state, rows that wait, memory of keys).
 */
export function laneAfterSettle(request: SettleRequest, found: SettledLane): Lane {
  const { lane, rows, turns } = request;
  const { tickets, ...rest } = found;
  const before = tickets.said - rows.length;
  const stamped = new Map(turns.map((turn) => [turn.record.id, turn]));
  return {
    ...rest,
    seen: [],
    state: lane.state,
    pendingMessages: [...lane.pendingMessages, ...rows.map((row, at) => ({ ...row, sequence: before + at + 1 }))],
    pendingTurns: lane.pendingTurns.map((turn) => stamped.get(turn.record.id) ?? turn),
  };
}

/** Allowed while the lease is ours; with a turn's commit in it, when that is allowed. */
export function settleUpdate(request: SettleRequest, ticket?: string): LaneUpdate {
  const { commit, lane } = request;
  const update = settlePipeline(request);
  if (commit) update.unshift(commitStage(commit));
  if (ticket) update.push({ $set: { 'tickets.settle': ticket } });
  return { filter: commit ? commitFilter(commit) : { _id: lane._id, leaseEpoch: lane.leaseEpoch }, update };
}
