// Where something is to go, read from the customer's words: countries by name in our languages and by code, large cities,
// and postal codes of countries whose form gives them away.

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

const CITIES: Record<string, string[]> = {
  US: [
    'la',
    'l.a.',
    'los angeles',
    'nyc',
    'new york',
    'chicago',
    'houston',
    'phoenix',
    'philadelphia',
    'san antonio',
    'san diego',
    'dallas',
    'austin',
    'seattle',
    'denver',
    'boston',
    'miami',
    'atlanta',
    'san francisco',
    'sf',
    'portland',
    'las vegas',
    'detroit',
    'california',
    'texas',
    'florida',
    'washington',
    'ohio',
    'georgia',
    'nevada',
    'oregon',
    'colorado',
    'alaska',
    'hawaii',
  ],
  CA: ['toronto', 'vancouver', 'montreal', 'ottawa', 'calgary'],
  MX: ['mexico city', 'guadalajara', 'monterrey'],
  GB: ['london', 'manchester', 'birmingham', 'edinburgh', 'glasgow', 'leeds', 'bristol'],
  IE: ['dublin'],
  DE: ['berlin', 'munich', 'münchen', 'hamburg', 'cologne', 'köln', 'frankfurt'],
  FR: ['paris', 'lyon', 'marseille'],
  ES: ['madrid', 'barcelona', 'valencia'],
  IT: ['rome', 'roma', 'milan', 'milano'],
  NL: ['amsterdam', 'rotterdam'],
  BE: ['brussels', 'antwerp'],
  AT: ['vienna', 'wien'],
  CH: ['zurich', 'zürich', 'geneva', 'basel'],
  SE: ['stockholm'],
  DK: ['copenhagen'],
  AU: ['sydney', 'melbourne'],
  JP: ['tokyo', 'osaka'],
  SG: ['singapore'],
};

export interface Place {
  country: string;
  /** As the customer called it. */
  name: string;
}

/** The first place that is named; null when none is, or none that we know. */
export function readPlace(text: string): Place | null {
  const said = ` ${plain(text)
    .replace(/[?!,;()]/g, ' ')
    .replace(/\s+/g, ' ')} `;
  const named = [...entriesOf(COUNTRIES), ...entriesOf(CITIES)]
    .map(([country, name]) => ({
      country,
      name,
      at: said.search(new RegExp(`[ /]${escapeRegex(plain(name))}[ .]`, 'u')),
    }))
    .filter((found) => found.at >= 0)
    // "us" is a word, too: it counts after "to" only.
    // So is "la", in half of our languages.
    .filter((found) => found.name !== 'la' || /\bLA\b/.test(text) || /\b(to|in) la(?= *$| *[?.,!])/i.test(text))
    .filter((found) => found.name !== 'us' || /\b(to|in|the) us\b/.test(said))
    .sort((one, other) => other.name.length - one.name.length)[0];
  if (named) return { country: named.country, name: titleOf(text, named.name) };
  return readPostalCode(text);
}

function readPostalCode(text: string): Place | null {
  const british = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/i.exec(text)?.[0];
  if (british) return { country: 'GB', name: british.toUpperCase() };
  const canadian = /\b[A-Z]\d[A-Z]\s*\d[A-Z]\d\b/i.exec(text)?.[0];
  if (canadian) return { country: 'CA', name: canadian.toUpperCase() };
  const american = /(?:\b(?:zip|to|code)\s+|^\s*)(\d{5})(?:-\d{4})?\b/i.exec(text)?.[1];
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

function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
