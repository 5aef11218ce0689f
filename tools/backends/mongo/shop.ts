// The shop in our own MongoDB: the demo shop, and any shop that was imported. Days from today become real dates here.
import type { Clock } from '../../../core/clock.ts';
import { deriveReadableId } from '../../../core/ids.ts';
import type { OpenRows } from '../../../models/rows.ts';
import type { OrderItem, ShopCustomer, StoredOrder, StoredReturn, StoredWatch } from '../../../models/shop/shop.ts';
import {
  type Contacts,
  leftOf,
  type OrderWrite,
  type ShopBackend,
  type ShopOrder,
  skuOf,
  WRITABLE,
  type WriteOutcome,
} from '../shop.ts';

const TRIES = 5;
const DAY_MS = 86_400_000;
/** How a write's number begins, where it is one that a customer will name again. */
const PREFIX: Partial<Record<OrderWrite, string>> = { return: 'RET', exchange: 'EXC' };

export function createMongoShop(open: OpenRows, clock: Clock): ShopBackend {
  const orders = open<StoredOrder>('shop_orders');
  const customers = open<ShopCustomer>('shop_customers');
  const watches = open<StoredWatch>('shop_watches');

  /** One update of one order: the state allows it and the key is new, or nothing changes. */
  async function write(
    orderId: string,
    what: OrderWrite,
    note: string,
    key: string,
    change: { set: Record<string, unknown>; only?: Record<string, unknown> },
  ): Promise<WriteOutcome> {
    const reference = deriveReadableId(PREFIX[what] ?? 'CHG', orderId, key);
    const operation = { key, what: `${what}: ${note}`, at: clock.now(), reference };
    const filter = { _id: orderId, status: { $in: WRITABLE[what] }, 'operations.key': { $ne: key }, ...change.only };
    const changed = await orders.updateOne(filter, {
      $set: change.set,
      $push: { operations: operation },
    });
    if (changed.matchedCount === 1) return { done: true, reference };
    const known = await orders.findOne({ _id: orderId, 'operations.key': key });
    return known ? { done: true, reference } : { done: false };
  }

  /** Never more than there is: what went back meanwhile makes the update miss, and it is counted anew. */
  async function takeBack(
    orderId: string,
    what: 'return' | 'exchange',
    back: StoredReturn[],
    key: string,
  ): Promise<WriteOutcome> {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const order = await orders.findOne({ _id: orderId });
      const repeated = order?.operations?.find((one) => one.key === key);
      if (repeated) return { done: true, reference: repeated.reference ?? '' };
      if (!order || back.length === 0) return { done: false };
      const before = order.goingBack;
      const after = { ...order, goingBack: [...(before ?? []), ...back] };
      if (back.some(({ sku }) => leftOf(after, sku) < 0)) return { done: false };
      const note = back.map((one) => `${one.quantity} × ${one.sku}${one.for ? ` for ${one.for}` : ''}`).join(', ');
      const outcome = await write(orderId, what, note, key, {
        set: { goingBack: after.goingBack },
        only: { goingBack: before ?? { $exists: false } },
      });
      if (outcome.done || !WRITABLE[what].includes(order.status)) return outcome;
    }
    return { done: false };
  }
  /** A customer's "order 1001" is ORD-1001 to us, however the shop writes it. */
  async function findOrder(orderId: string): Promise<StoredOrder | undefined> {
    const bare = orderId.replace(/^(ORD-|#)/, '');
    const ids = { $in: [orderId, bare, `#${bare}`, `ORD-${bare}`] };
    const found = await orders.find({ _id: ids }).limit(4).toArray();
    return found.find((one) => one._id === orderId) ?? found[0];
  }
  return {
    findOrder: async (orderId) => {
      const order = await findOrder(orderId);
      return order ? withDates(order, clock) : null;
    },
    listOrders: async (customerId, limit, placed) => {
      const today = Math.floor(clock.nowMs() / DAY_MS);
      const dayOf = (date: Date) => Math.floor(date.getTime() / DAY_MS) - today;
      const placedDay = placed ? { placedDay: { $gte: dayOf(placed.from), $lte: dayOf(placed.to) } } : {};
      const found = await orders
        .find({ customerId, ...placedDay })
        .sort({ placedDay: -1 })
        .limit(limit)
        .toArray();
      return found.map((order) => withDates(order, clock));
    },
    findCustomer: async (customerId) => {
      const customer = await customers.findOne({ _id: customerId });
      return customer ? { id: customerId, name: customer.name } : null;
    },
    matchCustomer: async ({ orderId, email, postalCode }) => {
      const order = await findOrder(orderId);
      const customer = order && (await customers.findOne({ _id: order.customerId }));
      const same = (one: string, other: string) =>
        one.replace(/\s/g, '').toLowerCase() === other.replace(/\s/g, '').toLowerCase();
      if (!customer || !same(customer.email, email) || !same(customer.postalCode, postalCode)) return null;
      return { id: customer._id, name: customer.name };
    },
    recogniseCustomer: async ({ phone, email }) => {
      if (!phone && !email) return null;
      const found = await customers
        .find(phone ? { phone } : { email: { $in: [email, email!.toLowerCase()] } })
        .limit(2)
        .toArray();
      return found.length === 1 ? { id: found[0]!._id, name: found[0]!.name } : null;
    },
    findContacts: async (customerId) => {
      const customer = await customers.findOne({ _id: customerId });
      return customer ? contactsOf(customer) : null;
    },
    changeContact: async (customerId, { way, value }, key) => {
      const reference = deriveReadableId('CHG', customerId, key);
      const at = clock.now();
      const set = way === 'email' ? { email: value, emailChangedAt: at } : { phone: value, phoneChangedAt: at };
      const operation = { key, what: `new ${way}`, at, reference };
      const filter = { _id: customerId, 'operations.key': { $ne: key } };
      const changed = await customers.updateOne(filter, { $set: set, $push: { operations: operation } });
      if (changed.matchedCount === 1) return { done: true, reference };
      const known = await customers.findOne({ _id: customerId, 'operations.key': key });
      return known ? { done: true, reference } : { done: false };
    },
    cancelOrder: (orderId, reason, key) =>
      write(orderId, 'cancel', reason, key, { set: { status: 'cancelled', cancelReason: reason } }),
    changeAddress: (orderId, address, key) => {
      const once = { set: { address, addressChanged: true }, only: { addressChanged: { $ne: true } } };
      return write(orderId, 'address', 'new address', key, once);
    },
    changePayment: (orderId, key) => {
      const once = { set: { paymentChanged: true }, only: { paymentChanged: { $ne: true } } };
      return write(orderId, 'payment', 'another way to pay', key, once);
    },
    changeItems: async (orderId, items, key) => {
      const order = await orders.findOne({ _id: orderId });
      // What was added to the sum of the items, such as shipping, stays.
      const total = Math.round(((order?.total ?? 0) + sumOf(items) - sumOf(order?.items ?? [])) * 100) / 100;
      const note = items.map((item) => `${item.quantity} × ${skuOf(item)}`).join(', ');
      const once = { set: { items, total, itemsChanged: true }, only: { itemsChanged: { $ne: true } } };
      return write(orderId, 'items', note, key, once);
    },
    openReturn: (orderId, items, reason, key) =>
      takeBack(
        orderId,
        'return',
        items.map(({ sku, quantity }) => ({ sku, quantity, reason })),
        key,
      ),
    openExchange: (orderId, exchanges, key) =>
      takeBack(
        orderId,
        'exchange',
        exchanges.map(({ from, to, quantity }) => ({ sku: from, quantity, for: to })),
        key,
      ),
    watchStock: async (customerId, sku, key) => {
      const _id = `${customerId} ${sku}`;
      const reference = deriveReadableId('WAT', _id, key);
      // Asked twice it is still one wish.
      const set = { $setOnInsert: { customerId, sku, since: clock.now() } };
      await watches.updateOne({ _id }, set, { upsert: true });
      return { done: true, reference };
    },
  };
}

function sumOf(items: OrderItem[]): number {
  return items.reduce((sum, item) => sum + item.price * item.quantity, 0);
}

function contactsOf({ name, email, emailChangedAt, phone, phoneChangedAt }: ShopCustomer): Contacts {
  const contact = (value: string, changedAt: Date | undefined) => ({ value, ...(changedAt ? { changedAt } : {}) });
  return {
    name,
    ...(email ? { email: contact(email, emailChangedAt) } : {}),
    ...(phone ? { phone: contact(phone, phoneChangedAt) } : {}),
  };
}

const SATURDAY = 6;

/** Of a weekend the Monday after it, or the Friday before it where it is over. */
function onBusinessDay(date: Date, isPast: boolean): Date {
  const weekday = date.getUTCDay();
  const days = weekday === SATURDAY ? (isPast ? -1 : 2) : weekday === 0 ? (isPast ? -2 : 1) : 0;
  return new Date(date.getTime() + days * DAY_MS);
}

/** The stored order with its days turned into dates, counted from the start of today (UTC). */
function withDates(order: StoredOrder, clock: Clock): ShopOrder {
  const today = Math.floor(clock.nowMs() / DAY_MS) * DAY_MS;
  const dateOf = (day: number) => new Date(today + day * DAY_MS);
  const { _id, placedDay, deliveryDay, onBusinessDays, steps, goingBack, ...more } = order;
  const deliveredOn = (day: number) => (onBusinessDays ? onBusinessDay(dateOf(day), day < 0) : dateOf(day));
  const { operations: _operations, address: _address, cancelReason: _reason, ...rest } = more;
  return {
    id: _id,
    ...rest,
    ...(goingBack ? { goingBack: goingBack.map(({ sku, quantity }) => ({ sku, quantity })) } : {}),
    placedOn: dateOf(placedDay),
    ...(deliveryDay === undefined ? {} : { deliveryOn: deliveredOn(deliveryDay) }),
    steps: steps.map((step) => ({
      what: step.what,
      on: step.what === 'delivered' ? deliveredOn(step.day) : dateOf(step.day),
    })),
  };
}
