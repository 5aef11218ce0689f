// stores: embedded
// The bench: one command, one run, seeded. Measures our server beside its peers, prints a table and writes its part of
// docs/performance.md. Gates are ratios and counts; a missed one is reported and ends the run with a code that is not 0.
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { closeClient } from './load/http.ts';
import { intoPage, type Measured, type Row, renderPage, renderTable } from './report.ts';
import { measureCommands } from './sections/commands.ts';
import { measureCpu } from './sections/cpu.ts';
import { measureGrowth } from './sections/growth.ts';
import { measureWaiting } from './sections/latency.ts';
import { measureMemory } from './sections/memory.ts';
import { measureParallel } from './sections/parallel.ts';
import { createPlan, type Plan } from './sections/plan.ts';
import { measureProfile } from './sections/profile.ts';

const SECTIONS: Record<string, (plan: Plan) => Promise<Measured>> = {
  cpu: measureCpu,
  commands: measureCommands,
  growth: measureGrowth,
  memory: measureMemory,
  waiting: measureWaiting,
  parallel: measureParallel,
  profile: measureProfile,
};
/** Asked for by name only: it finds causes and gates nothing. */
const BY_NAME_ONLY = new Set(['profile']);
const PAGE = 'docs/performance.md';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    /** Only these sections, separated by commas; nothing is written then. */
    only: { type: 'string' },
  },
});

const plan = createPlan(values.quick, Number(values.seed));
const wanted = values.only?.split(',') ?? Object.keys(SECTIONS).filter((name) => !BY_NAME_ONLY.has(name));
const rows: Row[] = [];
const notes = new Map<string, string[]>();
const figures: Record<string, unknown> = { seed: plan.seed, quick: plan.quick, machine: machine() };
for (const name of wanted) {
  const measure = SECTIONS[name];
  if (!measure) throw new Error(`there is no section ${name}; there are ${Object.keys(SECTIONS).join(', ')}`);
  process.stderr.write(`measuring ${name} …\n`);
  const measured = await measure(plan);
  rows.push(...measured.rows);
  if (measured.rows[0]) notes.set(measured.rows[0].section, measured.notes);
  figures[name] = measured.figures;
}
closeClient();
const missed = rows.filter((row) => row.passed === false);
if (values.json) process.stdout.write(`${JSON.stringify({ ...figures, rows, missed: missed.length })}\n`);
else
  process.stdout.write(
    `${renderTable(rows)}\n\n${missed.length} of ${rows.filter((row) => row.gate).length} gates missed\n`,
  );
// Only a whole run at full size is worth quoting.
if (!values.quick && !values.only) {
  const measured = renderPage({ rows, notes, machine: machine(), command: `npm run bench -- --seed ${plan.seed}` });
  writeFileSync(PAGE, intoPage(readFileSync(PAGE, 'utf8'), measured));
}
process.exitCode = missed.length > 0 ? 1 : 0;

function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'an unknown processor';
  return `${availableParallelism()} cores (${model}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
}
