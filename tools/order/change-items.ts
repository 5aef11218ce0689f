// change_items: other items of an order while it is pending, all that shall change at once, since it is done once. The
// price difference stands in what the customer confirms.
import { z } from 'zod';
import { orderWords } from '../../phrases/order/index.ts';
import type { BillingBackend } from '../backends/billing.ts';
import type { CatalogueBackend } from '../backends/catalogue.ts';
import { type ShopBackend, type ShopOrder, WRITABLE } from '../backends/shop.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { NotAllowed, WriteTool } from '../tool.ts';
import { orderIdSchema } from './look-up-order.ts';
import { findItem, findOwnOrder, findVariant, type Item, itemSku, nameOf, refuse, variantWish } from './order-items.ts';
import { hasOnlyFailed } from './order-writes.ts';

const change = z.object({
  sku: itemSku,
  quantity: z.number().int().min(0).max(20).optional().describe('How many there shall be; 0 takes it out.'),
  ...variantWish,
});
type Change = z.infer<typeof change>;

const input = change.extend({
  orderId: orderIdSchema,
  also: z.array(change).max(20).default([]).describe('Further items that change at the same time.'),
});

/** `from` becomes `to`, item by item. */
interface Changed {
  pairs: { from: Item; to: Item }[];
  items: Item[];
}

export function createChangeItems(
  shop: ShopBackend,
  catalogue: CatalogueBackend,
  billing: BillingBackend,
): WriteTool<z.infer<typeof input>> {
  return {
    name: 'change_items',
    description:
      'Change items of an order that is still pending: how many, or which variant. Once per order, so all changes at the same time; the customer is asked to confirm.',
    input,
    effect: 'writes',
    level: 'known',
    propose: async ({ orderId, also, ...first }, scope) => {
      const order = await findOwnOrder(shop, orderId, scope);
      if (!order) return refuse('not found', false);
      if (!WRITABLE.items.includes(order.status)) return refuse(`the order is ${order.status}`, true);
      if (order.itemsChanged) return refuse('changed before', true);
      const changed = await changeAll(catalogue, order, [first, ...also]);
      if ('why' in changed) return changed;
      const difference = changed.pairs.reduce((sum, { from, to }) => sum + costOf(to) - costOf(from), 0);
      // Nothing goes back, and nothing is charged, where nothing was paid.
      const isUnpaid = await hasOnlyFailed(billing, order.customerId, order.id);
      return {
        allowed: true,
        summary: orderWords(scope.language).proposeItems({
          orderId,
          changes: changed.pairs.map(({ from, to }) => ({
            item: nameOf(from, from.quantity),
            becomes: to.quantity === 0 ? null : nameOf(to, to.quantity),
          })),
          difference,
          ...(isUnpaid ? { unpaidTotal: order.total + difference } : {}),
          currency: order.currency,
        }),
      };
    },
    execute: async ({ orderId, also, ...first }, scope) => {
      const words = orderWords(scope.language);
      const tooLate = { done: false, text: words.itemsTooLate({ orderId }) };
      const order = await findOwnOrder(shop, orderId, scope);
      if (!order) return tooLate;
      const changed = await changeAll(catalogue, order, [first, ...also]);
      // Changed already: by this very yes, which is then answered as the first time, or by another one.
      if ('why' in changed && !order.itemsChanged) return tooLate;
      const items = 'why' in changed ? order.items : changed.items;
      const outcome = await withRetry('the shop', () => shop.changeItems(order.id, items, scope.idempotencyKey));
      if (!outcome.done) return tooLate;
      return {
        done: true,
        text: words.itemsChanged({ orderId: order.id, items: items.map((one) => nameOf(one, one.quantity)) }),
      };
    },
  };
}

/** The items as they would be; why not, where one of them cannot be so. */
async function changeAll(
  catalogue: CatalogueBackend,
  order: ShopOrder,
  changes: Change[],
): Promise<Changed | NotAllowed> {
  const pairs: Changed['pairs'] = [];
  for (const one of changes) {
    const from = findItem(
      order,
      one.sku,
      pairs.map((pair) => pair.from),
    );
    if (!from) return refuse('no such item', false);
    const to = await changeOne(catalogue, from, one);
    if ('why' in to) return to;
    pairs.push({ from, to });
  }
  const items = order.items
    .map((item) => pairs.find(({ from }) => from === item)?.to ?? item)
    .filter((item) => item.quantity > 0);
  return items.length === 0 ? refuse('the only item', false) : { pairs, items };
}

async function changeOne(catalogue: CatalogueBackend, item: Item, wish: Change): Promise<Item | NotAllowed> {
  const quantity = wish.quantity ?? item.quantity;
  const isOther = wish.variant !== undefined || (wish.options?.length ?? 0) > 0;
  if (quantity === item.quantity && !isOther) return refuse('nothing to change', false);
  const variant = isOther ? await findVariant(catalogue, item, wish) : null;
  if (isOther && !variant) return refuse('no such variant', false);
  if (variant && variant.sku === item.variant && quantity === item.quantity) return refuse('the same variant', false);
  // What is ordered already is taken from the shelf; only what comes on top must be there.
  const own = variant && variant.sku !== item.variant ? 0 : item.quantity;
  if (variant && quantity - own > variant.stock) return refuse('sold out', false);
  if (!variant) return { ...item, quantity };
  return { ...item, quantity, variant: variant.sku, options: variant.options, price: variant.price };
}

function costOf(item: Item): number {
  return item.price * item.quantity;
}
