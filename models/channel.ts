// A channel is `Request → Response`, plus `send`. Web-standard Request and Response, so that each one is tested
// without a server.
import type { ConversationReference } from './activity.ts';
import type { NewEntry, OutboxItem, Received } from './lane.ts';
import type { Settings } from './settings.ts';

export interface Capabilities {
  /** Longest text of one message, in characters. */
  maxTextLength: number;
  markdown: boolean;
  choices: 'buttons' | 'numbers';
  attachments: boolean;
  typing: boolean;
  edits: boolean;
  /** Sending the same item twice shows it once, so that a crash needs no look-up and several may be settled at once. */
  idempotentSends: boolean;
  /** What is said is shown from the transcript: stored means sent, and `send` has nothing to do. */
  storedIsSent?: true;
}

/** What became of one attempt to send. */
export type SendResult =
  /** `received`: what the customer really gets, where that is not what was written. */
  | { outcome: 'accepted'; providerId: string; received?: Received }
  /** Not taken; `permanent`: it never will be. */
  | {
      outcome: 'refused';
      code: string;
      permanent: boolean;
      retryAfterMs?: number;
      /** Only not now: it was not tried, and does not count as a try. */
      isPace?: true;
      /** For isPace: who is rung first; 1 before 10. */
      urgency?: number;
    }
  /** Timeout, reset, 5xx: it may have arrived. Look it up before sending again. */
  | { outcome: 'ambiguous'; code: string };

/** It takes longer than usual; said in this language (ISO 639-1) where the network can take it back. */
export interface Progress {
  language: string;
}

export interface ChannelCheck {
  name: string;
  ok: boolean;
  detail: string;
  remedy?: string;
  /** The provider's own word for what is wrong. */
  code?: string;
}

export interface Channel {
  id: string;
  capabilities: Capabilities;
  /** Answers a webhook of this network; calls `receive` for what a customer did. */
  webhook?(request: Request): Promise<Response>;
  /** Delivers one item. `item.id` is the idempotency key where the network keeps one. Never throws for network faults. */
  send(reference: ConversationReference, item: OutboxItem, settings: Settings): Promise<SendResult>;
  /** Was this item accepted earlier? Its provider id, or null when the network does not have it. */
  lookup?(reference: ConversationReference, item: OutboxItem): Promise<string | null>;
  /** Asks the network for what customers wrote between these times and its webhooks lost; how many were new. */
  catchUp?(since: Date, until: Date): Promise<number>;
  /** Tries the settings at the provider: one line each, with the provider's own error and what to do about it. */
  check?(): Promise<ChannelCheck[]>;
  /** Takes a one-time code to a number, outside any conversation. Never throws for network faults. */
  sendCode?(to: string, text: string, settings: Settings): Promise<SendResult>;
  /** Tries the way in from outside: our own public address, and what stands at the provider; for the doctor. */
  checkDoor?(origin: string): Promise<ChannelCheck[]>;
  /** The e-mail address or number by which the network knows this customer; null when it does not say. */
  findAddress?(reference: ConversationReference): Promise<{ phone?: string; email?: string } | null>;
  /** Whether our own door takes what the network signs, and refuses a forgery. */
  selfTest?(): Promise<ChannelCheck>;
  /** The conversation with a number or a place that an admin names, for a test message; null when it is none of this network. */
  placeFor?(to: string): ConversationReference | null;
  /** Says that an answer is being written, and when it takes long, that it is being looked up; may be lost. */
  showTyping?(reference: ConversationReference, progress?: Progress): Promise<void>;
}

/** What became of a received entry. */
export type ReceiveOutcome = 'stored' | 'duplicate' | 'refused' | 'spilled';

/** The way in: stores durably, then wakes a worker. Throws SupportError `store.unavailable` when nothing could be written. */
export type Receive = (
  reference: ConversationReference,
  entry: NewEntry,
) => Promise<{ outcome: ReceiveOutcome; sequence?: number }>;
