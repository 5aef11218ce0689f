// The registry of tools: an explicit list, so that the compiler finds what is missing.
import { createChangeContact } from './account/change-contact.ts';
import type { BillingBackend } from './backends/billing.ts';
import type { CatalogueBackend } from './backends/catalogue.ts';
import type { KnowledgeBackend } from './backends/knowledge.ts';
import type { PaymentProcessor } from './backends/payments.ts';
import type { ShippingBackend } from './backends/shipping.ts';
import type { ShopBackend } from './backends/shop.ts';
import type { SupportBackend } from './backends/support.ts';
import { type BillingTools, createBillingTools } from './billing/index.ts';
import { createFindProducts } from './catalogue/find-products.ts';
import { createRecommendProducts } from './catalogue/recommend-products.ts';
import { createWatchStock } from './catalogue/watch-stock.ts';
import { createLastKnown } from './last-known.ts';
import { createChangeItems } from './order/change-items.ts';
import { createExchangeItem } from './order/exchange-item.ts';
import { createListOrders } from './order/list-orders.ts';
import { createLookUpOrder } from './order/look-up-order.ts';
import {
  createCancelOrder,
  createChangeAddress,
  createChangeOrderPayment,
  createReturnOrder,
} from './order/order-writes.ts';
import { createGetOrder } from './order/read-order.ts';
import { createShippingTools, type ShippingTools } from './shipping/index.ts';
import { createAnalyzeIssue } from './support/analyze-issue.ts';
import { createCheckWarranty } from './support/check-warranty.ts';
import { createGetBugState } from './support/get-bug-state.ts';
import { createReportBug } from './support/report-bug.ts';
import { createRunDiagnostics } from './support/run-diagnostics.ts';
import { createSearchKnowledge } from './support/search-knowledge.ts';
import type { Tool } from './tool.ts';

export interface Backends {
  shop: ShopBackend;
  catalogue: CatalogueBackend;
  knowledge: KnowledgeBackend;
  support: SupportBackend;
  billing: BillingBackend;
  payments: PaymentProcessor;
  shipping: ShippingBackend;
}

export interface Tools extends BillingTools, ShippingTools {
  lookUpOrder: Tool;
  listOrders: Tool;
  cancelOrder: Tool;
  changeAddress: Tool;
  changeOrderPayment: Tool;
  returnOrder: Tool;
  getOrder: Tool;
  changeItems: Tool;
  exchangeItem: Tool;
  findProducts: Tool;
  recommendProducts: Tool;
  watchStock: Tool;
  searchKnowledge: Tool;
  analyzeIssue: Tool;
  runDiagnostics: Tool;
  checkWarranty: Tool;
  reportBug: Tool;
  getBugState: Tool;
  changeContact: Tool;
}

/** Reads remember what they said last, for the time in which their system is away. */
export function createTools(backends: Backends): Tools {
  const keepLastKnown = createLastKnown();
  const tools = Object.entries(listTools(backends)).map(([name, tool]) => [name, keepLastKnown(tool as Tool)]);
  return Object.fromEntries(tools) as Tools;
}

function listTools(backends: Backends): Tools {
  return {
    lookUpOrder: createLookUpOrder(backends.shop) as Tool,
    listOrders: createListOrders(backends.shop) as Tool,
    cancelOrder: createCancelOrder(backends.shop, backends.billing) as Tool,
    changeAddress: createChangeAddress(backends.shop) as Tool,
    changeOrderPayment: createChangeOrderPayment(backends.shop, backends.payments) as Tool,
    returnOrder: createReturnOrder(backends.shop) as Tool,
    getOrder: createGetOrder(backends.shop) as Tool,
    changeItems: createChangeItems(backends.shop, backends.catalogue, backends.billing) as Tool,
    exchangeItem: createExchangeItem(backends.shop, backends.catalogue) as Tool,
    findProducts: createFindProducts(backends.catalogue) as Tool,
    watchStock: createWatchStock(backends.catalogue, backends.shop) as Tool,
    recommendProducts: createRecommendProducts(backends.catalogue, backends.shop) as Tool,
    searchKnowledge: createSearchKnowledge(backends.knowledge) as Tool,
    analyzeIssue: createAnalyzeIssue(backends.support, backends.shop) as Tool,
    runDiagnostics: createRunDiagnostics(backends.knowledge) as Tool,
    checkWarranty: createCheckWarranty(backends.support, backends.shop) as Tool,
    reportBug: createReportBug(backends.support) as Tool,
    getBugState: createGetBugState(backends.support) as Tool,
    changeContact: createChangeContact(backends.shop) as Tool,
    ...createBillingTools(backends),
    ...createShippingTools(backends),
  };
}
