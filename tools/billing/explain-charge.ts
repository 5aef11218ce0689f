// explain_charge: one of the customer's own charges in full, with what was refunded. Somebody else's is answered like one
// that does not exist.
import { z } from 'zod';
import type { BillingBackend } from '../backends/billing.ts';
import type { ReadTool } from '../tool.ts';
import { dayOf, describeCharge } from './charge-facts.ts';
import { listOwnCharges } from './find-charges.ts';
import { chargeIdSchema } from './inputs.ts';

const input = z.object({ chargeId: chargeIdSchema });

export function createExplainCharge(billing: BillingBackend): ReadTool<z.infer<typeof input>> {
  return {
    name: 'explain_charge',
    description: 'What one charge was for, item by item; what was refunded; whether it repeats an earlier charge.',
    input,
    effect: 'reads',
    level: 'known',
    run: async ({ chargeId }, scope) => {
      const own = await listOwnCharges(billing, scope);
      const charge = own.find((one) => one.id === chargeId);
      if (!charge) return { found: false };
      const refunds = charge.refunds.map((refund) => ({
        refundId: refund.id,
        amount: refund.cents / 100,
        state: refund.state,
        since: dayOf(refund.since),
      }));
      return { found: true, charge: describeCharge(charge, own), refunds };
    },
  };
}
