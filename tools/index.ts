// The registry of tools: an explicit list, so that the compiler finds what is missing.
import type { ShopBackend } from './backends/shop.ts';
import { createListOrders } from './list-orders.ts';
import { createLookUpOrder } from './look-up-order.ts';
import { createCancelOrder, createChangeAddress, createReturnOrder } from './order-writes.ts';
import type { Tool } from './tool.ts';

export interface Backends {
  shop: ShopBackend;
}

export interface Tools {
  lookUpOrder: Tool;
  listOrders: Tool;
  cancelOrder: Tool;
  changeAddress: Tool;
  returnOrder: Tool;
}

export function createTools(backends: Backends): Tools {
  return {
    lookUpOrder: createLookUpOrder(backends.shop) as Tool,
    listOrders: createListOrders(backends.shop) as Tool,
    cancelOrder: createCancelOrder(backends.shop) as Tool,
    changeAddress: createChangeAddress(backends.shop) as Tool,
    returnOrder: createReturnOrder(backends.shop) as Tool,
  };
}
