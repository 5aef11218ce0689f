// Billing's tools: whose money they touch, what they refuse, and that nothing is made up when a backend is slow, away or
// talks nonsense.
import assert from 'node:assert/strict';
import { createManualClock } from '../../core/clock.ts';
import type { StoredCharge } from '../../models/shop/billing.ts';
import { makeDemoShop } from '../../models/shop/demo.ts';
import { createMongoBackends } from '../../tools/backends/mongo/index.ts';
import { type Backends, createTools } from '../../tools/index.ts';
import type { ReadTool, Tool, ToolScope, WriteTool } from '../../tools/tool.ts';
import { memoryRows } from '../support/memory-rows.ts';

const shop = makeDemoShop();
const charges = shop.shop_charges as StoredCharge[];
const second = charges.find((one) => one._id.endsWith('-2'))!;
const clock = createManualClock();

const scopeOf = (shopCustomerId: string, idempotencyKey = 'key-1'): ToolScope => ({
  customer: { shopCustomerId, level: 'known' },
  laneId: 'web|default|c1',
  idempotencyKey,
  clock,
  language: 'en',
});
const OWNER = scopeOf(second.customerId);
const MAYA = scopeOf('CUS-1001');

function toolsOver(changes: Partial<Backends> = {}, rows = memoryRows(shop)) {
  return createTools({ ...createMongoBackends(rows, clock), ...changes });
}

function run(tool: Tool, input: object, scope: ToolScope): Promise<Record<string, unknown>> {
  return (tool as ReadTool).run(tool.input.parse(input), scope);
}

describe('the demo shop', () => {
  it('holds one charge of $89.99 for Maya, for ORD-12345', () => {
    const hers = charges.filter((one) => one.customerId === 'CUS-1001' && one.cents === 8_999);
    assert.deepEqual(
      hers.map((one) => [one.orderId, one.status]),
      [['ORD-12345', 'paid']],
    );
  });

  it('holds a duplicate, a refund on its way, a failed payment, an unpaid invoice and a gift card', () => {
    assert.ok(charges.some((one) => one._id.endsWith('-2')));
    assert.ok(charges.some((one) => one.refundSteps.length === 1));
    assert.ok(charges.some((one) => one.status === 'failed'));
    assert.ok((shop.shop_invoices as unknown as { status: string }[]).some((one) => one.status === 'unpaid'));
    assert.ok(shop.shop_gift_cards!.length > 0);
  });
});

