// Where money that goes back is, and why some was not taken: of the order that is named, or of the one that holds the thing.
// Each function is called again after every tool result, with all results so far.
import { actWords } from '../../phrases/acts/index.ts';
import { billingWords, type RefundStateWords } from '../../phrases/billing/index.ts';
import { saysDone } from '../../phrases/says-done.ts';
import { holdsKind, takeKinds } from '../../tools/support/read-device.ts';
import type { AgentRequest, OfflineStep, ToolAnswer } from '../agent.ts';
import { namesOrder, readOrderIds } from '../classifier/entities.ts';
import { promiseNews, wantsNews } from '../news.ts';
import { type FoundCharge, offerToPay, ofThing, person } from './charges.ts';
import { readChargeHint } from './wish.ts';

export const MOST_READ = 12;

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
  const spoken = doneOrder(request);
  const own = isByThing && orders.length === 1 ? { orderId: orders[0]! } : orderIn(request);
  // "When will the 24.99 be back?", of what was changed or cancelled a moment ago.
  const last = spoken ?? request.classification.entities.orderIds?.[0];
  const of = own.orderId || refundId || !last ? own : { orderId: last };
  const several = severalIn(request);
  if (!state && (asksOfOther(request) || several)) return { call: 'get_refund_state', input: {} };
  if (state && several) return sayRefunds(request, { ...state, result: only(state.result, several) }, undefined);
  if (!state) return { call: 'get_refund_state', input: refundId ? { refundId } : of };
  if (asksOfOther(request)) return tellOthers(request, state);
  // Of the order that was spoken of last there is none: theirs may be for another one.
  const isFound = isByThing && own.orderId !== undefined;
  const isNamed = of.orderId !== undefined && (isFound || namesOrder(request.text, of.orderId));
  const isNone = ((state.result.refunds ?? []) as unknown[]).length === 0 && state.result.owed === undefined;
  const isElsewhere = isNone && of.orderId !== undefined && !isNamed;
  const all = answers.filter(({ name }) => name === 'get_refund_state')[1];
  if (isElsewhere && !wasDone(request, of.orderId!) && !all) return { call: 'get_refund_state', input: {} };
  const hasOthers = ((all?.result.refunds ?? []) as unknown[]).length > 0;
  return hasOthers ? sayRefunds(request, all!, undefined) : sayRefunds(request, state, of.orderId);
}

/** "ORD-20225 and ORD-20569, both refunds", "for each of the two": of which orders, none named is all; null: it is of one. */
function severalIn({ text }: AgentRequest): string[] | null {
  const named = readOrderIds(text);
  if (named.length > 1) return named;
  return named.length === 0 &&
    /\b(?:both|each|all)\b.{0,25}\b(?:refunds?|of (?:the two|them|these|those)|two)\b/i.test(text)
    ? []
    : null;
}

function only(result: ToolAnswer['result'], orders: readonly string[]): ToolAnswer['result'] {
  const isMeant = ({ orderId }: { orderId: string }) => orders.length === 0 || orders.includes(orderId);
  return {
    ...result,
    refunds: ((result.refunds ?? []) as RefundStateWords[]).filter(isMeant),
    alsoOwed: ((result.alsoOwed ?? []) as Owed[]).filter(isMeant),
  };
}

/** "And for the other one?" */
const OTHER = /\b(the|my|an?)? ?other (one|1|order|refund|money|cancellation)s?\b|\bsecond (one|order|refund)\b/i;

const asksOfOther = ({ text }: AgentRequest): boolean => OTHER.test(text) && !/\d{4,}/.test(text);

/** Those of which the answers so far told nothing. */
function tellOthers(request: AgentRequest, { result }: ToolAnswer): OfflineStep {
  const wasTold = ({ orderId }: { orderId: string }) =>
    request.history.some(({ role, text }) => role === 'bot' && text.includes(orderId) && /refund/i.test(text));
  const refunds = ((result.refunds ?? []) as RefundStateWords[]).filter((one) => !wasTold(one));
  const alsoOwed = ((result.alsoOwed ?? []) as Owed[]).filter((one) => !wasTold(one));
  if (refunds.length + alsoOwed.length === 0)
    return { text: actWords(request.classification.language).noOtherRefund(), choices: [person(request)] };
  return sayRefunds(request, { name: 'get_refund_state', result: { refunds, alsoOwed } }, undefined);
}

interface Owed {
  orderId: string;
  amount: number;
  currency: string;
}

