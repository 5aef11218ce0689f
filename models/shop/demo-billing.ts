// The demo shop's money, derived from its orders: every order was paid, a few twice, some not at all. Maya (CUS-1001) has
// one plain charge for each of her orders.
import type { StoredCharge, StoredGiftCard, StoredInvoice, StoredRefundStep } from './billing.ts';
import { seededRandom } from './demo-orders.ts';
import type { ShopCustomer, StoredOrder } from './shop.ts';

const PLAIN_CUSTOMER = 'CUS-1001';
/** One in so many orders… */
const DUPLICATE_EVERY = 13;
const UNPAID_EVERY = 11;
const FAILED_EVERY = 3;
const GIFT_CARD_EVERY = 18;
const CODE_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

export interface DemoBilling {
  charges: StoredCharge[];
  invoices: StoredInvoice[];
  giftCards: StoredGiftCard[];
}

export function makeDemoBilling(orders: readonly StoredOrder[], customers: readonly ShopCustomer[]): DemoBilling {
  return {
    charges: orders.flatMap(chargesOf),
    invoices: orders.map(invoiceOf),
    giftCards: customers.filter((_, at) => at % GIFT_CARD_EVERY === 0).map(makeGiftCard),
  };
}

type Fate = 'plain' | 'twice' | 'failed' | 'unpaid' | 'cancelled';

/** What happened to the money of an order. */
function fateOf(order: StoredOrder): Fate {
  const number = numberOf(order);
  if (order.customerId === PLAIN_CUSTOMER) return order.status === 'cancelled' ? 'cancelled' : 'plain';
  if (order.status === 'cancelled') return 'cancelled';
  if (order.status === 'pending' && number % FAILED_EVERY === 0) return 'failed';
  if (order.status === 'delivered' && number % UNPAID_EVERY === 0) return 'unpaid';
  return number % DUPLICATE_EVERY === 0 ? 'twice' : 'plain';
}

function chargesOf(order: StoredOrder): StoredCharge[] {
  const fate = fateOf(order);
  const charge = chargeOf(order);
  if (fate === 'unpaid') return [];
  if (fate === 'failed') return [{ ...charge, status: 'failed', refundableCents: 0 }];
  if (fate === 'twice') return [charge, { ...chargeOf(order), _id: `${charge._id}-2` }];
  return [fate === 'cancelled' ? refunded(charge, numberOf(order)) : charge];
}

function chargeOf(order: StoredOrder): StoredCharge {
  const cents = Math.round(order.total * 100);
  return {
    _id: `PAY-${numberOf(order)}`,
    customerId: order.customerId,
    orderId: order._id,
    items: order.items,
    cents,
    currency: order.currency,
    cardEnding: cardOf(order.customerId),
    day: order.placedDay,
    status: 'paid',
    refundableCents: cents,
    refunds: [],
    refundSteps: [],
  };
}

/** The money of a cancelled order is on its way back, back, or was forgotten. */
function refunded(charge: StoredCharge, number: number): StoredCharge {
  if (number % 3 === 0) return charge;
  const key = `demo-refund-${number}`;
  const steps: StoredRefundStep[] = [
    { key, what: 'sent', day: Math.min(0, charge.day + 1), reference: `demo-${number}` },
  ];
  if (number % 3 === 1) steps.push({ key, what: 'booked', day: Math.min(0, charge.day + 3) });
  const refund = { key, id: `REF-${number}`, cents: charge.cents, day: charge.day };
  return { ...charge, refundableCents: 0, refunds: [refund], refundSteps: steps };
}

function invoiceOf(order: StoredOrder): StoredInvoice {
  const fate = fateOf(order);
  return {
    _id: `INV-${numberOf(order)}`,
    customerId: order.customerId,
    orderId: order._id,
    cents: Math.round(order.total * 100),
    currency: order.currency,
    status: fate === 'unpaid' || fate === 'failed' ? 'unpaid' : 'paid',
    day: order.placedDay,
  };
}

function makeGiftCard(customer: ShopCustomer, at: number): StoredGiftCard {
  const random = seededRandom(7_100 + at);
  const part = () => Array.from({ length: 4 }, () => CODE_LETTERS[Math.floor(random() * CODE_LETTERS.length)]).join('');
  return {
    _id: at === 0 ? 'GIFT-7K2M-9QXT-4HRW' : `GIFT-${part()}-${part()}-${part()}`,
    customerId: customer._id,
    cents: 2_500 + 500 * (at % 6),
    currency: 'USD',
    ...(at % 2 === 1 ? { expiresDay: 200 + at } : {}),
  };
}

/** Four digits that stay the customer's. */
function cardOf(customerId: string): string {
  const number = Number(customerId.replace(/\D/g, ''));
  return String(1_000 + ((number * 7_919) % 9_000));
}

function numberOf(order: StoredOrder): number {
  return Number(order._id.replace(/\D/g, ''));
}
