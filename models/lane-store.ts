// The lane's atomic steps, each one update of one document: append, acquire, commit, settle. Nothing here decides
// anything; who may call what when is the business of queues/lane.ts. Under load the steps of many lanes leave in groups.
import { gather } from './gather.ts';
import type { Lane, LaneKind, OutboxItem } from './lane.ts';
import { createLaneGroups } from './lane-groups.ts';
import type { AppendRequest, AppendResult, CommitRequest, SettleRequest } from './lane-requests.ts';
import {
  type AcquireRequest,
  acquireUpdate,
  appendUpdate,
  commitUpdate,
  easyAppendUpdate,
  laneAfterCommit,
  laneAfterSettle,
  NOT_FOR_A_TURN,
  NOT_OF_A_SETTLED_LANE,
  type SettledLane,
  settleUpdate,
} from './lane-updates.ts';
import type { Models } from './schemas.ts';

const HEAVY = { seen: 0 } as const;
/** Two, so that one group is on its way while the journal is written for the other. */
const GROUPS_IN_FLIGHT = 2;
const MOST_IN_A_GROUP = 64;

export interface LaneStore {
  /** Stores an entry unless its key is known; gives birth to the lane if needed and allowed. */
  append(request: AppendRequest): Promise<AppendResult>;
  /** Takes the lease if something is due and nobody holds it; null otherwise. */
  acquire(laneId: string, worker: string, leaseMs: number, now: Date): Promise<Lane | null>;
  /** Prolongs a lease that is still ours; false when it was lost. */
  renew(lane: Lane, leaseMs: number, now: Date): Promise<boolean>;
  /**
   * Ends a lease whose holder will do nothing more, and its epoch, so that nothing of his that is late still counts; whoever
   * comes next takes the lane over as from a dead one. It was no fault of the turn: that try does not count. False when the
   * lane was not held under this epoch any more.
   */
  giveBack(lane: Pick<Lane, '_id' | 'leaseEpoch'>, now: Date): Promise<boolean>;
  /**
   * The turn's one commit: consumes the entries, saves the state, queues replies and effects. Null when the lease or
   * the ownership changed meanwhile, or the head is not the one the turn began with; then nothing was changed.
   */
  commit(request: CommitRequest): Promise<Lane | null>;
  /**
   * Acknowledges what left the outbox and releases the lane, unless more is due at once: then the lease is kept and
   * prolonged. One update, so nothing that arrives in between is stranded. Null when the lease was lost. Of the rows that
   * wait for their flush the answer has those that this holder knows: what it consumed and said since it took the lane.
   */
  settle(request: SettleRequest): Promise<Lane | null>;
  /** Notes that an item is to be tried again later, or that its fate is unknown. */
  postpone(lane: Lane, item: OutboxItem): Promise<boolean>;
  /** Ids of lanes on which something is overdue and that nobody holds; most overdue first. */
  findDue(before: Date, limit: number): Promise<{ id: string; kind: LaneKind }[]>;
  read(laneId: string): Promise<Lane | null>;
}

