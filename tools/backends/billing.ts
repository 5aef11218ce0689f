// The port to billing: what was charged, what goes back, invoices and gift cards. Every call names whose data it is
// about, and an implementation finds nothing that belongs to anybody else.
import type { ChargedItem } from '../../models/shop/billing.ts';

/** requested: promised, not confirmed by the processor · sent: the processor took it · booked: on the account. */
export type RefundState = 'requested' | 'sent' | 'booked' | 'refused';

export interface Refund {
  id: string;
  /** Under which it goes, and went, to the processor. */
  key: string;
  cents: number;
  state: RefundState;
  requestedOn: Date;
  /** When it reached its state. */
  since: Date;
}

export interface Charge {
  id: string;
  customerId: string;
  orderId: string;
  items: ChargedItem[];
  cents: number;
  currency: string;
  cardEnding: string;
  on: Date;
  /** failed: no money was taken. */
  status: 'paid' | 'failed';
  /** What may still be promised back. */
  refundableCents: number;
  refunds: Refund[];
  disputeId?: string;
}

export interface Invoice {
  id: string;
  orderId: string;
  cents: number;
  currency: string;
  status: 'paid' | 'unpaid';
  on: Date;
}

export interface GiftCard {
  code: string;
  cents: number;
  currency: string;
  /** Left out: it does not expire. */
  expiresOn?: Date;
}

/** The refund to bring to the processor, under its own key: an older one that was never confirmed goes first. */
export type RefundClaim = { claimed: true; refund: Refund; charge: Charge } | { claimed: false };

export interface BillingBackend {
  /** Latest first, at most 200. */
  listCharges(customerId: string): Promise<Charge[]>;
  findCharge(customerId: string, chargeId: string): Promise<Charge | null>;
  /** Latest first, at most 200. */
  listInvoices(customerId: string): Promise<Invoice[]>;
  /** The customer's own card, or one that nobody has registered. */
  findGiftCard(customerId: string, code: string): Promise<GiftCard | null>;
  /** When they were last given a card as an apology. */
  lastCredit(customerId: string): Promise<Date | null>;
  /** A gift card as an apology, once per key; null: they have been given another one since `notSince`. Of two at once one is given. */
  giveCredit(
    customerId: string,
    credit: { cents: number; currency: string },
    notSince: Date,
    key: string,
  ): Promise<GiftCard | null>;
  /** Sets the money aside, once per key and never more than the charge still holds. Nothing moves yet. */
  claimRefund(customerId: string, chargeId: string, cents: number, key: string): Promise<RefundClaim>;
  /** The processor has taken it; recording it twice changes nothing. */
  recordRefund(customerId: string, chargeId: string, key: string, reference: string): Promise<void>;
  /** The processor will never take it: the money is the charge's again, once. */
  releaseRefund(customerId: string, chargeId: string, key: string): Promise<void>;
  /** One dispute a charge; repeating the key answers the same. Not done: another one is open, or no money was taken. */
  openDispute(
    customerId: string,
    chargeId: string,
    reason: string,
    key: string,
  ): Promise<{ done: true; reference: string } | { done: false }>;
}
