// How far each network was asked for what its webhooks lost: one instance at a time, from where the last whole pass ended. And
// what is needed for the asking: which conversations were alive lately, and whether a message is known already.
import { type Connection, Schema } from 'mongoose';
import { type ConversationReference, laneIdOf } from './activity.ts';
import type { Lane } from './lane.ts';
import { seenKeyOf } from './lane-pipelines.ts';
import type { Models } from './schemas.ts';

export interface CatchUpBook {
  /** From when on to look, if it is this instance's turn; null: another one has looked just now. */
  begin(network: string, now: Date, everyMs: number): Promise<Date | null>;
  /** Everything until then is here. */
  finish(network: string, until: Date): Promise<void>;
}

/** What a channel asks the house while it looks for lost messages. */
export interface KnownMessages {
  /** Conversations of a network's account in which something happened since then, the newest first. */
  listRecent(channel: string, accountId: string, since: Date, limit: number): Promise<ConversationReference[]>;
  has(reference: ConversationReference, key: string): Promise<boolean>;
}

/** On the first pass, and for what was written while it ran. */
const OVERLAP_MS = 10 * 60_000;
/** Networks and customers both have given up on what is older. */
const LONGEST_MS = 24 * 3_600_000;

export function createCatchUpBook(connection: Connection): CatchUpBook {
  const schema = new Schema({ _id: String, begunAt: Date, until: Date }, { versionKey: false, collection: 'catchups' });
  const book = (connection.models.CatchUp ?? connection.model('CatchUp', schema)).collection;
  return {
    begin: async (network, now, everyMs) => {
      const free = { _id: network, begunAt: { $lte: new Date(now.getTime() - everyMs) } };
      try {
        const row = (await book.findOneAndUpdate(
          free as never,
          { $set: { begunAt: now } },
          { upsert: true, returnDocument: 'after' },
        )) as { until?: Date } | null;
        const from = (row?.until?.getTime() ?? now.getTime()) - OVERLAP_MS;
        return new Date(Math.max(from, now.getTime() - LONGEST_MS));
      } catch (error) {
        if ((error as { code?: number }).code !== 11000) throw error;
        return null;
      }
    },
    finish: async (network, until) => {
      await book.updateOne({ _id: network } as never, { $max: { until } });
    },
  };
}

export function createKnownMessages(models: Models): KnownMessages {
  const lanes = models.lanes.collection;
  const messages = models.messages.collection;
  return {
    listRecent: async (channel, accountId, since, limit) => {
      const prefix = `${channel}|${accountId}|`;
      const found = await lanes
        .find({ _id: { $gte: prefix, $lt: `${prefix}\uffff` }, changedAt: { $gte: since } } as never, {
          projection: { reference: 1 },
          sort: { changedAt: -1 },
          limit,
        })
        .toArray();
      return (found as unknown as Lane[]).map((lane) => lane.reference);
    },
    has: async (reference, key) => {
      const laneId = laneIdOf(reference);
      const one = { projection: { _id: 1 } };
      if (await messages.findOne({ laneId, key } as never, one)) return true;
      return (await lanes.findOne({ _id: laneId, 'seen.key': seenKeyOf(key) } as never, one)) !== null;
    },
  };
}
