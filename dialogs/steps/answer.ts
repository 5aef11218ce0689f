// The routed agents answer, all at once, and what they say becomes one reply in the order of the routes. A backend that
// is away becomes an honest word and a case.
import type { AgentAnswer, AgentFacts, AgentRequest } from '../../agents/agent.ts';
import type { Step } from '../../core/compose.ts';
import { asSupportError } from '../../core/errors.ts';
import { deriveId } from '../../core/ids.ts';
import { rememberOrders } from '../conversation-state.ts';
import { dueInWords, escalate } from '../escalate.ts';
import { type Route, reply, type TurnContext } from '../turn-context.ts';

export const answer: Step<TurnContext> = async (context, next) => {
  if (context.routes.length === 0) return next();
  fillInOrder(context);
  const settled = await Promise.allSettled(context.routes.map((route) => ask(context, route)));
  const texts: string[] = [];
  for (const [at, result] of settled.entries()) {
    const route = context.routes[at]!;
    if (result.status === 'fulfilled') {
      context.answers.push({ route, answer: result.value });
      texts.push(result.value.text);
    } else texts.push(apologise(context, result.reason));
  }
  const answers = context.answers.map((one) => one.answer);
  const choices = answers.find((one) => one.choices)?.choices;
  if (answers.some((one) => one.asks === 'order number')) {
    context.state.question = { kind: 'order number' };
    context.outcome = 'asked';
  }
  rememberOrders(context.state, context.classification.entities.orderIds ?? []);
  reply(context, texts.join('\n\n'), choices);
  await next();
};

/** "And when will it arrive?": the order they spoke of last. */
function fillInOrder(context: TurnContext): void {
  const { classification, state, routes } = context;
  if (classification.entities.orderIds || state.orderIds.length === 0) return;
  if (routes.some((route) => route.agent === 'order'))
    classification.entities = { ...classification.entities, orderIds: [state.orderIds[0]!] };
}

function ask(context: TurnContext, route: Route): Promise<AgentAnswer> {
  const { services, state, lane, settings, classification } = context;
  const request: AgentRequest = {
    text: context.text,
    classification: {
      ...classification,
      intents: [
        { intent: route.intent, confidence: classification.confidence },
        ...classification.intents.filter((one) => one.intent !== route.intent),
      ],
    },
    history: state.said,
    summary: state.topics.join('; '),
    facts: factsOf(context),
    today: services.clock.now().toISOString().slice(0, 10),
  };
  const scope = {
    customer: {
      level: state.contact.level,
      ...(state.contact.shopCustomerId ? { shopCustomerId: state.contact.shopCustomerId } : {}),
    },
    laneId: lane._id,
    idempotencyKey: deriveId(lane._id, context.entries[0]!.key, route.agent),
    clock: services.clock,
    signal: context.signal,
  };
  return services.runner.run(services.agents[route.agent], request, scope, settings);
}

function factsOf(context: TurnContext): AgentFacts {
  const { contact, openCase } = context.state;
  return {
    level: contact.level,
    ...(contact.name ? { customerName: contact.name } : {}),
    ...(openCase
      ? {
          openCase: {
            id: openCase.id,
            due: dueInWords(context, openCase.dueAt),
            reasons: openCase.reasons,
            isNew: context.opened !== null,
          },
        }
      : {}),
  };
}

/** An agent failed: say so, and let a person look at it. A bug goes on to the lane, which tries again. */
function apologise(context: TurnContext, thrown: unknown): string {
  const error = asSupportError(thrown);
  if (error.kind === 'bug') throw error;
  context.services.log.warn('agent.failed', { laneId: context.lane._id, error });
  escalate(context, { reason: 'failure', reasons: [], summary: `The bot could not answer: ${error.code}.` });
  const { openCase } = context.state;
  return context.words.somethingFailed({ caseId: openCase!.id, due: dueInWords(context, openCase!.dueAt) });
}
