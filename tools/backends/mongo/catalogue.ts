// The catalogue in our own MongoDB, searched with minisearch in memory. The index is made again when it is a minute old,
// so that stock and imported products are seen without a restart.
import MiniSearch from 'minisearch';
import type { Clock } from '../../../core/clock.ts';
import type { OpenRows } from '../../../models/rows.ts';
import type { ShopProduct } from '../../../models/shop/shop.ts';
import type { CatalogueBackend, Product } from '../catalogue.ts';
import { keepReading } from './kept.ts';

const MOST_PRODUCTS = 20_000;
const CURRENCY = 'USD';

interface Index {
  products: Map<string, Product>;
  search: MiniSearch;
}

export function createMongoCatalogue(open: OpenRows, clock: Clock): CatalogueBackend {
  const rows = open<ShopProduct>('shop_products');
  const index = keepReading(readIndex, clock);

  async function readIndex(): Promise<Index> {
    const stored = (await rows.find({}).limit(MOST_PRODUCTS).toArray()).map(toProduct);
    const search = new MiniSearch({
      fields: ['name', 'category', 'description'],
      processTerm: (term) => stem(term.toLowerCase()),
      searchOptions: {
        boost: { name: 4 },
        prefix: (term) => term.length > 3,
        fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      },
    });
    search.addAll(stored.map(({ id, name, category, description }) => ({ id, name, category, description })));
    return { products: new Map(stored.map((product) => [product.id, product])), search };
  }

  return {
    searchProducts: async (query, limit) => {
      const { products, search } = await index();
      // A product is found by its name; what merely stands in a description finds nothing.
      const hits = search.search(query).filter((hit) => Object.values(hit.match).some((in_) => in_.includes('name')));
      return hits.slice(0, limit).map((hit) => products.get(String(hit.id))!);
    },
    findProduct: async (productId) => (await index()).products.get(productId) ?? null,
    listProducts: async (category) => {
      const all = [...(await index()).products.values()];
      return category === undefined ? all : all.filter((product) => product.category === category);
    },
  };
}

/** A plural finds its singular. */
function stem(term: string): string {
  return term.length > 3 ? term.replace(/s$/, '') : term;
}

function toProduct({ _id, name, category, description, facts, price, stock, variants }: ShopProduct): Product {
  const all = variants?.length ? variants : [{ sku: _id, options: {}, price, stock }];
  return {
    id: _id,
    name,
    category,
    description: description ?? '',
    ...(facts ? { facts } : {}),
    variants: all.map((variant) => ({ ...variant, currency: CURRENCY })),
  };
}
