// Proves who somebody is by an order number, its e-mail address and its postal code, and puts a brake on guessing: so many
// failures an hour for one order, in however many conversations they are spread.
import type { Clock } from '../../core/clock.ts';
import { deriveId } from '../../core/ids.ts';
import type { IdentityPort } from '../../models/ports.ts';
import type { OpenRows } from '../../models/rows.ts';
import type { ShopBackend } from './shop.ts';
import { withRetry } from './with-retry.ts';

const HOUR_MS = 3_600_000;
const MOST_KEPT = 50;

/** Failures against one order; the order's number is only a mark here. */
interface ProofTries {
  _id: string;
  tries: { key: string; at: Date }[];
  goneAt: Date;
}

export function createIdentity(shop: Pick<ShopBackend, 'matchCustomer'>, open: OpenRows, clock: Clock): IdentityPort {
  const rows = open<ProofTries>('proof_tries');
  return {
    match: async (proof, { key, most }) => {
      const _id = deriveId('proof', proof.orderId.toUpperCase());
      const before = (await rows.findOne({ _id }))?.tries ?? [];
      const recent = before.filter((one) => clock.nowMs() - new Date(one.at).getTime() < HOUR_MS && one.key !== key);
      // Also for the right answer: whoever guesses would otherwise be told when to stop.
      if (recent.length >= most) return 'locked';
      const customer = await withRetry('the shop', () => shop.matchCustomer(proof));
      if (customer) return customer;
      const at = clock.now();
      const goneAt = new Date(at.getTime() + 2 * HOUR_MS);
      // A repeated turn is the same try.
      const tries = { $each: [{ key, at }], $slice: -MOST_KEPT };
      const isKnown = before.some((one) => one.key === key);
      await rows.updateOne({ _id }, { $set: { goneAt }, ...(isKnown ? {} : { $push: { tries } }) }, { upsert: true });
      return null;
    },
  };
}
