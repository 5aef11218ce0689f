// What the customers of the load say: sentences of the kinds that need no tool, and of the kind that looks up an order.
// Each carries a running number, so that nothing can be answered from a memory of the very same text.
import { seededRandom } from './seed.ts';

const PLAIN = [
  'hello there',
  'hi, is anybody in',
  'good morning to you',
  'thanks, that was quick',
  'thank you for your help',
  'hey, hope you are well today',
  'great, thanks a lot',
  'good evening',
];

const ORDER = [
  'where is my order ORD-12345',
  'when will order ORD-12345 be delivered',
  'what is the status of ORD-12345 please',
  'has my parcel for order ORD-12345 been sent',
];

export type Talk = 'plain' | 'order';

/** An endless list of sentences, the same for the same seed. */
export function createSentences(kind: Talk, seed: number): () => string {
  const random = seededRandom(seed);
  const source = kind === 'plain' ? PLAIN : ORDER;
  let count = 0;
  return () => {
    count += 1;
    return `${source[Math.floor(random() * source.length)]} (${count})`;
  };
}
