// Turns added up for each ten minutes, hour and day, and kept so: the numbers of a year are read as quickly as those of a
// day. What is not closed yet is added up from the turns themselves, so that a number is never behind.
import type { Clock } from '../core/clock.ts';
import {
  type ConversationCounts,
  type ConversationDay,
  createConversationDays,
  remember,
} from './conversation-days.ts';
import { addRollup, addTurn, emptyRollup, type Rollup } from './rollup.ts';
import { floor, LEVELS, type Level, next, spansOf } from './rollup-spans.ts';
import type { Models } from './schemas.ts';
import type { TurnRecord } from './turn.ts';

export interface Slice {
  /** Begin of the stretch. */
  at: Date;
  channel: string;
  rollup: Rollup;
}

export interface Range {
  from: Date;
  to: Date;
  channel?: string;
}

export interface Rollups {
  /** Closes what can be closed: at most so many stretches of ten minutes. How many are still to do. */
  keep(most?: number): Promise<number>;
  /** Slices that cover the range exactly, the coarsest that fit; `finest` keeps them at most so coarse. */
  read(range: Range, coarsest?: Level): Promise<Slice[]>;
  /** Conversations, each once for every day on which it has a turn: all, with a person, with or wanting one. */
  conversations(range: Range): Promise<ConversationCounts>;
}

/** Turns reach their collection within seconds of their time; what comes later is found by `mend`. */
const CLOSED_AFTER_MS = 90_000;
/** How far back closed stretches are counted again. */
const MENDED_MS = 2 * LEVELS.hour;

interface Stored extends Slice {
  _id: string;
  level: Level;
  /** Of days only. */
  conversations?: ConversationCounts;
}

const PROJECTION = {
  _id: 0,
  laneId: 1,
  at: 1,
  responseTimeMs: 1,
  sessionSeconds: 1,
  outcome: 1,
  'tools.outcome': 1,
  'agents.name': 1,
  'intents.intent': 1,
  language: 1,
  'sentiment.label': 1,
  usage: 1,
  rating: 1,
  caseId: 1,
};