function sayRefunds(request: AgentRequest, { result }: ToolAnswer, orderId: string | undefined): OfflineStep {
  const words = billingWords(request.classification.language);
  const all = (result.refunds ?? []) as RefundStateWords[];
  const { amount } = readChargeHint(request);
  const ofSum = all.filter((one) => amount !== undefined && Math.floor(one.amount) === Math.floor(amount));
  const refunds = ofSum.length > 0 ? ofSum : all;
  const news = orderId && wantsNews(request.text) && refunds[0]?.state !== 'booked';
  const watch = { what: 'refund' as const, orderId: orderId ?? '', was: refunds[0]?.state ?? 'none' };
  const { says, followUp } = promiseNews(request.classification.language, watch);
  const promised = (text: string) => (news ? { text: `${text}\n\n${says}`, followUp } : { text });
  const { refundTakes } = actWords(request.classification.language);
  // What is on the card takes no time any more, unless they ask of the bank.
  const isBooked = refunds.length > 0 && refunds.every(({ state }) => state === 'booked');
  const isTime = HOW_LONG.test(request.text) && (!isBooked || OF_BANK.test(request.text));
  const wasTold = (text: string) => request.history.some((one) => one.role === 'bot' && one.text.includes(text));
  // What was cancelled in this conversation is not overdue, and of a sum only that is told.
  const also =
    ofSum.length > 0 ? [] : ((result.alsoOwed ?? []) as Owed[]).filter((one) => !wasDone(request, one.orderId));
  const overdue = also.map((one) => actWords(request.classification.language).owedStill(one));
  if (refunds.length === 0 && overdue.length > 0) return { text: overdue.join('\n\n'), choices: [person(request)] };
  if (refunds.length > 0) {
    const told = refunds.map((refund) => words.refundState(refund));
    const states = [...told, ...overdue].join('\n\n');
    // Who was told the state, and asks how long it takes, wants to know that.
    if (isTime && overdue.length === 0 && wasTold(states)) return promised(refundTakes());
    const step = promised(isTime ? `${states}\n\n${refundTakes()}` : states);
    return overdue.length > 0 ? { ...step, choices: [person(request)] } : step;
  }
  const { openCase } = request.facts;
  const isNamed = namesOrder(request.text, orderId);
  const isWaiting = openCase?.approves !== undefined && (!isNamed || openCase.approves.includes(orderId));
  if (isWaiting)
    return {
      text: `${actWords(request.classification.language).awaitsApproval({ caseId: openCase.id })} ${refundTakes()}`,
    };
  const owed = result.owed as { amount: number; currency: string; why: 'cancelled' | 'changed' } | undefined;
  if (owed?.why === 'changed')
    return {
      text: `${actWords(request.classification.language).changeGivesBack({ orderId: orderId!, ...owed })} ${refundTakes()}`,
      choices: [person(request)],
    };
  // What was cancelled just now is not overdue.
  const isNew = orderId !== undefined && wasDone(request, orderId);
  if (owed && orderId && !isNew) {
    const still = actWords(request.classification.language).owedStill({ orderId, ...owed });
    if (isTime && wasTold(still)) return { text: refundTakes(), choices: [person(request)] };
    return { text: isTime ? `${refundTakes()}\n\n${still}` : still, choices: [person(request)] };
  }
  const none = orderId ? words.noRefundYet({ orderId }) : words.noRefunds();
  const text = isTime ? `${none}\n\n${refundTakes()}` : none;
  const step = orderId ? promised(text) : { text };
  return { ...step, choices: [person(request)] };
}

/** Something was done with it in this conversation. */
function wasDone({ history }: AgentRequest, orderId: string): boolean {
  return history.some(({ role, text }) => role === 'bot' && saysDone(text) && text.includes(orderId));
}

/** The order with which something was done last in this conversation. */
function doneOrder({ history }: AgentRequest): string | undefined {
  const done = history.findLast(({ role, text }) => role === 'bot' && saysDone(text));
  return done && /\bORD-\d+\b/.exec(done.text)?.[0];
}

/** A thing or a day of theirs, by which the order is found. */
export function namesPurchase(request: AgentRequest): boolean {
  return takeKinds(request.text).kinds.length > 0 || readChargeHint(request).on !== undefined;
}

/** The order of the only charge for what is named, of the day that is named; null: none, or several. */
export function purchaseIn(request: AgentRequest, { result }: ToolAnswer): { orderId: string } | null {
  const { kinds } = takeKinds(request.text);
  const { on } = readChargeHint(request);
  const fitting = ((result.charges ?? []) as FoundCharge[]).filter(
    (charge) => kinds.every((kind) => holdsKind(charge.items, [kind])) && (!on || charge.on === on),
  );
  const orders = [...new Set(fitting.map(({ orderId }) => orderId))];
  const only = orders.length > 1 ? spokenWith(request, kinds, orders) : orders[0];
  return only ? { orderId: only } : null;
}

