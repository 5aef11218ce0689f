// Route: which agents answer. One table, read from top to bottom; the reason is kept on the turn.
import type { AgentName } from '../../agents/agent.ts';
import { readReasons } from '../../cases/reasons.ts';
import type { Step } from '../../core/compose.ts';
import type { Intent } from '../../models/turn.ts';
import { escalate } from '../escalate.ts';
import { type Route, reply, type TurnContext } from '../turn-context.ts';

const AGENT_OF: Record<Intent, AgentName> = {
  ORDER_INQUIRY: 'order',
  SHIPPING: 'general',
  BILLING: 'general',
  TECHNICAL_SUPPORT: 'general',
  ACCOUNT: 'general',
  COMPLAINT: 'escalation',
  HUMAN_REQUEST: 'escalation',
  GREETING: 'general',
  FEEDBACK: 'general',
  OUT_OF_SCOPE: 'general',
};

/** Below this the bot asks rather than guesses. */
const SURE_FROM = 0.5;
/** A wrong guess about small talk costs less than a question about it. */
const SURE_SMALL_TALK_FROM = 0.4;
/** A second subject is answered, too, from here on. */
const SECOND_FROM = 0.4;
const SMALL_TALK: ReadonlySet<Intent> = new Set(['GREETING', 'FEEDBACK', 'OUT_OF_SCOPE']);

export const route: Step<TurnContext> = async (context, next) => {
  if (context.routes.length === 0) chooseRoutes(context);
  if (context.routes.length > 0) context.route = context.routes.map((one) => one.reason).join('+');
  await next();
};

interface Rule {
  fits(context: TurnContext): boolean;
  act(context: TurnContext): void;
}

const first = ({ classification }: TurnContext) => classification.intents[0]!.intent;
const isSmallTalk = (context: TurnContext) => SMALL_TALK.has(first(context));

/** The first rule that fits decides. */
const RULES: Rule[] = [
  { fits: ({ text }) => text.trim() === '', act: settleFile },
  {
    fits: (context) => first(context) === 'COMPLAINT' && context.classification.sentiment.score <= -0.2,
    act: complain,
  },
  { fits: (context) => context.state.openCase?.subject === first(context), act: leaveToPerson },
  {
    fits: (context) => context.classification.confidence < (isSmallTalk(context) ? SURE_SMALL_TALK_FROM : SURE_FROM),
    act: ask,
  },
  { fits: () => true, act: routeByIntent },
];

function chooseRoutes(context: TurnContext): void {
  RULES.find((rule) => rule.fits(context))!.act(context);
}

function routeByIntent(context: TurnContext): void {
  context.routes = routesByIntent(context);
}

/** The agents of all subjects that are sure enough, each once. */
export function routesByIntent({ classification }: TurnContext): Route[] {
  const wanted = classification.intents.filter(
    (one, at) => at === 0 || (one.confidence >= SECOND_FROM && !SMALL_TALK.has(one.intent)),
  );
  const routes = wanted.map(({ intent }): Route => ({ agent: AGENT_OF[intent], intent, reason: `intent:${intent}` }));
  return routes.filter((one, at) => routes.findIndex((other) => other.agent === one.agent) === at);
}

/** Fury and a complaint: a person, with the reasons. */
function complain(context: TurnContext): void {
  const reasons = readReasons(context.text);
  context.routes = [{ agent: 'escalation', intent: 'COMPLAINT', reason: 'complaint:negative' }];
  escalate(context, {
    reason: 'sentiment',
    reasons,
    summary: `The customer complains: ${reasons.map(context.words.reason).join(', ')}.`,
  });
}

/** The subject of the open case is a person's business now. */
function leaveToPerson(context: TurnContext): void {
  context.route = 'case:same subject';
  context.followUpRequired = true;
  reply(context, context.words.addedToCase({ caseId: context.state.openCase!.id }));
}

function settleFile(context: TurnContext): void {
  context.route = 'file:unreadable';
  reply(context, context.words.gotFile(), [context.words.personChoice()]);
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
