// What the local classifier makes of sentences that matter, and that its numbers come out of our templates to the byte.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createClassifier } from '../../agents/classifier/index.ts';
import { packWeights, readWeights } from '../../agents/classifier/weights.ts';
import { score } from '../../evals/score/classes.ts';
import { readTemplates } from '../../scripts/train/examples.ts';
import { OWN_COST, pack, readTaught, trainLayer, unpack } from '../../scripts/train/model.ts';
import { RECOGNISERS, trainRecogniser } from '../../scripts/train/recognisers.ts';

const { classify } = createClassifier();
const at = (name: string) => new URL(`../../agents/classifier/${name}`, import.meta.url);
const file = (name: string) => readFileSync(at(name));

const EXAMPLES: [string, string, string, string, number][] = [
  [
    'Hi, I need to check the status of my order ORD-12345. When will it be delivered?',
    'ORDER_INQUIRY',
    'MEDIUM',
    'NEUTRAL',
    0,
  ],
  [
    "I'm extremely unhappy with your service! My order was delivered damaged and customer service has been ignoring my emails for days. This is unacceptable!",
    'COMPLAINT',
    'URGENT',
    'VERY_NEGATIVE',
    -0.8,
  ],
  [
    "My wireless headphones are not connecting to my phone. I've tried everything but they're still not working. This is really frustrating!",
    'TECHNICAL_SUPPORT',
    'HIGH',
    'NEGATIVE',
    -0.3,
  ],
];

const INTENTS: [string, string][] = [
  ['Where is my order ORD-12345?', 'ORDER_INQUIRY'],
  ["My headphones won't connect", 'TECHNICAL_SUPPORT'],
  ['I was charged $89.99 incorrectly', 'BILLING'],
  ['How much to ship 3kg to LA?', 'SHIPPING'],
  ["I'm extremely unhappy with your service!", 'COMPLAINT'],
  ['You charged me twice for order ORD-20033!', 'BILLING'],
  ['please refund order ORD-20004', 'BILLING'],
  ['send me the invoice for order ORD-12345', 'BILLING'],
  ['my charger does not charge my phone', 'TECHNICAL_SUPPORT'],
  ["it doesn't work", 'TECHNICAL_SUPPORT'],
  ['do you recycle batteries', 'TECHNICAL_SUPPORT'],
  ['am I talking to a human?', 'GREETING'],
  ['A person please', 'HUMAN_REQUEST'],
  ['I forgot my password', 'ACCOUNT'],
  ['thanks a lot', 'FEEDBACK'],
  ['what is the capital of peru', 'OUT_OF_SCOPE'],
];

describe('the local classifier', () => {
  for (const [text, intent, priority, label, mood] of EXAMPLES)
    it(`understands «${text.slice(0, 60)}…»`, () => {
      const found = classify(text);
      assert.deepEqual(
        [found.intents.map((one) => one.intent)[0], found.priority, found.sentiment.label],
        [intent, priority, label],
      );
      assert.equal(found.intents.filter((one) => one.clause).length, 0, 'it is about one thing');
      assert.ok(Math.abs(found.sentiment.score - mood) <= 0.07, `the score is ${found.sentiment.score}`);
    });

  for (const [text, intent] of INTENTS)
    it(`takes «${text}» for ${intent}`, () => assert.equal(classify(text).intents[0]!.intent, intent));

  for (const text of ['yes', 'yes please', 'no', '12345', '2', '12 Elm Street, 10115 Berlin', ''])
    it(`is not sure of anything about «${text}»`, () => assert.ok(classify(text).confidence <= 0.4));

  it('takes a message about four things apart', () => {
    const text =
      "Where is ORD-12345? Also my headphones won't connect. And how much is shipping 3kg to LA? I was charged $89.99 incorrectly.";
    assert.deepEqual(
      classify(text).intents.map((one) => one.intent),
      ['ORDER_INQUIRY', 'TECHNICAL_SUPPORT', 'SHIPPING', 'BILLING'],
    );
    assert.ok(classify(text).intents.every((one) => one.clause));
  });

  it('keeps a part of one word with its neighbour, and hears the question at the end of a rant', () => {
    const text =
      'I have been a customer for years and years and nobody seems to know anything, so could you please tell me when ORD-12345 arrives?';
    const [complaint, question, ...others] = classify(text).intents;
    assert.equal(complaint!.intent, 'COMPLAINT');
    assert.match(complaint!.clause!, /nobody seems to know anything$/);
    assert.deepEqual(
      [question!.intent, question!.clause],
      ['ORDER_INQUIRY', 'could you please tell me when ORD-12345 arrives?'],
    );
    assert.equal(others.length, 0);
  });

  it('comes out of our templates and the frozen base to the byte', () => {
    const base = unpack(readWeights(at('base.bin')));
    const trained = pack(trainLayer(readTemplates(), OWN_COST, base.rarity, base.lines));
    assert.ok(packWeights(trained).equals(file('weights.bin')));
  }).timeout(480_000);

  for (const recogniser of RECOGNISERS)
    it(`recognises ${recogniser} by numbers that come out of our lines to the byte`, () => {
      const { file: trained } = trainRecogniser(recogniser, readTemplates());
      assert.ok(trained.equals(file(`${recogniser}.bin`)));
    }).timeout(480_000);

  it('needs less than a megabyte for all its numbers', () => {
    const taught = readFileSync(new URL('../../scripts/train/taught.bin', import.meta.url));
    const names = ['base', 'weights', ...RECOGNISERS];
    const files = names.map((name) => file(`${name}.bin`).length);
    assert.ok(files.reduce((sum, length) => sum + length, taught.length) <= 1_000_000);
  });

  it('begins at what was taught, which has a number for every bucket', () => {
    const { rarity, lines } = readTaught();
    assert.ok(
      rarity.every((one) => one >= 1),
      'no bucket is without its rarity',
    );
    assert.ok(lines.every((line) => line.weights.some((weight) => weight !== 0)));
  });

  it('has more than 1,200 lines of its own to learn from', () =>
    assert.ok(new Set(readTemplates().map((one) => one.text)).size > 1_200));

  it('takes less than half a millisecond a message on the average', () => {
    const texts = readTemplates()
      .filter((_, at) => at % 10 === 0)
      .map((one) => one.text);
    const begun = performance.now();
    for (const text of texts) classify(text);
    // A wide margin: this notices a mistake of the order, not a slow day.
    assert.ok((performance.now() - begun) / texts.length < 5);
  });
});

describe('scores', () => {
  it('count strict and lenient, and the surest part apart', () => {
    const rows = [
      { expected: 'A', given: 'A', confidence: 0.9 },
      { expected: 'A', alt: ['B'], given: 'B', confidence: 0.8 },
      { expected: 'B', given: 'A', confidence: 0.1 },
      { expected: 'B', given: 'B', confidence: 0.7 },
      { expected: 'B', given: 'A', confidence: 0.2 },
    ];
    const found = score(rows);
    assert.deepEqual([found.strict, found.lenient, found.at80.strict], [0.4, 0.6, 0.5]);
    assert.equal(found.confusion.B!.A, 2);
    assert.equal(found.classes.A!.recall, 0.5);
  });
});
