// find_charges: the verified customer's own charges, by sum, day, order or number, each with what it was for and whether it
// repeats another one.
import { z } from 'zod';
import type { BillingBackend, Charge } from '../backends/billing.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { ReadTool, ToolScope } from '../tool.ts';
import { describeCharge } from './charge-facts.ts';
import { amountSchema, centsOf, chargeIdSchema, dateSchema, orderIdSchema } from './inputs.ts';

const input = z.object({
  chargeId: chargeIdSchema.optional(),
  amount: amountSchema.optional(),
  /** The day of the charge; one day off is taken for it, since banks book later. */
  on: dateSchema.optional(),
  orderId: orderIdSchema.optional(),
  duplicatesOnly: z.boolean().default(false),
  limit: z.number().int().min(1).max(20).default(5),
});

const DAY_MS = 86_400_000;

export function createFindCharges(billing: BillingBackend): ReadTool<z.infer<typeof input>> {
  return {
    name: 'find_charges',
    description:
      "The customer's own charges by amount, date, order or charge number, with what each was for. duplicatesOnly: those that repeat an earlier charge.",
    input,
    effect: 'reads',
    level: 'known',
    run: async ({ chargeId, amount, on, orderId, duplicatesOnly, limit }, scope) => {
      const own = await listOwnCharges(billing, scope);
      const fits = own
        .filter((charge) => chargeId === undefined || charge.id === chargeId)
        .filter((charge) => amount === undefined || charge.cents === centsOf(amount))
        .filter((charge) => orderId === undefined || charge.orderId === orderId)
        .filter((charge) => on === undefined || Math.abs(charge.on.getTime() - Date.parse(on)) <= DAY_MS)
        .map((charge) => describeCharge(charge, own))
        .filter((facts) => !duplicatesOnly || facts.duplicateOf !== null);
      return { found: fits.length > 0, count: fits.length, checked: own.length, charges: fits.slice(0, limit) };
    },
  };
}

/** The verified customer's own, checked once more on this side. Nonsense from the backend counts as no answer. */
export async function listOwnCharges(
  billing: BillingBackend,
  { customer }: ToolScope,
  patience: { limitMs?: number; pauseMs?: number } = {},
): Promise<Charge[]> {
  const { shopCustomerId } = customer;
  if (!shopCustomerId) return [];
  return withRetry(
    'billing',
    async () => (await billing.listCharges(shopCustomerId)).filter((charge) => charge.customerId === shopCustomerId),
    patience,
  );
}
