// change_contact: another e-mail address or phone number on file. Codes and letters go there from then on, so it takes the
// strongest proof there is, and for a week no code is sent to the new one.
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { z } from 'zod';
import { accountWords } from '../../phrases/account/index.ts';
import type { ShopBackend } from '../backends/shop.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { WriteTool } from '../tool.ts';

/** One of the two. */
const input = z
  .object({
    email: z.email().max(200).optional(),
    phone: z
      .string()
      .trim()
      .max(30)
      .refine(
        (value) => numberOf(value) !== undefined,
        'a phone number begins with its country code, as in +1 555 765 4321',
      )
      .optional(),
  })
  .refine(({ email, phone }) => (email === undefined) !== (phone === undefined), 'one of email and phone');
type Input = z.infer<typeof input>;

export function createChangeContact(shop: ShopBackend): WriteTool<Input> {
  return {
    name: 'change_contact',
    description:
      "Put another e-mail address or phone number on the customer's own account. The customer proves by a code who they are, and is asked to confirm.",
    input: input as z.ZodType<Input>,
    effect: 'writes',
    level: 'strong',
    propose: async (wanted, scope) => {
      const { way, value } = changeIn(wanted);
      const contacts = await withRetry('the shop', () => shop.findContacts(scope.customer.shopCustomerId ?? ''));
      if (!contacts) return { allowed: false, why: 'not found', person: true };
      if (contacts[way]?.value.toLowerCase() === value.toLowerCase())
        return { allowed: false, why: 'it is on file already', person: false };
      return { allowed: true, summary: accountWords(scope.language).proposeContact({ way, value }) };
    },
    execute: async (wanted, scope) => {
      const words = accountWords(scope.language);
      const change = changeIn(wanted);
      const customerId = scope.customer.shopCustomerId ?? '';
      const outcome = await withRetry('the shop', () => shop.changeContact(customerId, change, scope.idempotencyKey));
      return outcome.done
        ? { done: true, text: words.contactChanged(change) }
        : { done: false, text: words.contactNotChanged() };
    },
  };
}

function changeIn({ email, phone }: Input): { way: 'email' | 'phone'; value: string } {
  return email === undefined ? { way: 'phone', value: numberOf(phone ?? '') ?? '' } : { way: 'email', value: email };
}

/** As it is dialled from anywhere: +15557654321. */
function numberOf(value: string): string | undefined {
  const number = parsePhoneNumberFromString(value)?.number;
  return number && /^\+\d{7,15}$/.test(number) ? number : undefined;
}
