// Trains the recognisers of acts, risks and topics from the lines in agents/classifier/templates/NAME/: a file for each kind,
// and none.txt with messages that only look like one. A risk is no act and no topic, and the other way round; the intents' own
// lines are none of the kinds, nor are acts topics, but for those that a first training takes for one.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Vector } from '../../agents/classifier/features.ts';
import { plainOf } from '../../agents/classifier/plain.ts';
import {
  createRecogniser,
  encodeKinds,
  FEW_BUCKETS,
  fewFeaturesOf,
  type Kinds,
  NONE,
} from '../../agents/classifier/recogniser.ts';
import type { Example } from './examples.ts';
import { layOut, trainLine } from './svm.ts';

const CLASSIFIER = join(import.meta.dirname, '../../agents/classifier');
export const RECOGNISERS = ['acts', 'risks', 'topics'] as const;
type Recogniser = (typeof RECOGNISERS)[number];
/** Kinds that lie so near to one of the other recogniser's that they say nothing about it. */
const NEIGHBOURS: ReadonlySet<string> = new Set(['our-messages', 'privacy']);

/** So many ordinary wishes would drown the few words of who is in need: one of these is enough. */
const OF_RISKS = 5;

const SETTLE_AFTER = 5;
const EPOCHS = 12;
/** Enough to tell which lines are doubtful. */
const FIRST_EPOCHS = 6;
/** Few lines tell of a risk or of a topic among many that do not: they count more. */
const LEARNING: Record<Recogniser, { cost: number; lift: number }> = {
  acts: { cost: 1, lift: 1 },
  risks: { cost: 2, lift: 4 },
  topics: { cost: 2, lift: 4 },
};
/** Of lines that may be one of the kinds, those that a first training puts this far on its side are left out: few tell of a risk. */
const DOUBTFUL_FROM: Record<Recogniser, number> = { acts: 0, risks: 1, topics: -1 };
/** Weights are kept in so coarse steps, of 127 that the largest has, and those below half a step not at all: the files are small. */
const STEP: Record<Recogniser, number> = { acts: 24, risks: 8, topics: 12 };

/** By its letters: a line that is added or taken away changes nothing for the others. */
function lotOf(text: string): number {
  let lot = 7;
  for (const letter of text) lot = (Math.imul(lot, 31) + letter.codePointAt(0)!) >>> 0;
  return lot >>> 3;
}

interface Told {
  text: string;
  /** The kind, or NONE. */
  name: string;
  vector: Vector;
}

const linesOf = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** As the recogniser will read it. */
const PREPARED: Record<Recogniser, (text: string) => string> = { acts: plainOf, risks: String, topics: String };

function tell(text: string, name: string, reader: Recogniser): Told {
  const prepared = PREPARED[reader](text);
  return { text: prepared, name, vector: fewFeaturesOf(prepared) };
}

/** `reader`: who learns from them. */
function readTold(recogniser: Recogniser, reader = recogniser): Told[] {
  const folder = join(CLASSIFIER, 'templates', recogniser);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => {
      const name = file === 'none.txt' ? NONE : file.replace('.txt', '');
      return linesOf(join(folder, file)).map((line) => tell(line, name, reader));
    });
}

function trainKinds(recogniser: Recogniser, told: readonly Told[], epochs: number): Kinds {
  const step = STEP[recogniser];
  const names = [...new Set(told.map((one) => one.name))].sort();
  const rows = layOut(told.map((one) => one.vector));
  const weights = new Int8Array(names.length * FEW_BUCKETS);
  const scale = new Float32Array(names.length);
  const bias = new Float32Array(names.length);
  for (const [kind, name] of names.entries()) {
    const signs = told.map((one) => (one.name === name ? 1 : -1));
    const start = { weights: new Float64Array(FEW_BUCKETS), bias: 0 };
    const line = trainLine(rows, signs, {
      ...LEARNING[recogniser],
      epochs,
      squared: true,
      settleAfter: SETTLE_AFTER,
      start,
    });
    const largest = line.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9);
    scale[kind] = largest / 127;
    bias[kind] = line.bias;
    for (const [bucket, weight] of line.weights.entries()) {
      const steps = Math.round(((weight / largest) * 127) / step);
      weights[kind * FEW_BUCKETS + bucket] = Math.max(-127, Math.min(127, steps * step));
    }
  }
  return { names, weights, scale, bias };
}

/** `intents`: what the intents are trained with. */
export function trainRecogniser(recogniser: Recogniser, intents: readonly Example[]): { file: Buffer; told: Told[] } {
  const kindsOf = (other: Recogniser) =>
    readTold(other, recogniser)
      .filter(
        ({ name, text }) =>
          name !== NONE && !NEIGHBOURS.has(name) && (recogniser !== 'risks' || lotOf(text) % OF_RISKS === 0),
      )
      .map((one) => ({ ...one, name: NONE }));
  const others = RECOGNISERS.filter((one) => one !== recogniser);
  const isFar = (other: Recogniser) => recogniser === 'risks' || other === 'risks';
  const own = [...readTold(recogniser), ...others.filter(isFar).flatMap(kindsOf)];
  const first = createRecogniser(trainKinds(recogniser, own, FIRST_EPOCHS));
  const near = [
    ...intents.map(({ text }) => tell(text, NONE, recogniser)),
    ...others.filter((one) => !isFar(one)).flatMap(kindsOf),
  ];
  const told = [...own, ...near.filter(({ text }) => first(text).margin < DOUBTFUL_FROM[recogniser])];
  return { file: encodeKinds(trainKinds(recogniser, told, EPOCHS)), told };
}

export function writeRecogniser(recogniser: Recogniser, intents: readonly Example[]): { lines: number; bytes: number } {
  const { file, told } = trainRecogniser(recogniser, intents);
  writeFileSync(join(CLASSIFIER, `${recogniser}.bin`), file);
  return { lines: told.length, bytes: file.length };
}
