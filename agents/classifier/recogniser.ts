// Recognises a few kinds of messages among everything else, in any of our four languages: the same hashed features as the
// intents', folded to fewer buckets, and one line per kind. scripts/train/recognisers.ts trains it from the lines in templates/.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { remembered } from '../../core/remembered.ts';
import { BUCKETS, type Vector, vectorOf } from './features.ts';

/** Few kinds tell apart with few buckets. */
export const FEW_BUCKETS = 1 << 13;

export interface Kinds {
  names: string[];
  /** weights[kind * FEW_BUCKETS + bucket] × scale[kind] */
  weights: Int8Array;
  scale: Float32Array;
  bias: Float32Array;
}

export interface Recognised {
  name: string;
  /** How far it lies on the kind's side; the training puts the nearest examples at 1. */
  margin: number;
}

/** The kind whose side the text lies on most; its margin is below 0 where it is none of them. */
export type Recogniser = (text: string) => Recognised;

const EVEN = new Float32Array(BUCKETS).fill(1);

/** Features of few buckets: all equally rare, since the lines are too few to tell. */
export function fewFeaturesOf(text: string): Vector {
  const { buckets, values } = vectorOf(text, EVEN);
  const folded = new Map<number, number>();
  for (const [at, bucket] of buckets.entries()) {
    const few = bucket & (FEW_BUCKETS - 1);
    folded.set(few, (folded.get(few) ?? 0) + values[at]!);
  }
  const length = Math.sqrt([...folded.values()].reduce((sum, value) => sum + value * value, 0)) || 1;
  return { buckets: [...folded.keys()], values: [...folded.values()].map((value) => value / length) };
}

export function createRecogniser({ names, weights, scale, bias }: Kinds): Recogniser {
  return (text) => {
    const { buckets, values } = fewFeaturesOf(text);
    return names
      .map((name, kind) => {
        let sum = 0;
        for (let at = 0; at < buckets.length; at += 1) sum += weights[kind * FEW_BUCKETS + buckets[at]!]! * values[at]!;
        return { name, margin: sum * scale[kind]! + bias[kind]! };
      })
      .reduce((best, one) => (one.margin > best.margin ? one : best));
  };
}

const SIZE_BYTES = 4;

/** A header in JSON, its length before it, then one byte per weight; by Brotli, whose bytes are the same everywhere. */
export function encodeKinds({ names, weights, scale, bias }: Kinds): Buffer {
  const header = Buffer.from(JSON.stringify({ names, scale: [...scale], bias: [...bias] }));
  const size = Buffer.alloc(SIZE_BYTES);
  size.writeUInt32BE(header.length);
  return brotliCompressSync(
    Buffer.concat([size, header, Buffer.from(weights.buffer, weights.byteOffset, weights.length)]),
  );
}

/** Throws when the file is not ours. */
export function decodeKinds(file: Buffer): Kinds {
  const buffer = brotliDecompressSync(file);
  const end = SIZE_BYTES + buffer.readUInt32BE(0);
  const { names, scale, bias } = JSON.parse(buffer.toString('utf8', SIZE_BYTES, end)) as {
    names: string[];
    scale: number[];
    bias: number[];
  };
  if (buffer.length - end !== names.length * FEW_BUCKETS)
    throw new TypeError('this is no file of kinds: run `npm run train`');
  return {
    names,
    weights: new Int8Array(buffer.subarray(end)),
    scale: Float32Array.from(scale),
    bias: Float32Array.from(bias),
  };
}

/** `name`: risks or topics. */
export function readRecogniser(name: string): Recogniser {
  return remembered(createRecogniser(decodeKinds(readFileSync(new URL(`./${name}.bin`, import.meta.url)))));
}
