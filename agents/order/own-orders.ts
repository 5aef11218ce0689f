// Which of the customer's own orders is meant, where no number was said: those that the wish is possible for, and the one
// that holds the thing they name. Pure.
import { WRITABLE } from '../../tools/backends/shop.ts';
import type { AgentRequest, OfflineStep, ToolAnswer } from '../agent.ts';
import type { OrderWish } from './wish.ts';

const MOST_READ = 10;
const MOST_SHOWN = 4;
const UNDERWAY = ['pending', 'processing', 'shipped', 'in transit'];

/** The states of an order in which a wish makes sense. */
const FITTING: Partial<Record<OrderWish, readonly string[]>> = {
  status: UNDERWAY,
  cancel: WRITABLE.cancel,
  address: UNDERWAY,
  items: WRITABLE.items,
  return: WRITABLE.return,
  exchange: WRITABLE.exchange,
  wrong: ['delivered'],
};

const ITEM =
  /\b(headphones?|headset|speakers?|keyboards?|lamps?|backpacks?|bags?|kettles?|cameras?|watch(es)?|blankets?|chargers?)\b/gi;
const MOST_ITEM_WORDS = 8;

export type Own = Record<string, unknown>;

/** "The speaker": an answer to which order it is about. */
export function namesItem(text: string): boolean {
  return text.trim().split(/\s+/).length <= MOST_ITEM_WORDS && text.search(ITEM) >= 0;
}

/** What to ask the shop first; the only one that can be meant; or those to choose from. */
export function pickOwn(
  request: AgentRequest,
  answers: readonly ToolAnswer[],
  wish: OrderWish,
): (OfflineStep & { call: string }) | { only: string } | { orders: Own[] } {
  const listed = answers[0];
  if (!listed) return { call: 'list_orders', input: { limit: MOST_READ } };
  const all = (listed.result.orders ?? []) as Own[];
  const isOpenOnly = wish === 'list' && /\b(open|current|active|pending|underway|outstanding)\b/i.test(request.text);
  const states = isOpenOnly ? UNDERWAY : FITTING[wish];
  const fitting = states ? all.filter((order) => states.includes(String(order.status))) : all;
  const named = withItem(fitting, request.text);
  const isElsewhere = named.length === 0 && request.text.search(ITEM) >= 0;
  const meant = named.length > 0 ? named : fitting;
  const elsewhere = isElsewhere ? withItem(all, request.text) : [];
  const isWrite = !['status', 'list', 'history', 'contents', 'other'].includes(wish);
  // The thing they name is in none of them: nobody is told about another.
  const isOne = meant.length === 1 && !isElsewhere && (isWrite || wish === 'status');
  if (isOne) return { only: String(meant[0]!.orderId) };
  // It is in one of another state: that one is meant, and why it cannot be done is said of it.
  if (isWrite && elsewhere.length === 1) return { only: String(elsewhere[0]!.orderId) };
  // None that it could be done for: they see what there is.
  return { orders: (meant.length > 0 ? meant : all).slice(0, MOST_SHOWN) };
}

function withItem(orders: Own[], text: string): Own[] {
  const named = [...text.matchAll(ITEM)].map(([word]) => word.toLowerCase().replace(/(es|s)$/, ''));
  if (named.length === 0) return [];
  return orders.filter((order) =>
    ((order.items ?? []) as { name: string }[]).some(({ name }) =>
      named.some((word) => name.toLowerCase().includes(word)),
    ),
  );
}
