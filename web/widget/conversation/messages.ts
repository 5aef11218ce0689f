// The list of messages as pure functions. What the server has confirmed stands first, in the server's order; what is on
// its way or failed stands last. The same message twice is one message.
import type { WireActivity } from '../direct-line/wire.ts';
import type { ShownFile, ShownMessage } from './state.ts';

/** Adds or refreshes what the server says. Activities that are not messages change nothing. */
export function withActivity(
  list: ShownMessage[],
  activity: WireActivity,
  customerId: string,
  now: number,
): ShownMessage[] {
  const shown = messageOf(activity, customerId, now);
  if (!shown) return list;
  const known = list.find((message) => message.key === shown.key);
  if (known && known.delivery === 'sent') {
    // Told again after a reconnect: keep its place.
    return list.map((message) =>
      message === known ? { ...shown, files: keepLocal(known.files, shown.files) } : message,
    );
  }
  const rest = list.filter((message) => message !== known);
  const fresh = known ? { ...shown, files: keepLocal(known.files, shown.files) } : shown;
  return insertConfirmed(rest, fresh);
}

/** Own message on its way. */
export function withPending(list: ShownMessage[], message: ShownMessage): ShownMessage[] {
  return [...list.filter((other) => other.key !== message.key), message];
}

/** The server has taken it. */
export function withSent(list: ShownMessage[], key: string): ShownMessage[] {
  const known = list.find((message) => message.key === key);
  if (!known || known.delivery === 'sent') return list;
  const { problem: _, ...rest } = known;
  return insertConfirmed(
    list.filter((message) => message !== known),
    { ...rest, delivery: 'sent' },
  );
}

/** It did not get there; `problem` says why. */
export function withFailed(list: ShownMessage[], key: string, problem: string): ShownMessage[] {
  return list.map((message) =>
    message.key === key && message.delivery !== 'sent' ? { ...message, delivery: 'failed', problem } : message,
  );
}

function insertConfirmed(list: ShownMessage[], message: ShownMessage): ShownMessage[] {
  const firstOpen = list.findIndex((other) => other.delivery !== 'sent');
  const at = firstOpen === -1 ? list.length : firstOpen;
  return [...list.slice(0, at), message, ...list.slice(at)];
}

/** The picture the customer picked stays on screen, instead of being fetched back. */
function keepLocal(before: ShownFile[], after: ShownFile[]): ShownFile[] {
  return before.length > 0 && before.every((file) => file.file) ? before : after;
}

function messageOf(activity: WireActivity, customerId: string, now: number): ShownMessage | undefined {
  const text = activity.text ?? '';
  const files = (activity.attachments ?? []).map(fileOf);
  if (activity.type !== 'message' || (text === '' && files.length === 0)) return undefined;
  const clientKey = activity.channelData?.clientActivityID;
  const from = activity.from ?? {};
  const own = from.role === 'user' || (from.role !== 'bot' && from.id === customerId);
  const key = (own && clientKey) || activity.id || clientKey;
  if (!key) return undefined;
  const staff = activity.channelData?.staff;
  const name = staff?.name ?? from.name;
  return {
    key,
    who: own ? 'customer' : staff ? 'person' : 'bot',
    ...(name && !own ? { name } : {}),
    text,
    at: Date.parse(activity.timestamp ?? '') || now,
    files,
    choices: own ? [] : (activity.suggestedActions?.actions ?? []),
    delivery: 'sent',
  };
}

function fileOf(attachment: NonNullable<WireActivity['attachments']>[number]): ShownFile {
  return {
    name: attachment.name ?? 'File',
    type: attachment.contentType,
    ...(attachment.contentUrl ? { url: attachment.contentUrl } : {}),
  };
}
