// Where orders stand: each that was named is looked up, told in a sentence, and promised news of where they are wanted.
import { actWords } from '../../phrases/acts/index.ts';
import { phrasesFor } from '../../phrases/index.ts';
import { orderWords } from '../../phrases/order/index.ts';
import { saysDone } from '../../phrases/says-done.ts';
import type { AgentRequest, OfflineStep, ToolAnswer } from '../agent.ts';
import { promiseNews, wantsNews } from '../news.ts';
import { tellsInTime } from './deadline.ts';

export function states(request: AgentRequest, answers: readonly ToolAnswer[], wanted: string[]): OfflineStep {
  const looked = answers.filter(({ name }) => name === 'look_up_order');
  const next = wanted[looked.length];
  if (next) return { call: 'look_up_order', input: { orderId: next } };
  const unpaid = payment(request, answers, wanted);
  if (unpaid === 'ask') return { call: 'find_charges', input: { orderId: wanted[0]! } };
  const told = looked.map((answer, at) => describeOrder(answer, wanted[at]!, request));
  const words = actWords(request.classification.language);
  const isOpen = !['delivered', 'cancelled'].includes(String(answers[0]!.result.status));
  const isRerouted = isOpen && wanted.length === 1 && wasRerouted(request, wanted[0]!);
  const isTogether = SAME_PARCEL.test(request.text) && request.history.some(({ text }) => /\bORD-\d/.test(text));
  const notes = [
    ...(isTogether ? [words.eachItsOwn()] : []),
    ...(isOpen && WHAT_HOUR.test(request.text) ? [words.hourUnknown()] : []),
    ...(unpaid ? [words.awaitsPayment()] : []),
    ...(isRerouted ? [words.rerouted()] : []),
  ];
  const text = [...told, ...notes].join('\n\n');
  return withNews(request, { text }, wanted[0]!, answers[0]!.result);
}

/** "At what time do they come?" */
export const WHAT_HOUR =
  /\b(?:at |about )?(?:what|which) (?:time|hour)\b|\bmorning or (?:the )?(?:afternoon|evening)\b|\btime (?:slot|window)\b/i;

/** "Is the lamp in the same parcel?", as that which was spoken of. */
const SAME_PARCEL = /\b(same|one) (parcel|package|box|delivery)\b|\btogether with\b/i;

/** In this conversation the carrier was told to take it elsewhere. */
export function wasRerouted({ history }: AgentRequest, orderId: string): boolean {
  return history.some(({ text }) => text.includes(orderId) && /\bRTE-/.test(text));
}

/** Whether its payment failed: known, to be asked for, or none of what is asked. */
function payment(request: AgentRequest, answers: readonly ToolAnswer[], wanted: string[]): boolean | 'ask' {
  const [order] = answers;
  const isOwn = request.facts.level !== 'anonymous' && wanted.length === 1 && order?.result.status === 'pending';
  if (!isOwn) return false;
  const found = answers.find(({ name }) => name === 'find_charges');
  if (!found) return 'ask';
  const charges = (found.result.charges ?? []) as { status: string }[];
  return allFailed(charges);
}

const allFailed = (charges: readonly { status: string }[]): boolean =>
  charges.length > 0 && charges.every(({ status }) => status === 'failed');

/** Of own orders that are listed, whether one that waits is paid is asked of billing first. */
export function askIfPaid(
  orders: readonly ToolAnswer['result'][],
  answers: readonly ToolAnswer[],
  wish: string,
): OfflineStep | null {
  const isAsked = answers.some(({ name }) => name === 'find_charges');
  const mayWait = ['status', 'list'].includes(wish) && orders.some(({ status }) => status === 'pending');
  return mayWait && !isAsked ? { call: 'find_charges', input: { limit: MOST_CHARGES } } : null;
}

const MOST_CHARGES = 10;

