// From a text to numbers: hashed words (1–2) and characters (3–5), weighted by how rare they are. Training and
// answering share this file, so they can never disagree.

export const BUCKETS = 1 << 15;

/** What cannot be learnt by heart becomes a sign of its kind. */
export function normalise(text: string): string {
  return text
    .slice(0, 2_000)
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[’`´]/g, "'")
    .replace(/\S+@\S+\.\S+/g, ' zmail ')
    .replace(/https?:\/\/\S+/g, ' zlink ')
    .replace(/\bord[- ]?\d+\b/g, ' zorder ')
    .replace(/[$€£]\s?\d+(?:[.,]\d+)?|\d+(?:[.,]\d+)?\s?(?:dollars|euros?|usd|eur)\b/g, ' zmoney ')
    .replace(/\b\d+(?:[.,]\d+)?\s?(?:kgs?|kilos?|kilograms?|lbs?|pounds)\b/g, ' zweight ')
    .replace(/\d+/g, '0')
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}

function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 16_777_619);
  return (value ^ (value >>> 15)) & (BUCKETS - 1);
}

const WORD_SEED = 2_166_136_261 | 0;
const CHARACTER_SEED = 374_761_393;

/** The buckets of words and pairs of words, and those of characters, each as often as it occurs. */
export function eachFeature(text: string, addWord: (bucket: number) => void, addCharacters = addWord): void {
  const words = normalise(text)
    .split(' ')
    .filter((word) => word !== '');
  for (let at = 0; at < words.length; at += 1) {
    addWord(hash(words[at]!, WORD_SEED));
    if (at > 0) addWord(hash(`${words[at - 1]} ${words[at]}`, WORD_SEED));
    const padded = ` ${words[at]} `;
    for (let length = 3; length <= 5; length += 1) {
      for (let from = 0; from + length <= padded.length; from += 1)
        addCharacters(hash(padded.slice(from, from + length), CHARACTER_SEED));
    }
  }
}

export interface Vector {
  buckets: number[];
  values: number[];
}

/** Counts what it is called with. */
export function counter(): { counts: Map<number, number>; add: (bucket: number) => void } {
  const counts = new Map<number, number>();
  return { counts, add: (bucket) => counts.set(bucket, (counts.get(bucket) ?? 0) + 1) };
}

/** Sublinear counts times rarity, scaled to length 1. `rarity` has one number per bucket. */
export function vectorOf(text: string, rarity: ArrayLike<number>): Vector {
  const buckets: number[] = [];
  const values: number[] = [];
  let square = 0;
  const { counts, add } = counter();
  eachFeature(text, add);
  for (const [bucket, count] of counts) {
    const value = (1 + Math.log(count)) * rarity[bucket]!;
    buckets.push(bucket);
    values.push(value);
    square += value * value;
  }
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
  for (let at = 0; at < values.length; at += 1) values[at]! *= scale;
  return { buckets, values };
}
