// look_up_order: the state of one order. "No such order" and "not yours" answer alike, and a visitor whom nobody has
// verified sees state, carrier, tracking number and date only.
import { z } from 'zod';
import type { ShopBackend, ShopOrder } from '../backends/shop.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { ReadTool, ToolResult } from '../tool.ts';

/** ORD-12345, or however a shop's own system writes it: #W2378156. */
export const orderIdSchema = z
  .string()
  .trim()
  .regex(/^#?[A-Za-z0-9][\w./-]{0,39}$/, 'an order id looks like ORD-12345')
  .transform((id) => (/^ord-/i.test(id) ? id.toUpperCase() : id));

const input = z.object({ orderId: orderIdSchema });

export function createLookUpOrder(shop: ShopBackend): ReadTool<z.infer<typeof input>> {
  return {
    name: 'look_up_order',
    description: 'The state of one order: status, carrier, tracking number and (expected) delivery date.',
    input,
    effect: 'reads',
    level: 'anonymous',
    run: async ({ orderId }, scope) => {
      const order = await withRetry('the shop', () => shop.findOrder(orderId));
      const known = scope.customer.level !== 'anonymous';
      // A verified customer sees their own orders; somebody else's is answered like one that does not exist.
      if (!order || (known && order.customerId !== scope.customer.shopCustomerId)) return { found: false, orderId };
      return known ? { ...publicView(order), ...privateView(order) } : publicView(order);
    },
  };
}

/** What anybody with the order's number may see. */
export function publicView(order: ShopOrder): ToolResult {
  return {
    found: true,
    orderId: order.id,
    status: order.status,
    carrier: order.carrier ?? null,
    trackingNumber: order.trackingNumber ?? null,
    deliveryOn: order.deliveryOn?.toISOString().slice(0, 10) ?? null,
  };
}

/** What only the customer whose it is may see. */
export function privateView(order: ShopOrder): ToolResult {
  return {
    items: order.items.map(({ sku, variant, name, options, quantity, price }) => ({
      sku,
      // Which line is meant, where there are several of one product.
      ...(variant ? { variant } : {}),
      name,
      options: Object.values(options ?? {}),
      quantity,
      price,
    })),
    total: order.total,
    currency: order.currency,
    placedOn: order.placedOn.toISOString().slice(0, 10),
  };
}
