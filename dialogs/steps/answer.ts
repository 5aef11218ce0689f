// The routed agents answer, all at once, and what they say becomes one reply: what is told in the order of the routes, then
// what is asked. A backend that is away becomes an honest word and a case; an agent that is late is named, and a person looks
// after it.
import type { AgentAnswer } from '../../agents/agent.ts';
import type { Step } from '../../core/compose.ts';
import type { Choice } from '../../models/activity.ts';
import { talkWords } from '../../phrases/talk/index.ts';
import type { OpenProposal } from '../conversation-state.ts';
import { dueInWords } from '../due-in-words.ts';
import { apologise, escalate } from '../escalate.ts';
import { askForCode } from '../exchanges/code.ts';
import { askForProof } from '../exchanges/proof.ts';
import { showProposal, yesOrNo } from '../exchanges/proposal.ts';
import { forEachOrder } from '../reading/each-order.ts';
import { asksOfNothing, isNeedless } from '../reading/needless.ts';
import { isHeldByRisk } from '../reading/signs.ts';
import { dropProposal, rememberOrders, rememberSeen } from '../remembering.ts';
import { type Route, reply, type TurnContext } from '../turn-context.ts';
import { ask } from './ask-agent.ts';
import { fillInOrder, nameSum, nameWhatFails, SPEAK_OF_ORDERS } from './fill-in.ts';

const MOST_LISTED = 8;
/** Proposals that wait behind the one that is shown. */
const MOST_WAITING = 3;
/** What the technical agent asks after a step. */
const TRIED = 'did that help';

export const answer: Step<TurnContext> = async (context, next) => {
  if (context.routes.length === 0) return next();
  context.routes = withoutTwins(context.routes);
  context.routes = forEachOrder(context);
  nameWhatFails(context);
  nameSum(context);
  fillInOrder(context);
  const settled = await Promise.allSettled(context.routes.map((route) => ask(context, route)));
  const said: Said[] = [];
  const before = context.state.proposal;
  const given = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const routed = settled.flatMap((one, at) => (one.status === 'fulfilled' ? [context.routes[at]!] : []));
  const needless = given.filter((one, at) => isNeedless(one, at, given) || asksOfNothing(one, routed[at]!, given));
  for (const [at, result] of settled.entries()) {
    const route = context.routes[at]!;
    if (result.status === 'fulfilled' && needless.includes(result.value)) {
      context.answers.push({ route, answer: result.value });
      continue;
    }
    if (result.status === 'rejected') said.push({ text: apologise(context, route.intent, result.reason) });
    else {
      context.answers.push({ route, answer: result.value });
      rememberSeen(context.state, result.value.seen ?? []);
      const one = await settle(context, route, result.value, before);
      said.push({ ...one, text: withItsTime(context, result.value, one.text) });
    }
  }
  rememberOrders(context.state, context.classification.entities.orderIds ?? []);
  rememberTold(context, needless);
  const offer = offerToTheAngry(context);
  const again = saysAgain(context);
  // What waits for an answer comes last: what is told after a question buries it.
  const inOrder = [...said.filter((one) => !one.isOpen), ...said.filter((one) => one.isOpen)];
  inOrder.splice(inOrder.filter((one) => !one.isOpen).length, 0, notUnderstood(context), thenNext(context));
  const texts = [context.prefix, again.text, ...inOrder.map((one) => one.text), offer.text].filter(
    (text) => text !== '',
  );
  reply(context, mergeTexts(texts), choicesOf([...inOrder, again]) ?? offer.choices);
  await next();
};

/** It was really looked up once more; who still doubts it may ask a person. */
function saysAgain({ again, answers, classification, words, state }: TurnContext): Said {
  const isLookedUp = again && answers.some(({ answer }) => answer.tools.length > 0 && answer.proposal === undefined);
  if (!isLookedUp) return { text: '' };
  const choices = state.openCase ? {} : { choices: [words.personChoice()] };
  return { text: talkWords(classification.language).checkedAgain(), ...choices };
}

