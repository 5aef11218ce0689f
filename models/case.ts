// The nouns of a case: what a person takes over from the bot. The legal moves live in cases/case.ts.
import type { Attachment, ConversationReference } from './activity.ts';
import type { Priority, Sentiment } from './turn.ts';

/** open: waits for a person · claimed: one has it · on hold: theirs, timers stopped · resolved · returned: the bot's again. */
export type CaseStatus = 'open' | 'claimed' | 'on hold' | 'resolved' | 'returned';

export const CASE_REASONS = [
  'customer asked',
  'unsure',
  'policy',
  'failure',
  'sentiment',
  'poison',
  'complex',
  'risk',
  'approval',
  'staff',
] as const;
export type CaseReason = (typeof CASE_REASONS)[number];

/** What a case on hold waits for: words of the customer, or an event of the shop about them. */
export type HoldEvent = 'customer' | 'shop';

/** A human colleague as the desk knows them. */
export interface StaffMember {
  id: string;
  name: string;
}

export interface CaseEvent {
  at: Date;
  /** 'bot', 'customer', 'clock', or a staff id. */
  who: string;
  what: string;
}

/** What staff think of the bot's part; feeds the measured accuracy. */
export type CaseLabel = 'wrong intent' | 'wrong priority' | 'should not have escalated';

export interface CaseLine {
  who: 'customer' | 'bot' | 'staff';
  text: string;
  at: Date;
  attachments?: Attachment[];
}

/** A person's words that may still be taken back: they leave at `leaveAt`, or when the case changes hands. */
export interface PendingWord {
  /** The desk's own id of the message. */
  messageId: string;
  /** Key of the entry that brought it; what is sent derives its id from it. */
  cause: string;
  by: StaffMember;
  text?: string;
  /** The same in the customer's language, by a model. */
  translated?: string;
  attachments?: Attachment[];
  leaveAt: Date;
  /** When they were written, by the desk's clock, whenever they came here. */
  saidAt?: Date;
}

/** A person's words that have left, so that a correction finds them. */
export interface SentWord {
  messageId: string;
  by: string;
  /** The customer's network's own id of it, once known. */
  providerId?: string;
  /** Stay with it when its words are corrected. */
  attachments?: Attachment[];
  /** A correction that waits for that id; null: to be deleted. */
  change?: string | null;
}

/** The code of a closing by which a colleague left an open case to the bot. */
export const NOT_A_CASE = 'not a case';

/** What a person writes down when they close a case; the bot reads it as a marked boundary. */
export interface Closing {
  code: string;
  promised?: string;
  facts?: string;
  note?: string;
  /** The whole case in a few lines. */
  summary?: string;
  by: StaffMember;
  at: Date;
}

/** A case as its customer sees it, where the network shows it as one card that changes in place. */
export interface ShownStatus {
  caseId: string;
  title: string;
  mood: 'waiting' | 'person' | 'over';
  /** What is so now, then what else is known of it. */
  lines: string[];
  /** Only a card that is there already is changed. */
  isQuiet?: boolean;
}

/** A write that waits for a person's decision. The customer has asked for it; its key does it once. */
export interface Approval {
  agent: string;
  tool: string;
  input: unknown;
  summary: string;
  amount?: { value: number; currency: string };
  key: string;
  expiresAt: Date;
  /** Where the customer asked for it, as whoever they had shown to be there. */
  conversation?: ConversationReference;
  /** An apology of the house: the customer has not asked for it, and hears nothing of a no. */
  isApology?: true;
  decided?: { by: StaffMember; at: Date; verdict: 'approved' | 'declined' | 'changed'; amount?: number };
}

export interface Case {
  id: string;
  status: CaseStatus;
  reason: CaseReason;
  priority: Priority;
  intent: string;
  sentiment: Sentiment;
  language: string;
  /** One or two sentences for the card. */
  summary: string;
  /** The words that the case was opened for. */
  asked?: string;
  /** What the bot already tried. */
  tried: string[];
  /** What the bot would have said: a draft for a person, never sent by itself. */
  suggested?: string;
  /** Where the customer is; the active one of several. */
  conversation: ConversationReference;
  /** Further conversations of the same customer, from cases that were merged into this one. */
  others?: ConversationReference[];
  mergedInto?: string;
  blocked?: { until: Date; reason: string; by: string };
  customerName?: string;
  /** The name is that of whoever has this number or address, and nothing was proved. */
  recognisedBy?: 'phone' | 'email';
  shopCustomerId?: string;
  /** What else is known of them, in a few words each. */
  known?: string[];
  openedAt: Date;
  /** Since when it waits again: somebody had it, and gave it back. */
  waitsSince?: Date;
  /** When a person should have reacted. */
  dueAt: Date;
  owner: StaffMember | null;
  /** Grows with every change of the owner; a click that carries an older one is stale. */
  ownershipEpoch: number;
  claimedAt?: Date;
  /** Since when it is theirs by the clock of the desk's network, on which their words are timed, too. */
  ownedSince?: Date;
  /** When the owner last wrote to the customer, and the customer to them. */
  firstReplyAt?: Date;
  lastStaffAt?: Date;
  lastCustomerAt?: Date;
  resolvedAt?: Date;
  /** Last few lines of the conversation, oldest first. */
  recent: CaseLine[];
  history: CaseEvent[];
  /** `right`: the intent that it should have been. */
  labels: { label: CaseLabel; by: string; at: Date; right?: string }[];
  closing?: Closing;
  approval?: Approval;
  /** 1 to 5, asked once. */
  satisfaction?: { score?: number; askedAt: Date };
  /** When the customer was last to be told how the queue moves. */
  newsAt?: Date;
  /** Reminders that were given, by name, so that each is given once. */
  reminded: string[];
  /** Words on their way out and words that are out, oldest first; the latter at most thirty. */
  pending?: PendingWord[];
  sent?: SentWord[];
  /** Until when the timers stand still, at the latest, and what ends it before. */
  heldUntil?: Date;
  heldFor?: HoldEvent;
}
