// The billing agent: what was charged and why, and what can be done about it. It decides what the customer wants; charges
// stand in charges.ts, invoices, refunds and payments here.
import { actWords } from '../../phrases/acts/index.ts';
import { billingWords } from '../../phrases/billing/index.ts';
import { orderWords } from '../../phrases/order/index.ts';
import type { Tools } from '../../tools/index.ts';
import type { Act } from '../acts.ts';
import { type Agent, type AgentRequest, type OfflineStep, readInstructions, type ToolAnswer } from '../agent.ts';
import {
  ASKED,
  type ChargeWish,
  person,
  pickBySum,
  pickCharge,
  reasonIn,
  refusal,
  settleCharge,
  wrapUp,
} from './charges.ts';
import { readPromoCode } from './promo.ts';
import {
  failedIn,
  MOST_READ,
  namesPurchase,
  orderIn,
  picksFailed,
  purchaseIn,
  saysPaid,
  tellNotSeen,
  tellRefunds,
  tellWhyRefused,
} from './refunds.ts';
import { type BillingWish, isYes, readBillingWish, readGiftCode, readNextStep, restOfFine } from './wish.ts';

/** What our rules call that which a message surely wants. */
const WISH_OF_ACT: Partial<Record<Act, BillingWish>> = {
  'change-payment': 'change method',
  'charge-unknown': 'charge',
  'charged-twice': 'duplicate',
  'charged-wrong': 'charge',
  invoice: 'invoice',
  'pay-now': 'retry payment',
  'payment-arrived': 'charge',
  'refund-when': 'refund state',
  'want-refund': 'refund',
};

function wishOf({ act, text }: AgentRequest): BillingWish {
  const read = readBillingWish(text);
  // "Three weeks, and STILL no refund": they want it, and not its state.
  if (act === 'refund-when' && read === 'refund' && STILL_NONE.test(text)) return read;
  const surely = act && WISH_OF_ACT[act];
  // A card that has expired is no reason against the page on which any card can be used.
  if (surely === 'retry payment' && /\b(again|retry|repeat)\b/i.test(text)) return surely;
  const isNearer =
    (surely === 'charge' && read !== 'charge') ||
    (surely === 'retry payment' && PAYS.has(read)) ||
    (surely === 'invoice' && OF_INVOICES.has(read));
  return surely === undefined || isNearer ? read : surely;
}

const OF_PAYING: ReadonlySet<Act> = new Set(['payment-arrived', 'payment-failed', 'pay-now']);
const PAYS: ReadonlySet<BillingWish> = new Set(['pay invoice', 'gift card']);
const OF_INVOICES: ReadonlySet<BillingWish> = new Set(['pay invoice', 'invoice details']);
const STILL_NONE = /\b(still|yet)\b.{0,20}\b(no|not|nothing|waiting)\b|\b(no|not)\b.{0,25}\b(still|yet)\b/i;

export function createBillingAgent(tools: Tools): Agent {
  return {
    name: 'billing',
    handles: ['BILLING'],
    instructions: readInstructions(import.meta.url),
    tools: [
      tools.findCharges,
      tools.explainCharge,
      tools.openDispute,
      tools.refundCharge,
      tools.getRefundState,
      tools.getInvoice,
      tools.payInvoice,
      tools.retryPayment,
      tools.changePaymentMethod,
      tools.changeOrderPayment,
      tools.checkGiftCard,
    ],
    offline: decide,
    understands,
    declines: (text, { about }) => (about === ASKED.next || about === ASKED.dispute ? restOfFine(text) : null),
  };
}

/** The button, in any of our languages, or their own words. */
const PAYS_AGAIN =
  /^\W*((yes|s[ií]|oui|ja)\W+)?(please\W+)?((i want to |let me )?pay (it |for it )?again|pagar otra vez|payer à nouveau|noch einmal bezahlen|make (me )?(a|the) (secure )?page|send (me )?(a|the) (link|page))\b/i;

