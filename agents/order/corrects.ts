// What corrects a write that was proposed: "no, the blue one", "only one", "sorry, number 21". Pure.
import { takeKinds } from '../../tools/support/read-device.ts';
import type { Exchange, Proposal } from '../agent.ts';
import { correctionOf } from './address.ts';
import { type ItemChange, withoutKept } from './changes.ts';
import { readOptions } from './options.ts';
import { MOST_ITEM_WORDS } from './own-orders.ts';
import { readQuantity } from './wish.ts';

/** What a correction begins with. */
const NO = /^\W*(no+|nope|sorry|actually|wait|i mean(t)?|rather|instead)\b[\s,.!-]*/i;

const ONLY =
  /^\W*((so|then|but|please|actually|ok(ay)?|only|just)\W+)*(?:(?:send|return|give)(?: back)? )?(i said |i meant? )?(just|only|no,?|not (all|both|2|two)|sorry,?)?\W*(just |only )?(the )?(one|two|three|\d)\b.{0,45}$/i;

/** "No, only one", "not the lamps", "just the blanket", of a return that was proposed. */
function correctReturn(said: string, orderId: string, input: unknown): Exchange | null {
  const { items: before = [] } = input as { items?: { sku: string; quantity?: number }[] };
  const memory = { orderId, wish: 'return', said: '' };
  // "I want it swapped for a black one, not the money back."
  const [{ sku, quantity } = { sku: undefined, quantity: undefined }] = before;
  // One of them stays one.
  const count = quantity === 1 ? 'one of them' : '';
  if (/\b(swap\w*|exchang\w*)\b/i.test(said) && !/\b(not|n't) (swap|exchange)/i.test(said))
    return { about: 'which item', memory: { ...memory, wish: 'exchange', said: count, ...(sku ? { sku } : {}) } };
  if (saysWhich(said)) return { about: 'which item', memory: { ...memory, before } };
  // "That is all of it. Only the two lamps please."
  if (!said.split(/[.!?;]\s+|,\s+(?=just|only)/).some((part) => ONLY.test(part))) return null;
  const [first] = before;
  return { about: 'which item', memory: { ...memory, ...(first ? { sku: first.sku } : {}) } };
}

const MOST_WHICH_WORDS = 14;

/** Which things go back and which do not, by their names. */
function saysWhich(said: string): boolean {
  const isShort = said.trim().split(/\s+/).length <= MOST_WHICH_WORDS && !said.trim().endsWith('?');
  return isShort && /\b(only|just|not|keep|keeping|without|except)\b/i.test(said) && takeKinds(said).kinds.length > 0;
}

/** "Not the kettle", "only the blanket out". */
const SAYS_WHICH = /\b(only|just|not|remove|take|out|without|keep|instead|rather|mean[t]?)\b/i;

const MOST_COUNTED_WORDS = 32;
const NUMBER_OF = '(1|2|3|one|two|three)';
const NOT_ALL = new RegExp(`\\bnot (both|all)\\b|\\b(only|just) ${NUMBER_OF}\\b`, 'i');
const NONE_OF = /\b(?:and|but|with) no (?:\w+ )?\w+|\bwithout (?:the|a|any)\b/i;
const LESS = new RegExp(
  `\\b${NUMBER_OF} (\\w+ )?(less|fewer)\\b|\\+ ?${NUMBER_OF} |\\b(want|need) (?:the )?\\w+ (\\+|and) ${NUMBER_OF} `,
  'i',
);
const NUMBERED = new RegExp(`\\b${NUMBER_OF}\\b`, 'gi');

const DOWN_TO = new RegExp(
  `\\b(?:reduce|lower|cut|down)\\b[^.?!]{0,40}\\bto (?:just |only )?${NUMBER_OF}\\b|\\b${NUMBER_OF}\\b[^.?!]{0,60}\\binstead of (?:two|three|2|3)\\b`,
  'i',
);
const ONE_OF = /^\W*(?:no|nope|whoa|wait|stop|sorry)\b\W*(?:just |only )?(?:one|1) (?:\w+ )?\w+\W*(?:$|[.!,;])/i;
const ONE_OF_THEM =
  /^\W*(?:(?:no|nope|whoa|wait|stop|sorry)\b\W*)+(?:just |only )?(?:one|1) of (?:them|those|these|the two)\b/i;

/** "Not both, only ONE green and one stays blue", "1 lamp, 1 backpack blue, 1 backpack green": how many of what, once more. */
function countsAnew(text: string): boolean {
  const isShort = text.trim().split(/\s+/).length <= MOST_COUNTED_WORDS;
  const isNamed = takeKinds(text).kinds.length > 0;
  if (isShort && isNamed && (LESS.test(text) || (NONE_OF.test(text) && text.search(NUMBERED) >= 0))) return true;
  const names = readOptions(text).length > 0 && isNamed;
  const isList = (text.match(NUMBERED) ?? []).length >= 2 && readOptions(text).length > 0;
  // "Reduce the Studio Kettles to one, and the Wireless Kettles to one as well."
  if (isShort && isNamed && DOWN_TO.test(text)) return true;
  // "No. ONE charger. I keep the other one.", "whoa, one of them, one!"
  if (isShort && ((isNamed && ONE_OF.test(text)) || ONE_OF_THEM.test(text))) return true;
  return isShort && ((NOT_ALL.test(text) && (names || isList)) || (isList && names));
}

/** "Take the speaker out, too": to what was proposed. */
function addsTo(text: string): boolean {
  const isShort = text.trim().split(/\s+/).length <= MOST_COUNTED_WORDS;
  const isNamed = takeKinds(text).kinds.length > 0;
  const isAsked =
    /\b(do you have|have you got|is there|in stock|available|what'?s?|where|when|how|why|which|(my|the) \w+ (order|parcel))\b/i.test(
      text,
    );
  return (
    isShort &&
    isNamed &&
    !isAsked &&
    /\b(too|also|as well|both|at the same time|in addition|additionally)\b/i.test(text)
  );
}

/** Another colour, size, number or address instead of the one that was proposed. */
export function corrects(text: string, { tool, input }: Proposal): Exchange | null {
  const { orderId, sku, options, quantity } = input as {
    orderId: string;
    sku?: string;
    options?: string[];
    quantity?: number;
  };
  const said = text.replace(NO, '');
  if (tool === 'change_address' || tool === 'change_address_in_transit') return correctionOf(text, orderId, input);
  if (tool === 'return_order') return correctReturn(said, orderId, input);
  const wish = tool === 'change_items' ? 'items' : tool === 'exchange_item' ? 'exchange' : null;
  if (tool === 'change_items' && (countsAnew(text) || addsTo(text))) {
    const { also = [], ...first } = input as ItemChange & { also?: ItemChange[] };
    const before = [first, ...also].map(({ sku, options, quantity, count }) => ({
      sku,
      ...(options ? { options } : {}),
      ...(quantity === undefined ? {} : { quantity }),
      ...(count === undefined ? {} : { count }),
    }));
    return { about: 'which item', memory: { orderId, wish: 'items', said: '', before } };
  }
  if (!wish || text.trim().split(/\s+/).length > MOST_ITEM_WORDS) return null;
  // "Not the kettle, only the blanket": another thing than was proposed.
  const isSaid = SAYS_WHICH.test(text) && !text.trim().endsWith('?');
  if (wish === 'items' && quantity === 0 && isSaid && takeKinds(withoutKept(text)).kinds.length > 0)
    return { about: 'which item', memory: { orderId, wish, said: '', out: true } };
  const named = { options: readOptions(said), quantity: readQuantity(said) };
  if (named.options.length === 0 && named.quantity === undefined) return null;
  // What is not corrected stays as it was proposed.
  const kept = [
    ...(named.options.length === 0 ? (options ?? []) : []),
    ...(named.quantity === undefined && quantity !== undefined ? [`quantity ${quantity}`] : []),
  ];
  return { about: 'which item', memory: { orderId, sku, wish, said: kept.join(' ') } };
}
