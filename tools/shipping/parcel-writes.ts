// Writes on a parcel that is under way: another address by the carrier, with its fee in the summary, and an investigation
// of one that does not come.
import { z } from 'zod';
import { shippingWords } from '../../phrases/shipping/index.ts';
import { INTERCEPT_FEE, type ShippingBackend } from '../backends/shipping.ts';
import type { ShopBackend, ShopOrder } from '../backends/shop.ts';
import { withRetry } from '../backends/with-retry.ts';
import { orderIdSchema } from '../order/look-up-order.ts';
import { findOwnOrder } from '../order/order-items.ts';
import type { ToolScope, WriteTool } from '../tool.ts';

const ON_ITS_WAY = ['shipped', 'in transit'];
/** Days after the expected day from which a parcel counts as lost. */
const LOST_AFTER_DAYS = 7;

const addressInput = z.object({ orderId: orderIdSchema, address: z.string().trim().min(8).max(300) });
const reportInput = z.object({ orderId: orderIdSchema });

export function createChangeAddressInTransit(
  shipping: ShippingBackend,
  shop: ShopBackend,
): WriteTool<z.infer<typeof addressInput>> {
  return {
    name: 'change_address_in_transit',
    description:
      'Have the carrier deliver a parcel that is under way to another address, for a fee. The customer is asked to confirm.',
    input: addressInput,
    effect: 'writes',
    level: 'known',
    propose: async ({ orderId, address }, scope) => {
      const order = await findOwnOrder(shop, orderId, scope);
      if (!order) return { allowed: false, why: 'not found', person: false };
      if (!ON_ITS_WAY.includes(order.status))
        return { allowed: false, why: `the order is ${order.status}`, person: true };
      const summary = shippingWords(scope.language).proposeIntercept({ orderId, address, fee: INTERCEPT_FEE });
      return { allowed: true, summary };
    },
    execute: async ({ orderId, address }, scope) => {
      const words = shippingWords(scope.language);
      const order = await findOwnOrder(shop, orderId, scope);
      if (!order) return { done: false, text: words.parcelUnknown() };
      const outcome = await withRetry('shipping', () => shipping.intercept(order.id, address, scope.idempotencyKey));
      if (!outcome.done) return { done: false, text: words.interceptTooLate({ orderId }) };
      return { done: true, text: words.intercepted({ orderId, address, reference: outcome.reference ?? '' }) };
    },
  };
}

export function createReportParcel(
  shipping: ShippingBackend,
  shop: ShopBackend,
): WriteTool<z.infer<typeof reportInput>> {
  const lateDays = (order: ShopOrder, scope: ToolScope) =>
    order.deliveryOn ? Math.floor((scope.clock.nowMs() - new Date(order.deliveryOn).getTime()) / 86_400_000) : 0;
  return {
    name: 'report_delayed_or_lost',
    description: 'Open an investigation for a parcel that is overdue. The customer is asked to confirm.',
    input: reportInput,
    effect: 'writes',
    level: 'known',
    propose: async ({ orderId }, scope) => {
      const order = await findOwnOrder(shop, orderId, scope);
      if (!order) return { allowed: false, why: 'not found', person: false };
      if (order.status === 'delivered') return { allowed: false, why: 'marked as delivered', person: true };
      if (!ON_ITS_WAY.includes(order.status))
        return { allowed: false, why: `the order is ${order.status}`, person: true };
      const late = lateDays(order, scope);
      if (late < 1) return { allowed: false, why: 'not late yet', person: false };
      const kind = late >= LOST_AFTER_DAYS ? 'lost' : 'delayed';
      return {
        allowed: true,
        summary: shippingWords(scope.language).proposeInvestigation({ orderId, kind, days: late }),
      };
    },
    execute: async ({ orderId }, scope) => {
      const words = shippingWords(scope.language);
      const order = await findOwnOrder(shop, orderId, scope);
      if (!order) return { done: false, text: words.parcelUnknown() };
      const kind = lateDays(order, scope) >= LOST_AFTER_DAYS ? 'lost' : 'delayed';
      const { reference } = await withRetry('shipping', () =>
        shipping.investigate(order.id, order.customerId, kind, scope.idempotencyKey),
      );
      return { done: true, text: words.investigating({ orderId, reference }) };
    },
  };
}
