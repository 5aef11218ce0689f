// The demo shop in a real MongoDB: filled at once, whoever starts beside it, and put right after a start that was killed halfway.
import assert from 'node:assert/strict';
import { learnGoods, readProductNames } from '../../agents/goods.ts';
import { keepShop } from '../../app/shop.ts';
import { silentLog } from '../../core/log.ts';
import { type Database, openDatabase } from '../../models/database.ts';
import { makeDemoShop, seedDemoShop } from '../../models/shop/demo.ts';
import { testMongoUri } from '../support/stores.ts';

describe('the demo shop', () => {
  let database: Database;
  const SHOP = makeDemoShop();
  const collection = (name: string) => database.connection.collection<{ _id: string; name?: string }>(name);
  const assertWhole = async () => {
    for (const [name, rows] of Object.entries(SHOP)) {
      const stored = await collection(name).find().sort({ _id: 1 }).toArray();
      const ids = (list: readonly { _id: string }[]) => list.map(({ _id }) => _id).sort();
      assert.deepEqual(ids(stored), ids(rows), name);
    }
  };

  beforeEach(async () => {
    database = await openDatabase({ uri: testMongoUri(`demo-seed-${process.pid}-${Date.now()}`) });
  });
  afterEach(async () => {
    await database.connection.dropDatabase();
    await database.close();
  });

  it('is whole after three instances have filled it at the same time', async () => {
    await Promise.all([1, 2, 3].map(() => seedDemoShop(database.connection)));
    await assertWhole();
  });

  it('is whole after a start that was killed halfway, and what an older revision said is gone', async () => {
    const product = SHOP.shop_products![0]!;
    await collection('shop_products').insertOne({ _id: product._id, name: 'of an older revision' });
    await collection('shop_orders').insertMany(SHOP.shop_orders!.slice(0, 7) as never[]);
    await seedDemoShop(database.connection);
    await assertWhole();
    const { name } = product as unknown as { name: string };
    assert.equal((await collection('shop_products').findOne({ _id: product._id }))?.name, name);
  });

  it('stays as it is once it is there', async () => {
    await seedDemoShop(database.connection);
    await collection('shop_products').deleteOne({ _id: SHOP.shop_products![0]!._id });
    await seedDemoShop(database.connection);
    assert.equal(await collection('shop_products').countDocuments(), SHOP.shop_products!.length - 1);
  });

  it('is what the agents know of from the start, and a catalogue that is away holds up nothing', async () => {
    const products = SHOP.shop_products as unknown as { name: string }[];
    const away = { listProducts: () => Promise.reject(new Error('away')) };
    const there = { listProducts: async () => products as never };
    learnGoods([]);
    const first = keepShop(database, away, silentLog);
    await first.start();
    first.stop();
    assert.deepEqual(readProductNames(products[0]!.name), []);
    const second = keepShop(database, there, silentLog);
    await second.start();
    second.stop();
    assert.deepEqual(readProductNames(products[0]!.name), [products[0]!.name]);
    learnGoods([]);
    await assertWhole();
  });
});
