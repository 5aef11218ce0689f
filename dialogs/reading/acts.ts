// What a message surely wants, part by part, by the recogniser of acts; and who does it. Pure.
import { type Act, type ReadAct, readAct } from '../../agents/acts.ts';
import type { AgentName } from '../../agents/agent.ts';
import { countWords, splitClauses, splitListed } from '../../agents/classifier/clauses.ts';
import { deniesTrouble, soundsBroken } from '../../agents/technical/read-wish.ts';
import { remembered } from '../../core/remembered.ts';
import type { Topic } from '../../models/shop/topics.ts';
import type { Intent } from '../../models/turn.ts';
import type { TurnContext } from '../turn-context.ts';

export interface Wanted extends ReadAct {
  /** The part of the message that wants it. */
  text: string;
}

/** Who does it, as what the turn is recorded, and the general question that it is, where it is one. */
interface Doer {
  agent: AgentName;
  intent: Intent;
  topic?: Topic;
}

const ORDER: Doer = { agent: 'order', intent: 'ORDER_INQUIRY' };
const BILLING: Doer = { agent: 'billing', intent: 'BILLING' };
const SHIPPING: Doer = { agent: 'shipping', intent: 'SHIPPING' };
const TECHNICAL: Doer = { agent: 'technical', intent: 'TECHNICAL_SUPPORT' };
const ofHouse = (topic: Topic, intent: Intent): Doer => ({ agent: 'general', intent, topic });

export const DOERS: Partial<Record<Act, Doer>> = {
  'add-item': ofHouse('after-ordering', 'ORDER_INQUIRY'),
  buy: ORDER,
  'cancel-order': ORDER,
  'change-address': ORDER,
  'change-delivery': SHIPPING,
  'change-item': ORDER,
  'change-payment': BILLING,
  'charge-unknown': BILLING,
  'charged-twice': BILLING,
  'charged-wrong': BILLING,
  compare: ORDER,
  customs: SHIPPING,
  damaged: ORDER,
  'exchange-item': ORDER,
  faster: ORDER,
  'how-to': TECHNICAL,
  'in-stock': ORDER,
  invoice: BILLING,
  'late-parcel': SHIPPING,
  'missing-parcel': SHIPPING,
  'order-contents': ORDER,
  'order-list': ORDER,
  'order-status': ORDER,
  'pay-now': BILLING,
  'payment-arrived': BILLING,
  'payment-failed': BILLING,
  'price-drop': ofHouse('discounts', 'BILLING'),
  'product-fact': { ...ORDER, topic: 'product-facts' },
  'product-price': ORDER,
  'promo-code': BILLING,
  recommend: ORDER,
  'refund-when': BILLING,
  'remove-item': ORDER,
  'return-how': ofHouse('returns', 'ORDER_INQUIRY'),
  'return-item': ORDER,
  'return-status': ORDER,
  'shipping-price': SHIPPING,
  'shipping-time': SHIPPING,
  trouble: TECHNICAL,
  'want-refund': BILLING,
  warranty: TECHNICAL,
  'why-cancelled': ORDER,
  'wrong-item': ORDER,
};

/** They only ask: whoever looks after a case meanwhile, these are answered. */
const READS: ReadonlySet<Act> = new Set([
  'add-item',
  'buy',
  'change-delivery',
  'compare',
  'customs',
  'how-to',
  'in-stock',
  'invoice',
  'order-contents',
  'order-list',
  'order-status',
  'payment-arrived',
  'price-drop',
  'product-fact',
  'product-price',
  'recommend',
  'refund-when',
  'return-how',
  'return-status',
  'shipping-price',
  'shipping-time',
  'warranty',
  'why-cancelled',
]);

export const onlyAsks = (act: Act): boolean => READS.has(act);

/** Nothing that is done or told: mood, manners, and what is said of the talk itself. */
const AROUND: ReadonlySet<Act> = new Set(['complain', 'thanks', 'misread', 'person', 'no-person', 'why-asking']);

