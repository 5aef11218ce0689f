// One question to a remote model, and whatever it takes to get an answer: a time limit for each call, another try after a
// pause, the fallback model, and a breaker for each model that spares everybody the wait while it is away.
import type { AIMessageChunk, BaseMessage, UsageMetadata } from '@langchain/core/messages';
import { type Breaker, createBreaker } from '../../core/breaker.ts';
import type { Clock } from '../../core/clock.ts';
import { SupportError } from '../../core/errors.ts';
import type { Log } from '../../core/log.ts';
import { within } from '../../core/within.ts';
import type { ModelSettings } from '../../models/settings.ts';
import type { ModelUsage } from '../../models/turn.ts';
import type { ChatModel, ModelSource } from '../model.ts';
import { type Failure, readFailure, UselessAnswer } from './failures.ts';
import { costOf } from './spending.ts';

export interface Remote {
  /**
   * The model's message, checked for being whole. Throws SupportError `model.away` (transient) when no model gave one,
   * and the signal's reason when it was aborted.
   */
  ask(messages: BaseMessage[], options: AskOptions): Promise<Answered>;
}

export interface AskOptions {
  settings: ModelSettings;
  /** Ends everything: the answer's deadline, or a lease that was lost. */
  signal: AbortSignal;
  /** In the form of the model's protocol. */
  tools?: readonly unknown[];
  /** The answer is one JSON value of this schema. */
  format?: { name: string; schema: unknown };
  /** Told of every answer that was paid for, usable or not. */
  onUsage(usage: ModelUsage): void;
}

export interface Answered {
  message: AIMessageChunk;
  /** The name of the model that answered. */
  model: string;
}

export interface RemoteDeps {
  models: ModelSource;
  clock: Clock;
  log: Log;
  /** Waits between tries; ended early by the signal. */
  pause?(ms: number, signal: AbortSignal): Promise<void>;
}

const FIRST_PAUSE_MS = 300;
/** A longer wish is not waited for: the next model is asked. */
const LONGEST_PAUSE_MS = 4_000;
const ENDS_WELL = new Set(['stop', 'tool_calls']);

export function createRemote({ models, clock, log, pause = pauseFor }: RemoteDeps): Remote {
  const breakers = new Map<string, Breaker>();
  const breakerOf = (name: string) => {
    const breaker = breakers.get(name) ?? createBreaker(clock);
    breakers.set(name, breaker);
    return breaker;
  };

  return {
    ask: async (messages, options) => {
      const { settings, signal } = options;
      let last: unknown;
      for (const name of [settings.name, ...(settings.fallback ? [settings.fallback] : [])]) {
        const answered = await askOne(name, messages, options).catch((error: unknown) => {
          signal.throwIfAborted();
          last = error;
          return null;
        });
        if (answered) return answered;
      }
      throw new SupportError('model.away', 'no model answers', { kind: 'transient', cause: last });
    },
  };

  /** This model, as often as it makes sense. */
  async function askOne(name: string, messages: BaseMessage[], options: AskOptions): Promise<Answered> {
    const { settings, signal } = options;
    const breaker = breakerOf(name);
    for (let tried = 0; ; tried += 1) {
      if (!breaker.mayTry()) throw new Error(`${name} is left alone for now`);
      try {
        const answered = await callOnce(name, messages, options);
        breaker.succeeded();
        return answered;
      } catch (error) {
        const failure = readFailure(error);
        note(name, breaker, failure, tried);
        const pauseMs = failure.retryAfterMs ?? FIRST_PAUSE_MS * 2 ** tried;
        if (signal.aborted || !failure.again || tried >= settings.retries || pauseMs > LONGEST_PAUSE_MS) throw error;
        await pause(pauseMs, signal);
      }
    }
  }

  function note(name: string, breaker: Breaker, failure: Failure, tried: number): void {
    // It did answer, only not usefully: whoever was let through to try has found it there.
    if (failure.isAway) breaker.failed();
    else breaker.succeeded();
    log.warn('model.call.failed', { model: name, code: failure.code, tried: tried + 1, breaker: breaker.state() });
  }

  async function callOnce(name: string, messages: BaseMessage[], options: AskOptions): Promise<Answered> {
    const { settings, signal, tools = [], format } = options;
    const model = await models(name);
    signal.throwIfAborted();
    // Its own timer, which ends with the call: one of AbortSignal.timeout would keep the whole talk until it runs out.
    const limit = new AbortController();
    const timer = setTimeout(
      () => limit.abort(new DOMException('the call took too long', 'TimeoutError')),
      settings.timeoutMs,
    );
    const bound = tools.length > 0 ? bind(model, tools) : model;
    const talk = async () => {
      const signals = { signal: AbortSignal.any([signal, limit.signal]) };
      return collect(await bound.stream(messages, { ...signals, ...formatOf(format) }), signal);
    };
    // Raced as well: a call that does not listen to its signal is not waited for.
    const message = await within(settings.timeoutMs + 50, talk()).finally(() => clearTimeout(timer));
    options.onUsage(usageOf(name, message, messages, settings));
    assertWhole(message);
    return { message, model: name };
  }
}

