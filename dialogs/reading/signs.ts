// Signs that tell what a message is about more surely than its classification: the house's own rules, what could be bought, a
// fault, a size. Each is pure; the table that uses them is in route.ts, what is about an order stands in order-signs.ts.
import { isAboutPromo } from '../../agents/billing/promo.ts';
import { readGiftCode } from '../../agents/billing/wish.ts';
import { TO_THE_MACHINE } from '../../agents/classifier/index.ts';
import { readSmallTalk } from '../../agents/general/small-talk.ts';
import { namedKind, ofGoods } from '../../agents/goods.ts';
import { readOrderWish, readProductWish } from '../../agents/order/wish.ts';
import { readSize } from '../../agents/shipping/size.ts';
import { asksOfNewOrder, readShippingWish } from '../../agents/shipping/wish.ts';
import {
  asksOfTheFault,
  gotWet,
  namesDevice,
  soldKind,
  soundsTechnical,
  tellsOfProblem,
} from '../../agents/technical/read-wish.ts';
import { isAskedInTerms, isHouseQuestion } from '../../agents/tell-article.ts';
import { surelyTopicOf } from '../../agents/topics.ts';
import { type Classification, type Intent, SMALL_TALK, SURE_FROM } from '../../models/turn.ts';
import type { TurnContext } from '../turn-context.ts';
import { WHAT_PART } from './ruled-words.ts';
import { ACCESSORY } from './topics.ts';

/** A wrong guess about small talk costs less than a question about it. */
const SURE_SMALL_TALK_FROM = 0.4;
/** What is less surely outside is more likely something that was not understood. */
const SURELY_OUTSIDE_FROM = 0.6;

export const firstIntent = ({ classification }: TurnContext) => classification.intents[0]!.intent;
export const isSmallTalk = (context: TurnContext) => SMALL_TALK.has(firstIntent(context));

export function isUnsure(context: TurnContext): boolean {
  const smallTalkFrom = firstIntent(context) === 'OUT_OF_SCOPE' ? SURELY_OUTSIDE_FROM : SURE_SMALL_TALK_FROM;
  return context.classification.confidence < (isSmallTalk(context) ? smallTalkFrom : SURE_FROM);
}

/** Several wishes are each their own agent's. */
export function isOneWish({ intents }: Classification): boolean {
  return intents.filter((one) => one.clause !== undefined).length < 2;
}

const MANUAL = /\b(manuals?|user guides?|handbook|instruction (book|manual)s?|instructions for)\b/i;

/** "Is my camera waterproof?" */
const IN_WATER =
  /^(?!.*\b(how much|prices?|costs?)\b).*\b(is|are|can)\b.*\b((water|splash|dust|rain|sweat|shower)[- ]?(proof|resistant|tight)|get wet)\b/i;

/** How something works stands in its articles. */
export function isAboutManual({ meant, state, classification, settings }: TurnContext): boolean {
  // What stands water is told by the facts of the thing, where they are in the customer's language.
  const isOfWater = state.language !== 'en' && IN_WATER.test(meant) && namesDevice(meant) && !tellsOfProblem(meant);
  const isAsked = MANUAL.test(meant) || isOfWater;
  return isAsked && isOneWish(classification) && !settings.agentsOff.includes('technical');
}

const WARRANTY = /\b(warrant(y|ies)|guaranteed?|guarantees)\b/i;
/** "I dropped it, is that covered?" */
const COVERED =
  /\b(is|are|would|will) (that|this|it|they|these|damage|drops?|water damage)( be)? covered\b|\bcovered\b.{0,12}\?/i;

/** "And how long is it guaranteed?", however it was classified. */
export function isAboutWarranty(context: TurnContext): boolean {
  const { meant, classification, settings } = context;
  if (settings.agentsOff.includes('technical') || !isOneWish(classification)) return false;
  if (COVERED.test(meant)) return true;
  return WARRANTY.test(meant) && /\?\s*$|\b(how|what|is|does)\b/i.test(meant) && classification.confidence < 0.7;
}

