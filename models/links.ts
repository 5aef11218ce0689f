// This message there is that message here: which card belongs to which case, and the like. Unique both ways, so that a
// reply finds its way back.
import { type Connection, Schema } from 'mongoose';

export interface Link {
  /** Ours: `case|ESC-…`. */
  here: string;
  /** The network's: `slack|T1|C1|1700000000.000100`. */
  there: string;
}

export interface LinkStore {
  /** Replaces what `here` pointed to. */
  put(link: Link): Promise<void>;
  findThere(here: string): Promise<string | null>;
  findHere(there: string): Promise<string | null>;
}

export function createLinkStore(connection: Connection): LinkStore {
  const schema = new Schema({ _id: String, there: String }, { versionKey: false, collection: 'links' });
  schema.index({ there: 1 }, { unique: true, sparse: true });
  const model = connection.models.Link ?? connection.model('Link', schema);
  const links = model.collection;
  return {
    put: async ({ here, there }) => {
      await links.updateOne({ _id: here } as never, { $set: { there } }, { upsert: true });
    },
    findThere: async (here) => {
      const found = (await links.findOne({ _id: here } as never)) as { there?: string } | null;
      return found?.there ?? null;
    },
    findHere: async (there) => {
      const found = await links.findOne({ there });
      return found ? String(found._id) : null;
    },
  };
}