/** From here on it is believed whatever our rules say. */
export const SURE_FROM = 0.4;
/** A part by itself; beside a whole that is very sure, a part must be sure, too. */
const [PART_FROM, WHOLE_FROM] = [0.2, 0.9];
const FEWEST_WORDS = 3;
/** A question beside a whole that is very sure. */
const ASKED_BESIDE_FROM = 0.3;
const TOLD_FROM = 0.6;
/** "The white camera in my order", told beside a question. */
const OF_ORDERS: ReadonlySet<Act> = new Set(['order-contents', 'order-list', 'order-status']);
const PART_BESIDE_WHOLE_FROM = 0.4;

/** "Where is my order and how much is it to ship 3 kg?": two questions. */
const AND_ASKS = /,?\s+and\s+(?=(?:also|how|what|when|where|why|which|who|can|could|do|does|will)\b)/i;

export const clausesOf = (text: string): string[] =>
  (splitListed(text) ?? splitClauses(text).map((part) => part.text)).flatMap((part) => {
    const questions = part.split(AND_ASKS);
    return questions.every((one) => countWords(one) >= FEWEST_WORDS) ? questions : [part];
  });
const OPENS_QUESTION =
  /^\W*((and|so|but|ok|also|hi|hello|please)\W+)*(can|could|may|do|does|did|is|are|will|would|how|what|when|where|why|which|who)\b/i;
const isQuestion = (text: string): boolean => text.trim().endsWith('?');

type Said = Pick<TurnContext, 'text' | 'meant' | 'state'>;

/** In the customer's own words where they are not English: the recogniser learnt all our languages. */
export const forRecogniser = ({ text, meant, state }: Said): string => (state.language === 'en' ? meant : text);

/** What is wanted, asked for the same text many times in a turn; in the order of the parts; several only where each part surely wants something of its own. */
export const readWanted: (text: string) => Wanted[] = remembered((text) => {
  const whole = readAct(text);
  const least = whole && whole.margin >= WHOLE_FROM ? PART_BESIDE_WHOLE_FROM : PART_FROM;
  const clauses = clausesOf(text);
  // A sentence of its own that asks says more than one that tells.
  const parts = clauses
    .map((part) => actOfPart(part, isQuestion(part) ? PART_FROM : least))
    .filter((one) => one !== null);
  const each = withoutReasons(withoutTelling(eachOnce(beneath(parts, whole)), clauses));
  if (each.length > 1) return each;
  return whole && (each.length === 0 || whole.margin >= each[0]!.margin) ? [{ ...whole, text }] : each;
});

/** Of a message that as a whole surely wants what one of its parts wants, another part must be sure by itself. */
function beneath(parts: Wanted[], whole: ReadAct | null): Wanted[] {
  if (!whole || whole.margin < WHOLE_FROM || !parts.some(({ act }) => act === whole.act)) return parts;
  return parts.filter(
    ({ act, margin, text }) =>
      act === whole.act || margin >= WHOLE_FROM || (isQuestion(text) && margin >= ASKED_BESIDE_FROM),
  );
}

/** Not everybody writes the mark. */
export const asks = (text: string): boolean =>
  (isQuestion(text) || OPENS_QUESTION.test(text)) && countWords(text) >= FEWEST_WORDS;

/** Beside a sure wish, or a question, what is only told is no wish unless it is as sure; and who asks does not end it. */
function withoutTelling(parts: Wanted[], clauses: readonly string[]): Wanted[] {
  const isSure = ({ text, margin }: Wanted) => margin >= SURE_FROM || asks(text);
  // "I am not at home on Saturday. Can you see my payment?": what is told wants no article where something is asked.
  const isAside = ({ act, text, margin }: Wanted) =>
    !isQuestion(text) && (DOERS[act]?.topic !== undefined || (OF_ORDERS.has(act) && margin < TOLD_FROM && !asks(text)));
  if (parts.some(isSure)) {
    const sure = parts.filter(isSure);
    return sure.some(({ text }) => asks(text)) ? sure.filter((one) => !isAside(one)) : sure;
  }
  return clauses.some(asks) ? parts.filter(({ act }) => !ENDS_IT.has(act)) : parts;
}

