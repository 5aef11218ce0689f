// What people do to a case by buttons, reactions, commands and forms, and what the bot tells it. Every refusal is told to
// the one who tried, and to nobody else.
import type { Activity } from '../models/activity.ts';
import type { Approval, Case, CaseLabel, Closing, StaffMember } from '../models/case.ts';
import type { Entry } from '../models/lane.ts';
import { PRIORITIES, type Priority } from '../models/turn.ts';
import { type CaseMove, move } from './case.ts';
import { type CaseWork, note, sendOut, whisper } from './case-work.ts';
import { botEffect, ownerEffect, show } from './desk-items.ts';

/** `activity.name` of an action entry, and its `activity.value`. `by` comes from the network's signature, never from a form. */
export interface DeskActions {
  'desk.move': { what: CaseMove; by: Actor; to?: StaffMember; epoch?: number };
  'desk.resolve': { by: Actor; code: string; promised?: string; facts?: string; note?: string; returnToBot?: boolean };
  'desk.label': { by: Actor; label: CaseLabel };
  'desk.priority': { by: Actor; priority: Priority };
  'desk.send': { by: Actor; text: string; messageId: string };
  'desk.hold': { by: Actor; until: string };
  'desk.decide': { by: Actor; verdict: 'approved' | 'declined' };
}

export type Actor = StaffMember & { isLead?: boolean };

type Act = (work: CaseWork, entry: Entry, value: never) => void;

const ACTS: Record<string, Act> = {
  'desk.move': moveCase,
  'desk.resolve': resolve,
  'desk.label': label,
  'desk.priority': setPriority,
  'desk.send': sendAnyway,
  'desk.hold': hold,
  'desk.decide': decideApproval,
  'case.reopened': reopen,
  'case.rated': rate,
  'case.withdrawn': withdraw,
  'case.consent': consent,
};

/** Applies one action; an unknown one changes nothing. */
export function applyAction(work: CaseWork, entry: Entry): void {
  ACTS[entry.activity.name ?? '']?.(work, entry, entry.activity.value as never);
}

function moveCase(work: CaseWork, entry: Entry, value: DeskActions['desk.move']): void {
  const result = move(work.subject, { ...value, at: work.now, doneAt: entry.activity.timestamp });
  if (!result.moved) {
    if (!result.unchanged) whisper(work, entry, value.by.id, result.why);
    return;
  }
  settleMove(work, entry, result.case, value.what, value.by);
}

/** The customer's lane learns who speaks now, before the card says so. */
function settleMove(work: CaseWork, entry: Entry, after: Case, what: CaseMove, by: Actor): void {
  const before = work.subject;
  work.subject = { ...after, reminded: what === 'reopen' ? [] : after.reminded };
  work.cardChanged = true;
  const speaker = what === 'assign' ? after.owner! : by;
  const owner =
    what === 'claim' || what === 'assign'
      ? speaker.id
      : what === 'release' || what === 'reopen'
        ? 'waiting'
        : what === 'hold'
          ? null
          : 'bot';
  if (owner) work.items.push(ownerEffect(work.lane, entry.key, work.subject, owner, plain(speaker), work.now));
  if (what === 'assign' && speaker.id !== by.id)
    work.items.push(
      show(
        work.lane,
        entry.key,
        'case.note',
        { text: `${by.name} assigned this case.`, mention: [speaker.id] },
        work.now,
      ),
    );
  if (what === 'reopen' && before.owner)
    work.items.push(
      show(
        work.lane,
        entry.key,
        'case.note',
        { text: 'The case is open again.', mention: [before.owner.id] },
        work.now,
      ),
    );
}

function plain({ id, name }: StaffMember): StaffMember {
  return { id, name };
}

function resolve(work: CaseWork, entry: Entry, value: DeskActions['desk.resolve']): void {
  const { by, code, promised, facts, note, returnToBot } = value;
  const what = returnToBot ? 'return' : 'resolve';
  const result = move(work.subject, { what, by, at: work.now });
  if (!result.moved) return whisper(work, entry, by.id, result.why);
  const closing: Closing = {
    code: code.slice(0, 60),
    ...(promised ? { promised: promised.slice(0, 500) } : {}),
    ...(facts ? { facts: facts.slice(0, 500) } : {}),
    ...(note ? { note: note.slice(0, 1_000) } : {}),
    by: plain(by),
    at: work.now,
  };
  settleMove(work, entry, { ...result.case, closing }, what, by);
}

function label(work: CaseWork, _entry: Entry, value: DeskActions['desk.label']): void {
  const labels = work.subject.labels.filter((one) => one.label !== value.label || one.by !== value.by.id);
  work.subject = {
    ...work.subject,
    labels: [...labels, { label: value.label, by: value.by.id, at: work.now }].slice(-20),
  };
  note(work, value.by.id, `label: ${value.label}`);
}

function setPriority(work: CaseWork, entry: Entry, { by, priority }: DeskActions['desk.priority']): void {
  if (!PRIORITIES.includes(priority)) return whisper(work, entry, by.id, 'There is no such priority.');
  const from = work.subject.priority;
  work.subject = { ...work.subject, priority };
  if (from !== priority) {
    const labels = work.subject.labels.filter((one) => one.label !== 'wrong priority' || one.by !== by.id);
    work.subject.labels = [...labels, { label: 'wrong priority' as const, by: by.id, at: work.now }].slice(-20);
  }
  note(work, by.id, `priority: ${from} → ${priority}`);
  work.cardChanged = true;
}

