// "Could I swap it for a white Wireless Camera?", of a Travel Camera: an exchange is for another colour or size of the same. Pure.
import { orderWords } from '../../phrases/order/index.ts';
import { kindOfProduct } from '../../tools/support/read-device.ts';
import type { AgentRequest, OfflineStep } from '../agent.ts';
import { ofGoods, readMake } from '../goods.ts';

interface Held {
  sku: string;
  name: string;
}

/** What is said then; null: no other product is wished for. `held`: what the order holds; `sku`: what is spoken of, where that is known. */
export function refuseOtherProduct(
  { text, classification }: AgentRequest,
  held: readonly Held[],
  sku: string | undefined,
): OfflineStep | null {
  const wished = WISHED.exec(text)?.[1] ?? '';
  const other = readMake(wished) ?? ofTheKind(wished, text, held);
  if (other === null) return null;
  const isMeant = (item: Held) =>
    sku === undefined ? kindOfProduct(item.name) === kindOfProduct(other) : item.sku === sku;
  const name = held.find((item) => isMeant(item) && !isSameName(item.name, other))?.name;
  return name ? { text: orderWords(classification.language).otherProduct({ name, other }) } : null;
}

const WISHED =
  /\b(?:for|to|into|with|get|have|want|take|not [^.?!]{0,30}\bthe) (?:me )?(?:an?|one|the) ((?!same\b)[^.,?!]{3,40})/i;
const BARE_MAKE = ofGoods(
  ({ make }) =>
    new RegExp(`^(?:(?:black|white|blue|red|green|small|large|new) )*(${make})(?: one)?(?! \\w*ly)\\b`, 'i'),
);

/** "For the classic one", of a watch: the Classic Watch. */
function ofTheKind(wished: string, text: string, held: readonly Held[]): string | null {
  const make = BARE_MAKE().exec(wished)?.[1];
  const kind = held
    .map(({ name }) => name.split(' ').at(-1)!)
    .find((one) => new RegExp(`\\b${one}\\b`, 'i').test(text));
  return make && kind ? `${make[0]!.toUpperCase()}${make.slice(1).toLowerCase()} ${kind}` : null;
}

const isSameName = (one: string, other: string): boolean =>
  one.toLowerCase().replace(/s$/, '') === other.toLowerCase().replace(/s$/, '');
