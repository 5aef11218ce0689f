// OpenAI, played: chat completions with tools, structured output and streaming. Answers follow a script; without one the
// stand-in uses its own small wits. Each answer, or all of them, can go wrong in a way that the real one does.
import { timingSafeEqual } from 'node:crypto';
import { type Answer, type Call, serve } from '../shared/serve.ts';
import { completionOf, failure, isPlain, streamOf, troubleAnswer, usageOf } from './answers.ts';
import {
  type ChatRequest,
  type OpenAiEmulator,
  type OpenAiEmulatorOptions,
  type Step,
  TROUBLES,
  type Trouble,
} from './shapes.ts';
import { findFault } from './validate.ts';
import { answerByWit } from './wits.ts';

export type { ChatRequest, OpenAiEmulator, Step, Trouble } from './shapes.ts';

const MODELS = ['gpt-4.1-mini', 'gpt-4.1-nano', 'gpt-4.1'];
const KEPT = 500;

export async function startOpenAiEmulator(options: OpenAiEmulatorOptions = {}): Promise<OpenAiEmulator> {
  const apiKey = options.apiKey ?? 'sk-stand-in';
  const models = options.models ?? MODELS;
  const script: Step[] = [];
  const requests: ChatRequest[] = [];
  let standing: { trouble: Trouble; model?: string } | null = null;
  let count = 0;

  const answer = async (call: Call): Promise<Answer> => {
    if (!isSignedIn(call, apiKey))
      return failure(401, 'Incorrect API key provided.', 'invalid_request_error', 'invalid_api_key');
    if (call.method === 'GET' && call.path === '/v1/models')
      return { body: { object: 'list', data: models.map((id) => ({ id, object: 'model', owned_by: 'stand-in' })) } };
    if (call.path !== '/v1/chat/completions') return failure(404, `Invalid URL (${call.method} ${call.path})`);
    if (call.method !== 'POST') return failure(405, `Not allowed to ${call.method} on ${call.path}.`);
    const { faults } = stage;
    if (faults.strikes('rateLimited', 'chat')) return troubleAnswer('429', faults.plan().retryAfterSeconds ?? 1)!;
    if (faults.strikes('failBefore', 'chat')) return troubleAnswer('503')!;
    if (faults.strikes('drop', 'chat')) return { drop: true };
    return complete(call.body);
  };

  async function complete(body: Buffer): Promise<Answer> {
    const parsed = parse(body);
    const fault = findFault(parsed);
    if (fault) return failure(400, fault.message, 'invalid_request_error', null, fault.param);
    const request = parsed as ChatRequest;
    if (!models.includes(request.model))
      return failure(404, `The model \`${request.model}\` does not exist`, 'invalid_request_error', 'model_not_found');
    requests.push(request);
    requests.splice(0, requests.length - KEPT);
    stage.tell({ what: 'request', model: request.model, messages: request.messages.length });
    const isTroubled = standing && (!standing.model || standing.model === request.model);
    const step: Step = isTroubled ? { trouble: standing!.trouble } : (script.shift() ?? answerByWit(request));
    if (step.delayMs) await new Promise((resolve) => setTimeout(resolve, step.delayMs));
    if ('trouble' in step && step.trouble === 'hang') return new Promise(() => undefined);
    if ('trouble' in step && isPlain(step.trouble)) return troubleAnswer(step.trouble, step.retryAfterSeconds)!;
    count += 1;
    const frame = { id: `chatcmpl-${count}`, model: request.model, usage: usageOf(request, step) };
    return request.stream
      ? streamOf(step, frame, request.stream_options?.include_usage === true)
      : completionOf(step, frame);
  }

  function setTrouble(trouble: Trouble | null, model?: string): void {
    if (trouble !== null && !TROUBLES.includes(trouble)) throw new Error(`there is no trouble «${trouble}»`);
    standing = trouble === null ? null : { trouble, ...(model ? { model } : {}) };
    stage.tell({ what: 'trouble', trouble });
  }

  const stage = await serve({
    ...(options.port === undefined ? {} : { port: options.port }),
    answer,
    state: () => ({
      models,
      trouble: standing?.trouble ?? null,
      waiting: script.length,
      requests: requests.slice(-20),
    }),
    control: {
      say: (input) => {
        script.push(...((input.steps ?? [input]) as Step[]));
      },
      trouble: (input) => setTrouble((input.trouble ?? null) as Trouble | null, input.model as string | undefined),
    },
  });
  return { url: `${stage.url}/v1`, apiKey, script, requests, setTrouble, stop: () => stage.stop() };
}

function isSignedIn(call: Call, apiKey: string): boolean {
  const given = Buffer.from((call.headers.authorization ?? '').replace(/^Bearer /, ''));
  const wanted = Buffer.from(apiKey);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
