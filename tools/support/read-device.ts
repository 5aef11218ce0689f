// What a problem is with, read from the customer's words in four languages. Pure; the model has its own way of reading,
// and both end in the same kinds.
import { fold } from '../../core/fold.ts';
import type { DeviceKind, NamedDevice } from '../../phrases/technical/index.ts';

const SHOP_DEVICES: [DeviceKind, string][] = [
  [
    'headphones',
    'headphones?|head phones?|headsets?|earphones?|ear ?buds?|buds|airpods|auriculares|auricular|audifonos?|cascos|casques?|ecouteurs?|oreillettes?|kopfhorern?|ohrhorern?|ohrstopsel',
  ],
  [
    'speaker',
    'loudspeakers?|speakers?|altavo(?:z|ces)|bocinas?|parlantes?|bafles?|baffles?|enceintes?|haut[- ]parleurs?|lautsprechern?|(?:bluetooth-?|musik-?)?boxen|(?:bluetooth-?|musik-?)box',
  ],
  ['keyboard', 'keyboards?|teclados?|claviers?|tastatur(?:en)?'],
  [
    'lamp',
    'lamps?|desk lights?|lamparas?|flexos?|lampes?|lampadaires?|luminaires?|(?:(?:schreib|nacht)?tisch|steh|lese|nacht)?lampen?|(?:tisch|steh)leuchten?',
  ],
  [
    'backpack',
    'backpacks?|(?:wander|schul|laptop)?rucksac?k(?:e|en|s)?|ranzen|mochilas?|macutos?|sacs? a dos|cartables?',
  ],
  ['kettle', 'kettles?|hervidor(?:a|es)?|teteras?|pavas? electricas?|bouilloires?|wasserkochern?|teekessel'],
  ['camera', 'cameras?|camaras?|appareils? photos?|(?:digital)?kameras?|fotoapparate?n?'],
  [
    'watch',
    'smart ?watch(?:es)?|watch(?:es)?(?! (?:tv|videos?|movies?|films?|netflix|youtube|it|a|the)\\b)|reloj(?:es)?|pulseras? (?:inteligentes?|de actividad)|montres?|bracelets? connectes?|(?:fitness-?)?smart-?uhr(?:en)?|(?:smart|armband)?uhr(?:en)?',
  ],
  [
    'blanket',
    'blankets?|throw blanket|mantas?|frazadas?|cobijas?|couvertures?|plaids?|(?:woll|kuschel|tages|wohn|schmuse)?decken?',
  ],
  [
    'charger',
    'chargers?|power adapters?|power bricks?|cargador(?:es)?|adaptador(?:es)? de corriente|chargeurs?|adaptateurs? secteur|ladegerate?n?|netzteile?n?|netzgerate?',
  ],
];

const PLACES: [DeviceKind, string][] = [
  ['app', '(?:companion )?apps?|aplicacion|application'],
  [
    'website',
    'web ?sites?|web ?pages?|(?:your|the) (?:site|shop page|store page)|checkout|browser|online shop|sitio web|pagina web|site web|web ?seite|internetseite',
  ],
  [
    'account',
    'user(?:name)? not found|verification (?:code|mail|e-mail|link)|reset link|link (?:has |is |was )?expired|accounts?|log(?:ging)? ?in|sign(?:ing)? ?in|passwords?|cuenta|contrasena|iniciar sesion|compte|mot de passe|konto|passwort|anmelden|einloggen',
  ],
];

/** Things that people have and the shop does not sell. */
const OTHERS =
  'printer|scanner|laptop|computer|pc|tablet|ipad|router|modem|tv|television|monitor|mouse|remote|microphone|usb stick|hard drive|vacuum|fridge|toaster|phone|impresora|ordenador|portatil|movil|imprimante|ordinateur|telephone|drucker|rechner|fernseher|handy';

const ADJECTIVES =
  'wireless|bluetooth|compact|classic|studio|travel|everyday|noise[- ]cancell?ing|mechanical|smart|desk|electric|kitchen|hiking';

const MOST_ADJECTIVES = 3;

const before = '(?<![a-z])';
const after = '(?![a-z])';
const patternOf = (words: string) => new RegExp(`${before}(?:${words})${after}`);
const COMPILED = {
  shop: SHOP_DEVICES.map(([kind, words]) => ({ kind, pattern: patternOf(words) })),
  places: PLACES.map(([kind, words]) => ({ kind, pattern: patternOf(words) })),
  others: patternOf(OTHERS),
  adjectives: new RegExp(`${before}(?:(?:${ADJECTIVES}) )+$`),
};

