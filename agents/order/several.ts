// "Where is ORD-1, and can I cancel ORD-2": two wishes about two orders, each in words of its own. "Cancel it; if it has
// shipped, change the address" stays one: the second depends on the first. Pure.
import { readOrderWish } from './wish.ts';

const ORDER = /\bord(?:er)?[\s#:-]*(?:number|no\.?)?[\s#:-]*\d{4,10}\b|#\d{4,10}\b/gi;
const PART = /\s*[,;.!?]+\s+|\s+(?:and|then|but|also)\s+/i;

/** The parts, in order; one or none where all is about the same wish or the same order. */
export function splitOrderWishes(text: string): string[] {
  const parts: string[] = [];
  for (const piece of text.split(PART)) {
    const named = [...piece.matchAll(ORDER)].map(([id]) => id.replace(/\D/g, ''));
    const last = parts.at(-1);
    // What names no order, or the same one, goes with what was said before.
    const isNew = named.length > 0 && !named.every((id) => last?.includes(id));
    if (last === undefined || isNew) parts.push(piece);
    else parts[parts.length - 1] = `${last}, ${piece}`;
  }
  const wishes = parts.filter((part) => part.search(ORDER) >= 0);
  return new Set(wishes.map(readOrderWish)).size > 1 ? wishes : [];
}

const HANGING =
  /^(.+?)[\s,;.]+(?:but |or )?(?:if|in case)\b[^,;]*?\b(?:shipped|sent|dispatched|left|on (?:its|the) way|too late|in transit|not possible|can ?not|can'?t|doesn'?t work)\b[^,;]{0,20}[,;:]?\s+(?:then |please |just |instead )*(.+)$/is;

/** "Cancel it; if it has shipped, change the address": the second only where the first cannot be. */
export function readHanging(text: string): { first: string; second: string } | null {
  const [, first, second] = HANGING.exec(text) ?? [];
  return first && second && readOrderWish(first) !== 'status' ? { first, second } : null;
}
