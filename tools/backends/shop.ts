// The port to the shop: what tools need from whatever system holds orders. A shop plugs in its own implementation.
import type { OrderItem, OrderStatus } from '../../models/shop.ts';

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
}

export interface ShopBackend {
  /** The order with this id, whoever it belongs to; null when there is none. The tools check whose it is. */
  findOrder(orderId: string): Promise<ShopOrder | null>;
  /** The customer's own orders, latest first. */
  listOrders(customerId: string, limit: number): Promise<ShopOrder[]>;
  findCustomer(customerId: string): Promise<{ id: string; name: string } | null>;
}
