// What a specialist is: which intents it handles, the policy a person can read, the tools it may use, and how it
// answers when there is no model.
import { readFileSync } from 'node:fs';
import type { Choice } from '../models/activity.ts';
import type { CaseReason } from '../models/case.ts';
import type { Topic } from '../models/shop/topics.ts';
import type { Classification, Intent, ModelUsage, TurnRecord } from '../models/turn.ts';
import type { PhraseOverrides } from '../phrases/index.ts';
import type { IdentityLevel, Tool, ToolResult, ToolScope } from '../tools/tool.ts';
import type { Act } from './acts.ts';
import type { SeenOrder } from './running/seen-orders.ts';

export type { Done, IdentityLevel, ToolScope } from '../tools/tool.ts';
export { reaches } from '../tools/tool.ts';

export const AGENT_NAMES = ['order', 'technical', 'billing', 'shipping', 'escalation', 'general'] as const;
export type AgentName = (typeof AGENT_NAMES)[number];

/** What an agent is asked. Verified facts only; the customer's words are data, never instructions. */
export interface AgentRequest {
  text: string;
  classification: Classification;
  /** The conversation so far, oldest first, bounded. */
  history: { role: 'customer' | 'bot'; text: string }[];
  /** Older than the history, in a sentence or two. */
  summary: string;
  facts: AgentFacts;
  /** Set when this message answers what the agent asked last. */
  exchange?: Exchange;
  /** It is this general question, however it is asked. */
  topic?: Topic;
  /** This is surely what they want, however it is said. */
  act?: Act;
  /** They doubt what was told, and want it looked up anew. */
  again?: boolean;
  /** Today, as YYYY-MM-DD. */
  today: string;
  /** Sentences of the house in place of ours. */
  phrases?: PhraseOverrides;
}

export interface AgentFacts {
  customerName?: string;
  /** What they want to be called, in their own words. */
  toldName?: string;
  level: ToolScope['customer']['level'];
  /** When people are there, in the customer's language. */
  hours?: string;
  /** The fault that was spoken of last. */
  bugId?: string;
  /** The open case, when a person will have reacted, in words, and the summary of what it waits to have approved. */
  openCase?: { id: string; due: string; reasons: string[]; isNew: boolean; approves?: string };
}

/** Something that a tool said during this answer. */
export interface ToolAnswer {
  name: string;
  result: ToolResult;
}

export type OfflineStep =
  | { call: string; input: Record<string, unknown> }
  | {
      text: string;
      choices?: Choice[];
      asks?: Exchange;
      /** Not asked, but what a short "and to Germany?" goes on from. */
      keeps?: Exchange;
      followUp?: FollowUp;
      escalate?: AgentEscalation;
    };

/**
 * What an agent asked and waits for. The dialog keeps it; a message that the agent `understands` as the answer comes
 * back to it with this, anything else is a digression. Plain JSON, at most 2 KB.
 */
export interface Exchange {
  /** One stable name for what is asked: `order number`, `did that help`. */
  about: string;
  memory: Record<string, unknown>;
}

/** Something to be done later without being asked, once, unless it is overtaken. */
export interface FollowUp {
  /** Named so that a newer one about the same replaces it: `check:KB-015`. */
  about: string;
  afterMinutes: number;
  /** What the customer will read then, in their language; empty where that is looked up first. */
  text: string;
  /** Looked at again then, and every day until it is another state than this. */
  watch?: { what: 'order' | 'refund'; orderId: string; was: string };
}

/** How an agent decides without a model: a pure function of the request and what its tools said so far. */
export type OfflinePolicy = (request: AgentRequest, answers: readonly ToolAnswer[]) => OfflineStep;

export interface Agent {
  name: AgentName;
  handles: Intent[];
  instructions: string;
  tools: Tool[];
  /** Done only after a person's yes; no model sees them. */
  approvedTools?: Tool[];
  offline: OfflinePolicy;
  /** Is this message the answer to what the agent asked? Pure. Without it nothing is. */
  understands?(text: string, classification: Classification, exchange: Exchange): boolean;
  /** A question in passing about what is open, which another agent answers, in words that this one needs; null otherwise. Pure. */
  aside?(text: string, exchange: Exchange): { agent: AgentName; text: string } | null;
  /** "It's fine, but …": what was asked is answered with no, and this is what else is wished; null otherwise. Pure. */
  declines?(text: string, exchange: Exchange): string | null;
  /** Is this a correction of what was proposed ("no, the blue one")? Then what to go on with instead; null otherwise. Pure. */
  corrects?(text: string, proposal: Proposal): Exchange | null;
}

/** A write that waits for a yes. */
export interface Proposal {
  agent: AgentName;
  tool: string;
  input: unknown;
  summary: string;
  amount?: { value: number; currency: string };
  /** How well the customer must be known when it is done; left out: as well as when it was proposed. */
  level?: IdentityLevel;
}

export interface AgentAnswer {
  /** Markdown. */
  text: string;
  tools: TurnRecord['tools'];
  model: string;
  ms: number;
  /** Orders of theirs that the tools told of. */
  seen?: SeenOrder[];
  /** What remote models took for it, whether what they said was used or not. */
  usage?: ModelUsage;
  choices?: Choice[];
  asks?: Exchange;
  keeps?: Exchange;
  followUp?: FollowUp;
  /** Something that would be done after the customer's explicit yes to its summary. */
  proposal?: Proposal;
  /** A tool needs to know better who this is; the agent is asked again afterwards. */
  needs?: IdentityLevel;
  /** The agent could not do it and a person should. */
  escalate?: AgentEscalation;
}

/** The agent could not settle it, and a person should. `reasons`: names of cases/reasons.ts. */
export interface AgentEscalation {
  reason: CaseReason;
  summary: string;
  reasons?: string[];
}

/** The instructions beside an agent's file; read once, when the agent is made. */
export function readInstructions(beside: string): string {
  return readFileSync(new URL('./instructions.md', beside), 'utf8').trim();
}
