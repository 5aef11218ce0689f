// What a model says is held against what this conversation really brought to light: every number of an order, sum, day,
// span, share and link must stem from a tool result, the facts, the policy or an earlier reply; nothing is promised.
import { findPromises } from './promises.ts';
import { type Found, findDays, findMoney, findValues, MONTH } from './values.ts';

/** What an answer may stand on. */
export interface Sources {
  /** What the tools of this answer returned. */
  results: unknown[];
  /** What they were asked for, where they answered. */
  asked: unknown[];
  facts: unknown;
  policy: string;
  /** Our own earlier replies, which were reviewed when they were said. */
  replies: string[];
  /** The customer's words of this conversation: may be named back to them, and prove nothing. */
  customer: string;
  /** YYYY-MM-DD. */
  today: string;
}

interface Grounds {
  /** All texts, lower-case, with and without blanks. */
  text: string;
  compact: string;
  spans: Set<number>;
  shares: Set<number>;
  money: Set<number>;
  currencies: Set<string>;
  /** YYYY-MM-DD, or -MM-DD where no year was said. */
  days: Set<string>;
}

const DAY_MS = 86_400_000;
const IN_DAYS = /day|tag|día|jour/i;
/** Numbers under these names are no sums of money. */
const NOT_MONEY =
  /quantity|count|days?$|weight|kilo|gram|percent|step|attempt|limit|minutes|hours|stars|rating|zone|position|pages?$|months?|year|stock|checked/i;
/** Numbers under these names are spans of time, and shares. */
const SPAN_FIELD = /day|week|hour|minute|month|year|warranty|within/i;
const SHARE_FIELD = /percent|share|rate|discount|duty|tax|vat/i;
/** What a customer said may be named where nothing is claimed about it: asked, not found, or told as theirs. */
const NAMES_BACK =
  /\?|(?:\b(?:not|cannot|unable to|no|any)|n['’]t)\s(?:\p{L}+\s){0,4}(?:find|found|see|seen|locate|have|match\w*|charges?|orders?|records?|exists?|belong\w*|access|verify|confirm|show\w*|payments?|invoices?|parcels?|valid)\b|\b(?:you|sie|usted|vous) (?:say|said|mention\w*|wrote|told|asked?|report\w*|describe\w*|gave|sagen|schreiben|dice|dites|were asking|are asking)|(?<!\p{L})(?:nicht|kein\w*) (?:\p{L}+ ){0,3}(?:gefunden|finden|sehen|Abbuchung|Zahlung|Bestellung|Rechnung|Sendung)|(?<!\p{L})no (?:\p{L}+ )?(?:encuentro|encontr\p{L}+|veo)|(?:ne|n['’]) ?(?:\p{L}+ ){0,3}(?:trouv\p{L}+|vois|voyons)/iu;
const RELATIVE =
  /\b(?:tomorrow|next week|this week|this weekend|next month|end of (?:the )?(?:day|week|month)|morgen|nächste Woche|mañana|la próxima semana|demain|la semaine prochaine)\b/giu;
const PLACEHOLDER = /\[(?:email|phone|name|address)-\d+\]/gi;

/** What in the text nothing stands behind, each once; empty when the answer may go. The text is the one with the real words. */
export function findUnfounded(text: string, sources: Sources): string[] {
  const grounds = groundsOf(sources);
  const echo =
    sources.customer === ''
      ? null
      : groundsOf({ ...sources, results: [sources.customer], asked: [], facts: null, policy: '', replies: [] });
  const known = `${grounds.text} ${sources.replies.join(' ').toLowerCase()}`;
  const unfounded: string[] = [];
  for (const sentence of sentencesOf(text)) {
    const mayEcho = echo !== null && NAMES_BACK.test(sentence);
    const values = findValues(sentence).filter(
      (value) => !stemsFrom(value, grounds, sources.today) && !(mayEcho && stemsFrom(value, echo, sources.today)),
    );
    unfounded.push(...values.map((value) => value.text), ...findPromises(sentence, known));
    unfounded.push(...relativeDays(sentence, grounds, sources.today), ...(sentence.match(PLACEHOLDER) ?? []));
  }
  return [...new Set(unfounded)];
}

function stemsFrom(value: Found, grounds: Grounds, today: string): boolean {
  switch (value.kind) {
    case 'id':
      return isKnownId(value.text.toLowerCase(), grounds);
    case 'link':
      return grounds.text.includes(value.text.toLowerCase().replace(/\/$/, ''));
    case 'money': {
      const isCurrency = grounds.currencies.size === 0 || grounds.currencies.has(value.currency ?? '');
      return isCurrency && value.numbers!.every((one) => grounds.money.has(one));
    }
    case 'day':
      return value.days!.some((day) => isKnownDay(day, value.year, grounds));
    case 'weekday':
      return (
        [...grounds.days].some((day) => day[0] !== '-' && new Date(day).getUTCDay() === value.weekday) ||
        grounds.text.includes(value.text.toLowerCase())
      );
    case 'share':
      return value.numbers!.every((one) => grounds.shares.has(one));
    case 'span':
      return value.numbers!.every(
        (one) => grounds.spans.has(one) || (IN_DAYS.test(value.text) && isDaysAway(one, grounds, today)),
      );
  }
}

