// Every sentence about money that a customer can read and no model wrote, as one type: a language that lacks one does not
// compile. Days come as YYYY-MM-DD, sums in the currency's main unit; no sentence names a day that it was not given.
import type { PhraseChoice } from '../phrases.ts';

/** Why something about money cannot be done; tools and phrases share these names. */
export const BILLING_REFUSALS = [
  'not found',
  'nothing was taken',
  'already refunded',
  'partly refunded',
  'more than was charged',
  'needs a colleague',
  'already disputed',
  'already paid',
  'nothing unpaid',
  'no failed payment',
  'order cancelled',
] as const;
export type BillingRefusal = (typeof BILLING_REFUSALS)[number];

export interface Money {
  amount: number;
  currency: string;
}

export interface ChargeWords extends Money {
  chargeId: string;
  on: string;
  orderId: string;
  cardEnding: string;
  status: 'paid' | 'failed';
  items: readonly { name: string; quantity: number; price: number }[];
  refundedAmount: number;
  disputeId: string | null;
}

export interface RefundWords extends Money {
  refundId: string;
  cardEnding: string;
}

export interface RefundStateWords extends RefundWords {
  orderId: string;
  state: 'requested' | 'sent' | 'booked' | 'refused';
  requestedOn: string;
  since: string;
  /** False: the processor could not be asked just now. */
  confirmed: boolean;
}

export interface RefundProposal extends Money {
  chargeId: string;
  orderId: string;
  cardEnding: string;
}

export interface BillingWords {
  /** What a charge was for, in one sentence or two. */
  charge(words: ChargeWords): string;
  /** Item by item. */
  explained(words: ChargeWords): string;
  explainOrDispute(): string;
  askDispute(): string;
  explainChoice(): PhraseChoice;
  disputeChoice(): PhraseChoice;
  fineChoice(): PhraseChoice;
  fine(): string;
  /** `amount` and `orderId`: what was looked for. */
  noSuchCharge(words: { money: Money | null; orderId: string | null }): string;
  noCharges(): string;
  latestCharges(): string;
  whichCharge(): string;
  /** For a button: "$89.99, November 19". */
  chargeTitle(words: Money & { on: string }): string;
  noDuplicates(words: { checked: number }): string;
  /** What was compared, the latest first; `more`: how many besides those that are shown. */
  compared(words: { charges: readonly ChargeWords[]; more: number }): string;
  proposeDuplicateRefund(words: RefundProposal & { on: string; firstOn: string }): string;
  proposeCancelledRefund(words: RefundProposal): string;
  /** A refund that was promised and never confirmed: the same one again, not another. */
  proposeAgain(words: RefundProposal & { refundId: string }): string;
  refundSent(words: RefundWords): string;
  refundRefused(words: RefundWords): string;
  refundUnsure(words: RefundWords): string;
  refundState(words: RefundStateWords): string;
  /** A promotion's code, which nothing here knows of. */
  noCode(words: { code: string | null }): string;
  noRefundYet(words: { orderId: string }): string;
  noRefunds(): string;
  proposeDispute(words: Money & { orderId: string; cardEnding: string; on: string }): string;
  disputeOpened(words: { disputeId: string }): string;
  invoice(words: Money & { invoiceId: string; orderId: string; paid: boolean; on: string; url: string }): string;
  /** Another name, company or number on it: nothing that a chat may change. */
  invoiceDetails(): string;
  noInvoice(): string;
  proposePay(words: Money & { invoiceId: string; orderId: string }): string;
  proposeRetry(words: Money & { orderId: string }): string;
  proposeMethod(): string;
  /** Opens once, on the processor's own page. */
  linkReady(words: { url: string }): string;
  linkFailed(): string;
  giftCard(words: {
    code: string;
    balance: number;
    currency: string;
    expiresOn: string | null;
    isExpired: boolean;
  }): string;
  noGiftCard(): string;
  /** As an apology, once a person has approved it; the first one is read by that person. */
  proposeCredit(words: Money): string;
  creditGiven(words: Money & { code: string }): string;
  askGiftCode(): string;
  refused(words: { why: BillingRefusal }): string;
}
