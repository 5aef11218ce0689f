// The order agent: where an order is and when it comes, and what may still be changed about it.
import { phrasesFor } from '../../phrases/index.ts';
import type { Tools } from '../../tools/index.ts';
import { type Agent, type AgentRequest, type OfflineStep, readInstructions, type ToolAnswer } from '../agent.ts';
import { type OrderWish, readOrderWish } from './wish.ts';

const MOST_ORDERS = 4;

export function createOrderAgent(tools: Tools): Agent {
  return {
    name: 'order',
    handles: ['ORDER_INQUIRY'],
    instructions: readInstructions(import.meta.url),
    tools: [tools.lookUpOrder, tools.listOrders, tools.cancelOrder, tools.changeAddress, tools.returnOrder],
    offline: decide,
    understands: (text, classification, { about }) => {
      if (about === 'order number') return orderIdsIn(text, classification.entities.orderIds).length > 0;
      return about === 'new address' && looksLikeAddress(text);
    },
  };
}

function decide(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const { exchange } = request;
  const wish = readOrderWish(exchange ? `${String(exchange.memory.wish ?? '')} ${request.text}` : request.text);
  const wanted = orderIdsIn(request.text, request.classification.entities.orderIds).slice(0, MOST_ORDERS);
  if (exchange?.about === 'new address')
    return changeAddress(request, answers, String(exchange.memory.orderId), request.text);
  if (wanted.length === 0) return withoutNumber(request, answers);
  if (wish === 'status') return states(request, answers, wanted);
  return change(request, answers, wish, wanted[0]!);
}

function states(request: AgentRequest, answers: readonly ToolAnswer[], wanted: string[]): OfflineStep {
  const next = wanted[answers.length];
  if (next) return { call: 'look_up_order', input: { orderId: next } };
  return { text: answers.map((answer, at) => describeOrder(answer, wanted[at]!, request)).join('\n\n') };
}

/** A write is proposed by its tool, which checks whether it may be; a refusal says why and offers a person. */
function change(
  request: AgentRequest,
  answers: readonly ToolAnswer[],
  wish: Exclude<OrderWish, 'status'>,
  orderId: string,
): OfflineStep {
  const words = phrasesFor(request.classification.language, request.phrases);
  const refused = answers.at(-1);
  if (refused) return refusal(request, orderId, refused);
  const reason = request.text.replace(/\s+/g, ' ').trim().slice(0, 200);
  if (wish === 'cancel') return { call: 'cancel_order', input: { orderId, reason } };
  if (wish === 'return') return { call: 'return_order', input: { orderId, reason } };
  if (wish === 'address') {
    const address = addressIn(request.text);
    if (address) return changeAddress(request, answers, orderId, address);
    return { text: words.askAddress({ orderId }), asks: { about: 'new address', memory: { orderId } } };
  }
  return { text: words.changeNeedsPerson(), choices: [words.personChoice()] };
}

function changeAddress(
  request: AgentRequest,
  answers: readonly ToolAnswer[],
  orderId: string,
  address: string,
): OfflineStep {
  const refused = answers.at(-1);
  if (refused) return refusal(request, orderId, refused);
  return { call: 'change_address', input: { orderId, address: address.replace(/\s+/g, ' ').trim() } };
}

function refusal(request: AgentRequest, orderId: string, { result }: ToolAnswer): OfflineStep {
  const words = phrasesFor(request.classification.language, request.phrases);
  const why = String(result.refused ?? result.error ?? 'not found');
  const text = words.cannotChange({ orderId, why });
  return result.aPersonCould ? { text, choices: [words.personChoice()] } : { text };
}

function withoutNumber(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const words = phrasesFor(request.classification.language, request.phrases);
  const asks = { about: 'order number', memory: { wish: request.text.slice(0, 200) } };
  if (request.facts.level === 'anonymous') return { text: words.askOrderNumber(), asks };
  const listed = answers[0];
  if (!listed) return { call: 'list_orders', input: { limit: 3 } };
  const orders = (listed.result.orders ?? []) as Record<string, unknown>[];
  if (orders.length === 0) return { text: words.noOrders() };
  const lines = orders.map((order) =>
    describeOrder({ name: listed.name, result: order }, String(order.orderId), request),
  );
  const text = [words.latestOrders(), ...lines].join('\n\n');
  if (readOrderWish(request.text) === 'status') return { text };
  const choices = orders.map((order) => ({ title: String(order.orderId), value: String(order.orderId) }));
  return { text: `${text}\n\n${words.whichOrder()}`, choices, asks };
}

const BARE_NUMBER = /^\D{0,20}(\d{4,10})\D{0,20}$/;

/** "12345" alone is an order number, too, where one was asked for. */
function orderIdsIn(text: string, named: string[] | undefined): string[] {
  if (named && named.length > 0) return named;
  const bare = BARE_NUMBER.exec(text)?.[1];
  return bare ? [`ORD-${bare}`] : [];
}

/** A house number and a word beside it, on at least three words. */
function looksLikeAddress(text: string): boolean {
  return /\d/.test(text) && text.trim().split(/[\s,]+/).length >= 3 && !/\?\s*$/.test(text);
}

/** "… to: 1 Main Street, 10000 Springfield" names it already. */
function addressIn(text: string): string | null {
  const named = /\baddress\b[^.?!]*?\b(?:to|is|:)\s*:?\s*(.+)$/is.exec(text)?.[1]?.replace(/^(is|to)\b:?\s*/i, '');
  return named && looksLikeAddress(named) ? named : null;
}

function describeOrder(answer: ToolAnswer, orderId: string, request: AgentRequest): string {
  const words = phrasesFor(request.classification.language, request.phrases);
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
