// The demo shop is as large as it is said to be, the same on every machine, and true on any day it is opened.
import assert from 'node:assert/strict';
import { createManualClock } from '../../core/clock.ts';
import type { StoredCharge } from '../../models/shop/billing.ts';
import { makeDemoShop } from '../../models/shop/demo.ts';
import type { ShopProduct, StoredOrder } from '../../models/shop/shop.ts';
import { createMongoBackends } from '../../tools/backends/mongo/index.ts';
import { memoryRows } from '../support/memory-rows.ts';

const shop = makeDemoShop();
const orders = shop.shop_orders as StoredOrder[];
const charges = shop.shop_charges as StoredCharge[];

describe('the demo shop', () => {
  it('has two hundred customers, six hundred orders, sixty products and forty articles, at least', () => {
    const counts = ['shop_customers', 'shop_orders', 'shop_products', 'shop_articles'].map(
      (name) => shop[name]!.length,
    );
    for (const [at, least] of [200, 600, 60, 40].entries())
      assert.ok(counts[at]! >= least, `${counts[at]} of ${least}`);
  });

  it('has items, a history and money for every order, and a parcel for every one that has left', () => {
    const paid = new Set(charges.map((one) => one.orderId));
    const invoiced = new Set((shop.shop_invoices as unknown as StoredCharge[]).map((one) => one.orderId));
    for (const order of orders) {
      assert.ok(order.items.length > 0 && order.steps.length > 0 && order.total > 0, order._id);
      assert.ok(paid.has(order._id) || invoiced.has(order._id), order._id);
      if (['shipped', 'in transit', 'delivered'].includes(order.status))
        assert.ok(order.carrier && order.trackingNumber && order.deliveryDay !== undefined, order._id);
    }
  });

  it('has several variants of each product, some sold out and most not', () => {
    const variants = (shop.shop_products as ShopProduct[]).flatMap((product) => {
      assert.ok((product.variants?.length ?? 0) >= 2, product._id);
      return product.variants!;
    });
    const soldOut = variants.filter((one) => one.stock === 0).length;
    assert.ok(soldOut > 0 && soldOut < variants.length / 2, `${soldOut} of ${variants.length}`);
  });

  it('is the same whenever it is made', () => assert.deepEqual(makeDemoShop(), shop));

  it('moves with the clock: what is in transit comes in the days ahead, on any day', async () => {
    for (const today of ['2026-03-02T10:00:00Z', '2031-12-31T23:59:00Z']) {
      const clock = createManualClock(new Date(today));
      const order = await createMongoBackends(memoryRows(shop), clock).shop.findOrder('ORD-12345');
      const days = (order!.deliveryOn!.getTime() - clock.nowMs()) / 86_400_000;
      assert.ok(order!.status === 'in transit' && days > 0 && days <= 3, `${days}`);
    }
  });

  it('delivers on business days, whatever day it is', async () => {
    const orders = (shop.shop_orders as StoredOrder[]).filter(
      (one) => one.onBusinessDays && one.deliveryDay !== undefined,
    );
    assert.ok(orders.length > 400, `${orders.length}`);
    for (const today of ['2026-03-02T10:00:00Z', '2026-03-07T10:00:00Z', '2026-03-11T23:00:00Z']) {
      const backend = createMongoBackends(memoryRows(shop), createManualClock(new Date(today))).shop;
      for (const { _id, deliveryDay } of orders.slice(0, 60)) {
        const on = (await backend.findOrder(_id))!.deliveryOn!;
        assert.ok(on.getUTCDay() % 6 !== 0, `${_id}: ${on.toISOString()}`);
        const isPast = on.getTime() < Math.floor(Date.parse(today) / 86_400_000) * 86_400_000;
        assert.equal(isPast, deliveryDay! < 0, _id);
      }
    }
  });
});
