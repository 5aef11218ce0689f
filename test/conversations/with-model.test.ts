// A whole turn with a remote model that is not ours: what it says reaches the customer reviewed, what it costs stands on the
// turn, and when everything is away there is an honest word and a case.
import assert from 'node:assert/strict';
import type { LLMock } from '@copilotkit/aimock';
import { createModels } from '../../agents/model.ts';
import { readConfig } from '../../core/config.ts';
import { SupportError } from '../../core/errors.ts';
import { givePeer } from '../support/model-peer.ts';
import { type WorldOptions, world } from '../support/world.ts';

const WHERE = 'Where is my order ORD-12345?';
const CALL = { toolCalls: [{ name: 'look_up_order', arguments: '{"orderId":"ORD-12345"}' }] };
const ERROR = { error: { message: 'no', type: 'error' }, status: 500 };

describe('a turn with a model', function () {
  this.timeout(20_000);
  let peer: LLMock;
  givePeer((made) => {
    peer = made;
  });

  const withModel = (options: WorldOptions = {}) => {
    const config = readConfig({ NODE_ENV: 'test', OPENAI_API_KEY: 'sk-peer', OPENAI_BASE_URL: `${peer.url}/v1` });
    return world({ ...options, models: createModels(config)! });
  };

  for (const channel of ['web', 'sms'])
    it(`says once what the model made of the tool's result, and counts tokens and money on the turn (${channel})`, async () => {
      peer.on({ userMessage: /ORD-12345/, hasToolResult: false }, CALL);
      peer.on({ userMessage: /ORD-12345/, hasToolResult: true }, { content: 'ORD-12345 is on its way with UPS.' });
      const its = withModel({ channel });
      await its.customer(WHERE);
      assert.equal(its.said.length, 1);
      assert.match(its.said[0]!.text, /^ORD-12345 is on its way with UPS\./);
      const { usage, agents } = its.turns.at(-1)!;
      assert.equal(agents[0]!.model, 'gpt-4.1-mini');
      assert.equal(usage!.inputTokens > 0 && usage!.outputTokens > 0 && usage!.cost > 0, true);
    });

  it('keeps what it paid for on the turn, though the answer was replaced', async () => {
    peer.on({ userMessage: /ORD-12345/ }, { content: 'ORD-12345 comes on July 9.' });
    const its = withModel();
    await its.customer(WHERE);
    assert.match(its.said[0]!.text, /ORD-12345 is in transit/);
    assert.doesNotMatch(its.said[0]!.text, /July 9/);
    assert.equal(its.turns.at(-1)!.usage!.cost > 0, true);
    assert.equal(its.turns.at(-1)!.agents[0]!.model, 'offline');
  });

  it('says honestly that nothing can be reached, and opens a case, when the model and the shop are away', async () => {
    peer.on({ userMessage: /ORD-12345/ }, ERROR);
    const away = new SupportError('backend.unavailable', 'the shop is away', { kind: 'transient' });
    const its = withModel({ backends: { shop: { findOrder: () => Promise.reject(away) } as never } });
    await its.customer(WHERE);
    assert.equal(its.said.length, 1);
    assert.match(its.said[0]!.text, /I can't reach the system I need for this just now\..*case ESC-/s);
    assert.equal(its.caseOf()[0]!.reason, 'failure');
  });
});
