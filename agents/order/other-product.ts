// "Could I swap it for a white Wireless Camera?", of a Travel Camera: an exchange is for another colour or size of the same. Pure.
import { orderWords } from '../../phrases/order/index.ts';
import { kindOfProduct } from '../../tools/support/read-device.ts';
import type { AgentRequest, OfflineStep } from '../agent.ts';
import { readMake } from '../goods.ts';

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
  const wished = /\b(?:for|to|into|with) (?:an?|one|the) ([^.,?!]{3,40})/i.exec(text)?.[1] ?? '';
  const other = readMake(wished);
  if (other === null) return null;
  const isMeant = (item: Held) =>
    sku === undefined ? kindOfProduct(item.name) === kindOfProduct(other) : item.sku === sku;
  const name = held.find((item) => isMeant(item) && !isSameName(item.name, other))?.name;
  return name ? { text: orderWords(classification.language).otherProduct({ name, other }) } : null;
}

const isSameName = (one: string, other: string): boolean =>
  one.toLowerCase().replace(/s$/, '') === other.toLowerCase().replace(/s$/, '');
