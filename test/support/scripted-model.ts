// A model for conversation pages: it says what the page's `model:` lines say, in their order, and nothing else.
import { AIMessageChunk } from '@langchain/core/messages';

/** A model that says what the script says next; a call without a step fails. */
export function scriptedModel(script: string[], asked: { times: number }) {
  const say = () => {
    asked.times += 1;
    const step = script.shift();
    if (step === undefined) throw new Error('the model was asked, and the page has no `model:` line for it');
    const call = /^calls (\w+) (\{.*\})$/.exec(step);
    if (!call) return new AIMessageChunk({ content: step, response_metadata: { finish_reason: 'stop' } });
    return new AIMessageChunk({
      content: '',
      response_metadata: { finish_reason: 'tool_calls' },
      tool_call_chunks: [
        { name: call[1]!, args: call[2]!, id: `call-${asked.times}`, index: 0, type: 'tool_call_chunk' },
      ],
    });
  };
  const model = {
    bindTools: () => model,
    stream: async function* () {
      yield say();
    },
  };
  return model;
}
