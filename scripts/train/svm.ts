// A linear support vector machine by dual coordinate descent, one class against the rest. It may begin at given weights
// and then stays as near to them as the examples allow. Seeded: the same examples, the same numbers.
import { BUCKETS, type Vector } from '../../agents/classifier/features.ts';

export interface Line {
  weights: Float64Array;
  bias: number;
}

const EPOCHS = 40;

/** `cost`: how much each example counts; the outnumbered class counts `lift` times. */
export function trainLine(vectors: Vector[], signs: number[], costs: number[], lift: number, start?: Line): Line {
  const weights = start ? Float64Array.from(start.weights) : new Float64Array(BUCKETS);
  const alpha = new Float64Array(vectors.length);
  let bias = start?.bias ?? 0;
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
      const cap = costs[at]! * (sign > 0 ? lift : 1);
      let margin = bias;
      for (let k = 0; k < buckets.length; k += 1) margin += weights[buckets[k]!]! * values[k]!;
      const before = alpha[at]!;
      const after = Math.min(cap, Math.max(0, before - (sign * margin - 1) / 2)); // |x|² + 1 for the bias
      const step = (after - before) * sign;
      if (step === 0) continue;
      alpha[at] = after;
      bias += step;
      for (let k = 0; k < buckets.length; k += 1) weights[buckets[k]!]! += step * values[k]!;
    }
  }
  return { weights, bias };
}
