// After a bad experience the house may make up for it: the bot looks whether the policy allows something, the card then shows it
// with one button, and a lead decides. Nothing is offered to the customer before.
import type { Approval } from '../../models/case.ts';
import type { Entry } from '../../models/lane.ts';
import { type CaseWork, note } from '../case-work.ts';
import { botEffect } from '../desk-items.ts';

/** The bot knows the customer and the tools; it answers with `case.recovery`, or not at all. */
export function askForRecovery(work: CaseWork, entry: Pick<Entry, 'key'>): void {
  const { subject, desk } = work;
  if (desk.recoveryAmount === 0 || subject.approval || !subject.shopCustomerId) return;
  const value = { caseId: subject.id, language: desk.language };
  work.items.push(botEffect(work.lane, entry.key, subject, 'case.recover', value, work.now));
}

/** What may be given: shown on the card for a yes or a no. */
export function offerRecovery(work: CaseWork, _entry: Entry, approval: Approval): void {
  if (work.subject.approval) return;
  work.subject = { ...work.subject, approval };
  note(work, 'bot', `suggests: ${approval.summary}`);
  work.cardChanged = true;
}