/** One of their own, in a list; that nobody packs it before it is paid is said with it. */
export function describeOwn(
  order: ToolAnswer['result'],
  answers: readonly ToolAnswer[],
  request: AgentRequest,
): string {
  const orderId = String(order.orderId);
  const state = describeOrder({ name: 'list_orders', result: order }, orderId, request);
  const found = answers.find(({ name }) => name === 'find_charges')?.result.charges ?? [];
  const charges = (found as { orderId: string | null; status: string }[]).filter((one) => one.orderId === orderId);
  const isUnpaid = order.status === 'pending' && allFailed(charges);
  return isUnpaid ? `${state} ${actWords(request.classification.language).unpaid()}` : state;
}

/** "And tell me when it moves", where it still can. */
function withNews(
  request: AgentRequest,
  step: { text: string },
  orderId: string,
  { found, status }: ToolAnswer['result'],
): OfflineStep {
  if (!wantsNews(request.text) || !found || ['delivered', 'cancelled'].includes(String(status))) return step;
  const { says, followUp } = promiseNews(request.classification.language, {
    what: 'order',
    orderId,
    was: String(status),
  });
  return { text: `${step.text}\n\n${says}`, followUp };
}

export function describeOrder(answer: ToolAnswer, orderId: string, request: AgentRequest): string {
  const words = phrasesFor(request.classification.language, request.phrases);
  const { found, status, carrier, trackingNumber, deliveryOn, error } = answer.result as Record<
    string,
    string | null
  > & { found?: boolean };
  if (error || !found) return words.orderNotFound({ orderId });
  const state = words.orderState({
    orderId,
    status: status ?? '',
    carrier: carrier ?? null,
    trackingNumber: trackingNumber ?? null,
    deliveryOn: deliveryOn ?? null,
    today: request.today,
  });
  const isOpen = !NO_LONGER.includes(status ?? '');
  const asked = isOpen && deliveryOn ? tellsInTime(request.text, request.today, deliveryOn) : null;
  return asked ? `${state} ${actWords(request.classification.language).inTime(asked)}` : state;
}

/** What is left of "faster", in the state that it is in. */
export function notFaster({ classification }: AgentRequest, orderId: string, status: string): string {
  const left = status === 'pending' ? 'pending' : status === 'processing' ? 'packing' : 'underway';
  return orderWords(classification.language).notFaster({ orderId, left });
}

const NO_LONGER: readonly string[] = ['delivered', 'cancelled'];

/** No tool changes how an order is sent: where it stands, and what that leaves. */
export function tellFaster(request: AgentRequest, answers: readonly ToolAnswer[], orderId: string): OfflineStep {
  const [answer] = answers;
  if (!answer) return { call: 'look_up_order', input: { orderId } };
  const { language } = request.classification;
  const state = describeOrder(answer, orderId, request);
  const status = String(answer.result.status);
  if (!answer.result.found || NO_LONGER.includes(status)) return { text: state };
  const text = `${state}\n\n${notFaster(request, orderId, status)}`;
  return { text, choices: [phrasesFor(language, request.phrases).personChoice()] };
}

const SENT_TO =
  /(?:goes to|va a|va à|geht an|deliver order \S+ to|entregará .{0,30} en|livrera .{0,30} à|an) (.{8,200}?)(?: \([A-Z]{3}-[0-9A-Z]+\))?\.?$/m;

/** Where it is delivered to: as it was changed in this conversation, or as it was ordered, which stands nowhere here. */
export function tellWhereTo(request: AgentRequest, answers: readonly ToolAnswer[], orderId: string): OfflineStep {
  const [answer] = answers;
  if (!answer) return { call: 'look_up_order', input: { orderId } };
  const { language } = request.classification;
  if (!answer.result.found) return { text: phrasesFor(language, request.phrases).orderNotFound({ orderId }) };
  const changed = request.history.findLast(
    ({ role, text }) => role === 'bot' && saysDone(text) && text.includes(orderId) && SENT_TO.test(text),
  );
  const address = (changed && SENT_TO.exec(changed.text)?.[1]) ?? null;
  return { text: `${describeOrder(answer, orderId, request)}\n\n${actWords(language).goesTo({ orderId, address })}` };
}