/** Whole: ORD-123 does not stem from ORD-12345. Long ones may be written in groups. */
function isKnownId(id: string, { text, compact }: Grounds): boolean {
  const isPart = (sign: string | undefined) => sign !== undefined && /[\p{L}\d]/u.test(sign);
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
    if (!isPart(text[at - 1]) && !isPart(text[at + id.length])) return true;
  }
  return id.length >= 12 && compact.includes(id);
}

function isKnownDay(day: string, year: number | undefined, { days }: Grounds): boolean {
  if (days.has(`-${day}`)) return true;
  return [...days].some(
    (known) => known.slice(4) === `-${day}` && (year === undefined || known.startsWith(String(year))),
  );
}

const isDaysAway = (count: number, { days }: Grounds, today: string) =>
  [...days].some((day) => day[0] !== '-' && Math.abs(Date.parse(day) - Date.parse(today)) === count * DAY_MS);

/** "Tomorrow" is a day like any other; "next week" is one that nobody can check. */
function relativeDays(sentence: string, grounds: Grounds, today: string): string[] {
  const tomorrow = new Date(Date.parse(today) + DAY_MS).toISOString().slice(0, 10);
  return (sentence.match(RELATIVE) ?? []).filter((found) => {
    const isTomorrow = /^(tomorrow|morgen|mañana|demain)$/i.test(found);
    return !(isTomorrow && grounds.days.has(tomorrow)) && !grounds.text.includes(found.toLowerCase());
  });
}

/** A line or a sentence; the dots in 89.99 and "4. März" end none. */
const SENTENCE_END = new RegExp(`\\n+|(?<=[.!?])\\s+(?!(?:${MONTH})(?!\\p{L}))(?=[\\p{Lu}\\d*_"'«„¿¡-])`, 'iu');
const sentencesOf = (text: string) => text.split(SENTENCE_END).filter((one) => one.trim() !== '');

function groundsOf(sources: Sources): Grounds {
  const grounds: Grounds = {
    text: '',
    compact: '',
    spans: new Set(),
    shares: new Set(),
    money: new Set(),
    currencies: new Set(),
    days: new Set(),
  };
  const named = sources.customer.toLowerCase().replace(/\s/g, '');
  for (const one of [...sources.results, sources.facts]) take(one, '', grounds);
  // What a tool was asked for is proven by its answer only as far as the customer named it: a model's guess is no source.
  for (const one of leavesOf(sources.asked))
    if (named.includes(one.toLowerCase().replace(/\s/g, ''))) grounds.text += ` ${one}`;
  takeText(sources.policy, grounds);
  for (const reply of sources.replies) {
    for (const sentence of sentencesOf(reply)) if (!NAMES_BACK.test(sentence)) takeText(sentence, grounds);
  }
  grounds.text = grounds.text.toLowerCase();
  grounds.compact = grounds.text.replace(/[\s•]/g, '');
  return grounds;
}

function take(value: unknown, name: string, grounds: Grounds): void {
  if (typeof value === 'number') {
    if (SPAN_FIELD.test(name)) grounds.spans.add(value);
    if (SHARE_FIELD.test(name)) grounds.shares.add(value);
    grounds.text += ` ${value}`;
    if (!NOT_MONEY.test(name)) grounds.money.add(value);
  } else if (typeof value === 'string') takeText(value, grounds);
  else if (Array.isArray(value)) for (const one of value) take(one, name, grounds);
  else if (typeof value === 'object' && value !== null)
    for (const [inner, one] of Object.entries(value)) {
      if (/^currency$/i.test(inner) && typeof one === 'string') grounds.currencies.add(one.toUpperCase());
      take(one, inner, grounds);
    }
}

function takeText(text: string, grounds: Grounds): void {
  grounds.text += ` ${text}`;
  for (const { numbers = [], currency } of findMoney(text)) {
    for (const one of numbers) grounds.money.add(one);
    if (currency) grounds.currencies.add(currency);
  }
  for (const { days = [], year } of findDays(text)) for (const day of days) grounds.days.add(`${year ?? ''}-${day}`);
  for (const { kind, numbers = [] } of findValues(text)) {
    const into = kind === 'span' ? grounds.spans : kind === 'share' ? grounds.shares : null;
    if (into) for (const one of numbers) into.add(one);
  }
}

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(leavesOf);
}
