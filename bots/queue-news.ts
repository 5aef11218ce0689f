// What somebody who waits for a person is told without asking: that they have moved up. Said only when it is news, and never
// soon after they were told.
import { newsEveryMinutes } from '../cases/timers.ts';
import { placeInWords } from '../dialogs/exchanges/waiting.ts';
import type { TurnContext } from '../dialogs/turn-context.ts';
import { phrasesFor } from '../phrases/index.ts';

const MINUTE_MS = 60_000;

/** Their place in the queue, if it is another one than they were told; null: there is no news. */
export async function queueNews(context: TurnContext, caseId: string): Promise<string | null> {
  const { lane, state, services, settings } = context;
  const { openCase } = state;
  if (lane.owner !== 'waiting' || openCase?.id !== caseId) return null;
  const everyMs = newsEveryMinutes(settings.desk, lane.reference.channel) * MINUTE_MS;
  const toldMs = openCase.placeAt ? new Date(openCase.placeAt).getTime() : 0;
  if (services.clock.nowMs() - toldMs < everyMs) return null;
  const words = phrasesFor(state.language || 'en', settings.phrases);
  const text = await placeInWords({ services, settings, words, state });
  const { place } = state.openCase!;
  if (place !== undefined && place !== openCase.place) return text;
  state.openCase = openCase;
  return null;
}

/** For pages that show it: which case, by when, and which place it has. */
export function waitingOf({ state: { openCase }, services }: TurnContext): Record<string, unknown> {
  if (!openCase) return {};
  const ahead = services.casePort.outlook?.(openCase.dueAt)?.ahead;
  const place = ahead === undefined ? {} : { position: ahead + 1 };
  return { waiting: { caseId: openCase.id, dueAt: openCase.dueAt.toISOString(), ...place } };
}
