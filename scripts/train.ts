// Trains the local classifier. `npm run train` puts our own templates on top of the frozen base and writes weights.bin, to
// the byte the same every time. `npm run train -- --data DIR` makes the base anew from the rows of the development data
// whose licence allows it, starting from the frozen scripts/train/taught.bin, and cross-validates by source, since rows of
// one source resemble each other.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClassifier } from '../agents/classifier/index.ts';
import { decodeWeights, encodeWeights, packWeights, readWeights, type Weights } from '../agents/classifier/weights.ts';
import { type Judged, type Score, score } from '../evals/score/classes.ts';
import { INTENTS } from '../models/turn.ts';
import { type Example, isClean, type Row, readRows, readTemplates } from './train/examples.ts';
import { BASE_COST, type Layer, OWN_COST, pack, readTaught, trainLayer, unpack } from './train/model.ts';
import { RECOGNISERS, writeRecogniser } from './train/recognisers.ts';

const WEIGHTS = new URL('../agents/classifier/weights.bin', import.meta.url);
const EVALUATION = new URL('../agents/classifier/evaluation.json', import.meta.url);
const BASE = new URL('../agents/classifier/base.bin', import.meta.url);

const exampleOf = ({ text, intent }: Row): Example => ({ text, intent: INTENTS.indexOf(intent) });

function trainBase(rows: Row[], taught: Layer): Layer {
  return trainLayer(rows.map(exampleOf), BASE_COST, taught.rarity, taught.lines);
}

/** The base as it will be read from its file. */
const frozen = (layer: Layer) => unpack(decodeWeights(encodeWeights(pack(layer))));

function finish(base: Layer, templates: Example[]): Weights {
  return pack(trainLayer(templates, OWN_COST, base.rarity, base.lines));
}

/** Every source is judged by a classifier that has not seen it. */
function crossValidate(rows: Row[], templates: Example[]): Judged[] {
  const taught = readTaught();
  const family = (row: Row) => row.source.split(/[-/]/)[0]!;
  const families = [...new Set(rows.map(family))];
  return families.flatMap((held) => {
    const seen = rows.filter((row) => isClean(row) && family(row) !== held);
    const { classify } = createClassifier({ weights: finish(frozen(trainBase(seen, taught)), templates) });
    const judged = rows
      .filter((row) => family(row) === held)
      .map((row): Judged => {
        const { intents } = classify(row.text);
        return {
          expected: row.intent,
          alt: row.alt ?? [],
          given: intents[0]!.intent,
          confidence: intents[0]!.confidence,
        };
      });
    const { strict, lenient } = score(judged);
    print(
      `  ${held.padEnd(14)} ${String(judged.length).padStart(5)} rows  strict ${percent(strict)}  lenient ${percent(lenient)}`,
    );
    return judged;
  });
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const print = (line: string) => process.stdout.write(`${line}\n`);

function report(name: string, found: Score): void {
  print(
    `${name}: strict ${percent(found.strict)}, lenient ${percent(found.lenient)}, at 80 % ${percent(found.at80.strict)} / ${percent(found.at80.lenient)}, calibration error ${found.calibrationError}`,
  );
  for (const [intent, { rows, precision, recall, f1 }] of Object.entries(found.classes))
    print(
      `  ${intent.padEnd(18)} ${String(rows).padStart(4)} rows  precision ${percent(precision)}  recall ${percent(recall)}  F1 ${f1.toFixed(2)}`,
    );
}

/** What the numbers page shows beside what colleagues marked as wrong. */
function evaluate(rows: Row[], templates: Example[]): void {
  const found = score(crossValidate(rows, templates));
  report('cross-validated by source', found);
  const round = (share: number) => Math.round(share * 1_000) / 1_000;
  const at = new Date().toISOString().slice(0, 10);
  const kept = { strict: round(found.strict), lenient: round(found.lenient), rows: rows.length, at };
  writeFileSync(EVALUATION, `${JSON.stringify(kept, null, 2)}\n`);
}

function main(): void {
  const templates = readTemplates();
  const at = process.argv.indexOf('--data');
  if (at > 0) {
    const rows = readRows(join(process.argv[at + 1] ?? '.', 'intents.jsonl'));
    if (!process.argv.includes('--fast')) evaluate(rows, templates);
    writeFileSync(BASE, packWeights(pack(trainBase(rows.filter(isClean), readTaught()))));
  }
  if (!existsSync(BASE)) throw new Error('agents/classifier/base.bin is missing: it belongs into the repository');
  const base = unpack(readWeights(BASE));
  const weights = finish(base, templates);
  const file = packWeights(weights);
  writeFileSync(WEIGHTS, file);
  const { classify } = createClassifier({ weights });
  const own = templates.map((one): Judged => {
    const { intents } = classify(one.text);
    return { expected: INTENTS[one.intent]!, given: intents[0]!.intent, confidence: intents[0]!.confidence };
  });
  print(
    `${templates.length} sentences of our own, ${percent(score(own).strict)} of them learnt; weights.bin has ${file.length} bytes`,
  );
  for (const recogniser of RECOGNISERS) {
    const { lines, bytes } = writeRecogniser(recogniser, templates);
    print(`${lines} messages to recognise ${recogniser} by; ${recogniser}.bin has ${bytes} bytes`);
  }
}

main();
