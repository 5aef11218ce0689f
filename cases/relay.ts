// Which of the words in a case's thread reach the customer: the owner's plain ones, after the claim, and nothing else.
import type { Case } from '../models/case.ts';
import { isTaken } from './case.ts';

export type RelayVerdict =
  | { outward: true; text: string }
  /** `ask`: they probably meant to speak to the customer, so offer them to claim the case. */
  | { outward: false; why: 'note' | 'unclaimed' | 'before the claim' | 'not the owner' | 'closed'; ask?: boolean };

export const INTERNAL = /^\s*(!|note:|internal:|intern:)/i;

/** Decides about one message that a person wrote in the thread; `at` is when they wrote it, whenever it came here. */
export function judge(subject: Case, by: string, text: string, at: Date): RelayVerdict {
  if (INTERNAL.test(text)) return { outward: false, why: 'note' };
  if (subject.status === 'open') return { outward: false, why: 'unclaimed', ask: true };
  if (!isTaken(subject)) return { outward: false, why: 'closed' };
  if (subject.owner?.id !== by) return { outward: false, why: 'not the owner' };
  if (subject.ownedSince && at < new Date(subject.ownedSince)) return { outward: false, why: 'before the claim' };
  return { outward: true, text };
}
