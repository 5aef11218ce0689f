// What is kept of the one-time codes that went out: to whom, from which conversation, and a keyed mark, never the code. Each
// challenge is one row, so that a repeated delivery finds the first one; a row is gone after a day.
import { type Connection, Schema } from 'mongoose';
import type { Clock } from '../core/clock.ts';
import type { CodeWay } from './lane.ts';
import type { OpenRows } from './rows.ts';

const COLLECTION = 'one_time_codes';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A code that is typed long after it ran out is still not to be read by others. */
const AWAITED_MS = 30 * 60_000;
const MOST_SHOWN = 20;

export interface SentCode {
  /** The challenge. */
  _id: string;
  laneId: string;
  customerId: string;
  way: CodeWay;
  mark: string;
  /** Which sender took it; null until one has. */
  via: string | null;
  at: Date;
  expiresAt: Date;
  goneAt: Date;
}

export interface CodeStore {
  /** Writes the row, or finds the one that is there: `via` tells whether it was sent already. */
  begin(code: Pick<SentCode, '_id' | 'laneId' | 'customerId' | 'way' | 'mark' | 'expiresAt'>): Promise<SentCode>;
  sent(challengeId: string, via: string): Promise<void>;
  /** Codes that were begun for this customer within the last hour, in whatever conversation. */
  withinHour(customerId: string): Promise<SentCode[]>;
  /** Which of these marks must be hidden in this lane: all of them while a code is awaited there, else those that are codes. */
  toHide(laneId: string, marks: readonly string[]): Promise<string[]>;
  /** The newest that this sender took. */
  newest(via: string): Promise<SentCode[]>;
}

export function createCodeStore(open: OpenRows, clock: Clock): CodeStore {
  const codes = open<SentCode>(COLLECTION);
  return {
    begin: async (code) => {
      const at = clock.now();
      const row = { ...code, via: null, at, goneAt: new Date(at.getTime() + DAY_MS) };
      try {
        await codes.insertOne(row);
        return row;
      } catch (error) {
        if ((error as { code?: number }).code !== 11000) throw error;
        return (await codes.findOne({ _id: code._id })) ?? row;
      }
    },
    sent: async (challengeId, via) => void (await codes.updateOne({ _id: challengeId }, { $set: { via } })),
    withinHour: (customerId) => codes.find({ customerId, at: { $gt: new Date(clock.nowMs() - HOUR_MS) } }).toArray(),
    toHide: async (laneId, marks) => {
      const since = new Date(clock.nowMs() - AWAITED_MS);
      const filter = { $or: [{ laneId, at: { $gt: since } }, { mark: { $in: [...marks] } }] };
      const found = await codes.find(filter).toArray();
      if (found.some((one) => one.laneId === laneId && one.at.getTime() > since.getTime())) return [...marks];
      return marks.filter((mark) => found.some((one) => one.mark === mark));
    },
    newest: (via) => codes.find({ via }).sort({ at: -1 }).limit(MOST_SHOWN).toArray(),
  };
}

/** Has the collection's indexes made with all others; the rows are reached by createCodeStore. */
export function indexCodes(connection: Connection): void {
  if (connection.models.OneTimeCode) return;
  const schema = new Schema({ _id: String }, { versionKey: false, collection: COLLECTION, strict: false });
  schema.index({ goneAt: 1 }, { expireAfterSeconds: 0 });
  schema.index({ laneId: 1 });
  schema.index({ mark: 1 });
  schema.index({ customerId: 1 });
  schema.index({ via: 1, at: -1 });
  connection.model('OneTimeCode', schema);
  const tries = new Schema({ _id: String }, { versionKey: false, collection: 'proof_tries', strict: false });
  tries.index({ goneAt: 1 }, { expireAfterSeconds: 0 });
  connection.model('ProofTry', tries);
}
