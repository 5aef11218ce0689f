// One life of a process that refunds one charge under one key, on a real MongoDB. It kills itself, as hard as it gets, at the
// border that it is told; `done` on its output means that it came to the end and says so.
import { systemClock } from '../../core/clock.ts';
import { openDatabase } from '../../models/database.ts';
import { rowsOf } from '../../models/rows.ts';
import { createMongoBackends } from '../../tools/backends/mongo/index.ts';
import { createSandboxProcessor, type PaymentFault } from '../../tools/backends/payments-sandbox.ts';
import { createRefundCharge } from '../../tools/billing/refund-charge.ts';
import { withBorders } from './borders.ts';

export interface Life {
  uri: string;
  customerId: string;
  chargeId: string;
  key: string;
  /** The border at which it dies; 0: it lives. */
  fuse: number;
  /** What the processor does, call after call of `refund`. */
  faults: (PaymentFault | null)[];
  forgetsKeys: boolean;
}

const QUICK = { limitMs: 1_000, pauseMs: 0 };

const life = JSON.parse(process.argv[2]!) as Life;
const database = await openDatabase({ uri: life.uri, poolSize: 2 });
const open = rowsOf(database.connection);
const payments = createSandboxProcessor(open, systemClock, {
  forgetsKeys: life.forgetsKeys,
  fault: (call) => (call === 'refund' ? (life.faults.shift() ?? null) : null),
});
let left = life.fuse;
const backends = withBorders({ ...createMongoBackends(open, systemClock), payments }, async () => {
  left -= 1;
  if (left !== 0) return;
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => undefined);
});
const refund = createRefundCharge(backends, QUICK);
// The yes was given: a repeated turn does what was agreed under the same key, without asking again.
const { done } = await refund.execute(
  { chargeId: life.chargeId },
  {
    customer: { shopCustomerId: life.customerId, level: 'known' },
    laneId: 'web|default|refunds',
    idempotencyKey: life.key,
    clock: systemClock,
    language: 'en',
  },
);
process.stdout.write(done ? 'done' : 'not done');
await database.close();
process.exit(0);
