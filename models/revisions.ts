// Numbered revisions of the settings. The number is the document's id, so that of two people who save at the same moment
// one is told that somebody was quicker, and nothing is overwritten.
import { type Connection, Schema } from 'mongoose';

export interface Revision<Values = unknown, Channels = unknown> {
  /** 2 and up; 1 is the environment. */
  _id: number;
  at: Date;
  by: string;
  why: string;
  /** Names of what differs from the revision before. */
  changed: string[];
  values: Values;
  channels: Channels;
}

export interface RevisionStore {
  newest(): Promise<Revision | null>;
  read(number: number): Promise<Revision | null>;
  list(limit: number): Promise<Revision[]>;
  /** False: this number is taken. */
  add(revision: Revision): Promise<boolean>;
  /** Puts other sealed secrets into a revision; nothing else of it changes. */
  replaceChannels(number: number, channels: unknown): Promise<void>;
  /** This instance is there and works with that revision, since `adoptedAt` if it was running when the revision came. */
  report(instance: string, revision: number, at: Date, adoptedAt?: Date): Promise<void>;
  /** Instances that were heard of since then. */
  instances(since: Date): Promise<{ id: string; revision: number; at: Date; adoptedAt?: Date }[]>;
}

export function createRevisionStore(connection: Connection): RevisionStore {
  const free = { strict: false, versionKey: false, minimize: false } as const;
  const model = (name: string, collection: string, id: typeof Number | typeof String) =>
    connection.models[name] ?? connection.model(name, new Schema({ _id: id }, { ...free, collection }));
  const revisions = model('SettingsRevision', 'settings_revisions', Number).collection;
  const instances = model('SettingsInstance', 'settings_instances', String).collection;
  return {
    newest: async () =>
      ((await revisions.find({}, { sort: { _id: -1 }, limit: 1 }).toArray())[0] as unknown as Revision | null) ?? null,
    read: async (number) => (await revisions.findOne({ _id: number } as never)) as unknown as Revision | null,
    list: async (limit) => (await revisions.find({}, { sort: { _id: -1 }, limit }).toArray()) as unknown as Revision[],
    add: async (revision) => {
      try {
        await revisions.insertOne(revision as never);
        return true;
      } catch (error) {
        if ((error as { code?: number }).code === 11000) return false;
        throw error;
      }
    },
    replaceChannels: async (number, channels) => {
      await revisions.updateOne({ _id: number } as never, { $set: { channels } } as never);
    },
    report: async (instance, revision, at, adoptedAt) => {
      await instances.updateOne(
        { _id: instance } as never,
        { $set: { revision, at, ...(adoptedAt ? { adoptedAt } : {}) } },
        { upsert: true },
      );
    },
    instances: async (since) => {
      const found = await instances.find({ at: { $gte: since } }).toArray();
      return found.map((one) => ({
        id: String(one._id),
        revision: Number((one as { revision?: number }).revision),
        ...(one as unknown as { at: Date; adoptedAt?: Date }),
      }));
    },
  };
}
