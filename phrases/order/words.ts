// What is said about products and what is in an order, in every language the same. Money is in the currency's own units.
import type { ItemChange } from './format.ts';

export interface VariantWords {
  sku: string;
  options: string[];
  price: number;
  currency: string;
  stock: 'none' | 'few' | 'some';
}

export interface ProductWords {
  name: string;
  description: string;
  variants: VariantWords[];
}

export interface ItemWords {
  name: string;
  options: string[];
  quantity: number;
  price: number;
}

export interface ExchangeWords {
  item: string;
  count: number;
  of: number;
  becomes: string;
}

export interface OrderWords {
  /** One product with its variants. */
  product(words: { product: ProductWords }): string;
  /** One variant, as it was asked for. */
  variant(words: { name: string; variant: VariantWords }): string;
  /** Asked for in a variant that there is not. */
  noVariant(words: { name: string; wanted: string; variants: VariantWords[] }): string;
  /** Before a product: what was asked of it is not on file. */
  allIKnow(): string;
  /** Several that the words fit. */
  products(words: { products: ProductWords[] }): string;
  /** What is sold: each kind with how many, from which price and for example what; and how to go on. */
  kinds(words: {
    kinds: { name: string; count: number; from: number; currency: string; examples: string[] }[];
  }): string;
  /** The same kind of thing for less. */
  costLess(words: { products: ProductWords[] }): string;
  /** There is none; these are the least expensive. */
  noneCostLess(words: { products: ProductWords[] }): string;
  /** They want a cancelled order after all. */
  notRevived(): string;
  /** Nothing is bought by chat. */
  orderInShop(): string;
  productUnknown(): string;
  /** More orders in one message than are looked up at once. */
  askLater(of: { orderIds: string[] }): string;
  askProduct(): string;
  /** `because`: what they bought before. */
  recommend(words: { products: ProductWords[]; because: string | null }): string;
  nothingToRecommend(): string;
  /** `placedOn`: YYYY-MM-DD. */
  contents(words: { orderId: string; placedOn: string; items: ItemWords[]; total: number; currency: string }): string;
  /** How fast it is sent stays as it is; what its state leaves. */
  notFaster(words: { orderId: string; left: 'pending' | 'packing' | 'underway' }): string;
  /** Before those of their orders that "the headphones" may mean. */
  severalFit(): string;
  noneFits(): string;
  /** All of them are too far on to be cancelled. */
  noneToCancel(): string;
  bought(words: { count: number }): string;
  boughtNothing(): string;
  /** Something of a parcel that came was not in it: nothing to send back. */
  partMissing(words: { orderId: string }): string;
  /** Not what was ordered, or not whole. */
  wrongItem(words: { orderId: string }): string;
  /** It is on its way: what can be done after that. */
  returnLater(): string;
  /** Asked how far a return is. */
  returnUnseen(of: { reference?: string; items?: string }): string;
  /** How what was opened goes on. */
  returnOpen(words: { orderId: string }): string;
  returnChoice(): string;
  exchangeChoice(): string;
  otherProduct(words: { name: string; other: string }): string;
  whichItem(words: { orderId: string }): string;
  askVariant(words: { name: string }): string;
  /** `difference`: what is paid on top; below zero it goes back. */
  proposeItems(words: {
    orderId: string;
    changes: ItemChange[];
    difference: number;
    currency: string;
    /** What it comes to then, where nothing was paid yet. */
    unpaidTotal?: number;
  }): string;
  itemsChanged(words: { orderId: string; items: string[] }): string;
  itemsTooLate(words: { orderId: string }): string;
  /** `count` pieces of an item, `of` so many that were bought. */
  proposeExchange(words: { orderId: string; changes: ExchangeWords[]; difference: number; currency: string }): string;
  exchanged(words: { orderId: string; reference: string }): string;
  /** Some of its items only. */
  proposeReturnOf(words: { orderId: string; items: string[]; price: number; currency: string }): string;
  proposePayment(words: { orderId: string }): string;
  /** Why an order is not changed, where its state is not the reason; null for another reason. */
  whyNot(words: { why: string }): string | null;
  /** The customer would hear when it is there again. */
  proposeWatch(words: { name: string }): string;
  watching(words: { name: string }): string;
  /** One fitting thing, after praise. */
  mightLike(words: { name: string; price: number; currency: string; because: string | null }): string;
}
