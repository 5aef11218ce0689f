// give_credit: a gift card as an apology. No model and no customer can ask for it: a person approves each one, and nobody is
// given a second one within ninety days.
import { z } from 'zod';
import { billingWords } from '../../phrases/billing/index.ts';
import type { BillingBackend } from '../backends/billing.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { WriteTool } from '../tool.ts';
import { amountSchema, centsOf } from './inputs.ts';

const input = z.object({ amount: amountSchema.max(1_000) });
const EVERY_MS = 90 * 86_400_000;
const OTHERWISE = 'USD';

export function createGiveCredit(billing: BillingBackend): WriteTool<z.infer<typeof input>> {
  /** What they paid with last. */
  const currencyOf = async (customerId: string) =>
    (await withRetry('billing', () => billing.listCharges(customerId)))[0]?.currency ?? OTHERWISE;
  return {
    name: 'give_credit',
    description: 'A gift card as an apology, approved by a person.',
    input,
    effect: 'writes',
    level: 'known',
    propose: async ({ amount }, { customer: { shopCustomerId }, clock, language }) => {
      if (!shopCustomerId) return { allowed: false, why: 'not known', person: true };
      const last = await withRetry('billing', () => billing.lastCredit(shopCustomerId));
      if (last && clock.nowMs() - last.getTime() < EVERY_MS)
        return { allowed: false, why: 'given lately', person: true };
      const currency = await currencyOf(shopCustomerId);
      const summary = billingWords(language).proposeCredit({ amount, currency });
      return { allowed: true, summary, amount: { value: amount, currency } };
    },
    execute: async ({ amount }, { customer: { shopCustomerId }, clock, language, idempotencyKey }) => {
      const words = billingWords(language);
      if (!shopCustomerId) return { done: false, text: words.noGiftCard() };
      const currency = await currencyOf(shopCustomerId);
      const notSince = new Date(clock.nowMs() - EVERY_MS);
      const credit = { cents: centsOf(amount), currency };
      const card = await withRetry('billing', () =>
        billing.giveCredit(shopCustomerId, credit, notSince, idempotencyKey),
      );
      if (!card) return { done: false, text: words.noGiftCard() };
      return { done: true, text: words.creditGiven({ amount, currency, code: card.code }) };
    },
  };
}
