// The mongoose schemas: what is stored where, and the indexes that the promises rest on. The turn's path uses the
// models' native collections, since a hydrated document costs two to three times as much CPU.
import { type Connection, type Model, Schema } from 'mongoose';
import type { Lane, Message } from './lane.ts';
import type { Contact } from './ports.ts';
import type { TurnRecord } from './turn.ts';

/** Why entries could not be handled; people look at these. Holds ids, never the customer's text. */
export interface DeadLetter {
  _id: string;
  laneId: string;
  entries: string[];
  reason: string;
  /** The kind of the last fault, and what it said; the latter is missing where an earlier release buried it. */
  cause: string;
  detail?: string;
  tries?: number;
  at: Date;
}

const free = { type: Schema.Types.Mixed };

function laneSchema(): Schema {
  const schema = new Schema(
    { _id: String },
    { strict: false, versionKey: false, minimize: false, collection: 'lanes' },
  );
  schema.index({ dueAt: 1 }, { partialFilterExpression: { dueAt: { $type: 'date' } } });
  schema.index({ kind: 1, 'state.status': 1, 'state.dueAt': 1 }, { partialFilterExpression: { kind: 'case' } });
  schema.index({ kind: 1, 'state.claimedAt': -1 }, { partialFilterExpression: { kind: 'case' } });
  schema.index({ 'state.contact.shopCustomerId': 1 }, { sparse: true });
  schema.index({ 'state.recognised.shopCustomerId': 1 }, { sparse: true });
  schema.index({ pendingSince: 1 }, { partialFilterExpression: { pendingSince: { $type: 'date' } } });
  return schema;
}

function messageSchema(): Schema {
  const schema = new Schema(
    {
      laneId: String,
      key: String,
      sequence: Number,
      role: String,
      activity: free,
      at: Date,
      providerId: String,
      delivery: String,
      failure: String,
      received: free,
    },
    { versionKey: false, minimize: false, collection: 'messages' },
  );
  schema.index({ laneId: 1, key: 1 }, { unique: true });
  schema.index({ laneId: 1, sequence: 1 });
  return schema;
}

function turnSchema(): Schema {
  const schema = new Schema(
    { id: String, laneId: String, at: Date },
    { strict: false, versionKey: false, minimize: false, collection: 'turns' },
  );
  schema.index({ id: 1 }, { unique: true });
  schema.index({ laneId: 1, at: 1 });
  schema.index({ at: 1 });
  return schema;
}

function deadLetterSchema(): Schema {
  return new Schema(
    { _id: String, laneId: String, entries: [String], reason: String, cause: String, at: Date },
    { versionKey: false, collection: 'deadletters' },
  );
}

function contactSchema(): Schema {
  const schema = new Schema(
    { _id: String, identities: [free], shopCustomerId: String, facts: [free], mergedInto: String },
    { versionKey: false, collection: 'contacts' },
  );
  schema.index({ 'identities.kind': 1, 'identities.value': 1 });
  return schema;
}

export interface Models {
  lanes: Model<Lane>;
  messages: Model<Message>;
  turns: Model<TurnRecord>;
  deadLetters: Model<DeadLetter>;
  contacts: Model<Contact>;
}

/** The house's models on one connection. */
export function createModels(connection: Connection): Models {
  return {
    lanes: connection.model('Lane', laneSchema()) as unknown as Model<Lane>,
    messages: connection.model('Message', messageSchema()) as unknown as Model<Message>,
    turns: connection.model('Turn', turnSchema()) as unknown as Model<TurnRecord>,
    deadLetters: connection.model('DeadLetter', deadLetterSchema()) as unknown as Model<DeadLetter>,
    contacts: connection.model('Contact', contactSchema()) as unknown as Model<Contact>,
  };
}
