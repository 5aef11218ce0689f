// The shop in our own MongoDB: the demo shop, and any shop that was imported. Days from today become real dates here.
import type { Clock } from '../../core/clock.ts';
import type { ShopModels, StoredOrder } from '../../models/shop.ts';
import type { ShopBackend, ShopOrder } from './shop.ts';

const DAY_MS = 86_400_000;

export function createMongoShop(models: ShopModels, clock: Clock): ShopBackend {
  const orders = models.orders.collection;
  return {
    findOrder: async (orderId) => {
      const order = (await orders.findOne({ _id: orderId } as never)) as StoredOrder | null;
      return order && withDates(order, clock);
    },
    listOrders: async (customerId, limit) => {
      const found = await orders.find({ customerId } as never, { sort: { placedDay: -1 }, limit }).toArray();
      return (found as unknown as StoredOrder[]).map((order) => withDates(order, clock));
    },
    findCustomer: async (customerId) => {
      const customer = await models.customers.collection.findOne({ _id: customerId } as never);
      return customer ? { id: customerId, name: String((customer as { name?: string }).name) } : null;
    },
  };
}

/** The stored order with its days turned into dates, counted from the start of today (UTC). */
export function withDates(order: StoredOrder, clock: Clock): ShopOrder {
  const today = Math.floor(clock.nowMs() / DAY_MS) * DAY_MS;
  const dateOf = (day: number) => new Date(today + day * DAY_MS);
  const { _id, placedDay, deliveryDay, steps, ...rest } = order;
  return {
    id: _id,
    ...rest,
    placedOn: dateOf(placedDay),
    ...(deliveryDay === undefined ? {} : { deliveryOn: dateOf(deliveryDay) }),
    steps: steps.map((step) => ({ what: step.what, on: dateOf(step.day) })),
  };
}
