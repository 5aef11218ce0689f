// Many lanes' steps in one command. Each step stays one update of one document with its own filter; the group shares
// the way to MongoDB and the wait for the journal. Who was allowed is read back by the group's ticket, which no other
// group writes.
import { randomBytes } from 'node:crypto';
import type { Lane } from './lane.ts';
import { seenKeyOf } from './lane-pipelines.ts';
import type { AppendRequest, AppendResult, CommitRequest, SettleRequest } from './lane-requests.ts';
import {
  type AcquireRequest,
  acquireUpdate,
  commitUpdate,
  easyAppendUpdate,
  type LaneUpdate,
  laneAfterCommit,
  laneAfterSettle,
  NOT_FOR_A_TURN,
  NOT_OF_A_SETTLED_LANE,
  type SettledLane,
  settleUpdate,
} from './lane-updates.ts';
import type { Models } from './schemas.ts';

const DUPLICATE_KEY = 11000;

const processTag = randomBytes(6).toString('base64url');
let groups = 0;

function newTicket(): string {
  groups += 1;
  return `${processTag}${groups.toString(36)}`;
}

interface Appended {
  _id: string;
  lastAppend: { sequence: number; refused: boolean; key: string };
  inbox: { key: string; sequence: number }[];
}

/** The grouped forms of the lane's steps; `appendAgain` is asked where a group cannot tell a duplicate from a birth. */
export function createLaneGroups(
  lanes: Models['lanes']['collection'],
  appendAgain: (request: AppendRequest) => Promise<AppendResult>,
) {
  /** Runs the updates; gives back the indexes that MongoDB refused as duplicate keys, and how many lanes matched. */
  async function write(updates: LaneUpdate[], upsert: boolean): Promise<{ refused: Set<number>; matched: number }> {
    const operations = updates.map(({ filter, update }) => ({ updateOne: { filter, update, upsert } }));
    try {
      const result = await lanes.bulkWrite(operations as never, { ordered: false });
      return { refused: new Set(), matched: result.matchedCount };
    } catch (error) {
      const failures = (error as { writeErrors?: { code: number; index: number }[] | { code: number; index: number } })
        .writeErrors;
      const list = Array.isArray(failures) ? failures : failures ? [failures] : [];
      if (list.length === 0 || list.some((failure) => failure.code !== DUPLICATE_KEY)) throw error;
      return { refused: new Set(list.map((failure) => failure.index)), matched: Number.NaN };
    }
  }

  async function findByTicket(
    ids: string[],
    step: string,
    ticket: string,
    projection: Record<string, 0>,
  ): Promise<Map<string, Lane>> {
    const filter = { _id: { $in: ids }, [`tickets.${step}`]: ticket };
    const found = (await lanes.find(filter as never, { projection }).toArray()) as unknown as Lane[];
    return new Map(found.map((lane) => [lane._id, lane]));
  }

  async function append(requests: AppendRequest[]): Promise<(AppendResult | Error)[]> {
    const { refused } = await write(requests.map(easyAppendUpdate), true);
    const ids = requests.filter((_request, at) => !refused.has(at)).map((request) => request.laneId);
    const projection = { lastAppend: 1, 'inbox.key': 1, 'inbox.sequence': 1 };
    const found = (await lanes.find({ _id: { $in: ids } } as never, { projection }).toArray()) as unknown as Appended[];
    const byId = new Map(found.map((lane) => [lane._id, lane]));
    return Promise.all(
      requests.map((request, at) =>
        // A duplicate, a full lane, or another writer gave birth to it in the same moment: only a second try can tell.
        refused.has(at) ? appendAgain(request).catch(asError) : appendedOf(request, byId.get(request.laneId)),
      ),
    );
  }

  async function acquire(requests: AcquireRequest[]): Promise<(Lane | null)[]> {
    const ticket = newTicket();
    const { matched } = await write(
      requests.map((request) => acquireUpdate(request, ticket)),
      false,
    );
    if (matched === 0) return requests.map(() => null);
    const ids = requests.map((request) => request.laneId);
    const found = await findByTicket(ids, 'acquire', ticket, NOT_FOR_A_TURN);
    return requests.map((request) => {
      const lane = found.get(request.laneId);
      return lane ? { ...lane, pendingMessages: [] } : null;
    });
  }

  async function commit(requests: CommitRequest[]): Promise<(Lane | null)[]> {
    const ticket = newTicket();
    const { matched } = await write(
      requests.map((request) => commitUpdate(request, ticket)),
      false,
    );
    if (matched === requests.length) return requests.map(laneAfterCommit);
    const ids = requests.map((request) => request.lane._id);
    const found = await findByTicket(ids, 'commit', ticket, { ...NOT_FOR_A_TURN, state: 0 });
    return requests.map((request) => (found.has(request.lane._id) ? laneAfterCommit(request) : null));
  }

  async function settle(requests: SettleRequest[]): Promise<(Lane | null)[]> {
    const ticket = newTicket();
    await write(
      requests.map((request) => settleUpdate(request, ticket)),
      false,
    );
    const ids = requests.map((request) => request.lane._id);
    const found = await findByTicket(ids, 'settle', ticket, NOT_OF_A_SETTLED_LANE);
    return requests.map((request) => {
      const read = found.get(request.lane._id);
      if (!read) return null;
      const lane = laneAfterSettle(request, read as unknown as SettledLane);
      // Released, and taken by somebody else before it was read back: that lease is not ours to go on with.
      return lane.leaseEpoch === request.lane.leaseEpoch ? lane : { ...lane, leaseUntil: null, worker: null };
    });
  }

  return { append, acquire, commit, settle };
}

/**
 * What the append became. MongoDB did not refuse it, so it was applied; only its number is still to be read. When other
 * processes have appended since, it stands in the inbox, or a worker has consumed it: then whoever rang for the later
 * one has rung for this one, too, and there is nothing left to do for the caller.
 */
function appendedOf(request: AppendRequest, lane: Appended | undefined): AppendResult {
  const last = lane?.lastAppend;
  if (last && last.key === seenKeyOf(request.entry.key))
    return { outcome: last.refused ? 'refused' : 'stored', sequence: last.sequence };
  const waiting = lane?.inbox.find((entry) => entry.key === request.entry.key);
  return waiting ? { outcome: 'stored', sequence: waiting.sequence } : { outcome: 'duplicate' };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
