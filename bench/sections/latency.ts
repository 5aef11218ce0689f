// How long customers wait: responseTimeMs as every Turn record has it, and what the customer's own clock says. The
// quiet window stands at its default, as in production.
import { startDesk } from '../load/desk.ts';
import { openMany } from '../load/direct-line.ts';
import { drive } from '../load/drive.ts';
import { average, quantile, seededRandom } from '../load/seed.ts';
import { createSentences } from '../load/sentences.ts';
import type { Measured, Row } from '../report.ts';
import type { Plan } from './plan.ts';

const SECTION = 'Waiting';
const MOST_AVERAGE_MS = 245;
const MOST_P95_MS = 500;

interface Waits {
  turnsPerSecond: number;
  averageMs: number;
  p50Ms: number;
  p95Ms: number;
  p50SeenMs: number;
  p95SeenMs: number;
  cpuShare: number;
}

export async function measureWaiting(plan: Plan): Promise<Measured> {
  const busy = await measureLoad(plan, 'busy', plan.busy);
  const many = await measureLoad(plan, 'concurrent', plan.concurrent);
  const rows: Row[] = [
    ...waitRows(`${plan.busy.conversations} busy`, busy, true),
    ...waitRows(`${plan.concurrent.conversations} concurrent`, many, false),
  ];
  const say = (load: Plan['busy'], waits: Waits) =>
    `${load.conversations} conversations, each pauses about ${load.thinkMs / 1000} s after a reply: ${waits.turnsPerSecond.toFixed(0)} turns a second, our process at ${(waits.cpuShare * 100).toFixed(0)} % of one core.`;
  return {
    rows,
    figures: { busy, concurrent: many },
    notes: [
      say(plan.busy, busy),
      say(plan.concurrent, many),
      'Three sentences in four need no tool, one looks up an order. `responseTimeMs` is less the quiet window (300 ms); “seen” is from the click to the reply on the customer’s screen, quiet window included. Stores and load share the same cores.',
    ],
  };
}

function waitRows(what: string, waits: Waits, gated: boolean): Row[] {
  const gate = (value: number, most: number) => (gated ? { gate: `≤ ${most} ms`, passed: value <= most } : {});
  const row = (name: string, value: number, extra = {}): Row => ({
    section: SECTION,
    what: `${what}, ${name}`,
    value: `${value.toFixed(0)} ms`,
    ...extra,
  });
  return [
    row('responseTimeMs average', waits.averageMs, gate(waits.averageMs, MOST_AVERAGE_MS)),
    row('responseTimeMs p50', waits.p50Ms),
    row('responseTimeMs p95', waits.p95Ms, gate(waits.p95Ms, MOST_P95_MS)),
    row('seen p50', waits.p50SeenMs),
    row('seen p95', waits.p95SeenMs),
  ];
}

async function measureLoad(plan: Plan, name: string, load: Plan['busy']): Promise<Waits> {
  const desk = await startDesk(name, { env: { WEB_QUIET_WINDOW_MS: '300' } });
  const plain = createSentences('plain', plan.seed);
  const order = createSentences('order', plan.seed);
  const random = seededRandom(plan.seed);
  const next = () => (random() < 0.75 ? plain() : order());
  try {
    const speakers = await openMany(desk.address, load.conversations, name);
    // Once around, so that nobody is measured while the process warms up.
    await drive(speakers, next, { forMs: load.thinkMs, thinkMs: load.thinkMs, random });
    const before = await desk.usage();
    const from = new Date();
    const driven = await drive(speakers, next, { ...load, random });
    const after = await desk.usage();
    await new Promise((resolve) => setTimeout(resolve, 2_000)); // the records are flushed in batches
    const turns = await desk.database
      .collection<{ responseTimeMs: number; at: Date }>('turns')
      .find({ at: { $gte: from } })
      .toArray();
    if (turns.length < driven.turns * 0.95)
      throw new Error(`only ${turns.length} of ${driven.turns} turns are recorded`);
    const times = turns.map((turn) => turn.responseTimeMs);
    for (const speaker of speakers) speaker.close();
    return {
      turnsPerSecond: driven.turns / driven.seconds,
      averageMs: average(times),
      p50Ms: quantile(times, 0.5),
      p95Ms: quantile(times, 0.95),
      p50SeenMs: quantile(driven.waitsMs, 0.5),
      p95SeenMs: quantile(driven.waitsMs, 0.95),
      cpuShare: (after.cpuMs - before.cpuMs) / 1000 / driven.seconds,
    };
  } finally {
    await desk.stop();
  }
}
