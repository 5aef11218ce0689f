// The demo shop's customers, products and orders: the same on every machine, made from one seed.
import { DEMO_FACTS } from './demo-facts.ts';
import type { OrderItem, OrderStatus, ShopCustomer, ShopProduct, StoredOrder } from './shop.ts';

const CUSTOMERS = 220;
const ORDERS = 640;

const FIRST =
  'Maya Jonas Aisha Tomas Ines Caleb Freya Omar Lucia Piotr Hana Diego Nora Felix Amara Viktor Sofia Ruben Leila Anton'.split(
    ' ',
  );
const LAST = 'Lindqvist Okafor Brandt Moreau Castillo Novak Harper Sato Haddad Byrne Keller'.split(' ');
const ADJECTIVES = 'Wireless Compact Classic Studio Travel Everyday'.split(' ');
const THINGS: [string, string, number][] = [
  ['Headphones', 'audio', 89.99],
  ['Speaker', 'audio', 59.5],
  ['Keyboard', 'computing', 74],
  ['Lamp', 'home', 34.9],
  ['Backpack', 'travel', 64],
  ['Kettle', 'kitchen', 42.5],
  ['Camera', 'photo', 249],
  ['Watch', 'wearables', 129],
  ['Blanket', 'home', 39],
  ['Charger', 'computing', 24.99],
];

/** A small deterministic generator of numbers in [0, 1). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface DemoOrders {
  customers: ShopCustomer[];
  products: ShopProduct[];
  orders: StoredOrder[];
}

export function makeDemoOrders(): DemoOrders {
  const random = seededRandom(20_260_301);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const customers = Array.from({ length: CUSTOMERS }, (_, at) => makeCustomer(at));
  const products = ADJECTIVES.flatMap((adjective, row) =>
    THINGS.map(([thing, category, price], column) => ({
      _id: `SKU-${String(row * THINGS.length + column + 1).padStart(3, '0')}`,
      name: `${adjective} ${thing}`,
      category,
      price: Math.round((price + row * 5) * 100) / 100,
      ...variantsOf(`SKU-${String(row * THINGS.length + column + 1).padStart(3, '0')}`, thing, row, column, price),
    })),
  );
  const orders = Array.from({ length: ORDERS - 1 }, (_, at) => makeOrder(at, pick(customers), products, random));
  return { customers, products, orders: [workedExample(products[0]!), ...orders] };
}

const COLOURS = ['black', 'white', 'blue', 'red', 'green'];
const SIZES: Record<string, string[]> = { Backpack: ['small', 'large'], Blanket: ['small', 'large'] };
const ABOUT: Record<string, string> = {
  Headphones: 'over the ear, 30 hours on one charge, with a case',
  Speaker: 'splash-proof, 12 hours on one charge',
  Keyboard: 'quiet keys, for three devices at a time',
  Lamp: 'dimmable, warm and cold light',
  Backpack: 'with a padded pocket for a laptop and a rain cover',
  Kettle: '1.7 litres, switches itself off',
  Camera: '24 megapixels, films in 4K',
  Watch: 'measures pulse and sleep, five days on one charge',
  Blanket: 'soft, washable at 40 °C',
  Charger: '65 watts, two ports',
};

/** Three colours of each thing, some in two sizes; some are sold out. */
function variantsOf(id: string, thing: string, row: number, column: number, price: number) {
  const colours = [0, 1, 2].map((step) => COLOURS[(row + column + step) % COLOURS.length]!);
  const sizes = SIZES[thing] ?? [undefined];
  const base = Math.round((price + row * 5) * 100) / 100;
  const variants = colours.flatMap((colour, step) =>
    sizes.map((size, big) => ({
      sku: [id, colour, size].filter(Boolean).join('-').toUpperCase(),
      options: { colour, ...(size ? { size } : {}) },
      price: Math.round((base + big * 10) * 100) / 100,
      stock: (row * 7 + column * 3 + step * 4 + big) % 6,
    })),
  );
  const stock = variants.reduce((sum, variant) => sum + variant.stock, 0);
  return { stock, description: ABOUT[thing] ?? '', facts: DEMO_FACTS[thing] ?? {}, variants };
}

/** What was ordered is a product's first variant. */
function itemOf(product: ShopProduct, quantity: number): OrderItem {
  const { sku, options, price } = product.variants![0]!;
  return { sku: product._id, name: product.name, variant: sku, options, quantity, price };
}

function makeCustomer(at: number): ShopCustomer {
  const first = FIRST[at % FIRST.length]!;
  const last = LAST[Math.floor(at / FIRST.length) % LAST.length]!;
  const number = 1001 + at;
  const email = at === 0 ? 'maya@example.com' : `${first}.${last}.${number}@example.com`.toLowerCase();
  return {
    _id: `CUS-${number}`,
    name: `${first} ${last}`,
    email,
    postalCode: String(10_000 + at * 37),
    phone: `+1555${String(1_000_000 + at * 7919).slice(-7)}`,
  };
}

/** The order that every example asks about. */
function workedExample(product: ShopProduct): StoredOrder {
  return {
    _id: 'ORD-12345',
    customerId: 'CUS-1001',
    status: 'in transit',
    items: [itemOf(product, 1)],
    total: product.price,
    currency: 'USD',
    carrier: 'UPS',
    trackingNumber: '1Z999AA1234567890',
    placedDay: -4,
    deliveryDay: 2,
    steps: [
      { what: 'ordered', day: -4 },
      { what: 'handed to UPS', day: -3 },
      { what: 'in transit', day: -1 },
    ],
  };
}

function makeOrder(at: number, customer: ShopCustomer, products: ShopProduct[], random: () => number): StoredOrder {
  const statuses: OrderStatus[] = [
    'pending',
    'processing',
    'shipped',
    'in transit',
    'delivered',
    'delivered',
    'delivered',
    'cancelled',
  ];
  const status = statuses[Math.floor(random() * statuses.length)]!;
  const items = Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
    const product = products[Math.floor(random() * products.length)]!;
    return itemOf(product, 1 + Math.floor(random() * 2));
  });
  const total = Math.round(items.reduce((sum, item) => sum + item.price * item.quantity, 0) * 100) / 100;
  const placedDay = -(status === 'delivered' ? 6 + Math.floor(random() * 200) : 1 + Math.floor(random() * 4));
  const order: StoredOrder = {
    _id: `ORD-${20_001 + at}`,
    customerId: customer._id,
    status,
    items,
    total,
    currency: 'USD',
    placedDay,
    onBusinessDays: true,
    steps: [{ what: 'ordered', day: placedDay }],
  };
  if (status === 'shipped' || status === 'in transit' || status === 'delivered') {
    order.carrier = random() < 0.5 ? 'UPS' : 'DHL';
    order.trackingNumber =
      order.carrier === 'UPS' ? `1Z999AA1${String(20_000_000 + at)}` : `JD0146${String(10_000_000 + at)}`;
    order.deliveryDay = status === 'delivered' ? placedDay + 5 : 1 + Math.floor(random() * 4);
    order.steps.push({ what: `handed to ${order.carrier}`, day: placedDay + 1 });
    if (status === 'delivered') order.steps.push({ what: 'delivered', day: placedDay + 5 });
  } else if (status !== 'cancelled') order.deliveryDay = 4 + Math.floor(random() * 4);
  return order;
}