const understands: NonNullable<Agent['understands']> = (text, classification, exchange) => {
  const { about } = exchange;
  if (about === ASKED.giftCode) return readGiftCode(text) !== undefined;
  if (about === ASKED.payAgain) return isYes(text) || text.split(/(?<=[.!?])\s+/).some((part) => PAYS_AGAIN.test(part));
  if (about === ASKED.which)
    return (
      /\bPAY-\d/i.test(text) ||
      /\d{1,6}[.,]\d{2}\b/.test(text) ||
      pickBySum(text, exchange) !== null ||
      pickCharge(text, exchange) !== null
    );
  if (about === ASKED.dispute && isYes(text)) return true;
  return (about === ASKED.next || about === ASKED.dispute) && nextStepIn(text, classification.language) !== null;
};

/** In English, or the words of an option in any of our languages. */
function nextStepIn(text: string, language: string): 'explain' | 'dispute' | 'fine' | null {
  const words = billingWords(language);
  const is = (choice: { value: string }) => choice.value.toLowerCase() === text.trim().toLowerCase();
  if (is(words.explainChoice())) return 'explain';
  if (is(words.disputeChoice())) return 'dispute';
  return is(words.fineChoice()) ? 'fine' : readNextStep(text);
}

function decide(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const { exchange } = request;
  if (exchange?.about === ASKED.next || exchange?.about === ASKED.dispute)
    return takeNextStep(request, answers, String(exchange.memory.chargeId));
  if (exchange?.about === ASKED.which) return settleCharge(request, answers, exchange.memory.wish as ChargeWish);
  if (exchange?.about === ASKED.giftCode) return tellGiftCard(request, answers);
  if (exchange?.about === ASKED.payAgain)
    return callOnce(request, answers, 'retry_payment', { orderId: String(exchange.memory.orderId) });
  const wish = wishOf(request);
  if (OF_PAYING.has(request.act as Act) && saysPaid(request.text)) return tellNotSeen(request, answers);
  if (request.act === 'payment-failed') return tellWhyRefused(request, answers);
  switch (wish) {
    case 'gift card':
      return tellGiftCard(request, answers);
    case 'refund state':
      return tellRefunds(request, answers);
    case 'promo code':
      return tellPromo(request);
    case 'pay invoice':
      return callOnce(request, answers, 'pay_invoice', aboutInvoice(request));
    case 'invoice details':
      return {
        text: billingWords(request.classification.language).invoiceDetails(),
        choices: [person(request)],
      };
    case 'invoice':
      return tellInvoice(request, answers);
    case 'change method':
      return changeMethod(request, answers);
    case 'retry payment':
      return retry(request, answers);
    default:
      return settleCharge(request, answers, wish);
  }
}

/** "Explain it", "open a dispute", "it's fine", about the charge that was just shown. */
function takeNextStep(request: AgentRequest, answers: readonly ToolAnswer[], chargeId: string): OfflineStep {
  const last = answers.at(-1);
  if (last) return wrapUp(request, last);
  const isAgreed = request.exchange?.about === ASKED.dispute && isYes(request.text);
  const next = isAgreed ? 'dispute' : nextStepIn(request.text, request.classification.language);
  if (next === 'explain') return { call: 'explain_charge', input: { chargeId } };
  if (next === 'dispute') return { call: 'open_dispute', input: { chargeId, reason: reasonIn(request.text) } };
  return { text: billingWords(request.classification.language).fine() };
}

/** A write that needs no search before it: proposed, or refused with the reason. */
function callOnce(
  request: AgentRequest,
  answers: readonly ToolAnswer[],
  call: string,
  input: Record<string, unknown>,
): OfflineStep {
  const last = answers.at(-1);
  return last ? refusal(request, last.result) : { call, input };
}

