// Reaching another lane: the one effect that does, an entry that is put into it, and where a case's own lane is.
import { type ConversationReference, laneIdOf } from './activity.ts';
import type { AppendEffect, LaneKind, NewEntry, NewOutboxItem } from './lane.ts';

/** A case's own lane. */
export function caseReference(caseId: string): ConversationReference {
  return { channel: 'desk', accountId: 'default', nativeId: caseId, customer: { id: 'desk', name: 'Desk' } };
}

/** The entries that a case is born by: the bot's opening, and a colleague who steps in. */
export const CASE_OPENED = 'case.opened';
const BIRTHS_OF_CASES: readonly (string | undefined)[] = [CASE_OPENED, 'desk.stepIn'];

/** Whether this entry may give birth to its lane: news of a case may come after it was erased. */
export function givesBirth(kind: LaneKind, { activity }: Pick<NewEntry, 'activity'>): boolean {
  return kind !== 'case' || BIRTHS_OF_CASES.includes(activity.name);
}

/** What people do at the desk goes to the case's own lane; everything else is a conversation. */
export function laneKindOf({ channel }: Pick<ConversationReference, 'channel'>): LaneKind {
  return channel === 'desk' ? 'case' : 'conversation';
}

/** Puts an entry into the lane of `reference`. `id` is the entry's key there, so that doing it twice does it once. */
export function appendTo(
  reference: ConversationReference,
  { id, ...entry }: { id: string } & Pick<AppendEffect, 'entryKind' | 'activity' | 'owner'>,
): NewOutboxItem {
  const laneId = laneIdOf(reference);
  return {
    id,
    kind: 'effect',
    effect: { type: 'append', laneId, laneKind: laneKindOf(reference), reference, ...entry },
  };
}
