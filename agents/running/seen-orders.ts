// Which of the customer's orders a tool told of during an answer, and what is in them, so that "the camera" means one of them
// later. Pure.
import { holdsKind, kindOfProduct, takeKinds } from '../../tools/support/read-device.ts';
import type { ToolResult } from '../../tools/tool.ts';
import { readMake } from '../goods.ts';
import { readOptions } from '../order/options.ts';

export interface SeenOrder {
  id: string;
  /** Of its items, as the shop calls them. */
  names: string[];
  /** The same with colour and size, where the tool told them: "classic blanket black small". */
  looks?: string[];
}

const KEYS = ['orders', 'charges'] as const;

export function ordersIn(result: ToolResult): SeenOrder[] {
  const listed = KEYS.flatMap((key) => (Array.isArray(result[key]) ? (result[key] as ToolResult[]) : []));
  return [result, ...listed].flatMap(({ orderId, items }) => {
    if (typeof orderId !== 'string' || !Array.isArray(items)) return [];
    const names = items.map((item) => (typeof item === 'string' ? item : String((item as { name?: unknown }).name)));
    const looks = (items as { name?: unknown; options?: unknown }[]).flatMap(({ name, options }) =>
      Array.isArray(options) ? [[String(name), ...options].join(' ').toLowerCase()] : [],
    );
    return [{ id: orderId, names: [...new Set(names)], ...(looks.length > 0 ? { looks: [...new Set(looks)] } : {}) }];
  });
}

const asItems = ({ names }: SeenOrder) => names.map((name) => ({ name }));

/**
 * Which order is meant where a thing is named: `current`, the one that was spoken of last, unless it holds no such thing; then
 * the only other one that does. Undefined: none that was told of, or one of several.
 */
export function orderWithThing(seen: readonly SeenOrder[], text: string, current?: string): string | undefined {
  const { kinds } = takeKinds(text);
  // "The travel headphones" are not the compact ones; "with the headphones and the speaker" holds both.
  const make = readMake(text)?.toLowerCase().replace(/s$/, '');
  const isNamed = ({ names }: SeenOrder) => !make || names.some((name) => name.toLowerCase().includes(make));
  const looks = readOptions(text);
  // "The black blanket" is in the order with a black one.
  const isOfLook = ({ looks: known }: SeenOrder) =>
    looks.length === 0 ||
    known === undefined ||
    known.some(
      (one) => looks.every((look) => one.includes(` ${look}`)) && kinds.some((kind) => kindOfProduct(one) === kind),
    );
  const holds = (order: SeenOrder) =>
    isNamed(order) && isOfLook(order) && kinds.every((kind) => holdsKind(asItems(order), [kind]));
  const its = seen.find(({ id }) => id === current);
  if (kinds.length === 0 || !its || holds(its)) return current;
  const others = seen.filter(holds);
  return others.length === 1 ? others[0]!.id : undefined;
}
