// The answers in the protocol's own form: one JSON object, or a stream of chunks, whole or broken in a way of our choosing.
import type { Answer } from '../shared/serve.ts';
import type { ChatRequest, Step, Trouble } from './shapes.ts';
import { textOf } from './wits.ts';

interface Frame {
  id: string;
  model: string;
  usage: { prompt_tokens: number; completion_tokens: number; total_tokens: number };
}

/** What a step amounts to. */
interface Said {
  content: string | null;
  refusal: string | null;
  calls: { id: string; name: string; args: string }[];
  finish: 'stop' | 'tool_calls' | 'length' | 'content_filter';
}

const CREATED = 1_760_000_000;
const HALF_SENTENCE = 'I have looked into this for you, and what I can say is that';

/** Troubles that are one plain answer, whatever was asked for. */
export function isPlain(trouble: Trouble): boolean {
  return /^(4|5)\d\d$/.test(trouble) || trouble === 'drop' || trouble === 'garbage';
}

export function troubleAnswer(trouble: Trouble, retryAfterSeconds?: number): Answer | null {
  const headers = retryAfterSeconds === undefined ? {} : { headers: { 'retry-after': String(retryAfterSeconds) } };
  if (trouble === 'drop') return { drop: true };
  if (trouble === 'garbage') return { headers: { 'content-type': 'text/html' }, body: '<html>Bad gateway</html>' };
  if (trouble === '429')
    return { ...failure(429, 'Rate limit reached for requests', 'requests', 'rate_limit_exceeded'), ...headers };
  if (trouble === '401') return failure(401, 'Incorrect API key provided.', 'invalid_request_error', 'invalid_api_key');
  if (trouble === '404') return failure(404, 'The model does not exist', 'invalid_request_error', 'model_not_found');
  if (trouble === '400') return failure(400, 'This request cannot be served.');
  if (/^5/.test(trouble))
    return { ...failure(Number(trouble), 'The server had an error.', 'server_error'), ...headers };
  return null;
}

export function failure(
  status: number,
  message: string,
  type = 'invalid_request_error',
  code: string | null = null,
  param: string | null = null,
): Answer {
  return { status, body: { error: { message, type, param, code } } };
}

/** About four letters a token, as a rule of thumb. */
export function usageOf(request: ChatRequest, step: Step): Frame['usage'] {
  const prompt = Math.ceil(request.messages.reduce((sum, message) => sum + textOf(message).length + 8, 0) / 4);
  const completion = Math.ceil(JSON.stringify(step).length / 4);
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}

function saidBy(step: Step, frame: Frame): Said {
  const said: Said = { content: null, refusal: null, calls: [], finish: 'stop' };
  if ('text' in step) return { ...said, content: step.text };
  if ('calls' in step) {
    const calls = step.calls.map((call, at) => ({
      id: `call_${frame.id}_${at}`,
      name: call.name,
      args: JSON.stringify(call.args),
    }));
    return { ...said, calls, finish: 'tool_calls' };
  }
  switch (step.trouble) {
    case 'malformed':
      return {
        ...said,
        calls: [{ id: `call_${frame.id}_0`, name: 'look_up_order', args: '{"orderId": "ORD-' }],
        finish: 'tool_calls',
      };
    case 'refusal':
      return { ...said, refusal: "I'm sorry, I cannot help with that." };
    case 'too long':
      return { ...said, content: HALF_SENTENCE, finish: 'length' };
    case 'filtered':
      return { ...said, content: '', finish: 'content_filter' };
    case 'empty':
      return { ...said, content: '' };
    default:
      return { ...said, content: HALF_SENTENCE };
  }
}

export function completionOf(step: Step, frame: Frame): Answer {
  const said = saidBy(step, frame);
  const message = {
    role: 'assistant',
    content: said.content,
    refusal: said.refusal,
    ...(said.calls.length > 0
      ? {
          tool_calls: said.calls.map(({ id, name, args }) => ({
            id,
            type: 'function',
            function: { name, arguments: args },
          })),
        }
      : {}),
  };
  const body = {
    id: frame.id,
    object: 'chat.completion',
    created: CREATED,
    model: frame.model,
    choices: [{ index: 0, message, logprobs: null, finish_reason: said.finish }],
    usage: frame.usage,
  };
  if ('trouble' in step && ['half stream', 'cut short', 'hang midway'].includes(step.trouble)) {
    const half = JSON.stringify(body).slice(0, 120);
    const end = step.trouble === 'half stream' ? 'cut' : step.trouble === 'hang midway' ? 'never' : 'proper';
    return { headers: { 'content-type': 'application/json' }, pieces: [half], end };
  }
  return { headers: { 'x-request-id': `req_${frame.id}` }, body };
}

/** Server-sent events: the role, then words or calls in pieces, then why it ended, then the usage. */
export function streamOf(step: Step, frame: Frame, withUsage: boolean): Answer {
  const said = saidBy(step, frame);
  const base = { id: frame.id, object: 'chat.completion.chunk', created: CREATED, model: frame.model };
  const none = withUsage ? { usage: null } : {};
  const chunk = (delta: unknown, finish: string | null = null) =>
    event({ ...base, choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }], ...none });
  const pieces = [chunk({ role: 'assistant', content: said.calls.length > 0 ? null : '', refusal: null })];
  for (const words of (said.content ?? '').match(/\S+\s*/g) ?? []) pieces.push(chunk({ content: words }));
  if (said.refusal) pieces.push(chunk({ refusal: said.refusal }));
  for (const [index, call] of said.calls.entries()) {
    pieces.push(
      chunk({ tool_calls: [{ index, id: call.id, type: 'function', function: { name: call.name, arguments: '' } }] }),
    );
    for (const part of call.args.match(/[\s\S]{1,12}/g) ?? [])
      pieces.push(chunk({ tool_calls: [{ index, function: { arguments: part } }] }));
  }
  const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' };
  const trouble = 'trouble' in step ? step.trouble : undefined;
  if (trouble === 'half stream') return { headers, pieces: pieces.slice(0, -2), end: 'cut' };
  if (trouble === 'hang midway') return { headers, pieces: pieces.slice(0, -2), end: 'never' };
  if (trouble === 'cut short') return { headers, pieces: pieces.slice(0, -2), end: 'proper' };
  pieces.push(chunk({}, said.finish));
  if (withUsage) pieces.push(event({ ...base, choices: [], usage: frame.usage }));
  return { headers, pieces: [...pieces, 'data: [DONE]\n\n'], end: 'proper' };
}

const event = (data: unknown) => `data: ${JSON.stringify(data)}\n\n`;
