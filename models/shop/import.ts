// Loads another shop in place of the demo one: customers, products and orders as JSONL, articles as JSONL or a folder of
// Markdown. Everything is checked before anything is replaced; a fault is named by file and line.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Connection } from 'mongoose';
import { z } from 'zod';
import { SupportError } from '../../core/errors.ts';
import type { StoredCharge } from './billing.ts';
import { SHOP_INDEXES } from './shop.ts';
import { readArticle, type StoredArticle } from './support.ts';
import { TOPICS } from './topics.ts';

// A number is as good as its digits where an id is wanted.
const id = z.union([z.string(), z.number().int()]).transform(String).pipe(z.string().trim().min(1).max(100));
const money = z.number().finite();
const date = z.iso.date().or(z.iso.datetime({ offset: true }));
const STATUS = ['pending', 'processing', 'shipped', 'in transit', 'delivered', 'cancelled'] as const;
/** Other words for the same. */
const STATUS_WORDS: Record<string, string> = {
  processed: 'processing',
  paid: 'pending',
  'out for delivery': 'in transit',
  canceled: 'cancelled',
};
const status = z.preprocess((given) => {
  const word = typeof given === 'string' ? given.trim().toLowerCase().replace(/[_-]/g, ' ') : given;
  return STATUS_WORDS[String(word)] ?? word;
}, z.enum(STATUS));

const customerSchema = z
  .object({
    id,
    name: z.string().min(1),
    email: z.string().min(3),
    postalCode: z.union([z.string(), z.number()]).transform(String).default(''),
    phone: z.string().default(''),
    /** No one-time codes go to what was changed within a week. */
    emailChangedAt: date.transform((value) => new Date(value)).optional(),
    phoneChangedAt: date.transform((value) => new Date(value)).optional(),
  })
  .loose();
const variantSchema = z.object({
  sku: id,
  options: z.record(z.string(), z.union([z.string(), z.number()]).transform(String)).default({}),
  price: money,
  stock: z.number().int().min(0).default(0),
});
const productSchema = z
  .object({
    id,
    name: z.string().min(1),
    category: z.string().default(''),
    price: money.default(0),
    stock: z.number().int().min(0).default(0),
    description: z.string().optional(),
    facts: z.record(z.string(), z.string()).optional(),
    variants: z.array(variantSchema).optional(),
  })
  .loose();
const itemSchema = z
  .object({
    sku: id,
    name: z.string(),
    variant: id.optional(),
    options: z.record(z.string(), z.string()).optional(),
    quantity: z.number().int().min(1).default(1),
    price: money.default(0),
  })
  .loose();
