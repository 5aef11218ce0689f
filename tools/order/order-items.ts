// Finds the item of an order and the variant that are meant, and what they would become. Reads only; why something is not
// possible is an answer, not a failure.
import { z } from 'zod';
import type { CatalogueBackend, Variant } from '../backends/catalogue.ts';
import { type ItemCount, leftOf, type ShopBackend, type ShopOrder, skuOf } from '../backends/shop.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { NotAllowed, ToolScope } from '../tool.ts';
import { orderIdSchema } from './look-up-order.ts';

export type Item = ShopOrder['items'][number];

export const itemSku = z.string().trim().min(1).max(100).describe('The item, by the sku of its product or variant.');
export const variantWish = {
  options: z.array(z.string().max(40)).max(4).optional().describe('Words of the other variant: blue, large.'),
  variant: z.string().trim().min(1).max(100).optional().describe('The other variant by its sku, where it is known.'),
};

/** How many pieces of a line. */
export const pieces = z.number().int().min(1).optional();

/** The fields beside a wish for one item: of which order, and further wishes at the same time. */
export function severalOf<Wish extends z.ZodType>(wish: Wish, also: string) {
  return { orderId: orderIdSchema, also: z.array(wish).max(20).default([]).describe(also) };
}

export interface VariantWish {
  options?: string[] | undefined;
  variant?: string | undefined;
}

export function refuse(why: string, person: boolean): NotAllowed {
  return { allowed: false, why, person };
}

/** The order, if it is the verified customer's own. */
export async function findOwnOrder(shop: ShopBackend, orderId: string, scope: ToolScope): Promise<ShopOrder | null> {
  const order = await withRetry('the shop', () => shop.findOrder(orderId));
  return order && order.customerId === scope.customer.shopCustomerId ? order : null;
}

/** By its variant, or by its product; of several of the same product the first that is not in `except`. */
export function findItem(order: ShopOrder, sku: string, except: readonly Item[] = []): Item | undefined {
  const free = order.items.filter((item) => !except.includes(item));
  return free.find((item) => item.variant === sku) ?? free.find((item) => item.sku === sku);
}

/** As above; of several lines of a product rather one that is not as it is wished already. */
export function findItemToChange(
  order: ShopOrder,
  { sku, options = [], variant }: VariantWish & { sku: string },
  except: readonly Item[],
): Item | undefined {
  const isSo = (item: Item) => skuOf(item) === variant || (options.length > 0 && hasAll(item.options ?? {}, options));
  return findItem(order, sku, [...except, ...order.items.filter(isSo)]) ?? findItem(order, sku, except);
}

function wordsOf(options: Record<string, string>): string[] {
  return Object.values(options).map((word) => word.toLowerCase());
}

function hasAll(options: Record<string, string>, wanted: string[]): boolean {
  const words = wordsOf(options);
  return wanted.every((word) => words.includes(word.toLowerCase()));
}

/** The variant that has all the words, and else is as the item is; the one of that sku, if it is the same product's. */
export async function findVariant(
  catalogue: CatalogueBackend,
  item: Item,
  { options = [], variant: sku }: VariantWish,
): Promise<Variant | null> {
  const product = await withRetry('the catalogue', () => catalogue.findProduct(item.sku));
  const variants = product?.variants ?? [];
  if (sku !== undefined) return variants.find((variant) => variant.sku === sku) ?? null;
  const fits = variants.filter((variant) => hasAll(variant.options, options));
  const kept = wordsOf(item.options ?? {});
  const likeness = (variant: Variant) => wordsOf(variant.options).filter((word) => kept.includes(word)).length;
  return fits.sort((one, other) => likeness(other) - likeness(one))[0] ?? null;
}

/** What can still be sent back of an item: as many as were wanted, or all that are left; why not. */
export function countBack(order: ShopOrder, item: Item, wanted?: number): number | NotAllowed {
  const left = Math.min(item.quantity, leftOf(order, skuOf(item)));
  if (left <= 0) return refuse('going back already', true);
  if (wanted !== undefined && wanted > left) return refuse('more than there is', false);
  return wanted ?? left;
}

/** The order as it is when these go back, too. */
export function without(order: ShopOrder, back: ItemCount[]): ShopOrder {
  return { ...order, goingBack: [...(order.goingBack ?? []), ...back] };
}

export function nameOf({ name, options }: Pick<Item, 'name' | 'options'>, quantity?: number): string {
  const different = Object.values(options ?? {}).join(', ');
  return `${quantity === undefined ? '' : `${quantity} × `}${name}${different ? ` (${different})` : ''}`;
}

export function nameWithCount(item: Pick<Item, 'name' | 'options' | 'quantity'>): string {
  return nameOf(item, item.quantity);
}
