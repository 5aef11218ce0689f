// Writes on an order: cancel, another address, a return. Each checks ownership and state when it is proposed, and the
// backend checks both again when it is done.
import { z } from 'zod';
import { type Phrases, phrasesFor } from '../../phrases/index.ts';
import { type ShopBackend, type ShopOrder, WRITABLE, type WriteOutcome } from '../backends/shop.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { NotAllowed, ToolScope, WriteTool } from '../tool.ts';
import { orderIdSchema } from './look-up-order.ts';

type Kind = keyof typeof WRITABLE;

interface OrderWrite<Input extends { orderId: string }> {
  name: string;
  description: string;
  input: z.ZodType<Input>;
  kind: Kind;
  summarise(words: Phrases, input: Input, order: ShopOrder): string;
  perform(shop: ShopBackend, input: Input, key: string): Promise<WriteOutcome>;
  confirm(words: Phrases, input: Input, reference: string): string;
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
    level: 'known',
    propose: async (input, scope) => {
      const order = await ownOrder(shop, input.orderId, scope);
      if (!order) return refuse('not found', false);
      if (!WRITABLE[write.kind].includes(order.status)) return refuse(`the order is ${order.status}`, true);
      return { allowed: true, summary: write.summarise(phrasesFor(scope.language), input, order) };
    },
    execute: async (input, scope) => {
      const words = phrasesFor(scope.language);
      if (!(await ownOrder(shop, input.orderId, scope)))
        return { done: false, text: words.orderNotFound({ orderId: input.orderId }) };
      // The key makes a repetition harmless, so a lost answer is simply asked for again.
      const outcome = await withRetry('the shop', () => write.perform(shop, input, scope.idempotencyKey));
      if (!outcome.done) return { done: false, text: words.tooLate({ orderId: input.orderId }) };
      return { done: true, text: write.confirm(words, input, outcome.reference) };
    },
  };
}

function refuse(why: string, person: boolean): NotAllowed {
  return { allowed: false, why, person };
}

/** The order, if it is the verified customer's own. */
async function ownOrder(shop: ShopBackend, orderId: string, scope: ToolScope): Promise<ShopOrder | null> {
  const order = await withRetry('the shop', () => shop.findOrder(orderId));
  return order && order.customerId === scope.customer.shopCustomerId ? order : null;
}

export function createCancelOrder(shop: ShopBackend) {
  return createOrderWrite(shop, {
    name: 'cancel_order',
    description: 'Cancel an order that has not been shipped. The customer is asked to confirm.',
    input: z.object({ orderId: orderIdSchema, reason: z.string().trim().min(1).max(200).default('no reason given') }),
    kind: 'cancel',
    summarise: (words, input, order) =>
      words.proposeCancel({ orderId: input.orderId, total: order.total, currency: order.currency }),
    perform: (backend, input, key) => backend.cancelOrder(input.orderId, input.reason, key),
    confirm: (words, input) => words.cancelled({ orderId: input.orderId }),
  });
}

export function createChangeAddress(shop: ShopBackend) {
  return createOrderWrite(shop, {
    name: 'change_address',
    description: 'Change the delivery address of an order that has not been shipped. The customer is asked to confirm.',
    input: z.object({ orderId: orderIdSchema, address: z.string().trim().min(8).max(300) }),
    kind: 'address',
    summarise: (words, input) => words.proposeAddress(input),
    perform: (backend, input, key) => backend.changeAddress(input.orderId, input.address, key),
    confirm: (words, input) => words.addressChanged(input),
  });
}

export function createReturnOrder(shop: ShopBackend) {
  return createOrderWrite(shop, {
    name: 'return_order',
    description: 'Open a return for a delivered order. The customer is asked to confirm.',
    input: z.object({ orderId: orderIdSchema, reason: z.string().trim().min(1).max(200).default('no reason given') }),
    kind: 'return',
    summarise: (words, input) => words.proposeReturn({ orderId: input.orderId }),
    perform: (backend, input, key) => backend.openReturn(input.orderId, input.reason, key),
    confirm: (words, input, reference) => words.returnOpened({ orderId: input.orderId, reference }),
  });
}
