// The model that is always there: a LangChain chat model whose answers come from the agent's offline policy. It keeps
// the bot useful without a key, and takes over when the provider fails.
import { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessage, type BaseMessage, ToolMessage } from '@langchain/core/messages';
import type { ChatResult } from '@langchain/core/outputs';
import type { Agent, AgentAnswer, AgentRequest, OfflineStep, ToolAnswer } from './agent.ts';

/** What an offline answer carries besides its text. */
export type OfflineExtras = Pick<AgentAnswer, 'choices' | 'asks' | 'keeps' | 'followUp' | 'escalate'>;

export class OfflineModel extends BaseChatModel {
  readonly #agent: Agent;
  readonly #request: AgentRequest;

  constructor(agent: Agent, request: AgentRequest) {
    super({ maxRetries: 0 });
    this.#agent = agent;
    this.#request = request;
  }

  override _llmType(): string {
    return 'offline';
  }

  /** The policy knows its tools by name; there is nothing to bind. */
  override bindTools(): this {
    return this;
  }

  override async _generate(messages: BaseMessage[]): Promise<ChatResult> {
    const answers = messages.filter((message) => ToolMessage.isInstance(message)).map(toolAnswerOf);
    const message = messageOf(this.#agent.offline(this.#request, answers), answers.length);
    return { generations: [{ text: message.text, message }] };
  }
}

function toolAnswerOf(message: ToolMessage): ToolAnswer {
  return { name: message.name ?? '', result: JSON.parse(String(message.content)) as ToolAnswer['result'] };
}

function messageOf(step: OfflineStep, count: number): AIMessage {
  if ('call' in step) {
    return new AIMessage({
      content: '',
      tool_calls: [{ name: step.call, args: step.input, id: `call-${count + 1}`, type: 'tool_call' }],
    });
  }
  const { text, ...extras } = step;
  return new AIMessage({ content: text, additional_kwargs: { frontdesk: extras } });
}
