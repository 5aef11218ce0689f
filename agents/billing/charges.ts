// Charges: find the one that is meant, say what it was for, and offer what can be done about it. Each function is called
// again after every tool result, with all results so far.
import { actWords } from '../../phrases/acts/index.ts';
import { type BillingRefusal, billingWords, type ChargeWords } from '../../phrases/billing/index.ts';
import { phrasesFor } from '../../phrases/index.ts';
import { holdsKind, takeKinds } from '../../tools/support/read-device.ts';
import type { AgentRequest, Exchange, OfflineStep, ToolAnswer } from '../agent.ts';
import { type Choosable, type Pick, pickFrom, readPick, rememberShown, type Shown } from '../order/which-order.ts';
import { type ChargeHint, readChargeHint, withoutRefusedSum } from './wish.ts';

export const ASKED = {
  next: 'explain or dispute',
  which: 'which charge',
  giftCode: 'gift card code',
  dispute: 'dispute or not',
  payAgain: 'pay again',
} as const;

/** What becomes of the charge once it is found. */
export type ChargeWish = 'charge' | 'duplicate' | 'dispute' | 'refund' | 'explain';

export interface FoundCharge extends ChargeWords {
  duplicateOf: string | null;
}

const MOST_SHOWN = 4;
const MOST_COMPARED = 12;

function choosable(charge: FoundCharge): Choosable & { charge: FoundCharge } {
  const { chargeId, on, items } = charge;
  return { id: chargeId, placedOn: on, items, charge };
}

/** "The headphones", "the newest", of the charges that were shown; null where something else is said. */
export function pickCharge(text: string, exchange: Exchange | undefined): Pick | null {
  if (exchange?.about !== ASKED.which) return null;
  return readPick(text, (exchange.memory as Partial<Shown>).names ?? '');
}

/** "The 89 one": of the sums that were shown, the one whose whole part is named; null: none, or several. */
export function pickBySum(text: string, exchange: Exchange | undefined): string | null {
  if (exchange?.about !== ASKED.which) return null;
  const { shown = [], sums = [] } = exchange.memory as { shown?: string[]; sums?: number[] };
  const named = new Set(withoutRefusedSum(text).match(/(?<![\w.,-])\d{1,6}(?![\w-]|[.,]\d)/g) ?? []);
  const fitting = shown.filter((_, at) => sums[at] !== undefined && named.has(String(Math.trunc(sums[at]!))));
  return fitting.length === 1 ? fitting[0]! : null;
}

export function settleCharge(request: AgentRequest, answers: readonly ToolAnswer[], wish: ChargeWish): OfflineStep {
  const last = answers.at(-1);
  const pick = pickCharge(request.text, request.exchange);
  const bySum = pickBySum(request.text, request.exchange);
  const hint = pick ? {} : bySum ? { chargeId: bySum } : readChargeHint(request);
  if (!last && pick) return { call: 'find_charges', input: { limit: MOST_COMPARED } };
  if (!last)
    return { call: 'find_charges', input: { ...hint, ...(wish === 'duplicate' ? { duplicatesOnly: true } : {}) } };
  if (last.name !== 'find_charges') return wrapUp(request, last);
  const all = (last.result.charges ?? []) as FoundCharge[];
  const { shown = [] } = (request.exchange?.memory ?? {}) as Partial<Shown>;
  const picked = pick ? pickFrom(all.map(choosable), pick, shown).map(({ charge }) => charge) : [];
  // "313 dollars", of 313.70: by the whole part, where nothing is of just that sum.
  const isWhole = hint.amount !== undefined && Number.isInteger(hint.amount);
  if (isWhole && all.length === 0 && answers.length === 1)
    return { call: 'find_charges', input: { limit: MOST_COMPARED } };
  const near = isWhole ? all.filter(({ amount }) => Math.trunc(amount) === hint.amount) : all;
  // What fits none of them is asked about once more.
  const charges = picked.length > 0 ? picked : ofThing(near, request.text);
  if (last.result.error) return wrapUp(request, last);
  if (wish === 'duplicate' && !charges.some((one) => one.duplicateOf)) return noDuplicate(request, answers, hint);
  if (charges.length === 0) return notFound(request, answers, hint);
  const repeated = charges.find((charge) => charge.duplicateOf !== null && charge.refundedAmount === 0);
  const meansIt = wish === 'charge' || wish === 'duplicate' || wish === 'refund';
  // Money that was taken twice is what they mean, whichever of the two they point at.
  if (repeated && meansIt && sameSum(charges)) return { call: 'refund_charge', input: { chargeId: repeated.chargeId } };
  if (charges.length > 1) return askWhich(request, charges, wish);
  return actOn(request, charges[0]!, wish);
}

/** Those for the thing that is named ("the camera"), where any is. */
export function ofThing(charges: readonly FoundCharge[], text: string): FoundCharge[] {
  const { kinds } = takeKinds(text);
  const fitting = charges.filter(({ items }) => holdsKind(items, kinds));
  return fitting.length > 0 ? fitting : [...charges];
}

function sameSum(charges: readonly FoundCharge[]): boolean {
  return charges.every((charge) => charge.amount === charges[0]!.amount && charge.orderId === charges[0]!.orderId);
}

function actOn(request: AgentRequest, charge: FoundCharge, wish: ChargeWish): OfflineStep {
  const { chargeId } = charge;
  if (wish === 'refund') return { call: 'refund_charge', input: { chargeId } };
  if (wish === 'dispute') return { call: 'open_dispute', input: { chargeId, reason: reasonIn(request.text) } };
  if (wish === 'explain') return { call: 'explain_charge', input: { chargeId } };
  return describe(request, charge);
}

