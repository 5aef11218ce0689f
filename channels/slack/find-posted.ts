// Is a message of ours there already? Asked after a send whose fate is unknown: our item's id stands in its metadata.
import type { WebClient } from '@slack/web-api';
import { errorName, MAY_NOT_ASK } from './client.ts';

/** How far back an unclear send is looked for. */
const LOOK_BACK = 50;

/**
 * The ts of the message that carries the item; null when it is not there. Among the last messages of the channel, or of the
 * `thread`. Throws when Slack does not answer; an app that may never ask is told "not there": rather twice than never.
 */
export async function findPosted(
  client: WebClient,
  { channel, thread }: { channel: string; thread?: string | undefined },
  itemId: string,
): Promise<string | null> {
  const options = { channel, include_all_metadata: true, limit: LOOK_BACK };
  const asked = thread
    ? client.conversations.replies({ ...options, ts: thread })
    : client.conversations.history(options);
  const found = await asked.catch((error: unknown) => {
    if (MAY_NOT_ASK.has(errorName(error))) return { messages: [] };
    throw error;
  });
  const messages = (found.messages ?? []) as { ts?: string; metadata?: { event_payload?: { id?: string } } }[];
  return messages.find((message) => message.metadata?.event_payload?.id === itemId)?.ts ?? null;
}
