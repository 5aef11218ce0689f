// The port to the payment processor: the only place where money moves. Whoever repeats a call under the same key moves
// nothing twice, and whoever lost an answer can ask what became of a key.

export interface RefundRequest {
  chargeId: string;
  cents: number;
  currency: string;
}

/** Money that has moved. */
export interface Movement extends RefundRequest {
  key: string;
  /** The processor's own number of it. */
  reference: string;
  at: Date;
}

/** pay: an invoice · retry: a failed payment · method: another card or account · view: an invoice to read. */
export type LinkPurpose = 'pay' | 'retry' | 'method' | 'view';

export interface LinkRequest {
  purpose: LinkPurpose;
  customerId: string;
  /** The invoice or charge it is about. */
  about?: string;
  cents?: number;
  currency?: string;
}

/**
 * All throw SupportError: refused (`payment.refused`, `payment.key.reused`: it never will, and nothing moved), transient
 * (nobody knows whether it happened: ask `lookUp`).
 */
export interface PaymentProcessor {
  refund(request: RefundRequest, key: string): Promise<Movement>;
  /** What moved under this key; null: nothing so far. */
  lookUp(key: string): Promise<Movement | null>;
  /** A page of the processor's own that opens once. Card numbers are typed there and nowhere else. */
  createLink(request: LinkRequest, key: string): Promise<{ url: string }>;
}