/** What it was for, and one next step. */
function describe(request: AgentRequest, charge: FoundCharge): OfflineStep {
  const words = billingWords(request.classification.language);
  if (charge.status === 'failed')
    return {
      ...offerToPay(request, charge.orderId),
      text: `${words.charge(charge)}\n\n${actWords(request.classification.language).payAgain()}`,
    };
  if (charge.disputeId) return { text: words.charge(charge) };
  if (request.act === 'payment-arrived')
    return { text: `${actWords(request.classification.language).isPaid()} ${words.charge(charge)}` };
  return {
    text: `${words.charge(charge)}\n\n${words.explainOrDispute()}`,
    choices: [words.explainChoice(), words.disputeChoice(), words.fineChoice()],
    asks: { about: ASKED.next, memory: { chargeId: charge.chargeId } },
  };
}

/** What failed can be paid again: asked, with its button. */
export function offerToPay(request: AgentRequest, orderId: string) {
  const title = actWords(request.classification.language).payAgainChoice();
  return {
    choices: [{ title, value: title }, person(request)],
    asks: { about: ASKED.payAgain, memory: { orderId } },
  };
}

/** They want to see them, and none in particular. */
const WANTS_LIST = /\blist\b|\bshow me\b|\bwhat (are|were) (all )?(the|my|these|those) charges\b|\bwhich charges\b/i;

function askWhich(request: AgentRequest, charges: readonly FoundCharge[], wish: ChargeWish): OfflineStep {
  const words = billingWords(request.classification.language);
  const shown = charges.slice(0, MOST_SHOWN);
  const lines = shown.map((charge) => `- ${words.charge(charge)}`);
  if (wish === 'charge' && WANTS_LIST.test(request.text))
    return { text: [words.latestCharges(), lines.join('\n')].join('\n\n') };
  return {
    text: [words.latestCharges(), lines.join('\n'), words.whichCharge()].join('\n\n'),
    choices: shown.map((charge) => ({ title: words.chargeTitle(charge), value: charge.chargeId })),
    asks: {
      about: ASKED.which,
      memory: { wish, sums: shown.map(({ amount }) => amount), ...rememberShown(shown.map(choosable)) },
    },
  };
}

/** Nothing was taken twice: say what was checked, and what the one charge that they named was for. */
function noDuplicate(request: AgentRequest, answers: readonly ToolAnswer[], hint: ChargeHint): OfflineStep {
  const words = billingWords(request.classification.language);
  // Asked to look again, they see what was compared, whatever they named.
  const which = request.again ? { limit: MOST_COMPARED } : { ...hint, limit: MOST_SHOWN };
  if (answers.length === 1) return { call: 'find_charges', input: which };
  const { checked, charges } = answers.at(-1)!.result as { checked: number; charges: FoundCharge[] };
  if (checked === 0) return { text: words.noCharges(), choices: [person(request)] };
  const none = words.noDuplicates({ checked });
  if (request.again) {
    const text = `${none} ${words.compared({ charges, more: checked - charges.length })}`;
    const choices = charges
      .slice(0, MOST_SHOWN)
      .map((charge) => ({ title: words.chargeTitle(charge), value: charge.chargeId }));
    return {
      text,
      choices: [...choices, person(request)],
      asks: { about: ASKED.which, memory: { wish: 'charge', ...rememberShown(charges.map(choosable)) } },
    };
  }
  if (charges.length !== 1) return { text: none, choices: [person(request)] };
  const described = describe(request, charges[0]!);
  return 'text' in described ? { ...described, text: `${none}\n\n${described.text}` } : described;
}

function notFound(request: AgentRequest, answers: readonly ToolAnswer[], hint: ChargeHint): OfflineStep {
  const words = billingWords(request.classification.language);
  const checked = Number(answers.at(-1)!.result.checked ?? 0);
  if (checked === 0) return { text: words.noCharges(), choices: [person(request)] };
  const currency = request.classification.entities.money?.[0]?.currency ?? 'USD';
  const money = hint.amount === undefined ? null : { amount: hint.amount, currency };
  return { text: words.noSuchCharge({ money, orderId: hint.orderId ?? null }), choices: [person(request)] };
}

/** A tool after the search has spoken: an explanation, or a refusal. */
export function wrapUp(request: AgentRequest, { result }: ToolAnswer): OfflineStep {
  const words = billingWords(request.classification.language);
  if (result.found === true && result.charge) {
    const charge = result.charge as FoundCharge;
    const text = words.explained(charge);
    if (charge.status === 'failed' || charge.disputeId) return { text };
    return {
      text: `${text}\n\n${words.askDispute()}`,
      choices: [words.disputeChoice(), words.fineChoice()],
      asks: { about: ASKED.dispute, memory: { chargeId: charge.chargeId } },
    };
  }
  return refusal(request, result);
}

/** Why a tool did not do it, and a colleague where one could. */
export function refusal(request: AgentRequest, result: ToolAnswer['result']): OfflineStep {
  const words = billingWords(request.classification.language);
  const why = (typeof result.refused === 'string' ? result.refused : 'not found') as BillingRefusal;
  const text = words.refused({ why });
  return result.aPersonCould ? { text, choices: [person(request)] } : { text };
}

export function person({ classification, phrases }: AgentRequest) {
  return phrasesFor(classification.language, phrases).personChoice();
}

export function reasonIn(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 300) || 'no reason given';
}
