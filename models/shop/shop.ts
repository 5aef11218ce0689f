// The demo shop's nouns and collections. Dates may be stored as days from today, so that what is "in transit" stays
// true on any day the shop is opened; readers only ever see real dates.
import { BILLING_INDEXES } from './billing.ts';
import { SUPPORT_INDEXES } from './support.ts';

export type OrderStatus = 'pending' | 'processing' | 'shipped' | 'in transit' | 'delivered' | 'cancelled';

export interface ShopCustomer {
  _id: string;
  name: string;
  email: string;
  postalCode: string;
  phone: string;
  /** When they were changed; left out: never. */
  emailChangedAt?: Date;
  phoneChangedAt?: Date;
  /** Changes that were done, by their idempotency keys. */
  operations?: OrderOperation[];
}

export interface ShopProduct {
  _id: string;
  name: string;
  category: string;
  price: number;
  /** Of all variants together. */
  stock: number;
  description?: string;
  /** What is asked of it, by a word for it: `{ Weight: '260 g' }`. */
  facts?: Record<string, string>;
  variants?: ShopVariant[];
}

/** One that can be bought: `options` name what is different, as in `{ colour: 'blue', size: 'M' }`. */
export interface ShopVariant {
  sku: string;
  options: Record<string, string>;
  price: number;
  stock: number;
}

export interface OrderItem {
  /** The product's id. */
  sku: string;
  name: string;
  /** The sku of the variant that was bought, and its options. */
  variant?: string;
  options?: Record<string, string>;
  quantity: number;
  price: number;
}

/** What happens to an order, and on which day counted from today (negative: past). */
export interface OrderStep {
  what: string;
  day: number;
}

export interface StoredReturn {
  sku: string;
  quantity: number;
  /** Set for an exchange: the variant that comes instead. */
  for?: string;
  reason?: string;
}

/** One write: the same key is done once, whoever repeats it. */
export interface OrderOperation {
  key: string;
  what: string;
  at: Date;
  reference?: string;
}

export interface StoredOrder {
  _id: string;
  customerId: string;
  status: OrderStatus;
  items: OrderItem[];
  total: number;
  currency: string;
  carrier?: string;
  trackingNumber?: string;
  placedDay: number;
  /** Where it goes, in one line; what was changed by a customer stands in operations. */
  address?: string;
  /** Each of these is done once. */
  itemsChanged?: boolean;
  addressChanged?: boolean;
  paymentChanged?: boolean;
  /** Why it was cancelled, in the customer's words. */
  cancelReason?: string;
  /** What goes back or is exchanged: so many of a variant (or of a product that has none). */
  goingBack?: StoredReturn[];
  /** Writes that were done, by their idempotency keys. */
  operations?: OrderOperation[];
  /** Day of the (expected or past) delivery. */
  deliveryDay?: number;
  /** Days that move with the clock: nothing is delivered at a weekend, but on the Monday after it, or came on the Friday before. */
  onBusinessDays?: boolean;
  steps: OrderStep[];
}

/** Who wants to hear when something is there again; `_id` is customer and sku. */
export interface StoredWatch {
  _id: string;
  customerId: string;
  sku: string;
  since: Date;
}

/** The collections of the shop and the fields they are searched by. */
export const SHOP_INDEXES: Record<string, readonly string[]> = {
  shop_customers: ['email', 'phone'],
  shop_products: [],
  shop_watches: ['sku'],
  shop_orders: ['customerId', 'trackingNumber'],
  shop_zones: ['countries'],
  shop_services: ['zone'],
  ...SUPPORT_INDEXES,
  ...BILLING_INDEXES,
};
