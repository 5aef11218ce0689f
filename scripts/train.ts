// Trains the local classifier from our own templates and writes agents/classifier/weights.bin: a linear support vector
// machine per intent (dual coordinate descent). No randomness that is not seeded: the same templates, the same bytes.
import { readFileSync, writeFileSync } from 'node:fs';
import { BUCKETS, countFeatures, type Vector, vectorOf } from '../agents/classifier/features.ts';
import { encodeWeights } from '../agents/classifier/weights.ts';
import { INTENTS } from '../models/turn.ts';

const FILLERS: Record<string, string[]> = {
  order: ['ORD-12345', 'ord 20077', 'ORD-20311'],
  product: ['headphones', 'speaker', 'watch', 'kettle'],
  money: ['$89.99', '45 euros', '$12'],
  place: ['LA', 'Berlin', 'Canada'],
};
const EPOCHS = 60;
const PENALTY = 1;

interface Example {
  text: string;
  intent: number;
}

function readTemplates(): Example[] {
  return INTENTS.flatMap((name, intent) => {
    const file = new URL(
      `../agents/classifier/templates/${name.toLowerCase().replaceAll('_', '-')}.txt`,
      import.meta.url,
    );
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    return lines.flatMap((line) => fill(line).map((text) => ({ text, intent })));
  });
}

/** A line once for each value of its slot, or once if it has none. */
function fill(line: string): string[] {
  const slot = /\{(\w+)\}/.exec(line)?.[1];
  if (!slot) return [line];
  return (FILLERS[slot] ?? [slot]).flatMap((value) => fill(line.replace(`{${slot}}`, value)));
}

function measureRarity(examples: Example[]): Float32Array {
  const documents = new Uint32Array(BUCKETS);
  for (const example of examples) for (const bucket of countFeatures(example.text).keys()) documents[bucket]! += 1;
  // Rounded as it will be stored, so that training and answering see the same numbers.
  return Float32Array.from(
    documents,
    (count) => Math.min(255, Math.round((Math.log((1 + examples.length) / (1 + count)) + 1) * 16)) / 16,
  );
}

/** One class against the rest; returns weights and bias. */
function trainOne(vectors: Vector[], signs: number[]): { weights: Float64Array; bias: number } {
  const weights = new Float64Array(BUCKETS);
  const alpha = new Float64Array(vectors.length);
  let bias = 0;
  let seed = 12_345;
  const order = vectors.map((_, at) => at);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      const other = seed % (at + 1);
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    for (const at of order) {
      const { buckets, values } = vectors[at]!;
      const sign = signs[at]!;
      const cap = sign > 0 ? PENALTY * 4 : PENALTY; // the class is outnumbered by the rest
      let margin = bias;
      for (let k = 0; k < buckets.length; k += 1) margin += weights[buckets[k]!]! * values[k]!;
      const gradient = sign * margin - 1;
      const before = alpha[at]!;
      const after = Math.min(cap, Math.max(0, before - gradient / 2)); // |x|² + 1 for the bias
      const step = (after - before) * sign;
      if (step === 0) continue;
      alpha[at] = after;
      bias += step;
      for (let k = 0; k < buckets.length; k += 1) weights[buckets[k]!]! += step * values[k]!;
    }
  }
  return { weights, bias };
}

function main(): void {
  const examples = readTemplates();
  const rarity = measureRarity(examples);
  const vectors = examples.map((example) => vectorOf(example.text, rarity));
  const packed = new Int8Array(INTENTS.length * BUCKETS);
  const scale = new Float32Array(INTENTS.length);
  const bias = new Float32Array(INTENTS.length);
  for (let intent = 0; intent < INTENTS.length; intent += 1) {
    const trained = trainOne(
      vectors,
      examples.map((example) => (example.intent === intent ? 1 : -1)),
    );
    const largest = trained.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    scale[intent] = largest / 127;
    bias[intent] = trained.bias;
    for (let bucket = 0; bucket < BUCKETS; bucket += 1)
      packed[intent * BUCKETS + bucket] = Math.round((trained.weights[bucket]! / largest) * 127);
  }
  const file = encodeWeights({ rarity, weights: packed, scale, bias });
  writeFileSync(new URL('../agents/classifier/weights.bin', import.meta.url), file);
  process.stdout.write(`${examples.length} sentences, ${INTENTS.length} intents, ${file.length} bytes\n`);
}

main();
