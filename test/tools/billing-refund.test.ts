// A refund moves once, whatever happens to the processor, its reply, or the process that asks for it: counted in the
// ledger, never in what somebody says.
import assert from 'node:assert/strict';
import { createManualClock } from '../../core/clock.ts';
import type { StoredCharge } from '../../models/shop/billing.ts';
import { makeDemoShop } from '../../models/shop/demo.ts';
import { seededRandom } from '../../models/shop/demo-orders.ts';
import { createMongoBackends } from '../../tools/backends/mongo/index.ts';
import type { PaymentProcessor } from '../../tools/backends/payments.ts';
import {
  createSandboxProcessor,
  type PaymentCall,
  type PaymentFault,
  type SandboxOptions,
} from '../../tools/backends/payments-sandbox.ts';
import { createGetRefundState } from '../../tools/billing/get-refund-state.ts';
import { createRefundCharge } from '../../tools/billing/refund-charge.ts';
import type { Backends } from '../../tools/index.ts';
import type { ToolScope } from '../../tools/tool.ts';
import { withBorders } from '../refunds/borders.ts';
import { memoryRows } from '../support/memory-rows.ts';

const shop = makeDemoShop();
const charges = shop.shop_charges as StoredCharge[];
const second = charges.find((one) => one._id.endsWith('-2'))!;
const clock = createManualClock();
const QUICK = { limitMs: 15, pauseMs: 0 };

const scopeOf = (shopCustomerId: string, idempotencyKey = 'key-1'): ToolScope => ({
  customer: { shopCustomerId, level: 'known' },
  laneId: 'web|default|c1',
  idempotencyKey,
  clock,
  language: 'en',
});
const OWNER = scopeOf(second.customerId);

/** Only what a refund needs, so that two hundred worlds are made in no time. */
function smallShop() {
  return memoryRows({
    shop_charges: charges.filter((one) => one.orderId === second.orderId),
    shop_orders: shop.shop_orders!.filter((one) => one._id === second.orderId),
  });
}

async function moved(rows: ReturnType<typeof memoryRows>): Promise<number[]> {
  const ledger = await rows<{ _id: string; cents: number }>('payments_ledger').find({}).toArray();
  return ledger.map((row) => row.cents);
}

describe('a refund when the processor', () => {
  const faulty = (
    rows: ReturnType<typeof memoryRows>,
    faults: (PaymentFault | null)[],
    on: PaymentCall,
    more?: SandboxOptions,
  ) =>
    createSandboxProcessor(rows, clock, {
      ...more,
      fault: (call) => (call === on ? (faults.shift() ?? null) : null),
    });
  const refundWith = (rows: ReturnType<typeof memoryRows>, payments: PaymentProcessor) => {
    const tool = createRefundCharge({ ...createMongoBackends(rows, clock), payments }, QUICK);
    return tool.execute({ chargeId: second._id }, OWNER);
  };

  const CASES: [string, (PaymentFault | null)[]][] = [
    ['loses its reply', ['loses reply']],
    ['fails once', ['fails']],
    ['hangs once', ['hangs']],
    ['loses its reply after a failure', ['fails', 'loses reply']],
  ];
  for (const [what, faults] of CASES) {
    it(`${what}: moves the money once, even when it has forgotten the key`, async () => {
      for (const forgetsKeys of [false, true]) {
        const rows = smallShop();
        const done = await refundWith(rows, faulty(rows, [...faults], 'refund', { forgetsKeys }));
        assert.ok(done.done, done.text);
        assert.deepEqual(await moved(rows), [second.cents]);
      }
    });
  }

  it('refuses: nothing moves, and the charge holds its money again', async () => {
    const rows = smallShop();
    const done = await refundWith(rows, faulty(rows, ['refuses'], 'refund'));
    assert.match(done.text, /no money has moved/);
    assert.deepEqual(await moved(rows), []);
    const row = await rows<StoredCharge>('shop_charges').findOne({ _id: second._id });
    assert.equal(row!.refundableCents, second.cents);
  });

  it('cannot say what became of the key: nothing is repeated, it is said so, and a later try ends it once', async () => {
    const rows = smallShop();
    const mute = faulty(rows, Array(3).fill('fails') as PaymentFault[], 'lookUp');
    const unsure = await refundWith(rows, mute);
    assert.equal(unsure.done, false);
    assert.match(unsure.text, /has not confirmed/);
    assert.deepEqual(await moved(rows), []);
    const later = createRefundCharge({ ...createMongoBackends(rows, clock) }, QUICK);
    const again = await later.propose({ chargeId: second._id }, OWNER);
    assert.ok(again.allowed && /same number/.test(again.summary));
    assert.ok((await later.execute({ chargeId: second._id }, scopeOf(second.customerId, 'key-2'))).done);
    assert.ok((await later.execute({ chargeId: second._id }, OWNER)).done);
    assert.deepEqual(await moved(rows), [second.cents]);
  });

  it('talks nonsense: the ledger is asked, not believed', async () => {
    const rows = smallShop();
    const real = createSandboxProcessor(rows, clock);
    const nonsense = {
      ...real,
      refund: async (...args: Parameters<typeof real.refund>) => void (await real.refund(...args)),
    };
    assert.ok((await refundWith(rows, nonsense as never)).done);
    assert.deepEqual(await moved(rows), [second.cents]);
  });

  it('lost its reply and nobody wrote it down: the state of the refund is found at the processor', async () => {
    const rows = smallShop();
    const { billing, payments, shop: orders } = createMongoBackends(rows, clock);
    const claim = await billing.claimRefund(second.customerId, second._id, second.cents, 'k');
    assert.ok(claim.claimed);
    await payments.refund({ chargeId: second._id, cents: second.cents, currency: 'USD' }, 'k');
    const state = createGetRefundState(billing, payments, orders);
    const { refunds } = await state.run({}, OWNER);
    assert.equal((refunds as { state: string }[])[0]!.state, 'sent');
  });
});

