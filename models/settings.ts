// One immutable snapshot of everything that can change while the server runs. It is passed into each turn, send and
// timer and never read at construction, so that a turn finishes on the revision it began with.
import type { PhraseOverrides } from '../phrases/index.ts';
import type { Priority } from './turn.ts';

export interface Settings {
  /** Grows with every change; 1 is the environment. */
  revision: number;
  /** How long a channel waits for a second thought before it answers, in ms. Others: `default`. */
  quietWindowMs: { default: number } & Record<string, number>;
  /** Customer entries that may wait in one lane before further ones are politely refused. */
  waitingLimit: number;
  /** Tries at the same message before it is given to a person. */
  tryLimit: number;
  /** Minutes until a person should have reacted, by priority. */
  firstReplyMinutes: Record<Priority, number>;
  /** When people are there. */
  hours: OpeningHours;
  desk: DeskSettings;
  sms: SmsSettings;
  incident: Incident;
  alerts: AlertSettings;
  /** Agents that are switched off: a person answers in their place. */
  agentsOff: string[];
  /** Sentences in place of ours, by language and name. */
  phrases: PhraseOverrides;
  /** Conversations without an open case go after so many quiet days, with all that belongs to them; null: never. */
  retentionDays: number | null;
  /** A session ends after so many idle minutes. */
  sessionIdleMinutes: number;
  /** Money that may go back to a customer without a person, in the order's currency. */
  refundCap: number;
  /** How long a proposal may wait for its yes. */
  proposalMinutes: number;
  /** How long a reply waits for the slowest of its agents. */
  agentDeadlineMs: number;
  /** Tries an hour to prove who one is. */
  proofTries: number;
  model: ModelSettings;
}

/** The remote model, and what it may take: time in ms, money in US dollars. Without a key none of it counts. */
export interface ModelSettings {
  name: string;
  /** Asked when the first one is away; null: the offline model follows at once. */
  fallback: string | null;
  /** For one call. */
  timeoutMs: number;
  /** For a whole answer with all its calls; then the offline model answers. */
  answerMs: number;
  /** Further tries of the same call. */
  retries: number;
  /** Calls of the model for one answer. */
  maxSteps: number;
  /** Tokens and money for one answer. */
  mostTokens: number;
  mostCost: number;
  dailyCost: number;
  dailyCostPerCustomer: number;
  /** US dollars for a million tokens, by model. */
  prices: Record<string, { input: number; output: number }>;
  /** Whether the model also reads what a message is about: never, where the local classifier is unsure, or always. */
  classifies: 'never' | 'unsure' | 'always';
  /** After so long a customer is told that it is being looked up, on channels that can take it back. */
  progressAfterMs: number;
}

/** How the desk works. Staff ids are the desk network's own. */
export interface DeskSettings {
  /** Who is mentioned when a case is due; ids of people or groups. */
  onCall: string[];
  /** Who may approve, block, and release, reassign or close what somebody else has. Empty: everybody may approve, block and reassign. */
  leads: string[];
  /** After the due time, until more people are told. */
  widenAfterMinutes: number;
  ownerSilentMinutes: number;
  customerSilentHours: number;
  /** After the resolve, until the customer is asked for a rating. */
  rateAfterMinutes: number;
  /** What a person may approve with one button after a bad experience, as a gift card in the order's currency; 0: never. */
  recoveryAmount: number;
  /** After so many quiet minutes who was served by the bot alone is asked, too, not by SMS; 0: never. */
  rateSessionMinutes: number;
  /** A customer who writes about it within this time opens the case again. */
  reopenHours: number;
  /** A person may take back their words for so many seconds; 0: they leave at once. */
  undoSeconds: number;
  /** Which Slack channel gets which cases; the first that fits, else the desk's own channel. */
  routes: DeskRoute[];
  savedReplies: SavedReply[];
  /** What is spoken at the desk (ISO 639-1), and what a model translates from and to it, where there is one. */
  language: string;
  translates: 'never' | 'customer' | 'both';
  /** By when a case should be settled, in open hours since it was opened. */
  resolveHours: Record<Priority, number>;
  /** A customer who waits hears that they moved up after so many minutes at the soonest (by SMS an hour); 0: never. */
  queueNewsMinutes: number;
  /** Who is on call in turn, besides those who always are. Null: nobody. */
  rotation: DeskRotation | null;
}

/** Each of the people for so many days, one after another, from a day on (YYYY-MM-DD, the desk's own time zone). */
export interface DeskRotation {
  since: string;
  days: number;
  people: string[];
}

/** What is left out fits everything. */
export interface DeskRoute {
  intents?: string[];
  priorities?: Priority[];
  languages?: string[];
  /** The Slack channel's id. */
  channel: string;
}

/** `{name}`, `{me}` and `{case}` are filled in. */
export interface SavedReply {
  name: string;
  /** By language, such as en. */
  texts: Record<string, string>;
}

/** Something is wrong in the shop: a sentence for everybody, everything to people, or the bot paused. */
export interface Incident {
  mode: 'off' | 'notice' | 'people' | 'paused';
  text: string;
  /** ISO time; null: until it is switched off. */
  until: string | null;
}

export interface AlertSettings {
  /** What is looked at: the turns of the last so many minutes. */
  windowMinutes: number;
  /** How long a rate must be bad before an alert is raised, and well below its limit before it is resolved. */
  holdSeconds: number;
  /** p95 of answers that need no remote model. */
  responseTimeMs: number;
  /** p95 of answers by a remote model. */
  modelResponseTimeMs: number;
  /** Limits of their own, by channel, model, or both (`sms`, `gpt-4.1-mini`, `sms gpt-4.1-mini`). */
  responseTimeMsBy: Record<string, number>;
  /** Shares of turns, 0 to 1. */
  errorRate: number;
  escalationRate: number;
  /** So many times the usual share of negative messages. */
  sentimentFactor: number;
  /** Overdue cases, and dead letters of an hour, from which on somebody is told. */
  overdueCases: number;
  deadLetters: number;
  /** Share of the day's cap for models from which on somebody is told. */
  costShare: number;
  /** Turns in the window below which nothing is said. */
  minimumSample: number;
}

/** SMS costs money: how much of it, and where to. */
export interface SmsSettings {
  /** ISO 3166 codes; empty: everywhere. */
  countries: string[];
  mostSegments: number;
  dailyPerNumber: number;
  /** To numbers that differ in their last three digits only. */
  dailyPerPrefix: number;
  dailyCap: number;
}

export interface OpeningHours {
  /** IANA name, such as Europe/Berlin. */
  timeZone: string;
  /** Open spans per weekday (0 Sunday … 6 Saturday), as minutes of the day. The whole day: [0, 1440]. */
  week: [number, number][][];
  /** Days without service, as YYYY-MM-DD. */
  holidays: string[];
}

/** Hands out the snapshot that is in force now. */
export interface SettingsSource {
  current(): Settings;
}