/** The device that the words are about, with the customer's own name for it where the language allows; null: none. */
export function readDevice(text: string, language = 'en'): NamedDevice | null {
  const folded = fold(text);
  const hit = firstOf(COMPILED.shop, folded) ?? firstOf(COMPILED.places, folded);
  if (hit) return { kind: hit.kind, ...nameOf(hit, folded, language) };
  const other = COMPILED.others.exec(folded)?.[0];
  if (!other) return null;
  return { kind: 'device', name: other };
}

/** The words up to where another product of ours is named: what is said of the first one. Folded. */
export function firstConcern(text: string): string {
  const folded = fold(text);
  const first = firstOf(COMPILED.shop, folded);
  const others = first ? COMPILED.shop.filter(({ kind }) => kind !== first.kind) : [];
  const second = firstOf(others, folded);
  return second ? folded.slice(0, second.at) : folded;
}

export interface FurtherDevice {
  kind: DeviceKind;
  name: string | null;
  /** What is said of it, folded. */
  words: string;
}

const MOST_FURTHER = 2;
/** Something beside the first: "and my speaker", "the lamp, the kettle"; not "to my speaker", "of my watch". */
const BESIDE =
  /(?:\b(?:and|plus|also|as well as|y|et|und|sowie|ainsi que)\b|[&,.;!])\s*(?:(?:also|then|now|both|too|my|the|our|a|an|mi|mis|tambien|mon|ma|mes|aussi|mein\w*|auch|die|der|das|le|la|les|el|los|las)\s+)*$/;

/** "My lamp flickers and my speaker has no sound": those after the first, each with the words about it. */
export function readFurtherDevices(text: string, language = 'en'): FurtherDevice[] {
  const folded = fold(text);
  const hits = COMPILED.shop
    .flatMap(({ kind, pattern }) => {
      const match = pattern.exec(folded);
      return match ? [{ kind, at: match.index, word: match[0] }] : [];
    })
    .sort((one, other) => one.at - other.at);
  return hits.slice(1).flatMap((hit, at) => {
    const { name } = nameOf(hit, folded, language);
    const begins = hit.at + hit.word.length - (name ?? hit.word).length;
    if (!BESIDE.test(folded.slice(0, begins))) return [];
    const words = folded.slice(begins, hits[at + 2]?.at ?? folded.length).trim();
    return [{ kind: hit.kind, name: name ?? null, words: words.slice(0, 100) }].slice(0, MOST_FURTHER);
  });
}

/** The kind of a product of the catalogue, by its name. */
export function kindOfProduct(name: string): DeviceKind | null {
  return firstOf(COMPILED.shop, fold(name))?.kind ?? null;
}

/** Whether one of the items, by its name in the catalogue, is of one of these kinds. */
export function holdsKind(items: readonly { name: string }[], kinds: readonly DeviceKind[]): boolean {
  return items.some(({ name }) => kinds.includes(kindOfProduct(name)!));
}

/** Every kind of product that is named, and the words without their names. Folded. */
export function takeKinds(text: string): { kinds: DeviceKind[]; rest: string } {
  const folded = fold(text);
  const kinds = COMPILED.shop.filter(({ pattern }) => pattern.test(folded)).map(({ kind }) => kind);
  return { kinds, rest: COMPILED.shop.reduce((rest, { pattern }) => rest.replace(pattern, ' '), folded) };
}

/** Every product that is named, as one word. `folded`: as fold() leaves it. */
export function maskKinds(folded: string, word: string): string {
  return COMPILED.shop.reduce((rest, { pattern }) => rest.replace(new RegExp(pattern, 'g'), word), folded);
}

interface Hit {
  kind: DeviceKind;
  at: number;
  word: string;
}

function firstOf(candidates: readonly { kind: DeviceKind; pattern: RegExp }[], text: string): Hit | null {
  const hits = candidates.flatMap(({ kind, pattern }) => {
    const match = pattern.exec(text);
    return match ? [{ kind, at: match.index, word: match[0] }] : [];
  });
  return hits.sort((one, other) => one.at - other.at)[0] ?? null;
}

/** "wireless headphones": what stands before the noun in English. Elsewhere the catalogue's name or none. */
function nameOf({ kind, at, word }: Hit, text: string, language: string): { name?: string } {
  if (!language.startsWith('en') || kind === 'website' || kind === 'account' || kind === 'app') return {};
  const adjectives = (COMPILED.adjectives.exec(text.slice(Math.max(0, at - 60), at))?.[0] ?? '').trim();
  const nearest = adjectives.split(' ').slice(-MOST_ADJECTIVES);
  return { name: [...nearest, word].join(' ').trim() };
}