export function createLaneStore(models: Pick<Models, 'lanes'>): LaneStore {
  const lanes = models.lanes.collection;
  const filterOf = (filter: Record<string, unknown>) => filter as never;

  const appendOptions = { returnDocument: 'after' as const, projection: { lastAppend: 1 } };

  async function appendAlone(request: AppendRequest): Promise<AppendResult> {
    const { filter, update } = easyAppendUpdate(request);
    try {
      return appendResultOf(await lanes.findOneAndUpdate(filterOf(filter), update, { ...appendOptions, upsert: true }));
    } catch (error) {
      if ((error as { code?: number }).code !== 11000) throw error;
      return appendAgain(request);
    }
  }

  /** After a duplicate key: the lane is there by now, so only a known message matches nothing. */
  async function appendAgain(request: AppendRequest): Promise<AppendResult> {
    const { filter, update } = appendUpdate(request);
    return appendResultOf(await lanes.findOneAndUpdate(filterOf(filter), update, appendOptions));
  }

  async function acquireAlone(request: AcquireRequest): Promise<Lane | null> {
    const { filter, update } = acquireUpdate(request);
    const options = { returnDocument: 'after' as const, projection: NOT_FOR_A_TURN };
    const lane = (await lanes.findOneAndUpdate(filterOf(filter), update, options)) as Lane | null;
    return lane && { ...lane, pendingMessages: [] };
  }

  async function settleAlone(request: SettleRequest): Promise<Lane | null> {
    const { filter, update } = settleUpdate(request);
    const options = { returnDocument: 'after' as const, projection: NOT_OF_A_SETTLED_LANE };
    const found = await lanes.findOneAndUpdate(filterOf(filter), update, options);
    return found && laneAfterSettle(request, found as unknown as SettledLane);
  }

  async function commitAlone(request: CommitRequest): Promise<Lane | null> {
    const { filter, update } = commitUpdate(request);
    const result = await lanes.updateOne(filterOf(filter), update as never);
    return result.matchedCount === 1 ? laneAfterCommit(request) : null;
  }

  const groups = createLaneGroups(lanes, appendAgain);
  /** One step alone costs one command; two and more leave as a group. */
  const grouped = <Request, Result>(
    alone: (request: Request) => Promise<Result>,
    together: (requests: Request[]) => Promise<(Result | Error)[]>,
    laneIdOf: (request: Request) => string,
  ) =>
    gather<Request, Result>(
      async (requests) => (requests.length === 1 ? [await alone(requests[0]!)] : together(requests)),
      { keyOf: laneIdOf, inFlight: GROUPS_IN_FLIGHT, most: MOST_IN_A_GROUP },
    );

  const append = grouped(appendAlone, groups.append, (request) => request.laneId);
  const acquire = grouped(acquireAlone, groups.acquire, (request) => request.laneId);
  const commit = grouped(commitAlone, groups.commit, (request) => request.lane._id);
  const settle = grouped(settleAlone, groups.settle, (request) => request.lane._id);

  async function renew(lane: Lane, leaseMs: number, now: Date): Promise<boolean> {
    // Not one that was released meanwhile: nobody would hold it, and nobody could take it.
    const held = filterOf({ _id: lane._id, leaseEpoch: lane.leaseEpoch, leaseUntil: { $ne: null } });
    const result = await lanes.updateOne(held, {
      $set: { leaseUntil: new Date(now.getTime() + leaseMs) },
    });
    return result.matchedCount === 1;
  }

  async function giveBack({ _id, leaseEpoch }: Pick<Lane, '_id' | 'leaseEpoch'>, now: Date): Promise<boolean> {
    const held = filterOf({ _id, leaseEpoch, leaseUntil: { $gt: now } });
    // Not none: a lease that has run out tells that what was being sent may have left.
    const tries = { $max: [0, { $subtract: ['$tries', 1] }] };
    const result = await lanes.updateOne(held, [
      { $set: { leaseUntil: now, leaseEpoch: { $add: ['$leaseEpoch', 1] }, tries } },
    ]);
    return result.matchedCount === 1;
  }

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

  async function findDue(before: Date, limit: number): Promise<{ id: string; kind: LaneKind }[]> {
    const filter = filterOf({ dueAt: { $lte: before }, $or: [{ leaseUntil: null }, { leaseUntil: { $lte: before } }] });
    const found = await lanes.find(filter, { projection: { kind: 1 }, sort: { dueAt: 1 }, limit }).toArray();
    return found.map((lane) => ({ id: String(lane._id), kind: (lane as { kind?: LaneKind }).kind ?? 'conversation' }));
  }

  async function read(laneId: string): Promise<Lane | null> {
    return (await lanes.findOne(filterOf({ _id: laneId }), { projection: HEAVY })) as Lane | null;
  }

  return {
    append: (request) => (request.mustExist ? appendAgain(request) : append(request)),
    acquire: (laneId, worker, leaseMs, now) => acquire({ laneId, worker, leaseMs, now }),
    renew,
    giveBack,
    commit,
    settle,
    postpone,
    findDue,
    read,
  };
}

function appendResultOf(found: unknown): AppendResult {
  if (!found) return { outcome: 'duplicate' };
  const last = (found as { lastAppend: { sequence: number; refused: boolean } }).lastAppend;
  return { outcome: last.refused ? 'refused' : 'stored', sequence: last.sequence };
}
