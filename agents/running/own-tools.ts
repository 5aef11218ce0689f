// What a remote model can do besides the specialist's tools: ask the customer something and wait for the answer, and bring
// in a person. Both only end its answer; what follows from it is decided by the turn.
import { z } from 'zod';
import type { AgentAnswer, AgentRequest, Exchange } from '../agent.ts';
import type { ToolCall } from './tool-calls.ts';

/** The exchange of a question that a model has asked. */
const MODEL_QUESTION = 'what the assistant asked';

const ASK = 'ask_customer';
const PERSON = 'bring_in_person';

const askSchema = z.object({
  question: z.string().trim().min(1).max(600).describe('The question, in the language of the customer.'),
  choices: z
    .array(z.string().trim().min(1).max(60))
    .max(6)
    .default([])
    .describe('Short answers to pick from, if there are any.'),
});
const personSchema = z.object({
  summary: z.string().trim().min(1).max(600).describe('For the colleague: what is wanted and what was found out.'),
});

export const OWN_TOOLS = [
  { name: ASK, description: 'Ask the customer one question that you need answered to go on.', schema: askSchema },
  {
    name: PERSON,
    description:
      'Bring in a colleague, when the policy says so, when it cannot be settled with the tools, or when the customer asks for a person.',
    schema: personSchema,
  },
];

/** How such a call ends the answer; null when it is a call of another tool, a string when it is not readable. */
export function endBy(call: ToolCall, request: AgentRequest): Partial<AgentAnswer> | string | null {
  if (call.name === ASK) {
    const parsed = askSchema.safeParse(call.args);
    if (!parsed.success) return 'ask_customer needs a question';
    const { question, choices } = parsed.data;
    const wish = [String(request.exchange?.memory.wish ?? ''), request.text].join(' ').trim().slice(-400);
    return {
      text: question,
      asks: { about: MODEL_QUESTION, memory: { wish } },
      ...(choices.length > 0 ? { choices: choices.map((title) => ({ title, value: title })) } : {}),
    };
  }
  if (call.name === PERSON) {
    const parsed = personSchema.safeParse(call.args);
    if (!parsed.success) return 'bring_in_person needs a summary';
    return { text: '', escalate: { reason: 'complex', summary: parsed.data.summary } };
  }
  return null;
}

/** The offline policy does not know the model's questions: it is given the first wish and the answer as one. */
export function forOffline(request: AgentRequest): AgentRequest {
  if (request.exchange?.about !== MODEL_QUESTION) return request;
  const { exchange, ...rest } = request;
  return { ...rest, text: `${String(exchange.memory.wish ?? '')}\n${request.text}`.trim() };
}

/** Anything that is not surely about something else answers what the model has asked. */
export function answersModel(exchange: Exchange, isSurelyOther: boolean): boolean {
  return exchange.about === MODEL_QUESTION && !isSurelyOther;
}
