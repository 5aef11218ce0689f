// Where to write to somebody alone: the direct message with each person who wrote where others read along. Opened once; when
// Slack does not open it in time, there is none, and the customer is asked to write to us themselves.
import type { WebClient } from '@slack/web-api';
import type { Log } from '../../core/log.ts';
import { within } from '../../core/within.ts';
import type { ConversationReference } from '../../models/activity.ts';
import { errorName } from './client.ts';

/** Slack waits three seconds for the whole of our answer. */
const PATIENCE_MS = 1_000;
const MOST_REMEMBERED = 5_000;

/** A channel or a person by Slack's own id, as an admin names one for a test message. */
export function namedPlace(to: string, accountId: string): ConversationReference | null {
  if (!/^[CGDU][A-Z0-9]{5,20}$/.test(to)) return null;
  return { channel: 'slack', accountId, nativeId: to, customer: { id: to }, extras: { channel: to } };
}

export function createDirectPlaces(client: WebClient, log: Log) {
  const known = new Map<string, string>();

  async function open(user: string): Promise<string | undefined> {
    const opened = known.get(user);
    if (opened) return opened;
    const answer = await within(PATIENCE_MS, client.conversations.open({ users: user }));
    const channel = answer.channel?.id;
    if (known.size >= MOST_REMEMBERED) known.delete(known.keys().next().value!);
    if (channel) known.set(user, channel);
    return channel;
  }

  /** The author's own conversation with us; null when there is none. */
  return async ({ accountId, extras, customer }: ConversationReference): Promise<ConversationReference | null> => {
    const { team = '', user = '' } = extras ?? {};
    const channel = await open(user).catch((error: unknown) => {
      log.info('slack.direct.closed', { code: errorName(error) });
      return undefined;
    });
    if (!channel) return null;
    return { channel: 'slack', accountId, nativeId: `${team}:${channel}`, customer, extras: { team, channel, user } };
  };
}