export function createRollups(models: Models, clock: Clock): Rollups {
  const turns = models.turns.collection;
  const store = models.turns.db.collection<Stored>('turn_rollups');
  const marks = models.turns.db.collection<{ _id: string; until: Date }>('turn_rollup_marks');
  const days = createConversationDays(models);
  let isIndexed = false;

  async function addUp(from: Date, to: Date, channel?: string, each?: (turn: TurnRecord) => void) {
    const lanes = channel ? { laneId: { $gte: `${channel}|`, $lt: `${channel}}` } } : {};
    const cursor = turns.find({ at: { $gte: from, $lt: to }, ...lanes }, { projection: PROJECTION, batchSize: 5_000 });
    const found = new Map<string, Slice>();
    for await (const row of cursor) {
      const turn = row as unknown as TurnRecord;
      const name = turn.laneId.split('|')[0]!;
      const at = floor(turn.at, 'unit');
      const key = `${at.getTime()}|${name}`;
      const slice = found.get(key) ?? { at, channel: name, rollup: emptyRollup() };
      found.set(key, slice);
      addTurn(slice.rollup, turn);
      each?.(turn);
    }
    return [...found.values()];
  }

  /** Everything from `from` to `to` again, whole stretches of ten minutes; hours and days follow. */
  async function close(from: Date, to: Date): Promise<void> {
    const lanes = new Map<string, ConversationDay>();
    const slices = await addUp(from, to, undefined, (turn) => {
      remember(lanes, turn);
    });
    await put('unit', slices);
    await days.keep(lanes);
    for (let at = floor(from, 'hour'); at < to; at = next(at, 'hour')) await lift('hour', 'unit', at, slices);
    for (let at = floor(from, 'day'); at < to; at = next(at, 'day')) await lift('day', 'hour', at, slices);
  }

  /** A coarser level out of the finer one; nothing to do where no turn fell. */
  async function lift(level: Level, finer: Level, at: Date, changed: readonly Slice[]): Promise<void> {
    const end = next(at, level);
    if (!changed.some((slice) => slice.at >= at && slice.at < end)) return;
    const parts = await store.find({ level: finer, at: { $gte: at, $lt: end } }).toArray();
    const sums = new Map<string, Slice>();
    for (const part of parts) {
      const sum = sums.get(part.channel) ?? { at, channel: part.channel, rollup: emptyRollup() };
      sums.set(part.channel, sum);
      addRollup(sum.rollup, part.rollup);
    }
    await put(level, [...sums.values()]);
    if (level === 'day') await countConversations(at);
  }

  async function countConversations(day: Date): Promise<void> {
    for (const { _id: channel, ...conversations } of await days.count(day))
      await store.updateOne({ level: 'day', at: day, channel }, { $set: { conversations } });
  }

  async function put(level: Level, slices: readonly Slice[]): Promise<void> {
    if (slices.length === 0) return;
    await store.bulkWrite(
      slices.map((slice) => {
        const _id = `${level}|${slice.at.toISOString()}|${slice.channel}`;
        return { replaceOne: { filter: { _id }, replacement: { level, ...slice }, upsert: true } };
      }),
      { ordered: false },
    );
  }

  async function closedUntil(): Promise<Date | null> {
    const mark = await marks.findOne({ _id: 'closed' });
    if (mark) return mark.until;
    const [first] = await turns.find({}, { projection: { at: 1 }, sort: { at: 1 }, limit: 1 }).toArray();
    return first ? floor((first as unknown as TurnRecord).at, 'unit') : null;
  }

  /** Turns that came late: where more are there than were added up, the stretch is closed again. */
  async function mend(until: Date): Promise<void> {
    const from = floor(new Date(until.getTime() - MENDED_MS), 'unit');
    const kept = await store.find({ level: 'unit', at: { $gte: from, $lt: until } }).toArray();
    for (let at = from; at < until; at = next(at, 'unit')) {
      const known = kept.filter((slice) => slice.at.getTime() === at.getTime());
      const sum = known.reduce((all, slice) => all + slice.rollup.turns, 0);
      const there = await turns.countDocuments({ at: { $gte: at, $lt: next(at, 'unit') } });
      if (there > sum) await close(at, next(at, 'unit'));
    }
  }

  async function index(): Promise<void> {
    if (isIndexed) return;
    await store.createIndex({ level: 1, at: 1 });
    await days.index();
    isIndexed = true;
  }

  return {
    keep: async (most = 1_000) => {
      await index();
      const from = await closedUntil();
      if (!from) return 0;
      const end = floor(new Date(clock.nowMs() - CLOSED_AFTER_MS), 'unit');
      const left = Math.max(0, (end.getTime() - from.getTime()) / LEVELS.unit);
      const until = new Date(from.getTime() + Math.min(left, most) * LEVELS.unit);
      if (until > from) {
        await close(from, until);
        // Marked last: a crash before it adds up the same stretches again, to the same sums.
        await marks.updateOne({ _id: 'closed' }, { $set: { until } }, { upsert: true });
      } else await mend(until);
      return Math.max(0, left - most);
    },
    read: async ({ from, to, channel }, coarsest = 'day') => {
      const mark = (await marks.findOne({ _id: 'closed' }))?.until ?? from;
      const spans = spansOf(from, new Date(Math.min(to.getTime(), Math.max(mark.getTime(), from.getTime()))), coarsest);
      const closed = spans.filter((span) => span.level !== 'raw');
      const raw = [
        ...spans.filter((span) => span.level === 'raw'),
        ...(to > mark ? [{ from: new Date(Math.max(mark.getTime(), from.getTime())), to }] : []),
      ];
      const [stored, ...live] = await Promise.all([
        closed.length === 0
          ? []
          : store
              .find({
                $or: closed.map((span) => ({ level: span.level as Level, at: { $gte: span.from, $lt: span.to } })),
                ...(channel ? { channel } : {}),
              })
              .toArray(),
        ...raw.filter((span) => span.from < span.to).map((span) => addUp(span.from, span.to, channel)),
      ]);
      return [...(stored as Slice[]), ...live.flat()];
    },
    conversations: async ({ from, to, channel }) => {
      const mark = (await marks.findOne({ _id: 'closed' }))?.until ?? from;
      // Whole days: what is kept of a conversation is kept by the day.
      const end = next(floor(new Date(to.getTime() - 1), 'day'), 'day');
      const stretch = { day: { $gte: floor(from, 'day'), $lt: end }, ...(channel ? { channel } : {}) };
      const [stored, fresh] = await Promise.all([
        store
          .find(
            { level: 'day', at: stretch.day, ...(channel ? { channel } : {}) },
            { projection: { conversations: 1 } },
          )
          .toArray(),
        freshLanes(new Date(Math.max(mark.getTime(), stretch.day.$gte.getTime())), end, channel),
      ]);
      const sum: ConversationCounts = { all: 0, withPeople: 0, askedForPeople: 0 };
      for (const { conversations } of stored) {
        sum.all += conversations?.all ?? 0;
        sum.withPeople += conversations?.withPeople ?? 0;
        sum.askedForPeople += conversations?.askedForPeople ?? 0;
      }
      const known = await days.find([...fresh.keys()]);
      for (const [id, one] of fresh) {
        const before = known.get(id);
        const asked = one.asked || one.people;
        sum.all += before ? 0 : 1;
        sum.withPeople += one.people && !before?.people ? 1 : 0;
        sum.askedForPeople += asked && !(before?.asked || before?.people) ? 1 : 0;
      }
      return sum;
    },
  };

  /** Conversations of the turns that are not closed yet. */
  async function freshLanes(from: Date, to: Date, channel?: string): Promise<Map<string, ConversationDay>> {
    const found = new Map<string, ConversationDay>();
    if (from < to) await addUp(from, to, channel, (turn) => remember(found, turn));
    return found;
  }
}