const paymentSchema = z.object({
  id,
  amount: money.positive(),
  cardEnding: z.string().max(4).default(''),
  on: date.optional(),
  status: z.enum(['paid', 'failed']).default('paid'),
});
const orderSchema = z
  .object({
    id: id.pipe(z.string().regex(/^#?[A-Za-z0-9][\w./-]{0,39}$/, 'may hold letters, digits and . / - _, at most 40')),
    customerId: id,
    status,
    items: z.array(itemSchema).default([]),
    total: money.optional(),
    currency: z.string().length(3).default('USD'),
    carrier: z.string().optional(),
    trackingNumber: z.string().optional(),
    placedOn: date.optional(),
    deliveryOn: date.optional(),
    address: z.string().optional(),
    steps: z.array(z.object({ what: z.string(), on: date })).default([]),
    payments: z.array(paymentSchema).default([]),
  })
  .loose();
const words = z.array(z.string()).default([]);
const articleSchema = z
  .object({
    id,
    title: z.string().min(1),
    body: z.string().min(1),
    products: words,
    symptoms: words,
    topics: z.array(z.enum(TOPICS)).default([]),
    keywords: words,
    minutes: z.number().positive().default(5),
    steps: words,
  })
  .loose();

export interface ImportedShop {
  shop_customers: Record<string, unknown>[];
  shop_products: Record<string, unknown>[];
  shop_orders: Record<string, unknown>[];
  shop_charges: StoredCharge[];
  shop_articles?: Record<string, unknown>[];
}

const DAY_MS = 86_400_000;
const MOST_FAULTS = 20;
const FILES = ['customers.jsonl', 'products.jsonl', 'orders.jsonl'] as const;

/** Reads and checks a folder. Throws SupportError `import.invalid` that names every fault by file and line. */
export function readShop(folder: string, today: Date): ImportedShop {
  const faults: string[] = [];
  if (!FILES.some((name) => existsSync(join(folder, name))))
    faults.push(`${folder}: there is none of ${FILES.join(', ')} in it; docs/shop.md says what stands in them`);
  const dayOf = (on: string | undefined) =>
    on ? Math.floor((new Date(on).getTime() - startOf(today)) / DAY_MS) : undefined;
  const customers = readLines(join(folder, 'customers.jsonl'), customerSchema, faults);
  const products = readLines(join(folder, 'products.jsonl'), productSchema, faults);
  const orders = readLines(join(folder, 'orders.jsonl'), orderSchema, faults);
  const known = new Set(customers.map(({ row }) => row.id));
  for (const { row, place } of orders)
    if (known.size > 0 && !known.has(row.customerId))
      faults.push(`${place}: customerId: there is no customer ${row.customerId}`);
  const articles = readArticles(folder, faults);
  if (faults.length > 0) {
    const more = faults.length > MOST_FAULTS ? [`and ${faults.length - MOST_FAULTS} more`] : [];
    const told = [...faults.slice(0, MOST_FAULTS), ...more].join('\n');
    throw new SupportError('import.invalid', told, { kind: 'refused' });
  }
  return {
    shop_customers: customers.map(({ row: { id: _id, ...rest } }) => ({ _id, ...rest })),
    shop_products: products.map(({ row: { id: _id, ...rest } }) => ({ _id, ...rest })),
    shop_orders: orders.map(
      ({ row: { id: _id, placedOn, deliveryOn, steps, total, payments: _payments, ...rest } }) => ({
        _id,
        ...rest,
        total: total ?? Math.round(rest.items.reduce((sum, item) => sum + item.price * item.quantity, 0) * 100) / 100,
        // Imported days are fixed: they are kept relative to the day of the import, as the demo shop's are.
        placedDay: dayOf(placedOn) ?? 0,
        ...(deliveryOn ? { deliveryDay: dayOf(deliveryOn)! } : {}),
        steps: steps.map(({ what, on }) => ({ what, day: dayOf(on)! })),
      }),
    ),
    shop_charges: orders.flatMap(({ row }) =>
      row.payments.map((payment) => chargeOf(row, payment, dayOf(payment.on ?? row.placedOn) ?? 0)),
    ),
    ...(articles ? { shop_articles: articles } : {}),
  };
}

function chargeOf(
  { id: orderId, customerId, items, currency }: z.infer<typeof orderSchema>,
  { id: _id, amount, cardEnding, status: state }: z.infer<typeof paymentSchema>,
  day: number,
): StoredCharge {
  const cents = Math.round(amount * 100);
  return {
    _id,
    customerId,
    orderId,
    items: items.map(({ sku, name, quantity, price }) => ({ sku, name, quantity, price })),
    cents,
    currency,
    cardEnding,
    day,
    status: state,
    refundableCents: state === 'paid' ? cents : 0,
    refunds: [],
    refundSteps: [],
  };
}

function startOf(today: Date): number {
  return Math.floor(today.getTime() / DAY_MS) * DAY_MS;
}

/** The rows of a file with their places; what is wrong goes to `faults`, a repeated id too. */
function readLines<Row extends { id: string }>(
  file: string,
  schema: z.ZodType<Row>,
  faults: string[],
): { row: Row; place: string }[] {
  if (!existsSync(file)) return [];
  const rows: { row: Row; place: string }[] = [];
  const seen = new Set<string>();
  for (const [at, line] of readText(file).split('\n').entries()) {
    if (line.trim() === '') continue;
    const place = `${file}:${at + 1}`;
    const json = asJson(line);
    const parsed = schema.safeParse(json);
    if (json === undefined) faults.push(`${place}: is not JSON`);
    else if (!parsed.success)
      faults.push(
        `${place}: ${parsed.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`).join('; ')}`,
      );
    else if (seen.has(parsed.data.id)) faults.push(`${place}: id: ${parsed.data.id} stands above already`);
    else {
      seen.add(parsed.data.id);
      rows.push({ row: parsed.data, place });
    }
  }
  return rows;
}

/** Some editors begin a file with a mark of its encoding. */
function readText(file: string): string {
  return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
}

/** Undefined: it is no JSON. */
function asJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

type Row = Record<string, unknown>;

/** Markdown without a front matter: its file's name is its number, its first heading its title. */
function plainArticle(text: string, name: string): StoredArticle {
  const heading = /^#+\s+(.+)$/m.exec(text);
  const own = basename(name, '.md');
  return {
    _id: own,
    title: heading?.[1]?.trim() ?? own,
    products: [],
    symptoms: [],
    keywords: [],
    minutes: 5,
    steps: [],
    body: text.replace(heading?.[0] ?? '', '').trim(),
  };
}

function readArticles(folder: string, faults: string[]): Row[] | null {
  const lines = join(folder, 'articles.jsonl');
  if (existsSync(lines))
    return readLines(lines, articleSchema, faults).map(({ row: { id: _id, ...rest } }) => ({ _id, ...rest }));
  const markdown = join(folder, 'articles');
  if (!existsSync(markdown) || !statSync(markdown).isDirectory()) return null;
  const names = readdirSync(markdown, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  return names.sort().flatMap((name) => {
    try {
      const text = readText(join(markdown, name));
      return [(text.startsWith('---') ? readArticle(text, name) : plainArticle(text, name)) as unknown as Row];
    } catch (error) {
      if (!(error instanceof SupportError)) throw error;
      faults.push(join(markdown, error.message));
      return [];
    }
  });
}

/** Replaces the shop's collections by this one, and marks the database, so that the demo shop does not come back. */
export async function putShop(connection: Connection, shop: ImportedShop, at: Date): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [name, rows] of Object.entries(shop)) {
    const collection = connection.collection(name);
    await collection.deleteMany({});
    if (rows.length > 0) await collection.insertMany(rows as never[]);
    for (const field of SHOP_INDEXES[name] ?? []) await collection.createIndex({ [field]: 1 });
    counts[name.replace('shop_', '')] = rows.length;
  }
  // What the demo shop had besides belongs to its customers, who are gone.
  for (const name of ['shop_invoices', 'shop_gift_cards', 'shop_credit_turns', 'shop_watches', 'shop_investigations'])
    await connection.collection(name).deleteMany({});
  await connection
    .collection<{ _id: string }>('shop_revisions')
    .updateOne({ _id: 'imported' }, { $set: { at } } as never, { upsert: true });
  return counts;
}
