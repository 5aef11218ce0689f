// Counts what may happen so often a day, over all instances: one update takes one of the day's share, or is refused.
import { type Connection, Schema } from 'mongoose';

export interface Counters {
  /** The count after this one; taken even beyond the limit, so that the caller sees how far it is exceeded. */
  add(name: string, day: string, amount?: number): Promise<number>;
}

/** The same, which also tells how far they are. */
export interface ReadableCounters extends Counters {
  /** The day's counts of these names, in their order; 0 for what was never counted. */
  read(names: string[], day: string): Promise<number[]>;
}

export function createCounters(connection: Connection): ReadableCounters {
  const schema = new Schema(
    { _id: String, count: Number, expiresAt: Date },
    { versionKey: false, collection: 'counters' },
  );
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  const counters = (connection.models.Counter ?? connection.model('Counter', schema)).collection;
  return {
    add: async (name, day, amount = 1) => {
      const counted = await counters.findOneAndUpdate(
        { _id: `${name}|${day}` } as never,
        {
          $inc: { count: amount },
          $setOnInsert: { expiresAt: new Date(new Date(`${day}T00:00:00Z`).getTime() + 3 * 86_400_000) },
        },
        { upsert: true, returnDocument: 'after' },
      );
      return Number((counted as { count?: number } | null)?.count ?? amount);
    },
    read: async (names, day) => {
      const ids = names.map((name) => `${name}|${day}`);
      const found = await counters.find({ _id: { $in: ids } } as never).toArray();
      const counts = new Map(found.map((row) => [String(row._id), Number(row.count ?? 0)]));
      return ids.map((id) => counts.get(id) ?? 0);
    },
  };
}
