// A person's words on their way to the customer: judged, kept back for the seconds in which they may be taken back,
// sent, corrected, and reported on. What is not the owner's plain word after the claim never gets here.

import type { Activity } from '../../models/activity.ts';
import type { Case, PendingWord, SentWord, StaffMember } from '../../models/case.ts';
import type { Entry, Received } from '../../models/lane.ts';
import { isTaken } from '../case.ts';
import { type CaseWork, note, sendOut, whisper } from '../case-work.ts';
import { changeEffect, show } from '../desk-items.ts';
import { INTERNAL, judge } from '../relay.ts';

/** Networks that can change what they have delivered. */
const CHANGEABLE: ReadonlySet<string> = new Set(['slack', 'teams']);
const NETWORK_NAME: Record<string, string> = { sms: 'An SMS', web: 'A message in the web chat' };

/** A person wrote in the thread: outward only if it is the owner's plain word after the claim. */
export function speak(work: CaseWork, entry: Entry): void {
  const { activity } = entry;
  const { subject } = work;
  const verdict = judge(subject, activity.from.id, activity.text ?? '', activity.timestamp);
  const by = { id: activity.from.id, name: activity.from.name ?? activity.from.id };
  if (verdict.outward) return putOut(work, entry, by, activity);
  work.items.push(show(work.lane, entry.key, 'case.delivery', { messageId: activity.id, state: 'internal' }, work.now));
  if (verdict.why === 'unclaimed') {
    const text =
      'Nobody has claimed this case yet, so the customer did not get that. Claim it first, and your plain replies reach them.';
    whisper(work, entry, by.id, text, { what: 'claim', caseId: subject.id, epoch: subject.ownershipEpoch });
  }
  if (verdict.why === 'not the owner') {
    const text = `The customer did not get that: ${subject.owner!.name} has this case. Use «Send to customer» if they should.`;
    whisper(work, entry, by.id, text);
  }
}

/** Sends a person's words, or keeps them for the seconds in which they may be taken back. */
export function putOut(
  work: CaseWork,
  entry: Pick<Entry, 'key' | 'activity'>,
  by: StaffMember,
  said: Pick<Activity, 'id' | 'text' | 'attachments'>,
): void {
  const seconds = work.desk.undoSeconds;
  const translated = work.translations.get(said.text ?? '');
  if (seconds === 0) return sendOut(work, entry.key, by, { ...said, translated });
  const word: PendingWord = {
    messageId: said.id,
    cause: entry.key,
    by,
    ...(said.text === undefined ? {} : { text: said.text }),
    ...(translated ? { translated } : {}),
    ...(said.attachments ? { attachments: said.attachments } : {}),
    leaveAt: new Date(work.now.getTime() + seconds * 1_000),
    saidAt: entry.activity.timestamp,
  };
  const { subject } = work;
  work.subject = { ...subject, pending: [...(subject.pending ?? []), word] };
  work.items.push(show(work.lane, entry.key, 'case.delivery', { messageId: said.id, state: 'queued' }, work.now));
  const offer = { what: 'undo' as const, caseId: subject.id, epoch: subject.ownershipEpoch, messageId: said.id };
  whisper(work, entry, by.id, `This goes to the customer in ${seconds} seconds.`, offer);
}

/** The time of the oldest words is over: they leave, with all whose time is over too. */
export function leaveDue(work: CaseWork): void {
  leave(work, (word) => new Date(word.leaveAt) <= work.now);
}

/**
 * All words leave now; what that changes in the case. On a bad day a word overtakes the click on «Release» before it: what
 * was written after that, by the desk's clock, stays inside.
 */
export function leaveAll(work: CaseWork, release?: Entry): Partial<Case> {
  if (!work.subject.pending?.length) return {};
  for (const { messageId, saidAt, by } of release ? work.subject.pending : []) {
    if (!saidAt || new Date(saidAt) <= release!.activity.timestamp) continue;
    const cause = { ...release!, key: `${release!.key}-${messageId}` };
    takeBack(work, cause, messageId);
    whisper(work, cause, by.id, 'The customer did not get that: you had released the case before you wrote it.');
  }
  leave(work, () => true);
  const { pending, recent, sent, lastStaffAt, firstReplyAt } = work.subject;
  return {
    pending: pending!,
    recent,
    sent: sent!,
    ...(lastStaffAt ? { lastStaffAt } : {}),
    ...(firstReplyAt ? { firstReplyAt } : {}),
  };
}

function leave(work: CaseWork, isTime: (word: PendingWord) => boolean): void {
  const pending = work.subject.pending ?? [];
  const going = pending.filter(isTime);
  if (going.length === 0) return;
  work.subject = { ...work.subject, pending: pending.filter((word) => !going.includes(word)) };
  for (const { messageId, cause, by, text, translated, attachments } of going)
    sendOut(work, cause, by, { id: messageId, text, translated, attachments });
}

/** «Undo»: the words stay inside, if they have not left yet. */
export function undo(work: CaseWork, entry: Entry, { by, messageId }: { by: StaffMember; messageId: string }): void {
  const word = work.subject.pending?.find((one) => one.messageId === messageId);
  if (!word || word.by.id !== by.id)
    return whisper(
      work,
      entry,
      by.id,
      'Too late: the customer has it already. Edit or delete it, if their network can.',
    );
  note(work, by.id, 'took words back before they left');
  takeBack(work, entry, messageId);
}

