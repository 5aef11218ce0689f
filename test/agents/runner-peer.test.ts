// The same runner against an OpenAI-protocol server that is not ours, so that not both ends are our own invention.
import assert from 'node:assert/strict';
import type { LLMock } from '@copilotkit/aimock';
import { givePeer } from '../support/model-peer.ts';
import { createModelStage, type ModelStageOptions } from '../support/model-stage.ts';

const WHERE = 'Where is my order ORD-12345?';
const OFFLINE = /ORD-12345 is in transit/;
const TOLD = 'ORD-12345 is on its way with UPS and comes on March 4.';
const CALL = { toolCalls: [{ name: 'look_up_order', arguments: '{"orderId":"ORD-12345"}' }] };

describe('the runner with an independent peer', function () {
  this.timeout(20_000);
  let peer: LLMock;
  givePeer((made) => {
    peer = made;
  });

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

  const codes = (its: ReturnType<typeof stage>) =>
    its.logged.filter((line) => line.event === 'model.given-up').map((line) => line.fields.code);
  const modelsAsked = () => peer.getRequests().map((one) => (one.body as { model: string }).model);

  it('stops a peer that calls tools without end, after as many calls as are allowed', async () => {
    peer.on({ userMessage: /ORD-12345/ }, CALL);
    const its = stage({ maxSteps: 3 });
    assert.match((await its.ask(WHERE)).text, OFFLINE);
    assert.equal(peer.getRequests().length, 3);
    assert.deepEqual(codes(its), ['model.endless']);
  });

  for (const cap of [{ mostTokens: 100 }, { mostCost: 0.000_1 }])
    it(`stops an answer by the peer at its cap: ${Object.keys(cap)[0]}`, async () => {
      play({ content: TOLD });
      const its = stage(cap);
      const answer = await its.ask(WHERE);
      assert.match(answer.text, OFFLINE);
      assert.deepEqual(codes(its), ['model.capped']);
      assert.equal(answer.usage!.cost > 0, true);
    });

  it('leaves the rest of the day to the offline model at the cap of the day, and of the customer', async () => {
    // No date in it: the clock goes on by a day.
    const told = 'ORD-12345 is on its way with UPS.';
    play({ content: told });
    const day = stage({ dailyCost: 0.000_2 });
    assert.equal((await day.ask(WHERE)).text, told);
    assert.equal((await day.ask(WHERE)).model, 'offline');
    day.clock.advance(86_400_000);
    assert.equal((await day.ask(WHERE)).text, told);
    const own = stage({ dailyCostPerCustomer: 0.000_2 });
    assert.equal((await own.ask(WHERE, { laneId: 'web|default|a' })).text, told);
    assert.equal((await own.ask(WHERE, { laneId: 'web|default|a' })).model, 'offline');
    assert.equal((await own.ask(WHERE, { laneId: 'web|default|b' })).text, told);
  });

  it('asks the fallback model when the peer’s first one is away', async () => {
    peer.on({ model: 'gpt-4.1-mini' }, { error: { message: 'no', type: 'error' }, status: 500 });
    peer.on({ model: 'gpt-4.1-nano', hasToolResult: false }, CALL);
    peer.on({ model: 'gpt-4.1-nano', hasToolResult: true }, { content: TOLD });
    const answer = await stage({ fallback: 'gpt-4.1-nano', retries: 0 }).ask(WHERE);
    assert.equal(answer.text, TOLD);
    assert.equal(answer.model, 'gpt-4.1-nano');
    assert.equal(modelsAsked()[0], 'gpt-4.1-mini');
  });

  it('leaves a peer alone after five failures in a row, and comes back to it by itself', async () => {
    peer.on({ userMessage: /ORD-12345/ }, { error: { message: 'no', type: 'error' }, status: 500 });
    const its = stage();
    for (let at = 0; at < 4; at += 1) assert.match((await its.ask(WHERE)).text, OFFLINE);
    assert.equal(peer.getRequests().length, 5);
    peer.clearFixtures();
    play({ content: TOLD });
    assert.match((await its.ask(WHERE)).text, OFFLINE);
    assert.equal(peer.getRequests().length, 5, 'still left alone');
    its.clock.advance(15_000);
    assert.equal((await its.ask(WHERE)).text, TOLD);
  });

  it('answers offline at the deadline of the whole answer, though each call is in time', async () => {
    peer.on({ userMessage: /ORD-12345/ }, CALL, { latency: 40 });
    const its = stage({ answerMs: 400, timeoutMs: 10_000, maxSteps: 50 });
    assert.match((await its.ask(WHERE)).text, OFFLINE);
    assert.deepEqual(codes(its), ['model.late']);
  });

  for (const finishReason of ['content_filter', 'length'])
    it(`answers offline when the peer's answer ended with ${finishReason}`, async () => {
      peer.on({ userMessage: /ORD-12345/ }, { content: 'ORD-12345 is', finishReason });
      assert.match((await stage().ask(WHERE)).text, OFFLINE);
    });

  it('shows the peer placeholders for contact data, in what is written, known and found', async () => {
    peer.on({ userMessage: /ORD-12345/, hasToolResult: false }, CALL);
    peer.on({ userMessage: /ORD-12345/, hasToolResult: true }, { content: 'Thank you, [name-1].' });
    const text = `${WHERE} I am Maya Lindqvist, maya@example.com, +1 555 100 0000, 12 Oak Street, 90210 Springfield`;
    const answer = await stage().ask(text, { customer: 'CUS-1001' });
    assert.equal(answer.text, 'Thank you, Maya Lindqvist.');
    const sent = JSON.stringify(peer.getRequests().map((one) => one.body));
    assert.equal(sent.includes('[email-1]') && sent.includes('[phone-1]') && sent.includes('[address-1]'), true);
    assert.doesNotMatch(sent, /Maya|Lindqvist|maya@|555 100|Oak Street/);
  });

  for (const invented of [
    'Your order ORD-99999 is on its way.',
    'ORD-12345 comes on March 9.',
    'ORD-12345 costs $12.34.',
    'I have refunded you.',
    'You will receive a replacement.',
  ])
    it(`lets nothing out that the peer made up: ${invented}`, async () => {
      play({ content: invented });
      const answer = await stage().ask(WHERE);
      assert.match(answer.text, OFFLINE);
      assert.equal(peer.getRequests().length, 3, 'it is asked again once');
    });
});
