// Trains the recognisers of risks and of topics from the lines in agents/classifier/templates/NAME/: a file for each kind,
// and none.txt with messages that only look like one. What one recogniser learns is none of the other's kinds; nor are the
// intents' own lines, but for those that a first training takes for one.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Vector } from '../../agents/classifier/features.ts';
import {
  createRecogniser,
  encodeKinds,
  FEW_BUCKETS,
  fewFeaturesOf,
  type Kinds,
} from '../../agents/classifier/recogniser.ts';
import type { Example } from './examples.ts';
import { trainLine } from './svm.ts';

const CLASSIFIER = join(import.meta.dirname, '../../agents/classifier');
export const RECOGNISERS = ['risks', 'topics'] as const;
/** Kinds that lie so near to one of the other recogniser's that they say nothing about it. */
const NEIGHBOURS: ReadonlySet<string> = new Set(['our-messages', 'privacy']);

const COST = 3;
const LIFT = 2;
const SETTLE_AFTER = 5;
/** Of the intents' lines, those that a first training puts this far on a kind's side are left out: many ask in general, few tell of a risk. */
const DOUBTFUL_FROM: Record<string, number> = { risks: 1, topics: 0 };
/** Weights below this share of the largest are as good as none; without them the file is small. */
const LEAST_WEIGHT = 2;

interface Told {
  text: string;
  /** Empty: none. */
  name: string;
  vector: Vector;
}

const linesOf = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function tell(text: string, name: string): Told {
  return { text, name, vector: fewFeaturesOf(text) };
}

function readTold(recogniser: string): Told[] {
  const folder = join(CLASSIFIER, 'templates', recogniser);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => {
      const name = file === 'none.txt' ? '' : file.replace('.txt', '');
      return linesOf(join(folder, file)).map((line) => tell(line, name));
    });
}

export function trainKinds(told: readonly Told[]): Kinds {
  const names = [...new Set(told.map((one) => one.name).filter((name) => name !== ''))].sort();
  const vectors = told.map((one) => one.vector);
  const costs = told.map(() => COST);
  const weights = new Int8Array(names.length * FEW_BUCKETS);
  const scale = new Float32Array(names.length);
  const bias = new Float32Array(names.length);
  for (const [kind, name] of names.entries()) {
    const signs = told.map((one) => (one.name === name ? 1 : -1));
    const start = { weights: new Float64Array(FEW_BUCKETS), bias: 0 };
    const line = trainLine(vectors, signs, costs, LIFT, start, SETTLE_AFTER);
    const largest = line.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9);
    scale[kind] = largest / 127;
    bias[kind] = line.bias;
    for (const [bucket, weight] of line.weights.entries()) {
      const step = Math.round((weight / largest) * 127);
      weights[kind * FEW_BUCKETS + bucket] = Math.abs(step) < LEAST_WEIGHT ? 0 : step;
    }
  }
  return { names, weights, scale, bias };
}

/** `others`: what the intents are trained with. */
export function trainRecogniser(recogniser: string, others: readonly Example[]): { file: Buffer; told: Told[] } {
  const theirs = RECOGNISERS.filter((one) => one !== recogniser)
    .flatMap(readTold)
    .filter(({ name }) => name !== '' && !NEIGHBOURS.has(name))
    .map((one) => ({ ...one, name: '' }));
  const own = [...readTold(recogniser), ...theirs];
  const first = createRecogniser(trainKinds(own));
  const clear = others
    .filter(({ text }) => first(text).margin < DOUBTFUL_FROM[recogniser]!)
    .map(({ text }) => tell(text, ''));
  const told = [...own, ...clear];
  return { file: encodeKinds(trainKinds(told)), told };
}

export function writeRecogniser(recogniser: string, others: readonly Example[]): { lines: number; bytes: number } {
  const { file, told } = trainRecogniser(recogniser, others);
  writeFileSync(join(CLASSIFIER, `${recogniser}.bin`), file);
  return { lines: told.length, bytes: file.length };
}
