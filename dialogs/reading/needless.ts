// Which of several answers nobody who listens would give: a question about nothing that was said, or asked a second time. Pure.
import type { AgentAnswer } from '../../agents/agent.ts';
import { readOrderWish } from '../../agents/order/wish.ts';
import type { Route } from '../turn-context.ts';
import { ASKS_STATE } from './by-intent.ts';

/** "Which product is it about?" beside an answer, or a second "what is your order number?": nobody who listens asks that. */
export function isNeedless(one: AgentAnswer, at: number, all: readonly AgentAnswer[]): boolean {
  const isBare = ({ text, asks, proposal }: AgentAnswer) => asks !== undefined && !proposal && !text.includes('\n\n');
  // A step to try with nobody knows what, beside an answer that says something.
  if (isOfUnknown(one)) return all.some((other) => other !== one && !isBare(other));
  if (isAnotherList(one)) return all.some((other) => other !== one && listsOrders(other) && !isAnotherList(other));
  if (!isBare(one)) return false;
  if (one.asks!.about === 'which product') return all.some((other) => other !== one && !isBare(other));
  return OF_ORDERS.has(one.asks!.about) && all.slice(0, at).some((other) => isBare(other));
}

/** "Which parcel is it?", of a part that asks nothing of a parcel, beside an answer that says something. */
export function asksOfNothing(one: AgentAnswer, { text }: Route, all: readonly AgentAnswer[]): boolean {
  const { asks } = one;
  if (!asks || one.proposal || one.text.includes('\n\n') || all.length < 2) return false;
  const isSaid = all.some((other) => other !== one && (!other.asks || other.text.includes('\n\n')));
  // Where a parcel goes is asked of who asks what it costs.
  if (asks.about === 'quote') return isSaid && !(text !== undefined && (PRICES.test(text) || SHIPS.test(text)));
  const isOfNone = text !== undefined && readOrderWish(text) === 'status' && !ASKS_STATE.test(text.replace(/\?/g, ' '));
  return isSaid && OF_ORDERS.has(asks.about) && isOfNone;
}

const PRICES = /\b(how much|what)\b.{0,40}\b(send(ing)?|ship(ping)?|post(age|ing)?|delivery)\b/i;
const SHIPS = /\b(?:ship|send|deliver)\w* to\b/i;
const OF_ORDERS: ReadonlySet<string> = new Set(['order number', 'parcel']);
/** "Which one is it about?", where all that is wanted is where they are, and another one has told that. */
const isAnotherList = ({ asks, text }: AgentAnswer) =>
  asks !== undefined && OF_ORDERS.has(asks.about) && text.includes('\n\n') && OF_STATE.test(String(asks.memory.wish));
const OF_STATE = /^(track|status)$|^(?!.*\b(cancel|return|change|exchange|send|address|refund)\b)/i;
const listsOrders = ({ tools, proposal }: AgentAnswer) => !proposal && tools.some(({ name }) => name === 'list_orders');
const isOfUnknown = ({ asks }: AgentAnswer) =>
  asks?.about === 'did that help' && asks.memory.kind === 'device' && typeof asks.memory.name !== 'string';
