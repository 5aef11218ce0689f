// What a message surely wants of the order agent, in the words of its rules, and what no rule had before: why an order was
// cancelled. Pure.
import { actWords } from '../../phrases/acts/index.ts';
import { phrasesFor } from '../../phrases/index.ts';
import type { Act } from '../acts.ts';
import type { AgentRequest, OfflineStep, ToolAnswer } from '../agent.ts';
import { describeOrder } from './states.ts';
import { type OrderWish, type ProductWish, readProductWish } from './wish.ts';

/** What our rules call that which a message surely wants. */
export const WISH_OF_ACT: Partial<Record<Act, OrderWish>> = {
  'order-status': 'status',
  'late-parcel': 'status',
  'cancel-order': 'cancel',
  'return-item': 'return',
  'exchange-item': 'exchange',
  'change-address': 'address',
  'change-payment': 'payment',
  'remove-item': 'items',
  'change-item': 'items',
  'order-contents': 'contents',
  'order-list': 'list',
  'wrong-item': 'wrong',
  damaged: 'wrong',
  faster: 'faster',
  'return-status': 'return state',
  'why-cancelled': 'why cancelled',
};

/** The same for what could be bought. */
const PRODUCT_WISH_OF_ACT: Partial<Record<Act, ProductWish>> = {
  buy: 'buy',
  compare: 'compare',
  'in-stock': 'availability',
  'product-price': 'price',
  recommend: 'recommend',
};

/** "Why did you cancel it?": that it is, and who may know why. */
export function tellWhyCancelled(request: AgentRequest, answers: readonly ToolAnswer[], orderId: string): OfflineStep {
  const [answer] = answers;
  if (!answer) return { call: 'look_up_order', input: { orderId } };
  if (answer.result.status !== 'cancelled') return { text: describeOrder(answer, orderId, request) };
  return sayWhyCancelled(request, [orderId]);
}

export function sayWhyCancelled({ classification, phrases }: AgentRequest, orderIds: string[]): OfflineStep {
  const { personChoice } = phrasesFor(classification.language, phrases);
  return { text: actWords(classification.language).whyCancelled({ orderIds }), choices: [personChoice()] };
}

export const ORDER_NUMBER = /\bord(er)?[\s#-]*\d{3,10}\b|#\s*\d{4,10}\b/i;
const ALL_OF_KIND = /\b(what|which) (\w+ )?\w+s do (you|u) (have|sell|offer)\b/i;

export function productWishOf({ act, text }: AgentRequest, ofProduct: boolean): ProductWish | null {
  const read = ORDER_NUMBER.test(text) ? null : readProductWish(text, ofProduct);
  // "What kettles do you have?", for a present, too: all of them.
  if (act === 'recommend' && ALL_OF_KIND.test(text)) return 'availability';
  if (!act) return read;
  return read === 'watch' && act === 'in-stock' ? read : (PRODUCT_WISH_OF_ACT[act] ?? null);
}
