// check_warranty: until when the customer's own products are covered. Somebody else's order is answered like one that
// does not exist.
import { z } from 'zod';
import type { ShopOrder } from '../backends/shop.ts';
import type { SupportBackend } from '../backends/support.ts';
import { withRetry } from '../backends/with-retry.ts';
import { orderIdSchema } from '../order/look-up-order.ts';
import type { ReadTool, ToolScope } from '../tool.ts';
import type { ReadsOrders } from './analyze-issue.ts';
import { productSchema } from './inputs.ts';
import { kindOfProduct } from './read-device.ts';

const MOST_ORDERS = 50;
const MOST_SHOWN = 3;
/** A shop that says nothing about a kind of product keeps to this. */
const LEGAL_MONTHS = 24;

const input = z.object({ orderId: orderIdSchema.optional(), product: productSchema.optional() });

/** One product of the customer's; `until` is null while it is on its way. */
export interface WarrantyState {
  product: string;
  orderId: string;
  until: string | null;
  holds: boolean;
  months: number;
}

export function createCheckWarranty(support: SupportBackend, shop: ReadsOrders): ReadTool<z.infer<typeof input>> {
  return {
    name: 'check_warranty',
    description:
      "Until when the customer's own products are under warranty; by order, by kind of product, or the latest.",
    input,
    effect: 'reads',
    level: 'known',
    run: async ({ orderId, product }, scope) => {
      const orders = await ownOrders(shop, orderId, scope);
      const items = orders
        .filter((order) => order.status !== 'cancelled')
        .flatMap((order) => order.items.map((item) => ({ order, name: item.name, kind: kindOfProduct(item.name) })))
        .filter(({ kind }) => product === undefined || kind === product)
        .slice(0, MOST_SHOWN);
      const today = scope.clock.now();
      const products = await Promise.all(
        items.map(async ({ order, name, kind }) => {
          const months = kind
            ? await withRetry('technical support', () => support.findWarrantyMonths(kind))
            : LEGAL_MONTHS;
          return warrantyOf(order, name, months ?? LEGAL_MONTHS, today);
        }),
      );
      return { found: products.length > 0, products };
    },
  };
}

async function ownOrders(shop: ReadsOrders, orderId: string | undefined, scope: ToolScope): Promise<ShopOrder[]> {
  const { shopCustomerId } = scope.customer;
  if (!shopCustomerId) return [];
  const orders = orderId
    ? [await withRetry('the shop', () => shop.findOrder(orderId))]
    : await withRetry('the shop', () => shop.listOrders(shopCustomerId, MOST_ORDERS));
  return orders.filter((order): order is ShopOrder => order?.customerId === shopCustomerId);
}

function warrantyOf(order: ShopOrder, product: string, months: number, today: Date): WarrantyState {
  if (order.status !== 'delivered' || !order.deliveryOn)
    return { product, orderId: order.id, until: null, holds: true, months };
  const until = addMonths(order.deliveryOn, months);
  return { product, orderId: order.id, until: until.toISOString().slice(0, 10), holds: until >= today, months };
}

/** The same day `months` later; the last of the month where there is no such day. */
function addMonths(from: Date, months: number): Date {
  const day = from.getUTCDate();
  const first = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1);
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)).getUTCDate();
  return new Date(first + (Math.min(day, lastDay) - 1) * 86_400_000);
}
