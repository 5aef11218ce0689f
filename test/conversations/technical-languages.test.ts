// The technical agent in Spanish, French and German: a classifier may not know them all, a model or a person may.
import assert from 'node:assert/strict';
import type { AgentRequest } from '../../agents/agent.ts';
import { createTechnicalAgent } from '../../agents/technical/agent.ts';
import { asExchange, EXCHANGES, NO_TROUBLE } from '../../agents/technical/memory.ts';
import type { Classification } from '../../models/turn.ts';
import type { Tools } from '../../tools/index.ts';

describe('the technical agent in other languages', () => {
  const agent = createTechnicalAgent({} as Tools);
  const classified = (language: string): Classification => ({
    intents: [{ intent: 'TECHNICAL_SUPPORT', confidence: 0.9 }],
    priority: 'MEDIUM',
    sentiment: { label: 'NEUTRAL', score: 0 },
    entities: {},
    language,
    confidence: 0.9,
  });
  const asked = (language: string, text: string): AgentRequest => ({
    text,
    classification: classified(language),
    history: [],
    summary: '',
    facts: { level: 'anonymous' },
    today: '2026-03-02',
    exchange: asExchange(EXCHANGES.helped, {
      ...NO_TROUBLE,
      kind: 'headphones',
      symptom: 'no-connection',
      last: ['restart'],
      articleId: 'KB-002',
      attempts: 1,
    }),
  });

  for (const [language, text, expected] of [
    ['es', 'ya funciona, gracias', /sus auriculares/],
    ['fr', 'ça marche maintenant', /votre casque/],
    ['de', 'jetzt geht es wieder', /Ihrem Kopfhörer/],
  ] as const)
    it(`ends kindly when it works again (${language})`, () => {
      const request = asked(language, text);
      assert.ok(agent.understands?.(text, request.classification, request.exchange!));
      const step = agent.offline(request, []);
      assert.ok('text' in step && step.asks === undefined);
      assert.match(step.text, expected);
    });

  for (const [language, text] of [
    ['es', 'sigue sin funcionar'],
    ['fr', 'ça ne marche toujours pas'],
    ['de', 'geht immer noch nicht'],
  ] as const)
    it(`goes on with what was not tried (${language})`, () => {
      const step = agent.offline(asked(language, text), []);
      assert.deepEqual(step, {
        call: 'run_diagnostics',
        input: { product: 'headphones', symptom: 'no-connection', tried: ['restart'], together: false },
      });
    });

  it('keeps what it remembers within two kilobytes, however much was tried', () => {
    const tried = Array.from({ length: 80 }, (_, at) => `step ${at} ${'x'.repeat(50)}`);
    const exchange = asExchange(EXCHANGES.helped, { ...NO_TROUBLE, tried, words: 'x'.repeat(900) });
    assert.ok(JSON.stringify(exchange).length <= 2_048, String(JSON.stringify(exchange).length));
  });
});
