// The port to the shop: what tools need from whatever system holds orders. A shop plugs in its own implementation.
import type { CodeWay } from '../../models/lane.ts';
import type { OrderItem, OrderStatus } from '../../models/shop/shop.ts';

export interface ShopOrder {
  id: string;
  customerId: string;
  status: OrderStatus;
  items: OrderItem[];
  total: number;
  currency: string;
  carrier?: string;
  trackingNumber?: string;
  placedOn: Date;
  /** Expected, or past when delivered. */
  deliveryOn?: Date;
  steps: { what: string; on: Date }[];
  /** Its items were changed before. */
  itemsChanged?: boolean;
}

export interface ShopBackend {
  /** The order with this id, whoever it belongs to; null when there is none. The tools check whose it is. */
  findOrder(orderId: string): Promise<ShopOrder | null>;
  /** The customer's own orders, latest first; `placed` limits them to those placed from the first to the last moment. */
  listOrders(customerId: string, limit: number, placed?: Period): Promise<ShopOrder[]>;
  findCustomer(customerId: string): Promise<{ id: string; name: string } | null>;
  /** The customer to whom all three belong; null when they do not belong together. */
  matchCustomer(proof: IdentityProof): Promise<{ id: string; name: string } | null>;
  /** Where the customer can be reached by what is on file; null when nobody has this id. */
  findContacts(customerId: string): Promise<Contacts | null>;
  /** Writes: once per key; repeating one answers as the first time. */
  cancelOrder(orderId: string, reason: string, key: string): Promise<WriteOutcome>;
  changeAddress(orderId: string, address: string, key: string): Promise<WriteOutcome>;
  openReturn(orderId: string, reason: string, key: string): Promise<WriteOutcome>;
  /** The whole new list of items; an order's items change once. */
  changeItems(orderId: string, items: OrderItem[], key: string): Promise<WriteOutcome>;
  /** Remembers who wants to hear when it is there again; the shop reports it as `back.in.stock`. */
  watchStock(customerId: string, sku: string, key: string): Promise<WriteOutcome>;
  /** Another e-mail address or phone number on file; when it was changed is kept beside it. */
  changeContact(customerId: string, change: { way: CodeWay; value: string }, key: string): Promise<WriteOutcome>;
  /** One delivered item for another variant of the same product. */
  openExchange(orderId: string, exchange: { from: string; to: string }, key: string): Promise<WriteOutcome>;
}

export interface Contact {
  value: string;
  /** Left out: it has always been this one. */
  changedAt?: Date;
}

export interface Contacts {
  name: string;
  email?: Contact;
  phone?: Contact;
}

export interface Period {
  from: Date;
  to: Date;
}

export interface IdentityProof {
  orderId: string;
  email: string;
  postalCode: string;
}

/** `reference`: a number that the customer can name later. Not done: the order was no longer in a state that allows it. */
export type WriteOutcome = { done: true; reference: string } | { done: false };

/** In which states an order still takes which write. */
export const WRITABLE: Record<'cancel' | 'address' | 'return' | 'items' | 'exchange', readonly OrderStatus[]> = {
  cancel: ['pending', 'processing'],
  address: ['pending', 'processing'],
  return: ['delivered'],
  items: ['pending'],
  exchange: ['delivered'],
};
