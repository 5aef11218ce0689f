// exchange_item: delivered items, or so many pieces of them, for other variants of the same products. The price difference
// stands in what the customer confirms, and nothing that went back already is exchanged.
import { z } from 'zod';
import { orderWords } from '../../phrases/order/index.ts';
import type { CatalogueBackend, Variant } from '../backends/catalogue.ts';
import { type ShopBackend, type ShopOrder, skuOf, WRITABLE } from '../backends/shop.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { NotAllowed, WriteTool } from '../tool.ts';
import {
  countBack,
  findItemToChange,
  findOwnOrder,
  findVariant,
  type Item,
  itemSku,
  nameOf,
  pieces,
  refuse,
  severalOf,
  variantWish,
  without,
} from './order-items.ts';

const fields = z.object({
  sku: itemSku,
  count: pieces.describe('Only so many pieces of it; all when left out.'),
  quantity: z.number().int().min(1).max(20).optional().describe('Another name for count; one of the two.'),
  ...variantWish,
});
type Exchange = z.infer<typeof fields>;

const isClear = ({ count, quantity }: Exchange) => count === undefined || quantity === undefined;
const UNCLEAR = 'count or quantity, not both';

const one = fields.refine(isClear, UNCLEAR);
const input = one.safeExtend(
  severalOf(
    one,
    'Further items that are exchanged at the same time; one item may stand here again with another count.',
  ),
);

interface Exchanged {
  item: Item;
  variant: Variant;
  quantity: number;
}

export function createExchangeItem(shop: ShopBackend, catalogue: CatalogueBackend): WriteTool<z.infer<typeof input>> {
  return {
    name: 'exchange_item',
    description:
      'Exchange items of a delivered order for other variants of the same products. The customer is asked to confirm.',
    input,
    effect: 'writes',
    level: 'known',
    propose: async ({ orderId, also, ...first }, scope) => {
      const order = await findOwnOrder(shop, orderId, scope);
      if (!order) return refuse('not found', false);
      if (!WRITABLE.exchange.includes(order.status)) return refuse(`the order is ${order.status}`, true);
      const all = await exchangeAll(catalogue, order, [first, ...also]);
      if ('why' in all) return all;
      return {
        allowed: true,
        summary: orderWords(scope.language).proposeExchange({
          orderId: order.id,
          changes: all.map(({ item, variant, quantity }) => ({
            item: nameOf(item),
            count: quantity,
            of: item.quantity,
            becomes: Object.values(variant.options).join(', ') || variant.sku,
          })),
          difference: all.reduce((sum, one) => sum + (one.variant.price - one.item.price) * one.quantity, 0),
          currency: order.currency,
        }),
      };
    },
    execute: async ({ orderId, also, ...first }, scope) => {
      const words = orderWords(scope.language);
      const tooLate = { done: false, text: words.itemsTooLate({ orderId }) };
      const order = await findOwnOrder(shop, orderId, scope);
      if (!order) return tooLate;
      const all = await exchangeAll(catalogue, order, [first, ...also]);
      // Going back already: by this very yes, which the shop then answers as the first time, or by another one.
      const exchanges =
        'why' in all
          ? []
          : all.map(({ item, variant, quantity }) => ({ from: skuOf(item), to: variant.sku, quantity }));
      const outcome = await withRetry('the shop', () => shop.openExchange(order.id, exchanges, scope.idempotencyKey));
      if (!outcome.done) return tooLate;
      return { done: true, text: words.exchanged({ orderId: order.id, reference: outcome.reference }) };
    },
  };
}

async function exchangeAll(
  catalogue: CatalogueBackend,
  order: ShopOrder,
  wishes: Exchange[],
): Promise<Exchanged[] | NotAllowed> {
  const all: Exchanged[] = [];
  for (const wish of wishes) {
    const item = findItemToChange(
      order,
      wish,
      order.items.filter((one) => countOf(all, one) >= one.quantity),
    );
    if (!item) return refuse('no such item', false);
    const back = all.map((one) => ({ sku: skuOf(one.item), quantity: one.quantity }));
    const quantity = countBack(without(order, back), item, wish.count ?? wish.quantity);
    if (typeof quantity !== 'number') return quantity;
    const variant = await findVariant(catalogue, item, wish);
    if (!variant) return refuse('no such variant', false);
    if (variant.sku === skuOf(item)) return refuse('the same variant', false);
    const taken = all.filter((one) => one.variant.sku === variant.sku).reduce((sum, one) => sum + one.quantity, 0);
    if (variant.stock < taken + quantity) return refuse('sold out', false);
    all.push({ item, variant, quantity });
  }
  return all;
}

/** How many of an item are exchanged so far. */
function countOf(all: Exchanged[], item: Item): number {
  return all.filter((one) => one.item === item).reduce((sum, { quantity }) => sum + quantity, 0);
}
