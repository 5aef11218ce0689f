// A turn in progress: what came, what is known, and what is going to be said and done. Nothing is sent from here; the
// bot turns it into the lane's decision.
import type { AgentAnswer, AgentName } from '../agents/agent.ts';
import type { Agents } from '../agents/index.ts';
import type { Runner } from '../agents/runner.ts';
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { Choice } from '../models/activity.ts';
import type { Case, CaseReason } from '../models/case.ts';
import type { Entry, Lane, NewOutboxItem } from '../models/lane.ts';
import type { CasePort } from '../models/ports.ts';
import type { Settings } from '../models/settings.ts';
import type { Classification, Intent, TurnOutcome } from '../models/turn.ts';
import type { Phrases } from '../phrases/index.ts';
import type { ConversationState } from './conversation-state.ts';

export interface TurnServices {
  classify(text: string): Classification;
  agents: Agents;
  runner: Runner;
  casePort: CasePort;
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
  classification: Classification;
  words: Phrases;
  routes: Route[];
  answers: { route: Route; answer: AgentAnswer }[];
  replies: Reply[];
  effects: NewOutboxItem[];
  /** Which rule settled the turn. */
  route: string;
  outcome: TurnOutcome;
  followUpRequired: boolean;
  /** The case that this turn opened. */
  opened: Case | null;
}

/** Says something to the customer, in the order of the calls. */
export function reply(context: TurnContext, text: string, choices?: Choice[]): void {
  context.replies.push({ text, ...(choices ? { choices } : {}) });
}

export interface Escalation {
  reason: CaseReason;
  /** What went wrong, by the names of cases/reasons.ts. */
  reasons: string[];
  summary: string;
}
