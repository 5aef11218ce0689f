// What a turn leaves, in the public form. Times are stamped later, when the network has accepted the replies.
import { deriveId } from '../core/ids.ts';
import type { ModelUsage, TurnRecord } from '../models/turn.ts';
import type { TurnContext } from './turn-context.ts';

export function recordOf(context: TurnContext): TurnRecord {
  const { lane, entries, classification, settings, state } = context;
  return {
    id: deriveId(lane._id, entries[0]!.key, 'turn'),
    laneId: lane._id,
    entries: entries.map((entry) => entry.key),
    intents: classification.intents.map(({ intent, confidence }) => ({ intent, confidence })),
    priority: classification.priority,
    sentiment: classification.sentiment,
    entities: classification.entities,
    language: classification.language,
    route: context.route,
    settingsRevision: settings.revision,
    agents: context.answers.map(({ route, answer }) => ({
      name: route.agent,
      reason: route.reason,
      ms: answer.ms,
      model: answer.model,
    })),
    tools: context.answers.flatMap(({ answer }) => answer.tools),
    ...usageOf(context),
    responseTimeMs: 0,
    sessionSeconds: 0,
    followUpRequired: context.followUpRequired,
    ...(state.openCase ? { caseId: state.openCase.id } : {}),
    ...(context.rating === undefined ? {} : { rating: context.rating }),
    outcome: context.outcome,
    at: context.services.clock.now(),
  };
}

/** What remote models took for all of its agents. */
function usageOf({ answers }: TurnContext): Pick<TurnRecord, 'usage'> {
  const used = answers.flatMap(({ answer }) => answer.usage ?? []);
  if (used.length === 0) return {};
  const sum = (key: keyof ModelUsage) => used.reduce((all, one) => all + one[key], 0);
  return { usage: { inputTokens: sum('inputTokens'), outputTokens: sum('outputTokens'), cost: sum('cost') } };
}
