// get_invoice: one of the customer's own invoices, with a page of the processor's own to read it on.
import { z } from 'zod';
import type { BillingBackend } from '../backends/billing.ts';
import type { PaymentProcessor } from '../backends/payments.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { ReadTool } from '../tool.ts';
import { dayOf } from './charge-facts.ts';
import { invoiceIdSchema, orderIdSchema } from './inputs.ts';

const input = z.object({
  invoiceId: invoiceIdSchema.optional(),
  orderId: orderIdSchema.optional(),
  unpaidOnly: z.boolean().default(false),
});

/** Without a number: the latest. */
export function createGetInvoice(billing: BillingBackend, payments: PaymentProcessor): ReadTool<z.infer<typeof input>> {
  return {
    name: 'get_invoice',
    description: "The customer's own invoice by its number or order, or the latest, with a link to read it.",
    input,
    effect: 'reads',
    level: 'known',
    run: async ({ invoiceId, orderId, unpaidOnly }, scope) => {
      const { shopCustomerId } = scope.customer;
      if (!shopCustomerId) return { found: false };
      const all = await withRetry('billing', () => billing.listInvoices(shopCustomerId));
      const invoice = all.find(
        (one) =>
          (invoiceId === undefined || one.id === invoiceId) &&
          (orderId === undefined || one.orderId === orderId) &&
          (!unpaidOnly || one.status === 'unpaid'),
      );
      if (!invoice) return { found: false };
      const { url } = await withRetry('the payment processor', () =>
        payments.createLink(
          { purpose: 'view', customerId: shopCustomerId, about: invoice.id },
          `${scope.idempotencyKey}:view:${invoice.id}`,
        ),
      );
      return {
        found: true,
        invoiceId: invoice.id,
        orderId: invoice.orderId,
        amount: invoice.cents / 100,
        currency: invoice.currency,
        status: invoice.status,
        on: dayOf(invoice.on),
        url,
      };
    },
  };
}
