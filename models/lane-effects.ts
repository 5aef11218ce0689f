// Reaching another lane: the one effect that does, an entry that is put into it, and where a case's own lane is.
import { type ConversationReference, laneIdOf } from './activity.ts';
import type { AppendEffect, LaneKind, NewOutboxItem } from './lane.ts';

/** A case's own lane. */
export function caseReference(caseId: string): ConversationReference {
  return { channel: 'desk', accountId: 'default', nativeId: caseId, customer: { id: 'desk', name: 'Desk' } };
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
