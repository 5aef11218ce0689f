// What every shop and every catalogue promises: whose an order is, in which states it still takes which write, that each
// write is done once a key, and that nothing goes back twice.
import assert from 'node:assert/strict';
import type { ShopRows } from '../../models/shop/demo.ts';
import type { ShopCustomer, ShopProduct, StoredOrder } from '../../models/shop/shop.ts';
import type { CatalogueBackend } from '../../tools/backends/catalogue.ts';
import { type OrderWrite, type ShopBackend, WRITABLE, type WriteOutcome } from '../../tools/backends/shop.ts';

const BOOK = { sku: 'BOOK', name: 'Red Book', quantity: 2, price: 10 };
const LAMP = { sku: 'LAMP', name: 'Lamp', variant: 'LAMP-BLUE', options: { colour: 'blue' }, quantity: 1, price: 35 };
const RED_LAMPS = { ...LAMP, variant: 'LAMP-RED', options: { colour: 'red' }, quantity: 2, price: 36 };
const STATES = ['pending', 'processing', 'shipped', 'in transit', 'delivered', 'cancelled'] as const;

const orderOf = (id: string, changes: Partial<StoredOrder> = {}): StoredOrder => ({
  _id: id,
  customerId: 'CUS-1',
  status: 'pending',
  items: [BOOK, LAMP],
  // Five of it is the shipping.
  total: 60,
  currency: 'USD',
  placedDay: -10,
  steps: [{ what: 'ordered', day: -10 }],
  ...changes,
});

const customers: ShopCustomer[] = [
  { _id: 'CUS-1', name: 'Rosa Marsh', email: 'rosa@example.com', postalCode: 'SW1A 1AA', phone: '' },
  { _id: 'CUS-2', name: 'Theo Vance', email: 'theo@example.com', postalCode: '30002', phone: '' },
];
const products: ShopProduct[] = [
  {
    _id: 'LAMP',
    name: 'Compact Lamp',
    category: 'home',
    price: 35,
    stock: 4,
    description: 'dimmable',
    variants: [
      { sku: 'LAMP-BLUE', options: { colour: 'blue' }, price: 35, stock: 4 },
      { sku: 'LAMP-RED', options: { colour: 'red' }, price: 36, stock: 0 },
    ],
  },
  { _id: 'BOOK', name: 'Red Book', category: 'paper', price: 10, stock: 7 },
];

/** The rows that a backend has to hold when the contract begins; it is today 2026-03-02. */
export const SHOP_ROWS: ShopRows = {
  shop_customers: customers,
  shop_orders: [
    ...STATES.map((status) => orderOf(`ORD-${status.toUpperCase().replace(' ', '-')}`, { status })),
    orderOf('ORD-LATEST', { placedDay: -1, deliveryDay: 3, carrier: 'UPS', trackingNumber: '1Z', status: 'shipped' }),
    orderOf('ORD-THEIRS', { customerId: 'CUS-2' }),
    // Of somebody who has no other orders, so that what others see stays what it is.
    orderOf('ORD-LAMPS', { customerId: 'CUS-3', items: [{ ...LAMP, quantity: 3 }], total: 110 }),
    orderOf('ORD-TWO-LAMPS', { customerId: 'CUS-3', items: [LAMP, RED_LAMPS], total: 112, status: 'delivered' }),
  ],
  shop_products: products,
};

