// Writes on an order: cancel, another address, another way to pay, a return. Each checks ownership and state when it is
// proposed, and the backend checks both again when it is done.
import { z } from 'zod';
import { billingWords } from '../../phrases/billing/index.ts';
import { type Phrases, phrasesFor } from '../../phrases/index.ts';
import { orderWords } from '../../phrases/order/index.ts';
import type { BillingBackend } from '../backends/billing.ts';
import type { PaymentProcessor } from '../backends/payments.ts';
import {
  type ItemCount,
  type OrderWrite as Kind,
  type ShopBackend,
  type ShopOrder,
  skuOf,
  WRITABLE,
  type WriteOutcome,
} from '../backends/shop.ts';
import { withRetry } from '../backends/with-retry.ts';
import { openPage } from '../billing/get-invoice.ts';
import type { Done, IdentityLevel, NotAllowed, ToolScope, WriteTool } from '../tool.ts';
import { orderIdSchema } from './look-up-order.ts';
import { countBack, findItem, findOwnOrder, itemSku, nameOf, refuse, without } from './order-items.ts';

interface OrderWrite<Input extends { orderId: string }> {
  name: string;
  description: string;
  input: z.ZodType<Input>;
  kind: Kind;
  level?: IdentityLevel;
  /** What else stands against it, besides the order's state. */
  forbid?(order: ShopOrder, input: Input): NotAllowed | null;
  summarise(words: Phrases, input: Input, order: ShopOrder, language: string): string | Promise<string>;
  perform(input: Input, order: ShopOrder, key: string): Promise<WriteOutcome>;
  confirm(words: Phrases, input: Input, reference: string, scope: ToolScope): Done | Promise<Done>;
}

/** The one shape of all order writes. */
function createOrderWrite<Input extends { orderId: string }>(
  shop: ShopBackend,
  write: OrderWrite<Input>,
): WriteTool<Input> {
  return {
    name: write.name,
    description: write.description,
    input: write.input,
    effect: 'writes',
    level: write.level ?? 'known',
    propose: async (input, scope) => {
      const order = await findOwnOrder(shop, input.orderId, scope);
      if (!order) return refuse('not found', false);
      if (!WRITABLE[write.kind].includes(order.status)) return refuse(`the order is ${order.status}`, true);
      const forbidden = write.forbid?.(order, input);
      if (forbidden) return forbidden;
      const summary = await write.summarise(phrasesFor(scope.language), input, order, scope.language);
      return { allowed: true, summary };
    },
    execute: async (input, scope) => {
      const words = phrasesFor(scope.language);
      const order = await findOwnOrder(shop, input.orderId, scope);
      if (!order) return { done: false, text: words.orderNotFound({ orderId: input.orderId }) };
      // The key makes a repetition harmless, so a lost answer is simply asked for again.
      const outcome = await withRetry('the shop', () => write.perform(input, order, scope.idempotencyKey));
      if (!outcome.done) return { done: false, text: words.tooLate({ orderId: input.orderId }) };
      return write.confirm(words, input, outcome.reference, scope);
    },
  };
}

const reason = z.string().trim().min(1).max(200).default('no reason given');

export function createCancelOrder(shop: ShopBackend, billing: BillingBackend) {
  return createOrderWrite(shop, {
    name: 'cancel_order',
    description:
      'Cancel an order that is still pending, with the reason in the words of the customer. They are asked to confirm.',
    input: z.object({ orderId: orderIdSchema, reason }),
    kind: 'cancel',
    summarise: async (words, { orderId }, { total, currency, customerId }) => {
      const isUnpaid = await hasOnlyFailed(billing, customerId, orderId);
      return isUnpaid ? words.proposeCancelUnpaid({ orderId }) : words.proposeCancel({ orderId, total, currency });
    },
    perform: (input, order, key) => shop.cancelOrder(order.id, input.reason, key),
    confirm: (words, input) => ({ done: true, text: words.cancelled({ orderId: input.orderId }) }),
  });
}

/** Nothing goes back where nothing was taken. What billing does not know, or cannot say now, counts as paid. */
export async function hasOnlyFailed(billing: BillingBackend, customerId: string, orderId: string): Promise<boolean> {
  const charges = await withRetry('billing', () => billing.listCharges(customerId)).catch(() => []);
  const its = charges.filter((charge) => charge.orderId === orderId);
  return its.length > 0 && its.every(({ status }) => status === 'failed');
}

