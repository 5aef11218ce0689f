// What is named in a text: order ids, money, weights, e-mails, phones and tracking numbers by patterns, a place by lists, and
// products by the catalogue.
import type { Entities } from '../../models/turn.ts';
import { readPlace } from '../../tools/shipping/places.ts';
import { readProductNames } from '../goods.ts';

const ORDER = /\bord(?:er)?[\s#:-]*(?:number|no\.?|id)?[\s#:-]*(\d{4,10})\b|#(\d{4,10})\b|(#[a-z]{1,3}\d{4,10})\b/gi;
const LISTED = /(?:\band|,|&|\bor)\s+(\d{5})\b(?![.,]\d)/gi;
const REFUSED = /\bnot (?:the )?(?:order )?(?:ord-?)?(\d{5})\b/gi;
const MONEY =
  /([$€£])\s?(\d{1,7}(?:[.,]\d{1,2})?)|(\d{1,7}(?:[.,]\d{1,2})?)\s?(dollars?|euros?|usd|eur|gbp|pounds)\b/gi;
const WEIGHT = /(\d{1,4}(?:[.,]\d{1,3})?)\s?(kgs?|kilos?|kilograms?|g|grams?|lbs?)\b/gi;
const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;
const TRACKING = /\b(1Z[0-9A-Z]{13,16}|JD\d{12,18}|\d{20,22})\b/gi;
const PHONE = /\+\d[\d\s-]{7,16}\d/g;

const CURRENCY: Record<string, string> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  dollar: 'USD',
  usd: 'USD',
  euro: 'EUR',
  eur: 'EUR',
  gbp: 'GBP',
  pound: 'GBP',
};

/** "Portland, OR 97201": a state's letters and a postal code. */
const POSTAL = /(?<=,\s*)[A-Z]{2} \d{5}\b/g;

/** The orders that are named, in order of appearance and without repeats, less those that are refused beside others. */
export function readOrderIds(written: string): string[] {
  const text = written.replace(POSTAL, ' ');
  const orderIds = unique(
    Array.from(text.matchAll(ORDER), (match) => match[3]?.toUpperCase() ?? `ORD-${match[1] ?? match[2]}`),
  );
  // "ORD-20522 and 20581", and not the one that is refused.
  // "…, 10115 Berlin" is no order.
  const isPlace = ({ 0: said, index }: RegExpExecArray) => /^\s+\p{Lu}/u.test(text.slice(index + said.length));
  const numbers = orderIds.length > 0 ? [...text.matchAll(LISTED)].filter((match) => !isPlace(match)) : [];
  const listed = numbers.map((match) => `ORD-${match[1]}`);
  const refused = Array.from(text.matchAll(REFUSED), (match) => `ORD-${match[1]}`);
  return unique([...orderIds, ...listed]).filter(
    (id, _at, all) => !refused.includes(id) || all.length === refused.length,
  );
}

/** An order is named by the digits of its number, too. */
export function namesOrder(text: string, orderId: string | undefined): orderId is string {
  return orderId !== undefined && text.includes(orderId.replace(/\D/g, ''));
}

/** Everything named, each kind in order of appearance and without repeats; kinds that do not occur are left out. */
export function readEntities(text: string): Entities {
  const found: Entities = {};
  const orderIds = readOrderIds(text);
  if (orderIds.length > 0) found.orderIds = orderIds;
  const money = Array.from(text.matchAll(MONEY), (match) => {
    const sign = (match[1] ?? match[4] ?? '').toLowerCase().replace(/s$/, '');
    return { amount: Number((match[2] ?? match[3] ?? '0').replace(',', '.')), currency: CURRENCY[sign] ?? 'USD' };
  });
  if (money.length > 0) found.money = money;
  const weights = Array.from(text.matchAll(WEIGHT), (match) => ({
    kilograms: toKilograms(Number(match[1]!.replace(',', '.')), match[2]!.toLowerCase()),
  }));
  if (weights.length > 0) found.weights = weights;
  const emails = unique(text.match(EMAIL) ?? []);
  if (emails.length > 0) found.emails = emails;
  const trackingNumbers = unique((text.match(TRACKING) ?? []).map((number) => number.toUpperCase()));
  if (trackingNumbers.length > 0) found.trackingNumbers = trackingNumbers;
  const phones = unique(text.match(PHONE) ?? []);
  if (phones.length > 0) found.phones = phones;
  const place = readPlace(text);
  if (place) found.places = [place.name];
  const products = readProductNames(text);
  if (products.length > 0) found.products = products;
  return found;
}

/** `unit` begins with k, g or, for pounds, anything else; to the gram. */
export function toKilograms(amount: number, unit: string): number {
  const factor = unit.startsWith('k') ? 1 : unit.startsWith('g') ? 0.001 : 0.453_592;
  return Math.round(amount * factor * 1_000) / 1_000;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
