// change_items: other items of an order while it is pending, all that shall change at once, since it is done once; of a line
// also some pieces only. The price difference stands in what the customer confirms.
import { z } from 'zod';
import { orderWords } from '../../phrases/order/index.ts';
import type { BillingBackend } from '../backends/billing.ts';
import type { CatalogueBackend } from '../backends/catalogue.ts';
import { type ShopBackend, type ShopOrder, skuOf, WRITABLE } from '../backends/shop.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { NotAllowed, WriteTool } from '../tool.ts';
import {
  findItemToChange,
  findOwnOrder,
  findVariant,
  type Item,
  itemSku,
  nameWithCount,
  pieces,
  refuse,
  severalOf,
  variantWish,
} from './order-items.ts';
import { type Line, type LineChange, settleLines } from './order-lines.ts';
import { hasOnlyFailed } from './order-writes.ts';

const fields = z.object({
  sku: itemSku,
  quantity: z.number().int().min(0).max(20).optional().describe('How many there shall be; 0 takes it out.'),
  count: pieces.describe(
    'Only so many pieces of it become the other variant, and the rest stays: with options or variant, never with quantity.',
  ),
  ...variantWish,
});
type Change = z.infer<typeof fields>;

const isClear = ({ count, quantity, options = [], variant }: Change) =>
  count === undefined || (quantity === undefined && (variant !== undefined || options.length > 0));
const UNCLEAR = 'count goes with options or variant, and never with quantity';

const one = fields.refine(isClear, UNCLEAR);
const input = one.safeExtend(
  severalOf(one, 'Further items that change at the same time; one item may stand here again with another count.'),
);

interface Changed {
  items: Item[];
  changes: LineChange[];
}

export function createChangeItems(
  shop: ShopBackend,
  catalogue: CatalogueBackend,
  billing: BillingBackend,
): WriteTool<z.infer<typeof input>> {
  return {
    name: 'change_items',
    description:
      'Change items of an order that is still pending: how many, or which variant, also of some pieces only. Once per order, so all changes at the same time; the customer is asked to confirm.',
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
      const difference = costOf(changed.items) - costOf(order.items);
      // Nothing goes back, and nothing is charged, where nothing was paid.
      const isUnpaid = await hasOnlyFailed(billing, order.customerId, order.id);
      return {
        allowed: true,
        summary: orderWords(scope.language).proposeItems({
          orderId,
          changes: changed.changes.map(({ was, becomes }) => ({
            was: was.map(nameWithCount),
            becomes: becomes.map(nameWithCount),
            difference: costOf(becomes) - costOf(was),
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
      // Changed already: by this very yes, which is then answered as the first time, or by another one. What it would be
      // is not worked out again: of pieces that became another variant, as many again would.
      const changed = order.itemsChanged ? order : await changeAll(catalogue, order, [first, ...also]);
      if ('why' in changed) return tooLate;
      const { items } = changed;
      const outcome = await withRetry('the shop', () => shop.changeItems(order.id, items, scope.idempotencyKey));
      if (!outcome.done) return tooLate;
      return {
        done: true,
        text: words.itemsChanged({ orderId: order.id, items: items.map(nameWithCount) }),
      };
    },
  };
}

/** The items as they would be; why not, where one of them cannot be so. Each change finds what those before it have left. */
async function changeAll(
  catalogue: CatalogueBackend,
  order: ShopOrder,
  changes: Change[],
): Promise<Changed | NotAllowed> {
  const lines = order.items.map((item): Line => ({ item, stays: item.quantity, parts: [] }));
  const taken = new Map<string, number>();
  for (const wish of changes) {
    const gone = lines.filter(({ stays }) => stays === 0).map(({ item }) => item);
    const item = findItemToChange(order, wish, gone);
    const line = lines.find((one) => one.item === item);
    if (!line) return refuse('no such item', false);
    const part = await changeOne(catalogue, { ...line.item, quantity: line.stays }, wish, taken);
    if ('why' in part) return part;
    line.stays -= wish.count ?? line.stays;
    line.parts.push(part);
  }
  const settled = settleLines(lines);
  return settled.items.length === 0 ? refuse('the only item', false) : settled;
}

/** What a line becomes, or those pieces of it that are counted. `taken`: from the shelf so far, by variant. */
async function changeOne(
  catalogue: CatalogueBackend,
  item: Item,
  wish: Change,
  taken: Map<string, number>,
): Promise<Item | NotAllowed> {
  if (wish.count !== undefined && wish.count > item.quantity) return refuse('more than there is', false);
  const quantity = wish.count ?? wish.quantity ?? item.quantity;
  const isOther = wish.variant !== undefined || (wish.options?.length ?? 0) > 0;
  if (quantity === item.quantity && !isOther) return refuse('nothing to change', false);
  if (!isOther) return { ...item, quantity };
  const variant = await findVariant(catalogue, item, wish);
  if (!variant) return refuse('no such variant', false);
  const isSame = variant.sku === skuOf(item);
  if (isSame && (wish.count !== undefined || quantity === item.quantity)) return refuse('the same variant', false);
  // What is ordered already is taken from the shelf; only what comes on top must be there.
  const needed = (taken.get(variant.sku) ?? 0) + quantity - (isSame ? item.quantity : 0);
  if (needed > variant.stock) return refuse('sold out', false);
  taken.set(variant.sku, needed);
  return { ...item, quantity, variant: variant.sku, options: variant.options, price: variant.price };
}

function costOf(items: Item[]): number {
  return items.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
}
