// Two cases of one customer become one, a customer goes on in another conversation, and a customer is kept out for a time.
// Each is said in the history of the case.
import { type ConversationReference, laneIdOf } from '../../models/activity.ts';
import type { Case } from '../../models/case.ts';
import type { Entry } from '../../models/lane.ts';
import { type CaseWork, note, whisper } from '../case-work.ts';
import { botEffect, caseEffect, conversationsOf, ownerEffect, show } from '../desk-items.ts';
import { type DeskActions, plain } from './desk-actions.ts';
import { leaveAll } from './words.ts';

const DAY_MS = 86_400_000;
/** Further conversations of one customer. */
const MOST_OTHERS = 5;

/** This case ends in another one, which takes over its conversation. */
export function merge(work: CaseWork, entry: Entry, { by, into }: DeskActions['desk.merge']): void {
  leaveAll(work);
  const { subject } = work;
  if (!/^ESC-[\w-]{1,36}$/.test(into) || into === subject.id)
    return whisper(work, entry, by.id, 'Say the number of the other case, such as ESC-1A2B3C4D.');
  if (subject.status === 'resolved' || subject.status === 'returned')
    return whisper(work, entry, by.id, `The case is ${subject.status} already.`);
  work.subject = {
    ...subject,
    status: 'resolved',
    mergedInto: into,
    resolvedAt: work.now,
    ownershipEpoch: subject.ownershipEpoch + 1,
    closing: { code: `merged into ${into}`, by: plain(by), at: work.now },
    satisfaction: { askedAt: work.now }, // the other case asks
  };
  note(work, by.id, `merged into ${into}`);
  work.cardChanged = true;
  const merged = {
    from: subject.id,
    conversation: subject.conversation,
    others: subject.others ?? [],
    recent: subject.recent,
    summary: subject.summary,
  };
  work.items.push(caseEffect(work.lane, entry.key, into, 'case.merged', { ...merged, by: plain(by) }, work.now));
}

interface Merged {
  from: string;
  conversation: ConversationReference;
  others?: ConversationReference[];
  recent: Case['recent'];
  summary: string;
}

/** The customer came to us by another way: that conversation is the case's, too, and the one they use now. */
export function takeJoined(
  work: CaseWork,
  entry: Entry,
  { conversation }: { conversation: ConversationReference },
): void {
  const { subject } = work;
  const all = conversationsOf(subject);
  if (all.some((one) => laneIdOf(one) === laneIdOf(conversation))) return;
  work.subject = { ...subject, conversation, others: all.slice(0, MOST_OTHERS) };
  note(work, 'customer', `went on by ${conversation.channel}`);
  work.cardChanged = true;
  const text = `The customer writes by ${conversation.channel} now, where your answers go.`;
  work.items.push(show(work.lane, entry.key, 'case.note', { text }, work.now));
  speakThere(work, entry, conversation);
}

/** Whoever speaks here speaks in that conversation, too. `isQuiet`: the customer reads of it elsewhere. */
function speakThere(work: CaseWork, entry: Entry, conversation: ConversationReference, isQuiet = false): void {
  const { subject } = work;
  const isOver = subject.status === 'resolved' || subject.status === 'returned';
  const owner = isOver ? 'bot' : subject.owner ? subject.owner.id : 'waiting';
  const by = subject.owner ?? { id: 'frontdesk', name: '' };
  const there = { ...subject, conversation };
  work.items.push(ownerEffect(work.lane, entry.key, there, owner, by, work.now, undefined, isQuiet));
}

/** The other side: its conversations are ours from now on, and whoever speaks here speaks there, too. */
export function takeMerged(
  work: CaseWork,
  entry: Entry,
  { from, conversation, others = [], recent, summary }: Merged,
): void {
  const { subject } = work;
  const ours = new Set(conversationsOf(subject).map(laneIdOf));
  const came = [conversation, ...others].filter((one) => !ours.has(laneIdOf(one)));
  work.subject = {
    ...subject,
    recent: [...recent, ...subject.recent].slice(-10),
    ...(came.length === 0 ? {} : { others: [...(subject.others ?? []), ...came].slice(-MOST_OTHERS) }),
  };
  note(work, 'bot', `${from} was merged into this case`);
  work.cardChanged = true;
  const text = `${from} was merged into this case: ${summary}`;
  work.items.push(show(work.lane, entry.key, 'case.note', { text }, work.now));
  speakThere(work, entry, conversation);
  for (const other of others) speakThere(work, entry, other, true);
}

/** For so many days the bot answers this customer no more; a lead may end it earlier by blocking for less. */
export function block(work: CaseWork, entry: Entry, { by, reason, days }: DeskActions['desk.block']): void {
  if (work.desk.leads.length > 0 && !by.isLead) return whisper(work, entry, by.id, 'Only a lead can block a customer.');
  if (!(days >= 0 && days <= 365)) return whisper(work, entry, by.id, 'Say for how many days.');
  const until = new Date(work.now.getTime() + days * DAY_MS);
  work.subject = { ...work.subject, blocked: { until, reason: reason.slice(0, 200), by: by.id } };
  note(work, by.id, `blocked the customer for ${days} days: ${reason.slice(0, 200)}`);
  work.cardChanged = true;
  for (const conversation of conversationsOf(work.subject)) {
    const there = { ...work.subject, conversation };
    const cause = `${entry.key}-${laneIdOf(conversation)}`;
    work.items.push(botEffect(work.lane, cause, there, 'customer.blocked', { until: until.toISOString() }, work.now));
  }
}
