// The order agent: where an order is and when it comes.
import { phrasesFor } from '../../phrases/index.ts';
import type { Tools } from '../../tools/index.ts';
import { type Agent, type AgentRequest, type OfflineStep, readInstructions, type ToolAnswer } from '../agent.ts';

const MOST_ORDERS = 4;
const CHANGE = /\b(cancel|change|modify|return|send back|exchange|swap|remove|add)\b/i;

export function createOrderAgent(tools: Tools): Agent {
  return {
    name: 'order',
    handles: ['ORDER_INQUIRY'],
    instructions: readInstructions(import.meta.url),
    tools: [tools.lookUpOrder, tools.listOrders],
    offline: decide,
  };
}

function decide(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const words = phrasesFor(request.classification.language);
  const wanted = (request.classification.entities.orderIds ?? []).slice(0, MOST_ORDERS);
  if (wanted.length === 0) return withoutNumber(request, answers);
  const next = wanted[answers.length];
  if (next) return { call: 'look_up_order', input: { orderId: next } };
  const lines = answers.map((answer, at) => describeOrder(answer, wanted[at]!, request));
  const wantsChange = CHANGE.test(request.text) && answers.some((answer) => answer.result.found === true);
  return {
    text: lines.concat(wantsChange ? [words.changeNeedsPerson()] : []).join('\n\n'),
    ...(wantsChange ? { choices: [words.personChoice()] } : {}),
  };
}

function withoutNumber(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const words = phrasesFor(request.classification.language);
  if (request.facts.level === 'anonymous') return { text: words.askOrderNumber(), asks: 'order number' };
  const listed = answers[0];
  if (!listed) return { call: 'list_orders', input: { limit: 3 } };
  const orders = (listed.result.orders ?? []) as Record<string, unknown>[];
  if (orders.length === 0) return { text: words.noOrders() };
  const lines = orders.map((order) =>
    describeOrder({ name: listed.name, result: order }, String(order.orderId), request),
  );
  return { text: [words.latestOrders(), ...lines].join('\n\n') };
}

function describeOrder(answer: ToolAnswer, orderId: string, request: AgentRequest): string {
  const words = phrasesFor(request.classification.language);
  const { found, status, carrier, trackingNumber, deliveryOn, error } = answer.result as Record<
    string,
    string | null
  > & { found?: boolean };
  if (error || !found) return words.orderNotFound({ orderId });
  return words.orderState({
    orderId,
    status: status ?? '',
    carrier: carrier ?? null,
    trackingNumber: trackingNumber ?? null,
    deliveryOn: deliveryOn ?? null,
    today: request.today,
  });
}
