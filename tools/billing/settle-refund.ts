// Brings a refund that was claimed to its end at the payment processor: asks what became of its key before anything is
// repeated, and writes down what the processor says.
import { asSupportError } from '../../core/errors.ts';
import { within } from '../../core/within.ts';
import type { BillingBackend, Charge, Refund } from '../backends/billing.ts';
import type { Movement, PaymentProcessor } from '../backends/payments.ts';
import { withRetry } from '../backends/with-retry.ts';

const TRIES = 3;

/** How long to wait for the processor; tests wait less. */
export interface Patience {
  limitMs: number;
  pauseMs: number;
}

export const PATIENCE: Patience = { limitMs: 2_500, pauseMs: 150 };

/** sent: the money is on its way · refused: it never will be · unsure: nobody knows, and nothing is lost. */
export type Settled = 'sent' | 'refused' | 'unsure';

export async function settleRefund(
  { billing, payments }: { billing: BillingBackend; payments: PaymentProcessor },
  charge: Charge,
  refund: Refund,
  patience: Patience = PATIENCE,
): Promise<Settled> {
  if (refund.state === 'refused') return 'refused';
  if (refund.state !== 'requested') return 'sent';
  const outcome = await askProcessor(payments, charge, refund, patience);
  if (outcome === 'unsure') return 'unsure';
  const { customerId, id } = charge;
  if (outcome === 'refused') {
    await withRetry('billing', () => billing.releaseRefund(customerId, id, refund.key), patience);
    return 'refused';
  }
  await withRetry('billing', () => billing.recordRefund(customerId, id, refund.key, outcome.reference), patience);
  return 'sent';
}

async function askProcessor(
  payments: PaymentProcessor,
  charge: Charge,
  refund: Refund,
  patience: Patience,
): Promise<Movement | 'refused' | 'unsure'> {
  const request = { chargeId: charge.id, cents: refund.cents, currency: charge.currency };
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    // Before every attempt, the first one too: an earlier run may have died between the call and its record.
    const known = await lookUp(payments, refund.key, patience);
    if (known === 'unsure') return 'unsure';
    if (known) return known;
    try {
      const moved = await within(patience.limitMs, payments.refund(request, refund.key));
      if (isMovement(moved, refund.key)) return moved;
    } catch (thrown) {
      if (asSupportError(thrown).kind === 'refused') return 'refused';
    }
  }
  const last = await lookUp(payments, refund.key, patience);
  return last ?? 'unsure';
}

/** Nothing is repeated while the processor cannot say what became of the key. */
async function lookUp(
  payments: PaymentProcessor,
  key: string,
  patience: Patience,
): Promise<Movement | null | 'unsure'> {
  try {
    return await lookUpMovement(payments, key, patience);
  } catch (thrown) {
    if (asSupportError(thrown).kind !== 'transient') throw thrown;
    return 'unsure';
  }
}

/** What moved under this key; null: nothing. SupportError (transient) when the processor does not say, or talks nonsense. */
export function lookUpMovement(payments: PaymentProcessor, key: string, patience: Patience): Promise<Movement | null> {
  return withRetry(
    'the payment processor',
    async () => {
      const moved = await payments.lookUp(key);
      if (moved !== null && !isMovement(moved, key)) throw new TypeError('the processor talks nonsense');
      return moved;
    },
    patience,
  );
}

function isMovement(value: unknown, key: string): value is Movement {
  const { reference, key: of } = (value ?? {}) as Partial<Movement>;
  return typeof reference === 'string' && of === key;
}
