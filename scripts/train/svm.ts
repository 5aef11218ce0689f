// A linear support vector machine by dual coordinate descent, one class against the rest. It may begin at given weights
// and then stays as near to them as the examples allow. Seeded: the same examples, the same numbers.
import { BUCKETS, type Vector } from '../../agents/classifier/features.ts';

export interface Line {
  weights: Float64Array;
  bias: number;
}

const EPOCHS = 40;
/** A margin of 1 is enough. */
const WELL_BEYOND = 1.25;

/**
 * `cost`: how much each example counts; the outnumbered class counts `lift` times. `settleAfter`: from this epoch on, examples
 * that lie well on their own side are left alone, which takes most of the time away and changes little.
 */
export function trainLine(
  vectors: Vector[],
  signs: number[],
  costs: number[],
  lift: number,
  start?: Line,
  settleAfter = Number.POSITIVE_INFINITY,
): Line {
  const weights = start ? Float64Array.from(start.weights) : new Float64Array(BUCKETS);
  const alpha = new Float64Array(vectors.length);
  let bias = start?.bias ?? 0;
  let seed = 12_345;
  let order = vectors.map((_, at) => at);
  const settled = new Uint8Array(vectors.length);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    if (epoch === settleAfter) order = order.filter((at) => settled[at] === 0);
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
      settled[at] = before === 0 && sign * margin > WELL_BEYOND ? 1 : 0;
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
