// A general question that the recogniser knows, to whoever answers it: the house's articles, the catalogue, or our own word.
import { readBillingWish } from '../../agents/billing/wish.ts';
import { asksFacts } from '../../agents/order/facts.ts';
import { REVIVES, readOrderWish, readProductWish } from '../../agents/order/wish.ts';
import { readShippingWish } from '../../agents/shipping/wish.ts';
import { readProblem, readWish, soldKind, soundsBroken, tellsOfProblem } from '../../agents/technical/read-wish.ts';
import { asksOfUs, isAskedInTerms } from '../../agents/tell-article.ts';
import { surelyTopicOf, topicOf } from '../../agents/topics.ts';
import type { Topic } from '../../models/shop/topics.ts';
import { type Intent, SURE_FROM } from '../../models/turn.ts';
import { isTongue } from '../../phrases/tongue.ts';
import { FREE_SHIPPING, SIGNS_FOR } from '../reading/ruled-words.ts';
import { isOneWish } from '../reading/signs.ts';
import { ACCESSORY, agentFor } from '../reading/topics.ts';
import type { TurnContext } from '../turn-context.ts';

const SURE_PERSON = 0.8;

/** What is asked in general; null: something else, or about an order, a sum or a parcel of theirs. */
export function topicAsked(context: TurnContext): Topic | null {
  const { meant, classification, settings } = context;
  const { orderIds, trackingNumbers, weights } = classification.entities;
  if (REVIVES.test(meant) && !settings.agentsOff.includes('order')) return 'reordering';
  if (orderIds || trackingNumbers || weights) return null;
  // "…, can he send it back himself? Birthdays he always exchanges everything": one question, and what is told with it.
  const isTold = classification.intents.every(
    ({ intent, clause = '' }) => TOLD.has(intent) || isNoTrouble(intent, clause),
  );
  if (!isOneWish(classification) && !(isTold && surelyTopicOf(meant))) return null;
  const { intent, confidence } = classification.intents[0]!;
  if ((intent === 'HUMAN_REQUEST' && confidence >= SURE_PERSON) || asksOfUs(meant)) return null;
  const topic = ofProduct(recognised(context), context);
  if (!topic || isKnownOtherwise(topic, context)) return null;
  return settings.agentsOff.includes(agentFor(topic)) ? null : topic;
}

/** In other languages there are fewer lines to learn from. */
const SURER = 0.5;

/** Where our rules know what is said in another language, only a sure topic is another. */
function recognised({ text, meant, state, classification }: TurnContext): Topic | null {
  if (ACCESSORY.test(meant)) return 'spare-parts';
  if (SIGNS_FOR.test(meant)) return 'delivery-places';
  if (FREE_SHIPPING.test(meant)) return 'discounts';
  if (!isTongue(state.language)) return topicOf(text) ?? topicOf(meant) ?? topicOf(questionsIn(meant), SURER);
  return classification.confidence >= SURE_FROM || isAskedInTerms(meant) ? surelyTopicOf(text) : topicOf(text, SURER);
}

/** "What if he doesn't like it, can he send it back? He always exchanges everything": what is asked, without what is told. */
function questionsIn(text: string): string {
  const sentences = text.split(/(?<=[.!?])\s+/);
  return sentences.length > 1
    ? sentences.filter((one) => one.endsWith('?') && one.split(/\s+/).length >= FEWEST_ASKED).join(' ')
    : '';
}

const FEWEST_ASKED = 5;
const TOLD: ReadonlySet<Intent> = new Set(['COMPLAINT', 'FEEDBACK', 'OUT_OF_SCOPE', 'GREETING']);
const isNoTrouble = (intent: Intent, clause: string) => intent === 'TECHNICAL_SUPPORT' && !soundsBroken(clause);

const MAKES =
  /\b(i-?phones?|i-?pads?|android|ios|windows|mac\w*|linux|tvs?|pc|ps\d|xbox|alexa|google|siri|samsung|apple|app)\b/i;

const ELSEWHERE: ReadonlySet<Intent> = new Set(['BILLING', 'SHIPPING', 'COMPLAINT', 'HUMAN_REQUEST', 'ACCOUNT']);

/** What is asked of a thing that we sell is told by what we know of it, also where it sounds like something more general. */
function ofProduct(topic: Topic | null, { meant, classification }: TurnContext): Topic | null {
  if (topic === 'product-facts' || soldKind(meant) === null || !asksFacts(meant)) return topic;
  if (topic) return OF_PRODUCTS.has(topic) && !MAKES.test(meant) ? 'product-facts' : topic;
  const isPlain =
    ASKS.test(meant) && !/\b(my|mine|orders?|returns?|ord\W?\d+)\b/i.test(meant) && !tellsOfProblem(meant);
  const { intent } = classification.intents[0]!;
  const mayBe = !ELSEWHERE.has(intent) || classification.confidence < SURE_FROM;
  return isPlain && mayBe ? 'product-facts' : null;
}

