// find_products: what the shop sells, with variants, prices and whether they are there. Open to anybody; exact numbers of
// stock stay inside, a customer learns whether some are left.
import { z } from 'zod';
import type { CatalogueBackend, Product } from '../backends/catalogue.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { ReadTool, ToolResult } from '../tool.ts';

const input = z.object({
  /** Words of the customer's. */
  query: z.string().trim().min(1).max(200),
  /** Known from before: the search is not needed. */
  productId: z.string().max(100).optional(),
  limit: z.number().int().min(1).max(10).default(3),
});

export function createFindProducts(catalogue: CatalogueBackend): ReadTool<z.infer<typeof input>> {
  return {
    name: 'find_products',
    description: 'Products by the words for them: description, price, variants and availability.',
    input,
    effect: 'reads',
    level: 'anonymous',
    run: async ({ query, productId, limit }) => {
      const known = productId ? await withRetry('the catalogue', () => catalogue.findProduct(productId)) : null;
      const found = known ? [known] : await withRetry('the catalogue', () => catalogue.searchProducts(query, limit));
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
    variants: product.variants.map(({ sku, options, price, currency, stock }) => ({
      sku,
      options: Object.values(options),
      price,
      currency,
      stock: stock === 0 ? 'none' : stock <= FEW ? 'few' : 'some',
    })),
  };
}
