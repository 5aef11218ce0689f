// The limits of an answer by a remote model: steps, tokens, money and time, for one answer, a customer and a day.
import assert from 'node:assert/strict';
import { type OpenAiEmulator, startOpenAiEmulator } from '../../emulators/openai/index.ts';
import { createModelStage, type ModelStage, type ModelStageOptions } from '../support/model-stage.ts';

const WHERE = 'Where is my order ORD-12345?';
const OFFLINE = /ORD-12345 is in transit/;
const LOOK_UP = { calls: [{ name: 'look_up_order', args: { orderId: 'ORD-12345' } }] };
const TOLD = { text: 'ORD-12345 is on its way with UPS and comes on March 4.' };

describe('the limits of the runner', function () {
  this.timeout(20_000);
  let openai: OpenAiEmulator;
  beforeEach(async () => {
    openai = await startOpenAiEmulator();
  });
  afterEach(() => openai.stop());

  const stage = (model: ModelStageOptions['model'] = {}): ModelStage =>
    createModelStage({ url: openai.url, apiKey: openai.apiKey, model });
  const codes = (its: ModelStage) =>
    its.logged.filter((line) => line.event === 'model.given-up').map((line) => line.fields.code);

  it('answers offline when the deadline of the whole answer is over, however slowly the model talks', async () => {
    openai.script.push({ ...LOOK_UP, delayMs: 150 }, { ...TOLD, delayMs: 5_000 });
    const its = stage({ answerMs: 400, timeoutMs: 10_000 });
    const begun = performance.now();
    const answer = await its.ask(WHERE);
    assert.equal(performance.now() - begun < 2_000, true);
    assert.match(answer.text, OFFLINE);
    assert.deepEqual(codes(its), ['model.late']);
  });

  it('stops without another answer when the turn was lost meanwhile', async () => {
    openai.setTrouble('hang');
    const lost = new AbortController();
    setTimeout(() => lost.abort(new Error('the lease was lost')), 50);
    await assert.rejects(stage().ask(WHERE, { signal: lost.signal }), /the lease was lost/);
  });

  it('stops a model that calls tools without end', async () => {
    for (let at = 0; at < 10; at += 1) openai.script.push(LOOK_UP);
    const its = stage({ maxSteps: 3 });
    assert.match((await its.ask(WHERE)).text, OFFLINE);
    assert.equal(openai.requests.length, 3);
    assert.deepEqual(codes(its), ['model.endless']);
  });

  it('stops an answer at its cap of tokens, and at its cap of money', async () => {
    for (const cap of [{ mostTokens: 100 }, { mostCost: 0.000_1 }]) {
      openai.script.splice(0, Number.POSITIVE_INFINITY, LOOK_UP, TOLD);
      const its = stage(cap);
      const answer = await its.ask(WHERE);
      assert.equal(answer.model, 'offline');
      assert.deepEqual(codes(its), ['model.capped']);
      assert.equal(answer.usage!.cost > 0, true, 'what was spent is counted');
    }
  });

  it('counts answers that could not be used, too', async () => {
    openai.script.push({ trouble: 'too long' }, { trouble: 'malformed' }, { trouble: 'empty' });
    const answer = await stage().ask(WHERE);
    assert.equal(answer.model, 'offline');
    const prompt = openai.requests.length * 100;
    assert.equal(openai.requests.length, 3);
    assert.equal(answer.usage!.inputTokens > prompt, true);
  });

  it('leaves the rest of the day to the offline model when the day’s cap is reached, and asks again on the next', async () => {
    const its = stage({ dailyCost: 0.000_2 });
    openai.script.push(LOOK_UP, TOLD);
    assert.equal((await its.ask(WHERE)).model, 'gpt-4.1-mini');
    const { spent } = await its.spending.today(its.settings.model);
    assert.equal(spent >= 0.000_2, true);
    assert.equal((await its.ask(WHERE)).model, 'offline');
    its.clock.advance(86_400_000);
    openai.script.push({ text: 'Which order is it?' });
    assert.equal((await its.ask(WHERE)).model, 'gpt-4.1-mini');
  });

  it('caps each customer alone', async () => {
    const its = stage({ dailyCostPerCustomer: 0.000_2 });
    openai.script.push(LOOK_UP, TOLD);
    await its.ask(WHERE, { laneId: 'web|default|a' });
    assert.equal((await its.ask(WHERE, { laneId: 'web|default|a' })).model, 'offline');
    openai.script.push(LOOK_UP, TOLD);
    assert.equal((await its.ask(WHERE, { laneId: 'web|default|b' })).model, 'gpt-4.1-mini');
  });
});
