// Everything that is kept about one person, wherever it is: for handing it out, for taking it away, and for taking away what
// is older than it may be. A collection that keeps something of customers is named here, or a test finds it. Nothing is written
// about a lane that is being erased: it is in our hands first, and who writes about one without holding it (the transcript, the
// numbers, the log of readings) looks afterwards whether it is still there, and takes back what nobody else would take away.
import type { Clock } from '../core/clock.ts';
import { SupportError } from '../core/errors.ts';
import { literally } from '../core/literally.ts';
import { laneIdOf } from './activity.ts';
import { ERASED } from './admins.ts';
import type { Case } from './case.ts';
import { CONVERSATION_DAYS } from './conversation-days.ts';
import type { Lane, Message } from './lane.ts';
import { caseReference } from './lane-effects.ts';
import { takeLanesInHand } from './lanes-in-hand.ts';
import type { Contact } from './ports.ts';
import type { Models } from './schemas.ts';
import type { TurnRecord } from './turn.ts';

export interface PersonFile {
  lanes: Lane[];
  messages: Message[];
  turns: TurnRecord[];
  cases: Case[];
  contacts: Contact[];
  consents: unknown[];
  attachments: { id: string; name: string; bytes: number }[];
  /** Faults that they reported, in their words. */
  reports: unknown[];
}

export interface Erasure {
  /** By the lane's id, the network's id or number, the shop's customer id, or an address of the contact. */
  find(key: string): Promise<PersonFile>;
  /** How many conversations it were. @throws SupportError `customer.busy` when one is worked on for too long; nothing is gone then. */
  erase(key: string): Promise<number>;
  /** Conversations without an open case that were quiet since `before`; at most `limit` at once. */
  eraseOlder(before: Date, limit: number): Promise<number>;
}

const MOST_LANES = 500;
const MOST_ROWS = 50_000;
/** A turn with a slow model takes this long, not longer. */
const PATIENCE_MS = 30_000;

/** By what a lane is a customer's; a number or address that the shop knows is enough to erase it with them. */
const OF_A_CUSTOMER = [
  '_id',
  'reference.customer.id',
  'reference.nativeId',
  'state.contact.shopCustomerId',
  'state.recognised.shopCustomerId',
];

