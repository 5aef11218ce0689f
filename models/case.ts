// The nouns of a case: what a person takes over from the bot. The legal moves live in cases/case.ts.
import type { ConversationReference } from './activity.ts';
import type { Priority, Sentiment } from './turn.ts';

export type CaseStatus = 'open' | 'claimed' | 'resolved' | 'returned';

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
] as const;
export type CaseReason = (typeof CASE_REASONS)[number];

export interface CaseEvent {
  at: Date;
  /** 'bot', 'customer', or a staff id. */
  who: string;
  what: string;
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
  /** What the bot already tried. */
  tried: string[];
  conversation: ConversationReference;
  /** Further conversations of the same customer; the active one is `conversation`. */
  customerName?: string;
  openedAt: Date;
  /** When a person should have reacted. */
  dueAt: Date;
  owner: string | null;
  ownershipEpoch: number;
  /** Last few lines of the conversation, oldest first. */
  recent: { who: 'customer' | 'bot' | 'staff'; text: string; at: Date }[];
  history: CaseEvent[];
  /** Id of the card at the desk, once it was accepted there. */
  cardId?: string;
}
