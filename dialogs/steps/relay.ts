// A person has the conversation: the bot is silent, and everything goes to the case. While a case waits for a person,
// what the customer adds goes there, too, and the turn goes on.
import type { Step } from '../../core/compose.ts';
import { forwardToCase, raiseCase } from '../escalate.ts';
import { type Risk, readRisk } from '../reading/risks/index.ts';
import type { TurnContext } from '../turn-context.ts';

const OF_LIFE: ReadonlySet<Risk> = new Set(['self-harm', 'danger']);

export const relay: Step<TurnContext> = async (context, next) => {
  const { state, lane } = context;
  if (state.openCase) forwardToCase(context, state.openCase.id);
  const hasPerson = lane.owner !== 'bot' && lane.owner !== 'waiting';
  if (!hasPerson) return next();
  // The bot says nothing, but whoever has the case is called where somebody may be hurt.
  const risk = readRisk(context.text);
  if (risk && OF_LIFE.has(risk)) raiseCase(context, risk);
  context.route = 'relay:person';
  context.outcome = 'silent';
};
