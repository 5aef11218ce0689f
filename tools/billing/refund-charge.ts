// refund_charge: money back to where it came from. Allowed for a charge that repeats another one and for a cancelled
// order; anything else a person decides. What is proposed is the exact sum, and it moves once per key.
import { z } from 'zod';
import { type BillingRefusal, billingWords } from '../../phrases/billing/index.ts';
import type { BillingBackend, Charge } from '../backends/billing.ts';
import type { PaymentProcessor } from '../backends/payments.ts';
import type { ShopBackend } from '../backends/shop.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { NotAllowed, Proposed, ToolScope, WriteTool } from '../tool.ts';
import { dayOf, findOriginal } from './charge-facts.ts';
import { listOwnCharges } from './find-charges.ts';
import { amountSchema, centsOf, chargeIdSchema } from './inputs.ts';
import { type Patience, settleRefund } from './settle-refund.ts';

const input = z.object({
  chargeId: chargeIdSchema,
  /** Left out: all that the charge still holds. */
  amount: amountSchema.optional(),
});
type Input = z.infer<typeof input>;

export interface RefundDeps {
  billing: BillingBackend;
  payments: PaymentProcessor;
  shop: Pick<ShopBackend, 'findOrder'>;
}

export function createRefundCharge(deps: RefundDeps, patience?: Patience): WriteTool<Input> {
  return {
    name: 'refund_charge',
    description:
      'Refund a duplicate charge, or the charge of a cancelled order, to the card it came from. The customer is asked to confirm the exact amount.',
    input,
    effect: 'writes',
    level: 'known',
    propose: (refund, scope) => propose(deps, refund, scope, patience),
    execute: async ({ chargeId, amount }, scope) => {
      const words = billingWords(scope.language);
      const { billing } = deps;
      const { shopCustomerId = '' } = scope.customer;
      const charge = await withRetry('billing', () => billing.findCharge(shopCustomerId, chargeId), patience);
      if (!charge) return { done: false, text: words.refused({ why: 'not found' }) };
      // Without a sum the whole charge was agreed on; what it still holds may have become less since.
      const cents = amount === undefined ? charge.cents : centsOf(amount);
      const claim = await withRetry(
        'billing',
        () => billing.claimRefund(shopCustomerId, chargeId, cents, scope.idempotencyKey),
        patience,
      );
      if (!claim.claimed) return { done: false, text: words.refused({ why: 'already refunded' }) };
      const settled = await settleRefund(deps, claim.charge, claim.refund, patience);
      const { id: refundId } = claim.refund;
      const told = { refundId, amount: cents / 100, currency: charge.currency, cardEnding: charge.cardEnding };
      if (settled === 'sent') return { done: true, text: words.refundSent(told) };
      return { done: false, text: settled === 'refused' ? words.refundRefused(told) : words.refundUnsure(told) };
    },
  };
}

async function propose(
  deps: RefundDeps,
  { chargeId, amount }: Input,
  scope: ToolScope,
  patience: Patience | undefined,
): Promise<Proposed | NotAllowed> {
  const own = await listOwnCharges(deps.billing, scope, patience);
  const charge = own.find((one) => one.id === chargeId);
  if (!charge) return refuse('not found', false);
  if (charge.status === 'failed') return refuse('nothing was taken', false);
  const unconfirmed = charge.refunds.find((one) => one.state === 'requested');
  const holds = unconfirmed?.cents ?? charge.refundableCents;
  const cents = amount === undefined ? holds : centsOf(amount);
  if (holds === 0) return refuse('already refunded', true);
  if (cents > holds) return refuse('more than was charged', false);
  // A part that differs from the whole has to be named, so that the yes binds it.
  const differs = cents !== (unconfirmed?.cents ?? cents) || (amount === undefined && cents !== charge.cents);
  if (differs) return refuse('partly refunded', true);
  const summary = unconfirmed
    ? billingWords(scope.language).proposeAgain({ ...moneyOf(charge, cents), refundId: unconfirmed.id })
    : await reasonOf(deps, charge, own, cents, scope.language, patience);
  if (!summary) return refuse('needs a colleague', true);
  return { allowed: true, summary, amount: { value: cents / 100, currency: charge.currency } };
}

/** Why the bot may give it back by itself, as the sentence to agree to; null: it may not. */
async function reasonOf(
  { shop }: RefundDeps,
  charge: Charge,
  own: readonly Charge[],
  cents: number,
  language: string,
  patience: Patience | undefined,
): Promise<string | null> {
  const words = billingWords(language);
  const money = moneyOf(charge, cents);
  const original = findOriginal(charge, own);
  if (original) return words.proposeDuplicateRefund({ ...money, on: dayOf(charge.on), firstOn: dayOf(original.on) });
  const order = await withRetry('the shop', () => shop.findOrder(charge.orderId), patience);
  const isCancelled = order?.customerId === charge.customerId && order.status === 'cancelled';
  return isCancelled ? words.proposeCancelledRefund(money) : null;
}

function moneyOf(charge: Charge, cents: number) {
  const { id: chargeId, currency, orderId, cardEnding } = charge;
  return { chargeId, amount: cents / 100, currency, orderId, cardEnding };
}

function refuse(why: BillingRefusal, person: boolean): NotAllowed {
  return { allowed: false, why, person };
}