export function shopContract(name: string, open: () => Promise<ShopBackend>): void {
  describe(`shop contract: ${name}`, () => {
    let shop: ShopBackend;
    beforeEach(async () => {
      shop = await open();
    });

    /** Each write on an order, under a key. */
    const writes: Record<OrderWrite, (orderId: string, key: string) => Promise<WriteOutcome>> = {
      cancel: (orderId, key) => shop.cancelOrder(orderId, 'no longer needed', key),
      address: (orderId, key) => shop.changeAddress(orderId, '5 Oak Road, 20001 Springfield', key),
      payment: (orderId, key) => shop.changePayment(orderId, key),
      items: (orderId, key) => shop.changeItems(orderId, [LAMP], key),
      return: (orderId, key) => shop.openReturn(orderId, [{ sku: 'BOOK', quantity: 2 }], 'too dull', key),
      exchange: (orderId, key) => shop.openExchange(orderId, [{ from: 'BOOK', to: 'LAMP-RED', quantity: 2 }], key),
    };
    const allWrites = Object.keys(writes) as OrderWrite[];

    it('finds an order with real days, and null for none', async () => {
      const order = await shop.findOrder('ORD-LATEST');
      assert.deepEqual(
        [order?.customerId, order?.placedOn.toISOString(), order?.deliveryOn?.toISOString(), order?.trackingNumber],
        ['CUS-1', '2026-03-01T00:00:00.000Z', '2026-03-05T00:00:00.000Z', '1Z'],
      );
      assert.equal(order?.steps[0]?.on.toISOString(), '2026-02-20T00:00:00.000Z');
      assert.equal((await shop.findOrder('ORD-PENDING'))?.deliveryOn, undefined);
      assert.equal(await shop.findOrder('ORD-0'), null);
    });

    it("lists the customer's own, latest first, so many at most, and of a period", async () => {
      assert.deepEqual(
        (await shop.listOrders('CUS-2', 10)).map((one) => one.id),
        ['ORD-THEIRS'],
      );
      assert.equal((await shop.listOrders('CUS-1', 10))[0]?.id, 'ORD-LATEST');
      assert.equal((await shop.listOrders('CUS-1', 3)).length, 3);
      const placed = { from: new Date('2026-02-28'), to: new Date('2026-03-02') };
      assert.deepEqual(
        (await shop.listOrders('CUS-1', 10, placed)).map((one) => one.id),
        ['ORD-LATEST'],
      );
    });

    it('knows a customer by their id, and by three things that belong together', async () => {
      assert.deepEqual(await shop.findCustomer('CUS-1'), { id: 'CUS-1', name: 'Rosa Marsh' });
      assert.equal(await shop.findCustomer('CUS-9'), null);
      const proof = { orderId: 'ORD-PENDING', email: 'Rosa@Example.com', postalCode: 'sw1a1aa' };
      assert.equal((await shop.matchCustomer(proof))?.id, 'CUS-1');
      assert.equal(await shop.matchCustomer({ ...proof, orderId: 'ORD-THEIRS' }), null);
      assert.equal(await shop.matchCustomer({ ...proof, email: 'theo@example.com' }), null);
      assert.equal(await shop.matchCustomer({ ...proof, postalCode: '30002' }), null);
    });

    for (const what of allWrites)
      it(`${what}: only while the order is ${WRITABLE[what].join(' or ')}`, async () => {
        for (const status of STATES) {
          const { done } = await writes[what](`ORD-${status.toUpperCase().replace(' ', '-')}`, `k-${status}`);
          assert.equal(done, WRITABLE[what].includes(status), status);
        }
        assert.deepEqual(await writes[what]('ORD-0', 'k'), { done: false });
      });

    for (const what of allWrites)
      it(`${what}: once; the same key is answered alike, another one is refused`, async () => {
        const orderId = WRITABLE[what].includes('pending') ? 'ORD-PENDING' : 'ORD-DELIVERED';
        const both = await Promise.all([writes[what](orderId, 'k1'), writes[what](orderId, 'k1')]);
        assert.ok(both[0].done);
        assert.deepEqual(both[0], both[1]);
        const after = await shop.findOrder(orderId);
        assert.deepEqual(await writes[what](orderId, 'k1'), both[0]);
        assert.deepEqual(await writes[what](orderId, 'k2'), { done: false });
        assert.deepEqual(await shop.findOrder(orderId), after);
      });

    it('shows afterwards what was done', async () => {
      await writes.items('ORD-PENDING', 'k1');
      await writes.address('ORD-PENDING', 'k2');
      await writes.payment('ORD-PENDING', 'k3');
      const order = await shop.findOrder('ORD-PENDING');
      assert.deepEqual([order?.itemsChanged, order?.addressChanged, order?.paymentChanged], [true, true, true]);
      assert.deepEqual(order?.items, [LAMP]);
      assert.equal(order?.total, 40, 'the items cost 20 less, the shipping stays');
      await writes.cancel('ORD-PENDING', 'k4');
      assert.equal((await shop.findOrder('ORD-PENDING'))?.status, 'cancelled');
    });

    it('holds several lines of one product, and each goes back for itself', async () => {
      const split = () => shop.changeItems('ORD-LAMPS', [LAMP, RED_LAMPS], 'k1');
      const done = await split();
      assert.ok(done.done);
      const order = await shop.findOrder('ORD-LAMPS');
      assert.deepEqual(order?.items, [LAMP, RED_LAMPS]);
      assert.equal(order?.total, 112, 'the red ones cost one more each, the shipping stays');
      assert.deepEqual(await split(), done);
      // Of what was changed already: the key counts, not what is asked for under it.
      assert.deepEqual(await shop.changeItems('ORD-LAMPS', [{ ...RED_LAMPS, quantity: 3 }], 'k1'), done);
      assert.deepEqual(await shop.changeItems('ORD-LAMPS', [{ ...RED_LAMPS, quantity: 3 }], 'k2'), { done: false });
      assert.deepEqual(await shop.findOrder('ORD-LAMPS'), order);

      const exchange = (from: string, quantity: number, key: string) =>
        shop.openExchange('ORD-TWO-LAMPS', [{ from, to: 'LAMP-GREEN', quantity }], key);
      assert.deepEqual(await exchange('LAMP-BLUE', 2, 'x1'), { done: false });
      assert.ok((await exchange('LAMP-BLUE', 1, 'x2')).done);
      assert.ok((await exchange('LAMP-RED', 1, 'x3')).done);
      assert.deepEqual(await exchange('LAMP-BLUE', 1, 'x4'), { done: false });
      assert.deepEqual((await shop.findOrder('ORD-TWO-LAMPS'))?.goingBack, [
        { sku: 'LAMP-BLUE', quantity: 1 },
        { sku: 'LAMP-RED', quantity: 1 },
      ]);
    });

    it('takes no more of an item back than was bought, however many ask at once', async () => {
      const one = [{ sku: 'BOOK', quantity: 1 }];
      const asked = await Promise.all([
        shop.openReturn('ORD-DELIVERED', one, 'dull', 'a'),
        shop.openExchange('ORD-DELIVERED', [{ from: 'BOOK', to: 'LAMP-RED', quantity: 1 }], 'b'),
        shop.openReturn('ORD-DELIVERED', one, 'dull', 'c'),
      ]);
      assert.equal(asked.filter((outcome) => outcome.done).length, 2);
      assert.ok((await shop.openReturn('ORD-DELIVERED', [{ sku: 'LAMP-BLUE', quantity: 1 }], 'dim', 'd')).done);
      const none = [[{ sku: 'LAMP-BLUE', quantity: 1 }], [{ sku: 'CHAIR', quantity: 1 }], []];
      for (const items of none)
        assert.deepEqual(await shop.openReturn('ORD-DELIVERED', items, 'more', 'e'), { done: false });
      const { goingBack } = (await shop.findOrder('ORD-DELIVERED'))!;
      assert.equal(
        goingBack?.reduce((sum, { quantity }) => sum + quantity, 0),
        3,
      );
    });

    it('keeps one wish to hear of a product, however often it is told', async () => {
      const first = await shop.watchStock('CUS-1', 'LAMP-RED', 'k1');
      assert.ok(first.done);
      assert.deepEqual(await shop.watchStock('CUS-1', 'LAMP-RED', 'k1'), first);
    });
  });
}

