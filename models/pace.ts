// One slot a second for each place that a network lets us write to so often, shared by all instances: taken by one
// update, refused with the time of the next one.
import { type Connection, Schema } from 'mongoose';

export interface Pace {
  /** 0: go ahead, the slot is yours. Otherwise: come back in so many ms. */
  take(place: string, everyMs: number, now: Date): Promise<number>;
}

export function createPace(connection: Connection): Pace {
  const schema = new Schema({ _id: String, nextAt: Date }, { versionKey: false, collection: 'pace' });
  const places = (connection.models.Pace ?? connection.model('Pace', schema)).collection;
  return {
    take: async (place, everyMs, now) => {
      const next = new Date(now.getTime() + everyMs);
      try {
        const taken = await places.updateOne(
          { _id: place, nextAt: { $lte: now } } as never,
          { $set: { nextAt: next } },
          { upsert: true },
        );
        if (taken.matchedCount + taken.upsertedCount > 0) return 0;
      } catch (error) {
        // The slot exists and is not due yet: an upsert of it is a duplicate.
        if ((error as { code?: number }).code !== 11000) throw error;
      }
      const slot = (await places.findOne({ _id: place } as never)) as { nextAt?: Date } | null;
      return Math.max(1, (slot?.nextAt?.getTime() ?? now.getTime()) - now.getTime());
    },
  };
}
