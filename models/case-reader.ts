// Reads cases out of their lanes: one case, and how many come before it.

import { createHash } from 'node:crypto';
import { deriveReadableId } from '../core/ids.ts';
import { type ConversationReference, laneIdOf } from './activity.ts';
import type { Case } from './case.ts';
import type { Lane } from './lane.ts';
import { caseReference } from './lane-effects.ts';
import type { Models } from './schemas.ts';

/** A conversation that the bot has at the moment. */
export interface LiveConversation {
  /** Short, for people to type. */
  number: string;
  /** The case that is opened when somebody steps in; the same for everybody who does. */
  caseId: string;
  reference: ConversationReference;
  customerName?: string;
  shopCustomerId?: string;
  language: string;
  /** What it was about last. */
  subject: string;
  said: { who: 'customer' | 'bot'; text: string }[];
}

export interface CaseReader {
  read(caseId: string): Promise<Case | null>;
  /** Open cases that are due before this one. */
  ahead(caseId: string): Promise<number | null>;
  /** The open cases, and those that were taken since `since`. */
  readQueue(since: Date): Promise<DeskQueue>;
  /** The conversation that a customer of the shop used last. */
  findConversation(shopCustomerId: string): Promise<ConversationReference | null>;
  /** Conversations with the bot in which something happened since `since`, the newest first; at most twenty. */
  listLive(since: Date): Promise<LiveConversation[]>;
  list(filter: { status?: Case['status'][]; owner?: string; overdueAt?: Date }, limit: number): Promise<Case[]>;
}

/** The queue as it is: what waits, and how long the last ones did. */
export interface DeskQueue {
  open: { openedAt: Date; dueAt: Date }[];
  /** The newest claims, at most twenty; a conversation that somebody stepped into never waited. */
  taken: { openedAt: Date; claimedAt: Date }[];
}

const MOST_OPEN = 1_000;
const MOST_TAKEN = 20;

export function createCaseReader(models: Models): CaseReader {
  const lanes = models.lanes.collection;
  const laneOf = (caseId: string) => laneIdOf(caseReference(caseId));

  async function read(caseId: string): Promise<Case | null> {
    const lane = (await lanes.findOne({ _id: laneOf(caseId) } as never, {
      projection: { state: 1 },
    })) as unknown as Lane<Case> | null;
    return lane?.state ?? null;
  }

  return {
    read,
    ahead: async (caseId) => {
      const own = await read(caseId);
      if (own?.status !== 'open') return null;
      return lanes.countDocuments({ kind: 'case', 'state.status': 'open', 'state.dueAt': { $lt: own.dueAt } });
    },
    readQueue: async (since) => {
      const projection = { 'state.openedAt': 1, 'state.waitsSince': 1, 'state.dueAt': 1, 'state.claimedAt': 1 };
      const [open, taken] = await Promise.all([
        lanes.find({ kind: 'case', 'state.status': 'open' }, { projection, limit: MOST_OPEN }).toArray(),
        lanes
          .find(
            {
              kind: 'case',
              'state.status': { $ne: 'open' },
              'state.reason': { $ne: 'staff' },
              'state.claimedAt': { $gte: since },
            },
            { projection, sort: { 'state.claimedAt': -1 }, limit: MOST_TAKEN },
          )
          .toArray(),
      ]);
      const stateOf = (lane: unknown) => (lane as { state: Case }).state;
      return {
        open: open.map(stateOf).map((one) => ({ openedAt: sinceWhen(one), dueAt: one.dueAt })),
        taken: taken.map(stateOf).map((one) => ({ openedAt: sinceWhen(one), claimedAt: one.claimedAt! })),
      };
    },
    findConversation: async (shopCustomerId) => {
      const [lane] = await lanes
        .find(
          { kind: 'conversation', 'state.contact.shopCustomerId': shopCustomerId },
          { projection: { reference: 1 }, sort: { changedAt: -1 }, limit: 1 },
        )
        .toArray();
      return (lane as unknown as Lane | undefined)?.reference ?? null;
    },
    listLive: async (since) => {
      const found = await lanes
        .find(
          { kind: 'conversation', owner: 'bot', changedAt: { $gte: since }, state: { $ne: null } },
          { projection: { reference: 1, state: 1 }, sort: { changedAt: -1 }, limit: 20 },
        )
        .toArray();
      return (found as unknown as Lane<TalkState>[]).map(liveOf);
    },
    list: async ({ status, owner, overdueAt }, limit) => {
      const filter = {
        kind: 'case',
        ...(status ? { 'state.status': { $in: status } } : {}),
        ...(owner ? { 'state.owner.id': owner } : {}),
        ...(overdueAt ? { 'state.dueAt': { $lt: overdueAt } } : {}),
      };
      const found = await lanes.find(filter, { projection: { state: 1 }, sort: { 'state.dueAt': 1 }, limit }).toArray();
      return (found as unknown as Lane<Case>[]).map((lane) => lane.state!).filter(Boolean);
    },
  };
}

/** Since when it waits, or waited; who had it in between and gave it back does not count. */
function sinceWhen({ openedAt, waitsSince }: Case): Date {
  return waitsSince ?? openedAt;
}

/** What is read here of a conversation's state. */
interface TalkState {
  language?: string;
  contact?: { name?: string; shopCustomerId?: string };
  session?: { startedAt: Date | string };
  said?: { role: 'customer' | 'bot'; text: string }[];
}

function liveOf({ _id, reference, state }: Lane<TalkState>): LiveConversation {
  const started = state?.session?.startedAt ? new Date(state.session.startedAt).toISOString() : '';
  const said = state?.said ?? [];
  return {
    number: String(Number.parseInt(createHash('sha256').update(_id).digest('hex').slice(0, 8), 16) % 10_000).padStart(
      4,
      '0',
    ),
    caseId: deriveReadableId('ESC', _id, started, 'step in'),
    reference,
    ...(state?.contact?.name ? { customerName: state.contact.name } : {}),
    ...(state?.contact?.shopCustomerId ? { shopCustomerId: state.contact.shopCustomerId } : {}),
    language: state?.language || 'en',
    subject: said.findLast((one) => one.role === 'customer')?.text.slice(0, 80) ?? '',
    said: said.slice(-6).map(({ role, text }) => ({ who: role, text: text.slice(0, 300) })),
  };
}
