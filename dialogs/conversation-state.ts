// What the bot remembers of a conversation, inside the lane. It is bounded: the transcript is elsewhere, and a turn at
// message 3,000 costs what it cost at message 3.
import type { Activity } from '../models/activity.ts';
import type { Lane } from '../models/lane.ts';
import type { Intent } from '../models/turn.ts';

export interface Said {
  role: 'customer' | 'bot';
  text: string;
}

/** What the bot asked last, so that a bare answer is understood. */
export type OpenQuestion = { kind: 'order number' } | { kind: 'topics'; text: string; topics: Intent[] };

export interface OpenCase {
  id: string;
  /** What it is about: the same subject is left to the person. */
  subject: Intent;
  dueAt: Date;
  reasons: string[];
}

export interface ConversationState {
  said: Said[];
  /** What the older part was about, newest last. */
  topics: string[];
  contact: { shopCustomerId?: string; name?: string; level: 'anonymous' | 'known' };
  question: OpenQuestion | null;
  openCase: OpenCase | null;
  /** Newest first. */
  orderIds: string[];
  session: { startedAt: Date; lastAt: Date };
  introduced: boolean;
  lastReply: string;
}

const MOST_SAID = 12;
const MOST_TOPICS = 10;
const MOST_ORDERS = 5;
const TEXT_LENGTH = 500;

/** The lane's state, or a new one. A session that was idle for too long begins anew; what is known of the customer stays. */
export function stateOf(lane: Lane, firstReceivedAt: Date, idleMinutes: number): ConversationState {
  const known = lane.state as ConversationState | null;
  const session = { startedAt: firstReceivedAt, lastAt: firstReceivedAt };
  if (!known) {
    return {
      said: [],
      topics: [],
      contact: { level: 'anonymous' },
      question: null,
      openCase: null,
      orderIds: [],
      session,
      introduced: false,
      lastReply: '',
    };
  }
  const idleMs = firstReceivedAt.getTime() - known.session.lastAt.getTime();
  if (idleMs <= idleMinutes * 60_000) return { ...known };
  return { ...known, session, question: null, orderIds: [], lastReply: '' };
}

/** The state after this was said, within its bounds. */
export function remember(state: ConversationState, said: Said[], topic: string): void {
  const texts = said.map((one) => ({ role: one.role, text: one.text.slice(0, TEXT_LENGTH) }));
  state.said = [...state.said, ...texts].slice(-MOST_SAID);
  if (state.topics.at(-1) !== topic) state.topics = [...state.topics, topic].slice(-MOST_TOPICS);
}

export function rememberOrders(state: ConversationState, orderIds: readonly string[]): void {
  if (orderIds.length === 0) return;
  state.orderIds = [...new Set([...orderIds, ...state.orderIds])].slice(0, MOST_ORDERS);
}

/** Takes over who the shop says this is. */
export function identify(state: ConversationState, activity: Activity): void {
  const { identity } = activity;
  if (!identity) return;
  state.contact = {
    shopCustomerId: identity.shopCustomerId,
    level: 'known',
    ...(identity.name ? { name: identity.name } : {}),
  };
}
