// Looking around in the catalogue: which kinds of things there are, and the same kind of thing for less. Pure.
import type { OrderWords, ProductWords } from '../../phrases/order/index.ts';
import type { AgentRequest, Exchange, OfflineStep, ToolAnswer } from '../agent.ts';
import { readMostPrice, wantsCheaper } from './wish.ts';

export type Found = ProductWords & { id: string; facts?: Record<string, string> };

/** What is kept of the products that were shown. */
export interface Memory {
  productId?: string;
  /** The one that was shown, or the least expensive of several of a kind. */
  shown?: string;
  /** Of several kinds, the lowest price. */
  from?: number;
  /** What it should be like, as it was asked for last. */
  options?: string[];
  query?: string;
}

const MOST_SHOWN = 6;
const MOST_CHOICES = 6;

export function tellKinds(answers: readonly ToolAnswer[], words: OrderWords): OfflineStep {
  const [answer] = answers;
  if (!answer) return { call: 'find_products', input: {} };
  const kinds = (answer.result.kinds ?? []) as Parameters<OrderWords['kinds']>[0]['kinds'];
  if (kinds.length === 0) return { text: words.nothingToRecommend() };
  return {
    text: words.kinds({ kinds }),
    choices: kinds.slice(0, MOST_CHOICES).map(({ name }) => ({ title: name, value: name })),
    asks: { about: 'which product', memory: {} },
  };
}

/** "Something cheaper", "under 50", of what was shown just now. */
export function wantsLess(text: string): boolean {
  return wantsCheaper(text) || readMostPrice(text) !== undefined;
}

export function tellCheaper(
  { text }: AgentRequest,
  answers: readonly ToolAnswer[],
  words: OrderWords,
  shown: string,
): OfflineStep {
  const mostPrice = readMostPrice(text);
  const [answer] = answers;
  if (!answer) {
    const limit = { cheaperThan: shown, limit: MOST_SHOWN, ...(mostPrice ? { mostPrice } : {}) };
    return { call: 'find_products', input: limit };
  }
  const { products = [], leastExpensive = [] } = answer.result as { products?: Found[]; leastExpensive?: Found[] };
  if (products.length > 0) return { text: words.costLess({ products }), keeps: keepSeveral(products, '') };
  if (leastExpensive.length > 0)
    return { text: words.noneCostLess({ products: leastExpensive }), keeps: keepSeveral(leastExpensive, '') };
  return { text: words.nothingToRecommend() };
}

const priceOf = ({ variants }: Found) => Math.min(...variants.map((one) => one.price));

/** What a short "the compact one", or "anything cheaper", goes on from. */
export function keepSeveral(products: readonly Found[], query: string): Exchange {
  const cheapest = products.reduce((best, one) => (priceOf(one) < priceOf(best) ? one : best));
  const names = query === '' ? products.map((one) => one.name).join(' ') : query;
  const isOneKind = new Set(products.map(({ name }) => name.split(' ').at(-1)!.replace(/s$/, ''))).size === 1;
  const below = isOneKind ? { shown: cheapest.id } : { from: priceOf(cheapest) };
  return { about: 'product', memory: { query: names.slice(0, 200), ...below } };
}
