// list_orders: the verified customer's own latest orders. Nobody else's can be asked for: there is no argument for it.
import { z } from 'zod';
import { SupportError } from '../core/errors.ts';
import type { ShopBackend } from './backends/shop.ts';
import { withRetry } from './backends/with-retry.ts';
import { publicView } from './look-up-order.ts';
import type { ReadTool } from './tool.ts';

const input = z.object({ limit: z.number().int().min(1).max(10).default(3) });

export function createListOrders(shop: ShopBackend): ReadTool<z.infer<typeof input>> {
  return {
    name: 'list_orders',
    description: "The customer's own latest orders, newest first, with status and delivery date.",
    input,
    effect: 'reads',
    level: 'known',
    run: async ({ limit }, scope) => {
      const customerId = scope.customer.shopCustomerId;
      if (!customerId)
        throw new SupportError('identity.needed', 'nobody has verified this customer', { kind: 'refused' });
      const orders = await withRetry('the shop', () => shop.listOrders(customerId, limit));
      return { orders: orders.map((order) => ({ ...publicView(order), items: order.items.map((item) => item.name) })) };
    },
  };
}
