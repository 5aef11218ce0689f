// eval:multi — scores messages with several intents on rows {text, intents: [a, b]}: exact when the same set is found.
import { createClassifier } from '../agents/classifier/index.ts';
import { percent, print, readArguments, readRows } from './rows.ts';

const { file, json } = readArguments('usage: npm run eval:multi -- FILE.jsonl [--json]');
const { classify } = createClassifier();
/** As the router takes them: the first, and every further one that has a part of the text of its own. */
const judged = readRows<{ text: string; intents: string[] }>(file).map(({ text, intents }) => {
  const given = new Set(
    classify(text)
      .intents.filter((one, at) => at === 0 || one.clause !== undefined)
      .map((one) => one.intent as string),
  );
  const wanted = new Set(intents);
  const hits = [...wanted].filter((intent) => given.has(intent)).length;
  return { exact: hits === wanted.size && given.size === wanted.size, hits, given: given.size, wanted: wanted.size };
});
const sum = (of: (one: (typeof judged)[number]) => number) => judged.reduce((total, one) => total + of(one), 0);
const result = {
  rows: judged.length,
  exact: judged.filter((one) => one.exact).length / Math.max(1, judged.length),
  recall:
    sum((one) => one.hits) /
    Math.max(
      1,
      sum((one) => one.wanted),
    ),
  precision:
    sum((one) => one.hits) /
    Math.max(
      1,
      sum((one) => one.given),
    ),
};
if (json) print(JSON.stringify(result));
else
  print(
    `${result.rows} rows: exact ${percent(result.exact)}, recall ${percent(result.recall)}, precision ${percent(result.precision)}`,
  );
