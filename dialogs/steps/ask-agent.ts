// What an agent is asked: the part of the message that is for it, what it names, what is known of the customer, and what was said
// so far; within one deadline.
import type { Act } from '../../agents/acts.ts';
import type { AgentAnswer, AgentFacts, AgentRequest, Exchange } from '../../agents/agent.ts';
import { namesOrder } from '../../agents/classifier/entities.ts';
import { namedKind } from '../../agents/goods.ts';
import { SupportError } from '../../core/errors.ts';
import { deriveId } from '../../core/ids.ts';
import { TimedOut, within } from '../../core/within.ts';
import type { Entities } from '../../models/turn.ts';
import { dueInWords, hoursInWords } from '../due-in-words.ts';
import { type Route, scopeOf, type TurnContext } from '../turn-context.ts';

/** Its answer, or why there is none in time. */
export function ask(context: TurnContext, route: Route): Promise<AgentAnswer> {
  const { services, state, settings, classification, lane } = context;
  const request: AgentRequest = {
    // An answer to a question is taken as it was written: an address is no wish.
    text: route.text ?? (context.exchange ? context.text : context.meant),
    classification: {
      ...classification,
      entities: entitiesOf(context, route),
      intents: [
        { intent: route.intent, confidence: classification.confidence },
        ...classification.intents.filter((one) => one.intent !== route.intent),
      ],
    },
    // What was done a moment ago, in this very turn, is known, too.
    history: [...state.said, ...context.replies.map(({ text }) => ({ role: 'bot' as const, text }))],
    summary: state.topics.join('; '),
    facts: factsOf(context),
    today: services.clock.now().toISOString().slice(0, 10),
    phrases: settings.phrases,
    ...(context.exchange && !route.isBeside && !isOfElse(context.exchange, route)
      ? { exchange: context.exchange }
      : {}),
    ...(context.again ? { again: true } : {}),
    ...(route.topic ? { topic: route.topic } : {}),
    ...(route.act ? { act: route.act } : {}),
  };
  const scope = scopeOf(context, deriveId(lane._id, context.entries[0]!.key, route.agent, route.text ?? ''));
  const run = services.runner.run(services.agents[route.agent], request, scope, settings);
  return within(settings.agentDeadlineMs, run).catch((thrown: unknown) => {
    if (!(thrown instanceof TimedOut)) throw thrown;
    throw new SupportError('agent.late', `${route.agent} found no answer in time`, {
      kind: 'transient',
      cause: thrown,
    });
  });
}

/** What was shown is spoken of, and this part of the message is about something that they have. */
const isOfElse = ({ about }: Exchange, { act }: Route): boolean =>
  about === 'product' && act !== undefined && OF_OWN.has(act);
const OF_OWN: ReadonlySet<Act> = new Set([
  'return-item',
  'exchange-item',
  'cancel-order',
  'order-status',
  'change-address',
]);

/** A part of the message that names orders of its own is about those, and no others. */
function entitiesOf({ classification, services, meant }: TurnContext, { text }: Route): Entities {
  const { orderIds } = text ? services.classify(text).entities : {};
  if (orderIds) return { ...classification.entities, orderIds };
  // "Cancel ORD-20520. And where are my watches?": of another order than the one that is named.
  const isOfThing = text !== undefined && namedKind(text) !== null && !LEANS.test(text);
  if (!isOfThing || !classification.entities.orderIds?.some((id) => namesOrder(meant, id)))
    return classification.entities;
  const { orderIds: _elsewhere, ...others } = classification.entities;
  return others;
}

const LEANS = /\b(it|its|this|from there|same order)\b/i;

function factsOf(context: TurnContext): AgentFacts {
  const { contact, facts, openCase, bugId } = context.state;
  const name = facts.name?.value ?? contact.name;
  const hours = hoursInWords(context);
  return {
    level: contact.level,
    ...(hours ? { hours } : {}),
    ...(name ? { customerName: name } : {}),
    ...(facts.name ? { toldName: facts.name.value } : {}),
    ...(bugId ? { bugId } : {}),
    ...(openCase
      ? {
          openCase: {
            id: openCase.id,
            due: dueInWords(context, openCase.dueAt),
            reasons: openCase.reasons,
            isNew: context.opened !== null,
            ...(openCase.approves ? { approves: openCase.approves } : {}),
          },
        }
      : {}),
  };
}
