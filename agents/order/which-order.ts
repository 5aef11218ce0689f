// Which of several orders is meant by "the headphones", "the newest", "the one from May", "the blue one", in the four
// languages that we speak. Pure: words that say anything else pick nothing.
import { fold } from '../../core/fold.ts';
import type { DeviceKind } from '../../phrases/technical/index.ts';
import { kindOfProduct, takeKinds } from '../../tools/support/read-device.ts';

/** What can be told apart: an order, or a charge for one. */
export interface Choosable {
  id: string;
  status?: string;
  /** YYYY-MM-DD. */
  placedOn?: string;
  deliveryOn?: string | null;
  carrier?: string | null;
  items: readonly { name: string; options?: readonly string[] }[];
}

/** What is kept of those that were shown: their ids in order, and the words of what is in them. */
export interface Shown {
  shown: string[];
  names: string;
}

export interface Pick {
  kinds: DeviceKind[];
  /** Of a name, an option or a carrier. */
  words: string[];
  /** Where in the list, counted from 0; −1 is the last one. */
  nth: number | null;
  age: 'newest' | 'oldest' | null;
  /** A beginning of YYYY-MM-DD, without the year where none was said. */
  month: string | null;
  day: string | null;
  states: readonly string[] | null;
}

const LONGEST_NAMES = 500;

export function rememberShown(orders: readonly Choosable[]): Shown {
  const words = new Set(orders.flatMap((order) => [...wordsOf(order)]));
  return { shown: orders.map(({ id }) => id), names: [...words].join(' ').slice(0, LONGEST_NAMES) };
}

/** Words around a pick, which pick nothing by themselves. */
const AROUND = new Set(
  (
    'the a an my one ones order orders parcel package purchase i mean meant it its is was are that this those these with for of about from in on ' +
    'no not ok okay yes please pls then thanks thank you and has have had holds holding contains containing where which bought ordered placed ' +
    'got sorry oh well so just would be want i’d like only uh um now both where’s coming comes goes ' +
    'el la los las lo mi mis de del con que es pedido compra por favor en al uno una un quiero decir gracias tiene viene vienen va llega ' +
    'le les l celui celle ceux du des avec mon ma mes c est commande colis pour s il vous plait dans au aux merci qui contient vient arrive ' +
    'der die das den dem mein meine meinen meiner mit von vom aus bestellung bitte ist es im am ein eine danke paket ja nein oui si non kommt kommen'
  ).split(' '),
);

const COLOURS: [string, RegExp][] = [
  ['black', /\b(black|negr[oa]s?|noire?s?|schwarz\w*)\b/],
  ['white', /\b(white|blanc[oa]s?|blanc(he)?s?|weiss\w*)\b/],
  ['blue', /\b(blue|azul(es)?|bleue?s?|blau\w*)\b/],
  ['red', /\b(red|roj[oa]s?|rouges?|rot(e[nrsm]?)?)\b/],
  ['green', /\b(green|verdes?|verte?s?|grun\w*)\b/],
  ['small', /\b(small(er)?|pequen[oa]s?|petite?s?|klein\w*)\b/],
  ['large', /\b(larger?|big(ger)?|grandes?|grands?|gross\w*)\b/],
];
const NTH: [number, RegExp][] = [
  [0, /\b(first|1st|primer[oa]?|premier(e)?|erste[nrsm]?)\b/],
  [1, /\b(second|2nd|segund[oa]|deuxieme|seconde?|zweite[nrsm]?)\b/],
  [2, /\b(third|3rd|tercer[oa]?|troisieme|dritte[nrsm]?)\b/],
  [3, /\b(fourth|4th|cuart[oa]|quatrieme|vierte[nrsm]?)\b/],
  [-1, /\blast (?=one\b)|\blast$/],
];
const AGES: [NonNullable<Pick['age']>, RegExp][] = [
  [
    'newest',
    /\b(newest|latest|(the )?most recent|last|mas reciente|ultim[oa]|(plus )?recente?|derni(er|ere)|neueste[nrsm]?|letzte[nrsm]?|jungste[nrsm]?)\b/,
  ],
  ['oldest', /\b(oldest|earliest|mas antigu[oa]|(plus )?ancien(ne)?|alteste[nrsm]?)\b/],
];
const STATES: [readonly string[], RegExp][] = [
  [['pending'], /\b(pending|unpaid)\b/],
  [
    ['pending', 'processing'],
    /\b(((not|has ?n't|have ?n't) (been )?(yet )?(shipped|sent)( yet)?)|pending|waiting|processing|(being )?packed|pendiente|en attente|verpackt( wird)?)\b/,
  ],
  [
    ['shipped', 'in transit'],
    /\b(in transit|transit|shipped|sent|on (its|the) way|en camino|enviad[oa]|en route|expediee?|unterwegs|versandt\w*)\b/,
  ],
  [['delivered'], /\b(delivered|arrived|came|entregad[oa]|livree?|geliefert\w*|angekommen\w*)\b/],
  [['cancelled'], /\b(cancell?ed|cancelad[oa]|annulee?|stornier\w*)\b/],
];
const MONTHS: RegExp[] = [
  /\b(january|jan|enero|janvier|januar)\b/,
  /\b(february|feb|febrero|fevrier|februar)\b/,
  /\b(march|mar|marzo|mars|marz)\b/,
  /\b(april|apr|abril|avril)\b/,
  /\b(may|mayo|mai)\b/,
  /\b(june|jun|junio|juin|juni)\b/,
  /\b(july|jul|julio|juillet|juli)\b/,
  /\b(august|aug|agosto|aout)\b/,
  /\b(september|sept|sep|septiembre|septembre)\b/,
  /\b(october|oct|octubre|octobre|oktober|okt)\b/,
  /\b(november|nov|noviembre|novembre)\b/,
  /\b(december|dec|diciembre|decembre|dezember|dez)\b/,
];

