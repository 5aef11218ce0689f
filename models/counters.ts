// Counts what may happen so often a day, over all instances: one update takes one of the day's share, or is refused.
import { type Connection, Schema } from 'mongoose';

export interface Counters {
  /** The count after this one; taken even beyond the limit, so that the caller sees how far it is exceeded. */
  add(name: string, day: string): Promise<number>;
}

export function createCounters(connection: Connection): Counters {
  const schema = new Schema(
    { _id: String, count: Number, expiresAt: Date },
    { versionKey: false, collection: 'counters' },
  );
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  const counters = (connection.models.Counter ?? connection.model('Counter', schema)).collection;
  return {
    add: async (name, day) => {
      const counted = await counters.findOneAndUpdate(
        { _id: `${name}|${day}` } as never,
        {
          $inc: { count: 1 },
          $setOnInsert: { expiresAt: new Date(new Date(`${day}T00:00:00Z`).getTime() + 3 * 86_400_000) },
        },
        { upsert: true, returnDocument: 'after' },
      );
      return Number((counted as { count?: number } | null)?.count ?? 1);
    },
  };
}
