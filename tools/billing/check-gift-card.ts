// check_gift_card: what is left on a gift card. The code is repeated by its end only, and another customer's card is
// answered like one that does not exist.
import { z } from 'zod';
import type { BillingBackend } from '../backends/billing.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { ReadTool } from '../tool.ts';
import { dayOf } from './charge-facts.ts';
import { giftCodeSchema } from './inputs.ts';

const input = z.object({ code: giftCodeSchema });

export function createCheckGiftCard(billing: BillingBackend): ReadTool<z.infer<typeof input>> {
  return {
    name: 'check_gift_card',
    description: 'What is left on a gift card, by its code.',
    input,
    effect: 'reads',
    level: 'known',
    run: async ({ code }, scope) => {
      const { shopCustomerId } = scope.customer;
      const card = shopCustomerId ? await withRetry('billing', () => billing.findGiftCard(shopCustomerId, code)) : null;
      if (!card) return { found: false, code: maskCode(code) };
      const expiresOn = card.expiresOn ?? null;
      return {
        found: true,
        code: maskCode(card.code),
        balance: card.cents / 100,
        currency: card.currency,
        expiresOn: expiresOn && dayOf(expiresOn),
        isExpired: expiresOn !== null && expiresOn < scope.clock.now(),
      };
    },
  };
}

/** Only its end: `GIFT-••••-••••-4HRW`. */
function maskCode(code: string): string {
  return `GIFT-••••-••••-${code.slice(-4)}`;
}