export function createErasure(models: Models, clock: Clock): Erasure {
  const lanes = models.lanes.collection;
  const rows = { messages: models.messages.collection, turns: models.turns.collection };
  const db = () => models.lanes.db;

  async function lanesOf(key: string): Promise<{ lanes: Lane[]; contacts: Contact[] }> {
    const contacts = (await models.contacts.collection
      .find({ $or: [{ 'identities.value': key }, { shopCustomerId: key }, { _id: key }] } as never)
      .limit(MOST_LANES)
      .toArray()) as unknown as Contact[];
    const keys = [...new Set([key, ...contacts.flatMap(addressesOf)])];
    const found = (await lanes
      .find({
        kind: 'conversation',
        $or: OF_A_CUSTOMER.map((path) => ({
          [path]: { $in: keys },
        })),
      } as never)
      .limit(MOST_LANES)
      .toArray()) as unknown as Lane[];
    return { lanes: found, contacts };
  }

  async function casesOf(found: readonly Lane[]): Promise<Lane<Case>[]> {
    if (found.length === 0) return [];
    const conversations = found.map(({ reference: { channel, accountId, nativeId } }) => ({
      'state.conversation.channel': channel,
      'state.conversation.accountId': accountId,
      'state.conversation.nativeId': nativeId,
    }));
    // One that has just been born has nothing of this yet: only its conversation knows of it.
    const open = found.flatMap(({ state }) => (state as { openCase?: { id: string } } | null)?.openCase?.id ?? []);
    const named = { _id: { $in: open.map((id) => laneIdOf(caseReference(id))) } };
    return (await lanes
      .find({ kind: 'case', $or: [...conversations, named] } as never)
      .toArray()) as unknown as Lane<Case>[];
  }

  async function find(key: string): Promise<PersonFile> {
    const { lanes: found, contacts } = await lanesOf(key);
    const caseLanes = await casesOf(found);
    const ids = [...found, ...caseLanes].map((lane) => lane._id);
    const options = { projection: { _id: 0 }, limit: MOST_ROWS } as const;
    const [messages, turns, consents, bugs] = await Promise.all([
      rows.messages.find({ laneId: { $in: ids } }, { ...options, sort: { laneId: 1, sequence: 1 } }).toArray(),
      rows.turns.find({ laneId: { $in: ids } }, options).toArray(),
      db()
        .collection('consents')
        .find({ _id: { $in: numbersOf(found) } } as never)
        .toArray(),
      db()
        .collection('shop_bugs')
        .find({ 'reports.laneId': { $in: ids } })
        .toArray(),
    ]);
    const said = messages as unknown as Message[];
    const reports = (bugs as unknown as { reports: { laneId: string }[] }[]).flatMap((bug) => bug.reports);
    return {
      lanes: found,
      messages: said,
      turns: turns as unknown as TurnRecord[],
      cases: caseLanes.map((lane) => lane.state!).filter(Boolean),
      contacts,
      consents,
      attachments: filesOf(said, found, caseLanes).map(({ id, name, bytes }) => ({ id, name, bytes })),
      reports: reports.filter((report) => ids.includes(report.laneId)),
    };
  }

  /**
   * How many conversations it were; null, and nothing is gone, when some are worked on for too long. Without patience what is
   * worked on is left out.
   */
  async function eraseLanes(ids: string[], contacts: readonly Contact[], patienceMs: number): Promise<number | null> {
    const hand = takeLanesInHand(models.lanes.collection, clock);
    try {
      const conversations = await hand.take(ids, patienceMs);
      if (patienceMs > 0 && conversations.busy > 0) return null;
      const caseIds = (await casesOf(conversations.taken)).map((lane) => lane._id);
      const cases = await hand.take(caseIds, PATIENCE_MS);
      if (cases.busy > 0) return null;
      await eraseHeld(conversations.taken, cases.taken as Lane<Case>[], contacts);
      return conversations.taken.length;
    } finally {
      await hand.release();
    }
  }

  async function eraseHeld(
    found: readonly Lane[],
    caseLanes: readonly Lane<Case>[],
    contacts: readonly Contact[],
  ): Promise<void> {
    const ids = [...found, ...caseLanes].map((lane) => lane._id);
    const ofThem = { laneId: { $in: ids } };
    const said = (await rows.messages.find(ofThem, { projection: { activity: 1 } }).toArray()) as unknown as Message[];
    const files = filesOf(said, found, caseLanes).map((file) => file.id);
    // The lanes first, then the rows, then what is made of rows: whoever is late finds what they go by gone.
    await lanes.deleteMany({ _id: { $in: ids } } as never);
    await Promise.all(Object.values(rows).map((collection) => collection.deleteMany(ofThem)));
    await Promise.all([
      models.deadLetters.collection.deleteMany(ofThem),
      models.contacts.collection.deleteMany({ _id: { $in: contacts.map((one) => one._id) } } as never),
      db()
        .collection('consents')
        .deleteMany({ _id: { $in: numbersOf(found) } } as never),
      db()
        .collection('links')
        .deleteMany({
          $or: [{ _id: '' }, ...caseLanes.flatMap(({ reference: { nativeId } }) => linksOf(nativeId))],
        } as never),
      db()
        .collection('counters')
        .deleteMany({ $or: [{ _id: '' }, ...numbersOf(found).map(countersOf)] } as never),
      db()
        .collection('shop_bugs')
        .updateMany({ 'reports.laneId': { $in: ids } }, { $pull: { reports: ofThem } } as never),
      // The log keeps that something was done, not to whom.
      db()
        .collection('audit')
        .updateMany({ detail: { $in: ids } }, { $set: { detail: ERASED } }),
      db().collection(CONVERSATION_DAYS).deleteMany(ofThem),
      db()
        .collection('attachments.files')
        .deleteMany({ _id: { $in: files } } as never),
      db()
        .collection('attachments.chunks')
        .deleteMany({ files_id: { $in: files } } as never),
    ]);
  }

  return {
    find,
    erase: async (key) => {
      const { lanes: found, contacts } = await lanesOf(key);
      if (found.length + contacts.length === 0) return 0;
      const ids = found.map((lane) => lane._id);
      const erased = await eraseLanes(ids, contacts, PATIENCE_MS);
      if (erased === null)
        throw new SupportError('customer.busy', 'They are being answered just now; nothing was erased. Try again.', {
          kind: 'refused',
          status: 409,
        });
      return found.length;
    },
    eraseOlder: async (before, limit) => {
      const quiet = { kind: 'conversation', changedAt: { $lt: before }, owner: 'bot', 'state.openCase': null };
      const options = { limit, sort: { changedAt: 1 }, projection: { _id: 1 } } as const;
      const found = await lanes.find(quiet, options).toArray();
      if (found.length === 0) return 0;
      // What is worked on is not quiet after all.
      const ids = found.map((lane) => String(lane._id));
      return (await eraseLanes(ids, [], 0)) ?? 0;
    },
  };
}

function addressesOf(contact: Contact): string[] {
  return [contact.shopCustomerId, ...contact.identities.map((one) => one.value)].filter((one) => one !== undefined);
}

/** Phone numbers and the like: what networks call the other side. */
function numbersOf(found: readonly Lane[]): string[] {
  return [...new Set(found.map((lane) => lane.reference.nativeId))];
}

function countersOf(number: string): { _id: RegExp } {
  return { _id: new RegExp(`^sms\\|number\\|${literally(number)}\\|`) };
}

/** The card at the desk, and those in the customer's own chats. */
function linksOf(caseId: string): { _id: string | RegExp }[] {
  return [{ _id: `case|${caseId}` }, { _id: new RegExp(`^teams-case\\|${caseId}\\|`) }];
}

interface File {
  id: string;
  name: string;
  bytes: number;
}

/** Files of the transcript, and of what still waits in the lanes. */
function filesOf(said: readonly Message[], ...groups: (readonly Lane[])[]): File[] {
  const waiting = groups
    .flat()
    .flatMap((lane) => [
      ...(lane.pendingMessages ?? []).map((row) => row.activity),
      ...(lane.inbox ?? []).map((entry) => entry.activity),
      ...(lane.outbox ?? []).flatMap((item) => (item.activity ? [item.activity] : [])),
    ]);
  const files = [...said.map((row) => row.activity), ...waiting].flatMap((activity) => activity?.attachments ?? []);
  return [...new Map(files.map((file) => [file.id, file as File])).values()];
}
