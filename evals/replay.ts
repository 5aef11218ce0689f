// eval:replay — loads a shop from a folder, runs recorded tool calls as the customers they belong to through the real
// tools (writes are proposed and, where the recording confirms them, done once), and compares the end state. docs/shop.md
// says what stands in the folder.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { createManualClock } from '../core/clock.ts';
import { SupportError } from '../core/errors.ts';
import type { OpenRows } from '../models/rows.ts';
import { makeDemoShop } from '../models/shop/demo.ts';
import { readShop } from '../models/shop/import.ts';
import { memoryRows } from '../test/support/memory-rows.ts';
import { createMongoBackends } from '../tools/backends/mongo/index.ts';
import { createTools } from '../tools/index.ts';
import { reaches, type Tool, type ToolScope } from '../tools/tool.ts';
import { type Call, toCall } from './replay/dialect.ts';
import { percent, print, readArguments, readRows } from './rows.ts';

const OUTCOMES = [
  'ok',
  'not found',
  'refused',
  'needs identity',
  'proposed',
  'done',
  'not done',
  'no such tool',
] as const;
type Outcome = (typeof OUTCOMES)[number];

const recordingSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  customerId: z.string().optional(),
  level: z.enum(['anonymous', 'known', 'strong']).optional(),
  calls: z.array(z.record(z.string(), z.unknown())),
  expect: z
    .object({
      outcomes: z.array(z.enum(OUTCOMES)).optional(),
      orders: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
      unchanged: z.literal(true).optional(),
    })
    .default({}),
});
type Recording = z.infer<typeof recordingSchema>;

interface Run {
  tool: string;
  outcome: Outcome;
  /** Why it was refused, in a few words. */
  why?: string;
}

const { file: folder, json } = readArguments('usage: npm run eval:replay -- DIR [--json]');
const clock = createManualClock(new Date());
const { shop, recordings } = load();

const results = [];
for (const recording of recordings) results.push(await replay(recording));
const passed = results.filter((one) => one.passed).length;
const summary = {
  recordings: results.length,
  passed,
  share: results.length === 0 ? 0 : passed / results.length,
  results,
};
if (json) print(JSON.stringify(summary));
else {
  for (const { id, passed: isRight, faults } of results)
    print(`${isRight ? 'ok ' : 'NOT'}  ${id}${faults.length > 0 ? `: ${faults.join('; ')}` : ''}`);
  print(`${passed} of ${results.length} recordings end as expected (${percent(summary.share)})`);
}
process.exit(passed === results.length ? 0 : 1);

/** The shop and its recordings; what cannot be read ends the run with its place. */
function load() {
  try {
    const hasShop = existsSync(join(folder, 'orders.jsonl'));
    const calls = join(folder, 'calls.jsonl');
    if (!existsSync(calls)) throw new Error(`${calls}: there is no such file; docs/shop.md says what stands in it`);
    const rows = readRows<unknown>(calls).map((row, at) => {
      const parsed = recordingSchema.safeParse(row);
      if (parsed.success) return parsed.data;
      const issues = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`);
      throw new Error(`${calls}: recording ${at + 1}: ${issues.join('; ')}`);
    });
    const demo = makeDemoShop();
    return { shop: hasShop ? { ...demo, ...readShop(folder, clock.now()) } : demo, recordings: rows };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return process.exit(2);
  }
}

async function replay(recording: Recording) {
  // A shop of its own for every recording: none sees another one's writes.
  const rows = memoryRows(shop as never);
  const before = recording.expect.unchanged ? await snapshot(rows) : null;
  const tools = new Map(
    Object.values(createTools(createMongoBackends(rows, clock))).map((tool: Tool) => [tool.name, tool]),
  );
  const runs: Run[] = [];
  for (const [at, recorded] of recording.calls.entries()) {
    const call = toCall(recorded);
    runs.push({ tool: call.tool, ...(await perform(tools.get(call.tool), call, scopeOf(recording, at))) });
  }
  const faults = await differences(rows, recording.expect, runs);
  if (before !== null && !isDeepStrictEqual(before, await snapshot(rows))) faults.push('the shop was changed');
  const outcomes = runs.map((run) => run.outcome);
  return { id: recording.id, passed: faults.length === 0, outcomes, calls: runs, faults };
}

function snapshot(rows: OpenRows): Promise<unknown[]> {
  const names = [...Object.keys(shop), 'payments_ledger', 'payments_links', 'shop_watches', 'shop_investigations'];
  return Promise.all([...new Set(names)].sort().map((name) => rows(name).find({}).toArray()));
}

/** Who was recorded had proved who they are as far as each call needed it. */
function scopeOf({ id, customerId, level = customerId ? 'strong' : 'anonymous' }: Recording, at: number): ToolScope {
  return {
    customer: { level, ...(customerId ? { shopCustomerId: customerId } : {}) },
    laneId: `replay|${id}`,
    idempotencyKey: `replay-${id}-${at}`,
    clock,
    language: 'en',
  };
}

async function perform(tool: Tool | undefined, call: Call, scope: ToolScope): Promise<Omit<Run, 'tool'>> {
  if (!tool) return { outcome: 'no such tool' };
  const input = tool.input.safeParse(call.input);
  if (!input.success) {
    const why = input.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    return { outcome: 'refused', why };
  }
  if (!reaches(scope.customer.level, tool.level)) return { outcome: 'needs identity' };
  try {
    if (tool.effect === 'reads') {
      const result = await tool.run(input.data, scope);
      return { outcome: result.found === false ? 'not found' : 'ok' };
    }
    const proposed = await tool.propose(input.data, scope);
    if (!proposed.allowed) return { outcome: 'refused', why: proposed.why };
    if (!call.confirm) return { outcome: 'proposed' };
    const done = await tool.execute(input.data, scope);
    // Once more under the same key: it must change nothing.
    await tool.execute(input.data, scope);
    return done.done ? { outcome: 'done' } : { outcome: 'not done', why: done.text };
  } catch (error) {
    if (error instanceof SupportError && error.kind === 'refused') return { outcome: 'refused', why: error.code };
    throw error;
  }
}

async function differences(rows: OpenRows, expect: Recording['expect'], runs: Run[]): Promise<string[]> {
  const faults: string[] = [];
  const told = runs.map(({ outcome, why }) => (why ? `${outcome} (${why})` : outcome));
  const outcomes = runs.map((run) => run.outcome);
  if (expect.outcomes && !isDeepStrictEqual(expect.outcomes, outcomes))
    faults.push(`outcomes ${told.join(', ')}, not ${expect.outcomes.join(', ')}`);
  for (const [id, fields] of Object.entries(expect.orders ?? {})) {
    const order = await rows<{ _id: string } & Record<string, unknown>>('shop_orders').findOne({ _id: id });
    if (!order) faults.push(`there is no order ${id}`);
    else
      for (const [name, value] of Object.entries(fields))
        if (!holds(order[name], value))
          faults.push(`${id}.${name} is ${JSON.stringify(order[name])}, not ${JSON.stringify(value)}`);
  }
  return faults;
}

/** Is all that was expected there? An object may hold more, a list may not; null is for what is not there. */
function holds(actual: unknown, expected: unknown): boolean {
  if (expected === null) return actual === undefined || actual === null;
  if (Array.isArray(expected))
    return (
      Array.isArray(actual) && actual.length === expected.length && expected.every((one, at) => holds(actual[at], one))
    );
  if (typeof expected === 'object')
    return (
      typeof actual === 'object' &&
      actual !== null &&
      Object.entries(expected).every(([name, value]) => holds((actual as Record<string, unknown>)[name], value))
    );
  return actual === expected;
}
