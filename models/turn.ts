// What a turn understood and what it leaves behind. `TurnRecord` is public: it is stored as it is, and outside
// production it rides on the last reply as channelData.turn.

export const INTENTS = [
  'ORDER_INQUIRY',
  'SHIPPING',
  'BILLING',
  'TECHNICAL_SUPPORT',
  'ACCOUNT',
  'COMPLAINT',
  'HUMAN_REQUEST',
  'GREETING',
  'FEEDBACK',
  'OUT_OF_SCOPE',
] as const;
export type Intent = (typeof INTENTS)[number];

/** An intent that is less sure than this is asked about rather than guessed, and the question counts as one without an answer. */
export const SURE_FROM = 0.5;

/** Said in passing: no wish that has to be met. */
export const SMALL_TALK: ReadonlySet<Intent> = new Set(['GREETING', 'FEEDBACK', 'OUT_OF_SCOPE']);

export const PRIORITIES = ['LOW', 'MEDIUM', 'HIGH', 'URGENT'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const SENTIMENT_LABELS = ['VERY_NEGATIVE', 'NEGATIVE', 'NEUTRAL', 'POSITIVE', 'VERY_POSITIVE'] as const;
export type SentimentLabel = (typeof SENTIMENT_LABELS)[number];

export interface Sentiment {
  label: SentimentLabel;
  /** −1 (worst) to 1 (best). */
  score: number;
}

/** Things named in the text, by kind; each list in order of appearance. */
export interface Entities {
  orderIds?: string[];
  money?: { amount: number; currency: string }[];
  weights?: { kilograms: number }[];
  places?: string[];
  emails?: string[];
  phones?: string[];
  trackingNumbers?: string[];
  products?: string[];
}

export interface Classification {
  /** Most certain first; at least one. `clause`: the part of the text that is about it, when there are several. */
  intents: { intent: Intent; confidence: number; clause?: string }[];
  priority: Priority;
  sentiment: Sentiment;
  entities: Entities;
  /** ISO 639-1. */
  language: string;
  /** 0 to 1: how far the first intent can be trusted. */
  confidence: number;
}

/** The label that belongs to a score: ≤ −0.6 VERY_NEGATIVE, ≤ −0.2 NEGATIVE, < 0.2 NEUTRAL, < 0.6 POSITIVE. */
export function sentimentLabelOf(score: number): SentimentLabel {
  if (score <= -0.6) return 'VERY_NEGATIVE';
  if (score <= -0.2) return 'NEGATIVE';
  if (score < 0.2) return 'NEUTRAL';
  return score < 0.6 ? 'POSITIVE' : 'VERY_POSITIVE';
}

/** settled: answered · escalated: a case was opened · silent: a person has it · refused: flood · poison: gave up. */
export type TurnOutcome = 'settled' | 'escalated' | 'asked' | 'silent' | 'refused' | 'poison';

/** What remote models took for it; cost in US dollars. */
export interface ModelUsage {
  inputTokens: number;
  outputTokens: number;
  cost: number;
}

export interface TurnRecord {
  /** Derived from lane and head entry: a repeated turn has the same id. */
  id: string;
  laneId: string;
  /** Keys of the entries that this turn consumed, in order. */
  entries: string[];
  intents: { intent: Intent; confidence: number }[];
  priority: Priority;
  sentiment: Sentiment;
  entities: Entities;
  language: string;
  /** Which rule routed it, as one stable word: `intent:ORDER_INQUIRY`, `interrupt:person`, … */
  route: string;
  settingsRevision: number;
  agents: { name: string; reason: string; ms: number; model: string }[];
  /** `asOf` (ISO 8601): its system was away, and what was known then was told. */
  tools: { name: string; ms: number; outcome: 'ok' | 'refused' | 'failed'; asOf?: string }[];
  /** Left out when no remote model was asked. */
  usage?: ModelUsage;
  /** Last customer entry received → first reply accepted by the network, less the quiet window. */
  responseTimeMs: number;
  /** The session's first entry received → last reply accepted. */
  sessionSeconds: number;
  followUpRequired: boolean;
  caseId?: string;
  /** 1 to 5, where this message rated a session that the bot settled alone. */
  rating?: number;
  outcome: TurnOutcome;
  at: Date;
}
