// The lane: one MongoDB document per conversation and one per case. It holds inbox, state, outbox, lease and epochs,
// so that every step that must be atomic is one update of one document.
import type { Activity, ConversationReference } from './activity.ts';
import type { TurnRecord } from './turn.ts';

export type LaneKind = 'conversation' | 'case';

export type EntryKind = 'message' | 'edit' | 'delete' | 'reaction' | 'action' | 'staff' | 'owner' | 'timer';

/** Something that waits to be consumed by a turn. */
export interface Entry {
  /** Unique in the lane; the network's message id, with the edit stamp for edits. The same key twice is one entry. */
  key: string;
  kind: EntryKind;
  activity: Activity;
  receivedAt: Date;
  /** Position in the conversation, given by the store when it is appended. */
  sequence: number;
  /** W3C trace context, handed on across processes. */
  traceparent?: string;
}

export type NewEntry = Omit<Entry, 'sequence'>;

/** Who speaks: the bot, nobody yet (a case waits for a person), or a person's staff id. */
export type Owner = 'bot' | 'waiting' | (string & {});

/** Puts an entry into another lane, idempotently by the item's id. */
export interface AppendEffect {
  type: 'append';
  laneId: string;
  laneKind: LaneKind;
  /** Written into the lane if the effect gives birth to it. */
  reference: ConversationReference;
  entryKind: EntryKind;
  activity: Activity;
  /** For entryKind 'owner': who owns the lane from then on. */
  owner?: Owner;
}

/** By what a one-time code can reach somebody. */
export type CodeWay = 'email' | 'phone';

/** Has a one-time code sent. What it is follows from the challenge and a key, and is nowhere written down. */
export interface CodeEffect {
  type: 'code';
  challengeId: string;
  customerId: string;
  way: CodeWay;
  /** ISO 639-1. */
  language: string;
  /** Not sent after that. */
  expiresAt: Date;
}

export interface OutboxItem {
  /** Derived, so that a repeated turn makes the same item; handed to the network where it keeps such an id. */
  id: string;
  kind: 'send' | 'update' | 'delete' | 'effect';
  /** For send and update. */
  activity?: Activity;
  effect?: AppendEffect | CodeEffect;
  /** Not sent before this time: undo, back-off. Later items wait behind it. */
  notBefore: Date | null;
  cancelledAt: Date | null;
  /** Made under this ownership; a bot item under an older one is refused at send. */
  ownerEpoch: number;
  attempts: number;
  /** Set when a send's fate is unknown: look it up at the provider before sending again. */
  ambiguousSince: Date | null;
  /** The turn that made it, so that the first acceptance stamps responseTimeMs. */
  turnId?: string;
  createdAt: Date;
}

export type NewOutboxItem = Pick<OutboxItem, 'id' | 'kind'> &
  Partial<Pick<OutboxItem, 'activity' | 'effect' | 'notBefore' | 'turnId'>>;

/** What a customer really got. `links`: so many files went as links. */
export interface Received {
  text: string;
  segments?: number;
  links?: number;
}

/** A row of the transcript: append-only, unique by (laneId, key). Receipts only move `delivery` forward. */
export interface Message {
  laneId: string;
  key: string;
  sequence: number;
  /** Who said it. */
  role: 'customer' | 'bot' | 'staff' | 'note';
  activity: Activity;
  at: Date;
  /** Id at the network once it was accepted there. */
  providerId?: string;
  delivery?: 'queued' | 'sent' | 'delivered' | 'read' | 'failed' | 'refused';
  /** Why it failed, in the provider's words. */
  failure?: string;
  /** What the customer really got, where the channel changed it. */
  received?: Received;
}

/** A timer: becomes an entry of kind 'timer' when its time comes. */
export interface LaneTimer {
  key: string;
  at: Date;
  name: string;
  data?: Record<string, string>;
}

/** A turn record that waits for its first accepted reply, or for its batch insert. */
export interface PendingTurn {
  record: TurnRecord;
  /** Last customer entry received plus the quiet window: responseTimeMs counts from here. */
  countFrom: Date;
  /** The session's first entry received: sessionSeconds counts from here. */
  sessionFrom: Date;
  /** True once its last reply was accepted; only then may it be flushed. */
  settled: boolean;
}

export interface Lane<State = unknown> {
  _id: string;
  kind: LaneKind;
  reference: ConversationReference;
  owner: Owner;
  ownerEpoch: number;
  leaseUntil: Date | null;
  worker: string | null;
  leaseEpoch: number;
  /** Earliest time at which something is due; null when nothing is. */
  dueAt: Date | null;
  /** Given to the next message that becomes visible; grows by one each. */
  sequence: number;
  /** True when the last holder's lease ran out instead of being released: the outbox head may have been sent. */
  takenOver: boolean;
  /** Turns begun on the present head without a commit: three and it is poison. */
  tries: number;
  inbox: Entry[];
  seen: { key: string; at: Date }[];
  state: State | null;
  outbox: OutboxItem[];
  timers: LaneTimer[];
  /** Transcript and turn rows on their way to their collections; they leave only once inserted. */
  pendingMessages: Message[];
  pendingTurns: PendingTurn[];
  /** Since when rows wait to be flushed; null when none does. */
  pendingSince: Date | null;
  createdAt: Date;
  changedAt: Date;
}

/** What a handler (a conversation's bot, a case's desk) decides about the entries it was given. A pure value. */
export interface LaneDecision {
  /** The whole new state; it must stay small (the transcript is elsewhere). */
  state: unknown;
  outbox: NewOutboxItem[];
  /** Replaces the lane's timers. Left out: unchanged. */
  timers?: LaneTimer[];
  /** The record of this turn, if it was a customer's turn. */
  turn?: TurnRecord;
  /** The session's first entry received, for sessionSeconds. */
  sessionFrom?: Date;
  /** Set when the turn hands the lane to nobody yet (`waiting`) or back to the bot. */
  owner?: Owner;
  /** A record for people to look at: why these entries could not be handled. */
  deadLetter?: { reason: string; cause: string; detail?: string; tries?: number };
}

/** Decides what the entries mean. Must not send anything; called again with the same entries after a crash. */
export interface LaneHandler {
  decide(lane: Lane, entries: Entry[], signal: AbortSignal): Promise<LaneDecision>;
  /** The honest way out after three tries at the same head. */
  giveUp(lane: Lane, entries: Entry[], cause: unknown): LaneDecision;
}
