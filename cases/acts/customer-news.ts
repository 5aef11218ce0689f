// What a case learns of its customer besides their words: it is no longer needed, needed again, rated, or STOP was said.
import { type ConversationReference, laneIdOf } from '../../models/activity.ts';
import type { Entry } from '../../models/lane.ts';
import { move } from '../case.ts';
import { type CaseWork, endUnclaimed, note, watchedAnew } from '../case-work.ts';
import { conversationsOf, ownerEffect, show } from '../desk-items.ts';
import { askForRecovery } from './recovery.ts';

/** The customer does not need it any more. */
export function withdraw(work: CaseWork, entry: Entry): void {
  if (work.subject.status !== 'open') {
    const text = 'The customer says that this is no longer needed.';
    const mention = work.subject.owner ? [work.subject.owner.id] : [];
    work.items.push(show(work.lane, entry.key, 'case.note', { text, mention }, work.now));
    return;
  }
  note(work, 'customer', 'withdrawn');
  endUnclaimed(work, entry, 'withdrawn', { id: 'customer', name: 'The customer' });
}

/** The customer came back with it, in one of their conversations: that one knows, and the others must. */
export function reopen(
  work: CaseWork,
  entry: Entry,
  { dueAt: due, conversation: here }: { dueAt: string | Date; conversation?: ConversationReference },
): void {
  const result = move(work.subject, { what: 'reopen', by: { id: 'customer', name: 'The customer' }, at: work.now });
  if (!result.moved) return;
  const dueAt = new Date(due);
  const before = work.subject.owner;
  work.subject = { ...result.case, owner: null, dueAt, openedAt: work.now, waitsSince: work.now, reminded: [] };
  work.cardChanged = true;
  const text = 'The customer has written about this again, so the case is open again.';
  work.items.push(
    show(work.lane, entry.key, 'case.note', { text, ...(before ? { mention: [before.id] } : {}) }, work.now),
  );
  const by = { id: 'customer', name: '' };
  for (const conversation of here ? conversationsOf(work.subject) : []) {
    if (laneIdOf(conversation) === laneIdOf(here!)) continue;
    const there = { ...work.subject, conversation };
    work.items.push(ownerEffect(work.lane, entry.key, there, 'waiting', by, work.now, undefined, true));
  }
}

/** Danger, told while the case is open: it is urgent from now on, and whoever has it, or is on call, is called. */
export function raise(work: CaseWork, entry: Entry, { risk, dueAt }: { risk: string; dueAt: string | Date }): void {
  const { subject, desk } = work;
  note(work, 'customer', `risk: ${risk}, ${subject.priority} → URGENT`);
  // What was said of the old time says nothing of the new one.
  const reminded = watchedAnew(work.subject);
  work.subject = { ...work.subject, priority: 'URGENT', dueAt: new Date(dueAt), reminded };
  work.cardChanged = true;
  const text = `Urgent: what the customer has just written tells of a risk (${risk}). This case is URGENT now.`;
  const mention = subject.owner ? [subject.owner.id] : [...new Set([...desk.onCall, ...desk.leads])];
  work.items.push(show(work.lane, entry.key, 'case.note', { text, mention }, work.now));
}

/** STOP ends what can be sent; the people who have the case must know. */
export function consent(work: CaseWork, entry: Entry): void {
  const { word } = entry.activity.value as { word: string };
  const text =
    word === 'stop'
      ? 'The customer has asked for no further messages (STOP). Nothing can be sent to them until they write START.'
      : 'The customer takes messages again (START).';
  const mention = work.subject.owner ? [work.subject.owner.id] : [];
  work.items.push(show(work.lane, entry.key, 'case.note', { text, mention }, work.now));
}

const LOW = 2;

/** How satisfied the customer was; a low score goes back to the desk. */
export function rate(work: CaseWork, entry: Entry): void {
  const { score } = entry.activity.value as { score: number };
  work.subject = { ...work.subject, satisfaction: { askedAt: work.now, ...work.subject.satisfaction, score } };
  work.cardChanged = true;
  const owner = work.subject.owner ? [work.subject.owner.id] : work.desk.onCall;
  const isLow = score <= LOW;
  const text = isLow
    ? `The customer rated this case ${score} of 5. Please look at it again: reopen it if there is something to put right.`
    : `The customer rated this case ${score} of 5.`;
  work.items.push(show(work.lane, entry.key, 'case.note', { text, mention: isLow ? owner : [] }, work.now));
  if (isLow) askForRecovery(work, entry);
}
