// What sending costs, which services there are, and what customs asks for; weight and place are kept for a short question
// after that. Pure: called again after every tool result, with all results so far.
import { actWords } from '../../phrases/acts/index.ts';
import { type QuoteOption, type SizeWords, shippingWords } from '../../phrases/shipping/index.ts';
import { readPlace } from '../../tools/shipping/places.ts';
import { kindOfProduct } from '../../tools/support/read-device.ts';
import type { AgentRequest, Exchange, OfflineStep, ToolAnswer } from '../agent.ts';
import { toKilograms } from '../classifier/entities.ts';
import { readSize, type Size } from './size.ts';
import { asksOfNewOrder } from './wish.ts';

/** Somewhere that a parcel could go. */
export function namesPlace(text: string): boolean {
  return readPlace(text) !== null;
}

export function weightIn(text: string, named: { kilograms: number }[] | undefined): number | null {
  if (named?.[0]) return named[0].kilograms;
  // "Like a kilo?"
  const worded = /\b(a|one|half a|two|three) (kilos?|kg|pounds?|lbs?)\b/i.exec(text);
  if (worded) return toKilograms(IN_WORDS[worded[1]!.toLowerCase()]!, worded[2]!.toLowerCase());
  const ounces = /(\d{1,4}(?:[.,]\d{1,2})?)\s?(oz|ounces?)\b/i.exec(text)?.[1];
  return ounces ? Math.round(Number(ounces.replace(',', '.')) * 28.3495) / 1_000 : null;
}

const IN_WORDS: Record<string, number> = { a: 1, one: 1, 'half a': 0.5, two: 2, three: 3 };

/** In what is asked, or in the rest of the message. */
function placeOf({ text, classification }: AgentRequest): ReturnType<typeof readPlace> {
  return readPlace(text) ?? readPlace(classification.entities.places?.[0] ?? '');
}

/** "And how many days?", of what was priced before. */
const ONLY_DAYS = /^\W*(?:and |ok |so )*(?:in )?how (?:many (?:\w+ )?days|long)\b[^.?!]{0,40}\W*$/i;

/** Weight, size and place from this message, or from the one before that this answers. */
export function quote(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const { text, classification, exchange } = request;
  const words = shippingWords(classification.language);
  const before = (exchange?.memory ?? {}) as {
    kilograms?: number;
    centimetres?: Size;
    country?: string;
    place?: string;
    urgent?: boolean;
  };
  const told = weightIn(text, classification.entities.weights) ?? before.kilograms ?? null;
  // Of a thing that we sell we know what it weighs.
  const thing = told === null ? (kindOfProduct(text) ?? spokenKind(request)) : null;
  const found = answers.find(({ name }) => name === 'find_products');
  if (thing && !found) return { call: 'find_products', input: { query: thing, limit: 1 } };
  const own = found ? weightOf(found) : null;
  const kilograms = told ?? own?.kilograms ?? null;
  const named = placeOf(request);
  const country = named?.country ?? before.country ?? null;
  const place = named?.name ?? before.place ?? null;
  const urgent =
    before.urgent ??
    /\b(urgent\w*|fast(est)?|quick(?:ly|er|est)?(?! (?:q|question|one|thing)\b)|asap|express|overnight|tomorrow|hurry)\b/i.test(
      text,
    );
  const centimetres = readSize(text) ?? before.centimetres;
  const size = centimetres ? { centimetres } : {};
  const memory = { ...(kilograms ? { kilograms } : {}), ...size, ...(country ? { country, place } : {}), urgent };
  const asks = { about: 'quote', memory };
  const isAny = told === null && kindOfProduct(text) === null;
  if (isAny && place && country && (DO_YOU_SHIP.test(text) || (!kilograms && asksOfNewOrder(text))))
    return shipsTo(request, answers, { country, name: place }, asks);
  if (!kilograms && !country) return { text: words.askBoth(), asks };
  if (!kilograms) return { text: words.askWeight({ place }), asks };
  if (!country || !place) return { text: words.askPlace({ kilograms }), asks };
  const answer = answers.find(({ name }) => name === 'quote_shipping');
  if (!answer) return { call: 'quote_shipping', input: { kilograms, country, urgent, ...size } };
  const {
    found: isServed,
    options,
    recommended,
    because,
    mostKilograms,
    kilograms: charged,
  } = answer.result as {
    found?: boolean;
    options?: QuoteOption[];
    recommended?: string;
    because?: 'cheapest' | 'fastest';
    mostKilograms?: number;
    kilograms?: number;
  };
  const noted = own ? `${actWords(classification.language).weighsAbout({ name: thing!, weight: own.said })}\n\n` : '';
  const sized = (priced: string): string => {
    const said = noted + priced;
    const room = (answer.result as { size?: Pick<SizeWords, 'cubicCentimetres' | 'countsAs'> }).size;
    return room?.countsAs.length && centimetres ? `${said}\n\n${words.bySize({ centimetres, ...room })}` : said;
  };
  if (!isServed) return { text: words.noService({ place }) };
  if (!options?.length)
    return { text: sized(words.tooHeavy({ kilograms: charged ?? kilograms, most: mostKilograms ?? 30 })), keeps: asks };
  if (exchange && ONLY_DAYS.test(text) && before.country === country)
    return { text: words.shipsTo({ place, options }), keeps: asks };
  const service = exchange ? serviceIn(text) : null;
  const called = options.find(({ name }) => service !== null && name.toLowerCase().startsWith(service));
  // Where no service is called so, express is the fastest that there is.
  const one = called ?? (service === 'express' ? options.at(-1) : undefined);
  if (one) return { text: sized(words.oneService({ kilograms, place, option: one })), keeps: asks };
  const said = words.quote({
    kilograms,
    place,
    options,
    recommended: recommended ?? '',
    because: because ?? 'cheapest',
  });
  return { text: sized(said), keeps: asks };
}

