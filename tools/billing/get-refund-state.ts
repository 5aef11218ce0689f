// get_refund_state: where the customer's refunds are. One that was never confirmed is asked for at the processor and
// written down; no day is named that nobody has written.
import { z } from 'zod';
import { asSupportError } from '../../core/errors.ts';
import type { BillingBackend, Charge, Refund } from '../backends/billing.ts';
import type { PaymentProcessor } from '../backends/payments.ts';
import type { ShopBackend } from '../backends/shop.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { ReadTool, ToolScope } from '../tool.ts';
import { dayOf } from './charge-facts.ts';
import { listOwnCharges } from './find-charges.ts';
import { orderIdSchema, refundIdSchema } from './inputs.ts';
import { lookUpMovement, PATIENCE } from './settle-refund.ts';

const MOST = 5;
/** Orders of which a single question reads the state. */
const MOST_LOOKED_AT = 12;

const input = z.object({ refundId: refundIdSchema.optional(), orderId: orderIdSchema.optional() });

export function createGetRefundState(
  billing: BillingBackend,
  payments: PaymentProcessor,
  shop: ShopBackend,
): ReadTool<z.infer<typeof input>> {
  return {
    name: 'get_refund_state',
    description:
      "The state of the customer's own refunds: requested, sent by the processor, or booked by the bank; of an order that was cancelled or changed what is still owed.",
    input,
    effect: 'reads',
    level: 'known',
    run: async ({ refundId, orderId }, scope) => {
      const own = await listOwnCharges(billing, scope);
      const fits = own
        .filter((charge) => orderId === undefined || charge.orderId === orderId)
        .flatMap((charge) => charge.refunds.map((refund) => ({ charge, refund })))
        .filter(({ refund }) => refundId === undefined || refund.id === refundId)
        .sort((one, other) => other.refund.requestedOn.getTime() - one.refund.requestedOn.getTime())
        .slice(0, MOST);
      const refunds = await Promise.all(
        fits.map(async ({ charge, refund }) => ({
          refundId: refund.id,
          chargeId: charge.id,
          orderId: charge.orderId,
          amount: refund.cents / 100,
          currency: charge.currency,
          cardEnding: charge.cardEnding,
          requestedOn: dayOf(refund.requestedOn),
          ...(await stateOf(billing, payments, charge, refund, scope.clock.now())),
        })),
      );
      const owed = orderId && refunds.length === 0 ? await owedFor(shop, own, orderId, scope) : null;
      const alsoOwed = orderId || refundId ? [] : await owedForCancelled(shop, own, scope);
      return {
        found: refunds.length > 0,
        refunds,
        ...(owed ? { owed } : {}),
        ...(alsoOwed.length > 0 ? { alsoOwed } : {}),
      };
    },
  };
}

/** Cancelled orders of theirs that were paid, and of which nothing went back: the newest first. */
async function owedForCancelled(
  shop: ShopBackend,
  own: readonly Charge[],
  scope: ToolScope,
): Promise<{ orderId: string; amount: number; currency: string }[]> {
  const refunded = own.filter(({ refunds }) => refunds.length > 0).map(({ orderId }) => orderId);
  const paid = own.filter(({ status, orderId }) => status === 'paid' && !refunded.includes(orderId));
  const orders = [...new Set(paid.map(({ orderId }) => orderId))].slice(0, MOST_LOOKED_AT);
  const owed = await Promise.all(orders.map((orderId) => owedFor(shop, own, orderId, scope)));
  return owed.flatMap((one, at) => {
    if (one?.why !== 'cancelled') return [];
    const { amount, currency } = one;
    return [{ orderId: orders[at]!, amount, currency }];
  });
}

/** What was paid for an order of theirs that is cancelled, or above what it comes to since it was changed. */
async function owedFor(
  shop: ShopBackend,
  own: readonly Charge[],
  orderId: string,
  { customer }: ToolScope,
): Promise<{ amount: number; currency: string; why: 'cancelled' | 'changed' } | null> {
  const order = await withRetry('the shop', () => shop.findOrder(orderId));
  if (!order || order.customerId !== customer.shopCustomerId) return null;
  const isCancelled = order.status === 'cancelled';
  if (!isCancelled && !order.itemsChanged) return null;
  const paid = own.filter((charge) => charge.orderId === orderId && charge.status === 'paid');
  const cents = paid.reduce((sum, charge) => sum + charge.cents, 0);
  const owed = isCancelled ? cents : cents - Math.round(order.total * 100);
  if (cents === 0 || owed <= 0) return null;
  return { amount: owed / 100, currency: paid[0]!.currency, why: isCancelled ? 'cancelled' : 'changed' };
}

/** `confirmed: false`: the processor could not be asked, and this is the last that is known. */
async function stateOf(
  billing: BillingBackend,
  payments: PaymentProcessor,
  charge: Charge,
  refund: Refund,
  now: Date,
): Promise<{ state: Refund['state']; since: string; confirmed: boolean }> {
  const last = { state: refund.state, since: dayOf(refund.since) };
  if (refund.state !== 'requested') return { ...last, confirmed: true };
  try {
    const moved = await lookUpMovement(payments, refund.key, PATIENCE);
    if (!moved) return { ...last, confirmed: true };
    await withRetry('billing', () => billing.recordRefund(charge.customerId, charge.id, refund.key, moved.reference));
    return { state: 'sent', since: dayOf(now), confirmed: true };
  } catch (thrown) {
    if (asSupportError(thrown).kind !== 'transient') throw thrown;
    return { ...last, confirmed: false };
  }
}
