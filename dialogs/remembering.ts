// What is added to a conversation's memory, and within which bounds.
import type { SeenOrder } from '../agents/running/seen-orders.ts';
import type { ConversationState, Said } from './conversation-state.ts';

const MOST_SAID = 12;
const MOST_TOPICS = 10;
const MOST_ORDERS = 5;
const MOST_SEEN = 10;
const TEXT_LENGTH = 500;

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

export function rememberSeen(state: ConversationState, seen: readonly SeenOrder[]): void {
  const each = [...seen, ...state.seenOrders];
  state.seenOrders = each.filter(({ id }, at) => each.findIndex((one) => one.id === id) === at).slice(0, MOST_SEEN);
}

/** Something else came before its answer: kept, in case they come back to it. */
export function dropProposal(state: ConversationState): void {
  if (!state.proposal) return;
  const { agent, tool, input, summary, amount, level } = state.proposal;
  state.dropped = { agent, tool, input, summary, ...(amount ? { amount } : {}), ...(level ? { level } : {}) };
  state.proposal = null;
}
