// A linear support vector machine by dual coordinate descent, one class against the rest. It may begin at given weights
// and then stays as near to them as the examples allow. Seeded: the same examples, the same numbers.
import { BUCKETS, type Vector } from '../../agents/classifier/features.ts';

export interface Line {
  weights: Float64Array;
  bias: number;
}

/** Vectors one behind the other: vector n stands from `starts[n]` to before `starts[n + 1]`. */
export interface Rows {
  starts: Int32Array;
  buckets: Uint16Array;
  values: Float64Array;
}

/** A margin of 1 is enough. */
const WELL_BEYOND = 1.25;

/** Every line walks through all vectors forty times, in another order each time: in one piece they stay in the cache. */
export function layOut(vectors: readonly Vector[]): Rows {
  const size = vectors.reduce((sum, { buckets }) => sum + buckets.length, 0);
  const rows = {
    starts: new Int32Array(vectors.length + 1),
    buckets: new Uint16Array(size),
    values: new Float64Array(size),
  };
  let end = 0;
  for (const [at, { buckets, values }] of vectors.entries()) {
    rows.buckets.set(buckets, end);
    rows.values.set(values, end);
    end += buckets.length;
    rows.starts[at + 1] = end;
  }
  return rows;
}

// Two small functions that are called for every row, and not two loops in the large one: those are compiled once and for all.

function reach({ starts, buckets, values }: Rows, at: number, weights: Float64Array, bias: number): number {
  let margin = bias;
  const end = starts[at + 1]!;
  for (let k = starts[at]!; k < end; k += 1) margin += weights[buckets[k]!]! * values[k]!;
  return margin;
}

function move({ starts, buckets, values }: Rows, at: number, weights: Float64Array, step: number): void {
  const end = starts[at + 1]!;
  for (let k = starts[at]!; k < end; k += 1) weights[buckets[k]!]! += step * values[k]!;
}

export interface Training {
  /** How much each example counts; the outnumbered class counts `lift` times. */
  cost: number;
  lift: number;
  /** How often all examples are walked through. */
  epochs: number;
  /** What lies on the wrong side counts by how far, squared: every example has its say, and fewer epochs are enough. */
  squared?: boolean;
  /** From this epoch on, examples that lie well on their own side are left alone: much faster, and it changes little. */
  settleAfter?: number;
  start?: Line | undefined;
}

export function trainLine(
  rows: Rows,
  signs: readonly number[],
  { cost, lift, epochs, squared = false, settleAfter, start }: Training,
): Line {
  const count = signs.length;
  const weights = start ? Float64Array.from(start.weights) : new Float64Array(BUCKETS);
  const alpha = new Float64Array(count);
  const sides = Int8Array.from(signs);
  let bias = start?.bias ?? 0;
  let seed = 12_345;
  let order = Int32Array.from({ length: count }, (_, at) => at);
  const settled = new Uint8Array(count);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    if (epoch === settleAfter) order = order.filter((at) => settled[at] === 0);
    for (let at = order.length - 1; at > 0; at -= 1) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      const other = seed % (at + 1);
      const moved = order[at]!;
      order[at] = order[other]!;
      order[other] = moved;
    }
    for (let turn = 0; turn < order.length; turn += 1) {
      const at = order[turn]!;
      const sign = sides[at]!;
      const own = sign > 0 ? cost * lift : cost;
      const cap = squared ? Number.POSITIVE_INFINITY : own;
      const give = squared ? 1 / (2 * own) : 0;
      const margin = reach(rows, at, weights, bias);
      const before = alpha[at]!;
      settled[at] = before === 0 && sign * margin > WELL_BEYOND ? 1 : 0;
      const slope = sign * margin - 1 + give * before;
      const after = Math.min(cap, Math.max(0, before - slope / (2 + give))); // |x|² + 1 for the bias
      const step = (after - before) * sign;
      if (step === 0) continue;
      alpha[at] = after;
      bias += step;
      move(rows, at, weights, step);
    }
  }
  return { weights, bias };
}