/** "When is it fixed?", after a fault was reported or named. */
export function isAboutFault({ meant, state, classification, settings }: TurnContext): boolean {
  if (!state.bugId || classification.entities.orderIds || settings.agentsOff.includes('technical')) return false;
  return classification.intents[0]!.intent !== 'COMPLAINT' && isOneWish(classification) && asksOfTheFault(meant);
}

/** How a parcel's size counts, or nothing but a size. */
export function isAboutSize(context: TurnContext): boolean {
  const { meant, classification, settings } = context;
  if (settings.agentsOff.includes('shipping') || !isOneWish(classification)) return false;
  const isVague = isUnsure(context) || isSmallTalk(context);
  const isTime =
    isVague &&
    !/\b(back|refund\w*|money|card|bank)\b/i.test(meant) &&
    /\bhow (long|fast|many days)\b.{0,25}\b(get|arrive|come|ship|deliver\w*|reach|go)\b/i.test(meant);
  const isTo = isVague && /\b(postage|shipping|delivery)( (costs?|prices?|fees?))? (to|for)\b/i.test(meant);
  return (
    asksOfNewOrder(meant) ||
    isTime ||
    isTo ||
    readShippingWish(meant) === 'size' ||
    (isVague && readSize(meant) !== null)
  );
}

/** "It makes an awful noise", told in calm words: trouble with a thing, and no complaint about us. */
export function isCalmTrouble({ meant, classification, settings }: TurnContext): boolean {
  const { intents, entities } = classification;
  if (entities.orderIds || settings.agentsOff.includes('technical') || !isOneWish(classification)) return false;
  const mayBe =
    ['COMPLAINT', 'OUT_OF_SCOPE', 'GREETING'].includes(intents[0]!.intent) || classification.confidence < SURE_FROM;
  if (ACCESSORY.test(meant)) return false;
  if (gotWet(meant)) return readOrderWish(meant) !== 'wrong';
  // "How many hours does it run on battery?"
  const isAsked =
    surelyTopicOf(meant) === 'product-facts' ||
    BEGINS_WITH_WHAT.test(meant) ||
    (namedKind(meant) !== null && ASKS_FACT.test(meant));
  if (!tellsOfProblem(meant) && isAsked) return false;
  return mayBe && soundsTechnical(meant) && readOrderWish(meant) === 'status';
}

/** "Is 3000 kelvin possible on the Studio Lamp?" */
const ASKS_FACT =
  /^\W*(?:and |so )?(?:is|are|does|do|can|has) [^.?!]{0,60}\b(?:possible|available|included|compatible|dimmable|waterproof)\b/i;
/** "What bulb goes in the lamp?" */
const BEGINS_WITH_WHAT = new RegExp(`^\\W*(?:and |so )?${WHAT_PART.source}`, 'i');

/** How it is done here, for anybody: no order is meant, and nobody has to say who they are. */
export function isAboutHouse({ meant, classification, settings }: TurnContext): boolean {
  return (
    isOneWish(classification) &&
    !classification.entities.orderIds &&
    !settings.agentsOff.includes('general') &&
    !TO_THE_MACHINE.test(meant) &&
    isHouseQuestion(meant)
  );
}

/** A promotion's code, and nothing else: "I have a promo code, where do I enter it?" is one matter. */
export function isPromo({ text, classification, settings }: TurnContext): boolean {
  if (settings.agentsOff.includes('billing')) return false;
  const isSame = ({ clause }: { clause?: string }) =>
    !clause || isAboutPromo(clause) || /\b(it|that|them)\b/i.test(clause);
  return (isAboutPromo(text) || readGiftCode(text) !== undefined) && classification.intents.every(isSame);
}

/** A question in another language whose subject our glossary knows. */
export function isInTerms({ meant, classification, settings }: TurnContext): boolean {
  return isAskedInTerms(meant) && isOneWish(classification) && !settings.agentsOff.includes('general');
}

