// What the lane's atomic steps are asked for, and what they answer.
import type { Activity, ConversationReference } from './activity.ts';
import type { Entry, Lane, LaneDecision, LaneKind, Message, NewEntry, OutboxItem, Owner, PendingTurn } from './lane.ts';

export interface AppendRequest {
  laneId: string;
  laneKind: LaneKind;
  reference: ConversationReference;
  entry: NewEntry;
  /** From now on this is who speaks; raises ownerEpoch and overtakes what waits. */
  owner?: Owner;
  quietWindowMs: number;
  /** Gives birth to no lane: where there is none (any more), it is a duplicate. */
  mustExist?: boolean;
  /** Only for customers' entries: how many may wait, and what is said (once a minute) beyond that. */
  flood?: { limit: number; itemId: string; notice: Activity };
  now: Date;
}

export type AppendResult = { outcome: 'stored' | 'refused'; sequence: number } | { outcome: 'duplicate' };

export interface CommitRequest {
  lane: Lane;
  entries: Entry[];
  decision: LaneDecision;
  /** Complete items, as they are to stand in the outbox. */
  items: OutboxItem[];
  turn?: PendingTurn;
  now: Date;
}

export interface SettleRequest {
  lane: Lane;
  /** Items that leave the outbox: accepted, done, cancelled or given up. */
  gone: string[];
  /** What became visible, in order; the store numbers the rows. */
  rows: Omit<Message, 'sequence'>[];
  turns: PendingTurn[];
  leaseMs: number;
  now: Date;
  /** Keep the count of tries: this settles a failure. */
  keepTries?: boolean;
  /** Not due again before this time. */
  notBefore?: Date;
  /** The turn's commit, done by the same update where stored means sent; what it says are the rows, and `lane` is as after it. */
  commit?: CommitRequest;
}