describe('a refund that is killed between its steps', () => {
  /** Dies at the `fuse`-th border between two steps: nothing of this life is heard of after that. */
  function mortal(backends: Backends, fuse: number): Backends {
    let left = fuse;
    return withBorders(backends, () => {
      left -= 1;
      if (left <= 0) throw new Error('killed');
    });
  }

  async function live(backends: Backends, fuse: number, key: string): Promise<boolean> {
    const tool = createRefundCharge(mortal(backends, fuse), QUICK);
    const scope = scopeOf(second.customerId, key);
    try {
      if (!(await tool.propose({ chargeId: second._id }, scope)).allowed) return false;
      return (await tool.execute({ chargeId: second._id }, scope)).done;
    } catch {
      return false; // killed: whoever repeats it does so under the same key
    }
  }

  it('moves the money exactly once, in 200 lives and deaths', async function () {
    this.timeout(20_000);
    const borders = new Set<number>();
    for (let seed = 1; seed <= 200; seed += 1) {
      const random = seededRandom(seed);
      const rows = smallShop();
      const faults: (PaymentFault | null)[] = [null, 'loses reply', 'fails', null];
      const payments = createSandboxProcessor(rows, clock, {
        forgetsKeys: seed % 2 === 0,
        fault: (call) => (call === 'refund' ? faults[Math.floor(random() * faults.length)]! : null),
      });
      const backends: Backends = { ...createMongoBackends(rows, clock), payments };
      const key = `key-${seed}`;
      for (let death = 0; death < 3; death += 1) {
        const fuse = 1 + Math.floor(random() * 16);
        borders.add(fuse);
        await live(backends, fuse, key);
      }
      // The yes was given and stands: it is done under its key until somebody says that it is done.
      const scope = scopeOf(second.customerId, key);
      const tool = createRefundCharge(backends, QUICK);
      let done = false;
      for (let again = 0; again < 9 && !done; again += 1)
        done = (await tool.execute({ chargeId: second._id }, scope)).done;
      assert.ok(done, `seed ${seed} never ended`);
      assert.deepEqual(await moved(rows), [second.cents], `seed ${seed}`);
      const row = await rows<StoredCharge>('shop_charges').findOne({ _id: second._id });
      assert.deepEqual([row!.refundableCents, row!.refunds.length, row!.refundSteps.length], [0, 1, 1], `seed ${seed}`);
    }
    assert.equal(borders.size, 16);
  });

  it('of a cancelled or changed order says what was paid and has not gone back, to its owner only', async () => {
    const [order] = shop.shop_orders!.filter((one) => one._id === second.orderId);
    const rows = memoryRows({
      shop_charges: [{ ...second, refunds: [], refundSteps: [] } as StoredCharge],
      shop_orders: [{ ...order!, status: 'cancelled' } as typeof order & object],
    });
    const { billing, payments, shop: orders } = createMongoBackends(rows, clock);
    const state = createGetRefundState(billing, payments, orders);
    const told = await state.run({ orderId: second.orderId }, OWNER);
    assert.deepEqual(told.owed, { amount: second.cents / 100, currency: second.currency, why: 'cancelled' });
    const changed = { status: 'pending', itemsChanged: true, total: second.cents / 100 - 24.99 };
    await rows('shop_orders').updateOne({ _id: order!._id }, { $set: changed } as never);
    const ofChange = await state.run({ orderId: second.orderId }, OWNER);
    assert.deepEqual(ofChange.owed, { amount: 24.99, currency: second.currency, why: 'changed' });
    await rows('shop_orders').updateOne({ _id: order!._id }, { $set: { total: 10_000 } } as never);
    assert.equal((await state.run({ orderId: second.orderId }, OWNER)).owed, undefined, 'nothing goes back');
    await rows('shop_orders').updateOne({ _id: order!._id }, { $set: { status: 'cancelled' } } as never);
    assert.equal((await state.run({ orderId: second.orderId }, scopeOf('CUS-1999'))).owed, undefined);
    await rows('shop_orders').updateOne({ _id: order!._id }, { $set: { total: second.cents / 100 } } as never);
    const all = await state.run({}, OWNER);
    assert.deepEqual(all.alsoOwed, [
      { orderId: second.orderId, amount: second.cents / 100, currency: second.currency },
    ]);
    assert.equal((await state.run({}, scopeOf('CUS-1999'))).alsoOwed, undefined, 'of nobody else');
    const asPlaced = createMongoBackends(smallShop(), clock);
    const fresh = createGetRefundState(asPlaced.billing, asPlaced.payments, asPlaced.shop);
    assert.equal((await fresh.run({ orderId: second.orderId }, OWNER)).owed, undefined);
  });
});
