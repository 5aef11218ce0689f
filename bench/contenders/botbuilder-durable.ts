// The same BotBuilder bot with its ConversationState in the same MongoDB and under the same write concern as ours: what
// a team would build that wants a bot's state to survive a crash. One read and one write per turn, no locks, no outbox.
import type { Storage, StoreItems } from 'botbuilder';
import mongoose from 'mongoose';
import { serveEchoBot } from './botbuilder-echo.ts';

const client = new mongoose.mongo.MongoClient(process.env.MONGODB_URI!, { maxPoolSize: 64 });
await client.connect();
const items = client
  .db()
  .collection<{ _id: string; item: object }>('botstate', { writeConcern: { w: 'majority', journal: true } });

const storage: Storage = {
  read: async (keys) => {
    const found: StoreItems = {};
    // One key is the usual case, and the cheapest command for it.
    const rows =
      keys.length === 1 ? [await items.findOne({ _id: keys[0]! })] : await items.find({ _id: { $in: keys } }).toArray();
    for (const row of rows) if (row) found[row._id] = row.item;
    return found;
  },
  write: async (changes) => {
    for (const [key, item] of Object.entries(changes))
      await items.updateOne({ _id: key }, { $set: { item } }, { upsert: true });
  },
  delete: async (keys) => {
    await items.deleteMany({ _id: { $in: keys } });
  },
};

serveEchoBot(storage, () => client.close());
