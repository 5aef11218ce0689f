// What an agent can do. A tool never takes the customer's id as an argument: whose data it may touch is in the scope,
// which the turn fills in from what was verified.
import type { z } from 'zod';
import type { Clock } from '../core/clock.ts';

/** anonymous: anybody · known: the shop or the customer proved who they are · strong: a one-time code on top. */
export type IdentityLevel = 'anonymous' | 'known' | 'strong';

export interface ToolScope {
  customer: { shopCustomerId?: string; level: IdentityLevel };
  laneId: string;
  /** Repeating a write under the same key does it once. */
  idempotencyKey: string;
  clock: Clock;
  /** ISO 639-1: proposals and results are put into the customer's words. */
  language: string;
  signal?: AbortSignal;
}

/** A plain JSON value that the model may read. `found: false` is an answer, not a failure. */
export type ToolResult = Record<string, unknown>;

interface ToolBasics<Input> {
  /** verb_noun, as the model sees it. */
  name: string;
  description: string;
  input: z.ZodType<Input>;
  level: IdentityLevel;
}

export interface ReadTool<Input = unknown> extends ToolBasics<Input> {
  effect: 'reads';
  /** An older answer is worth nothing: it is never told from memory. */
  live?: true;
  /** A result with `asOf` (ISO 8601) is what was known then; its system is away. Throws SupportError: transient when the backend is away, refused when the scope does not allow it. */
  run(input: Input, scope: ToolScope): Promise<ToolResult>;
}

/** What would be done, in the customer's words: the yes is to this sentence and nothing else. */
export interface Proposed {
  allowed: true;
  summary: string;
  /** Money that would move to the customer; over the cap a person decides. */
  amount?: { value: number; currency: string };
}

/** Why it cannot be done; `person`: a colleague could. */
export interface NotAllowed {
  allowed: false;
  why: string;
  person: boolean;
}

export interface Done {
  done: boolean;
  /** What was done, or why not, in the customer's words. */
  text: string;
}

export interface WriteTool<Input = unknown> extends ToolBasics<Input> {
  effect: 'writes';
  /** Checks whether it may be done, and says exactly what would be. Changes nothing. */
  propose(input: Input, scope: ToolScope): Promise<Proposed | NotAllowed>;
  /** Does it, once per idempotency key: a repetition answers the same. Called after the customer's explicit yes only. */
  execute(input: Input, scope: ToolScope): Promise<Done>;
}

export type Tool<Input = unknown> = ReadTool<Input> | WriteTool<Input>;

const LEVELS: IdentityLevel[] = ['anonymous', 'known', 'strong'];

/** Is what we know of the customer enough for this? */
export function reaches(has: IdentityLevel, needs: IdentityLevel): boolean {
  return LEVELS.indexOf(has) >= LEVELS.indexOf(needs);
}
