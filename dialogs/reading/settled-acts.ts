// What several wishes in one message come to: less what is told with them, and with the words that they lean on. Pure.
import type { Act } from '../../agents/acts.ts';
import { namedKind } from '../../agents/goods.ts';
import { readOrderWish } from '../../agents/order/wish.ts';
import { asksOfNewOrder } from '../../agents/shipping/wish.ts';
import { soundsBroken } from '../../agents/technical/read-wish.ts';
import { GOES_BACK, type Wanted } from './acts.ts';
import { FOR_NOTHING, KEPT_HOW_LONG, NOT_HOME } from './ruled-words.ts';

/** What was heard, less what is told with it, and with the words that it leans on. */
export function settled(heard: Wanted[], said: string): Wanted[] {
  // "Does it work with Android? And if I order today, is it here before Christmas?"
  const ofNew = said.split(/(?<=[.?!])\s+/).find((part) => part !== said && asksOfNewOrder(part));
  const isMissed = ofNew !== undefined && heard.length > 0 && !heard.some(({ act }) => act === 'shipping-time');
  const wanted: Wanted[] = isMissed ? [...heard, { act: 'shipping-time', margin: 1, text: ofNew }] : heard;
  const [only] = wanted;
  const isAlone = wanted.length === 1;
  // "Is it still coming tomorrow? I'm not home till six."
  if (isAlone && only!.act === 'order-status' && NOT_HOME.test(said))
    return [...wanted, { act: 'change-delivery', margin: 1, text: said }];
  // "I swap red for black, and that costs me nothing?"
  const goesBack = wanted.some(({ act }) => GOES_BACK.has(act));
  if (goesBack && FOR_NOTHING.test(said) && wanted.some(({ act }) => COSTS.has(act)))
    return wanted.filter(({ act }) => !COSTS.has(act));
  // "Can I swap it after it arrives? What does it cost me?"
  const how = wanted.find(({ act }) => act === 'return-how');
  if (how) {
    const isPriced = wanted.some(({ act }) => COSTS.has(act));
    const others = wanted.filter(({ act }) => !COSTS.has(act) && act !== 'return-how');
    return [...others, { ...how, text: isPriced ? said : how.text }];
  }
  // "How long do you keep the order for me, and can I drop one of the two?"
  const kept = KEPT_HOW_LONG.exec(said)?.[0];
  if (kept) return [{ act: 'add-item', margin: 1, text: kept }, ...wanted.filter(({ act }) => act !== 'pay-now')];
  // "One of my lamps flickers. Is there a guarantee on those?": which thing it is stands before it.
  const isOneQuestion = isAlone && (said.match(/\?/g) ?? []).length < 2;
  if (isOneQuestion && only!.act === 'warranty' && namedKind(only!.text) === null) return [{ ...only!, text: said }];
  const back = wanted.find(({ act }) => act === 'want-refund');
  // "The kettle leaks, I want my money back": it goes back.
  if (back && isAlone && soundsBroken(said) && namedKind(said) !== null)
    return [{ ...back, act: 'return-item', text: said }];
  // "One of the two was broken, I want half my money back": what came so has its own ways.
  return back && readOrderWish(said) === 'wrong' ? [{ ...back, act: 'damaged', text: said }] : wanted;
}

const COSTS: ReadonlySet<Act> = new Set(['product-price', 'shipping-price']);

/** "The green backpack … is there a larger size, and may I still exchange it?": with the colour that it has, and what is wished. */
export function asTheyHaveIt(text: string, kind: string | null): string | null {
  if (kind === null) return null;
  const thing = new RegExp(`\\b(?:black|white|blue|red|green) (?:\\w+ )?${kind}`, 'i').exec(text)?.[0] ?? kind;
  const size = /\b(larger|bigger|smaller) (?:size|one)\b/i.exec(text)?.[1]?.toLowerCase();
  return size ? `${thing}, in ${size === 'smaller' ? 'small' : 'large'}` : thing;
}
