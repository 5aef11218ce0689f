// Does a turn cost more in a long conversation, or among many? The conversations to compare are prepared first and then
// measured in alternation on the same warm server, so that only their length or number differs.
import { type Desk, startDesk } from '../load/desk.ts';
import { openMany } from '../load/direct-line.ts';
import { drive } from '../load/drive.ts';
import { quantile } from '../load/seed.ts';
import { createSentences } from '../load/sentences.ts';
import type { Speaker } from '../load/speaker.ts';
import type { Measured, Row } from '../report.ts';
import type { Plan } from './plan.ts';

const SECTION = 'Growth';
const MOST_GROWTH = 1.5;
const ROUND_TURNS = 20;

export async function measureGrowth(plan: Plan): Promise<Measured> {
  const rows: Row[] = [];
  const byDepth = await measureDepths(plan);
  const byPopulation = await measurePopulations(plan);
  for (const [at, cpuMs] of byDepth)
    rows.push({ section: SECTION, what: `at turn ${at}`, value: `${cpuMs.toFixed(3)} ms` });
  rows.push(growthRow('from the first to the last of these turns', byDepth));
  for (const [count, cpuMs] of byPopulation)
    rows.push({ section: SECTION, what: `with ${count} conversations stored`, value: `${cpuMs.toFixed(3)} ms` });
  rows.push(growthRow('from the smaller to the larger number', byPopulation));
  return {
    rows,
    figures: { byDepth: Object.fromEntries(byDepth), byPopulation: Object.fromEntries(byPopulation) },
    notes: [
      `CPU of our process per turn. By turn: ${plan.deepConversations} conversations of each length, measured in alternation in rounds of ${ROUND_TURNS} turns each, median of ${plan.rounds} rounds.`,
      'By number: stored conversations are copies of real ones with their 10 transcript rows; 64 others are busy.',
    ],
  };
}

function growthRow(what: string, points: [number, number][]): Row {
  const growth = points.at(-1)![1] / points[0]![1];
  return {
    section: SECTION,
    what: `growth ${what}`,
    value: `${growth.toFixed(2)} ×`,
    gate: `≤ ${MOST_GROWTH} ×`,
    passed: growth <= MOST_GROWTH,
  };
}

async function cpuPerTurn(desk: Desk, run: () => Promise<{ turns: number }>): Promise<number> {
  const before = await desk.usage();
  const driven = await run();
  return ((await desk.usage()).cpuMs - before.cpuMs) / driven.turns;
}

/** The sets swap nothing while they are measured: a round adds 20 turns, which moves the shortest the most. */
async function measureDepths(plan: Plan): Promise<[number, number][]> {
  const desk = await startDesk('depth');
  const next = createSentences('plain', plan.seed);
  const measured = new Map<number, number[]>(plan.depths.map((depth) => [depth, []]));
  try {
    const warm = await openMany(desk.address, plan.deepConversations, 'warm');
    await drive(warm, next, { forMs: plan.warmMs });
    const sets = new Map<number, Speaker[]>();
    for (const depth of plan.depths.slice(1)) {
      const speakers = await openMany(desk.address, plan.deepConversations, `depth-${depth}`);
      await drive(speakers, next, { turns: speakers.length * (depth - ROUND_TURNS) });
      sets.set(depth, speakers);
    }
    for (let round = 0; round < plan.rounds; round += 1) {
      for (const depth of plan.depths) {
        // The shortest is opened anew for each round: turns 1 to 20 lie around turn 10.
        const speakers = sets.get(depth) ?? (await openMany(desk.address, plan.deepConversations, `new-${round}`));
        const turns = speakers.length * ROUND_TURNS;
        measured.get(depth)!.push(await cpuPerTurn(desk, () => drive(speakers, next, { turns })));
      }
    }
  } finally {
    await desk.stop();
  }
  return [...measured].map(([depth, values]) => [depth, quantile(values, 0.5)]);
}

async function measurePopulations(plan: Plan): Promise<[number, number][]> {
  const desk = await startDesk('population');
  const next = createSentences('plain', plan.seed);
  const points: [number, number][] = [];
  try {
    const speakers = await openMany(desk.address, plan.lanes, 'busy');
    await drive(speakers, next, { forMs: plan.warmMs });
    await waitUntilFlushed();
    let stored = plan.lanes;
    for (const population of plan.populations) {
      await copyConversations(desk, stored, population);
      stored = population;
      const values: number[] = [];
      await drive(speakers, next, { forMs: plan.roundMs / 2 });
      for (let round = 0; round < plan.rounds; round += 1)
        values.push(await cpuPerTurn(desk, () => drive(speakers, next, { forMs: plan.roundMs })));
      points.push([population, quantile(values, 0.5)]);
    }
  } finally {
    await desk.stop();
  }
  return points;
}

const waitUntilFlushed = () => new Promise((resolve) => setTimeout(resolve, 2_000));

/** Copies one settled lane and ten of its transcript rows, under new ids, until there are `to`. */
async function copyConversations(desk: Desk, from: number, to: number): Promise<void> {
  const lanes = desk.database.collection<Record<string, unknown> & { _id: string }>('lanes');
  const messages = desk.database.collection('messages');
  const model = await lanes.findOne({ kind: 'conversation', dueAt: null });
  if (!model) throw new Error('no settled lane to copy');
  const rows = await messages.find({ laneId: model._id }).limit(10).toArray();
  for (let at = from; at < to; at += 500) {
    const ids = Array.from({ length: Math.min(500, to - at) }, (_, offset) => `web|default|copy-${at + offset}`);
    await lanes.insertMany(
      ids.map((id) => ({ ...model, _id: id, pendingMessages: [], pendingTurns: [], pendingSince: null })),
    );
    await messages.insertMany(ids.flatMap((id) => rows.map(({ _id, ...row }) => ({ ...row, laneId: id }))));
  }
}
