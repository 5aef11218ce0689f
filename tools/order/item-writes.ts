// Writes on what is in an order: other items while it is pending (once), and a delivered item for another variant of the
// same product. The price difference stands in what the customer confirms.
import { z } from 'zod';
import { orderWords } from '../../phrases/order/index.ts';
import type { CatalogueBackend, Variant } from '../backends/catalogue.ts';
import { type ShopBackend, type ShopOrder, WRITABLE } from '../backends/shop.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { NotAllowed, ToolScope, WriteTool } from '../tool.ts';
import { orderIdSchema } from './look-up-order.ts';

type Item = ShopOrder['items'][number];

const changeInput = z.object({
  orderId: orderIdSchema,
  /** The item, by its product id. */
  sku: z.string().min(1).max(100),
  /** How many there shall be; 0 takes it out. */
  quantity: z.number().int().min(0).max(20).optional(),
  /** Words of the other variant: `blue`, `large`. */
  options: z.array(z.string().max(40)).max(4).optional(),
});
type ChangeInput = z.infer<typeof changeInput>;

const exchangeInput = z.object({
  orderId: orderIdSchema,
  sku: z.string().min(1).max(100),
  options: z.array(z.string().max(40)).min(1).max(4),
});
type ExchangeInput = z.infer<typeof exchangeInput>;

export function createChangeItems(shop: ShopBackend, catalogue: CatalogueBackend): WriteTool<ChangeInput> {
  return {
    name: 'change_items',
    description:
      'Change one item of an order that is still pending: how many, or which variant. Once per order; the customer is asked to confirm.',
    input: changeInput,
    effect: 'writes',
    level: 'known',
    propose: async (input, scope) => {
      const order = await ownOrder(shop, input.orderId, scope);
      const item = order?.items.find((one) => one.sku === input.sku);
      if (!order || !item) return refuse('not found', false);
      if (!WRITABLE.items.includes(order.status)) return refuse(`the order is ${order.status}`, true);
      if (order.itemsChanged) return refuse('changed before', true);
      const changed = await changedItem(catalogue, item, input);
      if ('why' in changed) return changed;
      if (changed.quantity === 0 && order.items.length === 1) return refuse('the only item', false);
      return {
        allowed: true,
        summary: orderWords(scope.language).proposeItems({
          orderId: order.id,
          item: nameOf(item, item.quantity),
          becomes: changed.quantity === 0 ? null : nameOf(changed, changed.quantity),
          difference: costOf(changed) - costOf(item),
          currency: order.currency,
        }),
      };
    },
    execute: async (input, scope) => {
      const words = orderWords(scope.language);
      const order = await ownOrder(shop, input.orderId, scope);
      const item = order?.items.find((one) => one.sku === input.sku);
      if (!order || !item) return { done: false, text: words.itemsTooLate({ orderId: input.orderId }) };
      const changed = await changedItem(catalogue, item, input);
      // Changed already: by this very yes, which is then answered as the first time, or by another one.
      if ('why' in changed && !order.itemsChanged)
        return { done: false, text: words.itemsTooLate({ orderId: input.orderId }) };
      const items =
        'why' in changed
          ? order.items
          : order.items.map((one) => (one.sku === input.sku ? changed : one)).filter((one) => one.quantity > 0);
      const outcome = await withRetry('the shop', () => shop.changeItems(order.id, items, scope.idempotencyKey));
      if (!outcome.done) return { done: false, text: words.itemsTooLate({ orderId: order.id }) };
      return {
        done: true,
        text: words.itemsChanged({ orderId: order.id, items: items.map((one) => nameOf(one, one.quantity)) }),
      };
    },
  };
}

