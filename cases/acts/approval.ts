// A person's decision about a write over the cap: yes, no, or another amount, which the customer is asked about anew. Only
// leads decide, once, and the bot does it under the proposal's own key.
import type { Approval } from '../../models/case.ts';
import type { Entry } from '../../models/lane.ts';
import { type CaseWork, endUnclaimed, note, whisper } from '../case-work.ts';
import { botEffect, show } from '../desk-items.ts';
import { type DeskActions, plain } from './desk-actions.ts';

const MOST_AMOUNT = 1_000_000;

/** A person's yes or no to a write over the cap; the bot does it under the proposal's own key. */
export function decideApproval(
  work: CaseWork,
  entry: Entry,
  { by, verdict, amount }: DeskActions['desk.decide'],
): void {
  const { approval } = work.subject;
  if (!approval) return whisper(work, entry, by.id, 'There is nothing to approve.');
  if (approval.decided)
    return whisper(work, entry, by.id, `${approval.decided.by.name} has ${approval.decided.verdict} it already.`);
  if (work.desk.leads.length > 0 && !by.isLead) return whisper(work, entry, by.id, 'Only a lead can approve this.');
  if (new Date(approval.expiresAt) < work.now)
    return whisper(
      work,
      entry,
      by.id,
      approval.isApology ? 'This was too long ago.' : 'The customer’s yes has lapsed; they have to confirm again.',
    );
  if (approval.isApology && verdict === 'changed') return whisper(work, entry, by.id, 'Say yes or no to this.');
  if (verdict === 'changed' && !(amount !== undefined && Number.isFinite(amount) && amount > 0 && amount < MOST_AMOUNT))
    return whisper(work, entry, by.id, 'Say the new amount as a number.');
  const decided: Approval = {
    ...approval,
    decided: { by: plain(by), at: work.now, verdict, ...(verdict === 'changed' ? { amount: amount! } : {}) },
  };
  work.subject = { ...work.subject, approval: decided };
  note(work, by.id, `${verdict}: ${approval.summary}`);
  work.cardChanged = true;
  // A case that was about this decision only is over with it.
  if (work.subject.reason === 'approval' && work.subject.status === 'open')
    endUnclaimed(work, entry, verdict, plain(by));
  const value = { ...decided, caseId: work.subject.id };
  // They may be elsewhere by now, where a number is all that is known of them: it is done where they asked for it.
  const there = { ...work.subject, conversation: approval.conversation ?? work.subject.conversation };
  work.items.push(botEffect(work.lane, entry.key, there, 'case.decided', value, work.now));
}

/** What was approved cannot be given any more, and the customer heard nothing of it: whoever approved it must know. */
export function hearOfNothing(work: CaseWork, entry: Entry): void {
  const { approval } = work.subject;
  const text = 'Nothing was given: the customer has had something as an apology lately, and has not heard of this one.';
  const mention = approval?.decided ? [approval.decided.by.id] : [];
  work.items.push(show(work.lane, entry.key, 'case.note', { text, mention }, work.now));
}

/** The customer is asked about the other amount, or it cannot be had: then the decision is open again. */
export function hearOfChange(work: CaseWork, entry: Entry, { asked }: { asked: boolean }): void {
  const { approval, reason, status } = work.subject;
  if (approval?.decided?.verdict !== 'changed') return;
  if (asked) {
    if (reason === 'approval' && status === 'open') endUnclaimed(work, entry, 'changed', approval.decided.by);
    return;
  }
  const { decided, ...open } = approval;
  work.subject = { ...work.subject, approval: open };
  work.cardChanged = true;
  const text = 'That amount cannot be had for this. Please decide again: approve, decline, or another amount.';
  work.items.push(show(work.lane, entry.key, 'case.note', { text, mention: [decided.by.id] }, work.now));
}
