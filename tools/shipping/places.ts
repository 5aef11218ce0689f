// Where something is to go, read from the customer's words: countries by name in our languages and by code, large cities,
// cities and states of a list, and postal codes of countries whose form gives them away.
import cityTimezones from 'city-timezones';
import { literally } from '../../core/literally.ts';

const COUNTRIES: Record<string, string[]> = {
  US: ['us', 'usa', 'u.s.', 'united states', 'america', 'estados unidos', 'états-unis', 'vereinigte staaten'],
  CA: ['canada', 'kanada', 'canadá'],
  MX: ['mexico', 'méxico', 'mexique', 'mexiko'],
  GB: [
    'uk',
    'united kingdom',
    'england',
    'scotland',
    'wales',
    'great britain',
    'britain',
    'reino unido',
    'royaume-uni',
  ],
  IE: ['ireland', 'irlanda', 'irlande', 'irland'],
  DE: ['germany', 'deutschland', 'alemania', 'allemagne'],
  FR: ['france', 'francia', 'frankreich'],
  ES: ['spain', 'españa', 'espagne', 'spanien'],
  IT: ['italy', 'italia', 'italie', 'italien'],
  NL: ['netherlands', 'holland', 'the netherlands', 'niederlande'],
  BE: ['belgium', 'belgique', 'belgien'],
  AT: ['austria', 'österreich', 'autriche'],
  CH: ['switzerland', 'schweiz', 'suisse', 'suiza'],
  PT: ['portugal'],
  SE: ['sweden', 'schweden', 'suecia', 'suède'],
  DK: ['denmark', 'dänemark'],
  NO: ['norway', 'norwegen'],
  FI: ['finland', 'finnland'],
  PL: ['poland', 'polen', 'polonia', 'pologne'],
  AU: ['australia', 'australien', 'australie'],
  NZ: ['new zealand', 'neuseeland'],
  JP: ['japan', 'japón', 'japon'],
  BR: ['brazil', 'brasil', 'brasilien', 'brésil'],
  IN: ['india', 'indien', 'inde'],
  SG: ['singapore', 'singapur'],
  ZA: ['south africa', 'südafrika'],
  AE: ['uae', 'dubai', 'united arab emirates'],
};

/** Large cities as they are not called in the list of cities, parts of them, and states. */
const CITIES: Record<string, string[]> = {
  US: [
    'la',
    'l.a.',
    'nyc',
    'sf',
    'brooklyn',
    'manhattan',
    'queens',
    'the bronx',
    'staten island',
    'long island',
    'silicon valley',
    'philly',
    'vegas',
  ],
  DE: ['münchen', 'köln', 'frankfurt', 'nürnberg', 'hannover'],
  IT: ['roma', 'milano', 'napoli', 'torino', 'firenze', 'venezia'],
  AT: ['wien'],
  CH: ['zürich', 'genf', 'genève'],
  PT: ['lisboa'],
  ES: ['sevilla'],
  BE: ['bruxelles', 'brüssel'],
  DK: ['københavn', 'kopenhagen'],
  PL: ['warschau'],
};

export interface Place {
  country: string;
  /** As the customer called it. */
  name: string;
}

/** Made once: a message is looked through for every one of them. */
const SIGNS = [...entriesOf(COUNTRIES), ...entriesOf(CITIES)].map(([country, name]) => ({
  country,
  name,
  sign: new RegExp(`[ /]${literally(plain(name))}[ .]`, 'u'),
}));

/** The first place that is named; null when none is, or none that we know. */
export function readPlace(text: string): Place | null {
  const said = ` ${plain(text)
    .replace(/[?!,;()]/g, ' ')
    .replace(/\s+/g, ' ')} `;
  const named = SIGNS.filter(({ sign }) => sign.test(said))
    // "us" is a word, too: it counts after "to" only.
    // So is "la", in half of our languages.
    .filter((found) => found.name !== 'la' || /\bLA\b/.test(text) || /\b(to|in) la(?= *$| *[?.,!])/i.test(text))
    .filter((found) => found.name !== 'us' || /\b(to|in|the) us\b/.test(said))
    .sort((one, other) => other.name.length - one.name.length)[0];
  if (named) return { country: named.country, name: titleOf(text, named.name) };
  return readPostalCode(text) ?? readCity(text) ?? readBareZip(text);
}

