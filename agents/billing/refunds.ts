// Where money that goes back is, and why some was not taken: of the order that is named, or of the one that holds the thing.
// Each function is called again after every tool result, with all results so far.
import { actWords } from '../../phrases/acts/index.ts';
import { billingWords, type RefundStateWords } from '../../phrases/billing/index.ts';
import { takeKinds } from '../../tools/support/read-device.ts';
import type { AgentRequest, OfflineStep, ToolAnswer } from '../agent.ts';
import { promiseNews, wantsNews } from '../news.ts';
import { type FoundCharge, ofThing, person } from './charges.ts';
import { readChargeHint } from './wish.ts';

const MOST_READ = 12;

export function orderIn(request: AgentRequest): { orderId?: string } {
  const { orderId } = readChargeHint(request);
  return orderId ? { orderId } : {};
}

export function tellRefunds(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const refundId = /\bREF-[0-9A-Z]{1,12}\b/i.exec(request.text)?.[0].toUpperCase();
  const found = answers.find(({ name }) => name === 'find_charges');
  const state = answers.find(({ name }) => name === 'get_refund_state');
  const { amount, orderId } = readChargeHint(request);
  const isByThing = !refundId && !orderId && (amount !== undefined || takeKinds(request.text).kinds.length > 0);
  if (isByThing && !found)
    return { call: 'find_charges', input: { limit: MOST_READ, ...(amount === undefined ? {} : { amount }) } };
  const charges = ofThing((found?.result.charges ?? []) as FoundCharge[], request.text);
  const orders = [...new Set(charges.map(({ orderId }) => orderId))];
  const of = isByThing && orders.length === 1 ? { orderId: orders[0]! } : orderIn(request);
  if (!state) return { call: 'get_refund_state', input: refundId ? { refundId } : of };
  return sayRefunds(request, state, of.orderId);
}

function sayRefunds(request: AgentRequest, { result }: ToolAnswer, orderId: string | undefined): OfflineStep {
  const words = billingWords(request.classification.language);
  const refunds = (result.refunds ?? []) as RefundStateWords[];
  const news = orderId && wantsNews(request.text) && refunds[0]?.state !== 'booked';
  const watch = { what: 'refund' as const, orderId: orderId ?? '', was: refunds[0]?.state ?? 'none' };
  const { says, followUp } = promiseNews(request.classification.language, watch);
  const promised = (text: string) => (news ? { text: `${text}\n\n${says}`, followUp } : { text });
  if (refunds.length > 0) return promised(refunds.map((refund) => words.refundState(refund)).join('\n\n'));
  const step = orderId ? promised(words.noRefundYet({ orderId })) : { text: words.noRefunds() };
  return { ...step, choices: [person(request)] };
}

/** "Why was my card refused?": which payments failed, and that only the bank knows why. */
export function tellWhyRefused(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const { language } = request.classification;
  const [found] = answers;
  if (!found) return { call: 'find_charges', input: { ...orderIn(request), limit: MOST_READ } };
  const failed = ((found.result.charges ?? []) as FoundCharge[]).filter(({ status }) => status === 'failed');
  const lines = failed.slice(0, 3).map((charge) => billingWords(language).charge(charge));
  return { text: [...lines, actWords(language).whyRefused()].join('\n\n') };
}