/** Several are settled one after the other: nobody shall think that only the first was heard. */
function thenNext({ state, classification }: TurnContext): Said {
  const next = state.nextProposals.flatMap(({ summary }) => summary.match(ORDER_ID)?.[0] ?? []);
  const orderIds = [...new Set(next)].filter((id) => !state.proposal?.summary.includes(id));
  return { text: orderIds.length > 0 ? talkWords(classification.language).thenNext({ orderIds }) : '' };
}

const LONGEST_ASKED = 120;

/** Better said than passed over: the rest of the reply reads as if it were all. */
function notUnderstood({ leftOut, classification, words, state }: TurnContext): Said {
  if (!leftOut) return { text: '' };
  const asked = leftOut.length > LONGEST_ASKED ? `${leftOut.slice(0, LONGEST_ASKED)}…` : leftOut;
  const choices = state.openCase ? {} : { choices: [words.personChoice()] };
  return { text: talkWords(classification.language).notUnderstood({ asked }), ...choices };
}

const MOST_CHOICES = 6;

/** Those of what waits for an answer; else all that were offered, each once. */
function choicesOf(said: Said[]): Choice[] | undefined {
  const open = said.find((one) => one.isOpen)?.choices;
  if (open) return open;
  const all = said.flatMap((one) => one.choices ?? []);
  const each = all.filter((one, at) => all.findIndex((other) => other.value === one.value) === at);
  return each.length > 0 ? each.slice(0, MOST_CHOICES) : undefined;
}

const ORDER_ID = /\bORD-\d{1,10}\b/g;
const TELL_OF_ORDERS: ReadonlySet<string> = new Set([...SPEAK_OF_ORDERS, 'technical']);

/** The order that an answer spoke of is the one that "it" means next; of several none is, but "the other one" may be. */
function rememberTold({ answers, state, classification, exchange }: TurnContext, unsaid: readonly AgentAnswer[]): void {
  const told = answers
    // What was looked up, not the example in a question.
    .filter(
      ({ route, answer }) => TELL_OF_ORDERS.has(route.agent) && answer.tools.length > 0 && !unsaid.includes(answer),
    )
    .flatMap(({ answer }) =>
      [...`${answer.text}\n${answer.proposal?.summary ?? ''}`.matchAll(ORDER_ID)].map(([id]) => id),
    );
  const each = [...new Set(told)];
  if (each.length > 1) state.listedOrders = each.slice(0, MOST_LISTED);
  // "The blanket", of those that were shown, is another one than before.
  if (each.length === 1 && (exchange || !classification.entities.orderIds?.includes(each[0]!)))
    rememberOrders(state, each);
}

/** One reply of several: what two agents say alike is said once, a question at its end. */
function mergeTexts(texts: string[]): string {
  const paragraphs = texts.flatMap((text) => text.split('\n\n'));
  const isSaidHere = (one: string, at: number) =>
    (one.endsWith('?') ? paragraphs.lastIndexOf(one) : paragraphs.indexOf(one)) === at;
  return paragraphs.filter((one, at) => one.length < 20 || isSaidHere(one, at)).join('\n\n');
}

interface Said {
  text: string;
  choices?: Choice[];
  /** It is what the reply waits for: its choices are the ones to pick from. */
  isOpen?: boolean;
}

