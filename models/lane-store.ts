// The lane's atomic steps, each one update of one document: append, acquire, commit, settle. Nothing here decides
// anything; who may call what when is the business of queues/lane.ts.
import type { Entry, Lane, LaneDecision, LaneKind, OutboxItem } from './lane.ts';
import { entryRow } from './lane-birth.ts';
import { appendPipeline, seenKeyOf, settlePipeline } from './lane-pipelines.ts';
import type { AppendRequest, AppendResult, CommitRequest, SettleRequest } from './lane-requests.ts';
import type { Models } from './schemas.ts';

const HEAVY = { seen: 0 } as const;

export type LaneStore = ReturnType<typeof createLaneStore>;

export function createLaneStore(models: Pick<Models, 'lanes'>) {
  const lanes = models.lanes.collection;
  const filterOf = (filter: Record<string, unknown>) => filter as never;

  async function append(request: AppendRequest): Promise<AppendResult> {
    const { laneId, entry } = request;
    const filter = filterOf({ _id: laneId, 'seen.key': { $ne: seenKeyOf(entry.key) } });
    const options = { returnDocument: 'after' as const, projection: { lastAppend: 1 } };
    const pipeline = appendPipeline(request);
    let found: unknown;
    try {
      found = await lanes.findOneAndUpdate(filter, pipeline, { ...options, upsert: true });
    } catch (error) {
      if ((error as { code?: number }).code !== 11000) throw error;
      // A duplicate, or another writer gave birth to the lane in the same moment: only the second try can tell.
      found = await lanes.findOneAndUpdate(filter, pipeline, options);
    }
    if (!found) return { outcome: 'duplicate' };
    const last = (found as { lastAppend: { sequence: number; refused: boolean } }).lastAppend;
    return { outcome: last.refused ? 'refused' : 'stored', sequence: last.sequence };
  }

  /** Takes the lease if something is due and nobody holds it; null otherwise. */
  async function acquire(laneId: string, worker: string, leaseMs: number, now: Date): Promise<Lane | null> {
    const filter = filterOf({
      _id: laneId,
      dueAt: { $lte: now },
      $or: [{ leaseUntil: null }, { leaseUntil: { $lte: now } }],
    });
    const pipeline = [
      {
        $set: {
          takenOver: { $ne: ['$leaseUntil', null] },
          leaseUntil: new Date(now.getTime() + leaseMs),
          worker: { $literal: worker },
          leaseEpoch: { $add: ['$leaseEpoch', 1] },
          tries: { $add: ['$tries', 1] },
        },
      },
    ];
    return (await lanes.findOneAndUpdate(filter, pipeline, {
      returnDocument: 'after',
      projection: HEAVY,
    })) as Lane | null;
  }

  /** Prolongs a lease that is still ours; false when it was lost. */
  async function renew(lane: Lane, leaseMs: number, now: Date): Promise<boolean> {
    const result = await lanes.updateOne(filterOf({ _id: lane._id, leaseEpoch: lane.leaseEpoch }), {
      $set: { leaseUntil: new Date(now.getTime() + leaseMs) },
    });
    return result.matchedCount === 1;
  }

  /**
   * The turn's one commit: consumes the entries, saves the state, queues replies and effects. Null when the lease or
   * the ownership changed meanwhile, or the head is not the one the turn began with; then nothing was changed.
   */
  async function commit(request: CommitRequest): Promise<Lane | null> {
    const { lane, entries, decision, now } = request;
    const keys = entries.map((entry) => entry.key);
    const stored = entries.filter((entry) => entry.kind !== 'timer');
    const filter: Record<string, unknown> = { _id: lane._id, leaseEpoch: lane.leaseEpoch, ownerEpoch: lane.ownerEpoch };
    if (stored.length > 0) filter['inbox.0.key'] = stored[0]!.key;
    const rows = stored.map((entry) => entryRow(lane._id, entry)).filter((row) => row !== null);
    const update = {
      $pull: { inbox: { key: { $in: keys } } },
      $push: {
        outbox: { $each: request.items },
        pendingMessages: { $each: rows },
        pendingTurns: { $each: request.turn ? [request.turn] : [] },
      },
      $set: {
        state: decision.state,
        tries: 0,
        pendingSince: lane.pendingSince ?? now,
        ...(decision.owner === undefined ? {} : { owner: decision.owner }),
        ...timersAfter(lane, entries, decision),
      },
    };
    return (await lanes.findOneAndUpdate(filterOf(filter), update as never, {
      returnDocument: 'after',
      projection: HEAVY,
    })) as Lane | null;
  }

  /**
   * Acknowledges what left the outbox and releases the lane, unless more is due at once: then the lease is kept and
   * prolonged. One update, so nothing that arrives in between is stranded. Null when the lease was lost.
   */
  async function settle(request: SettleRequest): Promise<Lane | null> {
    const filter = filterOf({ _id: request.lane._id, leaseEpoch: request.lane.leaseEpoch });
    return (await lanes.findOneAndUpdate(filter, settlePipeline(request), {
      returnDocument: 'after',
      projection: HEAVY,
    })) as Lane | null;
  }

  /** Notes that an item is to be tried again later, or that its fate is unknown. */
  async function postpone(lane: Lane, item: OutboxItem): Promise<boolean> {
    const result = await lanes.updateOne(
      filterOf({ _id: lane._id, leaseEpoch: lane.leaseEpoch }),
      {
        $set: {
          'outbox.$[item].notBefore': item.notBefore,
          'outbox.$[item].attempts': item.attempts,
          'outbox.$[item].ambiguousSince': item.ambiguousSince,
        },
      },
      { arrayFilters: [{ 'item.id': item.id }] },
    );
    return result.matchedCount === 1;
  }

  /** Ids of lanes on which something is overdue and that nobody holds; most overdue first. */
  async function findDue(before: Date, limit: number): Promise<{ id: string; kind: LaneKind }[]> {
    const filter = filterOf({ dueAt: { $lte: before }, $or: [{ leaseUntil: null }, { leaseUntil: { $lte: before } }] });
    const found = await lanes.find(filter, { projection: { kind: 1 }, sort: { dueAt: 1 }, limit }).toArray();
    return found.map((lane) => ({ id: String(lane._id), kind: (lane as { kind?: LaneKind }).kind ?? 'conversation' }));
  }

  async function read(laneId: string): Promise<Lane | null> {
    return (await lanes.findOne(filterOf({ _id: laneId }), { projection: HEAVY })) as Lane | null;
  }

  return { append, acquire, renew, commit, settle, postpone, findDue, read };
}

function timersAfter(lane: Lane, entries: Entry[], decision: LaneDecision): { timers?: Lane['timers'] } {
  if (decision.timers) return { timers: decision.timers };
  const fired = entries.filter((entry) => entry.kind === 'timer').map((entry) => entry.key);
  if (fired.length === 0) return {};
  return { timers: lane.timers.filter((timer) => !fired.includes(timer.key)) };
}
