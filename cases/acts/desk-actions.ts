// What people can do to a case, by name, and what each of it carries. Who did it comes from the network's signature, never
// from a form.
import type { Attachment } from '../../models/activity.ts';
import type { CaseLabel, HoldEvent, StaffMember } from '../../models/case.ts';
import type { LiveConversation } from '../../models/case-reader.ts';
import type { Priority } from '../../models/turn.ts';
import type { CaseMove } from '../case.ts';

/** `activity.name` of an action entry, and its `activity.value`. */
export interface DeskActions {
  'desk.move': { what: CaseMove; by: Actor; to?: StaffMember; epoch?: number };
  'desk.resolve': { by: Actor; code: string; promised?: string; facts?: string; note?: string; returnToBot?: boolean };
  /** `right`: what the intent should have been. */
  'desk.label': { by: Actor; label: CaseLabel; right?: string };
  'desk.priority': { by: Actor; priority: Priority };
  'desk.send': { by: Actor; text: string; messageId: string; attachments?: Attachment[] };
  'desk.undo': { by: Actor; messageId: string };
  'desk.edited': { by: Actor; messageId: string; text: string };
  'desk.deleted': { by: Actor; messageId: string };
  /** At least one of both: a time, or what it waits for. */
  'desk.hold': { by: Actor; until?: string; event?: HoldEvent };
  'desk.decide': { by: Actor; verdict: 'approved' | 'declined' | 'changed'; amount?: number };
  'desk.stepIn': { by: Actor; conversation: LiveConversation };
  'desk.merge': { by: Actor; into: string };
  'desk.block': { by: Actor; reason: string; days: number };
}

export type Actor = StaffMember & { isLead?: boolean };

/** Without what only counts for this act. */
export function plain({ id, name }: StaffMember): StaffMember {
  return { id, name };
}