export function catalogueContract(name: string, open: () => Promise<CatalogueBackend>): void {
  describe(`catalogue contract: ${name}`, () => {
    let catalogue: CatalogueBackend;
    beforeEach(async () => {
      catalogue = await open();
    });

    it('finds a product by its words, with every variant', async () => {
      const [lamp] = await catalogue.searchProducts('lamps', 3);
      assert.equal(lamp?.id, 'LAMP');
      assert.deepEqual(
        lamp?.variants.map(({ sku, price, currency, stock }) => [sku, price, currency, stock]),
        [
          ['LAMP-BLUE', 35, 'USD', 4],
          ['LAMP-RED', 36, 'USD', 0],
        ],
      );
      assert.deepEqual(await catalogue.searchProducts('submarine', 3), []);
    });

    it('gives a product without variants one', async () => {
      const book = await catalogue.findProduct('BOOK');
      assert.deepEqual(book?.variants, [{ sku: 'BOOK', options: {}, price: 10, stock: 7, currency: 'USD' }]);
      assert.equal(await catalogue.findProduct('NONE'), null);
    });

    it('lists everything, or a category', async () => {
      assert.equal((await catalogue.listProducts()).length, 2);
      assert.deepEqual(
        (await catalogue.listProducts('paper')).map((one) => one.id),
        ['BOOK'],
      );
    });
  });
}
