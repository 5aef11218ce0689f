// What the shop sells, in the words that customers use for it: the kind of a thing ("kettle"), the make that tells two of a
// kind apart ("travel"), and its whole name. Learnt from the catalogue while the server runs, so that another shop's things
// are read as well as the demo shop's. One shop a process.
import { literally } from '../core/literally.ts';

export interface Named {
  name: string;
}

/** Sources of regular expressions, without groups that count. */
export interface GoodsPattern {
  /** Any kind, singular or plural. */
  thing: string;
  make: string;
}

const LEAST_LETTERS = 3;
/** A word before the kind is a make when so many things have it. */
const MAKE_FROM = 2;
const MOST = 500;
/** Words that mean something else to a support desk, whatever they mean in a name. */
const NO_KIND = new Set(
  'account bill book box bundle card case day delivery item kit one order pack package parcel plan product refund return service set shop size store thing time'.split(
    ' ',
  ),
);
/** Other words for what is sold. */
const ALSO: Record<string, readonly string[]> = { headphone: ['headset', 'earphone', 'earbud'], backpack: ['bag'] };

/** Until a catalogue was read. */
const AT_FIRST: readonly Named[] = ['Compact', 'Classic', 'Studio', 'Travel', 'Everyday', 'Wireless'].flatMap((make) =>
  ['Headphones', 'Speaker', 'Keyboard', 'Lamp', 'Backpack', 'Kettle', 'Camera', 'Watch', 'Blanket', 'Charger'].map(
    (kind) => ({ name: `${make} ${kind}` }),
  ),
);

const stemOf = (word: string) => (/ss$/.test(word) ? word : word.replace(/s$/, ''));
const eitherNumber = (stem: string) => `${literally(stem)}(?:${/(?:[sxz]|[cs]h)$/.test(stem) ? 'es' : 's'})?`;
/** What matches nothing, where there is nothing to name. */
const NOTHING = '(?!)';
const anyOf = (words: readonly string[]) => (words.length === 0 ? NOTHING : `(?:${words.join('|')})`);

/** The words of a name that say what it is: no sizes and no numbers. */
const wordsOf = (name: string) =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}'-]+/u)
    .filter((word) => word.length >= LEAST_LETTERS && !/\d/.test(word));

const longestFirst = (one: string, other: string) => other.length - one.length;

function patternOf(products: readonly Named[]): GoodsPattern {
  const kinds = new Set<string>();
  const makes = new Map<string, number>();
  for (const words of products.map(({ name }) => wordsOf(name))) {
    const kind = stemOf(words.pop() ?? '');
    if (kind !== '' && !NO_KIND.has(kind)) kinds.add(kind);
    for (const word of words) makes.set(word, (makes.get(word) ?? 0) + 1);
  }
  const called = [...kinds].flatMap((kind) => [kind, ...(ALSO[kind] ?? [])]);
  const several = [...makes].filter(([, count]) => count >= MAKE_FROM).map(([word]) => word);
  return {
    thing: anyOf(called.slice(0, MOST).sort(longestFirst).map(eitherNumber)),
    make: anyOf(several.slice(0, MOST).sort(longestFirst).map(literally)),
  };
}

let names: string[] = [];
let learnt = '';
let pattern = patternOf(AT_FIRST);
let revision = 0;

/** From now on these are sold; none: nothing is known yet, as before the first catalogue. */
export function learnGoods(products: readonly Named[]): void {
  // The catalogue is read every minute, and seldom another one.
  const read = products.map(({ name }) => name).join('\n');
  if (read === learnt) return;
  learnt = read;
  names = products
    .map(({ name }) => name.trim())
    .filter((name) => wordsOf(name).length > 0)
    .sort(longestFirst);
  pattern = patternOf(products.length > 0 ? products : AT_FIRST);
  revision += 1;
}

/** A pattern that speaks of what is sold; it is built anew when that changes. */
export function ofGoods<T>(build: (goods: GoodsPattern) => T): () => T {
  let built = -1;
  let value: T;
  return () => {
    if (built !== revision) {
      value = build(pattern);
      built = revision;
    }
    return value;
  };
}

/** In either number. */
const shortOf = (name: string) => name.replace(/s$/i, '');
const NAME = ofGoods(
  () => new RegExp(`(?<![\\p{L}\\p{N}])${anyOf(names.map(shortOf).map(literally))}s?(?![\\p{L}\\p{N}])`, 'giu'),
);
const ONE_OF_THEM = ofGoods(({ make, thing }) => new RegExp(`\\b${make} ${thing}\\b`, 'i'));

/** The products of the catalogue that a text names in full, as the catalogue writes them, in order and without repeats. */
export function readProductNames(text: string): string[] {
  const found = Array.from(text.replace(/\s+/g, ' ').matchAll(NAME()), ([match]) =>
    names.find((name) => match.toLowerCase().startsWith(shortOf(name).toLowerCase())),
  );
  return [...new Set(found.filter((name) => name !== undefined))];
}

/** "Travel headphones": a make and its kind, as it is written; null where no such thing is named. */
export function readMake(text: string): string | null {
  return ONE_OF_THEM().exec(text)?.[0] ?? null;
}

const KIND = ofGoods(({ thing }) => new RegExp(`\\b${thing}\\b`, 'i'));

/** The kind of product that is named; null where none is. */
export function namedKind(text: string): string | null {
  return KIND().exec(text)?.[0] ?? null;
}

/** "Headphones" and "headphone": what two names of one kind have in common; '' where none is named. */
export const rootOfKind = (kind: string | null): string => kind?.slice(0, 4).toLowerCase() ?? '';