export function createExchangeItem(shop: ShopBackend, catalogue: CatalogueBackend): WriteTool<ExchangeInput> {
  return {
    name: 'exchange_item',
    description:
      'Exchange an item of a delivered order for another variant of the same product. The customer is asked to confirm.',
    input: exchangeInput,
    effect: 'writes',
    level: 'known',
    propose: async (input, scope) => {
      const order = await ownOrder(shop, input.orderId, scope);
      const item = order?.items.find((one) => one.sku === input.sku);
      if (!order || !item) return refuse('not found', false);
      if (!WRITABLE.exchange.includes(order.status)) return refuse(`the order is ${order.status}`, true);
      const variant = await variantOf(catalogue, item, input.options);
      if (!variant) return refuse('no such variant', false);
      if (variant.sku === item.variant) return refuse('the same variant', false);
      if (variant.stock === 0) return refuse('sold out', false);
      return {
        allowed: true,
        summary: orderWords(scope.language).proposeExchange({
          orderId: order.id,
          item: nameOf(item),
          becomes: Object.values(variant.options).join(', '),
          difference: variant.price - item.price,
          currency: order.currency,
        }),
      };
    },
    execute: async (input, scope) => {
      const words = orderWords(scope.language);
      const order = await ownOrder(shop, input.orderId, scope);
      const item = order?.items.find((one) => one.sku === input.sku);
      const variant = item && (await variantOf(catalogue, item, input.options));
      if (!order || !item || !variant) return { done: false, text: words.itemsTooLate({ orderId: input.orderId }) };
      const exchange = { from: item.variant ?? item.sku, to: variant.sku };
      const outcome = await withRetry('the shop', () => shop.openExchange(order.id, exchange, scope.idempotencyKey));
      if (!outcome.done) return { done: false, text: words.itemsTooLate({ orderId: order.id }) };
      return { done: true, text: words.exchanged({ orderId: order.id, reference: outcome.reference }) };
    },
  };
}

function refuse(why: string, person: boolean): NotAllowed {
  return { allowed: false, why, person };
}

async function ownOrder(shop: ShopBackend, orderId: string, scope: ToolScope): Promise<ShopOrder | null> {
  const order = await withRetry('the shop', () => shop.findOrder(orderId));
  return order && order.customerId === scope.customer.shopCustomerId ? order : null;
}

/** The item as it would be; why not, where it cannot be so. */
async function changedItem(
  catalogue: CatalogueBackend,
  item: Item,
  { quantity, options }: ChangeInput,
): Promise<Item | NotAllowed> {
  const many = quantity ?? item.quantity;
  if (many === item.quantity && !options?.length) return refuse('nothing to change', false);
  const variant = options?.length ? await variantOf(catalogue, item, options) : null;
  if (options?.length && !variant) return refuse('no such variant', false);
  if (variant?.sku === item.variant && many === item.quantity) return refuse('the same variant', false);
  // What is ordered already is taken from the shelf; only what comes on top must be there.
  const own = variant && variant.sku !== item.variant ? 0 : item.quantity;
  if (variant && many - own > variant.stock) return refuse('sold out', false);
  if (!variant) return { ...item, quantity: many };
  return { ...item, quantity: many, variant: variant.sku, options: variant.options, price: variant.price };
}

/** The variant that has all the words, and else is as the item is. */
async function variantOf(catalogue: CatalogueBackend, item: Item, options: string[]): Promise<Variant | null> {
  const product = await withRetry('the catalogue', () => catalogue.findProduct(item.sku));
  const wanted = options.map((option) => option.toLowerCase());
  const fits = (product?.variants ?? []).filter((variant) =>
    wanted.every((word) => Object.values(variant.options).includes(word)),
  );
  const kept = Object.values(item.options ?? {});
  const likeness = (variant: Variant) => Object.values(variant.options).filter((word) => kept.includes(word)).length;
  return fits.sort((one, other) => likeness(other) - likeness(one))[0] ?? null;
}

function costOf(item: Item): number {
  return item.price * item.quantity;
}

function nameOf({ name, options }: Item, quantity?: number): string {
  const different = Object.values(options ?? {}).join(', ');
  return `${quantity === undefined ? '' : `${quantity} × `}${name}${different ? ` (${different})` : ''}`;
}
