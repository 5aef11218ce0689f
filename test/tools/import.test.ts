// Another shop is loaded as a whole or not at all, and what was wrong is named by file and line; recordings replay on it.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { readEntities } from '../../agents/classifier/entities.ts';
import { createManualClock } from '../../core/clock.ts';
import { seedDemoShop } from '../../models/shop/demo.ts';
import { putShop, readShop } from '../../models/shop/import.ts';
import { createMongoBackends } from '../../tools/backends/mongo/index.ts';
import { memoryRows } from '../support/memory-rows.ts';
import { testMongoUri } from '../support/stores.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SAMPLE = join(ROOT, 'evals', 'replay-sample');
const TODAY = new Date('2026-01-07T12:00:00Z');

function faultOf(folder: string): unknown {
  try {
    readShop(folder, TODAY);
  } catch (error) {
    return (error as Error).message;
  }
  return assert.fail('it was taken');
}

describe('importing a shop', () => {
  it('keeps days relative to today, and sums an order that has no total', () => {
    const shop = readShop(SAMPLE, TODAY);
    const order = shop.shop_orders.find((one) => one._id === 'ORD-70002')!;
    assert.deepEqual([order.placedDay, order.deliveryDay, order.total], [-37, -32, 69.8]);
  });

  it('names every fault by file and line, and replaces nothing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'frontdesk-import-'));
    writeFileSync(
      join(folder, 'customers.jsonl'),
      '{"id":"C1","name":"A","email":"a@example.com"}\nnot json\n{"id":"C2"}\n',
    );
    writeFileSync(
      join(folder, 'orders.jsonl'),
      '{"id":"O1","customerId":"C9","status":"lost"}\n{"id":"O2","customerId":"C9","status":"Processed"}\n{"id":"O2","customerId":"C1","status":"pending"}\n',
    );
    const faults = String(faultOf(folder)).split('\n');
    for (const [at, sign] of [
      /customers\.jsonl:2: is not JSON/,
      /customers\.jsonl:3: name: .*; email: /,
      /orders\.jsonl:1: status: /,
      /orders\.jsonl:3: id: O2 stands above already/,
      /orders\.jsonl:2: customerId: there is no customer C9/,
    ].entries())
      assert.match(faults[at] ?? '', sign);
    assert.equal(faults.length, 5);
    rmSync(folder, { recursive: true });
  });

  it('says what is missing from a folder that holds no shop', () =>
    assert.match(String(faultOf(tmpdir())), /there is none of customers\.jsonl, products\.jsonl, orders\.jsonl in it/));

  it('takes what others write: numbers as ids, other words for a state, further fields, Markdown as it comes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'frontdesk-import-'));
    mkdirSync(join(folder, 'articles', 'help'), { recursive: true });
    writeFileSync(
      join(folder, 'customers.jsonl'),
      '\uFEFF{"id":7,"name":"A","email":"a@b.c","postalCode":10115,"vip":true}\r\n',
    );
    writeFileSync(
      join(folder, 'orders.jsonl'),
      '{"id":1001,"customerId":7,"status":"Canceled","payments":[{"id":"PAY-1","amount":12.5,"on":"2026-01-02"}]}\n',
    );
    writeFileSync(join(folder, 'articles', 'help', 'sizes.md'), '# Which size fits\n\nMeasure your foot.\n');
    const shop = readShop(folder, TODAY);
    assert.deepEqual(shop.shop_customers, [
      { _id: '7', name: 'A', email: 'a@b.c', postalCode: '10115', phone: '', vip: true },
    ]);
    assert.deepEqual([shop.shop_orders[0]!._id, shop.shop_orders[0]!.status], ['1001', 'cancelled']);
    const [charge] = shop.shop_charges;
    assert.deepEqual([charge?.orderId, charge?.cents, charge?.day, charge?.status], ['1001', 1_250, -5, 'paid']);
    const [article] = shop.shop_articles!;
    assert.deepEqual([article?._id, article?.title, article?.body], ['sizes', 'Which size fits', 'Measure your foot.']);
    rmSync(folder, { recursive: true });
  });

  it('finds an order however the shop and the customer write its number', async () => {
    const shop = readShop(SAMPLE, TODAY);
    const { shop: port } = createMongoBackends(memoryRows(shop as never), createManualClock());
    assert.equal((await port.findOrder('#W2378156'))?.id, '#W2378156');
    assert.equal((await port.findOrder('W2378156'))?.id, '#W2378156');
    assert.equal((await port.findOrder('ORD-W2378156'))?.id, '#W2378156');
    assert.deepEqual(readEntities('where is #w2378156?').orderIds, ['#W2378156']);
  });

  it('takes the place of the demo shop for good', async () => {
    const connection = await mongoose.createConnection(testMongoUri('frontdesk_import')).asPromise();
    await connection.dropDatabase();
    await seedDemoShop(connection);
    await putShop(connection, readShop(SAMPLE, TODAY), TODAY);
    await seedDemoShop(connection);
    assert.equal(await connection.collection('shop_orders').countDocuments(), 7);
    assert.equal(await connection.collection('shop_charges').countDocuments(), 2);
    await connection.dropDatabase();
    await connection.close();
  }).timeout(20_000);
});

describe('replaying recorded calls', () => {
  it('ends every recording of the sample as expected', () => {
    const said = execFileSync(process.execPath, ['evals/replay.ts', SAMPLE, '--json'], { cwd: ROOT, encoding: 'utf8' });
    const { recordings, passed } = JSON.parse(said) as { recordings: number; passed: number };
    assert.deepEqual([recordings, passed], [36, 36]);
  }).timeout(20_000);

  it('says which recording ends otherwise, and why', () => {
    const folder = mkdtempSync(join(tmpdir(), 'frontdesk-replay-'));
    const wrong = {
      id: 'wrong',
      customerId: 'CUS-1001',
      calls: [{ tool: 'cancel_order', input: { orderId: 'ORD-12345' }, confirm: true }],
      expect: { outcomes: ['done'], orders: { 'ORD-12345': { status: 'cancelled' } } },
    };
    writeFileSync(join(folder, 'calls.jsonl'), JSON.stringify(wrong));
    const { status, stdout } = spawnSync(process.execPath, ['evals/replay.ts', folder], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.match(
      stdout,
      /NOT {2}wrong: outcomes refused \(the order is in transit\), not done; ORD-12345\.status is "in transit"/,
    );
    writeFileSync(join(folder, 'calls.jsonl'), '{"id":"x"}');
    const unread = spawnSync(process.execPath, ['evals/replay.ts', folder], { cwd: ROOT, encoding: 'utf8' });
    assert.deepEqual([unread.status, /recording 1: calls: /.test(unread.stderr)], [2, true]);
    rmSync(folder, { recursive: true });
  }).timeout(20_000);
});
