// What comes before everything else the customer may be in the middle of: "help", and "a person please" in any words.
import type { Step } from '../../core/compose.ts';
import { escalate } from '../escalate.ts';
import { reply, type TurnContext } from '../turn-context.ts';

const HELP = /^\s*(help|info|\?)\s*[!.?]*\s*$/i;
/** How sure it must be that somebody wants a person: bothering a colleague is cheap, a customer without one is not. */
const PERSON_FROM = 0.5;

export const interrupt: Step<TurnContext> = async (context, next) => {
  if (HELP.test(context.text)) {
    context.route = 'interrupt:help';
    reply(context, context.words.help(), [context.words.personChoice()]);
    return;
  }
  const first = context.classification.intents[0]!;
  if (first.intent === 'HUMAN_REQUEST' && first.confidence >= PERSON_FROM) {
    context.state.question = null;
    context.routes = [{ agent: 'escalation', intent: 'HUMAN_REQUEST', reason: 'interrupt:person' }];
    escalate(context, { reason: 'customer asked', reasons: [], summary: 'The customer asks for a person.' });
  }
  await next();
};
