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
  signal?: AbortSignal;
}

/** A plain JSON value that the model may read. `found: false` is an answer, not a failure. */
export type ToolResult = Record<string, unknown>;

export interface Tool<Input = unknown> {
  /** verb_noun, as the model sees it. */
  name: string;
  description: string;
  input: z.ZodType<Input>;
  effect: 'reads' | 'writes';
  level: IdentityLevel;
  /** Throws SupportError: transient when the backend is away, refused when the scope does not allow it. */
  run(input: Input, scope: ToolScope): Promise<ToolResult>;
}
