// Something that the bot says, as an outbox item. The id is derived from what caused it: a repetition makes the same.
import { deriveId } from '../core/ids.ts';
import type { Activity } from '../models/activity.ts';
import type { Lane, NewOutboxItem } from '../models/lane.ts';

export const BOT = { id: 'frontdesk', name: 'Frontdesk', role: 'bot' as const };

export function say(
  lane: Lane,
  cause: string,
  what: string,
  text: string,
  timestamp: Date,
  extras: Partial<Activity> = {},
): NewOutboxItem {
  const id = deriveId(lane._id, cause, what);
  return { id, kind: 'send', activity: { type: 'message', id, timestamp, from: BOT, text, ...extras } };
}
