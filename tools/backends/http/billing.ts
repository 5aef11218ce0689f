// The ports to billing and to the payment processor, as operations over HTTP.
import { z } from 'zod';
import type { BillingBackend } from '../billing.ts';
import type { PaymentProcessor } from '../payments.ts';
import {
  cents,
  count,
  currency,
  id,
  key,
  moment,
  money,
  nothing,
  type Operations,
  outcome,
  text,
} from './operation.ts';

const refund = z.object({
  id,
  key,
  cents,
  state: z.enum(['requested', 'sent', 'booked', 'refused']),
  requestedOn: moment,
  since: moment,
});
const charge = z.object({
  id,
  customerId: id,
  orderId: id,
  items: z.array(z.object({ sku: id, name: text, quantity: count, price: money })),
  cents,
  currency,
  cardEnding: text,
  on: moment,
  status: z.enum(['paid', 'failed']),
  refundableCents: cents,
  refunds: z.array(refund),
  disputeId: id.exactOptional(),
});
const invoice = z.object({ id, orderId: id, cents, currency, status: z.enum(['paid', 'unpaid']), on: moment });
const giftCard = z.object({ code: id, cents, currency, expiresOn: moment.exactOptional() });
const ofCharge = { customerId: id, chargeId: id };

export const BILLING: Operations<BillingBackend> = {
  listCharges: { takes: { customerId: id }, gives: z.array(charge), says: 'Latest first, at most 200.' },
  findCharge: { takes: ofCharge, gives: charge.nullable(), says: "One of the customer's own." },
  listInvoices: { takes: { customerId: id }, gives: z.array(invoice), says: 'Latest first, at most 200.' },
  findGiftCard: {
    takes: { customerId: id, code: id },
    gives: giftCard.nullable(),
    says: "The customer's own card, or one that nobody has registered.",
  },
  lastCredit: {
    takes: { customerId: id },
    gives: moment.nullable(),
    says: 'When they were last given a card as an apology.',
  },
  giveCredit: {
    takes: { customerId: id, credit: z.object({ cents, currency }), notSince: moment, key },
    gives: giftCard.nullable(),
    says: 'A gift card as an apology, once per key; null: they have been given another one since `notSince`.',
  },
  claimRefund: {
    takes: { ...ofCharge, cents, key },
    gives: z.union([z.object({ claimed: z.literal(true), refund, charge }), z.object({ claimed: z.literal(false) })]),
    says: 'Sets money aside, once per key and never more than the charge holds; an older one that was never confirmed goes first.',
  },
  recordRefund: {
    takes: { ...ofCharge, refundKey: key, reference: text },
    gives: nothing,
    says: 'The processor has taken it; recording it twice changes nothing.',
  },
  releaseRefund: {
    takes: { ...ofCharge, refundKey: key },
    gives: nothing,
    says: "The processor will never take it: the money is the charge's again, once.",
  },
  openDispute: {
    takes: { ...ofCharge, reason: text, key },
    gives: outcome,
    says: 'One dispute a charge. Not done: another one is open, or no money was taken.',
  },
};

const request = z.object({ chargeId: id, cents, currency });
const movement = request.extend({ key, reference: id, at: moment });

export const PAYMENTS: Operations<PaymentProcessor> = {
  refund: {
    takes: { request, key },
    gives: movement,
    says: 'Moves money once per key. Refused for good: status 422 with the code `payment.refused` or `payment.key.reused`.',
  },
  lookUp: {
    takes: { refundKey: key },
    gives: movement.nullable(),
    says: 'What moved under this key; null: nothing so far.',
  },
  createLink: {
    takes: {
      request: z.object({
        purpose: z.enum(['pay', 'retry', 'method', 'view']),
        customerId: id,
        about: id.optional(),
        cents: cents.optional(),
        currency: currency.optional(),
      }),
      key,
    },
    gives: z.object({ url: z.url({ protocol: /^https$/ }) }),
    says: 'A page of the processor that opens once, on https.',
  },
};