describe('the tools of billing', () => {
  const tools = toolsOver();

  it('find a charge by its sum, and say what it was for', async () => {
    const { charges: found, count } = await run(tools.findCharges, { amount: 89.99 }, MAYA);
    assert.equal(count, 1);
    const [one] = found as Record<string, unknown>[];
    assert.deepEqual([one!.orderId, one!.on, one!.duplicateOf], ['ORD-12345', '2026-02-26', null]);
  });

  it('call the second of two equal charges a duplicate, and never the first', async () => {
    const { charges: found } = await run(tools.findCharges, { orderId: second.orderId }, OWNER);
    const facts = found as { chargeId: string; duplicateOf: string | null }[];
    const first = second._id.replace(/-2$/, '');
    assert.deepEqual(Object.fromEntries(facts.map((one) => [one.chargeId, one.duplicateOf])), {
      [first]: null,
      [second._id]: first,
    });
  });

  it("answer alike for what does not exist and what is somebody else's", async () => {
    const theirs = toolsOver();
    const ask = (chargeId: string) =>
      Promise.all([
        run(theirs.explainCharge, { chargeId }, MAYA),
        run(theirs.findCharges, { chargeId }, MAYA),
        (theirs.openDispute as WriteTool).propose({ chargeId, reason: 'x' }, MAYA),
        (theirs.refundCharge as WriteTool).propose({ chargeId }, MAYA),
        (theirs.retryPayment as WriteTool).propose({ chargeId }, MAYA),
        (theirs.refundCharge as WriteTool).execute({ chargeId }, MAYA),
      ]);
    assert.deepEqual(await ask(second._id), await ask('PAY-999'));
    const [theirCard, noCard] = await Promise.all(
      [shop.shop_gift_cards![1]!._id, 'GIFT-ZZZZ-ZZZZ-ZZZZ'].map((code) => run(tools.checkGiftCard, { code }, MAYA)),
    );
    assert.deepEqual([theirCard!.found, noCard!.found], [false, false]);
  });

  it('repeat only the end of a gift card', async () => {
    const told = await run(tools.checkGiftCard, { code: 'gift-7k2m-9qxt-4hrw' }, MAYA);
    assert.equal(told.balance, 25);
    assert.doesNotMatch(JSON.stringify(told), /7K2M|9QXT/i);
  });

  it('know nobody without proof', async () => {
    const nobody: ToolScope = { ...MAYA, customer: { level: 'anonymous' } };
    assert.equal((await run(tools.findCharges, {}, nobody)).found, false);
    const billing = Object.values(tools).filter(
      (tool: Tool) => /charge|dispute|refund|invoice|pay|gift/.test(tool.name) && tool !== tools.changeOrderPayment,
    );
    assert.equal(billing.length, 10);
    // How somebody pays from now on takes more than knowing who they are.
    const needed = (tool: Tool) => (tool.name === 'change_payment_method' ? 'strong' : 'known');
    for (const tool of billing) assert.equal(tool.level, needed(tool), tool.name);
  });

  it('take no customer id and no card number', () => {
    for (const tool of [tools.refundCharge, tools.changePaymentMethod, tools.payInvoice]) {
      const parsed = tool.input.parse({ chargeId: 'PAY-1', customerId: 'CUS-9', card: '4111111111111111' });
      assert.doesNotMatch(JSON.stringify(parsed), /CUS-9|4111/);
    }
  });

  it('refund neither a plain charge nor more than was charged, and say that a person could', async () => {
    const refund = tools.refundCharge as WriteTool;
    assert.deepEqual(await refund.propose({ chargeId: 'PAY-12345' }, MAYA), {
      allowed: false,
      why: 'needs a colleague',
      person: true,
    });
    const tooMuch = await refund.propose({ chargeId: second._id, amount: second.cents / 100 + 0.01 }, OWNER);
    assert.deepEqual(tooMuch, { allowed: false, why: 'more than was charged', person: false });
  });

  it('propose the exact sum of a duplicate', async () => {
    const proposed = await (tools.refundCharge as WriteTool).propose({ chargeId: second._id }, OWNER);
    assert.ok(proposed.allowed);
    assert.deepEqual(proposed.amount, { value: second.cents / 100, currency: 'USD' });
    assert.match(proposed.summary, /twice/);
  });

  it('make one page for a payment however often it is asked for', async () => {
    const unpaid = (shop.shop_invoices as unknown as { _id: string; customerId: string; status: string }[]).find(
      (one) => one.status === 'unpaid',
    )!;
    const pay = tools.payInvoice as WriteTool;
    const scope = scopeOf(unpaid.customerId);
    const first = await pay.execute({ invoiceId: unpaid._id }, scope);
    assert.ok(first.done && /https:\/\//.test(first.text));
    assert.deepEqual(await pay.execute({ invoiceId: unpaid._id }, scope), first);
  });

  it('repeat a payment at what the order comes to now, once an item was taken out of it', async () => {
    const failed = charges.find((one) => one.status === 'failed' && one.items.length > 1)!;
    const [item] = failed.items;
    const theirs = toolsOver();
    const scope = scopeOf(failed.customerId);
    const taken = { orderId: failed.orderId, sku: item!.sku, quantity: 0 };
    const left = (failed.cents / 100 - item!.price * item!.quantity).toFixed(2);
    const change = theirs.changeItems as WriteTool;
    const summaryOf = async (tool: Tool, input: object) => {
      const proposed = await (tool as WriteTool).propose(tool.input.parse(input), scope);
      assert.ok(proposed.allowed, JSON.stringify(proposed));
      return proposed.summary;
    };

    const before = await summaryOf(theirs.retryPayment, { orderId: failed.orderId });
    assert.ok(before.includes((failed.cents / 100).toFixed(2)), before);
    // Nothing was paid: nothing goes back.
    const proposed = await summaryOf(change, taken);
    assert.ok(proposed.includes(left), proposed);
    assert.doesNotMatch(proposed, /refund|back/i);
    assert.ok((await change.execute(change.input.parse(taken), scope)).done);
    const after = await summaryOf(theirs.retryPayment, { orderId: failed.orderId });
    assert.ok(after.includes(left) && !after.includes((failed.cents / 100).toFixed(2)), after);
  });
});

describe('billing backends that fail', () => {
  const failing: Record<string, () => Promise<unknown>> = {
    'answer 500': () => Promise.reject(new Error('500')),
    hang: () => new Promise(() => undefined),
    'talk nonsense': async () => '<html>',
  };
  for (const [how, act] of Object.entries(failing)) {
    it(`${how}: the tools say so instead of guessing`, async function () {
      this.timeout(10_000);
      const everything = new Proxy({}, { get: () => act }) as never;
      const tools = toolsOver({ billing: everything, payments: everything });
      const write = (tool: Tool) => (tool as WriteTool).propose(tool.input.parse({ chargeId: 'PAY-12345' }), MAYA);
      const paging = (tools.changePaymentMethod as WriteTool).execute({}, MAYA);
      await Promise.all(
        [
          run(tools.findCharges, {}, MAYA),
          run(tools.explainCharge, { chargeId: 'PAY-12345' }, MAYA),
          run(tools.getRefundState, {}, MAYA),
          write(tools.refundCharge),
          write(tools.retryPayment),
        ].map((asked) => assert.rejects(asked, { code: 'backend.unavailable', kind: 'transient' })),
      );
      const page = await paging;
      assert.equal(page.done, false);
      assert.match(page.text, /Nothing was charged/);
    });
  }
});
