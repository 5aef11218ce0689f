// watch_stock: the customer hears when something is there again: the shop reports it, and it becomes one message.
import { z } from 'zod';
import { orderWords } from '../../phrases/order/index.ts';
import type { CatalogueBackend } from '../backends/catalogue.ts';
import type { ShopBackend } from '../backends/shop.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { WriteTool } from '../tool.ts';

const input = z.object({ productId: z.string().min(1).max(100), sku: z.string().min(1).max(100) });

export function createWatchStock(catalogue: CatalogueBackend, shop: ShopBackend): WriteTool<z.infer<typeof input>> {
  const nameOf = async ({ productId, sku }: z.infer<typeof input>) => {
    const product = await withRetry('the catalogue', () => catalogue.findProduct(productId));
    const variant = product?.variants.find((one) => one.sku === sku);
    if (!product || !variant) return null;
    return { name: [product.name, ...Object.values(variant.options)].join(', '), stock: variant.stock };
  };
  return {
    name: 'watch_stock',
    description:
      'Tell the customer when a variant that is sold out is back in stock. The customer is asked to confirm.',
    input,
    effect: 'writes',
    level: 'known',
    propose: async (wanted, scope) => {
      const found = await nameOf(wanted);
      if (!found) return { allowed: false, why: 'no such variant', person: false };
      if (found.stock > 0) return { allowed: false, why: 'in stock', person: false };
      return { allowed: true, summary: orderWords(scope.language).proposeWatch({ name: found.name }) };
    },
    execute: async (wanted, scope) => {
      const words = orderWords(scope.language);
      const found = await nameOf(wanted);
      const customerId = scope.customer.shopCustomerId;
      if (!found || !customerId) return { done: false, text: words.productUnknown() };
      await withRetry('the shop', () => shop.watchStock(customerId, wanted.sku, scope.idempotencyKey));
      return { done: true, text: words.watching({ name: found.name }) };
    },
  };
}
