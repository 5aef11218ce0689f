// What a specialist is: which intents it handles, the policy a person can read, the tools it may use, and how it
// answers when there is no model.
import { readFileSync } from 'node:fs';
import type { Choice } from '../models/activity.ts';
import type { CaseReason } from '../models/case.ts';
import type { Classification, Intent } from '../models/turn.ts';
import type { Tool, ToolResult, ToolScope } from '../tools/tool.ts';

export type { ToolScope } from '../tools/tool.ts';

export const AGENT_NAMES = ['order', 'escalation', 'general'] as const;
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
  /** Today, as YYYY-MM-DD. */
  today: string;
}

export interface AgentFacts {
  customerName?: string;
  level: ToolScope['customer']['level'];
  /** The open case, and when a person will have reacted, in words. */
  openCase?: { id: string; due: string; reasons: string[]; isNew: boolean };
}

/** Something that a tool said during this answer. */
export interface ToolAnswer {
  name: string;
  result: ToolResult;
}

export type OfflineStep =
  | { call: string; input: Record<string, unknown> }
  | { text: string; choices?: Choice[]; asks?: AgentQuestion };

/** What the agent needs to know next; the dialog remembers it and understands the bare answer. */
export type AgentQuestion = 'order number';

/** How an agent decides without a model: a pure function of the request and what its tools said so far. */
export type OfflinePolicy = (request: AgentRequest, answers: readonly ToolAnswer[]) => OfflineStep;

export interface Agent {
  name: AgentName;
  handles: Intent[];
  instructions: string;
  tools: Tool[];
  offline: OfflinePolicy;
}

export interface AgentAnswer {
  /** Markdown. */
  text: string;
  tools: { name: string; ms: number; outcome: 'ok' | 'refused' | 'failed' }[];
  model: string;
  ms: number;
  choices?: Choice[];
  asks?: AgentQuestion;
  /** The agent could not do it and a person should. */
  escalate?: { reason: CaseReason; summary: string };
}

/** The instructions beside an agent's file; read once, when the agent is made. */
export function readInstructions(beside: string): string {
  return readFileSync(new URL('./instructions.md', beside), 'utf8').trim();
}
