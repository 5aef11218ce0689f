// Which conversations a day has seen, one row for each of them, so that none is counted twice on its day. The rows name
// conversations: they go when somebody is erased, also when that happens while they are written.
import { floor } from './rollup-spans.ts';
import type { Models } from './schemas.ts';
import type { TurnRecord } from './turn.ts';

export interface ConversationCounts {
  all: number;
  withPeople: number;
  askedForPeople: number;
}

/** What a day knows of a conversation. */
export interface ConversationDay {
  _id: string;
  laneId: string;
  day: Date;
  channel: string;
  people: boolean;
  asked: boolean;
}

export const CONVERSATION_DAYS = 'conversation_days';
/** Conversations in one command, so that none is under way for long. */
const AT_ONCE = 1_000;

export function createConversationDays(models: Models) {
  const turns = models.turns.collection;
  const days = models.turns.db.collection<ConversationDay>(CONVERSATION_DAYS);

  async function keep(found: ReadonlyMap<string, ConversationDay>): Promise<void> {
    const rows = [...found.values()];
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      const some = rows.slice(at, at + AT_ONCE);
      await days.bulkWrite(some.map(upsertOf), { ordered: false });
      await forgetErased(some);
    }
  }

  /** Somebody was erased while this was added up: their turns are gone, and nobody else would take away what was made of them. */
  async function forgetErased(rows: readonly ConversationDay[]): Promise<void> {
    const laneIds = [...new Set(rows.map((row) => row.laneId))];
    const kept = new Set<unknown>(await turns.distinct('laneId', { laneId: { $in: laneIds } } as never));
    const erased = laneIds.filter((id) => !kept.has(id));
    if (erased.length > 0) await days.deleteMany({ laneId: { $in: erased } });
  }

  return {
    keep,
    index: async (): Promise<void> => {
      await days.createIndex({ day: 1, channel: 1, people: 1, asked: 1 });
      await days.createIndex({ laneId: 1 });
    },
    find: async (ids: string[]): Promise<Map<string, ConversationDay>> =>
      new Map((await days.find({ _id: { $in: ids } }).toArray()).map((one) => [one._id, one])),
    /** How many of each kind a day has seen, by channel. */
    count: (day: Date): Promise<(ConversationCounts & { _id: string })[]> =>
      days
        .aggregate<ConversationCounts & { _id: string }>([
          { $match: { day } },
          {
            $group: {
              _id: '$channel',
              all: { $sum: 1 },
              withPeople: { $sum: { $cond: ['$people', 1, 0] } },
              askedForPeople: { $sum: { $cond: [{ $or: ['$asked', '$people'] }, 1, 0] } },
            },
          },
        ])
        .toArray(),
  };
}

function upsertOf({ _id, people, asked, ...rest }: ConversationDay) {
  // Once a person had it that day, a later stretch without one does not take it back.
  const set = {
    ...rest,
    people: { $or: [{ $ifNull: ['$people', false] }, people] },
    asked: { $or: [{ $ifNull: ['$asked', false] }, asked] },
  };
  return { updateOne: { filter: { _id }, update: [{ $set: set }], upsert: true } };
}

/** Adds a turn to what its day knows of its conversation. */
export function remember(lanes: Map<string, ConversationDay>, turn: TurnRecord): void {
  const { laneId } = turn;
  const day = floor(turn.at, 'day');
  const _id = `${laneId}|${day.toISOString().slice(0, 10)}`;
  const known = lanes.get(_id);
  lanes.set(_id, {
    _id,
    laneId,
    day,
    channel: laneId.split('|')[0]!,
    people: (known?.people ?? false) || Boolean(turn.caseId),
    asked: (known?.asked ?? false) || (turn.intents ?? []).some(({ intent }) => intent === 'HUMAN_REQUEST'),
  });
}
