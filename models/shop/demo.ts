// The demo shop as a whole: which collections it fills, and how it gets into an empty database. Seeding twice changes
// nothing.
import type { Collection, Connection } from 'mongoose';
import { makeDemoBilling } from './demo-billing.ts';
import { makeDemoOrders } from './demo-orders.ts';
import { makeDemoShipping } from './demo-shipping.ts';
import { makeDemoSupport } from './demo-support.ts';
import { SHOP_INDEXES } from './shop.ts';

/** What MongoDB answers to an id that is taken. */
const DUPLICATE_KEY = 11000;
/** Raised when the demo rows change, so that a database with older ones is filled again. */
const REVISION = 11;

export type ShopRows = Record<string, readonly { _id: string }[]>;

/** The whole shop as values, by collection. */
export function makeDemoShop(): ShopRows {
  const { customers, products, orders } = makeDemoOrders();
  const { charges, invoices, giftCards } = makeDemoBilling(orders, customers);
  const { zones, services, customs } = makeDemoShipping();
  const { articles, bugs, warranties } = makeDemoSupport();
  return {
    shop_customers: customers,
    shop_products: products,
    shop_orders: orders,
    shop_charges: charges,
    shop_invoices: invoices,
    shop_gift_cards: giftCards,
    shop_zones: zones,
    shop_services: services,
    shop_customs: customs,
    shop_articles: articles,
    shop_bugs: bugs,
    shop_warranties: warranties,
  };
}

/** @returns false when rows are there already, or another instance was filling it at the same moment */
async function fillEmpty(collection: Collection, rows: ShopRows[string]): Promise<boolean> {
  if ((await collection.findOne({}, { projection: { _id: 1 } })) !== null) return false;
  try {
    await collection.insertMany(rows as never[], { ordered: false });
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code !== DUPLICATE_KEY) throw error;
    return false;
  }
}

/** Puts the demo shop into a database, unless this revision or an imported shop is there. */
export async function seedDemoShop(connection: Connection): Promise<void> {
  const marker = connection.collection<{ _id: string; revision: number }>('shop_revisions');
  const imported = await marker.findOne({ _id: 'imported' });
  if (imported || (await marker.findOne({ _id: 'demo' }))?.revision === REVISION) return;
  const seed = async ([name, rows]: [string, ShopRows[string]]) => {
    const collection = connection.collection(name);
    const fields = SHOP_INDEXES[name] ?? [];
    if (fields.length > 0) await collection.createIndexes(fields.map((field) => ({ key: { [field]: 1 } })));
    if (rows.length === 0) return;
    if (await fillEmpty(collection, rows)) return;
    // An older revision, or a start that was killed halfway: looking each row up costs six times as much.
    const writes = rows.map((row) => ({ replaceOne: { filter: { _id: row._id }, replacement: row, upsert: true } }));
    await collection.bulkWrite(writes as never[], { ordered: false });
  };
  // All at once: one after another takes a second, and every test that starts the product waits for it.
  await Promise.all(Object.entries(makeDemoShop()).map(seed));
  await marker.updateOne({ _id: 'demo' }, { $set: { revision: REVISION } }, { upsert: true });
}