/** Something that could be bought: anybody may ask, however the message was classified. */
export function isAboutProducts({ meant, classification, settings }: TurnContext): boolean {
  const { intents, entities, confidence } = classification;
  const wish = readProductWish(meant);
  if (!wish || entities.orderIds || settings.agentsOff.includes('order')) return false;
  if (!isOneWish(classification) || intents[0]!.intent === 'COMPLAINT') return false;
  return intents[0]!.intent !== 'TECHNICAL_SUPPORT' || confidence < 0.8 || wish === 'availability';
}

const NO_FIRST =
  /^\W*((ha)+|lol|oh|well|ok(ay)?|hm+)*\W*(nope|nah|don'?t|not now|no(?=\W*$|\s*[,.!;]|\s+(no|thanks|thank|thx|i|it|it'?s|that|that'?s|this|not|need|please|don'?t|leave|keep|ok|never|way|worries)\b))\b/i;
/** What is asked after a no. */
const ASKS_TOO = /[?]|[.,!]\s*(?:how|what|where|when|why|which|who|can|could|do|does|is|are|i want|i need|please)\b/i;
const NO_THANKS =
  /^\W*((ha)+|lol|oh|well|ok(ay)?|hm+)*\W*(no|nope|nah)\W+(no\W+)?(thanks|thank you|thx|need)\b.{0,20}$/i;

/** "No no, don't trouble them": what was offered is not wanted, in a sentence that is about nothing else. */
export function isTurnedDown(context: TurnContext): boolean {
  const { declined, meant, offered, state, classification } = context;
  if (declined) return true;
  // "No no, simple question. How do I pay?"
  if (ASKS_TOO.test(meant)) return false;
  if (state.question || state.proposal || classification.entities.orderIds) return false;
  if (NO_THANKS.test(meant)) return true;
  const isVague = isUnsure(context) || isSmallTalk(context) || classification.confidence < 0.7;
  return offered.length > 0 && NO_FIRST.test(meant) && isVague && !/\bi (mean|meant|want|need)\b/i.test(meant);
}

/** "Ok", "hmm", "are you there?": nothing but that. */
export function isBetweenMatters({ text }: TurnContext): boolean {
  return readSmallTalk(text) !== null;
}

const SUM = /(?<![\w.,-])\d{1,6}[.,]\d{2}(?![\w,]|[.-]\d)/;

/** "What was the 89.99 for?" */
export function isAboutSum(context: TurnContext): boolean {
  const { meant, settings } = context;
  const mayBe = isUnsure(context) || isSmallTalk(context) || firstIntent(context) === 'ACCOUNT';
  if (settings.agentsOff.includes('billing') || !mayBe) return false;
  return SUM.test(meant) && /\b(what|why|which|charge|charged|payment|paid|for|took|taken|bank)\b/i.test(meant);
}

/** Somebody may act in this customer's name: nothing is paid or changed until a person has looked. */
export function isHeldByRisk({ state }: Pick<TurnContext, 'state'>): boolean {
  return state.openCase?.reasons.some((reason) => ['fraud', 'takeover'].includes(reason)) ?? false;
}

/** More of the story that a person looks at: no trouble with a thing, though a mail or a link is spoken of. */
export function isOfTheRisk(context: TurnContext): boolean {
  const { meant, classification } = context;
  const { calledOff } = context.state.openCase ?? {};
  if (!isHeldByRisk(context) || calledOff || classification.entities.orderIds || soldKind(meant) !== null) return false;
  const isTrouble = classification.intents.some((one) => one.intent === 'TECHNICAL_SUPPORT');
  return isTrouble || (isUnsure(context) && !HELLO.test(meant));
}

const LONG_FROM = 14;
const CLEAR_FROM = 0.65;

/** "If it is not too much trouble" is about no trouble. */
const POLITE_ASIDE =
  /\b(if|hope|sorry|without|no)\b.{0,25}\b(trouble|bother\w*|problem|inconvenience|mind|disturb\w*)\b/i;

