// Kills a real process between the steps of refunds, and counts at the processor what moved: each key once, whatever died where.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import mongoose from 'mongoose';
import type { StoredCharge } from '../../models/shop/billing.ts';
import { makeDemoShop } from '../../models/shop/demo.ts';
import { seededRandom } from '../../models/shop/demo-orders.ts';
import type { PaymentFault } from '../../tools/backends/payments-sandbox.ts';
import type { Life } from './life.ts';

export interface KillReport {
  kills: number;
  refunds: number;
  /** Borders at which a process died. */
  borders: number;
  /** Refunds that did not end as they should, by their keys. */
  faults: string[];
}

/** The farthest border that a refund without faults has. */
const MOST_BORDERS = 12;
const MOST_LIVES = 8;
const FAULTS: (PaymentFault | null)[] = [null, null, 'loses reply', 'fails'];

/** Goes on until so many processes have died. `atOnce`: refunds side by side. */
export async function killRefunds(uri: string, kills: number, seed: number, atOnce = 2): Promise<KillReport> {
  const connection = await mongoose.createConnection(uri).asPromise();
  const report: KillReport = { kills: 0, refunds: 0, borders: 0, faults: [] };
  const borders = new Set<number>();
  const begin = async () => {
    while (report.kills < kills) {
      report.refunds += 1;
      const random = seededRandom(seed * 1_000 + report.refunds);
      const life = await prepare(connection, uri, report.refunds, random);
      await live(life, random, (fuse) => {
        report.kills += 1;
        borders.add(fuse);
      });
      report.faults.push(...(await faultsOf(connection, life)));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, begin));
  await connection.close();
  return { ...report, borders: borders.size };
}

/** A charge that repeats another one, of a customer of its own. */
async function prepare(
  connection: mongoose.Connection,
  uri: string,
  number: number,
  random: () => number,
): Promise<Life> {
  const model = (makeDemoShop().shop_charges as StoredCharge[]).find((one) => one._id.endsWith('-2'))!;
  const chargeId = `PAY-${700_000 + number}`;
  const customerId = `CUS-K${number}`;
  await connection.collection('shop_charges').insertOne({ ...model, _id: chargeId as never, customerId });
  return {
    uri,
    customerId,
    chargeId,
    key: `kill-${number}`,
    fuse: 0,
    faults: Array.from({ length: 3 }, () => FAULTS[Math.floor(random() * FAULTS.length)]!),
    forgetsKeys: number % 2 === 0,
  };
}

/** Dies a few times, then lives until it says that it is done. */
async function live(life: Life, random: () => number, died: (fuse: number) => void): Promise<void> {
  for (let lives = 0; lives < MOST_LIVES; lives += 1) {
    const fuse = lives < 3 ? 1 + Math.floor(random() * MOST_BORDERS) : 0;
    // The processor is well again for the life that ends it.
    const ended = await run({ ...life, fuse, ...(fuse === 0 ? { faults: [] } : {}) });
    if (ended === 'killed') died(fuse);
    if (ended === 'done' && fuse === 0) return;
  }
}

function run(life: Life): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'life.ts'), JSON.stringify(life)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve('killed');
      // What could not even begin, on a machine that is busy, is one more life that did nothing.
      else resolve(code === 0 ? said : 'failed');
    });
  });
}

async function faultsOf(connection: mongoose.Connection, { key, chargeId }: Life): Promise<string[]> {
  const moved = await connection.collection('payments_ledger').find({ key }).toArray();
  const charge = (await connection
    .collection('shop_charges')
    .findOne({ _id: chargeId as never })) as unknown as StoredCharge;
  const faults: string[] = [];
  if (moved.length !== 1 || moved[0]!.cents !== charge.cents) faults.push(`${key}: moved ${moved.length} times`);
  const { refundableCents, refunds, refundSteps } = charge;
  if (refundableCents !== 0 || refunds.length !== 1 || refundSteps.length !== 1)
    faults.push(`${key}: the charge holds ${refundableCents}, ${refunds.length} refunds, ${refundSteps.length} steps`);
  return faults;
}
