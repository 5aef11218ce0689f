// Refuses what the real API refuses: unknown fields, messages out of order, tool answers without a call, bad tool names.
import type { ChatMessage, ChatRequest } from './shapes.ts';

const FIELDS = new Set([
  'model',
  'messages',
  'stream',
  'stream_options',
  'tools',
  'tool_choice',
  'parallel_tool_calls',
  'response_format',
  'temperature',
  'top_p',
  'n',
  'stop',
  'seed',
  'user',
  'metadata',
  'store',
  'logprobs',
  'top_logprobs',
  'logit_bias',
  'frequency_penalty',
  'presence_penalty',
  'max_tokens',
  'max_completion_tokens',
  'reasoning_effort',
  'service_tier',
  'prompt_cache_key',
  'safety_identifier',
]);
const ROLES = new Set(['system', 'developer', 'user', 'assistant', 'tool']);
const TOOL_NAME = /^[a-zA-Z0-9_-]{1,64}$/;

/** The fault in the real one's words, and the parameter it is about; null when there is none. */
export function findFault(body: unknown): { message: string; param: string | null } | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return { message: 'We could not parse the JSON body of your request.', param: null };
  const request = body as ChatRequest;
  const unknown = Object.keys(request).find((field) => !FIELDS.has(field));
  if (unknown) return { message: `Unknown parameter: '${unknown}'.`, param: unknown };
  if (typeof request.model !== 'string' || request.model === '')
    return { message: 'you must provide a model parameter', param: 'model' };
  if (!Array.isArray(request.messages) || request.messages.length === 0)
    return { message: "Invalid 'messages': empty array.", param: 'messages' };
  if (request.stream_options && !request.stream)
    return {
      message: "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
      param: 'stream_options',
    };
  return findToolFault(request) ?? findMessageFault(request.messages);
}

function findToolFault({ tools, response_format }: ChatRequest): { message: string; param: string } | null {
  if (tools && tools.length === 0) return { message: "Invalid 'tools': empty array.", param: 'tools' };
  for (const [at, tool] of (tools ?? []).entries()) {
    const { name = '', parameters } = tool.function ?? {};
    if (tool.type !== 'function' || !TOOL_NAME.test(name))
      return { message: `Invalid 'tools[${at}].function.name'.`, param: `tools[${at}].function.name` };
    if (parameters && parameters.type !== 'object')
      return {
        message: `Invalid schema for function '${name}': schema must be of type "object".`,
        param: `tools[${at}].function.parameters`,
      };
  }
  if (response_format?.type === 'json_schema' && !TOOL_NAME.test(response_format.json_schema?.name ?? ''))
    return { message: "Missing required parameter: 'response_format.json_schema.name'.", param: 'response_format' };
  return null;
}

/** After an assistant's calls each of them is answered before anybody else speaks. */
function findMessageFault(messages: ChatMessage[]): { message: string; param: string } | null {
  let open = new Set<string>();
  for (const [at, message] of messages.entries()) {
    const param = `messages.[${at}].role`;
    if (!ROLES.has(message.role))
      return {
        message: `Invalid value: '${message.role}'. Supported values are: 'system', 'assistant', 'user'…`,
        param,
      };
    if (message.role === 'tool') {
      if (!open.delete(message.tool_call_id ?? ''))
        return {
          message:
            "Invalid parameter: messages with role 'tool' must be a response to a preceding message with 'tool_calls'.",
          param,
        };
      continue;
    }
    if (open.size > 0) return unanswered(open, param);
    if (message.role === 'assistant') open = new Set((message.tool_calls ?? []).map((call) => call.id));
    if (message.role !== 'assistant' && typeof message.content !== 'string' && !Array.isArray(message.content))
      return {
        message: `Invalid value for 'content': expected a string, got null.`,
        param: `messages.[${at}].content`,
      };
  }
  return open.size > 0 ? unanswered(open, 'messages') : null;
}

function unanswered(open: Set<string>, param: string): { message: string; param: string } {
  const ids = [...open].join(', ');
  return {
    message: `An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. The following tool_call_ids did not have response messages: ${ids}`,
    param,
  };
}
