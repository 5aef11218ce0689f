// A customer whom a person keeps out for a time: told so once a day, and not served. Danger is heard from everybody.
import { readRisk } from '../dialogs/reading/risks/index.ts';
import type { TurnContext } from '../dialogs/turn-context.ts';
import type { LaneDecision } from '../models/lane.ts';
import { phrasesFor } from '../phrases/index.ts';
import { say } from './say.ts';

const DAY_MS = 86_400_000;

/** What is decided about a blocked customer's message; null: they are served. */
export function turnAway(context: TurnContext): LaneDecision | null {
  const { state, lane, entries, settings, services } = context;
  const { blocked } = state;
  const now = services.clock.now();
  if (!blocked || new Date(blocked.until) <= now || readRisk(context.text)) return null;
  const isTold = blocked.toldAt && now.getTime() - new Date(blocked.toldAt).getTime() < DAY_MS;
  if (isTold) return { state, outbox: [] };
  const words = phrasesFor(state.language || 'en', settings.phrases);
  const text = words.blocked({ at: new Date(blocked.until), timeZone: settings.hours.timeZone });
  const last = entries.at(-1)!;
  const after = { ...state, blocked: { ...blocked, toldAt: now } };
  return { state: after, outbox: [say(lane, last.key, 'blocked', text, last.receivedAt)] };
}
