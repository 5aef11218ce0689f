// A turn in progress: what came, what is known, and what is going to be said and done. Nothing is sent from here; the
// bot turns it into the lane's decision.
import type { Act } from '../agents/acts.ts';
import type { AgentAnswer, AgentName, Exchange, FollowUp, ToolScope } from '../agents/agent.ts';
import type { Agents } from '../agents/index.ts';
import type { Runner } from '../agents/runner.ts';
import type { Understand } from '../agents/running/model-classifier.ts';
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { Choice } from '../models/activity.ts';
import type { Approval, Case, CaseReason } from '../models/case.ts';
import type { Entry, Lane, LaneTimer, NewOutboxItem } from '../models/lane.ts';
import type { CasePort, CodePort, IdentityPort } from '../models/ports.ts';
import type { Settings } from '../models/settings.ts';
import type { Topic } from '../models/shop/topics.ts';
import type { Classification, Intent, TurnOutcome } from '../models/turn.ts';
import type { Phrases } from '../phrases/index.ts';
import type { ConversationState, Whence } from './conversation-state.ts';

export interface TurnServices {
  classify(text: string): Classification;
  /** Has a model look at it, too, where the settings want that. */
  understand?: Understand;
  agents: Agents;
  runner: Runner;
  casePort: CasePort;
  identity: IdentityPort;
  codes: CodePort;
  /** A model is there that understands what the local classifier does not. */
  readsLanguages?: boolean;
  clock: Clock;
  log: Log;
}

export interface Reply {
  text: string;
  choices?: Choice[];
}

export interface Route {
  agent: AgentName;
  intent: Intent;
  /** One stable word for the record: `intent:ORDER_INQUIRY`. */
  reason: string;
  /** The general question that it is, where it is one. */
  topic?: Topic;
  /** What is surely wanted. */
  act?: Act;
  /** Asked beside the answer to a question of ours. */
  isBeside?: true;
  /** The part of the message that it is about, when the message is about several things. */
  text?: string;
}

export interface TurnContext {
  readonly lane: Lane;
  readonly entries: Entry[];
  readonly settings: Settings;
  readonly services: TurnServices;
  readonly signal: AbortSignal;
  readonly state: ConversationState;
  /** The customer's words of this turn; rapid texts joined by line breaks. */
  text: string;
  /** The same as our rules read it: known misspellings mended; in English where a rule knows what was said in another language. */
  meant: string;
  /** What was told before is to be looked up anew. */
  again: boolean;
  /** A "no" to what was offered, or to nothing in particular. */
  declined: boolean;
  /** They took the colleague who was offered, and asked something else in the same breath. */
  alsoPerson?: boolean;
  /** What the reply before offered to pick from. */
  offered: Choice[];
  classification: Classification;
  words: Phrases;
  routes: Route[];
  /** What the agent had asked, when this message answers it. */
  exchange: Exchange | null;
  /** What an agent had asked, and this message gives up. */
  dropped?: Exchange;
  /** The wording of the question that this message answers. */
  askedBefore?: string;
  /** Said before the answer, in the same reply. */
  prefix: string;
  /** A question of theirs that nothing was understood of, beside what is answered. */
  leftOut?: string | null;
  /** To be done later without being asked. */
  followUps: (FollowUp & { agent: AgentName })[];
  /** The lane's timers after this turn. */
  timers: LaneTimer[];
  answers: { route: Route; answer: AgentAnswer }[];
  replies: Reply[];
  effects: NewOutboxItem[];
  /** Which rule settled the turn. */
  route: string;
  outcome: TurnOutcome;
  followUpRequired: boolean;
  /** The case that this turn opened. */
  opened: Case | null;
  /** They were with us by another channel before. */
  whence?: Whence;
  /** It opened a closed one again. */
  reopened: boolean;
  /** 1 to 5: what the customer thinks of the bot alone. */
  rating?: number;
}

/** Says something to the customer, in the order of the calls. */
export function reply(context: TurnContext, text: string, choices?: Choice[]): void {
  context.replies.push({ text, ...(choices ? { choices } : {}) });
}

/** The turn goes on with a part of what was written, as if no more had been; what was named in the whole stays named. */
export function readOnly(context: TurnContext, rest: string): void {
  const { entities, language } = context.classification;
  context.text = rest;
  context.meant = rest;
  context.classification = { ...context.services.classify(rest), entities, language };
}

/** Whose data a tool may touch, and the key under which a write is done once. */
export function scopeOf(context: TurnContext, idempotencyKey: string): ToolScope {
  // Where others read along, nobody is known.
  const isShared = context.lane.reference.extras?.shared === 'yes';
  const contact: TurnContext['state']['contact'] = isShared ? { level: 'anonymous' } : context.state.contact;
  const isStrong = contact.strongUntil && new Date(contact.strongUntil).getTime() > context.services.clock.nowMs();
  return {
    customer: {
      level: isStrong && contact.level === 'known' ? 'strong' : contact.level,
      ...(contact.shopCustomerId ? { shopCustomerId: contact.shopCustomerId } : {}),
    },
    laneId: context.lane._id,
    idempotencyKey,
    clock: context.services.clock,
    language: context.classification.language,
    signal: context.signal,
  };
}

export interface Escalation {
  reason: CaseReason;
  /** What went wrong, by the names of cases/reasons.ts. */
  reasons: string[];
  summary: string;
  /** A write that a person has to decide about. */
  approval?: Approval;
}