/** Of these the catalogue and the articles on a product know more than one article of the house. */
const OF_PRODUCTS: ReadonlySet<Topic> = new Set([
  'product-facts',
  'compatibility',
  'spare-parts',
  'disposal',
  'travel',
]);
/** "Can I return it once it is open?" asks; "I want to return something" wants it done. */
const ASKS =
  /\?\s*$|^\W*((hi|hello|hey|ok(ay)?|so|and|but|if)\W+)*(how|can|could|may|do|does|is|are|what|where|who|which|when|must|should|will|would|am)\b|\b(can|could|may|do|should|must) (i|we|one)\b|\b(wondering|possible|allowed|policy|wanted to (ask|know)|tell me|question)\b/i;

/** A letter about a parcel of theirs asks for the parcel. */
const OF_OWN = /\b(my|our) (parcel|package|order|delivery|refund|payment)\b/i;
/** "Is the refund on its way?" asks for theirs. */
const OWN_REFUND = /\b(is|was|has|did|where'?s|where is) (my|the|our) (refund|money)\b|\bmy refund\b/i;
/** Asks what a thing is like, not how it is done. */
const HOW_MUCH = /\bhow (long|heavy|big|large|loud|tall|wide|thick|many|much)\b/i;
const GENUINE = /\b(from you|yours?|real|genuine|legit\w*|fake|scam|phish\w*|trust|safe|spam)\b/i;
const CUSTOMS = /\b(customs|dut(y|ies)|import\w*|aduana|douane|zoll)\b/i;
const INVOICE = /\b(invoices?|receipts?|factur\w*|recibos?|rechnung\w*|quittung\w*)\b/i;
const JUST_CHANGE =
  /^\W*((i|we)('d| would)? )?(want|need|like|wish)?( to)? ?(change|edit|modify|amend) (my|the|an|our) order\W*$/i;

/** A rule knows better: a price, what is in stock, how something is done, customs, how long a parcel takes, an invoice. */
function isKnownOtherwise(topic: Topic, { meant, classification, state }: TurnContext): boolean {
  const shipping = readShippingWish(meant);
  const isCustoms = shipping === 'customs' && (topic !== 'taxes' || CUSTOMS.test(meant));
  if (isCustoms || (topic === 'delivery-times' && shipping === 'times')) return true;
  const isOfOrders = ['list', 'history'].includes(readOrderWish(meant));
  if (topic === 'after-ordering') return isOfOrders || JUST_CHANGE.test(meant);
  if (topic === 'reordering') return isOfOrders || INVOICE.test(meant);
  if (topic === 'our-messages') return OF_OWN.test(meant) && !GENUINE.test(meant);
  if (topic === 'paying') return readOrderWish(meant) === 'payment';
  if (topic === 'gifts' && /\b(lost|never|expire\w*|valid|scratch\w*|resend|two|several|2)\b/i.test(meant))
    return false;
  if (topic === 'gifts') return /\b(left|balance|redeem|codes?|GIFT-\w+)\b/i.test(meant);
  if (topic === 'taxes') return INVOICE.test(meant);
  if (topic === 'returns' && OWN_REFUND.test(meant)) return readBillingWish(meant) === 'refund state';
  if (topic === 'returns') return readOrderWish(meant) === 'return' && !ASKS.test(meant) && !isTongue(state.language);
  if (!OF_PRODUCTS.has(topic)) return false;
  if (topic === 'product-facts' && readProblem(meant) !== null && !ASKS.test(meant)) return true;
  const wish = readProductWish(meant);
  if (topic === 'compatibility' && MAKES.test(meant) && !/\bhow (do|can|to|should)\b/i.test(meant))
    return tellsOfProblem(meant);
  const [first] = classification.intents;
  const isSure = first!.intent === 'TECHNICAL_SUPPORT' && first!.confidence >= SURE_FROM;
  const isHowTo = isSure && readWish(meant) === 'how to' && !HOW_MUCH.test(meant);
  if (['exchange', 'return', 'wrong'].includes(readOrderWish(meant))) return true;
  return (wish !== null && wish !== 'about') || isHowTo || isAskedInTerms(meant);
}

export function tellOfTopic(context: TurnContext): void {
  const topic = topicAsked(context)!;
  const { intent } = context.classification.intents[0]!;
  const { lastAbout } = context.state;
  // "How many litres?", of what was shown just now.
  if (topic === 'product-facts' && lastAbout?.exchange.about === 'product') context.exchange = lastAbout.exchange;
  context.routes = [{ agent: agentFor(topic), intent, reason: `topic:${topic}`, topic }];
}

/** No number, and nobody whose orders we could list. */
export function lostNumber(context: TurnContext): boolean {
  return context.state.contact.level === 'anonymous' && topicAsked(context) === 'no-order-number';
}

/** Many of a thing: what the house says of that, and a person. */
export function tellOfBulk(context: TurnContext): void {
  context.routes = [
    { agent: 'general', intent: context.classification.intents[0]!.intent, reason: 'topic:bulk', topic: 'discounts' },
  ];
}