/** Colours and sizes that are named, in English. `said`: folded. */
export function readColours(said: string): string[] {
  return COLOURS.filter(([, sign]) => sign.test(said)).map(([colour]) => colour);
}

/** "The one that is being packed", "the pending one", "my other pending order". */
const OF_STATE =
  /\bthe one\b|\b(?:the|my) (?:other )?(?:pending|unpaid|shipped|delivered|cancelled|processing) (?:one|order|parcel|package)s?\b|\bthe (?:other )?(?:order|parcel|package)\b[^.?!,]{0,15}\b(?:being packed|not (?:yet )?(?:been )?(?:shipped|sent|paid))\b|\bthe other one\b/;

/** The states of "the one that is being packed"; null: no one of them is named by its state. */
export function readStateOfOne(text: string): readonly string[] | null {
  const said = fold(text);
  return OF_STATE.test(said) ? (STATES.find(([, sign]) => sign.test(said))?.[0] ?? null) : null;
}

/** What the words pick by, and nothing else is said; null otherwise. `names`: words of what was shown. */
export function readPick(text: string, names: string): Pick | null {
  if (/\?\s*$/.test(text) || /\b(how|why|when|what)\b/i.test(text)) return null;
  const { kinds, rest } = takeKinds(text);
  let left = ` ${rest.replace(/[^\p{L}\p{N}' ]+/gu, ' ')} `.replace(/\s+/g, ' ');
  const take = <Value>(table: readonly [Value, RegExp][]): Value | null => {
    const found = table.find(([, sign]) => sign.test(left));
    if (found) left = left.replace(found[1], ' ');
    return found?.[0] ?? null;
  };
  const states = take(STATES);
  const nth = take(NTH);
  const age = take(AGES);
  const words: string[] = [];
  for (let colour = take(COLOURS); colour !== null; colour = take(COLOURS)) words.push(colour);
  const at = take(MONTHS.map((sign, month): [string, RegExp] => [String(month + 1).padStart(2, '0'), sign]));
  const number = at ? /\b(\d{1,2})(?:st|nd|rd|th|er)?\b/.exec(left) : null;
  if (number) left = left.replace(number[0], ' ');
  const known = new Set(names.split(' '));
  for (const word of left.split(/[\s']+/).filter((one) => one !== '' && !AROUND.has(one))) {
    if (!known.has(word)) return null;
    words.push(word);
  }
  const day = number ? number[1]!.padStart(2, '0') : null;
  const pick = { kinds, words, nth, age, month: at, day, states };
  const isAny = kinds.length + words.length > 0 || nth !== null || age !== null || at !== null || states !== null;
  return isAny ? pick : null;
}

/** Those that fit, in their order; `listed`: the ids as they were shown, which "the second one" counts by. */
export function pickFrom<Order extends Choosable>(
  orders: readonly Order[],
  pick: Pick,
  listed: readonly string[],
): Order[] {
  const { nth, age, states, month } = pick;
  let fitting = orders.filter((order) => holds(order, pick) && (!states || states.includes(String(order.status))));
  if (month !== null) fitting = ofDay(fitting, pick);
  if (age !== null) {
    const byAge = [...fitting].sort((one, other) => (one.placedOn ?? '').localeCompare(other.placedOn ?? ''));
    fitting = byAge.slice(...(age === 'newest' ? [-1] : [0, 1]));
  }
  if (nth === null) return fitting;
  // "The second one" of what was shown, "the first headphones" of those.
  const isCounted = pick.kinds.length + pick.words.length === 0 && states === null && month === null;
  const id = isCounted ? listed.at(nth) : fitting.at(nth)?.id;
  return fitting.filter((order) => order.id === id);
}

/** Each kind that was named, in what is said of it. */
function holds(order: Choosable, { kinds, words }: Pick): boolean {
  const { carrier, items } = order;
  const ofItems = words.filter((word) => word !== carrier?.toLowerCase());
  const fits = (kind: DeviceKind | null) =>
    items.some((item) => {
      const its = itemWords(item);
      return (kind === null || kindOfProduct(item.name) === kind) && ofItems.every((word) => its.has(word));
    });
  if (kinds.length === 0) return ofItems.length === 0 || fits(null);
  if (kinds.length === 1) return fits(kinds[0]!);
  return kinds.every((kind) => items.some((item) => kindOfProduct(item.name) === kind));
}

/** By when it was ordered; where none fits, by when it comes. */
function ofDay<Order extends Choosable>(orders: readonly Order[], { month, day }: Pick): Order[] {
  const is = (date: string | null | undefined) => date?.slice(5, 7) === month && (!day || date.slice(8, 10) === day);
  const placed = orders.filter((order) => is(order.placedOn));
  return placed.length > 0 ? placed : orders.filter((order) => is(order.deliveryOn));
}

const PLAIN = /[^\p{L}\p{N} ]+/gu;

function itemWords({ name, options = [] }: Choosable['items'][number]): Set<string> {
  return new Set(
    fold([name, ...options].join(' '))
      .replace(PLAIN, ' ')
      .split(' '),
  );
}

function wordsOf({ items, carrier }: Choosable): Set<string> {
  const words = items.flatMap((item) => [...itemWords(item)]).concat(fold(carrier ?? ''));
  return new Set(words.filter((word) => word !== ''));
}