/** Fewer people than that, and its name is more likely a word. */
const LEAST_PEOPLE = 40_000;
const MOST_CITY_WORDS = 3;
/** Cities whose names are words: only written as a name they are meant. */
const WORDS = new Set(
  'nice split reading mobile most sale orange bath hull deal man of same as best pilot police center post young union progress enterprise'.split(
    ' ',
  ),
);

/** Countries of cities, and states of the US, by their folded names; the largest of a name. */
let cities: Map<string, string> | undefined;
function readCities(): Map<string, string> {
  const largest = new Map<string, { country: string; people: number }>();
  const note = (name: string, country: string, people: number) => {
    const known = largest.get(plain(name));
    if (!known || known.people < people) largest.set(plain(name), { country, people });
  };
  for (const { city, city_ascii: ascii, iso2, pop, province } of cityTimezones.cityMapping) {
    if (!(iso2 in COUNTRIES) || pop < LEAST_PEOPLE) continue;
    note(city, iso2, pop);
    note(ascii, iso2, pop);
    if (iso2 === 'US') note(province, 'US', pop);
  }
  return new Map([...largest].map(([name, { country }]) => [name, country]));
}

/** "To Leipzig", "in north carolina": after a word that says where, or written as a name. */
function readCity(text: string): Place | null {
  const words = text.match(/[\p{L}'’.-]+/gu) ?? [];
  cities ??= readCities();
  for (let length = MOST_CITY_WORDS; length > 0; length -= 1) {
    for (let at = 0; at + length <= words.length; at += 1) {
      const name = words
        .slice(at, at + length)
        .join(' ')
        .replace(/[.'’-]+$/, '');
      const country = cities.get(plain(name));
      const isName = /^\p{Lu}/u.test(name) && at > 0;
      const isAfter = /^(to|in|for|from|at|near|nach|in|à|a|en|para|pour|für)$/i.test(words[at - 1] ?? '');
      const isAlone = words.length === length;
      const isMeant = WORDS.has(plain(name)) ? isName && isAfter : isName || isAfter || isAlone;
      if (country && isMeant) return { country, name: titleOf(text, name) };
    }
  }
  return null;
}

/** "Somewhere 11215": five digits are a postal code of ours, where nothing else says of which country; it is named so. */
function readBareZip(text: string): Place | null {
  const zip = /(?<![\w-])(\d{5})(?:-\d{4})?(?![\w-]|\s*(?:g|kg|lb|items?|pieces?)\b)/.exec(text)?.[1];
  const isOther = /\b(order|orders|ord|number|nummer|no|case|invoice|pedido|commande|bestellung)\W{0,3}\d{5}\b/i.test(
    text,
  );
  return zip && !isOther && /\p{L}{4,}[\s,]+\d{5}\b/u.test(text) ? { country: 'US', name: `${zip} (US)` } : null;
}

function readPostalCode(text: string): Place | null {
  const british = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/i.exec(text)?.[0];
  if (british) return { country: 'GB', name: british.toUpperCase() };
  const canadian = /\b[A-Z]\d[A-Z]\s*\d[A-Z]\d\b/i.exec(text)?.[0];
  if (canadian) return { country: 'CA', name: canadian.toUpperCase() };
  const american = /(?:\b(?:zip|to|to me|code|here),?\s+|^\s*)(\d{5})(?:-\d{4})?\b/i.exec(text)?.[1];
  return american ? { country: 'US', name: american } : null;
}

function entriesOf(places: Record<string, string[]>): [string, string][] {
  return Object.entries(places).flatMap(([country, names]) => names.map((name): [string, string] => [country, name]));
}

/** As the customer wrote it, accents and all: the folded text is as long as the written one. */
function titleOf(text: string, name: string): string {
  const at = plain(text).indexOf(plain(name));
  const written = text.slice(at, at + name.length);
  if (written.length <= 3) return written.toUpperCase();
  return /^\p{Ll}/u.test(written) ? written.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase()) : written;
}

/** Lower case, without accents, letter for letter. */
function plain(text: string): string {
  return text.normalize('NFC').replace(/./gsu, (letter) => letter.normalize('NFD')[0]!.toLowerCase());
}
