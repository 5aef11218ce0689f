// The port to the catalogue: what the shop sells, in which variants, for how much, and how many are left. Anybody may ask.

export interface Variant {
  sku: string;
  /** What is different about it: `{ colour: 'blue', size: 'small' }`. Empty when there is only one. */
  options: Record<string, string>;
  price: number;
  currency: string;
  stock: number;
}

export interface Product {
  id: string;
  name: string;
  category: string;
  description: string;
  /** What is asked of it, by a word for it: `{ Weight: '260 g' }`. */
  facts?: Record<string, string>;
  /** At least one. */
  variants: Variant[];
}

export interface CatalogueBackend {
  /** Products that fit the words best, best first; none when nothing does. */
  searchProducts(query: string, limit: number): Promise<Product[]>;
  findProduct(productId: string): Promise<Product | null>;
  /** Everything of a category; of all when it is left out. */
  listProducts(category?: string): Promise<Product[]>;
}
