// The numbers of a time, with their definitions, and the same by one thing at a time; each as a table, too.
import { z } from 'zod';
import type { Clock } from '../../../core/clock.ts';
import { DEFINITIONS, DIMENSIONS, type Evaluation, type NumbersStore } from '../../../models/numbers.ts';
import { average, caseNumbersAnswer, count, share, turnNumbersAnswer } from '../answers.ts';
import { type AdminRoute, refuse, route } from '../route.ts';
import { csvOf, flat } from '../table.ts';

export interface NumberRoutesDeps {
  numbers: NumbersStore;
  /** How the local classifier does on rows that it has not seen. */
  evaluation?: Evaluation;
  clock: Clock;
}

const WEEK_MS = 7 * 86_400_000;
const range = z.object({
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  channel: z
    .string()
    .regex(/^[a-z]{1,20}$/)
    .optional(),
  format: z.enum(['json', 'csv']).default('json'),
});

const numbersAnswer = z.object({
  from: z.date(),
  to: z.date(),
  turns: turnNumbersAnswer,
  cases: caseNumbersAnswer,
  conversations: z.object({ all: count, contained: count, deflected: count }),
  costPerResolution: z.number().min(0).nullable(),
  accuracy: z.object({ value: share, low: share, high: share, sample: count }),
  evaluation: z.object({ strict: share, lenient: share, rows: count, at: z.iso.date() }).nullable(),
  definitions: z.record(z.string(), z.string()),
});

const dimensionAnswer = z.array(z.object({ key: z.string(), turns: count, averageMs: average, escalated: count }));

export function numberRoutes(deps: NumberRoutesDeps): AdminRoute[] {
  return [readNumbers(deps), readDimension(deps)];
}

/** A week back, where nothing is said. */
function queryOf({ from, to, channel }: z.infer<typeof range>, clock: Clock) {
  return {
    from: from ? new Date(from) : new Date(clock.nowMs() - WEEK_MS),
    to: to ? new Date(to) : new Date(clock.nowMs() + 1_000),
    ...(channel ? { channel } : {}),
  };
}

const readNumbers = ({ numbers, evaluation, clock }: NumberRoutesDeps) =>
  route({
    method: 'GET',
    path: '/numbers',
    role: 'viewer',
    summary: 'The numbers of a time, with their definitions; format=csv for a table.',
    input: range,
    answer: numbersAnswer,
    tables: true,
    run: async ({ input }) => {
      const query = queryOf(input, clock);
      const [turns, cases, conversations] = await Promise.all([
        numbers.turns(query),
        numbers.cases(query),
        numbers.conversations(query),
      ]);
      const { worked, wrongIntent: wrong } = cases;
      const found = {
        from: query.from,
        to: query.to,
        turns,
        cases,
        conversations,
        costPerResolution: settledCost(turns.cost, conversations.contained + cases.resolved),
        accuracy: { ...interval(worked - wrong, worked), sample: worked },
        evaluation: evaluation ?? null,
        definitions: DEFINITIONS,
      };
      return input.format === 'csv' ? csvOf('numbers', ['number', 'value'], flat(found)) : found;
    },
  });

const readDimension = ({ numbers, clock }: NumberRoutesDeps) =>
  route({
    method: 'GET',
    path: '/numbers/by/:dimension',
    role: 'viewer',
    summary: `Turns by ${DIMENSIONS.join(', ')}; format=csv for a table.`,
    input: range,
    answer: dimensionAnswer,
    tables: true,
    run: async ({ input, params }) => {
      const dimension = DIMENSIONS.find((one) => one === params.dimension);
      if (!dimension) throw refuse(404, 'dimension.unknown', `Choose one of ${DIMENSIONS.join(', ')}.`);
      const rows = await numbers.by(queryOf(input, clock), dimension);
      if (input.format === 'json') return rows;
      const cells = rows.map((row) => [row.key, row.turns, row.averageMs, row.escalated]);
      return csvOf(dimension, [dimension, 'turns', 'averageMs', 'escalated'], cells);
    },
  });

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
