// What happens when a case's reminder is due: people are reminded, then more people, and the customer hears the truth.
import type { Entry } from '../models/lane.ts';
import { endHold } from './acts/hold.ts';
import type { CaseWork } from './case-work.ts';
import { botEffect, ownerEffects, show } from './desk-items.ts';

/** Applies a due timer. One that no longer fits (the case moved on) changes nothing. */
export function applyReminder(work: CaseWork, entry: Entry): void {
  const name = entry.activity.name ?? '';
  if (name === 'queue news') return tellQueue(work, entry);
  if (work.subject.reminded.includes(name)) return;
  work.subject = { ...work.subject, reminded: [...work.subject.reminded, name] };
  REMINDERS[name]?.(work, entry);
}

const REMINDERS: Record<string, (work: CaseWork, entry: Entry) => void> = {
  'due soon': (work, entry) => remind(work, entry, 'Nobody has taken this case yet, and it will soon be due.', []),
  // An urgent one is for somebody senior at once.
  overdue: (work, entry) =>
    remind(work, entry, 'This case is due now and nobody has taken it.', [
      ...work.desk.onCall,
      ...(work.subject.priority === 'URGENT' ? work.desk.leads : []),
    ]),
  widen: (work, entry) =>
    remind(work, entry, 'This case is overdue.', [...work.desk.onCall, ...work.desk.leads, 'here']),
  'tell customer': (work, entry) => {
    work.items.push(
      botEffect(work.lane, entry.key, work.subject, 'case.delayed', { caseId: work.subject.id }, work.now),
    );
  },
  'owner silent': (work, entry) =>
    remind(work, entry, 'The customer is waiting for your answer.', work.subject.owner ? [work.subject.owner.id] : []),
  'offer reassign': (work, entry) =>
    remind(work, entry, 'Still no answer. Release it, or assign it to somebody else?', [
      ...(work.subject.owner ? [work.subject.owner.id] : []),
      ...work.desk.onCall,
    ]),
  'resolve due': (work, entry) =>
    remind(work, entry, 'This case should be settled by now. What does it still need?', [
      ...(work.subject.owner ? [work.subject.owner.id] : []),
      ...work.desk.leads,
    ]),
  'customer silent': (work, entry) => closeGently(work, entry),
  'ask rating': (work, entry) => {
    work.subject = { ...work.subject, satisfaction: { askedAt: work.now } };
    work.items.push(botEffect(work.lane, entry.key, work.subject, 'case.rate', { caseId: work.subject.id }, work.now));
  },
  'hold over': (work, entry) => endHold(work, entry, 'The time on hold is over.'),
};

/** The customer's own lane knows what they were told, and whether this is news. */
function tellQueue(work: CaseWork, entry: Entry): void {
  if (work.subject.status !== 'open') return;
  work.subject = { ...work.subject, newsAt: work.now };
  work.items.push(botEffect(work.lane, entry.key, work.subject, 'case.queue', { caseId: work.subject.id }, work.now));
}

function remind(work: CaseWork, entry: Entry, text: string, mention: string[]): void {
  work.items.push(show(work.lane, entry.key, 'case.note', { text, mention: [...new Set(mention)] }, work.now));
}

/** The customer has not answered for long: the case ends, and comes back when they write. */
function closeGently(work: CaseWork, entry: Entry): void {
  const owner = work.subject.owner;
  const by = owner ?? { id: 'clock', name: 'Frontdesk' };
  work.subject = {
    ...work.subject,
    status: 'resolved',
    resolvedAt: work.now,
    ownershipEpoch: work.subject.ownershipEpoch + 1,
    closing: { code: 'customer silent', by, at: work.now },
    history: [...work.subject.history, { at: work.now, who: 'clock', what: 'resolved: the customer was silent' }],
  };
  work.cardChanged = true;
  work.items.push(...ownerEffects(work.lane, entry.key, work.subject, 'bot', by, work.now));
  remind(work, entry, 'The customer has not answered; the case is closed and opens again when they write.', []);
}
