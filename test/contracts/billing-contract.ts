// What every billing backend promises: it finds the customer's own only, sets money aside once a key and never more than
// the charge holds, and keeps what became of it.
import assert from 'node:assert/strict';
import type { StoredCharge, StoredGiftCard, StoredInvoice } from '../../models/shop/billing.ts';
import type { BillingBackend } from '../../tools/backends/billing.ts';

const charge = (id: string, changes: Partial<StoredCharge> = {}): StoredCharge => ({
  _id: id,
  customerId: 'CUS-1',
  orderId: 'ORD-1',
  items: [{ sku: 'SKU-1', name: 'Lamp', quantity: 1, price: 50 }],
  cents: 5_000,
  currency: 'USD',
  cardEnding: '4242',
  day: -3,
  status: 'paid',
  refundableCents: 5_000,
  refunds: [],
  refundSteps: [],
  ...changes,
});

const invoices: StoredInvoice[] = [
  { _id: 'INV-1', customerId: 'CUS-1', orderId: 'ORD-1', cents: 5_000, currency: 'USD', status: 'paid', day: -3 },
  { _id: 'INV-2', customerId: 'CUS-2', orderId: 'ORD-2', cents: 700, currency: 'USD', status: 'unpaid', day: -1 },
];
const giftCards: StoredGiftCard[] = [
  { _id: 'GIFT-AAAA-BBBB-CCC1', customerId: 'CUS-1', cents: 2_500, currency: 'USD', expiresDay: 10 },
  { _id: 'GIFT-AAAA-BBBB-CCC2', customerId: 'CUS-2', cents: 2_500, currency: 'USD' },
  { _id: 'GIFT-AAAA-BBBB-CCC3', cents: 900, currency: 'USD' },
];

/** The rows that a backend has to hold when the contract begins; it is today 2026-03-02. */
export const BILLING_ROWS: Record<string, { _id: string }[]> = {
  shop_charges: [
    charge('PAY-1'),
    charge('PAY-2', { day: -1, orderId: 'ORD-5' }),
    charge('PAY-3', { customerId: 'CUS-2', orderId: 'ORD-2' }),
    charge('PAY-4', { status: 'failed', refundableCents: 0, day: -9 }),
  ],
  shop_invoices: invoices,
  shop_gift_cards: giftCards,
};