/** What one agent's answer becomes: words, a proposal, a question, or a case. */
async function settle(
  context: TurnContext,
  route: Route,
  given: AgentAnswer,
  before: OpenProposal | null,
): Promise<Said> {
  if (given.followUp) context.followUps.push({ ...given.followUp, agent: route.agent });
  if (given.needs === 'strong' && context.state.contact.level === 'known') return askForCode(context, route);
  if (given.needs) return { text: askForProof(context, route, given) };
  if (given.proposal) {
    const { state } = context;
    if (isHeldByRisk(context))
      return { text: talkWords(context.classification.language).untilKnown({ caseId: state.openCase!.id }) };
    // A new wish replaces an older proposal; two wishes in one message are settled one after the other.
    if (state.proposal && state.proposal !== before) {
      state.nextProposals = [...state.nextProposals, given.proposal].slice(0, MOST_WAITING);
      return { text: '' };
    }
    // What the same agent asked before is over.
    if (state.question?.kind === 'agent' && state.question.agent === route.agent) state.question = null;
    const text = showProposal(context, given.proposal);
    return { text, ...(state.proposal ? { choices: yesOrNo(context), isOpen: true } : {}) };
  }
  // The same agent asks for something else: what it proposed before is no longer what a yes would mean.
  if (given.asks && before && context.state.proposal === before && before.agent === route.agent)
    dropProposal(context.state);
  if (given.asks?.about === TRIED) context.state.lastTrouble = given.asks;
  if (given.keeps) context.state.lastAbout = { agent: route.agent, intent: route.intent, exchange: given.keeps };
  // What was shown before is not what an item of theirs shall become.
  else if (given.asks?.about === 'which item') context.state.lastAbout = null;
  if (given.escalate) return { text: `${given.text}\n\n${leaveIt(context, given.escalate)}`.trim() };
  const isFirstQuestion = context.state.question?.kind !== 'agent' || context.state.question.digressions > 0;
  if (given.asks && isFirstQuestion) {
    // "Take your time" asks nothing of its own: what was asked before still stands.
    const last = given.text.split('\n\n').at(-1)!;
    const asked = (questionIn(last) ?? context.askedBefore ?? last).slice(0, 300);
    context.state.question = {
      kind: 'agent',
      agent: route.agent,
      intent: route.intent,
      exchange: given.asks,
      asked,
      digressions: 0,
    };
    context.outcome = 'asked';
  }
  // One question is open at a time: another agent's is said, and its choices wait with it.
  const isOpen = given.asks !== undefined && isFirstQuestion && context.state.proposal === null;
  return { text: given.text, isOpen, ...(given.choices ? { choices: given.choices } : {}) };
}

/** From the first sentence that asks: what was told before it is no question. */
function questionIn(text: string): string | null {
  const sentences = text.split(/(?<=[.!?])\s+/);
  const at = sentences.findIndex((one) => one.endsWith('?'));
  return at < 0 ? null : sentences.slice(at).join(' ');
}

/** Very angry, or angrier with each message: the facts, and the offer of a person. */
function offerToTheAngry(context: TurnContext): Said {
  const { classification, state, words } = context;
  const moods = [...state.moods, classification.sentiment.score];
  const [first = 0, second = 0, last = 0] = moods.slice(-3);
  const grows = moods.length >= 3 && last <= -0.2 && second < 0 && last < second && second < first;
  if (state.openCase || (classification.sentiment.score > -0.6 && !grows)) return { text: '' };
  return { text: words.offerPerson(), choices: [words.personChoice()] };
}

/** An agent gave up what a person should take. */
function leaveIt(context: TurnContext, given: NonNullable<AgentAnswer['escalate']>): string {
  if (given.reason === 'risk') context.classification = { ...context.classification, priority: 'URGENT' };
  escalate(context, { reason: given.reason, reasons: given.reasons ?? [], summary: given.summary });
  const { openCase } = context.state;
  return context.words.needsPerson({ caseId: openCase!.id, due: dueInWords(context, openCase!.dueAt) });
}

/** Two general questions of one topic are one: the same article is not told twice. That on returns says much: each asks for its own. */
function withoutTwins(routes: readonly Route[]): Route[] {
  const isTwin = (one: Route, other: Route) =>
    one.agent === 'general' &&
    other.agent === 'general' &&
    one.topic !== undefined &&
    one.topic !== 'returns' &&
    one.topic === other.topic;
  return routes.flatMap((one, at) => {
    if (routes.slice(0, at).some((other) => isTwin(one, other))) return [];
    const twins = routes.slice(at + 1).filter((other) => isTwin(one, other));
    return twins.length === 0 ? [one] : [{ ...one, text: [one, ...twins].map(({ text = '' }) => text).join(' ') }];
  });
}

/** The system is away, and this is what it said last: the customer learns of when it is. */
function withItsTime({ words, settings }: TurnContext, { tools }: AgentAnswer, text: string): string {
  const oldest = tools.flatMap(({ asOf }) => asOf ?? []).sort()[0];
  if (oldest === undefined || text === '') return text;
  return `${words.lastKnown({ at: new Date(oldest), timeZone: settings.hours.timeZone })}\n\n${text}`;
}
