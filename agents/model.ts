// The remote models, when a key is set. The SDK's own retries are off: the runner decides what happens next.
import type { BaseMessage } from '@langchain/core/messages';
import type { Config } from '../core/config.ts';

/** What the runner needs of a LangChain chat model. */
export interface ChatModel {
  stream(
    messages: BaseMessage[],
    options: { signal: AbortSignal; response_format?: unknown },
  ): Promise<AsyncIterable<BaseMessage>>;
  bindTools?(tools: never): unknown;
}

/** A model by its name; the name comes from the settings and may change while the server runs. */
export type ModelSource = (name: string) => Promise<ChatModel>;

/** These think before they answer, and take no temperature. */
const THINKS = /^(o\d|gpt-5)/;

/** The models of the configured provider; undefined without OPENAI_API_KEY, when the offline model answers alone. */
export function createModels(config: Pick<Config, 'OPENAI_API_KEY' | 'OPENAI_BASE_URL'>): ModelSource | undefined {
  const key = config.OPENAI_API_KEY;
  if (!key) return undefined;
  // Half a second to load, which a house without a model does not spend.
  const sdk = import('@langchain/openai');
  // Said where it is asked for, not before.
  sdk.catch(() => undefined);
  const made = new Map<string, ChatModel>();
  return async (name) => {
    const { ChatOpenAI } = await sdk;
    const known = made.get(name);
    if (known) return known;
    const model = new ChatOpenAI({
      model: name,
      apiKey: key.reveal(),
      maxRetries: 0,
      ...(THINKS.test(name) ? {} : { temperature: 0 }),
      ...(config.OPENAI_BASE_URL ? { configuration: { baseURL: config.OPENAI_BASE_URL } } : {}),
    });
    made.set(name, model as unknown as ChatModel);
    return model as unknown as ChatModel;
  };
}
