// From examples to the classifier's numbers, in layers, each frozen before the next: what a larger model taught, the rows
// of others, and our own templates on top of them.
import { BUCKETS, vectorOf } from '../../agents/classifier/features.ts';
import { readWeights, type Weights } from '../../agents/classifier/weights.ts';
import { INTENTS } from '../../models/turn.ts';
import type { Example } from './examples.ts';
import { type Line, layOut, trainLine } from './svm.ts';

export interface Layer {
  rarity: Float32Array;
  lines: Line[];
}

const LIFT = 3;
const EPOCHS = 40;
/** Small, so that what was taught is corrected and not learnt over. */
export const BASE_COST = 0.15;
export const OWN_COST = 0.1;

/** Where the base begins: what a larger model taught, frozen (docs/answers.md tells how), and how rare each bucket is. */
export function readTaught(): Layer {
  return unpack(readWeights(new URL('taught.bin', import.meta.url)));
}

export function trainLayer(examples: Example[], cost: number, rarity: Float32Array, start?: Line[]): Layer {
  const rows = layOut(examples.map((example) => vectorOf(example.text, rarity)));
  const lines = INTENTS.map((_, intent) =>
    trainLine(
      rows,
      examples.map((example) => (example.intent === intent ? 1 : -1)),
      { cost, lift: LIFT, epochs: EPOCHS, start: start?.[intent] },
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
