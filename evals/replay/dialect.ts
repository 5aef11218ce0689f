// Recordings in other words: the calls of tau2-bench's retail domain, and arguments in snake_case, as calls of our tools.
// What has no tool here is left as it is, and counts as no such tool.
export interface Call {
  tool: string;
  input: Record<string, unknown>;
  confirm?: boolean;
}

type Given = Record<string, unknown>;

/** Its writes are recorded after the customer's yes. */
const OTHER_CALLS: Record<string, (given: Given) => Call> = {
  get_order_details: ({ orderId }) => ({ tool: 'get_order', input: { orderId } }),
  get_product_details: ({ productId }) => ({ tool: 'find_products', input: { query: String(productId), productId } }),
  cancel_pending_order: ({ orderId, reason }) => write('cancel_order', { orderId, reason }),
  modify_pending_order_address: ({ orderId, ...address }) =>
    write('change_address', { orderId, address: Object.values(address).filter(Boolean).join(', ') }),
  modify_pending_order_payment: ({ orderId }) => write('change_order_payment', { orderId }),
  modify_pending_order_items: ({ orderId, itemIds, newItemIds }) =>
    write('change_items', { orderId, ...pairs(itemIds, newItemIds) }),
  return_delivered_order_items: ({ orderId, itemIds }) =>
    write('return_order', { orderId, items: list(itemIds).map((sku) => ({ sku, quantity: 1 })) }),
  exchange_delivered_order_items: ({ orderId, itemIds, newItemIds }) =>
    write('exchange_item', { orderId, ...pairs(itemIds, newItemIds, 1) }),
};

/** The call as our tools take it. `input`, `arguments` and `kwargs` are the same; so are `tool` and `name`. */
export function toCall(recorded: Record<string, unknown>): Call {
  const tool = String(recorded.tool ?? recorded.name ?? '');
  const given = (recorded.input ?? recorded.arguments ?? recorded.kwargs ?? {}) as Given;
  const input = Object.fromEntries(Object.entries(given).map(([name, value]) => [toCamel(name), value]));
  const call = OTHER_CALLS[tool]?.(input) ?? { tool, input };
  return typeof recorded.confirm === 'boolean' ? { ...call, confirm: recorded.confirm } : call;
}

function write(tool: string, input: Record<string, unknown>): Call {
  return { tool, input, confirm: true };
}

/** The first as the item itself, the others beside it. */
function pairs(itemIds: unknown, newItemIds: unknown, quantity?: number): Record<string, unknown> {
  const others = list(newItemIds);
  const [first, ...also] = list(itemIds).map((sku, at) => ({
    sku,
    variant: others[at],
    ...(quantity === undefined ? {} : { quantity }),
  }));
  return { ...first, also };
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function toCamel(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
