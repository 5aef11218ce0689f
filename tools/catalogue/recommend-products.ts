// recommend_products: what fits, in stock: beside what a verified customer has bought, or what anybody looks for. The same
// question gets the same answer; nothing is recommended that they have already.
import { z } from 'zod';
import type { CatalogueBackend, Product } from '../backends/catalogue.ts';
import type { ShopBackend } from '../backends/shop.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { ReadTool } from '../tool.ts';
import { productView } from './find-products.ts';

const input = z.object({
  query: z.string().trim().max(200).default(''),
  /** In the shop's currency. */
  mostPrice: z.number().positive().optional(),
  limit: z.number().int().min(1).max(5).default(3),
});

const ORDERS_LOOKED_AT = 10;

export function createRecommendProducts(
  catalogue: CatalogueBackend,
  shop: ShopBackend,
): ReadTool<z.infer<typeof input>> {
  return {
    name: 'recommend_products',
    description: "Products in stock that fit the customer's words, their price limit and what they bought before.",
    input,
    effect: 'reads',
    level: 'anonymous',
    run: async ({ query, mostPrice, limit }, scope) => {
      const { shopCustomerId, level } = scope.customer;
      const orders =
        level === 'anonymous' || !shopCustomerId
          ? []
          : await withRetry('the shop', () => shop.listOrders(shopCustomerId, ORDERS_LOOKED_AT));
      const bought = new Set(orders.flatMap((order) => order.items.map((item) => item.sku)));
      const all = await withRetry('the catalogue', () => catalogue.listProducts());
      const looksFor = query ? await withRetry('the catalogue', () => catalogue.searchProducts(query, 10)) : [];
      const latest = all.find((product) => product.id === orders[0]?.items[0]?.sku);
      const beside = latest ? all.filter((product) => product.category === latest.category) : [];
      const fits = (product: Product) =>
        !bought.has(product.id) &&
        product.variants.some(({ stock, price }) => stock > 0 && (mostPrice === undefined || price <= mostPrice));
      const named = looksFor.filter(fits);
      const chosen = (named.length > 0 ? named : [...beside, ...all]).filter(fits);
      const picked = [...new Map(chosen.map((product) => [product.id, product])).values()].slice(0, limit);
      return {
        products: picked.map(productView),
        ...(named.length === 0 && latest && picked.some((one) => beside.includes(one)) ? { because: latest.name } : {}),
      };
    },
  };
}