/** The thing, or its money. */
export const GOES_BACK: ReadonlySet<Act> = new Set(['return-item', 'exchange-item', 'want-refund']);
const WHY: ReadonlySet<Act> = new Set([
  'price-drop',
  'trouble',
  'damaged',
  'wrong-item',
  'late-parcel',
  'product-fact',
]);

/** What came so is told with what was ordered. */
const CAME: ReadonlySet<Act> = new Set(['wrong-item', 'damaged', 'missing-parcel', 'change-delivery']);
const TOLD_WITH_IT: ReadonlySet<Act> = new Set([
  'late-parcel',
  'change-item',
  'remove-item',
  'order-contents',
  'order-status',
  'buy',
]);

const OF_CHARGE: ReadonlySet<Act> = new Set(['charge-unknown', 'charged-wrong', 'payment-arrived']);
/** "I don't want it anymore": the thing that is taken out. */
const WHOLE_ORDER = /\b(orders?|everything|all of it|whole|pedidos?|commandes?|bestellung\w*)\b|\d{4,}/i;
const IS_IT =
  /^\W*(and |so |but |please )*((could|can|would) you )?(please )?((check|tell me|see|look) )?(where|when) (it |they )?(is|are|does|will|comes?)( (it|they|that))?( \w+)?\W*$/i;
/** Done before, and told with it. */
export const LONG_DONE =
  /\b(ago|yesterday|last|already|before|earlier|on (mon|tues|wednes|thurs|fri|satur|sun)day|the \d{1,2}(st|nd|rd|th))\b/i;

/** Beside the first, the second is told with it, or asks for the same. In this order: what one leaves out is not there for the next. */
const TOLD_BESIDE: readonly [Act, (one: Wanted) => boolean][] = [
  // Who has paid again is told of that, not of the payment that failed before it.
  ['payment-arrived', ({ act }) => act === 'payment-failed'],
  // "I see nothing on my bank account. Where is it?" is all of the money.
  [
    'refund-when',
    ({ act, text }) =>
      act === 'payment-arrived' ||
      (act === 'order-status' && IS_IT.test(text)) ||
      (act === 'cancel-order' && LONG_DONE.test(text)),
  ],
  // "Why has it failed? I have enough money on the card."
  ['payment-failed', ({ act, text }) => act === 'pay-now' && !isQuestion(text)],
  // "Why did you cancel it? I was charged, and nobody told me": what was charged is told with it.
  ['why-cancelled', ({ act, text }) => OF_CHARGE.has(act) && !isQuestion(text)],
  ['remove-item', ({ act, text }) => act === 'cancel-order' && !WHOLE_ORDER.test(text)],
  // "That invoice shows the old amount. The new total should be 318.90."
  ['invoice', ({ act, text }) => act === 'order-contents' && !WHOLE_ORDER.test(text)],
  ['pay-now', ({ act, text }) => act === 'price-drop' && !isQuestion(text)],
  // Where it shall go instead is more than what to do when nobody is in.
  ['change-address', ({ act }) => act === 'change-delivery'],
  // "If it is dead I want my money back."
  ['trouble', ({ act, text }) => GOES_BACK.has(act) && /^\W*(?:and |but )?if\b/i.test(text) && !isQuestion(text)],
  // "The studio ones are covered. Can you send me a new pair?"
  ['exchange-item', ({ act, text }) => act === 'warranty' && !isQuestion(text) && !OPENS_QUESTION.test(text)],
  // "What about the speaker I ordered? Change it to white": where it is, is not asked.
  ['change-item', ({ act, text }) => act === 'order-status' && !isQuestion(text)],
  // "Return one camera and have the 269 back."
  ['return-item', ({ act, text }) => act === 'want-refund' && !isQuestion(text)],
  ['want-refund', ({ act }) => act === 'payment-arrived'],
];

