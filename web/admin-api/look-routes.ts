// What an admin looks at: the overview, conversations, cases, dead letters, numbers, alerts and the audit log.
import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import type { AdminReader } from '../../models/admin-reader.ts';
import type { AdminStore } from '../../models/admins.ts';
import type { AlertStore } from '../../models/alerts.ts';
import type { CaseReader } from '../../models/case-reader.ts';
import type { Receive } from '../../models/channel.ts';
import { DEFINITIONS, DIMENSIONS, type Evaluation, type NumbersStore } from '../../models/numbers.ts';
import { type AdminRoute, refuse, route } from './route.ts';

export interface LookRoutesDeps {
  store: AdminStore;
  reader: AdminReader;
  cases: CaseReader;
  numbers: NumbersStore;
  alerts: AlertStore;
  receive: Receive;
  ready(): Promise<{ ok: boolean; reasons: string[] }>;
  /** How the local classifier does on rows that it has not seen. */
  evaluation?: Evaluation;
  clock: Clock;
}

const day = 86_400_000;
/** Asked again within this time, it is still the same reading. */
const READING_MS = 60_000;
const range = z.object({
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  channel: z
    .string()
    .regex(/^[a-z]{1,20}$/)
    .optional(),
});

export function lookRoutes(deps: LookRoutesDeps): AdminRoute[] {
  const { store, reader, cases, numbers, alerts, clock } = deps;
  const queryOf = ({ from, to, channel }: z.infer<typeof range>) => ({
    from: from ? new Date(from) : new Date(clock.nowMs() - 7 * day),
    to: to ? new Date(to) : new Date(clock.nowMs() + 1_000),
    ...(channel ? { channel } : {}),
  });
  const note = (who: string, what: string, detail?: string) =>
    store.note({ at: clock.now(), who, what, ...(detail ? { detail } : {}) });

  const readings = new Map<string, number>();
  /** Once for as long as it is looked at: the page asks again every few seconds. */
  async function noteReading(who: string, laneId: string): Promise<void> {
    const key = `${who}|${laneId}`;
    const last = readings.get(key) ?? Number.NEGATIVE_INFINITY;
    if (readings.size > 5_000) readings.clear();
    readings.set(key, clock.nowMs());
    if (clock.nowMs() - last > READING_MS) await note(who, 'read a conversation', laneId);
  }

  return [
    route({
      method: 'GET',
      path: '/overview',
      role: 'viewer',
      summary: 'Health, today in numbers, open cases, and what needs attention.',
      run: async () => {
        const today = { from: new Date(clock.nowMs() - day), to: new Date(clock.nowMs() + 1_000) };
        const [health, turns, caseNumbers, open, raised, letters] = await Promise.all([
          deps.ready(),
          numbers.turns(today),
          numbers.cases(today),
          cases.list({ status: ['open'] }, 50),
          alerts.list(20),
          reader.deadLetters(100),
        ]);
        return {
          health,
          turns,
          cases: caseNumbers,
          open,
          alerts: raised.filter((one) => !one.resolvedAt),
          deadLetters: letters.length,
        };
      },
    }),
    route({
      method: 'GET',
      path: '/conversations',
      role: 'viewer',
      summary: 'Conversations, newest first; `q` searches what was said.',
      input: z.object({
        q: z.string().trim().max(100).optional(),
        channel: z.string().max(20).optional(),
        before: z.iso.datetime().optional(),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
      run: ({ input }) =>
        reader.conversations(
          {
            ...(input.q ? { text: input.q } : {}),
            ...(input.channel ? { channel: input.channel } : {}),
            ...(input.before ? { before: new Date(input.before) } : {}),
          },
          input.limit,
        ),
    }),
    route({
      method: 'GET',
      path: '/conversations/:id',
      role: 'viewer',
      summary: 'A transcript with what each turn did. Reading it is noted.',
      run: async ({ params, person }) => {
        const found = await reader.transcript(params.id!);
        if (!found) throw refuse(404, 'conversation.unknown', 'There is no such conversation.');
        await noteReading(person._id, params.id!);
        return found;
      },
    }),
    route({
      method: 'GET',
      path: '/cases',
      role: 'viewer',
      summary: 'Cases, the most urgent first.',
      input: z.object({
        status: z.enum(['open', 'claimed', 'on hold', 'resolved', 'returned']).optional(),
        limit: z.coerce.number().int().min(1).max(500).default(100),
      }),
      run: ({ input }) => cases.list(input.status ? { status: [input.status] } : {}, input.limit),
    }),
    route({
      method: 'GET',
      path: '/cases/:id',
      role: 'viewer',
      summary: 'One case with its history.',
      run: async ({ params }) => {
        const found = await cases.read(params.id!);
        if (!found) throw refuse(404, 'case.unknown', 'There is no such case.');
        return found;
      },
    }),
    route({
      method: 'GET',
      path: '/dead-letters',
      role: 'operator',
      summary: 'What could not be handled after three tries.',
      run: () => reader.deadLetters(200),
    }),
    route({
      method: 'POST',
      path: '/dead-letters/:id/retry',
      role: 'operator',
      summary: 'Puts the entries back into their conversation.',
      run: async ({ params, person }) => {
        const found = await reader.entriesOf(params.id!);
        if (!found || found.entries.length === 0)
          throw refuse(404, 'letter.unknown', 'Nothing of this is kept any more.');
        for (const { sequence: _sequence, ...entry } of found.entries)
          await deps.receive(found.lane.reference, {
            ...entry,
            key: `${entry.key}~${clock.nowMs().toString(36)}`,
            receivedAt: clock.now(),
          });
        await reader.discard(params.id!);
        await note(person._id, 'retried a dead letter', params.id);
        return { ok: true };
      },
    }),
    route({
      method: 'DELETE',
      path: '/dead-letters/:id',
      role: 'operator',
      summary: 'Takes it off the list.',
      run: async ({ params, person }) => {
        if (!(await reader.discard(params.id!))) throw refuse(404, 'letter.unknown', 'There is no such dead letter.');
        await note(person._id, 'discarded a dead letter', params.id);
        return { ok: true };
      },
    }),
    route({
      method: 'GET',
      path: '/numbers',
      role: 'viewer',
      summary: 'The numbers of a time, with their definitions; format=csv for a table.',
      input: range.extend({ format: z.enum(['json', 'csv']).default('json') }),
      run: async ({ input }) => {
        const query = queryOf(input);
        const [turns, caseNumbers, conversations] = await Promise.all([
          numbers.turns(query),
          numbers.cases(query),
          numbers.conversations(query),
        ]);
        const { worked, wrongIntent: wrong } = caseNumbers;
        const found = {
          from: query.from,
          to: query.to,
          turns,
          cases: caseNumbers,
          conversations,
          costPerResolution: settledCost(turns.cost, conversations.contained + caseNumbers.resolved),
          accuracy: { ...interval(worked - wrong, worked), sample: worked },
          evaluation: deps.evaluation ?? null,
          definitions: DEFINITIONS,
        };
        return input.format === 'csv' ? csvOf('numbers', ['number', 'value'], flat(found)) : found;
      },
    }),
    route({
      method: 'GET',
      path: '/numbers/by/:dimension',
      role: 'viewer',
      summary: `Turns by ${DIMENSIONS.join(', ')}; format=csv for a table.`,
      input: range.extend({ format: z.enum(['json', 'csv']).default('json') }),
      run: async ({ input, params }) => {
        const dimension = DIMENSIONS.find((one) => one === params.dimension);
        if (!dimension) throw refuse(404, 'dimension.unknown', `Choose one of ${DIMENSIONS.join(', ')}.`);
        const rows = await numbers.by(queryOf(input), dimension);
        if (input.format === 'json') return rows;
        const cells = rows.map((row) => [row.key, row.turns, row.averageMs, row.escalated]);
        return csvOf(dimension, [dimension, 'turns', 'averageMs', 'escalated'], cells);
      },
    }),
    route({
      method: 'GET',
      path: '/alerts',
      role: 'viewer',
      summary: 'Alerts, newest first.',
      run: () => alerts.list(100),
    }),
    route({
      method: 'POST',
      path: '/alerts/:id/acknowledge',
      role: 'operator',
      summary: 'Somebody looks after it.',
      run: async ({ params, person }) => {
        if (!(await alerts.acknowledge(params.id!, person._id, clock.now())))
          throw refuse(404, 'alert.unknown', 'There is no such alert.');
        await note(person._id, 'acknowledged an alert', params.id);
        return { ok: true };
      },
    }),
    route({
      method: 'GET',
      path: '/audit',
      role: 'admin',
      summary: 'Who did what, newest first.',
      input: z.object({
        before: z.iso.datetime().optional(),
        limit: z.coerce.number().int().min(1).max(500).default(100),
      }),
      run: ({ input }) => store.audit(input.limit, input.before ? new Date(input.before) : undefined),
    }),
  ];
}

/** Null where nothing was settled, or nothing spent. */
function settledCost(cost: number, settled: number): number | null {
  return cost === 0 || settled === 0 ? null : Math.round((cost / settled) * 10_000) / 10_000;
}

/** A share with its 95 % interval (Wilson), so that a small sample does not look like a certainty. */
export function interval(hits: number, all: number): { value: number; low: number; high: number } {
  if (all === 0) return { value: 0, low: 0, high: 1 };
  const z95 = 1.96;
  const share = hits / all;
  const middle = share + (z95 * z95) / (2 * all);
  const spread = z95 * Math.sqrt((share * (1 - share) + (z95 * z95) / (4 * all)) / all);
  const by = 1 + (z95 * z95) / all;
  const round = (value: number) => Math.round(value * 1_000) / 1_000;
  return { value: round(share), low: round((middle - spread) / by), high: round((middle + spread) / by) };
}

type Cell = string | number;

function csvOf(name: string, head: string[], rows: readonly Cell[][]): Response {
  const lines = [head, ...rows].map((row) => row.map((cell) => quoted(String(cell))).join(','));
  return new Response(`${lines.join('\r\n')}\r\n`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
    },
  });
}

/** Every number by its path, one a row; the definitions are words and stay behind. */
function flat(value: unknown, path = ''): Cell[][] {
  if (value instanceof Date) return [[path, value.toISOString()]];
  if (typeof value === 'number' || typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    name === 'definitions' ? [] : flat(one, path === '' ? name : `${path}.${name}`),
  );
}

/** A cell that a spreadsheet takes for text, whatever it begins with. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
