// Who may be written to by SMS: kept by number, so that it holds over conversations and channels of that number.
import { type Connection, Schema } from 'mongoose';

export interface Consent {
  state: 'in' | 'out';
  at: Date;
  /** `keyword STOP`, `error 21610`, … */
  source: string;
}

export interface ConsentStore {
  /** Null: they never said anything about it, which means that they may be answered. */
  find(number: string): Promise<Consent | null>;
  set(number: string, consent: Consent): Promise<void>;
}

export function createConsentStore(connection: Connection): ConsentStore {
  const schema = new Schema(
    { _id: String, state: String, at: Date, source: String },
    { versionKey: false, collection: 'consents' },
  );
  const consents = (connection.models.Consent ?? connection.model('Consent', schema)).collection;
  return {
    find: async (number) => (await consents.findOne({ _id: number } as never)) as unknown as Consent | null,
    set: async (number, { state, at, source }) => {
      // What was said last counts, whatever arrives last.
      await consents
        .updateOne({ _id: number, at: { $lte: at } } as never, { $set: { state, at, source } }, { upsert: true })
        .catch((error: { code?: number }) => {
          if (error.code !== 11000) throw error; // a newer word is there already
        });
    },
  };
}