/** "Cancel it, I found it cheaper": why it goes back is no second wish. */
export function withoutReasons(given: Wanted[]): Wanted[] {
  const parts = TOLD_BESIDE.reduce(
    (left, [beside, isTold]) => (left.some(({ act }) => act === beside) ? left.filter((one) => !isTold(one)) : left),
    given,
  );
  const isReason = ({ act, text }: Wanted) => WHY.has(act) && !isQuestion(text);
  if (parts.some(({ act }) => act === 'shipping-price' || act === 'faster'))
    return parts.filter(({ act }) => act !== 'product-price');
  const isTold = ({ act, text }: Wanted) => TOLD_WITH_IT.has(act) && !isQuestion(text);
  if (parts.some(({ act }) => act === 'cancel-order' || GOES_BACK.has(act)))
    return parts.filter((one) => !isReason(one));
  return parts.some(({ act }) => CAME.has(act)) ? parts.filter((one) => !isTold(one)) : parts;
}

/** What stands beside "nothing is broken" and "that is not what I asked"; null: nothing that could be a wish. */
export function restBeside(text: string): string | null {
  const clauses = clausesOf(text);
  const rest = clauses.filter((part) => {
    const read = readAct(part);
    return countWords(part) >= FEWEST_WORDS && !(read && (AROUND.has(read.act) || ENDS_IT.has(read.act)));
  });
  return rest.length > 0 && rest.length < clauses.length ? rest.join(' ') : null;
}

function actOfPart(text: string, least: number): Wanted | null {
  if (countWords(text) < FEWEST_WORDS) return null;
  const read = readAct(text);
  return read && read.margin >= least && !AROUND.has(read.act) ? { ...read, text } : null;
}

/** The same wish about the same order is one. */
function eachOnce(parts: readonly Wanted[]): Wanted[] {
  const keyOf = ({ act, text }: Wanted) => `${act} ${text.match(/\d{4,}/g)?.join(' ') ?? ''}`;
  return parts.filter((one, at) => parts.findIndex((other) => keyOf(other) === keyOf(one)) === at);
}

/** What answers a question of the technical agent, or goes on with what it is about. */
const OF_TROUBLE: ReadonlySet<Act> = new Set(['trouble', 'how-to', 'step-question', 'warranty', 'product-fact']);
/** What was asked is not to be asked again. */
const ENDS_IT: ReadonlySet<Act> = new Set(['no-trouble', 'misread', 'leave-as-is']);
const NO_ANSWER_FROM = 0.6;

/**
 * Something that an open question cannot mean: 'drop', the question is over; 'once', it is asked once more after that; null: it
 * may be the answer. `of`: the agent that asks; `about`: what.
 */
export function wantsElsewhere(context: Said, of: AgentName, about: string): 'drop' | 'once' | null {
  const said = forRecogniser(context);
  const isOfTrouble = of === 'technical' && about !== 'article';
  if (isOfTrouble && deniesTrouble(said)) return 'drop';
  const wanted = readWanted(said).filter(({ margin, act }) => margin >= NO_ANSWER_FROM && !isDoubtful(act, said));
  const acts = wanted.map(({ act }) => act).filter((act) => !AROUND.has(act) || ENDS_IT.has(act));
  if (acts.some((act) => ENDS_IT.has(act))) return 'drop';
  if (acts.length === 0 || (isOfTrouble && acts.some((act) => OF_TROUBLE.has(act)))) return null;
  if (isOfTrouble) return acts.every((act) => READS.has(act)) ? 'once' : 'drop';
  return acts.every((act) => DOERS[act] && DOERS[act].agent !== of) ? 'once' : null;
}

/** "The volume doesn't matter, the right side is dead": something is wrong all the same. */
const isDoubtful = (act: Act, text: string): boolean => act === 'no-trouble' && soundsBroken(text);
