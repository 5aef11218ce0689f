// Another shop is loaded as a whole or not at all, and what was wrong is named by file and line; recordings replay on it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { seedDemoShop } from '../../models/shop/demo.ts';
import { putShop, readShop } from '../../models/shop/import.ts';
import { testMongoUri } from '../support/stores.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SAMPLE = join(ROOT, 'evals', 'replay-sample');
const TODAY = new Date('2026-01-07T12:00:00Z');

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
    assert.throws(() => readShop(folder, TODAY), /customers\.jsonl:2: [^\n]*\n[^\n]*customers\.jsonl:3: name/);
    rmSync(folder, { recursive: true });
  });

  it('takes the place of the demo shop for good', async () => {
    const connection = await mongoose.createConnection(testMongoUri('frontdesk_import')).asPromise();
    await connection.dropDatabase();
    await seedDemoShop(connection);
    await putShop(connection, readShop(SAMPLE, TODAY), TODAY);
    await seedDemoShop(connection);
    assert.equal(await connection.collection('shop_orders').countDocuments(), 3);
    assert.equal(await connection.collection('shop_charges').countDocuments(), 0);
    await connection.dropDatabase();
    await connection.close();
  }).timeout(20_000);
});

describe('replaying recorded calls', () => {
  it('ends every recording of the sample as expected', () => {
    const said = execFileSync(process.execPath, ['evals/replay.ts', SAMPLE, '--json'], { cwd: ROOT, encoding: 'utf8' });
    const { recordings, passed } = JSON.parse(said) as { recordings: number; passed: number };
    assert.deepEqual([recordings, passed], [7, 7]);
  }).timeout(20_000);
});