/** Where it is and when it comes are one wish. */
function likeliest({ intents }: Classification): { intent: Intent; confidence: number } {
  const [first, second] = intents;
  const pair = new Set([first!.intent, second?.intent]);
  const isWhere = pair.has('ORDER_INQUIRY') && pair.has('SHIPPING');
  return isWhere ? { intent: 'ORDER_INQUIRY', confidence: first!.confidence + second!.confidence } : first!;
}

/** A long story that is unclear as a whole: the part that asks for something, where one surely does. */
export function clearestPart(context: TurnContext): { meant: string; intent: Intent; confidence: number } | null {
  const { meant, services, classification } = context;
  if (meant.trim().split(/\s+/).length < LONG_FROM) return null;
  const isGlad = classification.sentiment.score > 0;
  const parts = meant
    .split(/[.!?;\n]+|,\s+|\s+(?=(?:and|but|so|whether|if|because)\b)/i)
    .map((part) => part.trim())
    .filter((part) => part.split(/\s+/).length >= 3 && !POLITE_ASIDE.test(part))
    .map((part) => ({ meant: part, ...likeliest(services.classify(part)) }))
    .filter(({ intent, confidence }) => {
      const fits = !SMALL_TALK.has(intent) && !(isGlad && intent === 'COMPLAINT') && intent !== 'HUMAN_REQUEST';
      return fits && confidence >= CLEAR_FROM;
    })
    .sort((one, other) => other.confidence - one.confidence);
  return parts[0] ?? null;
}

const HELLO = /^\W*(hi|hello|hey|hiya|good (morning|afternoon|evening|day)|hola|bonjour|salut|hallo|guten)\b/i;

/** What is asked of us is answered, even if it is only to say that we cannot; "it" is what the case is about. */
const ASKS = /\?\s*$|^\W*(and |so )?(what|who|when|where|why|which|how|can|could|do|does|is|are|tell me)\b/i;

/** A person is on the way, and this is part of the story that they will read. */
export function isPartOfStory(context: TurnContext): boolean {
  const { state, classification, meant } = context;
  if (!state.openCase || state.openCase.calledOff || !isSmallTalk(context) || HELLO.test(meant)) return false;
  const isAnother = ASKS.test(meant) && !/\b(it|this|that|them|these|those)\b/i.test(meant);
  return classification.sentiment.score < 0.2 && !isAnother;
}

/** The receipt for an order is a matter of billing, though an order is named. */
export function isAboutInvoice({ meant, classification, settings }: TurnContext): boolean {
  if (settings.agentsOff.includes('billing') || !isOneWish(classification)) return false;
  const { intent } = classification.intents[0]!;
  return ['ORDER_INQUIRY', 'SHIPPING', 'ACCOUNT'].includes(intent) && /\b(invoices?|receipts?)\b/i.test(meant);
}

const BULK = ofGoods(
  ({ thing }) =>
    new RegExp(
      `\\b(volume|bulk|wholesale|quantity|trade|reseller) (discount|price|pricing|order|rate)s?\\b|\\bwholesale\\b|\\b([2-9]\\d|\\d{3,4}) (of |more )?(your |the |these )?(\\w+ ){0,2}(pieces|units|pcs|${thing})\\b`,
      'i',
    ),
);

/** Orders by the dozen and their prices are agreed with a person. */
export function isAboutBulk({ meant, settings }: TurnContext): boolean {
  return BULK().test(meant) && !settings.agentsOff.includes('general');
}

const TRIED_THAT =
  /^\W*(but )?(i|we)('?ve| have)? (already )?(tried|did|done) (that|this|it|all (of )?(that|this))( already)?\W*$/i;

/** What was just told is no news to them, and no question of ours is open that this would answer. */
export function isTriedThat({ meant, state }: TurnContext): boolean {
  return state.question === null && TRIED_THAT.test(meant);
}
