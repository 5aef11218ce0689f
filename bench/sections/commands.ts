// Commands that one turn costs the stores, counted at the drivers of our server while 64 lanes are busy.
import { startDesk } from '../load/desk.ts';
import { openMany } from '../load/direct-line.ts';
import { drive } from '../load/drive.ts';
import { createSentences } from '../load/sentences.ts';
import type { Measured, Row } from '../report.ts';
import type { Plan } from './plan.ts';

const SECTION = 'Commands per turn';
export const MOST_MONGODB_COMMANDS = 4.2;

export async function measureCommands(plan: Plan): Promise<Measured> {
  const desk = await startDesk('commands', { env: { BENCH_COUNT: '1' } });
  const rows: Row[] = [];
  const figures: Record<string, Record<string, number>> = {};
  try {
    const speakers = await openMany(desk.address, plan.lanes, 'commands');
    await drive(speakers, createSentences('plain', plan.seed), { forMs: plan.warmMs / 2 });
    for (const kind of ['plain', 'order'] as const) {
      const before = (await desk.usage()).counters;
      const driven = await drive(speakers, createSentences(kind, plan.seed), { forMs: plan.roundMs });
      const after = (await desk.usage()).counters;
      const perTurn: Record<string, number> = {};
      for (const [name, total] of Object.entries(after)) {
        const each = (total - (before[name] ?? 0)) / driven.turns;
        if (each >= 0.005) perTurn[name] = Number(each.toFixed(3));
      }
      figures[kind] = perTurn;
      const gated = kind === 'plain';
      const mongodb = perTurn.mongodb ?? 0;
      const of = gated ? 'turn without tools' : 'turn that looks up an order';
      rows.push({
        section: SECTION,
        what: `MongoDB, ${of}`,
        value: mongodb.toFixed(2),
        ...(gated ? { gate: `≤ ${MOST_MONGODB_COMMANDS}`, passed: mongodb <= MOST_MONGODB_COMMANDS } : {}),
      });
      rows.push({ section: SECTION, what: `Redis, ${of}`, value: (perTurn.redis ?? 0).toFixed(2) });
    }
    for (const speaker of speakers) speaker.close();
  } finally {
    await desk.stop();
  }
  const split = Object.entries(figures.plain ?? {}).filter(([name]) => name.includes('.'));
  return {
    rows,
    figures,
    notes: [
      `${plan.lanes} lanes busy; every command that leaves our process for a store, without the drivers' heartbeats; a Redis script counts as one.`,
      `Without tools: ${split.map(([name, each]) => `${name} ${each.toFixed(2)}`).join(', ')}.`,
    ],
  };
}
