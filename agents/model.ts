// The remote model, when a key is set. Its SDK's own retries are off: the runner decides what happens next.

import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { ChatOpenAI } from '@langchain/openai';
import type { Config } from '../core/config.ts';

/** The configured chat model; undefined without OPENAI_API_KEY, when the offline model answers alone. */
export function createModel(
  config: Pick<Config, 'OPENAI_API_KEY' | 'OPENAI_BASE_URL' | 'OPENAI_MODEL'>,
  timeoutMs: number,
): BaseChatModel | undefined {
  if (!config.OPENAI_API_KEY) return undefined;
  return new ChatOpenAI({
    model: config.OPENAI_MODEL,
    apiKey: config.OPENAI_API_KEY.reveal(),
    maxRetries: 0,
    timeout: timeoutMs,
    temperature: 0,
    ...(config.OPENAI_BASE_URL ? { configuration: { baseURL: config.OPENAI_BASE_URL } } : {}),
  });
}
