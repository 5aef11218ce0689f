// The shop in our own MongoDB: the demo shop, and any shop that was imported. Days from today become real dates here.
import type { Clock } from '../../core/clock.ts';
import { deriveReadableId } from '../../core/ids.ts';
import type { OpenRows } from '../../models/rows.ts';
import type { ShopCustomer, StoredOrder } from '../../models/shop/shop.ts';
import { type ShopBackend, type ShopOrder, WRITABLE, type WriteOutcome } from './shop.ts';

const DAY_MS = 86_400_000;

export function createMongoShop(open: OpenRows, clock: Clock): ShopBackend {
  const orders = open<StoredOrder>('shop_orders');
  const customers = open<ShopCustomer>('shop_customers');

  /** One update of one order: the state allows it and the key is new, or nothing changes. */
  async function write(
    orderId: string,
    what: keyof typeof WRITABLE,
    note: string,
    key: string,
    set: Record<string, unknown>,
  ): Promise<WriteOutcome> {
    const reference = deriveReadableId(what === 'return' ? 'RET' : 'CHG', orderId, key);
    const operation = { key, what: `${what}: ${note}`, at: clock.now(), reference };
    const filter = { _id: orderId, status: { $in: WRITABLE[what] }, 'operations.key': { $ne: key } };
    const changed = await orders.updateOne(filter, {
      ...(Object.keys(set).length > 0 ? { $set: set } : {}),
      $push: { operations: operation },
    });
    if (changed.matchedCount === 1) return { done: true, reference };
    const known = await orders.findOne({ _id: orderId, 'operations.key': key });
    return known ? { done: true, reference } : { done: false };
  }
  return {
    findOrder: async (orderId) => {
      const order = await orders.findOne({ _id: orderId });
      return order ? withDates(order, clock) : null;
    },
    listOrders: async (customerId, limit) => {
      const found = await orders.find({ customerId }).sort({ placedDay: -1 }).limit(limit).toArray();
      return found.map((order) => withDates(order, clock));
    },
    findCustomer: async (customerId) => {
      const customer = await customers.findOne({ _id: customerId });
      return customer ? { id: customerId, name: customer.name } : null;
    },
    matchCustomer: async ({ orderId, email, postalCode }) => {
      const order = await orders.findOne({ _id: orderId });
      const customer = order && (await customers.findOne({ _id: order.customerId }));
      const same = (one: string, other: string) =>
        one.replace(/\s/g, '').toLowerCase() === other.replace(/\s/g, '').toLowerCase();
      if (!customer || !same(customer.email, email) || !same(customer.postalCode, postalCode)) return null;
      return { id: customer._id, name: customer.name };
    },
    cancelOrder: (orderId, reason, key) => write(orderId, 'cancel', reason, key, { status: 'cancelled' }),
    changeAddress: (orderId, address, key) => write(orderId, 'address', 'new address', key, { address }),
    openReturn: (orderId, reason, key) => write(orderId, 'return', reason, key, {}),
  };
}

/** The stored order with its days turned into dates, counted from the start of today (UTC). */
export function withDates(order: StoredOrder, clock: Clock): ShopOrder {
  const today = Math.floor(clock.nowMs() / DAY_MS) * DAY_MS;
  const dateOf = (day: number) => new Date(today + day * DAY_MS);
  const { _id, placedDay, deliveryDay, steps, operations: _operations, address: _address, ...rest } = order;
  return {
    id: _id,
    ...rest,
    placedOn: dateOf(placedDay),
    ...(deliveryDay === undefined ? {} : { deliveryOn: dateOf(deliveryDay) }),
    steps: steps.map((step) => ({ what: step.what, on: dateOf(step.day) })),
  };
}