/** "Now pay it, with a different card": what failed is paid again; where nothing has, how it is paid is changed. */
function retry(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const found = answers.find(({ name }) => name === 'find_charges');
  const [tried, ...rest] = answers.filter((one) => one !== found);
  const isNone = tried?.name === 'retry_payment' && tried.result.refused === 'no failed payment';
  if (isNone && /\bcard\b/i.test(request.text)) return changeMethod(request, rest);
  // "The 108 one", "the other blankets": not the one that was spoken of last.
  if (!found && picksFailed(request.text)) return { call: 'find_charges', input: { limit: MOST_READ } };
  const about = (found && failedIn(request, found)) ?? orderIn(request);
  const step = callOnce(request, tried ? [tried, ...rest] : [], 'retry_payment', about);
  return isNone && 'text' in step ? { ...step, choices: [person(request)] } : step;
}

/** Of the order that is spoken of, while it is pending; else for all that is still to be paid. */
function changeMethod(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const { language, entities } = request.classification;
  const orderId = entities.orderIds?.[0];
  const last = answers.at(-1);
  if (!orderId) return callOnce(request, answers, 'change_payment_method', {});
  // What failed is paid again, on a page where any card can be used.
  if (!last) return { call: 'retry_payment', input: { orderId } };
  if (last.name === 'retry_payment' && last.result.refused === 'no failed payment')
    return { call: 'change_order_payment', input: { orderId } };
  const why = orderWords(language).whyNot({ why: String(last.result.refused) });
  if (why) return { text: why, choices: [person(request)] };
  return last.name === 'change_order_payment'
    ? { call: 'change_payment_method', input: {} }
    : refusal(request, last.result);
}

function tellInvoice(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const words = billingWords(request.classification.language);
  const about = aboutInvoice(request);
  const found = answers.find(({ name }) => name === 'find_charges');
  const isByThing = about.invoiceId === undefined && !/\bord\W?\d/i.test(request.text) && namesPurchase(request);
  if (isByThing && !found) return { call: 'find_charges', input: { limit: MOST_READ } };
  const last = answers.find(({ name }) => name === 'get_invoice');
  if (!last) return { call: 'get_invoice', input: (found && purchaseIn(request, found)) ?? about };
  if (!last.result.found) return { text: words.noInvoice(), choices: [person(request)] };
  const { invoiceId, orderId, amount, currency, status, on, url, nowTotal } = last.result as Record<string, string> & {
    amount: number;
    nowTotal?: number;
  };
  const invoice = words.invoice({
    invoiceId: invoiceId!,
    orderId: orderId!,
    amount,
    currency: currency!,
    paid: status === 'paid',
    on: on!,
    url: url!,
  });
  if (nowTotal === undefined) return { text: invoice };
  const since = { orderId: orderId!, total: nowTotal, currency: currency! };
  return {
    text: `${invoice}\n\n${actWords(request.classification.language).invoiceBefore(since)}`,
    choices: [person(request)],
  };
}

function tellGiftCard(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const words = billingWords(request.classification.language);
  const last = answers.at(-1);
  if (!last) {
    const code = readGiftCode(request.text);
    if (code) return { call: 'check_gift_card', input: { code } };
    return { text: words.askGiftCode(), asks: { about: ASKED.giftCode, memory: {} } };
  }
  if (!last.result.found) return { text: words.noGiftCard(), choices: [person(request)] };
  return { text: words.giftCard(last.result as unknown as Parameters<typeof words.giftCard>[0]) };
}

function aboutInvoice(request: AgentRequest): Record<string, unknown> {
  const invoiceId = /\bINV-\d{1,12}\b/i.exec(request.text)?.[0].toUpperCase();
  return invoiceId ? { invoiceId } : orderIn(request);
}

function tellPromo(request: AgentRequest): OfflineStep {
  return {
    text: billingWords(request.classification.language).noCode({ code: readPromoCode(request.text) }),
    choices: [person(request)],
  };
}
