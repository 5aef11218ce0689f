// Every tool over a shop that answers late, answers 500, hangs, talks nonsense or loses its reply: what is said is honest,
// what was known last is told with its time, and nothing is written twice. The shop is behind real HTTP.
import assert from 'node:assert/strict';
import { createManualClock } from '../../core/clock.ts';
import { silentLog } from '../../core/log.ts';
import type { OpenRows } from '../../models/rows.ts';
import type { StoredCharge, StoredInvoice } from '../../models/shop/billing.ts';
import { makeDemoShop } from '../../models/shop/demo.ts';
import type { OrderStatus, ShopProduct } from '../../models/shop/shop.ts';
import { guardBackends } from '../../tools/backends/guarded.ts';
import { createMongoBackends } from '../../tools/backends/mongo/index.ts';
import { createTools, type Tools } from '../../tools/index.ts';
import type { Done, ReadTool, ToolResult, ToolScope, WriteTool } from '../../tools/tool.ts';
import { memoryRows } from '../support/memory-rows.ts';
import { type ShopApi, type ShopFault, startShopApi } from '../support/shop-api.ts';
import { order } from '../support/world.ts';

const demo = makeDemoShop();
const clock = createManualClock();
const MAYA = 'CUS-1001';
const ADDRESS = '5 Oak Road, 20001 Springfield';
const AWAY: ShopFault[] = ['answers 500', 'hangs', 'talks nonsense'];

const placed = (id: string, status: OrderStatus, deliveryDay = 3) => order(id, { status, deliveryDay });
const orders = [
  ...['50000', '50001', '50002', '50003'].map((number) => placed(`ORD-${number}`, 'pending')),
  placed('ORD-50004', 'delivered', -2),
  placed('ORD-50005', 'delivered', -2),
  placed('ORD-50006', 'shipped', -3),
];
const charges = demo.shop_charges as StoredCharge[];
const duplicate = charges.find((one) => one._id.endsWith('-2'))!;
const failed = charges.find((one) => one.status === 'failed')!;
const unpaid = (demo.shop_invoices as StoredInvoice[]).find(
  (one) => one.status === 'unpaid' && one.customerId !== failed.customerId,
)!;
const soldOut = (demo.shop_products as ShopProduct[])
  .flatMap((product) => product.variants!.map((variant) => ({ productId: product._id, ...variant })))
  .find((one) => one.stock === 0)!;

interface Case {
  input: object;
  of?: string;
}

const READS: Partial<Record<keyof Tools, Case>> = {
  lookUpOrder: { input: { orderId: 'ORD-12345' } },
  listOrders: { input: {} },
  getOrder: { input: { orderId: 'ORD-12345' } },
  findProducts: { input: { query: 'headphones' } },
  recommendProducts: { input: {} },
  searchKnowledge: { input: { query: 'how do I clean my blanket' } },
  analyzeIssue: { input: { text: 'my lamp flickers' } },
  runDiagnostics: { input: { product: 'headphones', symptom: 'no-connection' } },
  checkWarranty: { input: {} },
  getBugState: { input: { bugId: 'BUG-2041' } },
  findCharges: { input: {} },
  explainCharge: { input: { chargeId: 'PAY-12345' } },
  getRefundState: { input: {} },
  getInvoice: { input: {} },
  checkGiftCard: { input: { code: 'GIFT-7K2M-9QXT-4HRW' } },
  quoteShipping: { input: { kilograms: 3, country: 'US' } },
  trackParcel: { input: { orderId: 'ORD-12345' } },
  explainCustoms: { input: { country: 'GB' } },
};
/** A page made an hour ago has been opened; a page is never told from memory. */
const LIVE: (keyof Tools)[] = ['getInvoice'];

