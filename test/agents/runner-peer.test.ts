// The same runner against an OpenAI-protocol server that is not ours, so that not both ends are our own invention.
import assert from 'node:assert/strict';
import { LLMock } from '@copilotkit/aimock';
import { createModelStage, type ModelStageOptions } from '../support/model-stage.ts';

const WHERE = 'Where is my order ORD-12345?';
const OFFLINE = /ORD-12345 is in transit/;
const TOLD = 'ORD-12345 is on its way with UPS and comes on March 4.';
const CALL = { toolCalls: [{ name: 'look_up_order', arguments: '{"orderId":"ORD-12345"}' }] };

describe('the runner with an independent peer', function () {
  this.timeout(20_000);
  let peer: LLMock;
  beforeEach(async () => {
    peer = new LLMock({ port: 0, logLevel: 'silent' });
    await peer.start();
  });
  afterEach(() => peer.stop());

  const stage = (model: ModelStageOptions['model'] = {}) =>
    createModelStage({ url: `${peer.url}/v1`, apiKey: 'sk-peer', model });
  /** The tool first, then what is made of its result. */
  const play = (last: Parameters<LLMock['on']>[1], options?: Parameters<LLMock['on']>[2]) => {
    peer.on({ userMessage: /ORD-12345/, hasToolResult: false }, CALL);
    peer.on({ userMessage: /ORD-12345/, hasToolResult: true }, last, options);
  };

  it('calls a tool over a stream and says what it makes of the result', async () => {
    play({ content: TOLD });
    const answer = await stage().ask(WHERE);
    assert.equal(answer.text, TOLD);
    assert.deepEqual(
      answer.tools.map((tool) => tool.outcome),
      ['ok'],
    );
    assert.equal(answer.usage!.outputTokens > 0, true);
  });

  for (const status of [429, 500, 503, 400, 401])
    it(`answers offline when the peer answers ${status}`, async () => {
      play({ error: { message: 'no', type: 'error' }, status });
      const answer = await stage().ask(WHERE);
      assert.equal(answer.model, 'offline');
      assert.match(answer.text, OFFLINE);
    });

  it('answers offline when the peer cuts its stream', async () => {
    play({ content: TOLD }, { truncateAfterChunks: 3 });
    assert.equal((await stage().ask(WHERE)).model, 'offline');
  });

  it('answers offline when the peer goes away in the middle', async () => {
    play({ content: TOLD.repeat(20) }, { latency: 50, disconnectAfterMs: 120 });
    assert.equal((await stage().ask(WHERE)).model, 'offline');
  });

  it('answers offline when the peer’s tool arguments are no JSON', async () => {
    peer.on({ userMessage: /ORD-12345/ }, { toolCalls: [{ name: 'look_up_order', arguments: '{"orderId": "ORD-' }] });
    const answer = await stage().ask(WHERE);
    assert.equal(answer.model, 'offline');
    assert.equal(answer.tools.length, 1);
  });

  it('answers offline when the peer is slower than a call may take', async () => {
    play({ content: TOLD }, { latency: 3_000 });
    assert.match((await stage({ timeoutMs: 300 }).ask(WHERE)).text, OFFLINE);
  });

  for (const chaos of [{ dropRate: 1 }, { malformedRate: 1 }, { disconnectRate: 1 }, { rateLimitRate: 1 }])
    it(`answers offline in the peer’s own chaos: ${Object.keys(chaos)[0]}`, async () => {
      play({ content: TOLD });
      peer.setChaos(chaos);
      assert.match((await stage({ timeoutMs: 1_000 }).ask(WHERE)).text, OFFLINE);
    });

  it('asks again what was invented, and replaces it when it stays so', async () => {
    play({ content: 'ORD-12345 comes on March 9 for $12.34.' });
    const answer = await stage().ask(WHERE);
    assert.equal(answer.model, 'offline');
    assert.doesNotMatch(answer.text, /12\.34/);
  });
});
