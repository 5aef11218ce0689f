// From examples to the classifier's numbers, in two layers: a base that is frozen, and our own templates on top of it.
import { BUCKETS, countFeatures, vectorOf } from '../../agents/classifier/features.ts';
import type { Weights } from '../../agents/classifier/weights.ts';
import { INTENTS } from '../../models/turn.ts';
import type { Example } from './examples.ts';
import { type Line, trainLine } from './svm.ts';

export interface Layer {
  rarity: Float32Array;
  lines: Line[];
}

const LIFT = 3;
export const BASE_COST = 0.5;
export const OWN_COST = 1;

/** Rounded as it will be stored, so that training and answering see the same numbers. */
export function measureRarity(texts: readonly string[]): Float32Array {
  const documents = new Uint32Array(BUCKETS);
  for (const text of texts) for (const bucket of countFeatures(text).keys()) documents[bucket]! += 1;
  return Float32Array.from(
    documents,
    (count) => Math.min(255, Math.round((Math.log((1 + texts.length) / (1 + count)) + 1) * 16)) / 16,
  );
}

export function trainLayer(examples: Example[], cost: number, rarity: Float32Array, start?: Line[]): Layer {
  const vectors = examples.map((example) => vectorOf(example.text, rarity));
  const costs = examples.map(() => cost);
  const lines = INTENTS.map((_, intent) =>
    trainLine(
      vectors,
      examples.map((example) => (example.intent === intent ? 1 : -1)),
      costs,
      LIFT,
      start?.[intent],
    ),
  );
  return { rarity, lines };
}

/** Eight bits a weight: what is stored is what answers. */
export function pack({ rarity, lines }: Layer): Weights {
  const weights = new Int8Array(INTENTS.length * BUCKETS);
  const scale = new Float32Array(INTENTS.length);
  const bias = new Float32Array(INTENTS.length);
  for (const [intent, line] of lines.entries()) {
    const largest = line.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9);
    scale[intent] = largest / 127;
    bias[intent] = line.bias;
    for (let bucket = 0; bucket < BUCKETS; bucket += 1)
      weights[intent * BUCKETS + bucket] = Math.round((line.weights[bucket]! / largest) * 127);
  }
  return { rarity, weights, scale, bias };
}

/** The lines of packed weights, as where the next layer begins. */
export function unpack({ rarity, weights, scale, bias }: Weights): Layer {
  const lines = INTENTS.map((_, intent) => ({
    weights: Float64Array.from(
      weights.subarray(intent * BUCKETS, (intent + 1) * BUCKETS),
      (weight) => weight * scale[intent]!,
    ),
    bias: bias[intent]!,
  }));
  return { rarity, lines };
}
