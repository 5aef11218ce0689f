// list_orders: the verified customer's own latest orders. Nobody else's can be asked for: there is no argument for it.
import { z } from 'zod';
import { SupportError } from '../../core/errors.ts';
import type { ShopBackend } from '../backends/shop.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { ReadTool } from '../tool.ts';
import { privateView, publicView } from './look-up-order.ts';

const input = z.object({
  limit: z.number().int().min(1).max(10).default(3),
  /** Placed from this day to that one, as YYYY-MM-DD. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});

export function createListOrders(shop: ShopBackend): ReadTool<z.infer<typeof input>> {
  return {
    name: 'list_orders',
    description:
      "The customer's own latest orders, newest first, with items, total, status and delivery date; of a period, if one is given.",
    input,
    effect: 'reads',
    level: 'known',
    run: async ({ limit, from, to }, scope) => {
      const customerId = scope.customer.shopCustomerId;
      if (!customerId)
        throw new SupportError('identity.needed', 'nobody has verified this customer', { kind: 'refused' });
      const placed = from && to ? { from: new Date(from), to: new Date(to) } : undefined;
      const orders = await withRetry('the shop', () => shop.listOrders(customerId, limit, placed));
      return { orders: orders.map((order) => ({ ...publicView(order), ...privateView(order) })) };
    },
  };
}