/** `effects`: how many things there are more when it was done once. */
const WRITES: Partial<Record<keyof Tools, Case & { effects?: number }>> = {
  cancelOrder: { input: { orderId: 'ORD-50000' } },
  changeAddress: { input: { orderId: 'ORD-50001', address: ADDRESS } },
  changeOrderPayment: { input: { orderId: 'ORD-50002' }, effects: 2 },
  changeItems: { input: { orderId: 'ORD-50003', sku: 'SKU-001', quantity: 2 } },
  returnOrder: { input: { orderId: 'ORD-50004' } },
  exchangeItem: { input: { orderId: 'ORD-50005', sku: 'SKU-001', options: ['white'] } },
  changeAddressInTransit: { input: { orderId: 'ORD-12345', address: ADDRESS } },
  reportParcel: { input: { orderId: 'ORD-50006' } },
  watchStock: { input: { productId: soldOut.productId, sku: soldOut.sku } },
  reportBug: { input: { product: 'lamp', symptom: 'light', text: 'it flickers' } },
  refundCharge: { input: { chargeId: duplicate._id }, of: duplicate.customerId, effects: 2 },
  giveCredit: { input: { amount: 10 } },
  changeContact: { input: { phone: '+1 555 765 4321' } },
  openDispute: { input: { chargeId: 'PAY-12345', reason: 'not mine' } },
  payInvoice: { input: { invoiceId: unpaid._id }, of: unpaid.customerId },
  retryPayment: { input: { chargeId: failed._id }, of: failed.customerId },
  changePaymentMethod: { input: {} },
};

const scopeOf = (name: string, of = MAYA): ToolScope => ({
  customer: { shopCustomerId: of, level: 'strong' },
  laneId: 'web|default|c1',
  idempotencyKey: `key-${name}`,
  clock,
  language: 'en',
});

/** What was done so far, counted over the whole shop. */
async function countEffects(rows: OpenRows): Promise<number> {
  type Row = { _id: string } & Record<string, unknown[] | undefined>;
  const all = (name: string) => rows<Row>(name).find({}).toArray();
  const inside = async (name: string, list: string) =>
    (await all(name)).reduce((sum, row) => sum + (row[list]?.length ?? 0), 0);
  const disputes = (await all('shop_charges')).filter((row) => row.dispute).length;
  const whole = ['payments_ledger', 'payments_links', 'shop_watches', 'shop_investigations', 'shop_gift_cards'];
  const counts = await Promise.all([
    ...whole.map(async (name) => (await all(name)).length),
    inside('shop_orders', 'operations'),
    inside('shop_customers', 'operations'),
    inside('shop_charges', 'refunds'),
    inside('shop_bugs', 'reports'),
  ]);
  return counts.reduce((sum, count) => sum + count, disputes);
}

