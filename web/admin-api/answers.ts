// Shapes that more than one route answers with. What a route's function returns is held to its shape by the compiler, what
// goes out by the tests, which read it in the OpenAPI document. The pages take their types from here: nothing that a browser
// does not know may be imported.
import { z } from 'zod';
import { PRIORITIES } from '../../models/turn.ts';

/** It was done, and there is nothing else to say. */
export const done = z.object({ ok: z.literal(true) });

/** Every refusal says what it is about in one stable word, and in a sentence for people. */
export const refusal = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    id: z.string().optional().describe('Stands in the log, too.'),
  }),
});

/** An object that may have more fields than are named; those are not promised. */
export function openObject<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> {
  return z.looseObject(shape) as unknown as z.ZodObject<Shape>;
}

export const count = z.number().int().min(0);
export const priority = z.enum(PRIORITIES);
export const staff = z.object({ id: z.string(), name: z.string() });

/** Where a conversation is; what its network needs besides stays as it came. */
export const conversationReference = openObject({
  channel: z.string(),
  accountId: z.string(),
  nativeId: z.string(),
  customer: openObject({ id: z.string(), name: z.string().optional() }),
});

/** A case as people see it; what its timers and words on their way keep besides is not promised. */
export const caseAnswer = openObject({
  id: z.string(),
  status: z.enum(['open', 'claimed', 'on hold', 'resolved', 'returned']),
  reason: z.string(),
  priority,
  intent: z.string(),
  language: z.string(),
  summary: z.string(),
  conversation: conversationReference,
  openedAt: z.date(),
  dueAt: z.date(),
  owner: staff.nullable(),
  recent: z.array(openObject({ text: z.string() })),
  history: z.array(z.object({ at: z.date(), who: z.string(), what: z.string() })),
});

export const share = z.number().min(0).max(1);
export const average = z.number().min(0);
const ratings = z.object({ average, count });
const half = z.object({ average, p50: average });
const counts = z.record(z.string(), count);

export const turnNumbersAnswer = z.object({
  turns: count,
  responseTimeMs: z.object({ average, p50: average, p95: average }),
  sessionSeconds: half,
  outcomes: counts,
  escalationRate: share,
  errorRate: share,
  negativeRate: share,
  agentSuccessRate: share,
  satisfaction: ratings,
  tokens: count,
  cost: z.number().min(0),
});

export const caseNumbersAnswer = z.object({
  opened: count,
  open: count,
  overdue: count,
  resolved: count,
  reopened: count,
  resolutionRate: share,
  oldestOpenHours: average,
  load: z.array(z.object({ name: z.string(), cases: count })),
  minutesToClaim: half,
  minutesToFirstReply: z.object({ average }),
  minutesToResolve: z.object({ average }),
  satisfaction: ratings,
  labels: counts,
  worked: count,
  wrongIntent: count,
});

export const alertAnswer = z.object({
  _id: z.string(),
  name: z.string(),
  text: z.string(),
  raisedAt: z.date(),
  resolvedAt: z.date().optional(),
  acknowledgedBy: z.string().optional(),
  acknowledgedAt: z.date().optional(),
  notices: z.array(
    z.object({
      event: z.enum(['raised', 'resolved']),
      to: z.string(),
      state: z.enum(['waiting', 'told', 'failed']),
      tries: count,
      nextAt: z.date(),
      error: z.string().optional(),
    }),
  ),
});
