// Recognises a few kinds of messages among everything else, in any of our four languages: the same hashed features as the
// intents', folded to fewer buckets, and one line per kind. scripts/train/recognisers.ts trains it from the lines in templates/.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { remembered } from '../../core/remembered.ts';
import { counter, eachFeature, type Vector } from './features.ts';

/** Few kinds tell apart with few buckets. */
export const FEW_BUCKETS = 1 << 14;

export interface Kinds {
  names: string[];
  /** weights[kind * FEW_BUCKETS + bucket] × scale[kind] */
  weights: Int8Array;
  scale: Float32Array;
  bias: Float32Array;
}

export interface Recognised {
  name: string;
  /** How far it lies before the next kind, and before none of them; below 0 where it is none. */
  margin: number;
}

/** What is none of the kinds has a line, too. */
export const NONE = '';

/** The kind whose side the text lies on most; its margin is below 0 where it is none of them. */
export type Recogniser = (text: string) => Recognised;

/** Words and characters have a half each, and weigh the same: the few words of a message would be drowned by its characters. */
const HALF = FEW_BUCKETS / 2;

/** Features of few buckets: all equally rare, since the lines are too few to tell. */
export function fewFeaturesOf(text: string): Vector {
  const words = counter();
  const characters = counter();
  eachFeature(
    text,
    (bucket) => words.add(bucket & (HALF - 1)),
    (bucket) => characters.add(HALF + (bucket & (HALF - 1))),
  );
  const halves = [words.counts, characters.counts].map((counts) => {
    const values = [...counts.values()].map((count) => 1 + Math.log(count));
    const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
    return { buckets: [...counts.keys()], values: values.map((value) => value / length / Math.SQRT2) };
  });
  return { buckets: halves.flatMap(({ buckets }) => buckets), values: halves.flatMap(({ values }) => values) };
}

export function createRecogniser({ names, weights, scale, bias }: Kinds): Recogniser {
  return (text) => {
    const { buckets, values } = fewFeaturesOf(text);
    const lines = names.map((name, kind) => {
      let sum = 0;
      for (let at = 0; at < buckets.length; at += 1) sum += weights[kind * FEW_BUCKETS + buckets[at]!]! * values[at]!;
      return { name, reach: sum * scale[kind]! + bias[kind]! };
    });
    const [best, second] = lines.sort((one, other) => other.reach - one.reach);
    const [kind, other] = best!.name === NONE ? [second!, best!] : [best!, second!];
    return { name: kind.name, margin: kind.reach - other.reach };
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
