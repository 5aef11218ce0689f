// Signs that a message is about an order, though it may hardly say so: a bare number, "when?", "the second one", what did not
// come, a wish with its reason. Each is pure; the table that uses them is in route.ts.
import { namedKind, ofGoods } from '../../agents/goods.ts';
import { readOrderWish } from '../../agents/order/wish.ts';
import { readShippingWish } from '../../agents/shipping/wish.ts';
import { soldKind } from '../../agents/technical/read-wish.ts';
import { fold } from '../../core/fold.ts';
import { SURE_FROM } from '../../models/turn.ts';
import { saysDone } from '../../phrases/says-done.ts';
import type { TurnContext } from '../turn-context.ts';
import { firstIntent, isOneWish, isSmallTalk, isUnsure } from './signs.ts';

/** Nobody writes a number of five digits for its own sake. */
export const BARE_NUMBER =
  /^(?=.{0,100}$)(?:[^?]{0,80}\b(?:forgot|missed|left out|what about|and) (?:the |my |about )*(?:third|other|last|second|one|order)*[\s,:]*(\d{5})\W*$)|^\W*(?:(?:order|ord|it'?s|no|number|the number is|here|sorry|oops|oh|wait|i|meant?|actually|my|bad|correct(?:ion)?|is|should be|try)\W+)*(?:ord\W*)?(\d{4,10})\W*$/i;

export function isBareNumber({ text }: TurnContext): boolean {
  return BARE_NUMBER.test(text);
}

/** "When?", just after an order was spoken of. */
const BARE_WHEN =
  /^\W*(?:(?:and|so|ok(?:ay)?|but)\W+)*(whe?n|wen|how long|where|what day|which day|when exactly|where exactly)( (tho(ugh)?|then|please|pls|is (it|that)|will (it|that) (be|arrive|come)|does it (come|arrive)|is it))?( (now|at least|right now|currently|at the moment|exactly))?\W*$/i;

export function isBareWhen({ text, state }: TurnContext): boolean {
  return BARE_WHEN.test(text) && state.orderIds.length > 0;
}

/** A tracking number, and nothing else worth a question. */
export function isBareTracking({ text, classification, settings }: TurnContext): boolean {
  const named = classification.entities.trackingNumbers;
  return named !== undefined && text.trim().split(/\s+/).length <= 4 && !settings.agentsOff.includes('shipping');
}

const FEW_WORDS = 6;

/** What the carrier says, and what is at the door. */
const SAYS_DELIVERED =
  /\b(says?|said|shows?|marked|claims?|changed)\b.{0,50}\bdelivered\b.{0,60}\b(nothing|not (here|there|at|in)|no (parcel|package|box)|is ?n'?t|was ?n'?t|have ?n'?t|did ?n'?t|never)\b/i;

/** A parcel that did not come is a matter of shipping, however it was classified. */
export function isMissing({ meant, state, classification, settings }: TurnContext): boolean {
  const { intents, entities } = classification;
  if (SAYS_DELIVERED.test(meant) && !settings.agentsOff.includes('shipping'))
    return entities.orderIds !== undefined || state.orderIds.length > 0 || state.contact.level === 'known';
  const isShort = meant.trim().split(/\s+/).length <= FEW_WORDS && classification.confidence < 0.8;
  const isKnown = entities.orderIds !== undefined || (isShort && state.orderIds.length > 0);
  if (!isKnown || settings.agentsOff.includes('shipping') || intents[0]!.intent === 'COMPLAINT') return false;
  return (
    readShippingWish(meant) === 'missing' &&
    intents.every((one) => one.clause === undefined || ['ORDER_INQUIRY', 'SHIPPING'].includes(one.intent))
  );
}

/** Of something that was delivered. */
export const CAME_SO = /\b(came|arrived|delivered|received|got|sent|crushed|dented|torn|soaked|missing)\b/i;

const WHERE = ofGoods(
  ({ thing }) => new RegExp(`\\bwhere('?s| is| are) (my|the) (\\w+ )?(${thing}|stuff|things?)\\b`, 'i'),
);

/** "What did I buy in May?" is about their own orders, however it was classified. */
export function isAboutPurchases({ meant, classification, state, settings }: TurnContext): boolean {
  const mayBe =
    ['OUT_OF_SCOPE', 'GREETING', 'FEEDBACK', 'ACCOUNT'].includes(classification.intents[0]!.intent) ||
    classification.confidence < SURE_FROM;
  if (!mayBe || !isOneWish(classification) || settings.agentsOff.includes('order')) return false;
  const wish = readOrderWish(meant);
  // "Where are my headphones?"
  if (WHERE().test(meant)) return true;
  const isOneOfThem = wish === 'contents' && state.contact.level === 'known' && /\bthe one\b/i.test(meant);
  const isTheirs =
    ['cancel', 'return', 'exchange', 'wrong'].includes(wish) &&
    (state.contact.level === 'known' || /\b(order|parcel|package|guest|it|them|items?)\b/i.test(meant));
  const isKnown =
    classification.entities.orderIds !== undefined || state.orderIds.length > 0 || isTheirs || isOneOfThem;
  return (
    wish === 'history' || wish === 'list' || (wish === 'wrong' && CAME_SO.test(meant)) || (wish !== 'status' && isKnown)
  );
}

/** An address in the account is one thing, that of the order they speak of another. */
export function isMovingHouse({ meant, classification, state, settings }: TurnContext): boolean {
  const named = classification.entities.orderIds ?? state.orderIds;
  const isKnown = state.contact.level === 'known';
  const { confidence, intents } = classification;
  const mayBe =
    confidence < SURE_FROM ||
    ['ACCOUNT', 'OUT_OF_SCOPE', 'SHIPPING', 'FEEDBACK', 'GREETING'].includes(intents[0]!.intent);
  return (
    mayBe &&
    isOneWish(classification) &&
    (named.length > 0 || isKnown) &&
    !/\be-?mail\b/i.test(meant) &&
    !settings.agentsOff.includes('shipping') &&
    readOrderWish(meant) === 'address'
  );
}

const OTHER_ONE =
  /^(?:[^.?!]*\b(?:helpful|thanks|thank you|good|great)\b[^.?!]*[.!]\s+)?\W*((no|and|ok(ay)?|fine|good|great|thanks|thx|alright|i mean(t)?|what about|how about|not that one|actually)\W+)*(the )?other( (one|order|parcel|package))?(,? (please|then|instead|i mean(t)?))?\W*$/i;

const ASKS_IF_DONE =
  /^\W*((and|so|ok(ay)?|wait|but)\W+)*(did (it|that|this) (work|go through|happen)|(was|is) (it|that|this) (done|cancell?ed|changed|sent|through|confirmed)|is (it|that|everything|all) (all )?done|have you done (it|that))( now| already| yet)?\W*$/i;

/** "Did it work?", after something was done: what was done then. */
export function doneBefore({ meant, state }: TurnContext): string | null {
  const last = state.said.findLast((one) => one.role === 'bot')?.text ?? '';
  return ASKS_IF_DONE.test(meant) && saysDone(last.split('\n')[0]!) ? last : null;
}

const HOW_LONG =
  /^\W*((and|so|ok(ay)?|but)\W+)*how (much )?long( (does|will|would|is) (it|that|this)( take| be)?)?\W*$/i;

/** "How long does it take?", asked of a dispute or a return that was opened just now: nothing here knows. */
export function isAboutItsTime({ meant, state }: TurnContext): boolean {
  return HOW_LONG.test(meant) && /\b(DSP|RET|EXC)-/.test(state.lastReply);
}

const NTH = ['first', 'second', 'third', 'fourth', 'fifth'];
const BARE_NTH =
  /^\W*((and|or|ok(ay)?|so|what about|how about|no)\W+)*the (first|second|third|fourth|fifth|last)( (one|order|parcel|package))?( (then|please))?\W*$/i;

/** "Cancel the second one", of a list that was shown; null: none is counted off, or there is no list. */
export function nthOrder(text: string, listed: readonly string[]): string | null {
  if (listed.length < 2) return null;
  const said = /\bthe (first|second|third|fourth|fifth|last)\b(?! (time|day|week|thing|step|message|half))/i
    .exec(text)?.[1]
    ?.toLowerCase();
  if (!said) return null;
  return (said === 'last' ? listed.at(-1) : listed[NTH.indexOf(said)]) ?? null;
}

const OF_LOOK = /^\W*(?:and|what about|so)\W+(?:the|my) (black|white|blue|red|green) ones?\W*$/i;

/** "The other one": of the orders that were spoken of, the one that was not meant last. */
export function otherOrder({ meant, state }: TurnContext): string | null {
  const nth = BARE_NTH.test(meant) ? nthOrder(meant, state.listedOrders) : null;
  if (nth) return nth;
  // "And the black one?", of those that were told of.
  const [, look] = OF_LOOK.exec(meant) ?? [];
  const kind = namedKind(
    state.said.findLast(({ role, text }) => role === 'customer' && namedKind(text) !== null)?.text ?? '',
  );
  const isLook = (one: string) =>
    one.includes(` ${look?.toLowerCase()}`) && (kind === null || soldKind(one) === soldKind(kind));
  const ofLook = look ? state.seenOrders.filter(({ looks }) => looks?.some(isLook)) : [];
  if (ofLook.length === 1 && state.lastAbout?.exchange.about !== 'product') return ofLook[0]!.id;
  if (!OTHER_ONE.test(meant)) return null;
  const [current, ...rest] = state.orderIds;
  return [...rest, ...state.listedOrders].find((id) => id !== current) ?? null;
}

const LACKS =
  /\b(do ?n'?t|do not|did ?n'?t|have ?n'?t|can'?t|cannot|without|no longer|lost|forgot|threw|deleted|never got)\b(?!\s+(like|want|need|fit|work))\b.{0,40}\b(number|it|that|mail|e-?mail|confirmation|one|know|remember|find)\b|^\W*(no|what) (order )?number\W*$|\bis there (any )?(an)?other way\b|\b(anything|nothing) (else|more)\b/i;

/** The same in our other languages, folded. */
const LACKS_ELSEWHERE =
  /\b(no|sin)\b.{0,20}\b(tengo|se|encuentro|recuerdo|acuerdo|tener)\b|\bsin (el )?numero\b|\b(pas|plus|aucun|sans)\b.{0,25}\b(numero|commande|mail|confirmation|sous la main)\b|\b(trouve|connais|sais|souviens)\b.{0,12}\b(pas|plus)\b|\b(kein\w*|nicht|finde|ohne|keine ahnung)\b.{0,30}\b(nummer|bestellnummer|mail|bestatigung|mehr|zur hand)\b|\bweiss ich nicht\b/;

/** They were asked for an order's number, and have none, or an e-mail address instead. */
export function lacksNumber({ text, meant, state, classification }: TurnContext): boolean {
  const { question } = state;
  const asked =
    question?.kind === 'proof' ||
    (question?.kind === 'agent' && ['order number', 'parcel'].includes(question.exchange.about));
  if (!asked || classification.entities.orderIds || classification.entities.trackingNumbers) return false;
  const isShort = meant.trim().split(/\s+/).length <= 12;
  const lacks = LACKS.test(meant) || (state.language !== 'en' && LACKS_ELSEWHERE.test(fold(text)));
  return isShort && (lacks || (question?.kind === 'agent' && classification.entities.emails !== undefined));
}

/** "#12345 status?" */
const BARE_STATUS =
  /^\W*(order\W+)?(ord\W?)?\d{4,10}\W*(status|update|news|info|eta|tracking|when|where)\W*$|^\W*(status|update|news|eta|tracking)( of| for| on)?( order)?\W*(ord\W?)?\d{4,10}\W*$/i;

/** An order is named beside a greeting, or beside words that are unclear: where it stands is what they most likely want. */
export function isAboutNamedOrder(context: TurnContext): boolean {
  const { classification, settings } = context;
  const { orderIds } = classification.entities;
  if (!orderIds || settings.agentsOff.includes('order') || !isOneWish(classification)) return false;
  if (firstIntent(context) === 'COMPLAINT' || firstIntent(context) === 'HUMAN_REQUEST') return false;
  const isAsked = /\?\s*$/.test(context.meant);
  const isThanks = !isAsked && firstIntent(context) === 'FEEDBACK' && classification.sentiment.score >= 0.2;
  return !isThanks && (isSmallTalk(context) || isUnsure(context) || BARE_STATUS.test(context.meant));
}

/** "Can you upgrade it to express?": of an order that is placed, and no question about prices. */
export function wantsFaster({ meant, classification, state, settings }: TurnContext): boolean {
  const { entities, intents } = classification;
  if (settings.agentsOff.includes('order') || entities.weights || !isOneWish(classification)) return false;
  if (['COMPLAINT', 'TECHNICAL_SUPPORT'].includes(intents[0]!.intent) || readOrderWish(meant) !== 'faster')
    return false;
  const isPlaced = entities.orderIds !== undefined || state.orderIds.length > 0 || state.contact.level === 'known';
  return (
    isPlaced || /\b(my|the) (order|parcel|package|shipping|shipment|delivery)\b|\b(upgrade|expedite)\b/i.test(meant)
  );
}

/** "Where will it be delivered, my house or my daughter's?" */
export function asksWhereTo({ meant, classification, state, settings }: TurnContext): boolean {
  if (settings.agentsOff.includes('order') || readOrderWish(meant) !== 'where to') return false;
  return (
    classification.entities.orderIds !== undefined || state.orderIds.length > 0 || state.contact.level !== 'anonymous'
  );
}

const IF_PAID =
  /\b(if|once|when|after) (i|we)('ve| have)? (pay|paid)\b|\bbefore (it is|it's|its|they are|i have|we) (paid|pay)\b|\b(before|until) (paying|payment|it is paid)\b/i;

/** "If I pay today, does it still come on the 7th?", "is it sent before it is paid?", of an order that they spoke of. */
export function asksIfPaid({ meant, classification, state, settings }: TurnContext): boolean {
  const isOfOrder = classification.entities.orderIds !== undefined || state.orderIds.length > 0;
  const isMail = /\b(e-?mail|inform|notif\w*|confirm\w*)\b/i.test(meant);
  return isOfOrder && !isMail && meant.includes('?') && IF_PAID.test(meant) && !settings.agentsOff.includes('order');
}

/** "Do I really have to pay customs for my parcel?", whatever else is looked into. */
export function asksOfCustoms({ meant, state, settings }: TurnContext): boolean {
  const isAsked = meant.includes('?') && readShippingWish(meant) === 'customs';
  return isAsked && state.openCase !== null && !settings.agentsOff.includes('shipping');
}

const WRITES: ReadonlySet<string> = new Set(['cancel', 'return', 'exchange']);

/** "Cancel ORD-12345, I found it cheaper elsewhere": no complaint, but a wish with its reason. */
export function isWishForNamedOrder({ meant, classification, settings }: TurnContext): boolean {
  const { orderIds } = classification.entities;
  if (!orderIds || settings.agentsOff.includes('order') || !isOneWish(classification)) return false;
  const isElse = ['COMPLAINT', 'SHIPPING', 'BILLING'].includes(classification.intents[0]!.intent);
  // "Could I return it if it doesn't get better?"
  if (/\b(?:can|could|may) (?:i|we)\b[^.?!]*\b(?:if|later|afterwards|once)\b/i.test(meant)) return false;
  return isElse && WRITES.has(readOrderWish(meant)) && !/\b(refund|money|charge[ds]?|invoice)\b/i.test(meant);
}

const ASKS_WHERE = /\bwhere\b|\b(my|the) \w+ is\b/i;
const ON_ITS_WAY = /\b(shipped|in transit|being packed|waiting to be packed)\b/i;

/** "Where is my camera?" is asked of one that is on its way, not of `current`, which came long ago or was cancelled. */
export function asksWhereAnother({ meant, state }: TurnContext, current: string | undefined): boolean {
  if (!ASKS_WHERE.test(meant) || namedKind(meant) === null || state.contact.level !== 'known') return false;
  const told = state.said.findLast(
    ({ role, text }) => role === 'bot' && current !== undefined && text.includes(current),
  );
  return told === undefined || !ON_ITS_WAY.test(told.text);
}
