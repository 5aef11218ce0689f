// Which things of an order a message means, and what shall become of each of them: all of a thing, or so many pieces. Pure.
import type { ItemWords } from '../../phrases/order/index.ts';
import { kindOfProduct, takeKinds } from '../../tools/support/read-device.ts';
import { countWords } from '../classifier/clauses.ts';
import { readCount, readStays } from './counts.ts';
import { readOptions, refusesLook } from './options.ts';
import { numberOf, readQuantity } from './wish.ts';

export type OrderItem = ItemWords & { sku: string };

/** As change_items and exchange_item take it. */
export interface ItemChange {
  sku: string;
  options?: string[];
  /** How many there shall be; 0 takes it out. */
  quantity?: number;
  /** Only so many pieces get these options. */
  count?: number;
}

const KEPT =
  /\b(i (do |still )?(want|need) (the|my)\b(?!.{0,40}\b(out|off|gone|removed?|changed?|in|to be)\b)|keep|keeping|not the|except|leave|hold on to|still want|stays?|remains?|forget (about )?(the|my)|do ?n'?t (want|touch|remove|take) the|(want|need) the .{0,30}\b(still|though))\b|\b(mantener|quedarme|dejar|deja|no (la|el|las|los)|garder?|gardez|laisse[rz]?|pas (le|la|les)|behalt\w*|nicht (die|der|das|den)|lass\w*|bleibt)\b/i;
const MOST_OF_SAME = 2;
const SIZES: ReadonlySet<string> = new Set(['small', 'medium', 'large']);
/** "One camera without the speaker": two things, each with what becomes of it. */
const WITHOUT = /(?<!\bnot )\b(?:without|and no|with no)\b/gi;
const NONE_OF = /^\s*no (?:more )?(?:the |a |any |my )?/i;
const COUNTED_LAST = /\b(?:1|2|3|one|two|three) (?:\w+ )?\w+\s*$/i;
const PARTS = /\b(?:but|and|pero|y|mais|et|aber|und)\b|[,;.!:+]/i;
/** It is all said: no more is to be asked about which. */
const COUNTED = /\b(less|fewer|only|just)\b|\+/i;
const LESS = /\b(1|2|3|one|two|three) (?:\w+ )?(?:less|fewer)\b/i;

const ORDER_WITH =
  /\b(?:the|my|that|this) (?:order|parcel|package|one) (?:with|that has) [^,.?!;]*?(?=\s*(?:[,.?!;]|\bbut\b|\bplease\b|\bexcept\b|\band i\b|$))/gi;

/** "The blanket, from the order with the lamps": the lamps only say which order it is. */
export function withoutOrder(said: string): string {
  return said.replace(ORDER_WITH, 'the order');
}

/** What is said of the things that do not stay as they are. */
export function withoutKept(said: string): string {
  return said
    .replace(/\b(all|everything) but\b/gi, '$1, except')
    .split(/(?<=[.!;])\s+/)
    .map(withoutKeptIn)
    .join(' ');
}

/** "Leave them as they are, both blue": the few words after it are said of the same. */
function withoutKeptIn(sentence: string): string {
  let isAfterKept = false;
  const left = sentence.split(PARTS).filter((part) => {
    const isKept = KEPT.test(part) || (isAfterKept && countWords(part) <= MOST_OF_SAME);
    isAfterKept = isKept;
    return !isKept;
  });
  return left.join(' ');
}

/** "One of the two cameras", "the blanket and the lamp, keep the rest": how many of each are left; null where none is named. */
export function takenOut(
  items: readonly OrderItem[],
  said: string,
  sku?: string,
): { sku: string; also?: object[] } | null {
  const wanted = withoutKept(said);
  const named = items.filter((item) => item.sku === sku || (items.length > 1 && isNamed(item, items, wanted)));
  const each = named.length > 0 ? named : items.length === 1 ? items : [];
  const left = each.map((item) => {
    const of = each.length === 1 ? wanted : partOf(item, each, wanted);
    const count = item.quantity > 1 ? readCount(of) : undefined;
    return { sku: item.sku, quantity: count !== undefined && count < item.quantity ? item.quantity - count : 0 };
  });
  const [first, ...also] = left;
  return first ? { ...first, ...(also.length > 0 ? { also } : {}) } : null;
}

/** "One Studio Charger and the keyboard": what is said of this one, between the other names. */
function partOf(item: OrderItem, items: readonly OrderItem[], said: string): string {
  return said
    .split(PARTS)
    .filter((part) => isNamed(item, items, part))
    .join(' ');
}

/** "I only want one speaker, not two": of the one thing that there is more of, so many stay; null where that is not said. */
export function leftOf(items: readonly OrderItem[], said: string): { sku: string; quantity: number } | null {
  const stays = readStays(said);
  if (stays === undefined || stays === 0) return null;
  const more = items.filter(({ quantity }) => quantity > stays);
  const { kinds } = takeKinds(said);
  const named = more.filter(({ name }) => kinds.includes(kindOfProduct(name)!));
  const meant = named.length > 1 ? named.filter((item) => itemIn(named, said) === item) : named;
  const [only, ...others] = named.length > 0 || kinds.length > 0 ? meant : more;
  return only && others.length === 0 ? { sku: only.sku, quantity: stays } : null;
}

/** "The blanket and the headphones", of three things: those that go back; with one or none of them, `null`. */
export function severalNamed(items: readonly OrderItem[], said: string): OrderItem[] | null {
  const named = items.filter((item) => isNamed(item, items, said));
  // Two lines of the very same thing are no several things.
  const isSeveral = new Set(named.map(({ name, options }) => `${name} ${options}`)).size > 1;
  return isSeveral && named.length < items.length ? named : null;
}

/** Those of which it is said that they stay as they are. */
export function namedKept(items: readonly OrderItem[], said: string): OrderItem[] {
  const rest = withoutKept(said);
  return items.filter((item) => isNamed(item, items, said) && !isNamed(item, items, rest));
}

/** "Not the lamps": what goes back of what was proposed, or of all; null where nothing is named that stays. */
export function withoutNamedKept(
  items: readonly OrderItem[],
  said: string,
  proposed: readonly { sku: string }[],
): OrderItem[] | null {
  const kept = namedKept(items, said);
  const among = proposed.length > 0 ? items.filter(({ sku }) => proposed.some((one) => one.sku === sku)) : items;
  const left = among.filter((item) => !kept.includes(item));
  return kept.length > 0 && left.length > 0 ? left : null;
}

/** By its kind, where no other is of that kind; else by its whole name. */
function isNamed({ name }: ItemWords, items: readonly OrderItem[], said: string): boolean {
  const kind = kindOfProduct(name);
  if (!takeKinds(said).kinds.includes(kind!)) return false;
  const alike = items.filter((one) => kindOfProduct(one.name) === kind);
  return alike.length === 1 || said.toLowerCase().includes(name.toLowerCase().split(' ')[0]!);
}

/**
 * "The headphones white and the lamp blue", "one lamp, and one of the backpacks green": what each part wants of the item that it
 * names, or that was named before it. Null where it is one wish about one whole item, or the same item is meant twice.
 */
export function changesIn(
  items: readonly OrderItem[],
  said: string,
  wish: 'items' | 'exchange',
  /** One change of one thing is enough, where others are known already. */
  isEnough = false,
): [ItemChange, ...ItemChange[]] | null {
  const changes: ItemChange[] = [];
  let spoken: OrderItem | undefined;
  const isFewer = INSTEAD_OF_MORE.test(said) || refusesLook(said);
  const parts = said.replace(WITHOUT, '; no').split(PARTS);
  for (const [at, part] of parts.entries()) {
    const item = itemIn(items, part) ?? (/\b(one|ones|two|\d)\b/i.test(part) ? spoken : undefined);
    spoken = item ?? spoken;
    if (!item || KEPT.test(part)) continue;
    const isBeforeNone = NONE_OF.test(parts[at + 1] ?? '');
    const own = isBeforeNone ? (COUNTED_LAST.exec(part)?.[0] ?? part) : part;
    const change = changeOf(item, own, wish, isFewer);
    // As many as the same thing has in all its lines: they stay.
    if (change?.quantity !== undefined && !change.options && change.quantity === inAllLines(items, item)) continue;
    // Of two numbers for the same thing the last one counts.
    const before = changes.findIndex(({ sku, options }) => sku === change?.sku && !options && !change.options);
    if (before >= 0) changes.splice(before, 1);
    if (change) changes.push(change);
  }
  const [first, ...others] = changes;
  const isClear = new Set(changes.map(({ sku }) => sku)).size === changes.length;
  return first && isClear && (isEnough || others.length > 0 || first.count !== undefined || COUNTED.test(said))
    ? [first, ...others]
    : null;
}

/** Pieces of the very same thing, where it has more than one line; null: it has one. */
function inAllLines(items: readonly OrderItem[], { name, options }: OrderItem): number | null {
  const same = items.filter((one) => one.name === name && String(one.options) === String(options));
  return same.length > 1 ? same.reduce((sum, one) => sum + one.quantity, 0) : null;
}

function changeOf(item: OrderItem, part: string, wish: 'items' | 'exchange', isFewer = false): ItemChange | null {
  const options = readOptions(part);
  if (options.length > 0) {
    if (options.every((option) => item.options.includes(option))) {
      // "Make one of the two blue chargers disappear": its colour says which; "one blue", of what is blue, stays.
      const fewer = isFewer ? (readStays(part) ?? bareQuantity(part)) : undefined;
      const left = wish === 'items' ? (outIn(part, item.quantity) ?? fewer) : undefined;
      return left === undefined ? null : { sku: item.sku, quantity: left };
    }
    // "Red to black", "large rather than small": what it is already tells which one is meant.
    const isTwo = [true, false].some((isSize) => options.filter((one) => SIZES.has(one) === isSize).length > 1);
    const wanted = isTwo ? options.filter((option) => !item.options.includes(option)) : options;
    const quantity = wish === 'items' && !isOneOfThem(part) ? readQuantity(part) : undefined;
    const count = quantity === undefined ? piecesIn(item, part) : undefined;
    return {
      sku: item.sku,
      options: wanted,
      ...(count === undefined ? {} : { count }),
      ...(quantity === undefined ? {} : { quantity }),
    };
  }
  if (wish === 'exchange') return null;
  const less = LESS.exec(part)?.[1];
  const isNone = NONE_OF.test(part) && takeKinds(part).kinds.length > 0;
  const quantity = isNone
    ? 0
    : less
      ? Math.max(0, item.quantity - (readCount(less) ?? 0))
      : (outIn(part, item.quantity) ?? readQuantity(part) ?? readStays(part) ?? bareQuantity(part));
  return quantity === undefined ? null : { sku: item.sku, quantity };
}

/** "One of the two in large": the other stays; "only one of them, in large" is all that is left. */
export const isOneOfThem = (part: string): boolean =>
  /\b(?:one|1) of (?:the|my|those|these|them|both)\b/i.test(part) && !/\b(?:only|just)\b/i.test(part);

/** "Take the speaker out", "the speaker has to be removed". */
const OUT =
  /\b(?:take|leave|taken|left)\b.{0,40}\b(?:out|off)\b|\bmake\b.{0,40}\bdisappear\b|\bout of (?:the|my|that|this|it|order|ord)\b|\b(?:be|get|gets) (?:removed|deleted|dropped)\b|^\s*(?:the |my )?(?:\w+ )?\w+ (?:out|off)\s*$/i;

/** How many are left of what is taken out, so many or all; undefined: nothing is. */
function outIn(part: string, quantity: number): number | undefined {
  const isOut = OUT.test(part);
  if (!isOut && !REMOVES.test(part)) return undefined;
  const so = SO_MANY_OUT.exec(part)?.[1];
  return so ? Math.max(0, quantity - numberOf(so)) : isOut ? 0 : undefined;
}

const REMOVES = /\b(?:remove|drop|delete)\b/i;

const SO_MANY_OUT = /\b(?:take|leave|remove|drop|delete|make) (?:just |only )?(?:the )?(1|2|3|one|two|three)\b/i;

/** Of several pieces only so many; undefined: all of them. */
export function piecesIn({ quantity }: { quantity: number }, said: string): number | undefined {
  const count = quantity > 1 ? readCount(said) : undefined;
  return count !== undefined && count > 0 && count < quantity ? count : undefined;
}

const BARE_QUANTITY = /^\W*(?:[\w ]{0,20}\bchange\W+)?(1|2|3|4|5|one|two|three|four|five) (?:\w+ ){0,3}\w+\W*$/i;
/** "One red Studio Kettle and one black Wireless Kettle instead of two each." */
const INSTEAD_OF_MORE = /\binstead of (?:two|three|both|2|3)\b/i;

/** "1 lamp", in a list of what it shall be. */
function bareQuantity(part: string): number | undefined {
  const said = BARE_QUANTITY.exec(part)?.[1];
  return said && takeKinds(part).kinds.length > 0 ? readCount(said) : undefined;
}

/** The item whose name was said, or the only one there is. */
export function itemIn(items: readonly OrderItem[], said: string): OrderItem | undefined {
  if (items.length === 1) return items[0];
  const text = said.toLowerCase();
  const score = ({ name }: ItemWords) =>
    name
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => text.includes(word.replace(/s$/, ''))).length;
  const [best, next] = items
    .map((item) => ({ item, score: score(item) }))
    .sort((one, other) => other.score - one.score);
  if (!best || best.score === 0) return undefined;
  // Two lines of the very same thing are one.
  const isSame = next?.item.name === best.item.name && String(next.item.options) === String(best.item.options);
  return best.score > (next?.score ?? 0) || isSame ? best.item : undefined;
}
