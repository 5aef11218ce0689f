// The ports: what one room needs from another without knowing it.
import type { ConversationReference } from './activity.ts';
import type { Case } from './case.ts';
import type { SendResult } from './channel.ts';
import type { CodeEffect, CodeWay, Message } from './lane.ts';

/** Where cases go: a Slack channel, or the console until there is one. */
export interface Desk {
  id: string;
  /** Shows or refreshes the one card of a case; `itemId` is the idempotency key. */
  showCase(subject: Case, itemId: string): Promise<SendResult>;
}

/** Doorbells between instances: ids only, never text. Losing one loses nothing, since everybody polls behind it. */
export interface Bus {
  publish(topic: string, id: string): void;
  /** Calls back for every id published on the topic by any instance; the returned function ends it. */
  subscribe(topic: string, listener: (id: string) => void): () => void;
}

/** What a bot learns about the desk before it promises anything. */
export interface CasePort {
  /** When a person will have reacted to a case of this priority that is opened now, given hours and targets. */
  dueAt(priority: Case['priority'], from: Date): Date;
  /** Open cases that come before this one; null when nobody knows. */
  ahead?(caseId: string): Promise<number | null>;
  /** What the desk was like a few seconds ago, for a case that is due then; null while nobody knows. */
  outlook?(dueAt: Date): Outlook | null;
}

export interface Outlook {
  /** Open cases that are due before it. */
  ahead: number;
  /** How long three of four cases waited lately until a person took them; null where there were too few. */
  minutes: number | null;
  /** How long somebody before it waits whose own time is over: nobody is there, whatever the hours say. */
  overdueMinutes?: number;
}

/** Puts words into another language; null when no model did it in time. */
export type Translate = (
  text: string,
  between: { from: string; to: string; customer: string; signal: AbortSignal },
) => Promise<string | null>;

/** Another conversation of the same customer. `state` is what the bot remembers of it. */
export interface OtherConversation {
  reference: ConversationReference;
  state: unknown;
}

export interface CustomerAddress {
  phone?: string;
  email?: string;
}

/** Proves who somebody is by what only they should know. */
export interface IdentityPort {
  /**
   * The shop's customer to whom all three belong; null when they do not belong together, `locked` when too many have tried
   * this order within the hour, in whatever conversation. `attempt` is counted once. Throws transient SupportError.
   */
  match(
    proof: { orderId: string; email: string; postalCode: string },
    attempt: { key: string; most: number },
  ): Promise<{ id: string; name: string } | 'locked' | null>;
  /** The number or e-mail address by which the network knows who writes; null when it does not say. */
  addressOf?(reference: ConversationReference): Promise<CustomerAddress | null>;
  /** Whom the shop knows by it: a weak factor that names and authorises nothing. */
  recognise?(address: CustomerAddress): Promise<{ id: string; name: string } | null>;
  /** Where else this customer talked to us since then, the newest first. */
  listOthers?(shopCustomerId: string, laneId: string, since: Date): Promise<OtherConversation[]>;
}

/** Takes a one-time code to a contact on file. Never throws for faults of the network, and never logs what it carries. */
export interface CodeSender {
  /** One stable word: smtp, sms, demo. */
  name: string;
  send(message: { id: string; to: string; subject: string; text: string }): Promise<SendResult>;
}

/** What a conversation needs to have somebody prove by a one-time code that it is really them. */
export interface CodePort {
  /**
   * How a code can reach the customer now, the best first: never by a contact that was changed within a week, nor by the
   * number that a text message came from. `hint` tells them where to look and nobody else where that is.
   */
  waysTo(customerId: string, channel: string): Promise<{ way: CodeWay; hint: string }[]>;
  /** False when too many codes went to them within the hour, in whatever conversation. */
  mayAsk(customerId: string): Promise<boolean>;
  /** Is one of these marks of typed codes the mark of this challenge's code? */
  fits(challengeId: string, marks: readonly string[]): boolean;
}

/** Sends what a turn asked for: derives the code, looks at the contact on file once more, and takes it there. */
export interface CodeDelivery {
  deliver(effect: CodeEffect, laneId: string): Promise<SendResult>;
}

/** Recognises one-time codes at the door, before anything is stored. */
export interface CodeDoor {
  markOf(typed: string): string;
  /** Which of these marks are not to be stored in the clear. */
  toHide(laneId: string, marks: readonly string[]): Promise<string[]>;
}

/** The transcript as others may read it. */
export interface TranscriptReader {
  /** Visible messages after `sequence`, oldest first, at most `limit`; rows still in the lane included. */
  readAfter(laneId: string, sequence: number, limit: number): Promise<Message[]>;
  /** The newest sequence of each of these lanes, in one look; lanes that are not born yet are left out. */
  readNewest(laneIds: string[]): Promise<Map<string, number>>;
}

/** Our own record of a person, apart from the shop's customer. */
export interface Contact {
  _id: string;
  identities: {
    kind: 'web' | 'phone' | 'email' | 'teams' | 'slack';
    value: string;
    strength: 'weak' | 'known' | 'strong';
    verifiedAt: Date;
  }[];
  shopCustomerId?: string;
  facts: { name: string; value: string; source: string; at: Date }[];
  mergedInto?: string;
}

export type { ConversationReference };