describe('every tool over a shop that goes wrong', function () {
  this.timeout(30_000);
  let api: ShopApi;
  let rows: OpenRows;
  let tools: Tools;
  before(async () => {
    api = await startShopApi();
  });
  after(() => api.close());

  function open(): void {
    rows = memoryRows({ ...demo, shop_orders: [...demo.shop_orders!, ...orders] });
    api.backends = createMongoBackends(rows, clock);
    api.fault = null;
    tools = createTools(api.open());
  }

  const read = (from: Tools, name: string, { input, of }: Case): Promise<ToolResult> => {
    const tool = from[name as keyof Tools] as ReadTool;
    return tool.run(tool.input.parse(input), scopeOf(name, of));
  };
  const execute = (from: Tools, name: string, { input, of }: Case): Promise<Done> => {
    const tool = from[name as keyof Tools] as WriteTool;
    return tool.execute(tool.input.parse(input), scopeOf(name, of));
  };

  it('is in the table', () => {
    open();
    assert.deepEqual([...Object.keys(READS), ...Object.keys(WRITES)].sort(), Object.keys(tools).sort());
    for (const [name, tool] of Object.entries(tools)) assert.equal(tool.effect, name in READS ? 'reads' : 'writes');
  });

  it('answers late: every read answers, every write is done', async () => {
    open();
    api.fault = 'answers late';
    await Promise.all(Object.entries(READS).map(([name, one]) => read(tools, name, one)));
    for (const done of await Promise.all(Object.entries(WRITES).map(([name, one]) => execute(tools, name, one))))
      assert.equal(done.done, true, done.text);
  });

  for (const fault of AWAY) {
    it(`${fault}: a read says that it cannot, and guesses nothing`, async () => {
      open();
      api.fault = fault;
      await Promise.all(
        Object.entries(READS).map(([name, one]) =>
          assert.rejects(read(tools, name, one), { code: 'backend.unavailable', kind: 'transient' }, name),
        ),
      );
    });

    it(`${fault}: a read tells what was known last, with its time`, async () => {
      open();
      const known = await Promise.all(Object.entries(READS).map(([name, one]) => read(tools, name, one)));
      const at = clock.now().toISOString();
      clock.advance(60_000);
      api.fault = fault;
      await Promise.all(
        Object.entries(READS).map(async ([name, one], index) => {
          const asked = read(tools, name, one);
          if (LIVE.includes(name as keyof Tools)) return assert.rejects(asked, { kind: 'transient' });
          return assert.deepEqual(await asked, { ...known[index], asOf: at }, name);
        }),
      );
    });

    it(`${fault}: a write proposes nothing, says no untruth, and is done once when the shop is back`, async () => {
      open();
      api.fault = fault;
      const before = await countEffects(rows);
      await Promise.all(Object.entries(WRITES).map(([name, one]) => noProposal(name, one)));
      await Promise.all(Object.entries(WRITES).map(([name, one]) => doneOrHonest(execute(tools, name, one))));
      assert.equal(await countEffects(rows), before, 'nothing can have been done');
      await doneOnce(before);
    });
  }

  it('loses its reply: what was done is found again, and not done twice', async () => {
    open();
    const before = await countEffects(rows);
    api.fault = 'loses reply';
    await Promise.all(Object.entries(WRITES).map(([name, one]) => doneOrHonest(execute(tools, name, one))));
    await doneOnce(before);
  });

  /** What cannot be checked is not proposed. A page to change how one pays needs nothing checked. */
  async function noProposal(name: string, { input, of }: Case): Promise<void> {
    const tool = tools[name as keyof Tools] as WriteTool;
    const asked = tool.propose(tool.input.parse(input), scopeOf(name, of));
    if (name === 'changePaymentMethod') assert.equal((await asked).allowed, true);
    else await assert.rejects(asked, { kind: 'transient' }, name);
  }

  /** Nothing is claimed to be done while the shop cannot have said so. */
  async function doneOrHonest(asked: Promise<Done>): Promise<void> {
    const said = await asked.catch((thrown: { kind?: string }) => {
      assert.equal(thrown.kind, 'transient', String(thrown));
      return null;
    });
    assert.equal(said?.done ?? false, false, said?.text);
  }

  async function doneOnce(before: number): Promise<void> {
    api.fault = null;
    // Over the same shop, with a memory of its own.
    const again = createTools(api.open());
    for (let times = 1; times <= 2; times += 1)
      for (const [name, one] of Object.entries(WRITES)) {
        const done = await execute(again, name, one);
        assert.equal(done.done, true, `${name}: ${done.text}`);
      }
    const expected = Object.values(WRITES).reduce((sum, { effects = 1 }) => sum + effects, 0);
    assert.equal((await countEffects(rows)) - before, expected);
  }
});

describe('the breaker of a backend', () => {
  let api: ShopApi;
  before(async () => {
    api = await startShopApi();
    api.backends = createMongoBackends(memoryRows(demo), clock);
  });
  after(() => api.close());

  it('spares the customer the wait, leaves the other backends alone, and closes by itself', async () => {
    const own = createManualClock();
    const guarded = guardBackends(api.open(), { clock: own, log: silentLog, failures: 3, openMs: 10_000 });
    api.fault = 'answers 500';
    for (let times = 1; times <= 3; times += 1) await assert.rejects(guarded.shop.findOrder('ORD-12345'));
    const asked = api.asked.length;
    await assert.rejects(guarded.shop.findOrder('ORD-12345'), { code: 'backend.resting', kind: 'transient' });
    assert.equal(api.asked.length, asked, 'the shop was not asked');
    api.fault = null;
    assert.ok((await guarded.catalogue.listProducts()).length > 0);
    own.advance(10_000);
    assert.equal((await guarded.shop.findOrder('ORD-12345'))?.id, 'ORD-12345');
    assert.equal((await guarded.shop.findOrder('ORD-12345'))?.id, 'ORD-12345');
  });

  it('does not open for what was refused', async () => {
    const guarded = guardBackends(api.open(), { clock, log: silentLog, failures: 1 });
    const refund = { chargeId: 'PAY-1', cents: 100, currency: 'USD' };
    await guarded.payments.refund(refund, 'k1');
    await assert.rejects(guarded.payments.refund({ ...refund, cents: 1 }, 'k1'), { code: 'payment.key.reused' });
    assert.equal((await guarded.payments.lookUp('k1'))?.cents, 100);
  });
});
