// What passes between the stand-in and whoever plays it: requests as they come, and what the next answers are.

export interface ChatMessage {
  role: 'system' | 'developer' | 'user' | 'assistant' | 'tool';
  content?: string | { type: string; text?: string }[] | null;
  name?: string;
  tool_call_id?: string;
  tool_calls?: { id: string; type: 'function'; function: { name: string; arguments: string } }[];
}

export interface ChatRequest {
  model: string;
  messages: ChatMessage[];
  stream?: boolean;
  stream_options?: { include_usage?: boolean };
  tools?: { type: 'function'; function: { name: string; description?: string; parameters?: JsonSchema } }[];
  response_format?: { type: string; json_schema?: { name: string; schema?: JsonSchema } };
  max_tokens?: number;
  max_completion_tokens?: number;
  [field: string]: unknown;
}

export interface JsonSchema {
  type?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  [keyword: string]: unknown;
}

/** What goes wrong with one answer. */
export const TROUBLES = [
  'hang', //        accepted, and then nothing
  'hang midway', // the stream begins and never ends
  'half stream', // the connection is cut in the middle
  'cut short', //   the stream ends in the middle as if all were well
  'malformed', //   tool arguments that are no JSON
  'garbage', //     200 with a page instead of JSON
  'refusal', //     the model will not
  'too long', //    finish_reason length
  'filtered', //    finish_reason content_filter
  'empty', //       an answer without a word
  '429',
  '500',
  '503',
  '400',
  '401',
  '404',
  'drop', //        the connection is closed without an answer
] as const;
export type Trouble = (typeof TROUBLES)[number];

/** One answer of the script. `delayMs` comes before it. */
export type Step = { delayMs?: number; retryAfterSeconds?: number } & (
  | { text: string }
  | { calls: { name: string; args: Record<string, unknown> }[] }
  | { trouble: Trouble }
);

export interface OpenAiEmulatorOptions {
  port?: number;
  apiKey?: string;
  /** Models that exist here; others answer 404. */
  models?: string[];
}

export interface OpenAiEmulator {
  /** With /v1, as OPENAI_BASE_URL wants it. */
  url: string;
  apiKey: string;
  /** What the next requests are answered with, in order; the stand-in's own wits when it is empty. */
  script: Step[];
  /** Every request that was accepted as well-formed, in order. */
  requests: ChatRequest[];
  /** Until it is set to null: every answer goes wrong like this. Only for this model, if one is named. */
  setTrouble(trouble: Trouble | null, model?: string): void;
  stop(): Promise<void>;
}