function bind(model: ChatModel, tools: readonly unknown[]): ChatModel {
  if (!model.bindTools) throw new SupportError('model.toolless', 'this model cannot use tools', { kind: 'permanent' });
  return model.bindTools(tools as never) as unknown as ChatModel;
}

const formatOf = (format: AskOptions['format']) =>
  format ? { response_format: { type: 'json_schema', json_schema: { ...format, strict: true } } } : {};

async function collect(stream: AsyncIterable<BaseMessage>, signal: AbortSignal): Promise<AIMessageChunk> {
  let whole: AIMessageChunk | undefined;
  for await (const piece of stream) {
    signal.throwIfAborted();
    const chunk = piece as AIMessageChunk;
    whole = whole ? whole.concat(chunk) : chunk;
  }
  if (!whole) throw new UselessAnswer('broken', 'the answer has no content at all');
  return whole;
}

/**
 * A stream that ends early looks like an answer, and the SDK mends half a JSON into arguments that nobody meant: both are
 * seen only in how the answer ended and in the raw text of the arguments.
 */
function assertWhole(message: AIMessageChunk): void {
  const ended = (message.response_metadata as { finish_reason?: string }).finish_reason;
  if (ended === 'content_filter') throw new UselessAnswer('silent', 'the answer was filtered');
  if (ended === undefined || !ENDS_WELL.has(ended))
    throw new UselessAnswer('broken', `the answer ended with ${ended ?? 'nothing'}`);
  const calls = message.tool_calls ?? [];
  if ((message.invalid_tool_calls ?? []).length > 0) throw new UselessAnswer('broken', 'a call is not readable');
  for (const chunk of message.tool_call_chunks ?? []) {
    if (!isJson(chunk.args ?? '')) throw new UselessAnswer('broken', 'the arguments of a call are no JSON');
  }
  if (calls.length === 0 && message.text.trim() === '') throw new UselessAnswer('silent', 'the answer is empty');
}

function isJson(text: string): boolean {
  if (text.trim() === '') return true; // a call without arguments
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** As reported; where a server does not report it, about four letters a token. */
function usageOf(name: string, message: AIMessageChunk, messages: BaseMessage[], settings: ModelSettings): ModelUsage {
  const reported = message.usage_metadata as UsageMetadata | undefined;
  const estimate = (texts: string[]) => Math.ceil(texts.reduce((sum, text) => sum + text.length, 0) / 4);
  const tokens = {
    inputTokens: reported?.input_tokens ?? estimate(messages.map((one) => one.text)),
    outputTokens: reported?.output_tokens ?? estimate([message.text, JSON.stringify(message.tool_calls ?? [])]),
  };
  return { ...tokens, cost: costOf(name, tokens, settings) };
}

function pauseFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', ended, { once: true });
    function done(): void {
      signal.removeEventListener('abort', ended);
      resolve();
    }
    function ended(): void {
      clearTimeout(timer);
      reject(signal.reason as Error);
    }
  });
}
