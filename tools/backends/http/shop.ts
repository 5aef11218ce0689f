// The port to the shop and to its catalogue, as operations over HTTP.
import { z } from 'zod';
import type { CatalogueBackend } from '../catalogue.ts';
import type { ShopBackend } from '../shop.ts';
import { count, currency, id, key, moment, money, type Operations, outcome, text } from './operation.ts';

const item = z.object({
  sku: id,
  name: text,
  variant: id.exactOptional(),
  options: z.record(z.string(), z.string()).exactOptional(),
  quantity: z.number().int().min(1),
  price: money,
});
const itemCount = z.object({ sku: id, quantity: z.number().int().min(1) });

const order = z.object({
  id,
  customerId: id,
  status: z.enum(['pending', 'processing', 'shipped', 'in transit', 'delivered', 'cancelled']),
  items: z.array(item),
  total: money,
  currency,
  carrier: text.exactOptional(),
  trackingNumber: text.exactOptional(),
  placedOn: moment,
  deliveryOn: moment.exactOptional(),
  steps: z.array(z.object({ what: text, on: moment })),
  itemsChanged: z.boolean().exactOptional(),
  addressChanged: z.boolean().exactOptional(),
  paymentChanged: z.boolean().exactOptional(),
  goingBack: z.array(itemCount).exactOptional(),
});
const customer = z.object({ id, name: text });
const contact = z.object({ value: text, changedAt: moment.exactOptional() });
const contacts = z.object({ name: text, email: contact.exactOptional(), phone: contact.exactOptional() });

export const SHOP: Operations<ShopBackend> = {
  findOrder: { takes: { orderId: id }, gives: order.nullable(), says: 'The order, whoever it belongs to.' },
  listOrders: {
    takes: { customerId: id, limit: count, placed: z.object({ from: moment, to: moment }).optional() },
    gives: z.array(order),
    says: "The customer's own orders, latest first; of a period, if one is given.",
  },
  findCustomer: { takes: { customerId: id }, gives: customer.nullable(), says: 'A customer by their id.' },
  matchCustomer: {
    takes: { proof: z.object({ orderId: id, email: text, postalCode: text }) },
    gives: customer.nullable(),
    says: 'The customer to whom all three belong; null when they do not belong together.',
  },
  recogniseCustomer: {
    takes: { address: z.object({ phone: text.exactOptional(), email: text.exactOptional() }) },
    gives: customer.nullable(),
    says: 'The one customer with this number or e-mail address; null when there is none, or more than one.',
  },
  findContacts: {
    takes: { customerId: id },
    gives: contacts.nullable(),
    says: 'Where a customer can be reached by what is on file, and since when where it was changed.',
  },
  cancelOrder: { takes: { orderId: id, reason: text, key }, gives: outcome, says: 'Cancels an order that is pending.' },
  changeAddress: {
    takes: { orderId: id, address: text, key },
    gives: outcome,
    says: 'Another delivery address while the order is pending; once an order.',
  },
  changePayment: {
    takes: { orderId: id, key },
    gives: outcome,
    says: 'It will be paid another way, while it is pending; once an order.',
  },
  changeItems: {
    takes: { orderId: id, items: z.array(item), key },
    gives: outcome,
    says: 'The whole new list of items, while the order is pending; once an order. Of a product there may be several lines, by variant or price.',
  },
  openReturn: {
    takes: { orderId: id, items: z.array(itemCount), reason: text, key },
    gives: outcome,
    says: 'Items of a delivered order go back, never more than were bought; none: only a repeated key is answered.',
  },
  openExchange: {
    takes: { orderId: id, exchanges: z.array(z.object({ from: id, to: id, quantity: z.number().int().min(1) })), key },
    gives: outcome,
    says: 'So many pieces of delivered items for other variants; none: only a repeated key is answered.',
  },
  watchStock: {
    takes: { customerId: id, sku: id, key },
    gives: outcome,
    says: 'Remembers who wants to hear when it is there again.',
  },
  changeContact: {
    takes: { customerId: id, change: z.object({ way: z.enum(['email', 'phone']), value: text }), key },
    gives: outcome,
    says: 'Another e-mail address or phone number on file; when it was changed is kept beside it.',
  },
};

const product = z.object({
  id,
  name: text,
  category: text,
  description: text,
  facts: z.record(z.string(), text).exactOptional(),
  variants: z
    .array(z.object({ sku: id, options: z.record(z.string(), z.string()), price: money, currency, stock: count }))
    .min(1),
});

export const CATALOGUE: Operations<CatalogueBackend> = {
  searchProducts: {
    takes: { query: text, limit: count },
    gives: z.array(product),
    says: 'Products that fit the words best, best first.',
  },
  findProduct: { takes: { productId: id }, gives: product.nullable(), says: 'A product by its id.' },
  listProducts: {
    takes: { category: text.optional() },
    gives: z.array(product),
    says: 'Everything of a category; of all when it is left out.',
  },
};
