// After a bad experience a lead may make up for it with one button: only what the policy allows, once, and the customer hears of
// it when it is done.
import assert from 'node:assert/strict';
import { renderCard } from '../../channels/slack/desk/card.ts';
import { readConfig } from '../../core/config.ts';
import { settingsFromConfig } from '../../settings/environment.ts';
import { type World, world } from '../support/world.ts';

const { desk } = settingsFromConfig(readConfig({ NODE_ENV: 'test' }));
const LEAD = { id: 'U9', name: 'Lea', isLead: true };
const ANA = { id: 'U1', name: 'Ana' };
const CUSTOMER = { shopCustomerId: 'CUS-1001', name: 'Maya' };

function complaint(changes: Partial<typeof desk> = {}, customer: typeof CUSTOMER | null = CUSTOMER): World {
  const settings = { desk: { ...desk, leads: ['U9'], ...changes } };
  return world({ settings, ...(customer ? { customer } : {}) });
}
async function complain(its: World): Promise<void> {
  await its.customer('This is unacceptable! My order was delivered damaged and nobody answers my emails!');
  its.said.length = 0;
}
const buttons = (its: World) =>
  JSON.stringify(renderCard(its.caseOf()[0]!).blocks).match(/case:(approve|change|decline)/g);
const given = async (its: World) =>
  (await its.rows<{ _id: string; givenAt?: Date }>('shop_gift_cards').find({}).toArray()).filter((row) => row.givenAt);

describe('making up for a bad experience', () => {
  it('is on the card of a complaint with one button, and done once', async () => {
    const its = complaint();
    await complain(its);
    assert.match(its.caseOf()[0]!.approval!.summary, /gift card of \$10\.00 as an apology/);
    assert.deepEqual(buttons(its), ['case:approve', 'case:decline']);
    assert.equal(its.said.length, 0, 'nothing is offered before');
    await its.desk('desk.decide', { by: ANA, verdict: 'approved' });
    assert.equal(its.said.length, 0, 'not for everybody to approve');
    await its.desk('desk.decide', { by: LEAD, verdict: 'approved' });
    await its.desk('desk.decide', { by: LEAD, verdict: 'approved' });
    assert.match(its.said.shift()!.text, /gift card of \$10\.00 for you: \*\*GIFT-/);
    assert.equal(its.said.length, 0);
    assert.equal((await given(its)).length, 1);
    assert.equal(its.caseOf()[0]!.status, 'open', 'the complaint is still to be looked after');
  });

  it('comes up after a low rating, too', async () => {
    const its = complaint();
    await its.customer('A person please');
    const { id } = its.caseOf()[0]!;
    assert.equal(its.caseOf()[0]!.approval, undefined);
    await its.give('bot', { caseId: id, status: 'resolved' });
    await its.desk('case.rated', { score: 4 });
    assert.equal(its.caseOf()[0]!.approval, undefined);
    await its.desk('case.rated', { score: 1 });
    assert.ok(its.caseOf()[0]!.approval?.isApology);
  });

  it('is not told of when it is declined', async () => {
    const its = complaint();
    await complain(its);
    await its.desk('desk.decide', { by: LEAD, verdict: 'declined' });
    assert.deepEqual([its.said, await given(its)], [[], []]);
  });

  it('is not given twice when two cases were approved, and whoever approved the second is told', async () => {
    const its = complaint();
    await complain(its);
    const { rows, clock } = its;
    const row = { _id: 'GIFT-AAAA-AAAA-AAAA', customerId: CUSTOMER.shopCustomerId, cents: 1_000, currency: 'USD' };
    await rows('shop_gift_cards').insertOne({ ...row, givenAt: clock.now() } as never);
    await its.desk('desk.decide', { by: LEAD, verdict: 'approved' });
    assert.deepEqual([its.said.length, (await given(its)).length], [0, 1]);
    assert.match(its.cards.join('\n'), /Nothing was given/);
  });

  it('is not suggested where the policy says never, for somebody unknown, or again within ninety days', async () => {
    for (const its of [complaint({ recoveryAmount: 0 }), complaint({}, null)]) {
      await complain(its);
      assert.equal(its.caseOf()[0]!.approval, undefined);
    }
    const again = complaint();
    const { rows, clock } = again;
    const row = { _id: 'GIFT-AAAA-AAAA-AAAA', customerId: CUSTOMER.shopCustomerId, cents: 1_000, currency: 'USD' };
    await rows('shop_gift_cards').insertOne({ ...row, givenAt: new Date(clock.nowMs() - 89 * 86_400_000) } as never);
    await complain(again);
    assert.equal(again.caseOf()[0]!.approval, undefined);
  });
});
