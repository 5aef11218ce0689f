// A person steps into a conversation that the bot has: a case is made for it, theirs from the beginning. Whoever does the
// same a moment later finds it taken.
import type { Case } from '../../models/case.ts';
import type { Entry, Lane } from '../../models/lane.ts';
import { move } from '../case.ts';
import { type CaseWork, whisper } from '../case-work.ts';
import { ownerEffects } from '../desk-items.ts';
import { type DeskActions, plain } from './desk-actions.ts';

/** The case that a step-in begins with; null for any other entry. */
export function caseOfStepIn(lane: Lane, entry: Entry | undefined): Case | null {
  if (entry?.activity.name !== 'desk.stepIn') return null;
  const { conversation } = entry.activity.value as DeskActions['desk.stepIn'];
  const at = entry.receivedAt;
  return {
    id: lane.reference.nativeId,
    status: 'open',
    reason: 'staff',
    priority: 'MEDIUM',
    intent: 'GENERAL_INFO',
    sentiment: { label: 'NEUTRAL', score: 0 },
    language: conversation.language,
    summary: conversation.subject,
    tried: [],
    conversation: conversation.reference,
    ...(conversation.customerName ? { customerName: conversation.customerName } : {}),
    ...(conversation.shopCustomerId ? { shopCustomerId: conversation.shopCustomerId } : {}),
    openedAt: at,
    dueAt: at,
    owner: null,
    ownershipEpoch: 0,
    recent: conversation.said.map(({ who, text }) => ({ who, text, at })),
    history: [{ at, who: 'bot', what: 'opened: a colleague stepped in' }],
    labels: [],
    reminded: [],
  };
}

/** Theirs if it is nobody's; the one who was second is told. */
export function stepIn(work: CaseWork, entry: Entry, { by }: DeskActions['desk.stepIn']): void {
  const result = move(work.subject, { what: 'claim', by, at: work.now, doneAt: entry.activity.timestamp });
  if (!result.moved) {
    if (!result.unchanged) whisper(work, entry, by.id, result.why);
    return;
  }
  work.subject = result.case;
  work.cardChanged = true;
  work.items.push(...ownerEffects(work.lane, entry.key, work.subject, by.id, plain(by), work.now));
}
