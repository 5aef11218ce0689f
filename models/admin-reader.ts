// What the admin pages look up: conversations, what was said in them, and dead letters, which may be put back.
import { SupportError } from '../core/errors.ts';
import { literally } from '../core/literally.ts';
import type { Lane, Message } from './lane.ts';
import type { DeadLetter, Models } from './schemas.ts';
import type { TurnRecord } from './turn.ts';

export interface ConversationLine {
  id: string;
  channel: string;
  customer: string;
  owner: string;
  changedAt: Date;
  caseId?: string;
}

export interface AdminReader {
  conversations(query: { text?: string; channel?: string; before?: Date }, limit: number): Promise<ConversationLine[]>;
  transcript(laneId: string): Promise<{ messages: Message[]; turns: TurnRecord[] } | null>;
  deadLetters(limit: number): Promise<DeadLetter[]>;
  discard(id: string): Promise<boolean>;
  /** One with the messages behind it, as far as they are kept, and the lane that they came from. */
  deadLetter(id: string): Promise<{ letter: DeadLetter; lane: Lane | null; messages: Message[] } | null>;
}

const MOST_ROWS = 2_000;
const MOST_SEARCHED = 200;
/** A search reads every word that was ever said; it must not hold up the store for long. */
const SEARCH_MS = 5_000;
const TIME_EXPIRED = 50;

function tooSlow(cause: unknown): never {
  if ((cause as { code?: number }).code !== TIME_EXPIRED) throw cause;
  throw new SupportError(
    'search.slow',
    'There is too much to search through. Look for a customer or an order number.',
    {
      kind: 'refused',
      status: 503,
      cause,
    },
  );
}

export function createAdminReader(models: Models): AdminReader {
  const lanes = models.lanes.collection;
  const messages = models.messages.collection;
  const turns = models.turns.collection;
  const letters = models.deadLetters.collection;

  return {
    conversations: async ({ text, channel, before }, limit) => {
      const said = text && { 'activity.text': { $regex: escapeRegex(text.slice(0, MOST_SEARCHED)), $options: 'i' } };
      const hits = said ? await messages.distinct('laneId', said, { maxTimeMS: SEARCH_MS }).catch(tooSlow) : null;
      const filter = {
        kind: 'conversation',
        ...(hits
          ? {
              $or: [
                { _id: { $in: hits.slice(0, 500) } },
                { 'reference.customer.id': text },
                { 'state.contact.name': { $regex: escapeRegex(text!), $options: 'i' } },
              ],
            }
          : {}),
        ...(channel ? { 'reference.channel': channel } : {}),
        ...(before ? { changedAt: { $lt: before } } : {}),
      };
      const found = (await lanes
        .find(filter as never, {
          projection: { reference: 1, owner: 1, changedAt: 1, 'state.contact.name': 1, 'state.openCase.id': 1 },
          sort: { changedAt: -1 },
          limit,
        })
        .toArray()) as unknown as Lane<{ contact?: { name?: string }; openCase?: { id: string } | null }>[];
      return found.map((lane) => ({
        id: lane._id,
        channel: lane.reference.channel,
        customer: lane.state?.contact?.name ?? lane.reference.customer.name ?? lane.reference.customer.id,
        owner: lane.owner,
        changedAt: lane.changedAt,
        ...(lane.state?.openCase ? { caseId: lane.state.openCase.id } : {}),
      }));
    },
    transcript: async (laneId) => {
      const lane = (await lanes.findOne({ _id: laneId } as never)) as unknown as Lane | null;
      if (!lane) return null;
      const stored = (await messages
        .find({ laneId }, { projection: { _id: 0 }, sort: { sequence: 1 }, limit: MOST_ROWS })
        .toArray()) as unknown as Message[];
      const known = new Set(stored.map((row) => row.key));
      const made = (await turns
        .find({ laneId }, { projection: { _id: 0 }, sort: { at: 1 }, limit: MOST_ROWS })
        .toArray()) as unknown as TurnRecord[];
      const settled = new Set(made.map((turn) => turn.id));
      return {
        messages: [...stored, ...lane.pendingMessages.filter((row) => !known.has(row.key))].sort(
          (one, other) => one.sequence - other.sequence,
        ),
        turns: [...made, ...lane.pendingTurns.map((turn) => turn.record).filter((turn) => !settled.has(turn.id))],
      };
    },
    deadLetters: async (limit) =>
      (await letters.find({}, { sort: { at: -1 }, limit }).toArray()) as unknown as DeadLetter[],
    discard: async (id) => (await letters.deleteOne({ _id: id } as never)).deletedCount > 0,
    deadLetter: async (id) => {
      const letter = (await letters.findOne({ _id: id } as never)) as unknown as DeadLetter | null;
      if (!letter) return null;
      const lane = (await lanes.findOne({ _id: letter.laneId } as never)) as unknown as Lane | null;
      const wanted = new Set(letter.entries);
      const stored = (await messages
        .find(
          { laneId: letter.laneId, key: { $in: letter.entries } },
          { projection: { _id: 0 }, sort: { sequence: 1 } },
        )
        .toArray()) as unknown as Message[];
      const known = new Set(stored.map((row) => row.key));
      const waiting = (lane?.pendingMessages ?? []).filter((row) => wanted.has(row.key) && !known.has(row.key));
      return { letter, lane, messages: [...stored, ...waiting] };
    },
  };
}

function escapeRegex(text: string): string {
  return literally(text.slice(0, 100));
}
