// The demo shop's nouns and collections. Dates may be stored as days from today, so that what is "in transit" stays
// true on any day the shop is opened; readers only ever see real dates.
import { type Connection, type Model, Schema } from 'mongoose';

export type OrderStatus = 'pending' | 'processing' | 'shipped' | 'in transit' | 'delivered' | 'cancelled';

export interface ShopCustomer {
  _id: string;
  name: string;
  email: string;
  postalCode: string;
  phone: string;
}

export interface ShopProduct {
  _id: string;
  name: string;
  category: string;
  price: number;
  stock: number;
}

export interface OrderItem {
  sku: string;
  name: string;
  quantity: number;
  price: number;
}

/** What happens to an order, and on which day counted from today (negative: past). */
export interface OrderStep {
  what: string;
  day: number;
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
  /** Day of the (expected or past) delivery. */
  deliveryDay?: number;
  steps: OrderStep[];
}

export interface ShopModels {
  customers: Model<ShopCustomer>;
  products: Model<ShopProduct>;
  orders: Model<StoredOrder>;
}

/** The shop's collections on a connection; calling it twice gives the same models. */
export function createShopModels(connection: Connection): ShopModels {
  const free = { strict: false, versionKey: false, _id: false } as const;
  const model = <T>(name: string, collection: string, index?: Record<string, 1>): Model<T> => {
    if (connection.models[name]) return connection.models[name] as unknown as Model<T>;
    const schema = new Schema({ _id: String }, { ...free, collection });
    if (index) schema.index(index);
    return connection.model(name, schema) as unknown as Model<T>;
  };
  return {
    customers: model<ShopCustomer>('ShopCustomer', 'shop_customers', { email: 1 }),
    products: model<ShopProduct>('ShopProduct', 'shop_products'),
    orders: model<StoredOrder>('ShopOrder', 'shop_orders', { customerId: 1 }),
  };
}
