// The trained numbers, as they stand in weights.bin: a header, the rarity of each bucket, and one int8 weight per
// intent and bucket. Written by scripts/train.ts, to the byte the same from the same templates.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { INTENTS } from '../../models/turn.ts';
import { BUCKETS } from './features.ts';

export interface Weights {
  /** Inverse document frequency per bucket. */
  rarity: Float32Array;
  /** weights[intent * BUCKETS + bucket] × scale[intent] */
  weights: Int8Array;
  scale: Float32Array;
  bias: Float32Array;
}

const MAGIC = 0x46_44_57_31; // "FDW1"
const HEADER = 4 + INTENTS.length * 8;
/** Rarity is stored in steps of 1/16. */
const RARITY_STEP = 16;

export function encodeWeights({ rarity, weights, scale, bias }: Weights): Buffer {
  const buffer = Buffer.alloc(HEADER + BUCKETS + weights.length);
  buffer.writeUInt32BE(MAGIC, 0);
  for (let at = 0; at < INTENTS.length; at += 1) {
    buffer.writeFloatBE(scale[at]!, 4 + at * 8);
    buffer.writeFloatBE(bias[at]!, 8 + at * 8);
  }
  for (let at = 0; at < BUCKETS; at += 1) buffer[HEADER + at] = Math.min(255, Math.round(rarity[at]! * RARITY_STEP));
  Buffer.from(weights.buffer, weights.byteOffset, weights.length).copy(buffer, HEADER + BUCKETS);
  return buffer;
}

/** Throws TypeError when the file is not ours. */
export function decodeWeights(buffer: Buffer): Weights {
  if (buffer.length !== HEADER + BUCKETS + BUCKETS * INTENTS.length || buffer.readUInt32BE(0) !== MAGIC) {
    throw new TypeError('weights.bin is not a classifier file: run `npm run train`');
  }
  const scale = Float32Array.from(INTENTS, (_, at) => buffer.readFloatBE(4 + at * 8));
  const bias = Float32Array.from(INTENTS, (_, at) => buffer.readFloatBE(8 + at * 8));
  const rarity = Float32Array.from(buffer.subarray(HEADER, HEADER + BUCKETS), (step) => step / RARITY_STEP);
  const weights = new Int8Array(buffer.subarray(HEADER + BUCKETS));
  return { rarity, weights, scale, bias };
}

/** As the files hold them: by Brotli, whose bytes are the same everywhere. */
export function packWeights(weights: Weights): Buffer {
  return brotliCompressSync(encodeWeights(weights));
}

export function readWeights(path = new URL('./weights.bin', import.meta.url)): Weights {
  return decodeWeights(brotliDecompressSync(readFileSync(path)));
}
