// eval:replay — loads a shop from a folder, runs recorded tool calls as the customers they belong to through the real
// tools (writes are proposed and, where the recording confirms them, done once), and compares the end state.
//
// DIR holds what `shop:import` takes, and calls.jsonl: one row per recording
//   {id, customerId, calls: [{tool, input, confirm?}], expect: {orders?: {<id>: {<field>: value}}, outcomes?: [ok|refused|needs identity|proposed|done|not done]}}
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { createManualClock } from '../core/clock.ts';
import { SupportError } from '../core/errors.ts';
import type { OpenRows } from '../models/rows.ts';
import { makeDemoShop } from '../models/shop/demo.ts';
import { readShop } from '../models/shop/import.ts';
import { memoryRows } from '../test/support/memory-rows.ts';
import { createMongoBackends } from '../tools/backends/mongo/index.ts';
import { createTools } from '../tools/index.ts';
import { reaches, type Tool, type ToolScope } from '../tools/tool.ts';
import { percent, print, readArguments, readRows } from './rows.ts';

interface Call {
  tool: string;
  input: Record<string, unknown>;
  confirm?: boolean;
}

interface Recording {
  id: string;
  customerId?: string;
  calls: Call[];
  expect: { orders?: Record<string, Record<string, unknown>>; outcomes?: string[] };
}

const { file: folder, json } = readArguments('usage: npm run eval:replay -- DIR [--json]');
const clock = createManualClock(new Date());
const demo = makeDemoShop();
const shop = existsSync(join(folder, 'orders.jsonl')) ? { ...demo, ...readShop(folder, clock.now()) } : demo;
const recordings = readRows<Recording>(join(folder, 'calls.jsonl'));

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

async function replay({
  id,
  customerId,
  calls,
  expect,
}: Recording): Promise<{ id: string; passed: boolean; outcomes: string[]; faults: string[] }> {
  // A shop of its own for every recording: none sees another one's writes.
  const rows = memoryRows(shop as never);
  const tools = new Map(
    Object.values(createTools(createMongoBackends(rows, clock))).map((tool: Tool) => [tool.name, tool]),
  );
  const outcomes: string[] = [];
  for (const [at, call] of calls.entries())
    outcomes.push(await perform(tools.get(call.tool), call, scopeOf(id, at, customerId)));
  const faults = await differences(rows, expect, outcomes);
  return { id, passed: faults.length === 0, outcomes, faults };
}

function scopeOf(id: string, at: number, customerId: string | undefined): ToolScope {
  return {
    // Who was recorded had proved who they are as far as each call needed it.
    customer: customerId ? { level: 'strong', shopCustomerId: customerId } : { level: 'anonymous' },
    laneId: `replay|${id}`,
    idempotencyKey: `replay-${id}-${at}`,
    clock,
    language: 'en',
  };
}

async function perform(tool: Tool | undefined, call: Call, scope: ToolScope): Promise<string> {
  const input = tool?.input.safeParse(call.input);
  if (!tool || !input?.success) return 'refused';
  if (!reaches(scope.customer.level, tool.level)) return 'needs identity';
  try {
    if (tool.effect === 'reads') {
      const result = await tool.run(input.data, scope);
      return result.found === false ? 'not found' : 'ok';
    }
    const proposed = await tool.propose(input.data, scope);
    if (!proposed.allowed) return 'refused';
    if (!call.confirm) return 'proposed';
    const done = await tool.execute(input.data, scope);
    // Once more under the same key: it must change nothing.
    await tool.execute(input.data, scope);
    return done.done ? 'done' : 'not done';
  } catch (error) {
    if (error instanceof SupportError && error.kind === 'refused') return 'refused';
    throw error;
  }
}

async function differences(rows: OpenRows, expect: Recording['expect'], outcomes: string[]): Promise<string[]> {
  const faults: string[] = [];
  if (expect.outcomes && !isDeepStrictEqual(expect.outcomes, outcomes))
    faults.push(`outcomes ${outcomes.join(', ')}, not ${expect.outcomes.join(', ')}`);
  for (const [id, fields] of Object.entries(expect.orders ?? {})) {
    const order = (await rows<{ _id: string } & Record<string, unknown>>('shop_orders').findOne({ _id: id })) as Record<
      string,
      unknown
    > | null;
    for (const [name, value] of Object.entries(fields))
      if (!isDeepStrictEqual(order?.[name], value))
        faults.push(`${id}.${name} is ${JSON.stringify(order?.[name])}, not ${JSON.stringify(value)}`);
  }
  return faults;
}
