// "Cancel ORD-1 and ORD-2", "all three, please", "yes, and the other two as well": one wish about several orders is one for each
// of them, settled one after the other. Only a plain list counts: "cancel ORD-1, I already have ORD-2" names the second as a reason.
import type { Act } from '../../agents/acts.ts';
import type { Exchange } from '../../agents/agent.ts';
import { WISH_OF_ACT } from '../../agents/order/acts.ts';
import { addressIn } from '../../agents/order/address.ts';
import { type OrderWish, readOrderWish } from '../../agents/order/wish.ts';
import type { AgentQuestion, OpenProposal } from '../conversation-state.ts';
import type { Route, TurnContext } from '../turn-context.ts';

const MOST_EACH = 4;
const EACH: ReadonlySet<OrderWish> = new Set(['cancel', 'address', 'return']);

const ID = '(?:#|\\bord[-\\s]?)?\\b\\d{5}\\b';
const AND = '\\s*(?:,|;|\\+|&|\\band\\b|\\bplus\\b|\\bas well as\\b|\\bund\\b|\\by\\b|\\bet\\b|,\\s*and\\b)\\s*';
const LIST = new RegExp(`${ID}(?:${AND}(?:(?:the |my )?orders? )?${ID})+`, 'i');
const ALL =
  /\b(?:all(?: (?:of (?:them|these|those)|three|four|two|3|4|the orders|orders))?|both(?: of (?:them|these|those))?|every ?one|each(?: of them| one)?)\b/i;
/** Which of them, after all. */
const NOT_ALL = /\b(?:not|except|but|without|only|or|apart from)\b|n't\b/i;
const idsIn = (text: string): string[] => [...new Set(Array.from(text.matchAll(/\b\d{5}\b/g), ([id]) => `ORD-${id}`))];

/** Another order than these; a postal code is none. */
const namesMore = (text: string, ids: readonly string[]): boolean =>
  Array.from(text.matchAll(/\bord[-\s]?(\d{5})\b/gi), ([, id]) => `ORD-${id}`).some((id) => !ids.includes(id));

const wishOf = (act: Act | undefined, text: string): OrderWish =>
  act ? (WISH_OF_ACT[act] ?? 'status') : readOrderWish(text);

/** A route for each order of a list; an address that is yet to be asked for is asked for once. */
export function forEachOrder({ routes, meant }: TurnContext): Route[] {
  return routes.flatMap((route) => {
    const text = route.text ?? meant;
    const list = route.agent === 'order' ? LIST.exec(text)?.[0] : undefined;
    const ids = idsIn(list ?? '');
    const wish = wishOf(route.act, text);
    const isEach = ids.length > 1 && ids.length <= MOST_EACH && EACH.has(wish) && !namesMore(text, ids);
    if (!isEach || !list || (wish === 'address' && addressIn(text) === null)) return [route];
    return ids.map((id) => ({ ...route, text: text.replace(list, id).replace(ALL, ' ').replace(/\s+/g, ' ').trim() }));
  });
}

/** "All three please", to which order it is: a route for each that was shown; null: one of them, or something else. */
export function everyOneShown(
  { text, meant }: TurnContext,
  { agent, intent, exchange }: AgentQuestion,
): Route[] | null {
  const { shown, act, wish } = exchange.memory as { shown?: string[]; act?: Act; wish?: string };
  if (agent !== 'order' || exchange.about !== 'order number' || !shown) return null;
  const named = idsIn(LIST.exec(text)?.[0] ?? '').filter((id) => shown.includes(id));
  const isAll = ALL.test(meant) && !NOT_ALL.test(meant) && !idsIn(text).some((id) => shown.includes(id));
  const ids = isAll ? shown : named;
  if (ids.length < 2 || ids.length > MOST_EACH || !EACH.has(wishOf(act, `${wish ?? ''} ${text}`))) return null;
  const rest = text
    .replace(LIST, ' ')
    .replace(ALL, ' ')
    .replace(/^[\s,.;!]+/, '')
    .trim();
  const reason = 'resume:each';
  if (wishOf(act, wish ?? '') === 'address' && addressIn(rest) === null && addressIn(wish ?? '') === null)
    return [{ agent, intent, reason, text: `${rest} ${ids.join(', ')}`.trim(), ...(act ? { act } : {}) }];
  return ids.map((id) => ({ agent, intent, reason, text: `${id}: ${rest}`.trim(), ...(act ? { act } : {}) }));
}

/** The address that was asked for several orders: the answer counts for each. */
export function alsoThere({ text }: TurnContext, { agent, intent, exchange }: AgentQuestion): Route[] {
  return toThere(agent, intent, alsoOf(exchange), text.trim()).map((route) => ({ ...route, isBeside: true }));
}

const toThere = (agent: Route['agent'], intent: Route['intent'], ids: readonly string[], address: string): Route[] =>
  ids.map((id) => ({
    agent,
    intent,
    reason: 'resume:each',
    act: 'change-address',
    text: `change the address of order ${id} to ${address}`,
  }));

const alsoOf = ({ about, memory }: Exchange): string[] =>
  about === 'new address' && Array.isArray(memory.also) ? memory.also.map(String) : [];

const OTHERS_TOO =
  /^\W*(?:and |also |then )*(?:(?:the|my|all the|both) )?others?(?: (?:one|ones|two|three|orders?|parcels?))*\b[^.?!]{0,40}$/i;

/** "Yes. And the other two also to there", of an address that is agreed to: the same for those that were listed beside it. */
export function sameForOthers(
  { state }: TurnContext,
  rest: string,
  { tool, agent, input }: OpenProposal,
): Route[] | null {
  const { orderId, address } = input as { orderId?: string; address?: string };
  if (tool !== 'change_address' || !orderId || !address || !isOfOthers(rest)) return null;
  const ids = state.listedOrders.filter((id) => id !== orderId);
  if (ids.length === 0 || ids.length > MOST_EACH) return null;
  return toThere(agent, 'ORDER_INQUIRY', ids, address);
}

const isOfOthers = (rest: string): boolean =>
  OTHERS_TOO.test(rest) && /\b(?:too|also|as well|there|same|likewise)\b/i.test(rest) && !/n't\b|\bnot\b/i.test(rest);