export function createChangeAddress(shop: ShopBackend) {
  return createOrderWrite(shop, {
    name: 'change_address',
    description:
      'Change the delivery address of an order that is still pending, once. The customer is asked to confirm.',
    input: z.object({ orderId: orderIdSchema, address: z.string().trim().min(8).max(300) }),
    kind: 'address',
    forbid: (order) => (order.addressChanged ? refuse('address changed before', true) : null),
    summarise: (words, input) => words.proposeAddress(input),
    perform: (input, order, key) => shop.changeAddress(order.id, input.address, key),
    confirm: (words, input) => ({ done: true, text: words.addressChanged(input) }),
  });
}

export function createChangeOrderPayment(shop: ShopBackend, payments: PaymentProcessor) {
  return createOrderWrite(shop, {
    name: 'change_order_payment',
    description:
      'Change how an order that is still pending is paid, once, on a one-time page. Never ask for a card number. The customer is asked to confirm.',
    input: z.object({ orderId: orderIdSchema }),
    kind: 'payment',
    // Whoever opens the page decides from where the shop takes its money.
    level: 'strong',
    forbid: (order) => (order.paymentChanged ? refuse('payment changed before', true) : null),
    summarise: (_words, { orderId }, _order, language) => orderWords(language).proposePayment({ orderId }),
    perform: (_input, order, key) => shop.changePayment(order.id, key),
    confirm: async (_words, { orderId }, _reference, { customer, idempotencyKey, language }) => {
      const page = { purpose: 'method', customerId: customer.shopCustomerId ?? '', about: orderId } as const;
      return {
        done: true,
        text: billingWords(language).linkReady({ url: await openPage(payments, page, idempotencyKey) }),
      };
    },
  });
}

const part = z.object({
  sku: itemSku,
  quantity: z.number().int().min(1).max(20).optional().describe('How many of it; all when left out.'),
});

export function createReturnOrder(shop: ShopBackend) {
  const input = z.object({
    orderId: orderIdSchema,
    reason,
    items: z.array(part).min(1).max(20).optional().describe('What goes back; everything when left out.'),
  });
  return createOrderWrite(shop, {
    name: 'return_order',
    description: 'Open a return for a delivered order, or for some of its items. The customer is asked to confirm.',
    input,
    kind: 'return',
    forbid: (order, { items }) => {
      const back = countAllBack(order, items);
      return Array.isArray(back) ? null : back;
    },
    summarise: (words, { orderId, items }, order, language) => {
      const back = countAllBack(order, items);
      const named = Array.isArray(back) ? back.map(({ sku, quantity }) => nameOf(findItem(order, sku)!, quantity)) : [];
      const price = Array.isArray(back) ? priceOfAll(order, back) : order.total;
      const { currency } = order;
      const all = `\n\n${named.map((name) => `- ${name}`).join('\n')}`;
      if (!items) return `${words.proposeReturn({ orderId, price, currency })}${all}`;
      return orderWords(language).proposeReturnOf({ orderId, items: named, price, currency });
    },
    // Going back already, by this very yes: the shop answers it as the first time.
    perform: ({ items, reason: why }, order, key) => {
      const back = countAllBack(order, items);
      return shop.openReturn(order.id, Array.isArray(back) ? back : [], why, key);
    },
    confirm: (words, { orderId }, reference) => ({ done: true, text: words.returnOpened({ orderId, reference }) }),
  });
}

/** What was paid for them, by their prices; never more than for the whole order. */
function priceOfAll(order: ShopOrder, counts: readonly ItemCount[]): number {
  const cents = counts.reduce(
    (sum, { sku, quantity }) => sum + Math.round(findItem(order, sku)!.price * 100) * quantity,
    0,
  );
  return Math.min(cents, Math.round(order.total * 100)) / 100;
}

/** What goes back of the items that were named; of all that is left when none was. */
function countAllBack(order: ShopOrder, named?: z.infer<typeof part>[]): ItemCount[] | NotAllowed {
  const back: ItemCount[] = [];
  const seen: ShopOrder['items'] = [];
  for (const { sku, quantity } of named ?? []) {
    const item = findItem(order, sku, seen);
    if (!item) return refuse('no such item', false);
    const count = countBack(without(order, back), item, quantity);
    if (typeof count !== 'number') return count;
    seen.push(item);
    back.push({ sku: skuOf(item), quantity: count });
  }
  if (named) return back;
  for (const item of order.items) {
    const count = countBack(without(order, back), item);
    if (typeof count === 'number') back.push({ sku: skuOf(item), quantity: count });
  }
  return back.length > 0 ? back : refuse('going back already', true);
}