function takeBack(work: CaseWork, entry: Entry, messageId: string): void {
  const pending = (work.subject.pending ?? []).filter((one) => one.messageId !== messageId);
  work.subject = { ...work.subject, pending };
  work.items.push(show(work.lane, entry.key, 'case.delivery', { messageId, state: 'internal' }, work.now));
}

/** A person changed what they wrote. Before it has left, that leaves; afterwards the network must be able to. */
export function editWord(
  work: CaseWork,
  entry: Entry,
  { by, messageId, text }: { by: StaffMember; messageId: string; text: string },
): void {
  const { pending = [] } = work.subject;
  if (pending.some((word) => word.messageId === messageId)) {
    if (INTERNAL.test(text)) return takeBack(work, entry, messageId);
    const translated = work.translations.get(text);
    const changed = pending.map((word) => (word.messageId === messageId ? again(word, text, translated) : word));
    work.subject = { ...work.subject, pending: changed };
    return;
  }
  if (INTERNAL.test(text)) {
    if (find(work, messageId)) whisper(work, entry, by.id, 'The customer has the earlier words still: they had left.');
    return;
  }
  change(work, entry, by, messageId, work.translations.get(text) ?? text);
}

function again({ translated: _, ...word }: PendingWord, text: string, translated: string | undefined): PendingWord {
  return { ...word, text, ...(translated ? { translated } : {}) };
}

/** A person deleted what they wrote. */
export function deleteWord(
  work: CaseWork,
  entry: Entry,
  { by, messageId }: { by: StaffMember; messageId: string },
): void {
  if (work.subject.pending?.some((word) => word.messageId === messageId)) return takeBack(work, entry, messageId);
  change(work, entry, by, messageId, null);
}

function find(work: CaseWork, messageId: string): SentWord | undefined {
  return work.subject.sent?.find((one) => one.messageId === messageId);
}

/** Only what is out can be corrected, by its writer, while they speak with the customer. */
function change(work: CaseWork, entry: Entry, by: StaffMember, messageId: string, text: string | null): void {
  const { subject } = work;
  const sent = find(work, messageId);
  if (!sent) return; // it never left, and stays inside whatever it says now
  if (!isTaken(subject) || subject.owner?.id !== by.id || sent.by !== by.id)
    return whisper(work, entry, by.id, 'The customer keeps the earlier words: you do not have this case now.');
  const { channel } = subject.conversation;
  if (!CHANGEABLE.has(channel)) {
    const what = NETWORK_NAME[channel] ?? 'That';
    return whisper(
      work,
      entry,
      by.id,
      `${what} cannot be changed: the customer keeps the earlier words. Write a correction.`,
    );
  }
  note(work, by.id, text === null ? 'deleted words that the customer had' : 'corrected words that the customer had');
  if (sent.providerId === undefined) return remember(work, { ...sent, change: text });
  const { providerId } = sent;
  const files = sent.attachments ? { attachments: sent.attachments } : {};
  work.items.push(changeEffect(work.lane, entry.key, subject, { providerId, text, by, ...files }, work.now));
}

function remember(work: CaseWork, word: SentWord): void {
  const sent = (work.subject.sent ?? []).map((one) => (one.messageId === word.messageId ? word : one));
  work.subject = { ...work.subject, sent };
}

/** What became of a message that was sent out. */
export function report(work: CaseWork, entry: Entry): void {
  if (entry.activity.name !== 'case.delivery' || !isReport(entry.activity.value)) return;
  const { messageId, state, detail, received, providerId } = entry.activity.value;
  work.items.push(
    show(work.lane, entry.key, 'case.delivery', { messageId, state, ...(detail ? { detail } : {}) }, work.now),
  );
  if (providerId) learnId(work, entry, messageId, providerId);
  if (received && state === 'sent') {
    const text = `What the customer got${sizeOf(received)}: ${received.text}`;
    work.items.push(show(work.lane, `${entry.key}-received`, 'case.note', { text }, work.now));
  }
  if ((state === 'failed' || state === 'blocked') && isTaken(work.subject) && work.subject.owner) {
    const text = `That did not reach the customer${detail ? `: ${detail}` : ''}.`;
    whisper(work, entry, work.subject.owner.id, text);
  }
}

/** " (2 segments, 1 file as a link)" */
function sizeOf({ segments, links }: Received): string {
  const parts = [
    ...(segments ? [`${segments} segment${segments === 1 ? '' : 's'}`] : []),
    ...(links ? [links === 1 ? '1 file as a link' : `${links} files as links`] : []),
  ];
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

/** The network's own id of the words is known: a correction that waited for it goes out. */
function learnId(work: CaseWork, entry: Entry, messageId: string, providerId: string): void {
  const word = find(work, messageId);
  if (!word || word.providerId) return;
  const { change: waiting, ...known } = word;
  remember(work, { ...known, providerId });
  const { owner } = work.subject;
  if (waiting === undefined || owner?.id !== word.by) return;
  const files = word.attachments ? { attachments: word.attachments } : {};
  const correction = { providerId, text: waiting, by: owner, ...files };
  work.items.push(changeEffect(work.lane, entry.key, work.subject, correction, work.now));
}

type Report = {
  messageId: string;
  state: 'sent' | 'delivered' | 'failed' | 'blocked';
  detail?: string;
  received?: Received;
  providerId?: string;
};

function isReport(value: unknown): value is Report {
  return typeof (value as Report | undefined)?.messageId === 'string';
}
