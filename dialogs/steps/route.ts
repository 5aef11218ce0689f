// Route: which agents answer. One table, read from top to bottom; the reason is kept on the turn.
import type { AgentName } from '../../agents/agent.ts';
import type { Agents } from '../../agents/index.ts';
import { readReasons } from '../../cases/reasons.ts';
import type { Step } from '../../core/compose.ts';
import type { Intent } from '../../models/turn.ts';
import { dueInWords } from '../due-in-words.ts';
import { escalate } from '../escalate.ts';
import { isAboutClosedCase, openAgain } from '../exchanges/closed-case.ts';
import { isBackToTalk, offerToGoOn } from '../exchanges/left-off.ts';
import { type Route, reply, type TurnContext } from '../turn-context.ts';
import { problemOf } from './follow-up.ts';
import {
  BARE_NUMBER,
  COURTESY,
  isAboutHouse,
  isAboutManual,
  isAboutProducts,
  isAboutPurchases,
  isBareNumber,
  isBareTracking,
  isBareWhen,
  isMissing,
  isMovingHouse,
  SURE_FROM,
} from './signs.ts';

/** A wrong guess about small talk costs less than a question about it. */
const SURE_SMALL_TALK_FROM = 0.4;
/** A second subject is answered, too, from here on. */
const SECOND_FROM = 0.4;
/** "Twice no help" is a person's business. */
const MOST_UNHELPFUL = 2;
const WEEK_MS = 7 * 86_400_000;
/** How long a case's subject is left alone before its receipt is said again. */
const RECEIPT_EVERY_MS = 10 * 60_000;
const SMALL_TALK: ReadonlySet<Intent> = new Set(['GREETING', 'FEEDBACK', 'OUT_OF_SCOPE']);

