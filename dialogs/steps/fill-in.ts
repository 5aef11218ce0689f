// What a message leaves out, as what was said before fills it in: which order, which thing that fails, which sum.
import { namedKind } from '../../agents/goods.ts';
import { withoutKept } from '../../agents/order/changes.ts';
import { readStateOfOne } from '../../agents/order/which-order.ts';
import { orderWithThing } from '../../agents/running/seen-orders.ts';
import { asksWhereAnother, nthOrder } from '../reading/order-signs.ts';
import type { TurnContext } from '../turn-context.ts';

/** Agents whose answers are about an order that was spoken of. */
export const SPEAK_OF_ORDERS: ReadonlySet<string> = new Set(['order', 'shipping', 'billing']);

/** "And when will it arrive?": the order they spoke of last; "cancel the other one": the one they did not. */
export function fillInOrder(context: TurnContext): void {
  const { classification, state, routes, meant } = context;
  const [current, ...rest] = state.orderIds;
  // "The pending one" is found by its state, whichever was spoken of last.
  if (readStateOfOne(meant) !== null && !/\b(this|that) order\b/i.test(meant)) return;
  // "Is there still warranty on it?"
  const isOfIt = (reason: string) =>
    /^(house|act):warranty$/.test(reason) && /\b(it|them|this|these|that|those)\b/i.test(meant);
  const speak = routes.filter(({ agent, reason }) => SPEAK_OF_ORDERS.has(agent) || isOfIt(reason));
  if (classification.entities.orderIds || speak.length === 0) return;
  // "Why are both my other orders cancelled?" is of none that was spoken of.
  if (speak.some(({ act }) => act === 'why-cancelled') && /\b(?:orders|both|all)\b/i.test(meant)) return;
  // "Can I cancel it, and is it faster than with my other order?"
  const isOther =
    /\b(the|my) other (one|order|parcel|package)\b/i.test(meant) &&
    !/\b(cancel|return|change|take) (it|them)\b/i.test(meant);
  const other = isOther ? [...rest, ...state.listedOrders].find((id) => id !== current) : current;
  // None that was spoken of: which one it is, is found out by what is in it, or asked.
  const isKnown = state.seenOrders.some(({ id }) => id === current);
  if (asksWhereAnother(context, current)) return;
  if ((isOther && other === undefined) || (!isKnown && ORDER_WITH.test(meant))) return;
  const id =
    nthOrder(meant, state.listedOrders) ??
    orderWithThing(state.seenOrders, withoutKept(speak.map(({ text }) => text ?? meant).join(' ')), other);
  if (id) classification.entities = { ...classification.entities, orderIds: [id] };
}

const OF_A_THING: ReadonlySet<string> = new Set(['exchange-item', 'return-item', 'want-refund', 'warranty']);
const LAST_SAID = 4;

/** "Just send me a new one": of the thing that is in trouble, where that was spoken of just now. */
export function nameWhatFails(context: TurnContext): void {
  const { state, routes, meant } = context;
  const { name = state.lastTrouble?.memory.kind } = state.lastTrouble?.memory ?? {};
  const isSpokenOf = state.said
    .slice(-LAST_SAID)
    .some(({ role, text }) => role === 'bot' && text.includes(String(name)));
  if (typeof name !== 'string' || !isSpokenOf) return;
  context.routes = routes.map((route) => {
    const text = route.text ?? meant;
    const isOfIt = OF_A_THING.has(route.act ?? '') && namedKind(text) === null && !/\border|\d{4,}/i.test(text);
    if (!isOfIt) return route;
    // "Send back the leaky one, keep the other": it is not what is kept.
    return { ...route, text: /\bkeep/i.test(text) ? `${name}: ${text}` : `${text} (${name})` };
  });
}

const SUM = /(?<![\w.,-])\d{1,6}[.,]\d{2}(?!\w|[.,-]\d)/g;

/** "I do not understand the charge. 197,48, what is that?": the sum belongs to what is asked about money, in whichever sentence it stands. */
export function nameSum({ routes, text }: TurnContext): void {
  const [sum, ...more] = text.match(SUM) ?? [];
  if (!sum || more.length > 0) return;
  for (const route of routes)
    if (route.agent === 'billing' && route.text && !/\d/.test(route.text)) route.text = `${route.text} ${sum}`;
}

const ORDER_WITH = /\b(order|parcel|package) (with|w|containing|that has)\b/i;
