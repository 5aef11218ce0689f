// get_order: what is in an order and what it cost, for the verified customer whose it is. Somebody else's is answered like
// one that does not exist.
import { z } from 'zod';
import type { ShopBackend } from '../backends/shop.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { ReadTool } from '../tool.ts';
import { orderIdSchema, privateView, publicView } from './look-up-order.ts';

const input = z.object({ orderId: orderIdSchema });

export function createGetOrder(shop: ShopBackend): ReadTool<z.infer<typeof input>> {
  return {
    name: 'get_order',
    description: "The items, prices and total of the customer's own order.",
    input,
    effect: 'reads',
    level: 'known',
    run: async ({ orderId }, scope) => {
      const order = await withRetry('the shop', () => shop.findOrder(orderId));
      if (!order || order.customerId !== scope.customer.shopCustomerId) return { found: false, orderId };
      return { ...publicView(order), ...privateView(order) };
    },
  };
}
