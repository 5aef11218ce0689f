// eval:sentiment — scores the sentiment on rows {text, sentiment: negative | neutral | positive}.
import { createClassifier } from '../agents/classifier/index.ts';
import { percent, print, readArguments, readRows } from './rows.ts';
import { type Judged, score } from './score/classes.ts';

const { file, json } = readArguments('usage: npm run eval:sentiment -- FILE.jsonl [--json]');
const { classify } = createClassifier();
const judged = readRows<{ text: string; sentiment: string }>(file).map(({ text, sentiment }): Judged => {
  const { score: mood } = classify(text).sentiment;
  return {
    expected: sentiment,
    given: mood <= -0.2 ? 'negative' : mood < 0.2 ? 'neutral' : 'positive',
    confidence: Math.abs(mood),
  };
});
const { rows, strict, classes, confusion } = score(judged);
if (json) print(JSON.stringify({ rows, accuracy: strict, classes, confusion }));
else {
  print(`${rows} rows: ${percent(strict)} right`);
  for (const [name, one] of Object.entries(classes))
    print(
      `  ${name.padEnd(10)} ${String(one.rows).padStart(5)} rows  precision ${percent(one.precision)}  recall ${percent(one.recall)}  F1 ${one.f1.toFixed(2)}`,
    );
}
