// A person has the conversation: the bot is silent, and everything goes to the case. While a case waits for a person,
// what the customer adds goes there, too, and the turn goes on.
import type { Step } from '../../core/compose.ts';
import { forwardToCase } from '../escalate.ts';
import type { TurnContext } from '../turn-context.ts';

export const relay: Step<TurnContext> = async (context, next) => {
  const { state, lane } = context;
  if (state.openCase) forwardToCase(context, state.openCase.id);
  const hasPerson = lane.owner !== 'bot' && lane.owner !== 'waiting';
  if (!hasPerson) return next();
  context.route = 'relay:person';
  context.outcome = 'silent';
};
