// The tools of billing: an explicit list, one line each.
import type { BillingBackend } from '../backends/billing.ts';
import type { PaymentProcessor } from '../backends/payments.ts';
import type { ShopBackend } from '../backends/shop.ts';
import type { Tool } from '../tool.ts';
import { createCheckGiftCard } from './check-gift-card.ts';
import { createExplainCharge } from './explain-charge.ts';
import { createFindCharges } from './find-charges.ts';
import { createGetInvoice } from './get-invoice.ts';
import { createGetRefundState } from './get-refund-state.ts';
import { createGiveCredit } from './give-credit.ts';
import { createOpenDispute } from './open-dispute.ts';
import { createChangePaymentMethod, createPayInvoice, createRetryPayment } from './payment-links.ts';
import { createRefundCharge } from './refund-charge.ts';

export interface BillingTools {
  findCharges: Tool;
  explainCharge: Tool;
  openDispute: Tool;
  refundCharge: Tool;
  getRefundState: Tool;
  getInvoice: Tool;
  payInvoice: Tool;
  retryPayment: Tool;
  changePaymentMethod: Tool;
  checkGiftCard: Tool;
  giveCredit: Tool;
}

export interface BillingBackends {
  billing: BillingBackend;
  payments: PaymentProcessor;
  shop: ShopBackend;
}

export function createBillingTools({ billing, payments, shop }: BillingBackends): BillingTools {
  return {
    findCharges: createFindCharges(billing) as Tool,
    explainCharge: createExplainCharge(billing) as Tool,
    openDispute: createOpenDispute(billing) as Tool,
    refundCharge: createRefundCharge({ billing, payments, shop }) as Tool,
    getRefundState: createGetRefundState(billing, payments, shop) as Tool,
    getInvoice: createGetInvoice(billing, payments, shop) as Tool,
    payInvoice: createPayInvoice(billing, payments) as Tool,
    retryPayment: createRetryPayment(billing, payments, shop) as Tool,
    changePaymentMethod: createChangePaymentMethod(payments) as Tool,
    checkGiftCard: createCheckGiftCard(billing) as Tool,
    giveCredit: createGiveCredit(billing) as Tool,
  };
}
