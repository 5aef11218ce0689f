// From a Bot Framework activity to what we understand of it. Pure. In groups and channels our own mention is taken out;
// a picked button is what the customer says.
import type { ConversationReference } from '../../models/activity.ts';
import type { EntryKind, NewEntry } from '../../models/lane.ts';
import { invokeSchema, pickSchema, type TeamsActivity, type TeamsAttachment } from './schema.ts';

export type Parsed =
  | { kind: 'ignored'; why: string }
  | { kind: 'heard'; reference: ConversationReference; entry: NewEntry; files: TeamsAttachment[] };

const NO_FILES: readonly string[] = ['text/html', 'text/plain'];

export function parseActivity(activity: TeamsActivity, accountId: string, receivedAt: Date): Parsed {
  if (activity.from.id === activity.recipient.id) return ignored('our own message');
  switch (activity.type) {
    case 'message':
      return parseMessage(activity, accountId, receivedAt);
    case 'messageUpdate':
      if (activity.channelData?.eventType === 'undeleteMessage') return ignored('undeleted');
      return heard(activity, accountId, receivedAt, 'edit', textOf(activity), `:${activity.timestamp ?? 'edited'}`);
    case 'messageDelete':
      return heard(activity, accountId, receivedAt, 'delete', '', ':deleted');
    case 'invoke': {
      const invoke = invokeSchema.safeParse(activity.value);
      if (activity.name !== 'adaptiveCard/action' || !invoke.success) return ignored(`invoke ${activity.name ?? ''}`);
      return picked(activity, accountId, receivedAt, invoke.data.action.data.frontdeskChoice);
    }
    default:
      return ignored(activity.type);
  }
}

function parseMessage(activity: TeamsActivity, accountId: string, receivedAt: Date): Parsed {
  const pick = pickSchema.safeParse(activity.value);
  if (pick.success) return picked(activity, accountId, receivedAt, pick.data.frontdeskChoice);
  const text = textOf(activity);
  const files = (activity.attachments ?? []).filter((one) => !NO_FILES.includes(one.contentType));
  if (text === '' && files.length === 0) return ignored('empty');
  const parsed = heard(activity, accountId, receivedAt, 'message', text, '');
  return parsed.kind === 'heard' ? { ...parsed, files } : parsed;
}

/** One card's buttons are pressed once, however often the network repeats it. */
function picked(activity: TeamsActivity, accountId: string, receivedAt: Date, choice: string): Parsed {
  const card = activity.replyToId ?? activity.id ?? '';
  const parsed = heard({ ...activity, id: card }, accountId, receivedAt, 'message', choice, ':picked');
  if (parsed.kind === 'heard') parsed.entry.activity.timestamp = receivedAt;
  return parsed;
}

function heard(
  activity: TeamsActivity,
  accountId: string,
  receivedAt: Date,
  kind: EntryKind,
  text: string,
  stamp: string,
): Parsed {
  if (!activity.id) return ignored('without an id');
  const at = activity.timestamp ? new Date(activity.timestamp) : receivedAt;
  const from = {
    id: activity.from.aadObjectId ?? activity.from.id,
    ...(activity.from.name ? { name: activity.from.name } : {}),
  };
  return {
    kind: 'heard',
    reference: referenceOf(activity, accountId, from),
    files: [],
    entry: {
      key: `${activity.id}${stamp}`,
      kind,
      receivedAt,
      activity: {
        type: 'message',
        id: activity.id,
        timestamp: Number.isNaN(at.getTime()) ? receivedAt : at,
        from,
        ...(kind === 'delete' ? {} : { text }),
        ...(activity.locale ? { locale: activity.locale } : {}),
      },
    },
  };
}

/** Everything that a later, proactive message needs. */
function referenceOf(
  activity: TeamsActivity,
  accountId: string,
  customer: { id: string; name?: string },
): ConversationReference {
  const type = activity.conversation.conversationType ?? 'personal';
  return {
    channel: 'teams',
    accountId,
    nativeId: activity.conversation.id,
    customer,
    extras: {
      serviceUrl: activity.serviceUrl,
      bot: activity.recipient.id,
      channelId: activity.channelId,
      ...(tenantsOf(activity)[0] ? { tenant: tenantsOf(activity)[0]! } : {}),
      ...(type === 'personal' ? {} : { shared: 'yes' }),
    },
  };
}

/** Every tenant that it names: those of the sender and of the conversation should be one. */
export function tenantsOf({ channelData, conversation }: TeamsActivity): string[] {
  return [channelData?.tenant?.id, conversation.tenantId].filter((one) => typeof one === 'string');
}

/** The words without our own mention, and with HTML's signs as what they mean. */
function textOf({ text, entities, recipient }: TeamsActivity): string {
  let said = text ?? '';
  for (const entity of entities ?? [])
    if (entity.type === 'mention' && entity.mentioned?.id === recipient.id && entity.text)
      said = said.replaceAll(entity.text, ' ');
  return said
    .replace(/<at>[^<]*<\/at>/g, (mention) => `@${mention.slice(4, -5)}`)
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^>]{0,200}>/gi, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/[ \t]+/g, ' ')
    .trim();
}

function ignored(why: string): Parsed {
  return { kind: 'ignored', why };
}
