// From a Slack event to what we understand of it: a customer's message, an edit, a deletion, a word in a thread of the
// desk, or something that does not concern us. Pure.
import type { ConversationReference } from '../../models/activity.ts';
import type { NewEntry } from '../../models/lane.ts';
import type { Envelope, MessageEvent, SlackFile } from './schema.ts';

export interface SlackIdentity {
  /** The bot's own user, so that it neither hears itself nor shows its own mention. */
  botUserId: string;
  botId?: string;
  appId?: string;
}

export type Parsed =
  | { kind: 'ignored'; why: string }
  | {
      kind: 'heard';
      reference: ConversationReference;
      entry: NewEntry;
      files: SlackFile[];
      /** In a channel without a mention: ours only if we are in that thread already. */
      onlyIfKnown: boolean;
    };

const HEARD_SUBTYPES: ReadonlySet<string> = new Set(['file_share', 'thread_broadcast', 'me_message']);

export function parseMessage(
  envelope: Pick<Envelope, 'team_id'>,
  event: MessageEvent,
  self: SlackIdentity,
  accountId: string,
  receivedAt: Date,
): Parsed {
  if (event.subtype === 'message_changed') return parseEdit(envelope, event, self, accountId, receivedAt);
  if (event.subtype === 'message_deleted') return parseDelete(envelope, event, self, accountId, receivedAt);
  if (event.subtype && !HEARD_SUBTYPES.has(event.subtype)) return ignored(`subtype ${event.subtype}`);
  const why = notACustomer(event, self);
  if (why) return ignored(why);
  const files = event.files ?? [];
  const text = plainOf(event.text ?? '', self);
  if (text === '' && files.length === 0) return ignored('empty');
  const at = timeOf(event.ts);
  const isDirect = event.channel_type === 'im' || event.channel.startsWith('D');
  return {
    kind: 'heard',
    reference: referenceOf(envelope, event, accountId, event.thread_ts ?? event.ts),
    files,
    onlyIfKnown: !isDirect && event.type === 'message' && !mentions(event.text ?? '', self),
    entry: {
      key: keyOf(event.channel, event.ts),
      kind: 'message',
      receivedAt,
      activity: { type: 'message', id: event.ts, timestamp: at, from: { id: event.user! }, text },
    },
  };
}

function parseEdit(
  envelope: Pick<Envelope, 'team_id'>,
  event: MessageEvent,
  self: SlackIdentity,
  accountId: string,
  receivedAt: Date,
): Parsed {
  const { message, previous_message: before } = event;
  if (!message?.ts) return ignored('edit without a message');
  const why = notACustomer(message, self);
  if (why) return ignored(why);
  const text = plainOf(message.text ?? '', self);
  // Slack says "changed" when it unfurls a link, too.
  if (before && plainOf(before.text ?? '', self) === text) return ignored('nothing changed');
  const stamp = message.edited?.ts ?? event.event_ts ?? event.ts;
  return {
    kind: 'heard',
    reference: referenceOf(envelope, { ...event, user: message.user }, accountId, message.thread_ts ?? message.ts),
    files: [],
    onlyIfKnown: true,
    entry: {
      key: `${keyOf(event.channel, message.ts)}:${stamp}`,
      kind: 'edit',
      receivedAt,
      activity: { type: 'message', id: message.ts, timestamp: timeOf(message.ts), from: { id: message.user! }, text },
    },
  };
}

function parseDelete(
  envelope: Pick<Envelope, 'team_id'>,
  event: MessageEvent,
  self: SlackIdentity,
  accountId: string,
  receivedAt: Date,
): Parsed {
  const before = event.previous_message;
  const deleted = event.deleted_ts ?? before?.ts;
  if (!deleted || !before) return ignored('deletion without a message');
  const why = notACustomer(before, self);
  if (why) return ignored(why);
  return {
    kind: 'heard',
    reference: referenceOf(envelope, { ...event, user: before.user }, accountId, before.thread_ts ?? deleted),
    files: [],
    onlyIfKnown: true,
    entry: {
      key: `${keyOf(event.channel, deleted)}:deleted`,
      kind: 'delete',
      receivedAt,
      activity: { type: 'message', id: deleted, timestamp: timeOf(deleted), from: { id: before.user! } },
    },
  };
}

/** Why somebody's words are not a customer's; null when they are. Our own posts carry our bot id, user or metadata. */
function notACustomer(
  said: {
    user?: string | null | undefined;
    bot_id?: string | null | undefined;
    metadata?: { event_type?: string | null | undefined } | null | undefined;
  },
  self: SlackIdentity,
): string | null {
  if (said.user === self.botUserId || said.metadata?.event_type === ITEM_EVENT) return 'our own message';
  if (said.bot_id) return 'another bot';
  if (!said.user) return 'nobody said it';
  return said.user === 'USLACKBOT' ? 'Slackbot' : null;
}

/** Marks our posts, so that they are found again after an unclear send. */
export const ITEM_EVENT = 'frontdesk_item';

export function keyOf(channel: string, ts: string): string {
  return `${channel}:${ts}`;
}

/** A direct message is one conversation; in a channel each thread is one. */
function referenceOf(
  envelope: Pick<Envelope, 'team_id'>,
  event: Pick<MessageEvent, 'channel' | 'channel_type' | 'user'>,
  accountId: string,
  thread: string,
): ConversationReference {
  const team = envelope.team_id;
  const isDirect = event.channel_type === 'im' || event.channel.startsWith('D');
  const nativeId = isDirect ? `${team}:${event.channel}` : `${team}:${event.channel}:${thread}`;
  return {
    channel: 'slack',
    accountId,
    nativeId,
    customer: { id: `${team}:${event.user ?? ''}` },
    extras: {
      team,
      channel: event.channel,
      user: event.user ?? '',
      ...(isDirect ? {} : { thread, shared: 'yes' }),
    },
  };
}

function mentions(text: string, self: SlackIdentity): boolean {
  return text.includes(`<@${self.botUserId}>`) || text.includes(`<@${self.botUserId}|`);
}

/** Slack's signs as plain words: our own mention goes, links and escapes become what the customer typed. */
export function plainOf(text: string, self: Pick<SlackIdentity, 'botUserId'>): string {
  return text
    .replace(/<@([A-Z0-9]+)(?:\|([^>]*))?>/g, (_, user: string, name?: string) =>
      user === self.botUserId ? '' : `@${name ?? user}`,
    )
    .replace(/<#([A-Z0-9]+)(?:\|([^>]*))?>/g, (_, channel: string, name?: string) => `#${name || channel}`)
    .replace(/<!(here|channel|everyone)(?:\|[^>]*)?>/g, '@$1')
    .replace(/<!subteam\^[A-Z0-9]+(?:\|([^>]*))?>/g, (_, name?: string) => name ?? '@group')
    .replace(/<(https?:[^|>]+|mailto:[^|>]+|tel:[^|>]+)(?:\|([^>]*))?>/g, (_, url: string, name?: string) =>
      name && name !== url ? (url.endsWith(name) ? name : `${name} ${url}`) : url,
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

export function timeOf(ts: string): Date {
  return new Date(Math.round(Number(ts) * 1000));
}

function ignored(why: string): Parsed {
  return { kind: 'ignored', why };
}
