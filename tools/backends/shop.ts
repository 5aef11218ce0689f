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
  /** Each of these is done once. */
  itemsChanged?: boolean;
  addressChanged?: boolean;
  paymentChanged?: boolean;
  /** What of it goes back or is exchanged. */
  goingBack?: ItemCount[];
}

/** So many of an item: by the sku of its variant, or of the product where it has none. */
export interface ItemCount {
  sku: string;
  quantity: number;
}

/** One delivered item for another variant of the same product. */
export interface Exchange {
  from: string;
  to: string;
  quantity: number;
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
  /** The one customer with this number or e-mail address; null when there is none, or more than one. */
  recogniseCustomer(address: { phone?: string; email?: string }): Promise<{ id: string; name: string } | null>;
  /** Writes: once per key; repeating one answers as the first time. */
  cancelOrder(orderId: string, reason: string, key: string): Promise<WriteOutcome>;
  /** An order's address changes once. */
  changeAddress(orderId: string, address: string, key: string): Promise<WriteOutcome>;
  /** It will be paid another way, which the customer names on the processor's own page; once an order. */
  changePayment(orderId: string, key: string): Promise<WriteOutcome>;
  /** The whole new list of items; an order's items change once. Of a product there may be several lines, by variant or price. */
  changeItems(orderId: string, items: OrderItem[], key: string): Promise<WriteOutcome>;
  /** Never more of an item than was bought, whatever went back or was exchanged before. */
  openReturn(orderId: string, items: ItemCount[], reason: string, key: string): Promise<WriteOutcome>;
  openExchange(orderId: string, exchanges: Exchange[], key: string): Promise<WriteOutcome>;
  /** Remembers who wants to hear when it is there again; the shop reports it as `back.in.stock`. */
  watchStock(customerId: string, sku: string, key: string): Promise<WriteOutcome>;
  /** Another e-mail address or phone number on file; when it was changed is kept beside it. */
  changeContact(customerId: string, change: { way: CodeWay; value: string }, key: string): Promise<WriteOutcome>;
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

export type OrderWrite = 'cancel' | 'address' | 'payment' | 'items' | 'return' | 'exchange';

/** In which states an order still takes which write. */
export const WRITABLE: Record<OrderWrite, readonly OrderStatus[]> = {
  cancel: ['pending'],
  address: ['pending'],
  payment: ['pending'],
  items: ['pending'],
  return: ['delivered'],
  exchange: ['delivered'],
};

/** By what an item of an order is named in a write. */
export function skuOf(item: Pick<OrderItem, 'sku' | 'variant'>): string {
  return item.variant ?? item.sku;
}

/** How many of an item the customer still has to send back. */
export function leftOf(order: Pick<ShopOrder, 'items' | 'goingBack'>, sku: string): number {
  const count = (all: ItemCount[]) =>
    all.filter((one) => one.sku === sku).reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    count(order.items.map((item) => ({ sku: skuOf(item), quantity: item.quantity }))) - count(order.goingBack ?? [])
  );
}
