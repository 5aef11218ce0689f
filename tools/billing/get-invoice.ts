// get_invoice: one of the customer's own invoices, with a page of the processor's own to read it on.
import { z } from 'zod';
import type { BillingBackend, Invoice } from '../backends/billing.ts';
import type { LinkRequest, PaymentProcessor } from '../backends/payments.ts';
import type { ShopBackend } from '../backends/shop.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { ReadTool, ToolScope } from '../tool.ts';
import { dayOf } from './charge-facts.ts';
import { invoiceIdSchema, orderIdSchema } from './inputs.ts';

const input = z.object({
  invoiceId: invoiceIdSchema.optional(),
  orderId: orderIdSchema.optional(),
  unpaidOnly: z.boolean().default(false),
});

/** Without a number: the latest. */
export function createGetInvoice(
  billing: BillingBackend,
  payments: PaymentProcessor,
  shop: Pick<ShopBackend, 'findOrder'>,
): ReadTool<z.infer<typeof input>> {
  return {
    name: 'get_invoice',
    description: "The customer's own invoice by its number or order, or the latest, with a link to read it.",
    input,
    effect: 'reads',
    live: true,
    level: 'known',
    run: async ({ invoiceId, orderId, unpaidOnly }, scope) => {
      const { shopCustomerId } = scope.customer;
      if (!shopCustomerId) return { found: false };
      const invoice = (await listOwnInvoices(billing, scope)).find(
        (one) =>
          (invoiceId === undefined || one.id === invoiceId) &&
          (orderId === undefined || one.orderId === orderId) &&
          (!unpaidOnly || one.status === 'unpaid'),
      );
      if (!invoice) return { found: false };
      const page = { purpose: 'view', customerId: shopCustomerId, about: invoice.id } as const;
      const url = await openPage(payments, page, `${scope.idempotencyKey}:view:${invoice.id}`);
      const changed = await changedTotal(shop, invoice);
      return {
        found: true,
        invoiceId: invoice.id,
        orderId: invoice.orderId,
        amount: invoice.cents / 100,
        currency: invoice.currency,
        status: invoice.status,
        on: dayOf(invoice.on),
        url,
        ...(changed === null ? {} : { nowTotal: changed }),
      };
    },
  };
}

/** What its order comes to since it was changed; null: as invoiced. */
async function changedTotal(shop: Pick<ShopBackend, 'findOrder'>, { orderId, cents }: Invoice): Promise<number | null> {
  const order = await withRetry('the shop', () => shop.findOrder(orderId));
  return order?.itemsChanged && Math.round(order.total * 100) !== cents ? order.total : null;
}

/** The verified customer's own. Nonsense from the backend counts as no answer. */
export async function listOwnInvoices(billing: BillingBackend, { customer }: ToolScope): Promise<Invoice[]> {
  const { shopCustomerId } = customer;
  if (!shopCustomerId) return [];
  return withRetry('billing', async () => [...(await billing.listInvoices(shopCustomerId))]);
}

/** The processor's page under this key. Only an https address is ever shown to a customer. */
export async function openPage(payments: PaymentProcessor, request: LinkRequest, key: string): Promise<string> {
  return withRetry('the payment processor', async () => {
    const { url } = await payments.createLink(request, key);
    if (new URL(url).protocol !== 'https:') throw new TypeError('the page of the processor is not on https');
    return url;
  });
}
