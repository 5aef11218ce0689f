// The optional classifier by a remote model: it improves what the local one understood, and never makes it worse by failing.
import assert from 'node:assert/strict';
import { createClassifier } from '../../agents/classifier/index.ts';
import { createModels } from '../../agents/model.ts';
import { createModelClassifier } from '../../agents/running/model-classifier.ts';
import { createSpending } from '../../agents/running/spending.ts';
import { createManualClock } from '../../core/clock.ts';
import { readConfig } from '../../core/config.ts';
import { silentLog } from '../../core/log.ts';
import { type OpenAiEmulator, startOpenAiEmulator, type Trouble } from '../../emulators/openai/index.ts';
import { TROUBLES } from '../../emulators/openai/shapes.ts';
import type { ModelSettings } from '../../models/settings.ts';
import { settingsFromConfig } from '../../settings/environment.ts';
import { memoryCounters } from '../support/model-stage.ts';

const TEXT = 'My parcel is soaked and you took the money two times, write to maya@example.com';
const READ = {
  intents: [
    { intent: 'BILLING', confidence: 0.8, clause: 'you took the money two times' },
    { intent: 'SHIPPING', confidence: 0.9, clause: 'My parcel is soaked' },
  ],
  sentiment: -0.7,
  priority: 'HIGH',
  language: 'en',
};

describe('the classifier by a model', function () {
  this.timeout(20_000);
  const { classify } = createClassifier();
  let openai: OpenAiEmulator;
  beforeEach(async () => {
    openai = await startOpenAiEmulator();
  });
  afterEach(() => openai.stop());

  function stage(changes: Partial<ModelSettings> = {}) {
    const config = readConfig({ NODE_ENV: 'test', OPENAI_API_KEY: openai.apiKey, OPENAI_BASE_URL: openai.url });
    const clock = createManualClock();
    const spending = createSpending(memoryCounters(), clock, silentLog);
    const understand = createModelClassifier({ models: createModels(config)!, spending, clock, log: silentLog });
    const settings: ModelSettings = {
      ...settingsFromConfig(config).model,
      timeoutMs: 1_000,
      classifies: 'always',
      ...changes,
    };
    const of = { settings, customer: 'c1', signal: new AbortController().signal };
    return { settings, spending, read: (text: string) => understand(text, classify(text), of) };
  }
  const say = (value: unknown) => openai.script.push({ text: JSON.stringify(value) });

  it('takes intents with their words, mood and urgency from the model, and keeps what we found in the text', async () => {
    say(READ);
    const its = stage();
    const read = await its.read(TEXT);
    assert.deepEqual(
      read.intents.map(({ intent, clause }) => [intent, clause]),
      [
        ['SHIPPING', 'My parcel is soaked'],
        ['BILLING', 'you took the money two times'],
      ],
    );
    assert.equal(read.sentiment.label, 'VERY_NEGATIVE');
    assert.deepEqual(read.entities.emails, ['maya@example.com']);
    assert.equal((await its.spending.today(its.settings)).spent > 0, true);
    const [request] = openai.requests;
    assert.equal(request!.response_format!.type, 'json_schema');
    assert.doesNotMatch(JSON.stringify(request), /maya@example/);
  });

  it('does not take words for the customer’s that they never wrote', async () => {
    say({ ...READ, intents: [...READ.intents, { intent: 'ACCOUNT', confidence: 0.5, clause: 'delete my account' }] });
    const read = await stage().read(TEXT);
    assert.equal(read.intents.find((one) => one.intent === 'ACCOUNT')!.clause, undefined);
  });

  it('never makes a message less urgent than our rules do', async () => {
    const urgent = "I'm extremely unhappy with your service!";
    say({ ...READ, priority: 'LOW' });
    assert.equal((await stage().read(urgent)).priority, classify(urgent).priority);
  });

  it('never loses a plain wish for a person', async () => {
    say(READ);
    assert.equal((await stage().read('a person please')).intents[0]!.intent, 'HUMAN_REQUEST');
  });

  for (const trouble of TROUBLES as readonly Trouble[])
    it(`falls back on ours after «${trouble}»`, async () => {
      openai.setTrouble(trouble);
      assert.deepEqual(await stage().read(TEXT), classify(TEXT));
    });

  for (const [what, value] of [
    ['no object', 'SHIPPING'],
    ['an intent that does not exist', { ...READ, intents: [{ intent: 'WEATHER', confidence: 1, clause: '' }] }],
    ['no intent', { ...READ, intents: [] }],
    ['a mood in words', { ...READ, sentiment: 'bad' }],
  ] as const)
    it(`falls back on ours after ${what}`, async () => {
      say(value);
      assert.deepEqual(await stage().read(TEXT), classify(TEXT));
    });

  it('is asked only where the settings want it', async () => {
    say(READ);
    await stage({ classifies: 'never' }).read(TEXT);
    await stage({ classifies: 'unsure' }).read('Where is my order ORD-12345?');
    assert.equal(openai.requests.length, 0);
  });

  it('is not asked when the day’s cap is reached', async () => {
    say(READ);
    assert.deepEqual(await stage({ dailyCost: 0 }).read(TEXT), classify(TEXT));
    assert.equal(openai.requests.length, 0);
  });
});