/** What our services take in business days at the latest, within the country. */
const SERVICES = [
  { name: 'Ground', businessDays: 5 },
  { name: 'Two-Day', businessDays: 2 },
  { name: 'Overnight', businessDays: 1 },
];

/** How long each service takes, and which day that is for who orders today; weight and place may follow. */
export function tellTimes({ classification, today, text }: AgentRequest): OfflineStep {
  const said = shippingWords(classification.language).times();
  const days = SERVICES.map(({ name, businessDays }) => ({ name, on: businessDayAfter(today, businessDays) }));
  const byDay = asksOfNewOrder(text) ? `${actWords(classification.language).orderedToday({ days })} ` : '';
  return { text: byDay + said, keeps: { about: 'quote', memory: {} } };
}

function businessDayAfter(today: string, count: number): string {
  const day = new Date(`${today}T12:00:00Z`);
  for (let left = count; left > 0; ) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (day.getUTCDay() % 6 !== 0) left -= 1;
  }
  return day.toISOString().slice(0, 10);
}

/** "How much is shipping for that, to Texas?": of the thing that they spoke of before buying. */
function spokenKind({ text, history }: AgentRequest): ReturnType<typeof kindOfProduct> {
  const isMeant = /\b(it|its|that|this|them|those|one|normal|standard)\b/i.test(text);
  const customers = history.filter(({ role }) => role === 'customer').slice(-MOST_BACK);
  // "Ok, how much is shipping to Denver?", of what was asked about a moment ago.
  const among = isMeant ? customers : customers.slice(-JUST_NOW);
  return among.map((one) => kindOfProduct(one.text)).findLast((kind) => kind !== null) ?? null;
}

const MOST_BACK = 6;
const JUST_NOW = 2;

/** From the facts of the first product: "640 g", "780 g, the large one 950 g". */
function weightOf({ result }: ToolAnswer): { said: string; kilograms: number } | null {
  const [product] = (result.products ?? []) as { facts?: Record<string, string> }[];
  const said = product?.facts?.Weight;
  const number = /(\d+(?:\.\d+)?) ?(kg|g)\b/.exec(said ?? '');
  if (!said || !number) return null;
  return { said, kilograms: Number(number[1]) / (number[2] === 'g' ? 1_000 : 1) };
}

const SERVICE = /\b(express|standard|ground|two[- ]day|overnight)\b/i;

/** One of our services, and nothing else that is asked. */
export function serviceIn(text: string): string | null {
  const named = SERVICE.exec(text)?.[0].toLowerCase().replace(' ', '-') ?? null;
  return named && text.trim().split(/\s+/).length <= 6 ? named : null;
}

const DO_YOU_SHIP =
  /\bhow (long|fast|many days)\b|\b(do|can|could|will) (you|u|i|we)\b.{0,15}\b(ship|deliver|send|post)\b|\b(ship|deliver\w*) to\b.{1,30}\?/i;
/** To ask the rates which services there are, a weight is needed: any will do. */
const ANY_KILOGRAMS = 1;

/** "Do you ship to Canada?": yes, with what, how long; the price wants a weight. */
function shipsTo(
  request: AgentRequest,
  answers: readonly ToolAnswer[],
  { country, name }: { country: string; name: string },
  asks: Exchange,
): OfflineStep {
  const words = shippingWords(request.classification.language);
  const answer = answers.find(({ name }) => name === 'quote_shipping');
  if (!answer) return { call: 'quote_shipping', input: { kilograms: ANY_KILOGRAMS, country, urgent: false } };
  const { found, options } = answer.result as { found?: boolean; options?: QuoteOption[] };
  if (!found || !options?.length) return { text: words.noService({ place: name }) };
  return { text: `${words.shipsTo({ place: name, options })} ${words.askWeight({ place: null })}`, asks };
}

export function customs(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const words = shippingWords(request.classification.language);
  const before = (request.exchange?.memory ?? {}) as { country?: string; place?: string };
  const place =
    placeOf(request) ?? (before.country && before.place ? { country: before.country, name: before.place } : null);
  if (!place) return { text: words.askPlace({ kilograms: null }), asks: { about: 'customs', memory: {} } };
  const rule = answers[0];
  if (!rule) return { call: 'explain_customs', input: { country: place.country } };
  if (!rule.result.found) return { text: words.noService({ place: place.name }) };
  if (place.country === 'US') return { text: words.customsNone({ place: place.name }) };
  return {
    keeps: { about: 'customs', memory: { ...before, country: place.country, place: place.name } },
    text: words.customs({
      place: place.name,
      ...(rule.result as never as Omit<Parameters<typeof words.customs>[0], 'place'>),
    }),
  };
}
