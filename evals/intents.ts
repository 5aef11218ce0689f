// eval:intents — scores the local classifier on rows {text, intent, alt?}. Out-of-scope recall is that class's plain recall:
// the share of the out-of-scope rows whose first intent is OUT_OF_SCOPE, however sure it is.
import { createClassifier } from '../agents/classifier/index.ts';
import { percent, print, readArguments, readRows } from './rows.ts';
import { type Judged, score } from './score/classes.ts';

interface Row {
  text: string;
  intent: string;
  alt?: string | string[] | null;
}

const { file, json } = readArguments('usage: npm run eval:intents -- FILE.jsonl [--json]');
const { classify } = createClassifier();
const judged = readRows<Row>(file).map(({ text, intent, alt }): Judged => {
  const { intents, confidence } = classify(text);
  return { expected: intent, alt: alt == null ? [] : [alt].flat(), given: intents[0]!.intent, confidence };
});
const result = { ...score(judged), outOfScopeRecall: score(judged).classes.OUT_OF_SCOPE?.recall ?? null };

if (json) print(JSON.stringify(result));
else {
  print(`${result.rows} rows: strict ${percent(result.strict)}, lenient ${percent(result.lenient)}`);
  print(
    `on the most confident 80 %: ${percent(result.at80.strict)} / ${percent(result.at80.lenient)}; 90 %: ${percent(result.at90.strict)} / ${percent(result.at90.lenient)}`,
  );
  print(
    `calibration error ${result.calibrationError}${result.outOfScopeRecall === null ? '' : `, out-of-scope recall ${percent(result.outOfScopeRecall)}`}`,
  );
  for (const [name, { rows, precision, recall, f1 }] of Object.entries(result.classes))
    print(
      `  ${name.padEnd(18)} ${String(rows).padStart(5)} rows  precision ${percent(precision)}  recall ${percent(recall)}  F1 ${f1.toFixed(2)}`,
    );
  print('mistaken most often:');
  const wrong = Object.entries(result.confusion).flatMap(([expected, given]) =>
    Object.entries(given)
      .filter(([name]) => name !== expected)
      .map(([name, count]) => ({ expected, name, count })),
  );
  for (const { expected, name, count } of wrong.sort((one, other) => other.count - one.count).slice(0, 10))
    print(`  ${expected} taken for ${name}: ${count}`);
}
