// The bot asked something: is this the answer? A digression is answered as what it is, and the bot then comes back to
// its question, twice; after that the question lapses.
import { actOf } from '../../agents/acts.ts';
import type { AgentName, Exchange } from '../../agents/agent.ts';
import { readSmallTalk } from '../../agents/general/small-talk.ts';
import { asksFactsOfIt } from '../../agents/order/facts.ts';
import { readOptions } from '../../agents/order/options.ts';
import { takesIt } from '../../agents/order/wish.ts';
import { namesPlace } from '../../agents/shipping/quote.ts';
import { isHouseQuestion } from '../../agents/tell-article.ts';
import type { Step } from '../../core/compose.ts';
import type { Intent } from '../../models/turn.ts';
import type { AgentQuestion, TopicsQuestion } from '../conversation-state.ts';
import { tellIfDone } from '../exchanges/asks-if-done.ts';
import { refuseStray, resumeCode } from '../exchanges/code.ts';
import { resumeLeftOff } from '../exchanges/left-off.ts';
import { resumeProof } from '../exchanges/proof.ts';
import { resumeProposal } from '../exchanges/proposal.ts';
import { takeRating } from '../exchanges/rating.ts';
import { isNeverMind, isNotNow, readYesNo } from '../exchanges/yes-no.ts';
import { wantsElsewhere } from '../reading/acts.ts';
import { alsoThere, everyOneShown } from '../reading/each-order.ts';
import { doneByAgent } from '../reading/wanted.ts';
import { readOnly, reply, type TurnContext } from '../turn-context.ts';
import { answerAndMore } from './answer-and-more.ts';
import { decide } from './route.ts';

const MOST_DIGRESSIONS = 2;
/** Of so few words an answer is believed to be one. */
const SHORT_ANSWER = 5;

export const resume: Step<TurnContext> = async (context, next) => {
  if (context.routes.length === 0) {
    if (tellIfDone(context) || (await resumeProposal(context))) return;
    if (refuseStray(context)) return;
    if (context.routes.length === 0 && GOES_ON.test(context.text)) goOn(context);
    if (context.routes.length === 0 && (await resumeQuestion(context))) return;
    if (context.routes.length === 0 && takeRating(context)) return;
    if (context.routes.length === 0) goOn(context);
  }
  await next();
};

/** True when the turn is settled by it. */
async function resumeQuestion(context: TurnContext): Promise<boolean> {
  const { question } = context.state;
  if (!question) return false;
  // "There is no parcel yet, I haven't ordered anything!"
  if (question.kind === 'agent' && OF_PARCELS.has(question.exchange.about) && HAS_NONE.test(context.text)) {
    context.state.question = null;
    return false;
  }
  // "None of those, a new watch I want to buy."
  if (question.kind === 'agent' && NONE_AND_ELSE.test(context.text)) {
    context.state.question = null;
    return false;
  }
  if (isNeverMind(context.text) || isNotNow(context.text)) {
    context.state.question = null;
    context.route = 'question:dropped';
    reply(context, context.words.nothingChanged());
    return true;
  }
  if (question.kind === 'topics') {
    context.state.question = null;
    resumeTopics(context, question);
    return false;
  }
  if (question.kind === 'resume') return resumeLeftOff(context, question);
  if (question.kind === 'rating') return false; // next
  if (question.kind === 'code') return (await resumeCode(context, question)) && context.routes.length === 0;
  if (question.kind === 'proof') return (await resumeProof(context, question)) && context.routes.length === 0;
  resumeAgent(context, question);
  return false;
}

