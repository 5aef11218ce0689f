// Transcript and turn records: append-only collections with idempotent inserts. Rows wait in their lane until their
// batch is inserted, and leave it only then; readers see both places, so nothing is ever invisible in between.
import { setTimeout as pause } from 'node:timers/promises';
import type { Crash } from '../core/crash.ts';
import { CONVERSATION_DAYS } from './conversation-days.ts';
import type { Entry, Lane, Message, PendingTurn } from './lane.ts';
import type { TranscriptReader } from './ports.ts';
import type { DeadLetter, Models } from './schemas.ts';
import type { TurnRecord } from './turn.ts';

/** The rows of one lane that are ready to be moved. */
export interface LaneRows {
  laneId: string;
  /** When the lane was born: an erased one may be born again. */
  bornAt: Date;
  messages: Message[];
  turns: PendingTurn[];
}

type Delivery = NonNullable<Message['delivery']>;
const MOST_LOOKS = 10;
const LOOK_EVERY_MS = 300;
/** From early to final. */
const DELIVERIES: Delivery[] = ['queued', 'sent', 'delivered', 'read', 'failed', 'refused'];

export type Transcript = ReturnType<typeof createTranscript>;

export function createTranscript(models: Models, crash: Crash) {
  const lanes = models.lanes.collection;
  const messages = models.messages.collection;

  /**
   * Moves rows of many lanes at once: three commands, however many lanes there are. Safe to repeat. Rows of a lane that was
   * erased meanwhile are taken back; those of one that is erased later find their end with it.
   */
  async function flush(batch: LaneRows[], now: Date): Promise<void> {
    const rows = batch.flatMap((lane) => lane.messages);
    const turns = batch.flatMap((lane) => lane.turns.map((turn) => turn.record));
    crash('before-flush');
    await Promise.all([insertNew(messages, rows), insertNew(models.turns.collection, turns)]);
    crash('after-flush-insert');
    const { matchedCount } = await lanes.bulkWrite(
      batch.map((lane) => ({
        updateOne: {
          filter: { _id: lane.laneId, createdAt: lane.bornAt } as never,
          update: withoutRows(lane, now) as never,
        },
      })),
      { ordered: false },
    );
    if (matchedCount < batch.length) await takeBack(batch);
  }

  /** What was inserted for lanes that are no more, or not the same any more, and what others have made of it by now. */
  async function takeBack(batch: LaneRows[]): Promise<void> {
    const ids = batch.map((lane) => lane.laneId);
    const found = (await lanes
      .find({ _id: { $in: ids } } as never, { projection: { createdAt: 1 } })
      .toArray()) as unknown as Pick<Lane, '_id' | 'createdAt'>[];
    const born = new Map(found.map((lane) => [lane._id, lane.createdAt.getTime()]));
    const erased = batch.filter((lane) => born.get(lane.laneId) !== lane.bornAt.getTime());
    for (const { laneId, messages: said, turns } of erased) {
      await messages.deleteMany({ laneId, key: { $in: said.map((row) => row.key) } } as never);
      await models.turns.collection.deleteMany({ laneId, id: { $in: turns.map((turn) => turn.record.id) } } as never);
      await models.lanes.db.collection(CONVERSATION_DAYS).deleteMany({ laneId });
    }
  }

  /** Lanes whose rows wait since before `before` (their worker died between settling and flushing). */
  async function findUnflushed(before: Date, limit: number): Promise<LaneRows[]> {
    const projection = { createdAt: 1, pendingMessages: 1, pendingTurns: 1 };
    const movable = { $or: [{ 'pendingMessages.0': { $exists: true } }, { 'pendingTurns.settled': true }] };
    const found = await lanes
      .find({ pendingSince: { $lte: before }, ...movable } as never, { projection, limit })
      .toArray();
    return (found as unknown as Lane[]).map(rowsOf).filter((rows) => rows.messages.length + rows.turns.length > 0);
  }

  /** See TranscriptReader. The lane is read first: a row that has left it is in the collection by then. */
  const readAfter: TranscriptReader['readAfter'] = async (laneId, sequence, limit) => {
    const projection = { inbox: 1, pendingMessages: 1 };
    const lane = (await lanes.findOne({ _id: laneId } as never, { projection })) as unknown as Pick<
      Lane,
      'inbox' | 'pendingMessages'
    > | null;
    if (!lane) return [];
    const stored = (await messages
      .find({ laneId, sequence: { $gt: sequence } } as never, { projection: { _id: 0 }, sort: { sequence: 1 }, limit })
      .toArray()) as unknown as Message[];
    const bySequence = new Map(stored.map((row) => [row.sequence, row]));
    for (const row of lane.pendingMessages) if (row.sequence > sequence) bySequence.set(row.sequence, row);
    for (const entry of lane.inbox)
      if (entry.sequence > sequence && entry.kind === 'message')
        bySequence.set(entry.sequence, visibleEntry(laneId, entry));
    return [...bySequence.values()].sort((one, other) => one.sequence - other.sequence).slice(0, limit);
  };

  const readNewest: TranscriptReader['readNewest'] = async (laneIds) => {
    const found = await lanes.find({ _id: { $in: laneIds } } as never, { projection: { sequence: 1 } }).toArray();
    return new Map(found.map((lane) => [String(lane._id), Number((lane as { sequence?: number }).sequence ?? 0)]));
  };

  /** Was this entry consumed long ago? Guards against redeliveries older than the lane's own memory. */
  async function knows(laneId: string, key: string): Promise<boolean> {
    return (await messages.findOne({ laneId, key } as never, { projection: { _id: 1 } })) !== null;
  }

  async function buryDeadLetter(letter: DeadLetter): Promise<void> {
    await models.deadLetters.collection.updateOne({ _id: letter._id } as never, { $setOnInsert: letter } as never, {
      upsert: true,
    });
  }

  /**
   * A message's fate became known; it only moves forward. True when this is news. A row on its way into the collection is
   * waited for: its batch was read before the news came.
   */
  async function receipt(laneId: string, key: string, delivery: Delivery, failure?: string): Promise<boolean> {
    const before = DELIVERIES.slice(0, DELIVERIES.indexOf(delivery));
    const set = { delivery, ...(failure ? { failure } : {}) };
    const isEarlier = { laneId, key, delivery: { $in: [...before, null] } };
    for (let tries = 0; tries < MOST_LOOKS; tries += 1) {
      const stored = await messages.updateOne(isEarlier as never, { $set: set });
      if (stored.matchedCount > 0) return true;
      // Looked at once more: it may have been inserted between the two.
      if (await knows(laneId, key))
        return (await messages.updateOne(isEarlier as never, { $set: set })).matchedCount > 0;
      await pause(LOOK_EVERY_MS);
    }
    return false;
  }

  /** One row, wherever it is at the moment. */
  async function find(laneId: string, key: string): Promise<Message | null> {
    const lane = (await lanes.findOne({ _id: laneId, 'pendingMessages.key': key } as never, {
      projection: { pendingMessages: 1 },
    })) as unknown as Pick<Lane, 'pendingMessages'> | null;
    const waiting = lane?.pendingMessages.find((row) => row.key === key);
    return waiting ?? ((await messages.findOne({ laneId, key } as never)) as unknown as Message | null);
  }

  /** The turns that were stored last, newest first. */
  async function newestTurns(limit: number): Promise<TurnRecord[]> {
    const found = await models.turns.collection.find({}, { sort: { at: -1 }, limit, projection: { _id: 0 } }).toArray();
    return found as unknown as TurnRecord[];
  }

  return { newestTurns, receipt, find, flush, findUnflushed, readAfter, readNewest, knows, buryDeadLetter };
}

