// What kinds of things a shop sells, and what is like a product: by its category, and where that holds different things, by
// what its name ends in ("Travel Speaker" is a speaker). Pure.
import type { Product } from '../backends/catalogue.ts';

const MOST_KINDS = 20;
const MOST_EXAMPLES = 3;

export interface Kind {
  name: string;
  count: number;
  /** The lowest price in it. */
  from: number;
  currency: string;
  /** Names of products, each another sort of thing where there are some. */
  examples: string[];
}

/** What it costs at least: of what is there, if anything is. */
export function lowestPrice({ variants }: Product): number {
  const there = variants.filter((one) => one.stock > 0);
  return Math.min(...(there.length > 0 ? there : variants).map((one) => one.price));
}

/** In stock only. */
export function cheapestOf(products: readonly Product[], limit: number): Product[] {
  return products
    .filter(({ variants }) => variants.some((one) => one.stock > 0))
    .sort((one, other) => lowestPrice(one) - lowestPrice(other))
    .slice(0, limit);
}

/** "Travel Speaker" → "speaker". */
const thingOf = ({ name }: Product) => name.toLowerCase().split(/\s+/).at(-1)!.replace(/s$/, '');

/** Of its category, those that are the same sort of thing; all others of the category where none is. */
export function likeThis(product: Product, category: readonly Product[]): Product[] {
  const same = category.filter((one) => thingOf(one) === thingOf(product));
  return same.length > 1 ? same : [...category];
}

/** By category, the largest first. */
export function kindsOf(products: readonly Product[]): Kind[] {
  return [...Map.groupBy(products, ({ category }) => category)]
    .map(([name, all]) => ({
      name,
      count: all.length,
      from: Math.min(...all.map(lowestPrice)),
      currency: all[0]!.variants[0]!.currency,
      examples: examplesOf(all),
    }))
    .sort((one, other) => other.count - one.count)
    .slice(0, MOST_KINDS);
}

function examplesOf(products: readonly Product[]): string[] {
  const byThing = new Map<string, string>();
  for (const product of products) if (!byThing.has(thingOf(product))) byThing.set(thingOf(product), product.name);
  return [...byThing.values()].slice(0, MOST_EXAMPLES);
}
