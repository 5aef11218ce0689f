// exchange_item: delivered items for other variants of the same products. The price difference stands in what the customer
// confirms, and nothing that went back already is exchanged.
import { z } from 'zod';
import { orderWords } from '../../phrases/order/index.ts';
import type { CatalogueBackend, Variant } from '../backends/catalogue.ts';
import { type ShopBackend, type ShopOrder, skuOf, WRITABLE } from '../backends/shop.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { NotAllowed, WriteTool } from '../tool.ts';
import { orderIdSchema } from './look-up-order.ts';
import {
  countBack,
  findItem,
  findOwnOrder,
  findVariant,
  type Item,
  itemSku,
  nameOf,
  refuse,
  variantWish,
  without,
} from './order-items.ts';

const exchange = z.object({
  sku: itemSku,
  quantity: z.number().int().min(1).max(20).optional().describe('How many of it; all when left out.'),
  ...variantWish,
});
type Exchange = z.infer<typeof exchange>;

const input = exchange.extend({
  orderId: orderIdSchema,
  also: z.array(exchange).max(20).default([]).describe('Further items that are exchanged at the same time.'),
});

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
            item: quantity === 1 ? nameOf(item) : nameOf(item, quantity),
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
    const item = findItem(
      order,
      wish.sku,
      all.map((one) => one.item),
    );
    if (!item) return refuse('no such item', false);
    const back = all.map((one) => ({ sku: skuOf(one.item), quantity: one.quantity }));
    const quantity = countBack(without(order, back), item, wish.quantity);
    if (typeof quantity !== 'number') return quantity;
    const variant = await findVariant(catalogue, item, wish);
    if (!variant) return refuse('no such variant', false);
    if (variant.sku === item.variant) return refuse('the same variant', false);
    if (variant.stock < quantity) return refuse('sold out', false);
    all.push({ item, variant, quantity });
  }
  return all;
}
