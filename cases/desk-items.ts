// What a case's lane sends: things shown at the desk, and entries put into the customer's lane. Ids are derived from the
// entry that caused them, so that a repeated decision makes the same items.
import { deriveId } from '../core/ids.ts';
import { type Activity, type Attachment, laneIdOf } from '../models/activity.ts';
import type { Case, StaffMember } from '../models/case.ts';
import type { Lane, NewOutboxItem, Owner } from '../models/lane.ts';
import { appendTo } from '../models/lane-effects.ts';

/** What stands in `activity.name` of an item for the desk, and what its `activity.value` then is. */
export interface DeskShows {
  /** The one card: sent once, updated ever after. */
  'case.card': Case;
  /** A line in the case's thread that the bot says. `mention`: staff ids to be notified. */
  'case.note': { text: string; mention?: string[] };
  /** What the customer wrote, under their name. */
  'case.customer': {
    name: string;
    text: string;
    /** In the desk's language, by a model. */
    translated?: string;
    attachments: Attachment[];
    what: 'said' | 'edited' | 'deleted';
  };
  /** For one person's eyes only. `offer`: something they may do about it with one button. */
  'case.whisper': { to: string; text: string; offer?: DeskOffer };
  /** What became of a staff member's message; `messageId` is the desk's own id of it. */
  'case.delivery': { messageId: string; state: DeliveryState; detail?: string };
}

/** A button under a whisper: take the case, or take a message back. */
export interface DeskOffer {
  what: 'claim' | 'undo';
  caseId: string;
  epoch: number;
  /** For undo: the desk's own id of the message. */
  messageId?: string;
}

export type DeliveryState = 'queued' | 'sent' | 'delivered' | 'failed' | 'blocked' | 'internal';

const BOT = { id: 'frontdesk', name: 'Frontdesk', role: 'bot' as const };

/** One item for the desk. `cause`: the key of the entry behind it. */
export function show<Name extends keyof DeskShows>(
  lane: Lane,
  cause: string,
  name: Name,
  value: DeskShows[Name],
  at: Date,
  kind: 'send' | 'update' = 'send',
): NewOutboxItem {
  const id = deriveId(lane._id, cause, name);
  const priority = (lane.state as Case | null)?.priority;
  const channelData = priority ? { channelData: { priority } } : {};
  const activity: Activity = { type: 'event', name, id, timestamp: at, from: BOT, value, ...channelData };
  return { id, kind, activity };
}

/** Who speaks with the customer from now on; applied to their lane in one update. */
export function ownerEffect(
  lane: Lane,
  cause: string,
  subject: Case,
  owner: Owner,
  by: StaffMember,
  at: Date,
  /** Who had it until now, where somebody else follows at once. */
  before?: StaffMember,
  isQuiet = false,
): NewOutboxItem {
  const id = deriveId(lane._id, cause, 'owner', ...(isQuiet ? [laneIdOf(subject.conversation)] : []));
  const { id: caseId, status, closing, dueAt, intent } = subject;
  const quiet = isQuiet ? { isQuiet } : {};
  const value = { caseId, status, closing, dueAt, intent, ...(before ? { before: before.name } : {}), ...quiet };
  const activity: Activity = { type: 'event', name: 'case.owner', id, timestamp: at, from: { ...by }, value };
  return appendTo(subject.conversation, { id, entryKind: 'owner', activity, owner });
}

/** All conversations of a case: where the customer is now, and where else. */
export function conversationsOf({ conversation, others = [] }: Pick<Case, 'conversation' | 'others'>) {
  return [conversation, ...others];
}

/** The same in every conversation of the case, so that there is one voice in all; only where the customer is now is it said. */
export function ownerEffects(
  lane: Lane,
  cause: string,
  subject: Case,
  owner: Owner,
  by: StaffMember,
  at: Date,
  before?: StaffMember,
): NewOutboxItem[] {
  const elsewhere = (subject.others ?? []).map((conversation) =>
    ownerEffect(lane, cause, { ...subject, conversation }, owner, by, at, before, true),
  );
  return [ownerEffect(lane, cause, subject, owner, by, at, before), ...elsewhere];
}

/** A person's words for the customer. `messageId`: the desk's own id, for reporting back what became of them. */
export function staffEffect(
  lane: Lane,
  cause: string,
  subject: Case,
  said: Pick<Activity, 'text' | 'attachments'> & { by: StaffMember; messageId: string },
  at: Date,
): NewOutboxItem {
  const id = deriveId(lane._id, cause, 'staff');
  const activity: Activity = {
    type: 'message',
    id,
    timestamp: at,
    from: { id: said.by.id, name: said.by.name, role: 'user' },
    ...(said.text === undefined ? {} : { text: said.text }),
    ...(said.attachments ? { attachments: said.attachments } : {}),
    channelData: { caseId: subject.id, deskMessageId: said.messageId },
  };
  return appendTo(subject.conversation, { id, entryKind: 'staff', activity });
}

/** A correction of words that are out, for a network that can change them. `text` null: they are deleted. */
export function changeEffect(
  lane: Lane,
  cause: string,
  subject: Case,
  change: { providerId: string; text: string | null; by: StaffMember; attachments?: Attachment[] },
  at: Date,
): NewOutboxItem {
  const id = deriveId(lane._id, cause, 'change');
  const activity: Activity = {
    type: 'event',
    name: 'staff.changed',
    id,
    timestamp: at,
    from: { ...change.by },
    value: change,
  };
  return appendTo(subject.conversation, { id, entryKind: 'action', activity });
}

/** Something that another case must know. */
export function caseEffect(
  lane: Lane,
  cause: string,
  caseId: string,
  name: string,
  value: unknown,
  at: Date,
): NewOutboxItem {
  const id = deriveId(lane._id, cause, name);
  const activity: Activity = { type: 'event', name, id, timestamp: at, from: BOT, value };
  return appendTo({ ...lane.reference, nativeId: caseId }, { id, entryKind: 'action', activity });
}

/** Something for the bot to do in the customer's conversation, such as asking for a rating. */
export function botEffect(
  lane: Lane,
  cause: string,
  subject: Case,
  name: string,
  value: unknown,
  at: Date,
): NewOutboxItem {
  const id = deriveId(lane._id, cause, name);
  const activity: Activity = { type: 'event', name, id, timestamp: at, from: BOT, value };
  return appendTo(subject.conversation, { id, entryKind: 'action', activity });
}
