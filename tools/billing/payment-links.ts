// pay_invoice, retry_payment, change_payment_method: each ends in a page of the processor's own that opens once. No card
// number is ever asked for or taken in the conversation.
import { z } from 'zod';
import { asSupportError } from '../../core/errors.ts';
import { type BillingRefusal, type BillingWords, billingWords } from '../../phrases/billing/index.ts';
import type { BillingBackend, Charge } from '../backends/billing.ts';
import type { LinkRequest, PaymentProcessor } from '../backends/payments.ts';
import type { ShopBackend } from '../backends/shop.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { IdentityLevel, NotAllowed, ToolScope, WriteTool } from '../tool.ts';
import { listOwnCharges } from './find-charges.ts';
import { listOwnInvoices, openPage } from './get-invoice.ts';
import { chargeIdSchema, invoiceIdSchema, orderIdSchema } from './inputs.ts';

type Found = { request: Omit<LinkRequest, 'customerId'>; summary: string } | NotAllowed;

interface LinkTool<Input> {
  name: string;
  description: string;
  input: z.ZodType<Input>;
  level?: IdentityLevel;
  /** What the page would be for, looked up among the customer's own. */
  find(input: Input, scope: ToolScope, words: BillingWords): Promise<Found>;
}

function createLinkTool<Input>(payments: PaymentProcessor, tool: LinkTool<Input>): WriteTool<Input> {
  return {
    name: tool.name,
    description: tool.description,
    input: tool.input,
    effect: 'writes',
    level: tool.level ?? 'known',
    propose: async (input, scope) => {
      const found = await tool.find(input, scope, billingWords(scope.language));
      return 'summary' in found ? { allowed: true, summary: found.summary } : found;
    },
    execute: async (input, scope) => {
      const words = billingWords(scope.language);
      const customerId = scope.customer.shopCustomerId ?? '';
      const found = await tool.find(input, scope, words);
      if (!('summary' in found)) return { done: false, text: words.refused({ why: found.why as BillingRefusal }) };
      try {
        // One page per key: a repetition answers with the same page.
        const url = await openPage(payments, { ...found.request, customerId }, scope.idempotencyKey);
        return { done: true, text: words.linkReady({ url }) };
      } catch (thrown) {
        if (asSupportError(thrown).kind === 'bug') throw thrown;
        return { done: false, text: words.linkFailed() };
      }
    },
  };
}

export function createPayInvoice(billing: BillingBackend, payments: PaymentProcessor) {
  return createLinkTool(payments, {
    name: 'pay_invoice',
    description: "A one-time payment page for the customer's own unpaid invoice. The customer is asked to confirm.",
    input: z.object({ invoiceId: invoiceIdSchema.optional(), orderId: orderIdSchema.optional() }),
    find: async ({ invoiceId, orderId }, scope, words) => {
      const named = (await listOwnInvoices(billing, scope)).filter(
        (one) => (!invoiceId || one.id === invoiceId) && (!orderId || one.orderId === orderId),
      );
      const invoice = named.find((one) => one.status === 'unpaid');
      if (!invoice && named.length > 0) return refuse(invoiceId || orderId ? 'already paid' : 'nothing unpaid');
      if (!invoice) return refuse('not found');
      const { id, cents, currency } = invoice;
      const summary = words.proposePay({ invoiceId: id, orderId: invoice.orderId, amount: cents / 100, currency });
      return { request: { purpose: 'pay', about: id, cents, currency }, summary };
    },
  });
}

export function createRetryPayment(billing: BillingBackend, payments: PaymentProcessor, shop: ShopBackend) {
  return createLinkTool(payments, {
    name: 'retry_payment',
    description: 'A one-time page to repeat a payment that failed. The customer is asked to confirm.',
    input: z.object({ chargeId: chargeIdSchema.optional(), orderId: orderIdSchema.optional() }),
    find: async ({ chargeId, orderId }, scope, words) => {
      const named = (await listOwnCharges(billing, scope)).filter(
        (one) => (!chargeId || one.id === chargeId) && (!orderId || one.orderId === orderId),
      );
      const isPaidSince = ({ orderId: id }: Charge) => named.some((one) => one.status === 'paid' && one.orderId === id);
      const open = named.filter((one) => one.status === 'failed' && !isPaidSince(one));
      if (open.length === 0) return refuse('no failed payment');
      for (const { id, orderId: of, currency, cents: atFirst } of open) {
        const order = await withRetry('the shop', () => shop.findOrder(of));
        // Nothing is paid for what was cancelled.
        if (order?.status === 'cancelled') continue;
        // What the order comes to now: its items may have been changed since.
        const cents = order ? Math.round(order.total * 100) : atFirst;
        const summary = words.proposeRetry({ orderId: of, amount: cents / 100, currency });
        return { request: { purpose: 'retry', about: id, cents, currency }, summary };
      }
      return refuse('order cancelled');
    },
  });
}

export function createChangePaymentMethod(payments: PaymentProcessor) {
  return createLinkTool(payments, {
    name: 'change_payment_method',
    description: 'A one-time page where the customer changes how they pay. Never ask for a card number.',
    input: z.object({}),
    // Whoever opens the page decides from where the shop takes its money from then on.
    level: 'strong',
    find: async (_input, _scope, words) => ({ request: { purpose: 'method' }, summary: words.proposeMethod() }),
  });
}

function refuse(why: BillingRefusal): NotAllowed {
  return { allowed: false, why, person: false };
}