export function billingContract(name: string, open: () => BillingBackend | Promise<BillingBackend>): void {
  describe(`billing contract: ${name}`, () => {
    let billing: BillingBackend;
    beforeEach(async () => {
      billing = await open();
    });
    const claim = (cents: number, key: string) => billing.claimRefund('CUS-1', 'PAY-1', cents, key);
    const find = async () => (await billing.findCharge('CUS-1', 'PAY-1'))!;

    it('lists the own charges and invoices, latest first, with real days', async () => {
      const charges = await billing.listCharges('CUS-1');
      assert.deepEqual(
        charges.map((one) => [one.id, one.on.toISOString().slice(0, 10)]),
        [
          ['PAY-2', '2026-03-01'],
          ['PAY-1', '2026-02-27'],
          ['PAY-4', '2026-02-21'],
        ],
      );
      assert.deepEqual(
        (await billing.listInvoices('CUS-1')).map((one) => one.id),
        ['INV-1'],
      );
    });

    it("finds nothing of somebody else's, and writes nothing to it", async () => {
      assert.equal(await billing.findCharge('CUS-1', 'PAY-3'), null);
      assert.equal(await billing.findGiftCard('CUS-1', 'GIFT-AAAA-BBBB-CCC2'), null);
      assert.deepEqual(await billing.claimRefund('CUS-1', 'PAY-3', 5_000, 'k'), { claimed: false });
      assert.deepEqual(await billing.openDispute('CUS-1', 'PAY-3', 'wrong', 'k'), { done: false });
      const untouched = await billing.findCharge('CUS-2', 'PAY-3');
      assert.deepEqual([untouched?.refundableCents, untouched?.refunds, untouched?.disputeId], [5_000, [], undefined]);
    });

    it('finds the own gift card and one that nobody has registered', async () => {
      assert.equal((await billing.findGiftCard('CUS-1', 'GIFT-AAAA-BBBB-CCC1'))?.cents, 2_500);
      assert.equal((await billing.findGiftCard('CUS-1', 'GIFT-AAAA-BBBB-CCC3'))?.cents, 900);
      assert.equal(await billing.findGiftCard('CUS-1', 'GIFT-ZZZZ-ZZZZ-ZZZZ'), null);
    });

    it('sets money aside once for a key', async () => {
      const first = await claim(2_000, 'k1');
      assert.ok(first.claimed);
      assert.equal(first.refund.state, 'requested');
      const again = await claim(2_000, 'k1');
      assert.ok(again.claimed);
      assert.equal(again.refund.id, first.refund.id);
      assert.equal((await find()).refundableCents, 3_000);
    });

    it('never promises more than the charge holds, however many ask at once', async () => {
      const claims = await Promise.all(['a', 'b', 'c', 'd'].map((key, at) => claim(2_000 + at, key)));
      assert.equal(claims.filter((one) => one.claimed).length, 2);
      const after = await find();
      assert.equal(after.refundableCents + after.refunds.reduce((sum, one) => sum + one.cents, 0), 5_000);
    });

    it('brings an older refund to its end under its own key, and the new key stays bound to it', async () => {
      await claim(2_000, 'old');
      const joined = await claim(2_000, 'new');
      assert.ok(joined.claimed);
      assert.equal(joined.refund.key, 'old');
      await billing.recordRefund('CUS-1', 'PAY-1', 'old', 'ref');
      const repeated = await claim(2_000, 'new');
      assert.ok(repeated.claimed);
      assert.deepEqual([repeated.refund.key, repeated.refund.state], ['old', 'sent']);
      assert.equal((await find()).refundableCents, 3_000);
    });

    it('records once that it was sent', async () => {
      await claim(5_000, 'k1');
      await billing.recordRefund('CUS-1', 'PAY-1', 'k1', 'ref-1');
      await billing.recordRefund('CUS-1', 'PAY-1', 'k1', 'ref-1');
      await billing.releaseRefund('CUS-1', 'PAY-1', 'k1');
      const after = await find();
      assert.deepEqual([after.refundableCents, after.refunds[0]?.state], [0, 'sent']);
    });

    it('gives the money back to the charge once when the processor refused it', async () => {
      await claim(5_000, 'k1');
      await billing.releaseRefund('CUS-1', 'PAY-1', 'k1');
      await billing.releaseRefund('CUS-1', 'PAY-1', 'k1');
      const after = await find();
      assert.deepEqual([after.refundableCents, after.refunds[0]?.state], [5_000, 'refused']);
    });

    it('promises nothing from a payment that failed', async () => {
      assert.deepEqual(await billing.claimRefund('CUS-1', 'PAY-4', 1, 'k'), { claimed: false });
      assert.deepEqual(await billing.openDispute('CUS-1', 'PAY-4', 'wrong', 'k'), { done: false });
    });

    it('opens one dispute a charge', async () => {
      const first = await billing.openDispute('CUS-1', 'PAY-1', 'wrong', 'k1');
      assert.ok(first.done);
      assert.deepEqual(await billing.openDispute('CUS-1', 'PAY-1', 'wrong', 'k1'), first);
      assert.deepEqual(await billing.openDispute('CUS-1', 'PAY-1', 'wrong', 'k2'), { done: false });
      assert.equal((await find()).disputeId, first.reference);
    });

    it('gives one card as an apology, once a key, and no second one too soon', async () => {
      const credit = { cents: 1_000, currency: 'USD' };
      const before = new Date('2026-01-01T00:00:00Z');
      assert.equal(await billing.lastCredit('CUS-1'), null);
      const card = (await billing.giveCredit('CUS-1', credit, before, 'k1'))!;
      assert.match(card.code, /^GIFT(-[0-9A-Z]{4}){3}$/);
      assert.deepEqual(await billing.giveCredit('CUS-1', credit, before, 'k1'), card);
      assert.equal(await billing.giveCredit('CUS-1', credit, before, 'k2'), null);
      assert.equal((await billing.findGiftCard('CUS-1', card.code))?.cents, 1_000);
      assert.equal(await billing.findGiftCard('CUS-2', card.code), null);
      assert.equal(await billing.lastCredit('CUS-2'), null);
      assert.ok(await billing.giveCredit('CUS-1', credit, new Date((await billing.lastCredit('CUS-1'))!), 'k3'));
    });

    it('gives one card of many that are approved in the same moment, and again to whoever asks under its key', async () => {
      const credit = { cents: 1_000, currency: 'USD' };
      const before = new Date('2026-01-01T00:00:00Z');
      const give = (key: string) => billing.giveCredit('CUS-1', credit, before, key);
      const keys = Array.from({ length: 12 }, (_, at) => `approval-${at % 6}`);
      const given = await Promise.all(keys.map(give));
      const codes = new Set(given.flatMap((card) => (card ? [card.code] : [])));
      assert.equal(codes.size, 1, `one card: ${[...codes].join(', ')}`);
      const winner = keys[given.findIndex((card) => card !== null)]!;
      assert.equal((await give(winner))?.code, [...codes][0]);
      assert.equal(await give('approval-later'), null);
    });
  });
}