const NO_HELP =
  /\b(that|this|it) (did ?n'?t|does ?n'?t|did not|does not|is ?n'?t|is not|was ?n'?t|was not) (help|helpful|what i (asked|meant|wanted))\b|\b(not helpful|no help|useless|wrong answer|you (do ?n'?t|do not|did ?n'?t) (understand|get it|listen)|that'?s not what i (asked|meant|said))\b/i;

export const route: Step<TurnContext> = async (context, next) => {
  if (missedFile(context) && context.text.trim() !== '') context.prefix = context.words.missedFile();
  if (context.routes.length === 0) RULES.find((rule) => rule.fits(context))!.act(context);
  if (context.routes.length > 0) {
    const path = context.classification.priority === 'URGENT' ? 'urgent/' : '';
    context.route = path + context.routes.map((one) => one.reason).join('+');
  }
  await next();
};

interface Rule {
  fits(context: TurnContext): boolean;
  act(context: TurnContext): void;
}

const first = ({ classification }: TurnContext) => classification.intents[0]!.intent;
const isSmallTalk = (context: TurnContext) => SMALL_TALK.has(first(context));
const mood = ({ classification }: TurnContext) => classification.sentiment.score;

/** The first rule that fits decides. Risks and "a person please" were caught before (protect, interrupt). */
const RULES: Rule[] = [
  { fits: ({ text }) => text.trim() === '', act: settleFile },
  { fits: ({ declined }) => declined, act: settleDeclined },
  { fits: isBackToTalk, act: offerToGoOn },
  { fits: isTwiceNoHelp, act: (context) => complex(context, 'Twice the bot was no help.') },
  { fits: isAboutClosedCase, act: openAgain },
  { fits: (context) => first(context) === 'COMPLAINT' && mood(context) <= -0.2, act: complain },
  { fits: (context) => context.state.openCase?.subject === first(context), act: leaveToPerson },
  { fits: isBackAgain, act: (context) => complex(context, 'The same problem again within seven days.') },
  { fits: isUnreadable, act: settleLanguage },
  { fits: isBareNumber, act: lookUpNumber },
  { fits: isBareWhen, act: (context) => tellOf(context, 'order', 'bare:when') },
  { fits: isBareTracking, act: (context) => tellOf(context, 'shipping', 'bare:tracking number') },
  { fits: isAboutManual, act: (context) => tellOf(context, 'technical', 'house:manual') },
  { fits: isMissing, act: (context) => tellOf(context, 'shipping', 'order:missing') },
  { fits: isAboutHouse, act: (context) => tellOf(context, 'general', 'house:article') },
  { fits: isAboutProducts, act: (context) => tellOf(context, 'order', 'house:catalogue') },
  { fits: isAboutPurchases, act: (context) => tellOf(context, 'order', 'order:purchases') },
  { fits: isMovingHouse, act: (context) => tellOf(context, 'shipping', 'order:address') },
  { fits: (context) => context.state.openCase !== null && isUnsure(context), act: addToCase },
  { fits: isUnsure, act: ask },
  { fits: isSwitchedOff, act: settleSwitchedOff },
  { fits: (context) => mood(context) >= 0.6 && first(context) === 'FEEDBACK', act: enhance },
  { fits: () => true, act: routeByIntent },
];

/** The agent that handles an intent: a specialist before the general one. */
function agentOf(agents: Agents, intent: Intent): AgentName {
  const found = Object.values(agents).find((one) => one.name !== 'general' && one.handles.includes(intent));
  return found?.name ?? 'general';
}

/** An admin has switched off an agent that this is for: a person answers in its place. */
function isSwitchedOff(context: TurnContext): boolean {
  const { agentsOff } = context.settings;
  return agentsOff.length > 0 && routesByIntent(context).some(({ agent }) => agentsOff.includes(agent));
}

function settleSwitchedOff(context: TurnContext): void {
  complex(context, 'The agent for this is switched off.');
  context.route = 'agent:off';
}

function routeByIntent(context: TurnContext): void {
  context.routes = routesByIntent(context);
}

/** The agents of all subjects that are sure enough, each once. */
export function routesByIntent({ classification, services }: TurnContext): Route[] {
  const wanted = classification.intents.filter(
    // Without a part of the text of its own, a further intent is only another guess at the same wish.
    (one, at) => at === 0 || (one.clause !== undefined && one.confidence >= SECOND_FROM && !SMALL_TALK.has(one.intent)),
  );
  const routes = wanted.map(
    ({ intent, clause }): Route => ({
      agent: agentOf(services.agents, intent),
      intent,
      reason: `intent:${intent}`,
      ...(clause && wanted.length > 1 ? { text: clause } : {}),
    }),
  );
  return routes.filter((one, at) => routes.findIndex((other) => other.agent === one.agent) === at);
}

/** Anger and a complaint: a person, with the reasons; what else was asked is answered, too. */
function complain(context: TurnContext): void {
  const reasons = readReasons(context.text);
  const others = routesByIntent(context).filter((one) => !['escalation', 'general'].includes(one.agent));
  // They named an order: where it stands is a fact worth having, whatever else comes.
  if (
    context.classification.entities.orderIds &&
    !others.some((one) => one.agent === 'order' || one.agent === 'shipping')
  )
    others.unshift({ agent: 'order', intent: 'ORDER_INQUIRY', reason: 'complaint:facts' });
  const complaint: Route = { agent: 'escalation', intent: 'COMPLAINT', reason: 'complaint:negative' };
  context.routes = [...others, complaint];
  escalate(context, {
    reason: 'sentiment',
    reasons,
    summary: `The customer complains: ${reasons.map(context.words.reason).join(', ')}.`,
  });
}

/** Its subject, or a complaint, soon after it was closed; thanks are not. */
function isTwiceNoHelp(context: TurnContext): boolean {
  const { state } = context;
  state.unhelpful = NO_HELP.test(context.text) ? state.unhelpful + 1 : 0;
  return state.unhelpful >= MOST_UNHELPFUL && !state.openCase;
}

/** A problem that was looked at in an earlier session, not in this one. */
function isBackAgain(context: TurnContext): boolean {
  const about = problemOf(context);
  const { state, services } = context;
  const before = state.problems.find((one) => one.about === about);
  if (!before || state.openCase) return false;
  const at = new Date(before.at).getTime();
  return at < new Date(state.session.startedAt).getTime() && services.clock.nowMs() - at < WEEK_MS;
}

function complex(context: TurnContext, summary: string): void {
  const { state, words } = context;
  context.route = 'complex';
  state.unhelpful = 0;
  escalate(context, { reason: 'complex', reasons: [], summary });
  reply(context, words.needsPerson({ caseId: state.openCase!.id, due: dueInWords(context, state.openCase!.dueAt) }));
}

/** The subject of the open case is a person's business now; its receipt is said at most every ten minutes. What else was
 * asked is answered. */
function leaveToPerson(context: TurnContext): void {
  const { state } = context;
  context.route = 'case:same subject';
  context.routes = routesByIntent(context).filter((one) => one.intent !== state.openCase!.subject);
  acknowledge(context);
}

/** What is unclear while a person is on the way is most likely for them: no question about it from the bot. */
function addToCase(context: TurnContext): void {
  context.route = 'case:unclear';
  acknowledge(context);
}

function acknowledge(context: TurnContext): void {
  const { state, services, words } = context;
  context.followUpRequired = true;
  const last = state.openCase!.receiptAt;
  if (last && services.clock.nowMs() - new Date(last).getTime() < RECEIPT_EVERY_MS) {
    if (context.routes.length === 0) context.outcome = 'silent';
    return;
  }
  state.openCase = { ...state.openCase!, receiptAt: services.clock.now() };
  reply(context, words.addedToCase({ caseId: state.openCase.id }));
}

/** The network told us of a file that we could not fetch. */
function missedFile({ entries }: TurnContext): boolean {
  return entries.some(({ activity }) => activity.channelData?.missedFiles !== undefined);
}

/** "No" to what was offered. */
function settleDeclined(context: TurnContext): void {
  context.route = 'offer:declined';
  reply(context, context.words.allRight());
}

function settleFile(context: TurnContext): void {
  const isHere = context.entries.some(({ activity }) => (activity.attachments ?? []).length > 0);
  context.route = 'file:unreadable';
  const { words } = context;
  reply(context, isHere || !missedFile(context) ? words.gotFile() : words.missedFile(), [words.personChoice()]);
}

/** A language that the classifier does not read, and no model that does. */
function isUnreadable({ state, services }: TurnContext): boolean {
  return state.language !== 'en' && !services.readsLanguages;
}

/** An order number is an order number in any language; for anything else: the truth, and a person. */
function settleLanguage(context: TurnContext): void {
  if (COURTESY.test(context.text)) return routeByIntent(context);
  if (context.classification.entities.orderIds) {
    context.routes = [{ agent: 'order', intent: 'ORDER_INQUIRY', reason: 'language:order number' }];
    return;
  }
  context.route = 'language:unknown';
  context.outcome = 'asked';
  if (context.state.proposal) return ask(context);
  reply(context, context.words.notMyLanguage(), [context.words.personChoice()]);
}

function lookUpNumber(context: TurnContext): void {
  const { entities } = context.classification;
  const orderIds = entities.orderIds ?? [`ORD-${BARE_NUMBER.exec(context.text)![1]}`];
  context.classification = { ...context.classification, entities: { ...entities, orderIds } };
  context.routes = [{ agent: 'order', intent: 'ORDER_INQUIRY', reason: 'bare:order number' }];
}

function tellOf(context: TurnContext, agent: AgentName, reason: string): void {
  context.routes = [{ agent, intent: first(context), reason }];
}

/** Praise: thanks, and something that fits what they bought. */
function enhance(context: TurnContext): void {
  context.routes = [{ agent: 'general', intent: 'FEEDBACK', reason: 'positive:enhanced' }];
}

function isUnsure(context: TurnContext): boolean {
  return context.classification.confidence < (isSmallTalk(context) ? SURE_SMALL_TALK_FROM : SURE_FROM);
}

/** "Is it about X or Y?", once; after that, the offer of a person. */
function ask(context: TurnContext): void {
  const { classification, state, words } = context;
  const asked =
    state.lastReply !== '' && state.said.at(-1)?.text.startsWith(words.isItAbout({ one: '', other: '' }).slice(0, 20));
  const topics = [...new Set(context.services.classify(context.text).intents.map((one) => one.intent))].filter(
    (intent) => !SMALL_TALK.has(intent),
  );
  const [one, other] = [topics[0] ?? classification.intents[0]!.intent, topics[1] ?? 'HUMAN_REQUEST'] as const;
  context.outcome = 'asked';
  // A yes must only ever mean one thing: what waits for one is shown again, and nothing else is asked.
  if (state.proposal) {
    context.route = 'unsure:proposal';
    reply(context, words.stillOpen({ summary: state.proposal.summary }), [words.yesChoice(), words.noChoice()]);
    return;
  }
  if (asked || one === other || SMALL_TALK.has(one)) {
    context.route = 'unsure:offer';
    reply(context, words.stillUnsure(), [words.personChoice()]);
    return;
  }
  context.route = 'unsure:ask';
  state.question = { kind: 'topics', text: context.text.slice(0, 500), topics: [one, other] };
  const choices = [one, other].map((topic) => ({ title: words.topic(topic), value: words.topic(topic) }));
  reply(context, words.isItAbout({ one: words.topic(one), other: words.topic(other) }), choices);
}