function resumeAgent(context: TurnContext, question: AgentQuestion): void {
  const { services, state, text, classification } = context;
  const agent = services.agents[question.agent];
  const each = everyOneShown(context, question);
  if (each) {
    state.question = null;
    context.exchange = question.exchange;
    context.routes = each;
    return;
  }
  if (answerAside(context, question.agent, question.exchange)) return comeBack(context, question);
  // "No no, the headphones order, 20125. Is it paid?" answers nothing about a step.
  const isOfOrder = question.agent === 'technical' && classification.entities.orderIds !== undefined;
  if (isOfOrder && ASKS.test(text)) return comeBack(context, question);
  // "Cool, thanks, bye": nothing is asked any more.
  if (readSmallTalk(text) === 'bye') {
    state.question = null;
    return;
  }
  const rest = agent.declines?.(text, question.exchange) ?? null;
  if (rest !== null) {
    // "It's fine. Where is my refund?": nothing is open any more, and the rest is what counts.
    state.question = null;
    return readOnly(context, rest);
  }
  // "Otherwise I would take the white one, in large. What is the difference?": the sentence that says which.
  const wished = question.exchange.about === 'which item' ? wishedOne(text) : null;
  if (wished !== null && agent.understands?.(wished, services.classify(wished), question.exchange)) {
    state.question = null;
    context.exchange = question.exchange;
    context.routes = [{ agent: question.agent, intent: question.intent, reason: 'resume:which item', text: wished }];
    return;
  }
  const both = answerAndMore(context, question, agent, decide);
  if (both) {
    state.question = null;
    context.exchange = question.exchange;
    context.askedBefore = question.asked;
    context.routes = both;
    return;
  }
  const isShort = text.trim().split(/\s+/).length <= SHORT_ANSWER;
  // "Pay order ORD-20493", to which one it is: a wish of its own.
  if (question.agent !== 'billing' && PAYS.test(text)) {
    state.question = null;
    return;
  }
  const isBareAnswer = isShort && (agent.understands?.(text, classification, question.exchange) ?? false);
  const elsewhere = isBareAnswer ? null : wantsElsewhere(context, question.agent, question.exchange.about);
  if (elsewhere === 'drop') {
    // "Nothing is broken, I only want my money": what was asked makes no sense any more.
    state.question = null;
    context.dropped = question.exchange;
    return;
  }
  const understands = (words: string) => agent.understands?.(words, classification, question.exchange) ?? false;
  // A misspelled wish of its own is no answer, though as it stands it might be one.
  const isMended = context.meant !== text && state.language === 'en';
  const isPlain = understands(text) && (!isMended || understands(context.meant));
  if (isPlain || (isMended && understands(context.meant))) {
    state.question = null;
    context.exchange = question.exchange;
    context.askedBefore = question.asked;
    const reason = `resume:${question.exchange.about}`;
    const mended = isPlain ? {} : { text: context.meant };
    // "Take the blanket out of it", to which order it is: that is wanted, whatever was asked before.
    const act = question.exchange.about === 'order number' ? doneByAgent(context, question.agent) : undefined;
    const also = alsoThere(context, question);
    const own = { agent: question.agent, intent: question.intent, reason, ...mended, ...(act ? { act } : {}) };
    context.routes = [own, ...also];
    return;
  }
  if (readYesNo(text) === 'no') {
    state.question = null;
    context.dropped = question.exchange;
    context.declined = true;
    return;
  }
  comeBack(context, question);
}

/** A sentence of several that wishes for a colour or a size. */
function wishedOne(text: string): string | null {
  const sentences = text.split(/(?<=[.!?])\s+/);
  const is = (said: string) => WISHES_ONE.test(said) && !said.includes('?') && readOptions(said).length > 0;
  const found = sentences.length > 1 ? sentences.find(is) : undefined;
  return found?.replace(/^\W*(?:otherwise|then|else|in that case)\W+/i, '') ?? null;
}

const WISHES_ONE =
  /\b(?:i(?:'d| would|'ll| will)?(?: rather| then)? (?:take|have|like|want)|make it|give me) (?:the|a|it|to have)\b/i;

/** It is asked again after what comes between, twice. */
function comeBack({ state }: TurnContext, question: AgentQuestion): void {
  const digressions = question.digressions + 1;
  state.question = digressions > MOST_DIGRESSIONS ? null : { ...question, digressions };
}

/** "How much is a new one?", of what is open: another agent knows. True: it will answer. */
function answerAside(context: TurnContext, of: AgentName, exchange: Exchange): boolean {
  const aside = context.services.agents[of].aside?.(context.text, exchange);
  if (!aside || context.settings.agentsOff.includes(aside.agent)) return false;
  context.routes = [
    { agent: aside.agent, intent: 'ORDER_INQUIRY', reason: `aside:${exchange.about}`, text: aside.text },
  ];
  return true;
}

/** "And to Germany?", "what about 5 kg": only what is different is said, and the rest is as it was. */
const GOES_ON =
  /^\W*(?:(?:ok(?:ay)?|so|well|great|cool|thanks|no|never ?mind)[\s,.!]+)*(and|or|but|also|what about|how about|what if|same|y|et|und|oder)\b/i;
/** "How much are they?", "is the red one in stock?" */
const OF_PRODUCT =
  /^\W*((yes|ok(ay)?|please|then)\W+)*(tell|notify|let|alert|inform) me( know)?( when| then)?\W*$|\b(similar|alternatives?|something like|waterproof|water resistant|battery( life)?|weigh\w*|heavy|dimensions|how (big|large|heavy|loud)|material|made of|washable|compatible|noise[- ]cancell?ing|(around|about|roughly|budget|max\w*|at most)\b.{0,8}\d|cheap\w*|expensive|affordable|price?y|(under|below|less than|up to) [$€£]?\d{1,5}|difference|which (one )?is|how much|price|cost|in stock|available|(any|some)thing else|what else|back|restock\w*|colou?rs?|sizes?)\b|\b(it|they|them|those|the (\w+ )?one)\b.*\b(in|black|white|blue|red|green|small|large|cost|have)\b|^\W*the \w+ one\W*$|^\W*(in )?(black|white|blue|red|green|small|large)( one| ones)?\W*$/i;
