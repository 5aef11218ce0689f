// A write over the cap waits for a person for a day, and no longer: the customer's yes is not older than that when money moves.
import assert from 'node:assert/strict';
import type { StoredCharge } from '../../models/shop/billing.ts';
import { makeDemoShop } from '../../models/shop/demo.ts';
import { type World, world } from '../support/world.ts';

const charges = makeDemoShop().shop_charges as unknown as (StoredCharge & { _id: string })[];
const large = charges.find((one) => one._id.endsWith('-2') && one.cents > 20_000)!;
const LEAD = { id: 'U9', name: 'Lea', isLead: true };
const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;

async function asked(): Promise<World> {
  const its = world({ customer: { shopCustomerId: large.customerId, name: 'Robin Sato' } });
  await its.customer(`there is a duplicate charge of $${(large.cents / 100).toFixed(2)} on my card`);
  assert.match(its.said.splice(0).at(-1)!.text, /A colleague has to approve this first/);
  return its;
}
const refunded = async (its: World) => {
  const stored = await its.rows<StoredCharge & { _id: string }>('shop_charges').findOne({ _id: large._id });
  return (stored?.refunds ?? []).map((one) => one.cents);
};

describe('an approval by a person', () => {
  it('still counts a minute before a day has passed', async () => {
    const its = await asked();
    its.clock.advance(DAY_MS - MINUTE_MS);
    await its.desk('desk.decide', { by: LEAD, verdict: 'approved' });
    assert.deepEqual(await refunded(its), [large.cents]);
    assert.match(its.said.at(-1)!.text, /REF-/);
  });

  it('is void when the day is over: nothing moves, the desk is told why, and the decision stays open', async () => {
    const its = await asked();
    its.clock.advance(DAY_MS + 1);
    its.cards.length = 0;
    await its.desk('desk.decide', { by: LEAD, verdict: 'approved' });
    assert.deepEqual(await refunded(its), []);
    assert.deepEqual(its.said, []);
    assert.match(its.cards.join('\n'), /The customer’s yes has lapsed; they have to confirm again/);
    assert.equal(its.caseOf()[0]!.approval!.decided, undefined);
  });

  it('gives the customer a day for the other amount that a person offers', async () => {
    for (const [afterMs, moved] of [
      [DAY_MS - MINUTE_MS, [15_000]],
      [DAY_MS + 1, []],
    ] as const) {
      const its = await asked();
      await its.desk('desk.decide', { by: LEAD, verdict: 'changed', amount: 150 });
      assert.match(its.said.splice(0).at(-1)!.text, /offers this instead.*\$150\.00/);
      its.clock.advance(afterMs);
      await its.customer('yes');
      assert.deepEqual(await refunded(its), moved);
    }
  });

  it('is not cut short by the ten minutes that the customer has for a yes of their own', async () => {
    const its = await asked();
    its.clock.advance(11 * MINUTE_MS);
    await its.desk('desk.decide', { by: LEAD, verdict: 'approved' });
    assert.deepEqual(await refunded(its), [large.cents]);
  });
});
