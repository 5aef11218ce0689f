// What the metadata of our own messages tells: whether an item is there already, asked after a send whose fate is unknown, and
// which case a card belongs to, asked while that is not written down here yet.
import type { WebClient } from '@slack/web-api';
import { errorName, MAY_NOT_ASK } from './client.ts';
import { ITEM_EVENT } from './parse.ts';

interface Told {
  ts?: string;
  metadata?: { event_type?: string; event_payload?: { id?: string; case?: string } };
}

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
  const messages = (found.messages ?? []) as Told[];
  return messages.find((message) => message.metadata?.event_payload?.id === itemId)?.ts ?? null;
}

/** The message at `ts`, with its metadata; null when it is gone, 'unknown' when Slack does not let us ask. Throws when it does not answer. */
export function findMessage(client: WebClient, channel: string, ts: string) {
  return client.conversations.replies({ channel, ts, limit: 1, include_all_metadata: true }).catch((error: unknown) => {
    const name = errorName(error);
    if (name === 'thread_not_found' || name === 'message_not_found') return null;
    if (MAY_NOT_ASK.has(name)) return 'unknown' as const;
    throw error;
  });
}

/** The case whose card this message is; null when it is none, or Slack does not let us ask. Throws when it does not answer. */
export async function findCaseOf(client: WebClient, channel: string, ts: string): Promise<string | null> {
  const found = await findMessage(client, channel, ts);
  if (found === null || found === 'unknown') return null;
  const message = ((found.messages ?? []) as Told[]).find((one) => one.ts === ts);
  return message?.metadata?.event_type === ITEM_EVENT ? (message.metadata.event_payload?.case ?? null) : null;
}