/** "The lamp", of several orders with one: that which was answered of when it was named last. */
function spokenWith(
  { history }: AgentRequest,
  kinds: readonly string[],
  orders: readonly string[],
): string | undefined {
  const named = history.flatMap(({ role, text }, at) => {
    const isNamed = role === 'customer' && takeKinds(text).kinds.some((kind) => kinds.includes(kind));
    const answer = isNamed ? history[at + 1]?.text : undefined;
    return orders.filter((orderId) => answer?.includes(orderId));
  });
  return named.at(-1);
}

const HOW_LONG =
  /\bbooked mean|\b(?:not|n't|nothing|never) (?:\w+ )?(?:see|there|on my|in my)\b|\bhow (long|many (\w+ )?days|soon|fast|quick\w*)\b|\b(when|cu[aá]ndo|quand|wann)\b|\b(usually|normally|roughly|takes?)\b|\bcu[aá]nto|\bcombien\b|\bwie (lange|viele)\b/i;

/** "How long does the bank take?", of money that was booked. */
const OF_BANK = /\b(banks?|shows?|days|long|banco|banque|d[ií]as|jours|tage|lange)\b/i;

/** "I paid now with my new card." */
export function saysPaid(text: string): boolean {
  return PAID.test(text);
}

const PAID =
  /\b(i|we)('ve| have)? (just |now |already |have )*(paid|payed)\b|\bnew payment\b|\b(he|acabo de) pag(ado|ar)\b|\bj.ai pay[ée]\b|\bhabe .{0,20}(be|ge)zahlt\b/i;

/** They paid again, and the shop still has the old one: nobody is told "failed" to that. */
export function tellNotSeen(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const { language } = request.classification;
  const [found] = answers;
  if (!found) return { call: 'find_charges', input: { ...orderIn(request), limit: MOST_READ } };
  const charges = (found.result.charges ?? []) as FoundCharge[];
  const [newest] = ofThing(charges, request.text);
  const text = newest && newest.status !== 'failed' ? billingWords(language).charge(newest) : '';
  return { text: text || actWords(language).notSeenYet(), choices: [person(request)] };
}

const OTHER_FAILED = /\b(?:the|my) other\b/i;

/** "How do I pay the 108 one", "the other blankets": which failed payment it is stands in the words. */
export function picksFailed(text: string): boolean {
  return (
    !/\bord\W?\d/i.test(text) &&
    (OTHER_FAILED.test(text) || sumsIn(text).length > 0 || takeKinds(text).kinds.length > 0)
  );
}

/** Of "how do I pay the 108 one again, I don't want the 213 any more" what is to be paid. */
const sumsIn = (text: string): string[] =>
  (/\bpay\b[^.?!,]*\d[^.?!,]*/i.exec(text)?.[0] ?? text).match(/(?<![\w.,-])\d{2,5}(?![\w-])/g) ?? [];

/** The only failed payment that the words name by its sum, its things, or as the other one; null: none, or several. */
export function failedIn(request: AgentRequest, { result }: ToolAnswer): { orderId: string } | null {
  const failed = ((result.charges ?? []) as FoundCharge[]).filter(({ status }) => status === 'failed');
  const sums = sumsIn(request.text);
  const ofSum = failed.filter(({ amount }) => sums.includes(String(Math.trunc(amount))));
  const among = ofSum.length > 0 ? ofSum : ofThing(failed, request.text);
  const spoken = request.classification.entities.orderIds?.[0];
  const left = OTHER_FAILED.test(request.text) ? among.filter(({ orderId }) => orderId !== spoken) : among;
  const orders = [...new Set(left.map(({ orderId }) => orderId))];
  return orders.length === 1 ? { orderId: orders[0]! } : null;
}

/** "Why was my card refused?": which payments failed, and that only the bank knows why; the only one can be paid again. */
export function tellWhyRefused(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const { language } = request.classification;
  const [found] = answers;
  const { orderId } = orderIn(request);
  // Of an order that was only spoken of before, it may be none: their failed ones are few.
  const isNamed = namesOrder(request.text, orderId);
  if (!found) return { call: 'find_charges', input: { ...(isNamed ? { orderId } : {}), limit: MOST_READ } };
  const all = ((found.result.charges ?? []) as FoundCharge[]).filter(({ status }) => status === 'failed');
  const ofLast = all.filter((charge) => charge.orderId === orderId);
  const failed = isNamed || ofLast.length === 0 ? ofThing(all, request.text) : ofLast;
  const lines = failed.slice(0, 3).map((charge) => billingWords(language).charge(charge));
  const words = actWords(language);
  const [only] = failed;
  if (failed.length !== 1 || !only) return { text: [...lines, words.whyRefused()].join('\n\n') };
  return { ...offerToPay(request, only.orderId), text: [...lines, words.whyRefused(), words.payAgain()].join('\n\n') };
}
