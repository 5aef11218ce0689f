// What the tools say about a charge, and which of two charges is the duplicate. Pure.
import type { Charge } from '../backends/billing.ts';

const DAY_MS = 86_400_000;
/** The same sum for the same order within this time is one purchase charged twice. */
const DUPLICATE_WITHIN_MS = 7 * DAY_MS;

export interface ChargeFacts {
  chargeId: string;
  orderId: string;
  amount: number;
  currency: string;
  /** YYYY-MM-DD. */
  on: string;
  cardEnding: string;
  status: Charge['status'];
  items: { name: string; quantity: number; price: number }[];
  refundedAmount: number;
  disputeId: string | null;
  /** The earlier charge that this one repeats. */
  duplicateOf: string | null;
}

export function describeCharge(charge: Charge, all: readonly Charge[]): ChargeFacts {
  const refundedCents = charge.refunds
    .filter((one) => one.state !== 'refused')
    .reduce((sum, one) => sum + one.cents, 0);
  return {
    chargeId: charge.id,
    orderId: charge.orderId,
    amount: charge.cents / 100,
    currency: charge.currency,
    on: dayOf(charge.on),
    cardEnding: charge.cardEnding,
    status: charge.status,
    items: charge.items.map(({ name, quantity, price }) => ({ name, quantity, price })),
    refundedAmount: refundedCents / 100,
    disputeId: charge.disputeId ?? null,
    duplicateOf: findOriginal(charge, all)?.id ?? null,
  };
}

/** The earlier charge that this one repeats: paid, same order, same sum, soon before; null when it stands alone. */
export function findOriginal(charge: Charge, all: readonly Charge[]): Charge | null {
  if (charge.status !== 'paid') return null;
  const earlier = all.filter(
    (one) =>
      one.status === 'paid' &&
      one.id !== charge.id &&
      one.orderId === charge.orderId &&
      one.cents === charge.cents &&
      one.currency === charge.currency &&
      // One that was given back does not make the other a duplicate.
      one.refundableCents === one.cents &&
      isBefore(one, charge) &&
      charge.on.getTime() - one.on.getTime() <= DUPLICATE_WITHIN_MS,
  );
  return earlier.sort((one, other) => (isBefore(one, other) ? -1 : 1))[0] ?? null;
}

function isBefore(one: Charge, other: Charge): boolean {
  const byTime = one.on.getTime() - other.on.getTime();
  return byTime === 0 ? one.id < other.id : byTime < 0;
}

/** YYYY-MM-DD (UTC). */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
