// Loads another shop in place of the demo one: customers, products and orders as JSONL, articles as JSONL or a folder of
// Markdown. Everything is checked before anything is replaced; a fault is named by file and line.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { z } from 'zod';
import { SupportError } from '../../core/errors.ts';
import { SHOP_INDEXES } from './shop.ts';
import { readArticle } from './support.ts';

const id = z.string().trim().min(1).max(100);
const money = z.number().finite();
const date = z.iso.date().or(z.iso.datetime({ offset: true }));

const customerSchema = z
  .object({
    id,
    name: z.string().min(1),
    email: z.string().min(3),
    postalCode: z.string().default(''),
    phone: z.string().default(''),
    /** No one-time codes go to what was changed within a week. */
    emailChangedAt: date.transform((value) => new Date(value)).optional(),
    phoneChangedAt: date.transform((value) => new Date(value)).optional(),
  })
  .loose();
const variantSchema = z.object({
  sku: id,
  options: z.record(z.string(), z.string()),
  price: money,
  stock: z.number().int().default(0),
});
const productSchema = z
  .object({
    id,
    name: z.string().min(1),
    category: z.string().default(''),
    price: money.default(0),
    stock: z.number().int().default(0),
    description: z.string().optional(),
    variants: z.array(variantSchema).optional(),
  })
  .loose();
const itemSchema = z
  .object({ sku: z.string(), name: z.string(), quantity: z.number().int().min(1).default(1), price: money.default(0) })
  .loose();
const orderSchema = z
  .object({
    id,
    customerId: id,
    status: z.enum(['pending', 'processing', 'shipped', 'in transit', 'delivered', 'cancelled']),
    items: z.array(itemSchema).default([]),
    total: money.optional(),
    currency: z.string().length(3).default('USD'),
    carrier: z.string().optional(),
    trackingNumber: z.string().optional(),
    placedOn: date.optional(),
    deliveryOn: date.optional(),
    address: z.string().optional(),
    steps: z.array(z.object({ what: z.string(), on: date })).default([]),
  })
  .loose();

export interface ImportedShop {
  shop_customers: Record<string, unknown>[];
  shop_products: Record<string, unknown>[];
  shop_orders: Record<string, unknown>[];
  shop_articles?: Record<string, unknown>[];
}

const DAY_MS = 86_400_000;

/** Reads and checks a folder. Throws SupportError `import.invalid` with every fault of the first faulty file. */
export function readShop(folder: string, today: Date): ImportedShop {
  const dayOf = (on: string | undefined) =>
    on ? Math.floor((new Date(on).getTime() - startOf(today)) / DAY_MS) : undefined;
  const customers = readLines(join(folder, 'customers.jsonl'), customerSchema).map(({ id: _id, ...rest }) => ({
    _id,
    ...rest,
  }));
  const products = readLines(join(folder, 'products.jsonl'), productSchema).map(({ id: _id, ...rest }) => ({
    _id,
    ...rest,
  }));
  const orders = readLines(join(folder, 'orders.jsonl'), orderSchema).map(
    ({ id: _id, placedOn, deliveryOn, steps, total, ...rest }) => ({
      _id,
      ...rest,
      total: total ?? rest.items.reduce((sum, item) => sum + item.price * item.quantity, 0),
      // Imported days are fixed: they are kept relative to the day of the import, as the demo shop's are.
      placedDay: dayOf(placedOn) ?? 0,
      ...(deliveryOn ? { deliveryDay: dayOf(deliveryOn)! } : {}),
      steps: steps.map(({ what, on }) => ({ what, day: dayOf(on)! })),
    }),
  );
  const articles = readArticles(folder);
  return {
    shop_customers: customers,
    shop_products: products,
    shop_orders: orders,
    ...(articles ? { shop_articles: articles } : {}),
  };
}

function startOf(today: Date): number {
  return Math.floor(today.getTime() / DAY_MS) * DAY_MS;
}

function readLines<Row>(file: string, schema: z.ZodType<Row>): Row[] {
  if (!existsSync(file)) return [];
  const faults: string[] = [];
  const rows: Row[] = [];
  for (const [at, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (line.trim() === '') continue;
    const parsed = schema.safeParse(asJson(line));
    if (parsed.success) rows.push(parsed.data);
    else
      faults.push(
        `${file}:${at + 1}: ${parsed.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`).join('; ')}`,
      );
  }
  if (faults.length > 0) throw new SupportError('import.invalid', faults.slice(0, 20).join('\n'), { kind: 'refused' });
  return rows;
}

/** What is no JSON fails the schema, with its line. */
function asJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    return error instanceof SyntaxError ? undefined : line;
  }
}

function readArticles(folder: string): Record<string, unknown>[] | null {
  const lines = join(folder, 'articles.jsonl');
  if (existsSync(lines)) {
    const schema = z.object({ id, title: z.string().min(1), body: z.string().min(1) }).loose();
    return readLines(lines, schema).map(({ id: _id, ...rest }) => ({
      _id,
      products: [],
      symptoms: [],
      keywords: [],
      minutes: 5,
      steps: [],
      ...rest,
    }));
  }
  const markdown = join(folder, 'articles');
  if (!existsSync(markdown) || !statSync(markdown).isDirectory()) return null;
  return readdirSync(markdown, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readArticle(readFileSync(join(markdown, name), 'utf8'), name) as unknown as Record<string, unknown>);
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
  for (const name of ['shop_charges', 'shop_invoices', 'shop_gift_cards', 'shop_refunds'])
    await connection.collection(name).deleteMany({});
  await connection
    .collection<{ _id: string }>('shop_revisions')
    .updateOne({ _id: 'imported' }, { $set: { at } } as never, { upsert: true });
  return counts;
}
