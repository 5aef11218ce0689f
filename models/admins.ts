// The people who may change things here, their sessions, and what they did. Sessions are kept by a hash of their token: who
// reads the database cannot act as somebody else.
import { createHash } from 'node:crypto';
import { type Connection, Schema } from 'mongoose';

export const ROLES = ['viewer', 'operator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export interface AdminPerson {
  /** The e-mail address, in lower case. */
  _id: string;
  name: string;
  role: Role;
  /** argon2id, in its own notation; absent until the invitation was taken. */
  password?: string;
  invitedAt: Date;
  disabled?: boolean;
  /** Nobody invited them: they may read because they are of the desk, for as long as they are. */
  isOfDesk?: true;
}

export interface AuditLine {
  at: Date;
  who: string;
  what: string;
  detail?: string;
}

/** In place of what a line of the log was about. */
export const ERASED = '(erased)';

export interface AdminStore {
  people(): Promise<AdminPerson[]>;
  find(email: string): Promise<AdminPerson | null>;
  put(person: AdminPerson): Promise<void>;
  remove(email: string): Promise<void>;
  /** A one-time link for this person; it works once, until then. */
  addLink(token: string, email: string, until: Date): Promise<void>;
  takeLink(token: string, now: Date): Promise<string | null>;
  openSession(token: string, email: string, until: Date): Promise<void>;
  readSession(token: string, now: Date): Promise<string | null>;
  closeSession(token: string): Promise<void>;
  closeSessionsOf(email: string): Promise<void>;
  note(line: AuditLine): Promise<void>;
  /** Something that was done with a conversation, whose id is the detail; one that is erased meanwhile is not named. */
  noteOfLane(line: AuditLine & { detail: string }): Promise<void>;
  audit(limit: number, before?: Date): Promise<AuditLine[]>;
}

export function createAdminStore(connection: Connection): AdminStore {
  const model = (name: string, collection: string, index?: (schema: Schema) => void) => {
    if (connection.models[name]) return connection.models[name].collection;
    const schema = new Schema({ _id: String }, { strict: false, versionKey: false, collection });
    index?.(schema);
    return connection.model(name, schema).collection;
  };
  const expires = (schema: Schema) => schema.index({ until: 1 }, { expireAfterSeconds: 0 });
  const people = model('AdminPerson', 'admin_people');
  const links = model('AdminLink', 'admin_links', expires);
  const sessions = model('AdminSession', 'admin_sessions', expires);
  const audit = connection.collection('audit');
  const lanes = connection.collection('lanes');
  const hash = (token: string) => createHash('sha256').update(token).digest('hex');
  return {
    people: async () => (await people.find({}, { sort: { _id: 1 } }).toArray()) as unknown as AdminPerson[],
    find: async (email) => (await people.findOne({ _id: email } as never)) as unknown as AdminPerson | null,
    put: async (person) => {
      await people.replaceOne({ _id: person._id } as never, person as never, { upsert: true });
    },
    remove: async (email) => {
      await people.deleteOne({ _id: email } as never);
    },
    addLink: async (token, email, until) => {
      await links.insertOne({ _id: hash(token), email, until } as never);
    },
    takeLink: async (token, now) => {
      const taken = await links.findOneAndDelete({ _id: hash(token), until: { $gt: now } } as never);
      return (taken as { email?: string } | null)?.email ?? null;
    },
    openSession: async (token, email, until) => {
      await sessions.insertOne({ _id: hash(token), email, until } as never);
    },
    readSession: async (token, now) => {
      const found = await sessions.findOne({ _id: hash(token), until: { $gt: now } } as never);
      return (found as { email?: string } | null)?.email ?? null;
    },
    closeSession: async (token) => {
      await sessions.deleteOne({ _id: hash(token) } as never);
    },
    closeSessionsOf: async (email) => {
      await sessions.deleteMany({ email });
    },
    note: async (line) => {
      await audit.insertOne({ ...line });
    },
    noteOfLane: async (line) => {
      const { insertedId } = await audit.insertOne({ ...line });
      // Erased before it was written, and the log was gone through already: looked for afterwards, nothing slips through.
      const isThere = await lanes.findOne({ _id: line.detail } as never, { projection: { _id: 1 } });
      if (!isThere) await audit.updateOne({ _id: insertedId }, { $set: { detail: ERASED } });
    },
    audit: async (limit, before) => {
      const filter = before ? { at: { $lt: before } } : {};
      const found = await audit.find(filter, { sort: { at: -1 }, limit, projection: { _id: 0 } }).toArray();
      return found as unknown as AuditLine[];
    },
  };
}
