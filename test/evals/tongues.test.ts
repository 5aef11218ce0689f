// What is understood without a model of Spanish, French and German: the floors below what docs/answers.md tells.
import assert from 'node:assert/strict';
import { createClassifier } from '../../agents/classifier/index.ts';
import { readRows } from '../../evals/rows.ts';
import { judgeTongues, type TongueRow } from '../../evals/score/tongues.ts';

describe('Spanish, French and German', () => {
  const { classify } = createClassifier();
  for (const [file, least] of [
    ['tongues-unseen', 0.8],
    ['tongues-known', 0.8],
  ] as const)
    it(`are understood: ${file}`, () => {
      const rows = readRows<TongueRow>(new URL(`../../evals/${file}.jsonl`, import.meta.url).pathname);
      for (const language of ['es', 'fr', 'de']) {
        const score = judgeTongues(
          rows.filter((row) => row.language === language),
          classify,
        );
        assert.ok(score.right >= least && score.wrong <= 0.13, `${language}: ${JSON.stringify(score)}`);
      }
    });

  it('are judged wrong where they are, and out of scope where nothing is read', () => {
    const rows = [
      { language: 'de', text: 'wo ist meine Bestellung?', intent: 'BILLING' },
      { language: 'de', text: 'Wie wird das Wetter morgen?', intent: 'OUT_OF_SCOPE' },
      { language: 'de', text: 'Quatsch mit Sosse', intent: 'BILLING' },
      { language: 'de', text: 'wo ist meine Bestellung?', intent: 'ORDER_INQUIRY' },
    ];
    assert.deepEqual(judgeTongues(rows, classify), { rows: 4, right: 0.5, wrong: 0.25, silent: 0.25 });
  });
});
