// What people do to a case by buttons, reactions, commands and forms, and what the bot tells it. Every refusal is told to
// the one who tried, and to nobody else.
import { type Case, type Closing, NOT_A_CASE } from '../../models/case.ts';
import type { Entry } from '../../models/lane.ts';
import { PRIORITIES } from '../../models/turn.ts';
import { type CaseMove, move } from '../case.ts';
import { type CaseWork, note, watchedAnew, whisper } from '../case-work.ts';
import { botEffect, ownerEffects, show } from '../desk-items.ts';
import { decideApproval, hearOfChange, hearOfNothing } from './approval.ts';
import { consent, raise, rate, reopen, withdraw } from './customer-news.ts';
import { type Actor, type DeskActions, plain } from './desk-actions.ts';
import { hearShop, hold } from './hold.ts';
import { block, merge, takeJoined, takeMerged } from './merge.ts';
import { offerRecovery } from './recovery.ts';
import { stepIn } from './step-in.ts';
import { summaryOf } from './summary.ts';
import { deleteWord, editWord, leaveAll, putOut, undo } from './words.ts';

type Act = (work: CaseWork, entry: Entry, value: never) => void;

const ACTS: Record<string, Act> = {
  'desk.move': moveCase,
  'desk.resolve': resolve,
  'desk.label': label,
  'desk.priority': setPriority,
  'desk.send': sendAnyway,
  'desk.lost': showAgain,
  'desk.undo': undo,
  'desk.edited': editWord,
  'desk.deleted': deleteWord,
  'desk.hold': hold,
  'case.shop': hearShop,
  'desk.decide': decideApproval,
  'desk.stepIn': stepIn,
  'desk.merge': merge,
  'case.merged': takeMerged,
  'case.joined': takeJoined,
  'case.change': hearOfChange,
  'case.recovery': offerRecovery,
  'case.nothing': hearOfNothing,
  'desk.block': block,
  'case.reopened': reopen,
  'case.raised': raise,
  'case.rated': rate,
  'case.withdrawn': withdraw,
  'case.consent': consent,
};

/** Applies one action; an unknown one changes nothing. */
export function applyAction(work: CaseWork, entry: Entry): void {
  ACTS[entry.activity.name ?? '']?.(work, entry, entry.activity.value as never);
}

function moveCase(work: CaseWork, entry: Entry, value: DeskActions['desk.move']): void {
  const { desk, subject } = work;
  const isGuarded = desk.leads.length > 0 && !subject.reminded.includes('offer reassign');
  const result = move(subject, { ...value, isGuarded, at: work.now, doneAt: entry.activity.timestamp });
  if (!result.moved) {
    if (!result.unchanged) whisper(work, entry, value.by.id, result.why);
    return;
  }
  // Whoever says that it is none is on record, and the customer does not read that somebody had been there.
  const closing = { code: NOT_A_CASE, by: plain(value.by), at: work.now };
  const after = value.what === 'dismiss' ? { ...result.case, closing } : result.case;
  settleMove(work, entry, after, value.what, value.by);
}

/** The customer's lane learns who speaks now, before the card says so. */
function settleMove(work: CaseWork, entry: Entry, after: Case, what: CaseMove, by: Actor): void {
  // What the last owner has written is theirs to say; it leaves before anybody else speaks.
  const pending = leaveAll(work, what === 'release' ? entry : undefined);
  const before = work.subject;
  work.subject = { ...waitingAnew(work, after, what), ...pending };
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
  const gone = what === 'assign' && before.owner && before.owner.id !== speaker.id ? before.owner : undefined;
  // Who opens a case again has not left it: the customer is told by when somebody will be there instead.
  const said = what === 'reopen' ? { ...plain(speaker), name: '' } : plain(speaker);
  if (owner) work.items.push(...ownerEffects(work.lane, entry.key, work.subject, owner, said, work.now, gone));
  if (what === 'reopen')
    work.items.push(botEffect(work.lane, entry.key, work.subject, 'case.again', { caseId: work.subject.id }, work.now));
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
  if (what === 'reopen') {
    const mention = before.owner && before.owner.id !== by.id ? [before.owner.id] : [];
    work.items.push(
      show(work.lane, entry.key, 'case.note', { text: `${by.name} opened this case again.`, mention }, work.now),
    );
  }
}

/** Who waits again waits from now on: a target that is over long since says nothing, and calls nobody. */
function waitingAnew(work: CaseWork, after: Case, what: CaseMove): Case {
  if (what !== 'reopen' && what !== 'release') return after;
  const due = { waitsSince: work.now, dueAt: work.dueAt(after.priority, work.now) };
  // A case that is opened again begins anew; one that was given back is as old as before.
  return what === 'reopen'
    ? { ...after, ...due, openedAt: work.now, reminded: [] }
    : { ...after, ...due, reminded: watchedAnew(after) };
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
  closing.summary = summaryOf(result.case, closing);
  settleMove(work, entry, { ...result.case, closing }, what, by);
  work.items.push(show(work.lane, entry.key, 'case.note', { text: closing.summary }, work.now));
}

function label(work: CaseWork, entry: Entry, value: DeskActions['desk.label']): void {
  const right = value.right ? { right: value.right.slice(0, 40) } : {};
  const labels = work.subject.labels.filter((one) => one.label !== value.label || one.by !== value.by.id);
  work.subject = {
    ...work.subject,
    labels: [...labels, { label: value.label, by: value.by.id, at: work.now, ...right }].slice(-20),
  };
  const what = `${value.label}${value.right ? `, it was ${value.right}` : ''}`;
  note(work, value.by.id, `label: ${what}`);
  whisper(work, entry, value.by.id, `Noted about ${work.subject.id}: ${what}.`);
}

/** Somebody deleted the card: the desk makes it again. */
function showAgain(work: CaseWork): void {
  note(work, 'bot', 'the card was gone');
  work.cardChanged = true;
}

function setPriority(work: CaseWork, entry: Entry, { by, priority }: DeskActions['desk.priority']): void {
  if (!PRIORITIES.includes(priority)) return whisper(work, entry, by.id, 'There is no such priority.');
  const from = work.subject.priority;
  const due = work.dueAt(priority);
  // A later due time is watched anew; one that has been said already is not said twice.
  const reminded = due > work.now ? watchedAnew(work.subject) : work.subject.reminded;
  work.subject = { ...work.subject, priority, dueAt: due, reminded };
  if (from !== priority) {
    const labels = work.subject.labels.filter((one) => one.label !== 'wrong priority' || one.by !== by.id);
    work.subject.labels = [...labels, { label: 'wrong priority' as const, by: by.id, at: work.now }].slice(-20);
  }
  note(work, by.id, `priority: ${from} → ${priority}`);
  work.cardChanged = true;
}

/** «Send to customer»: an internal word, sent on purpose. */
function sendAnyway(
  work: CaseWork,
  entry: Entry,
  { by, text, messageId, attachments = [] }: DeskActions['desk.send'],
): void {
  if (work.subject.status !== 'claimed' && work.subject.status !== 'on hold')
    return whisper(work, entry, by.id, 'Claim the case first; then it can be sent.');
  if (text.trim() === '' && attachments.length === 0) return;
  note(work, by.id, 'sent a message to the customer');
  const files = attachments.length > 0 ? { attachments } : {};
  putOut(work, entry, plain(by), { id: messageId || entry.key, text, ...files });
  // Words from a form stand nowhere in the thread yet.
  if (!messageId)
    work.items.push(show(work.lane, entry.key, 'case.note', { text: `${by.name} to the customer: ${text}` }, work.now));
}
