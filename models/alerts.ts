// Alerts: raised once, resolved once, acknowledged by a person. The id is what it is about, with the time it was raised.
import { type Connection, Schema } from 'mongoose';

export interface Alert {
  _id: string;
  /** What it is about: `response time`, `channel slack`, … Only one of each is open. */
  name: string;
  text: string;
  raisedAt: Date;
  resolvedAt?: Date;
  acknowledgedBy?: string;
  acknowledgedAt?: Date;
}

export interface AlertStore {
  /** True when it is new: only then somebody is told. */
  raise(name: string, text: string, at: Date): Promise<boolean>;
  /** True when it was open. */
  resolve(name: string, at: Date): Promise<boolean>;
  acknowledge(id: string, who: string, at: Date): Promise<boolean>;
  list(limit: number): Promise<Alert[]>;
  /** Those that are raised now. */
  open(): Promise<Alert[]>;
}

export function createAlertStore(connection: Connection): AlertStore {
  const schema = new Schema({ _id: String, open: String }, { strict: false, versionKey: false, collection: 'alerts' });
  schema.index({ open: 1 }, { unique: true, sparse: true });
  const alerts = (connection.models.Alert ?? connection.model('Alert', schema)).collection;
  return {
    raise: async (name, text, at) => {
      try {
        await alerts.insertOne({ _id: `${name} ${at.toISOString()}`, name, open: name, text, raisedAt: at } as never);
        return true;
      } catch (error) {
        if ((error as { code?: number }).code === 11000) return false;
        throw error;
      }
    },
    resolve: async (name, at) =>
      (await alerts.updateOne({ open: name }, { $set: { resolvedAt: at }, $unset: { open: '' } })).modifiedCount > 0,
    acknowledge: async (id, who, at) =>
      (
        await alerts.updateOne({ _id: id, acknowledgedBy: { $exists: false } } as never, {
          $set: { acknowledgedBy: who, acknowledgedAt: at },
        })
      ).matchedCount > 0,
    open: async () =>
      (await alerts.find({ open: { $type: 'string' } }, { projection: { open: 0 } }).toArray()) as unknown as Alert[],
    list: async (limit) =>
      (await alerts
        .find({}, { sort: { raisedAt: -1 }, limit, projection: { open: 0 } })
        .toArray()) as unknown as Alert[],
  };
}
