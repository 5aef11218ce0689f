// What customers and the bot said, with what each turn did, and the cases that came of it. Reading somebody's words is noted.
import { z } from 'zod';
import type { AdminReader } from '../../../models/admin-reader.ts';
import type { CaseReader } from '../../../models/case-reader.ts';
import { PRIORITIES } from '../../../models/turn.ts';
import { caseAnswer, count, openObject, refusal } from '../answers.ts';
import type { NoteReading } from '../readings.ts';
import { type AdminRoute, refuse, route } from '../route.ts';

export interface ConversationRoutesDeps {
  reader: AdminReader;
  cases: CaseReader;
  noteReading: NoteReading;
}

const conversationLine = z.object({
  id: z.string(),
  channel: z.string(),
  customer: z.string(),
  owner: z.string().describe('bot, waiting, or the id of the person who has it'),
  changedAt: z.date(),
  caseId: z.string().optional(),
});

export const messageAnswer = z.object({
  laneId: z.string(),
  key: z.string(),
  sequence: count,
  role: z.enum(['customer', 'bot', 'staff', 'note']),
  activity: openObject({ type: z.string(), id: z.string(), timestamp: z.date(), text: z.string().optional() }),
  at: z.date(),
  providerId: z.string().optional(),
  delivery: z.enum(['queued', 'sent', 'delivered', 'read', 'failed', 'refused']).optional(),
  failure: z.string().optional(),
  received: z.object({ text: z.string(), segments: count.optional() }).optional(),
});

const named = z.array(z.string()).optional();
const turnAnswer = z.object({
  id: z.string().describe('It names the trace, too.'),
  laneId: z.string(),
  entries: z.array(z.string()),
  intents: z.array(z.object({ intent: z.string(), confidence: z.number() })),
  priority: z.enum(PRIORITIES),
  sentiment: z.object({ label: z.string(), score: z.number().min(-1).max(1) }),
  entities: z.object({
    orderIds: named,
    money: z.array(z.object({ amount: z.number(), currency: z.string() })).optional(),
    weights: z.array(z.object({ kilograms: z.number() })).optional(),
    places: named,
    emails: named,
    phones: named,
    trackingNumbers: named,
    products: named,
  }),
  language: z.string(),
  route: z.string(),
  settingsRevision: count,
  agents: z.array(z.object({ name: z.string(), reason: z.string(), ms: z.number(), model: z.string() })),
  tools: z.array(
    z.object({
      name: z.string(),
      ms: z.number(),
      outcome: z.enum(['ok', 'refused', 'failed']),
      asOf: z.string().optional(),
    }),
  ),
  usage: z.object({ inputTokens: count, outputTokens: count, cost: z.number() }).optional(),
  responseTimeMs: z.number(),
  sessionSeconds: z.number(),
  followUpRequired: z.boolean(),
  caseId: z.string().optional(),
  rating: z.number().optional(),
  outcome: z.enum(['settled', 'escalated', 'asked', 'silent', 'refused', 'poison']),
  at: z.date(),
});

export function conversationRoutes(deps: ConversationRoutesDeps): AdminRoute[] {
  return [listConversations(deps), readConversation(deps), listCases(deps), readCase(deps)];
}

const listConversations = ({ reader }: ConversationRoutesDeps) =>
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
    answer: z.array(conversationLine),
    refusals: { 503: refusal },
    run: ({ input: { q, channel, before, limit } }) =>
      reader.conversations(
        { ...(q ? { text: q } : {}), ...(channel ? { channel } : {}), ...(before ? { before: new Date(before) } : {}) },
        limit,
      ),
  });

const readConversation = ({ reader, noteReading }: ConversationRoutesDeps) =>
  route({
    method: 'GET',
    path: '/conversations/:id',
    role: 'viewer',
    summary: 'A transcript with what each turn did. Reading it is noted.',
    answer: z.object({ messages: z.array(messageAnswer), turns: z.array(turnAnswer) }),
    run: async ({ params, person }) => {
      const found = await reader.transcript(params.id!);
      if (!found) throw refuse(404, 'conversation.unknown', 'There is no such conversation.');
      await noteReading(person._id, 'read a conversation', params.id!);
      return found;
    },
  });

const listCases = ({ cases }: ConversationRoutesDeps) =>
  route({
    method: 'GET',
    path: '/cases',
    role: 'viewer',
    summary: 'Cases, the most urgent first.',
    input: z.object({
      status: z.enum(['open', 'claimed', 'on hold', 'resolved', 'returned']).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    answer: z.array(caseAnswer),
    run: ({ input }) => cases.list(input.status ? { status: [input.status] } : {}, input.limit),
  });

const readCase = ({ cases }: ConversationRoutesDeps) =>
  route({
    method: 'GET',
    path: '/cases/:id',
    role: 'viewer',
    summary: 'One case with its history.',
    answer: caseAnswer,
    run: async ({ params }) => {
      const found = await cases.read(params.id!);
      if (!found) throw refuse(404, 'case.unknown', 'There is no such case.');
      return found;
    },
  });
