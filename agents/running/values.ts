// Reads the values that an answer can be wrong about out of a text: numbers of things, money, days, spans of time, shares,
// addresses on the web. Pure; what each must stem from is decided elsewhere.

export interface Found {
  kind: 'id' | 'money' | 'day' | 'weekday' | 'span' | 'share' | 'link';
  /** As it stands in the text. */
  text: string;
  /** Money, spans and shares: every number in it. */
  numbers?: number[];
  /** ISO 4217, when the text says which. */
  currency?: string;
  /** MM-DD. A numeric day can be read in two ways. */
  days?: string[];
  year?: number;
  /** 0 Sunday to 6 Saturday. */
  weekday?: number;
}

const CURRENCIES: Record<string, string> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  dollar: 'USD',
  dollars: 'USD',
  dólares: 'USD',
  euro: 'EUR',
  euros: 'EUR',
  pound: 'GBP',
  pounds: 'GBP',
};
const CODES = 'USD|EUR|GBP|CHF|CAD|AUD|JPY|SEK|NOK|DKK|PLN|MXN';
const AMOUNT = '\\d{1,3}(?:[.,\\s\u00a0]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?';
const MONEY = new RegExp(
  `(?<before>[$€£¥]|\\b(?:${CODES}))\\s?(?<first>${AMOUNT})|(?<![\\d.,])(?<second>${AMOUNT})\\s?(?<after>[$€£¥]|(?:${CODES}|dollars?|dólares|euros?|pounds?)(?!\\p{L}))`,
  'giu',
);
const IDS = [
  /\b[A-Z]{1,6}-(?=[A-Z0-9-]*\d)[A-Z0-9]{2,}(?:-[A-Z0-9]+)*\b/g,
  /\b(?=(?:[A-Z]*\d){7})[A-Z0-9]{8,34}\b/g,
  /(?<=#\s?|\b(?:order|tracking|parcel|invoice|case|reference|Bestellung|Sendung|pedido|commande)\s(?:number\s|no\.?\s|id\s|n[ºo°]\.?\s|Nr\.?\s)?)\d{4,}\b/giu,
];
const LINK = /\b(?:https?:\/\/|www\.)[^\s)\]>"'*]+|[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/giu;
const SHARE = /(?<![\d.,])(\d+(?:[.,]\d+)?)\s?(?:%|percent\b|Prozent\b|por ciento\b|pour cent\b)/giu;
const NUMBER_WORDS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  fourteen: 14,
  thirty: 30,
};
const COUNT = `\\d+|${Object.keys(NUMBER_WORDS).join('|')}`;
const SPAN = new RegExp(
  `(?<![\\p{L}\\d.,])(${COUNT})(?:\\s?(?:-|–|to|or|bis|a|à|ou|oder|o)\\s?(${COUNT}))?[\\s-]*(?:(?:business|working|calendar|full)[\\s-])?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|Minuten?|Stunden?|Tage?n?|Werktage?n?|Wochen?|Monate?n?|minutos?|horas?|días?|semanas?|mes(?:es)?|heures?|jours?|semaines?|mois)(?!\\p{L})`,
  'giu',
);
const LANGUAGES = ['en', 'es', 'fr', 'de'];
const MONTHS = namesOf(12, (at) => new Date(Date.UTC(2026, at, 15)), 'month');
const WEEKDAYS = namesOf(7, (at) => new Date(Date.UTC(2026, 1, 1 + at)), 'weekday');
/** Names of months as one alternative of a pattern. */
export const MONTH = [...MONTHS.keys()].sort((one, other) => other.length - one.length).join('|');
const ISO = /\b(\d{4})-(\d{2})-(\d{2})/g;
const NUMERIC = /(?<![\d.,-])(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})?(?![\d])/g;
const MONTH_FIRST = new RegExp(
  `(?<!\\p{L})(${MONTH})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.,]*\\d{3})(?:,?\\s(\\d{4}))?(?!\\d)`,
  'giu',
);
const DAY_FIRST = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º)?\\.?\\s(?:of\\s|de\\s)?(${MONTH})(?!\\p{L})\\.?(?:,?\\s(?:de\\s)?(\\d{4}))?`,
  'giu',
);
const WEEKDAY = new RegExp(
  `(?<!\\p{L})(${[...WEEKDAYS.keys()].filter((name) => name.length > 3).join('|')})s?(?!\\p{L})`,
  'giu',
);

export function findValues(text: string): Found[] {
  const links = all(text, LINK, ([found]) => ({ kind: 'link' as const, text: found.replace(/[.,;:!?]+$/, '') }));
  // What is part of an address on the web is no value by itself.
  const rest = links.reduce((left, link) => left.replaceAll(link.text, ' '), text);
  const days = findDays(rest);
  const plain = days.reduce((left, day) => left.replaceAll(day.text, ' '), rest);
  const money = findMoney(plain);
  const ids = IDS.flatMap((shape) => all(plain, shape, ([found]) => ({ kind: 'id' as const, text: found })));
  return [
    ...links,
    ...days,
    ...money,
    ...ids.filter((one, at) => ids.findIndex((other) => other.text === one.text) === at),
    ...all(plain, SPAN, (match) => ({ kind: 'span' as const, text: match[0], numbers: countsOf(match.slice(1, 3)) })),
    ...all(plain, SHARE, (match) => ({ kind: 'share' as const, text: match[0], numbers: [readNumber(match[1]!)] })),
    ...all(plain, WEEKDAY, (match) => ({
      kind: 'weekday' as const,
      text: match[0],
      weekday: WEEKDAYS.get(match[1]!.toLowerCase())!,
    })),
  ];
}

export function findMoney(text: string): Found[] {
  return all(text, MONEY, (match) => {
    const { before, first, second, after } = match.groups as Record<string, string | undefined>;
    const sign = (before ?? after ?? '').toLowerCase();
    const currency = CURRENCIES[sign] ?? sign.toUpperCase();
    return { kind: 'money' as const, text: match[0], numbers: [readNumber((first ?? second)!)], currency };
  });
}

export function findDays(text: string): Found[] {
  const day = (found: string, pairs: [string | number, string | number][], year?: string): Found => ({
    kind: 'day',
    text: found.replace(/\.$/, ''),
    days: pairs
      .filter(([month, date]) => Number(month) >= 1 && Number(month) <= 12 && Number(date) >= 1 && Number(date) <= 31)
      .map(([month, date]) => `${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`),
    ...(year ? { year: Number(year.length === 2 ? `20${year}` : year) } : {}),
  });
  const monthOf = (name: string) => MONTHS.get(name.toLowerCase())! + 1;
  const found = [
    ...all(text, ISO, (match) => day(match[0], [[match[2]!, match[3]!]], match[1])),
    ...all(text, NUMERIC, (match) =>
      day(
        match[0],
        [
          [match[1]!, match[3]!],
          [match[3]!, match[1]!],
        ],
        match[4],
      ),
    ),
    ...all(text, MONTH_FIRST, (match) => day(match[0], [[monthOf(match[1]!), match[2]!]], match[3])),
    ...all(text, DAY_FIRST, (match) => day(match[0], [[monthOf(match[2]!), match[1]!]], match[3])),
  ];
  return found.filter((one) => one.days!.length > 0);
}

/** 1,299.00 and 1.299,00 are the same; a single mark with three digits behind it parts thousands. */
export function readNumber(text: string): number {
  const plain = text.replace(/[\s\u00a0]/g, '');
  const mark = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  if (mark < 0) return Number(plain);
  const decimals = plain.slice(mark + 1);
  const whole = plain.slice(0, mark).replace(/[.,]/g, '');
  return decimals.length === 3 ? Number(whole + decimals) : Number(`${whole}.${decimals}`);
}

function countsOf(words: (string | undefined)[]): number[] {
  return words.filter((word) => word !== undefined).map((word) => NUMBER_WORDS[word.toLowerCase()] ?? Number(word));
}

function all<T>(text: string, shape: RegExp, make: (match: RegExpMatchArray) => T): T[] {
  return [...text.matchAll(shape)].map(make);
}

/** Long and short names in all our languages, lower-case. */
function namesOf(count: number, dateOf: (at: number) => Date, what: 'month' | 'weekday'): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const length of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { [what]: length, timeZone: 'UTC' });
      for (let at = 0; at < count; at += 1) {
        const name = format.format(dateOf(at)).toLowerCase().replace(/\.$/, '');
        if (name.length >= 3 && !names.has(name)) names.set(name, at);
      }
    }
  }
  return names;
}