/** The rows of a lane that may be moved: all messages, and the turns whose last reply was accepted. */
export function rowsOf(lane: Pick<Lane, '_id' | 'createdAt' | 'pendingMessages' | 'pendingTurns'>): LaneRows {
  const turns = lane.pendingTurns.filter((turn) => turn.settled);
  return { laneId: lane._id, bornAt: lane.createdAt, messages: lane.pendingMessages, turns };
}

/** A waiting customer entry as a reader sees it. */
export function visibleEntry(laneId: string, entry: Entry): Message {
  return {
    laneId,
    key: entry.key,
    sequence: entry.sequence,
    role: 'customer',
    activity: entry.activity,
    at: entry.receivedAt,
  };
}

function withoutRows(lane: LaneRows, now: Date): Record<string, unknown>[] {
  const sequences = lane.messages.map((row) => row.sequence);
  const turnIds = lane.turns.map((turn) => turn.record.id);
  const keep = (input: string, value: string, moved: unknown[]) => ({
    $filter: { input, as: 'row', cond: { $not: [{ $in: [value, { $literal: moved }] }] } },
  });
  const none = (list: string) => ({ $eq: [{ $size: list }, 0] });
  // Messages that only the store knows (refused ones) keep their time: the sweeper comes for them.
  const since = { $cond: [none('$pendingMessages'), { $cond: [none('$pendingTurns'), null, now] }, '$pendingSince'] };
  return [
    {
      $set: {
        pendingMessages: keep('$pendingMessages', '$$row.sequence', sequences),
        pendingTurns: keep('$pendingTurns', '$$row.record.id', turnIds),
      },
    },
    { $set: { pendingSince: since } },
  ];
}

interface Insertable {
  insertMany(rows: never[], options: { ordered: false }): Promise<unknown>;
}

/** Inserts what is not there yet; a row that is there already counts as inserted. */
async function insertNew(collection: Insertable, rows: object[]): Promise<void> {
  if (rows.length === 0) return;
  try {
    // A copy, since the driver writes its _id into what it is given.
    await collection.insertMany(rows.map((row) => ({ ...row })) as never[], { ordered: false });
  } catch (error) {
    const failures = (error as { writeErrors?: { code?: number }[] | { code?: number } }).writeErrors;
    const list = Array.isArray(failures) ? failures : failures ? [failures] : [];
    if (list.length === 0 || list.some((failure) => failure.code !== 11000)) throw error;
  }
}
