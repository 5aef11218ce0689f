// One slot a second for each place that a network lets us write to so often, shared by all instances: taken by one
// update. Whoever is refused is told when to come back, and a slot goes to the most urgent of those who could take it.
import { randomUUID } from 'node:crypto';
import { type Connection, Schema } from 'mongoose';

export interface PaceClaim {
  /** Who asks: each waits once. */
  who: string;
  /** Sorts before what may wait longer. */
  rank: string;
}

export interface Pace {
  /** 0: go ahead, the slot is yours. Otherwise: come back in so many ms. */
  take(place: string, everyMs: number, now: Date, claim?: PaceClaim): Promise<number>;
  /** Nobody gets a slot before this time: the network has said so. */
  hold(place: string, until: Date): Promise<void>;
}

/** How long somebody who was to come back is waited for before others may pass. */
const PATIENCE_MS = 2_500;
const MOST_WAITING = 1_000;

interface PaceRow {
  nextAt: Date;
  ahead: number;
  taken: string;
}

export function createPace(connection: Connection): Pace {
  const schema = new Schema(
    { _id: String, nextAt: Date, ahead: Number, taken: String, waiting: [Schema.Types.Mixed] },
    { versionKey: false, collection: 'pace' },
  );
  const places = (connection.models.Pace ?? connection.model('Pace', schema)).collection;

  async function take(place: string, everyMs: number, now: Date, claim?: PaceClaim): Promise<number> {
    const ticket = randomUUID();
    const update = takeUpdate(everyMs, now, ticket, claim);
    const options = { upsert: true, returnDocument: 'after' as const, projection: { waiting: 0 } };
    try {
      const row = (await places.findOneAndUpdate({ _id: place } as never, update, options)) as unknown as PaceRow;
      if (row.taken === ticket) return 0;
      return Math.max(1, row.nextAt.getTime() - now.getTime()) + row.ahead * everyMs;
    } catch (error) {
      // Two were first: the other one made the place.
      if ((error as { code?: number }).code !== 11000) throw error;
      return take(place, everyMs, now, claim);
    }
  }

  async function hold(place: string, until: Date): Promise<void> {
    await places.updateOne({ _id: place } as never, { $max: { nextAt: until } }, { upsert: true });
  }

  return { take, hold };
}

/** Takes the slot if it is free and nobody more urgent is expected now; otherwise stands in line. */
function takeUpdate(everyMs: number, now: Date, ticket: string, claim?: PaceClaim): Record<string, unknown>[] {
  const { who, rank } = claim ?? { who: ticket, rank: '' };
  const others = {
    $filter: {
      input: { $ifNull: ['$waiting', []] },
      as: 'one',
      cond: { $and: [{ $gt: ['$$one.until', now] }, { $ne: ['$$one.who', { $literal: who }] }] },
    },
  };
  const before = (further: unknown[]) => ({
    $size: {
      $filter: {
        input: '$waiting',
        as: 'one',
        cond: { $and: [{ $lt: ['$$one.rank', { $literal: rank }] }, ...further] },
      },
    },
  });
  const nextAt = { $ifNull: ['$nextAt', now] };
  // Somebody more urgent whose time has not come yet does not hold the slot: it would pass unused.
  const isFree = { $and: [{ $lte: [nextAt, now] }, { $eq: [before([{ $lte: ['$$one.at', now] }]), 0] }] };
  const at = { $add: [{ $max: ['$nextAt', now] }, { $multiply: ['$ahead', everyMs] }] };
  const standing = { who: { $literal: who }, rank: { $literal: rank }, at, until: { $add: [at, PATIENCE_MS] } };
  const isMine = { $eq: ['$taken', ticket] };
  return [
    { $set: { waiting: others } },
    { $set: { ahead: before([]), taken: { $cond: [isFree, ticket, '$taken'] } } },
    { $set: { nextAt: { $cond: [isMine, new Date(now.getTime() + everyMs), nextAt] } } },
    {
      $set: {
        waiting: {
          $cond: [
            claim ? isMine : true,
            '$waiting',
            { $slice: [{ $concatArrays: ['$waiting', [standing]] }, -MOST_WAITING] },
          ],
        },
      },
    },
  ];
}
