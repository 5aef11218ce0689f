// open_dispute: the customer says that a charge of theirs is wrong. One dispute a charge; no money moves by it.
import { z } from 'zod';
import { billingWords } from '../../phrases/billing/index.ts';
import type { BillingBackend } from '../backends/billing.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { WriteTool } from '../tool.ts';
import { dayOf } from './charge-facts.ts';
import { chargeIdSchema } from './inputs.ts';

const input = z.object({
  chargeId: chargeIdSchema,
  /** The customer's words, for the colleagues in billing. */
  reason: z.string().trim().min(1).max(300).default('no reason given'),
});

export function createOpenDispute(billing: BillingBackend): WriteTool<z.infer<typeof input>> {
  return {
    name: 'open_dispute',
    description: 'Open a dispute about a charge that the customer says is wrong. The customer is asked to confirm.',
    input,
    effect: 'writes',
    level: 'known',
    propose: async ({ chargeId }, scope) => {
      const { shopCustomerId = '' } = scope.customer;
      const charge = await withRetry('billing', () => billing.findCharge(shopCustomerId, chargeId));
      if (!charge || charge.customerId !== shopCustomerId) return { allowed: false, why: 'not found', person: false };
      if (charge.disputeId) return { allowed: false, why: 'already disputed', person: true };
      if (charge.status === 'failed') return { allowed: false, why: 'nothing was taken', person: false };
      const { cents, currency, orderId, cardEnding, on } = charge;
      const summary = billingWords(scope.language).proposeDispute({
        amount: cents / 100,
        currency,
        orderId,
        cardEnding,
        on: dayOf(on),
      });
      return { allowed: true, summary };
    },
    execute: async ({ chargeId, reason }, scope) => {
      const words = billingWords(scope.language);
      const { shopCustomerId = '' } = scope.customer;
      // The key makes a repetition harmless, so a lost answer is simply asked for again.
      const outcome = await withRetry('billing', () =>
        billing.openDispute(shopCustomerId, chargeId, reason, scope.idempotencyKey),
      );
      if (!outcome.done) return { done: false, text: words.refused({ why: 'already disputed' }) };
      return { done: true, text: words.disputeOpened({ disputeId: outcome.reference }) };
    },
  };
}
