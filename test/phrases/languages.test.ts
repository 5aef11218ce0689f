// The same sentences in four languages: none missing, none left in English, and a yes is a yes in each.
import assert from 'node:assert/strict';
import { readYesNo } from '../../dialogs/exchanges/yes-no.ts';
import { FEW_CODES } from '../../phrases/elsewhere.ts';
import { phrasesFor } from '../../phrases/index.ts';
import { converse } from '../support/converse.ts';
import { world } from '../support/world.ts';

const WORDS = {
  orderId: 'ORD-1',
  caseId: 'ESC-1',
  due: 'X',
  name: 'N',
  reasons: ['damaged'],
  total: 1,
  currency: 'EUR',
  address: 'A',
  why: 'x',
  status: 'pending',
  carrier: null,
  trackingNumber: null,
  deliveryOn: null,
  today: '2026-01-01',
  one: 'a',
  other: 'b',
  topic: 'BILLING',
  summary: 'S',
  reference: 'R',
  question: 'Q',
  missing: ['order'],
  sentence: 'Hi',
  risk: 'fraud',
  ahead: 1,
  me: 'M',
  before: 'B',
  promised: 'P',
  count: 2,
  minutes: 7,
  type: 'bug.fixed',
  product: '',
  at: new Date(0),
  timeZone: 'UTC',
};
const say = (language: string, name: string): string => {
  const phrase = (phrasesFor(language) as unknown as Record<string, (input: unknown) => unknown>)[name]!;
  const input = ['topic', 'reason'].includes(name) ? 'BILLING' : ['withinMinutes', 'score'].includes(name) ? 5 : WORDS;
  return JSON.stringify(phrase(input));
};
/** Numbers and names read the same everywhere. */
const SAME = new Set(['score', 'proofAccepted', 'reason']);

describe('languages', () => {
  for (const language of ['es', 'fr', 'de']) {
    it(`has every sentence in ${language}, and none in English`, () => {
      const english = Object.keys(phrasesFor('en'));
      assert.deepEqual(Object.keys(phrasesFor(language)).sort(), english.sort());
      for (const name of english) if (!SAME.has(name)) assert.notEqual(say(language, name), say('en', name), name);
    });

    it(`understands its own yes and no in ${language}`, () => {
      const words = phrasesFor(language);
      assert.equal(readYesNo(words.yesChoice().value), 'yes');
      assert.equal(readYesNo(words.noChoice().value), 'no');
    });
  }

  it('answers about an order in the language of the question', () =>
    converse(
      world(),
      `
    customer: Hola, ¿dónde está mi pedido ORD-12345? Gracias, necesito ayuda por favor
    bot:      Su pedido ORD-12345 está en camino.…
  `,
    ));

  it('says honestly what it cannot read, and brings in a person', () =>
    converse(
      world(),
      `
    customer: Hallo, das ist mir hier alles zu kompliziert mit den vielen Knöpfen
    bot:      Das habe ich nicht verstanden:…Frontdesk…
    then:     there is no case
    customer: ja, ich möchte mit einem Menschen sprechen
    bot:      Ich hole einen Kollegen dazu. Ihr Fall ist ESC-…
  `,
    ));

  const IN_TRANSIT = {
    orderId: 'ORD-1',
    status: 'in transit',
    carrier: 'UPS',
    trackingNumber: '1Z9',
    deliveryOn: '2026-03-04',
    today: '2026-03-02',
  };

  for (const code of FEW_CODES)
    it(`tells where an order stands in ${code}, in every state, and in no English`, () => {
      const { orderState, orderNotFound } = phrasesFor(code);
      const said = ['pending', 'processing', 'shipped', 'in transit', 'delivered', 'cancelled'].map((status) =>
        orderState({ ...IN_TRANSIT, status }),
      );
      assert.equal(new Set(said).size, said.length);
      for (const one of said) {
        assert.match(one, /ORD-1.*1Z9/s);
        assert.doesNotMatch(one, /\b(your|order has|should be|tracking number|delivered)\b/i);
      }
      assert.match(said[3]!, /4/);
      assert.doesNotMatch(said[5]!, /: [^:]*4[^:]*(\.|。|।)/, 'a cancelled order is expected on no day');
      assert.match(orderNotFound({ orderId: 'ORD-1' }), /ORD-1/);
      assert.doesNotMatch(orderNotFound({ orderId: 'ORD-1' }), /can't find/);
    });

  it('falls back to English for a state that nobody knows', () =>
    assert.match(phrasesFor('it').orderState({ ...IN_TRANSIT, status: 'in the moon' }), /^Your order ORD-1/));
});
