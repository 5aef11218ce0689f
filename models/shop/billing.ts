// The nouns of billing as they are stored: charges with their refunds and disputes, invoices, gift cards. Money is whole
// cents; days are counted from today like those of an order.

/** What the money was for; the same shape as an item of an order. */
export interface ChargedItem {
  sku: string;
  name: string;
  quantity: number;
  price: number;
}

/** Demo rows know the day, what happens later knows the moment. */
export interface StoredMoment {
  day?: number;
  at?: Date;
}

/** Promised from this charge; the same key is one refund. */
export interface StoredRefund extends StoredMoment {
  key: string;
  id: string;
  cents: number;
}

/** What became of a refund, added once by its key: sent by the processor, booked by the bank, or refused. */
export interface StoredRefundStep extends StoredMoment {
  key: string;
  what: 'sent' | 'booked' | 'refused';
  reference?: string;
}

export interface StoredCharge {
  _id: string;
  customerId: string;
  orderId: string;
  items: ChargedItem[];
  cents: number;
  currency: string;
  cardEnding: string;
  day: number;
  status: 'paid' | 'failed';
  /** What may still be refunded: `cents` less what was promised. */
  refundableCents: number;
  refunds: StoredRefund[];
  refundSteps: StoredRefundStep[];
  /** Keys under which an older refund, still open, was brought to its end. */
  refundAliases?: { key: string; of: string }[];
  dispute?: { key: string; id: string; reason: string; at: Date };
}

export interface StoredInvoice {
  _id: string;
  customerId: string;
  orderId: string;
  cents: number;
  currency: string;
  status: 'paid' | 'unpaid';
  day: number;
}

export interface StoredGiftCard {
  /** The code. */
  _id: string;
  /** Whose it is; left out: nobody has registered it. */
  customerId?: string;
  cents: number;
  currency: string;
  /** Left out: it does not expire. */
  expiresDay?: number;
  /** Set when it was given as an apology. */
  givenAt?: Date;
}

/** Which apology a customer had last: one document each, so that of two at once one is given. */
export interface StoredCreditTurn {
  /** The customer's id. */
  _id: string;
  key: string;
  givenAt: Date;
}

/** The collections of billing and the fields they are searched by. */
export const BILLING_INDEXES: Record<string, readonly string[]> = {
  shop_charges: ['customerId'],
  shop_invoices: ['customerId'],
  shop_gift_cards: ['customerId'],
};
