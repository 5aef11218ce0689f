// A case's states and legal moves, as one table. Every move is a pure function of the case and what happened; what is
// not in the table is refused, and the case stays as it is.
import type { Case, CaseStatus } from '../models/case.ts';

export type CaseMove = 'claim' | 'release' | 'resolve' | 'return' | 'reopen';

const MOVES: Record<CaseMove, { from: CaseStatus[]; to: CaseStatus }> = {
  claim: { from: ['open'], to: 'claimed' },
  release: { from: ['claimed'], to: 'open' },
  resolve: { from: ['open', 'claimed'], to: 'resolved' },
  return: { from: ['open', 'claimed'], to: 'returned' },
  reopen: { from: ['resolved', 'returned'], to: 'open' },
};

export type MoveResult = { moved: true; case: Case } | { moved: false; why: string };

/** `who` is a staff id, or 'bot'. A claim makes them the owner; every move but a claim leaves the case without one. */
export function move(subject: Case, what: CaseMove, who: string, at: Date): MoveResult {
  const { from, to } = MOVES[what];
  if (what === 'claim' && subject.status === 'claimed') {
    // The owner's second click changes nothing; anybody else is told who was quicker.
    return subject.owner === who
      ? { moved: true, case: subject }
      : { moved: false, why: `${subject.owner} has claimed it` };
  }
  if (!from.includes(subject.status))
    return { moved: false, why: `a case that is ${subject.status} cannot be moved by ${what}` };
  const owner = what === 'claim' ? who : null;
  const ownershipEpoch = owner === subject.owner ? subject.ownershipEpoch : subject.ownershipEpoch + 1;
  return {
    moved: true,
    case: { ...subject, status: to, owner, ownershipEpoch, history: [...subject.history, { at, who, what }] },
  };
}
