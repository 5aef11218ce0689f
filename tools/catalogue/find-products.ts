// find_products: what the shop sells, with variants, prices and whether they are there; what costs less than a product; and,
// without any words, which kinds of things there are. Open to anybody; exact numbers of stock stay inside, a customer learns
// whether some are left.
import { z } from 'zod';
import type { CatalogueBackend, Product } from '../backends/catalogue.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { ReadTool, ToolResult } from '../tool.ts';
import { cheapestOf, kindsOf, likeThis, lowestPrice } from './kinds.ts';

const input = z.object({
  /** Words of the customer's; left out: the kinds of things that are sold. */
  query: z.string().trim().max(200).default(''),
  /** Known from before: the search is not needed. */
  productId: z.string().max(100).optional(),
  /** A product that was shown: others of its kind that cost less. */
  cheaperThan: z.string().max(100).optional(),
  /** In the shop's currency. */
  mostPrice: z.number().positive().optional(),
  limit: z.number().int().min(1).max(10).default(3),
});
type Input = z.infer<typeof input>;

const MOST_SEARCHED = 50;

export function createFindProducts(catalogue: CatalogueBackend): ReadTool<Input> {
  const listAll = (category?: string) => withRetry('the catalogue', () => catalogue.listProducts(category));
  const find = (productId: string) => withRetry('the catalogue', () => catalogue.findProduct(productId));
  const search = (query: string, limit: number) =>
    withRetry('the catalogue', () => catalogue.searchProducts(query, limit));

  /** Of the same kind for less; where there is none, the least expensive ones. */
  async function findCheaper(shown: Product, { mostPrice, limit }: Input): Promise<ToolResult> {
    const like = likeThis(shown, await listAll(shown.category));
    const below = (product: Product) =>
      mostPrice === undefined ? lowestPrice(product) < lowestPrice(shown) : lowestPrice(product) <= mostPrice;
    const products = cheapestOf(like.filter(below), limit);
    if (products.length > 0) return { found: true, products: products.map(productView) };
    return { found: false, products: [], leastExpensive: cheapestOf(like, Math.min(limit, 3)).map(productView) };
  }

  async function findByWords({ query, mostPrice, limit }: Input): Promise<Product[]> {
    const found = await search(query, mostPrice === undefined ? limit : MOST_SEARCHED);
    // A kind is no word of a product's name.
    const named = found.length > 0 ? found : await listAll(query);
    return named.filter((product) => mostPrice === undefined || lowestPrice(product) <= mostPrice).slice(0, limit);
  }

  return {
    name: 'find_products',
    description:
      'Products by the words for them: description, price, variants and availability. With cheaperThan: others of its kind for less. Without words: the kinds of products there are.',
    input,
    effect: 'reads',
    level: 'anonymous',
    run: async (wanted) => {
      const { query, productId, cheaperThan } = wanted;
      const shown = cheaperThan ? await find(cheaperThan) : null;
      if (shown) return findCheaper(shown, wanted);
      const known = productId ? await find(productId) : null;
      if (!known && query === '') return { found: true, kinds: kindsOf(await listAll()) };
      const found = known ? [known] : await findByWords(wanted);
      return { found: found.length > 0, products: found.map(productView) };
    },
  };
}

/** A few left are worth a word. */
const FEW = 2;

export function productView(product: Product): ToolResult {
  return {
    id: product.id,
    name: product.name,
    description: product.description,
    ...(product.facts ? { facts: product.facts } : {}),
    variants: product.variants.map(({ sku, options, price, currency, stock }) => ({
      sku,
      options: Object.values(options),
      price,
      currency,
      stock: stock === 0 ? 'none' : stock <= FEW ? 'few' : 'some',
    })),
  };
}
