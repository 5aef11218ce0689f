// track_parcel: where a parcel is, with its events, by order or by the carrier's number. Whoever has a number sees what the
// carrier would show them, and nothing more.
import { z } from 'zod';
import type { ShippingBackend } from '../backends/shipping.ts';
import type { ShopBackend } from '../backends/shop.ts';
import { withRetry } from '../backends/with-retry.ts';
import { orderIdSchema, publicView } from '../order/look-up-order.ts';
import type { ReadTool } from '../tool.ts';

const input = z.object({
  orderId: orderIdSchema.optional(),
  trackingNumber: z.string().trim().toUpperCase().max(40).optional(),
});

export function createTrackParcel(shipping: ShippingBackend, shop: ShopBackend): ReadTool<z.infer<typeof input>> {
  return {
    name: 'track_parcel',
    description: 'Where a parcel is, with its events, by order id or tracking number.',
    input,
    effect: 'reads',
    level: 'anonymous',
    run: async ({ orderId, trackingNumber }, scope) => {
      const id =
        orderId ??
        (trackingNumber
          ? (await withRetry('shipping', () => shipping.findByTracking(trackingNumber)))?.orderId
          : undefined);
      const order = id ? await withRetry('the shop', () => shop.findOrder(id)) : null;
      const own = scope.customer.shopCustomerId;
      // Somebody else's parcel is answered like one that does not exist.
      if (!order || (own && order.customerId !== own)) return { found: false };
      const today = scope.clock.now();
      const lateDays =
        order.deliveryOn && order.status !== 'delivered' && order.status !== 'cancelled'
          ? Math.floor((today.getTime() - new Date(order.deliveryOn).getTime()) / 86_400_000)
          : 0;
      return {
        ...publicView(order),
        events: order.steps.map(({ what, on }) => ({ what, on: new Date(on).toISOString().slice(0, 10) })),
        lateDays: Math.max(0, lateDays),
      };
    },
  };
}