const NONE_AND_ELSE =
  /^\W*(?:no\W+)?(?:none|neither|not any) of (?:them|these|those)\b\W+(?=(?:\w+\W+){3})(?!ord)(?!.*\b\d{5}\b(?!\s*(?:to|in)\b)(?<!\bto \d{5}))/i;
const ASKS = /\?|(?:^|[.!,]\s+)(?:and )?(?:is|are|was|where|when|what|how|did|has|can|could)\b/i;
const OF_PARCELS: ReadonlySet<string> = new Set(['order number', 'parcel']);
const HAS_NONE =
  /\b(there('s| is)|i have|i've got|i got) no (parcel|order|package)\b|\b(not|n't|never) (even )?(have|got|ordered|bought|placed)\b.{0,25}\b(order|anything|it|one|yet|parcel)\b|\bno (parcel|order) yet\b/i;
const OF_DELIVERY = /\b(arriv\w*|deliver\w*|(?:be|been|was|get) (?:shipped|sent|dispatched)|(?:that|my|the) order)\b/i;
const MOST_WORDS = 10;
const MOST_PLACE_WORDS = 16;
const PAYS = /^\W*(?:(?:no|omg|ok|just|please|then)\W+)*pay (?:for )?(?:the |my )?(?:order|ord\W?\d)/i;
/** "Express?", "still not working": too short to be about anything else, where its agent understands it. */
const BARE_WORDS = 6;

/** "Did I get the $267 back?", whatever was shown before. */
const OF_MONEY: ReadonlySet<string> = new Set(['refund-when', 'return-status', 'invoice', 'payment-failed', 'pay-now']);
const SURE_ELSE = 0.6;

function goOn(context: TurnContext): void {
  const { state, services, text, classification } = context;
  // What our rules understood in another language is read in English.
  const said = state.language === 'en' ? text : context.meant;
  const last = state.lastAbout;
  if (state.question?.kind === 'proof' || state.question?.kind === 'code') return;
  const most = last?.exchange.about === 'quote' ? MOST_PLACE_WORDS : MOST_WORDS;
  // "Is it dangerous?", of what smokes.
  if (state.openCase?.reasons.includes('danger') && /\b(danger\w*|safe|hurt|harm\w*|explod\w*|fire)\b/i.test(said))
    return;
  if (!last || context.routes.length > 0 || text.trim().split(/\s+/).length > most) return;
  if (answerAside(context, last.agent, last.exchange)) return;
  const isProduct = last.exchange.about === 'product';
  // What something was, is about an order.
  if (isProduct && OF_MONEY.has(actOf(said, SURE_ELSE) ?? 'none')) return;
  if (isProduct && (OF_DELIVERY.test(said) || isHouseQuestion(said) || /\bhow much (was|were|did)\b/i.test(said)))
    return;
  // "One pair of headphones, to Brooklyn 11215", after the prices of sending were spoken of.
  const isPlace =
    last.exchange.about === 'quote' && (namesPlace(said) || /\b(to me|just|zip|here)\W+\d{5}\W*$/i.test(said));
  const isBare = !isProduct && (isPlace || text.trim().split(/\s+/).length <= BARE_WORDS);
  if (!GOES_ON.test(text) && !isBare && !(isProduct && (OF_PRODUCT.test(said) || takesIt(said) || asksFactsOfIt(said))))
    return;
  if (!services.agents[last.agent].understands?.(said, classification, last.exchange)) return;
  context.exchange = last.exchange;
  const rest = said === text ? {} : { text: said };
  context.routes = [{ agent: last.agent, intent: last.intent, reason: `follow-up:${last.exchange.about}`, ...rest }];
}

/** "Is it about X or Y?" was answered with one of them: the first text is what is to be answered. A whole new sentence is not. */
function resumeTopics(context: TurnContext, question: TopicsQuestion): void {
  const picked = pickTopic(context, question.topics);
  if (!picked) return;
  const intents = [{ intent: picked, confidence: 1 }];
  context.classification = { ...context.services.classify(question.text), intents, confidence: 1, priority: 'MEDIUM' };
  context.text = question.text;
  context.meant = question.text;
}

function pickTopic(context: TurnContext, topics: Intent[]): Intent | undefined {
  const said = context.text.trim().toLowerCase();
  const byName = topics.find((topic) => said === context.words.topic(topic).toLowerCase());
  if (byName) return byName;
  if (/^(1|the first( one)?|first|yes|yes please|yeah|yep|sure|ok|okay)$/.test(said)) return topics[0];
  return /^(2|the second( one)?|second|the other( one)?)$/.test(said) ? topics[1] : undefined;
}
