// The inputs that several billing tools share. None of them names a customer, and none takes a card number.
import { z } from 'zod';
import { orderIdSchema } from '../order/look-up-order.ts';

export { orderIdSchema };

export const chargeIdSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^PAY-\d{1,12}(-\d{1,3})?$/, 'the number of a charge looks like PAY-12345');

export const invoiceIdSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^INV-\d{1,12}$/, 'the number of an invoice looks like INV-12345');

export const refundIdSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^REF-[0-9A-Z]{1,12}$/, 'the number of a refund looks like REF-7KQ2MX9T');

export const giftCodeSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^GIFT(-[0-9A-Z]{4}){3}$/, 'the code of a gift card looks like GIFT-AB12-CD34-EF56');

/** In the currency's main unit, at most two decimals. */
export const amountSchema = z.number().positive().max(1_000_000);

export const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date looks like 2026-03-02');

/** Whole cents: sums of money are never compared as fractions. */
export function centsOf(amount: number): number {
  return Math.round(amount * 100);
}