/** «Send to customer»: an internal word, sent on purpose. */
function sendAnyway(work: CaseWork, entry: Entry, { by, text, messageId }: DeskActions['desk.send']): void {
  if (work.subject.status !== 'claimed' && work.subject.status !== 'on hold')
    return whisper(work, entry, by.id, 'Claim the case first; then it can be sent.');
  note(work, by.id, 'sent a message to the customer');
  sendOut(work, entry.key, by, { id: messageId, text });
}

function hold(work: CaseWork, entry: Entry, { by, until }: DeskActions['desk.hold']): void {
  const at = new Date(until);
  if (Number.isNaN(at.getTime()) || at <= work.now)
    return whisper(work, entry, by.id, 'Say until when, in the future.');
  const result = move(work.subject, { what: 'hold', by, at: work.now });
  if (!result.moved) return whisper(work, entry, by.id, result.why);
  settleMove(work, entry, { ...result.case, heldUntil: at }, 'hold', by);
}

/** A person's yes or no to a write over the cap; the bot does it under the proposal's own key. */
function decideApproval(work: CaseWork, entry: Entry, { by, verdict }: DeskActions['desk.decide']): void {
  const { approval } = work.subject;
  if (!approval) return whisper(work, entry, by.id, 'There is nothing to approve.');
  if (approval.decided)
    return whisper(work, entry, by.id, `${approval.decided.by.name} has ${approval.decided.verdict} it already.`);
  if (work.desk.leads.length > 0 && !by.isLead) return whisper(work, entry, by.id, 'Only a lead can approve this.');
  if (new Date(approval.expiresAt) < work.now)
    return whisper(work, entry, by.id, 'The customer’s yes has lapsed; they have to confirm again.');
  const decided: Approval = { ...approval, decided: { by: plain(by), at: work.now, verdict } };
  work.subject = { ...work.subject, approval: decided };
  note(work, by.id, `${verdict}: ${approval.summary}`);
  work.cardChanged = true;
  // A case that was about this decision only is over with it.
  if (work.subject.reason === 'approval' && work.subject.status === 'open') close(work, entry, verdict, plain(by));
  work.items.push(botEffect(work.lane, entry.key, work.subject, 'case.decided', decided, work.now));
}

/** Ends a case without a person having claimed it; the bot speaks again. */
function close(work: CaseWork, entry: Entry, code: string, by: StaffMember): void {
  work.subject = {
    ...work.subject,
    status: 'resolved',
    resolvedAt: work.now,
    ownershipEpoch: work.subject.ownershipEpoch + 1,
    closing: { code, by, at: work.now },
    satisfaction: { askedAt: work.now }, // nobody talked with them: there is nothing to rate
  };
  work.cardChanged = true;
  work.items.push(ownerEffect(work.lane, entry.key, work.subject, 'bot', by, work.now));
}

/** The customer does not need it any more. */
function withdraw(work: CaseWork, entry: Entry): void {
  if (work.subject.status !== 'open') {
    const text = 'The customer says that this is no longer needed.';
    const mention = work.subject.owner ? [work.subject.owner.id] : [];
    work.items.push(show(work.lane, entry.key, 'case.note', { text, mention }, work.now));
    return;
  }
  note(work, 'customer', 'withdrawn');
  close(work, entry, 'withdrawn', { id: 'customer', name: 'The customer' });
}

/** The customer came back with it. */
function reopen(work: CaseWork, entry: Entry): void {
  const result = move(work.subject, { what: 'reopen', by: { id: 'customer', name: 'The customer' }, at: work.now });
  if (!result.moved) return;
  const dueAt = new Date((entry.activity.value as { dueAt: string | Date }).dueAt);
  const before = work.subject.owner;
  work.subject = { ...result.case, owner: null, dueAt, openedAt: work.now, reminded: [] };
  work.cardChanged = true;
  const text = 'The customer has written about this again, so the case is open again.';
  work.items.push(
    show(work.lane, entry.key, 'case.note', { text, ...(before ? { mention: [before.id] } : {}) }, work.now),
  );
}

/** STOP ends what can be sent; the people who have the case must know. */
function consent(work: CaseWork, entry: Entry): void {
  const { word } = entry.activity.value as { word: string };
  const text =
    word === 'stop'
      ? 'The customer has asked for no further messages (STOP). Nothing can be sent to them until they write START.'
      : 'The customer takes messages again (START).';
  const mention = work.subject.owner ? [work.subject.owner.id] : [];
  work.items.push(show(work.lane, entry.key, 'case.note', { text, mention }, work.now));
}

/** How satisfied the customer was; a low score goes back to the desk. */
function rate(work: CaseWork, entry: Entry): void {
  const { score } = entry.activity.value as { score: number };
  work.subject = { ...work.subject, satisfaction: { askedAt: work.now, ...work.subject.satisfaction, score } };
  work.cardChanged = true;
  const mention = score <= 2 && work.subject.owner ? { mention: [work.subject.owner.id] } : {};
  work.items.push(
    show(
      work.lane,
      entry.key,
      'case.note',
      { text: `The customer rated this case ${score} of 5.`, ...mention },
      work.now,
    ),
  );
}

export type DeskActivity = Activity & { name: keyof DeskActions };
