// The states of a case and its legal moves. Every move is a pure function of the case and what happened; what is not in
// the table is refused with a reason that the person can read, and the case stays as it is.
import type { Case, CaseStatus, StaffMember } from '../models/case.ts';

export const CASE_MOVES = ['claim', 'assign', 'release', 'hold', 'resolve', 'return', 'reopen', 'dismiss'] as const;
export type CaseMove = (typeof CASE_MOVES)[number];

interface Rule {
  from: readonly CaseStatus[];
  to: CaseStatus;
  /** Who may: anyone of the desk, or the owner (and a lead). */
  may: 'anyone' | 'owner';
}

const MOVES: Record<CaseMove, Rule> = {
  claim: { from: ['open'], to: 'claimed', may: 'anyone' },
  assign: { from: ['open', 'claimed', 'on hold'], to: 'claimed', may: 'anyone' },
  release: { from: ['claimed', 'on hold'], to: 'open', may: 'owner' },
  hold: { from: ['claimed'], to: 'on hold', may: 'owner' },
  resolve: { from: ['claimed', 'on hold'], to: 'resolved', may: 'owner' },
  return: { from: ['claimed', 'on hold'], to: 'returned', may: 'owner' },
  reopen: { from: ['resolved', 'returned'], to: 'open', may: 'anyone' },
  /** Not a case: nobody needs to take it, the bot goes on. */
  dismiss: { from: ['open'], to: 'returned', may: 'anyone' },
};

export interface MoveRequest {
  what: CaseMove;
  by: StaffMember & { isLead?: boolean };
  at: Date;
  /** When they did it by their network's clock. */
  doneAt?: Date;
  /** For assign. */
  to?: StaffMember;
  /** The epoch that stood on the button; a stale one is refused. */
  epoch?: number;
  /** Leads are named, and reassigning was not offered: only they take a case away from somebody. */
  isGuarded?: boolean;
}

export type MoveResult =
  | { moved: true; case: Case }
  /** `unchanged`: it is already so, by the same person; nobody needs to be told. */
  | { moved: false; why: string; unchanged?: true };

export function move(subject: Case, request: MoveRequest): MoveResult {
  const { what, by, at } = request;
  const rule = MOVES[what];
  const { owner } = subject;
  if (what === 'claim' && owner) {
    // The owner's second click changes nothing; anybody else is told who was quicker.
    return owner.id === by.id
      ? { moved: false, why: 'It is yours already.', unchanged: true }
      : { moved: false, why: takenBy(subject, at) };
  }
  if (!rule.from.includes(subject.status))
    return { moved: false, why: `The case is ${subject.status}, so it cannot be moved by «${what}».` };
  if (rule.may === 'owner' && owner && owner.id !== by.id && !by.isLead)
    return { moved: false, why: `Only ${owner.name} or a lead can do that.` };
  if (what === 'assign' && request.isGuarded && owner && owner.id !== by.id && !by.isLead)
    return { moved: false, why: `${owner.name} has it. Only they or a lead can give it to somebody else.` };
  if (what === 'assign' && !request.to) return { moved: false, why: 'Say to whom.' };
  if (what !== 'claim' && request.epoch !== undefined && request.epoch < subject.ownershipEpoch)
    return { moved: false, why: 'The case has changed hands since; look at the card again.' };
  return { moved: true, case: moved(subject, request, rule.to) };
}

function moved(subject: Case, { what, by, at, doneAt, to }: MoveRequest, status: CaseStatus): Case {
  const owner = what === 'claim' ? plain(by) : what === 'assign' ? to! : status === 'on hold' ? subject.owner : null;
  const changes = owner?.id !== subject.owner?.id;
  const named = what === 'assign' ? `assign to ${to!.name}` : what;
  return {
    ...subject,
    status,
    // Who resolved it is still the one to be mentioned when it comes back.
    owner: status === 'resolved' ? subject.owner : owner,
    ownershipEpoch: changes || status === 'resolved' ? subject.ownershipEpoch + 1 : subject.ownershipEpoch,
    ...(what === 'claim' || what === 'assign' ? { claimedAt: at, ownedSince: doneAt ?? at } : {}),
    ...(status === 'resolved' || status === 'returned' ? { resolvedAt: at } : {}),
    history: [...subject.history, { at, who: by.id, what: named }].slice(-200),
  };
}

function plain({ id, name }: StaffMember): StaffMember {
  return { id, name };
}

/** "Ana took it 3 s ago." */
function takenBy({ owner, claimedAt }: Case, at: Date): string {
  const seconds = claimedAt ? Math.max(0, Math.round((at.getTime() - new Date(claimedAt).getTime()) / 1000)) : null;
  const ago = seconds === null ? '' : seconds < 120 ? ` ${seconds} s ago` : ` ${Math.round(seconds / 60)} min ago`;
  return `${owner!.name} took it${ago}.`;
}

/** Does a person speak with the customer now? */
export function isTaken(subject: Case): boolean {
  return subject.status === 'claimed' || subject.status === 'on hold';
}
