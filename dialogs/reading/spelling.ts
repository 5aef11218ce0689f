// Words of the trade as thumbs misspell them: a letter left out, two swapped, one doubled. Only what can be no other word is
// mended, and only for our rules; what the customer wrote is kept as it is. Pure.

const WORDS = (
  'address cancel cancelled change return refund delivery deliver delivered tracking parcel package shipping invoice ' +
  'charged exchange headphones keyboard warranty password account arrive arrived payment receipt product broken damaged ' +
  'customs receive received discount different another connect connected connecting working speaker blanket kettle camera backpack charger ' +
  'already nothing something together expensive please tomorrow yesterday website because charging cheaper happens again'
).split(' ');
const BY_FIRST = new Map<string, string[]>();
for (const word of WORDS) BY_FIRST.set(word[0]!, [...(BY_FIRST.get(word[0]!) ?? []), word]);
const KNOWN = new Set([
  ...WORDS,
  'charge',
  'charger',
  'chance',
  'products',
  'refunds',
  'returns',
  'addresses',
  'brown',
]);
const LEAST_LETTERS = 5;

/** What thumbs make of the small words around them. */
const SMALL: Record<string, string> = {
  taht: 'that',
  teh: 'the',
  wat: 'what',
  wut: 'what',
  stil: 'still',
  tiem: 'time',
  mach: 'much',
  hav: 'have',
  headfones: 'headphones',
  headfone: 'headphones',
  bak: 'back',
  fone: 'phone',
  workd: 'worked',
  wrks: 'works',
  wrk: 'work',
  nothin: 'nothing',
  somthing: 'something',
  helo: 'hello',
  bieng: 'being',
  beeing: 'being',
  insted: 'instead',
  camra: 'camera',
  plese: 'please',
  becuase: 'because',
  cuz: 'because',
  recieve: 'receive',
  recieved: 'received',
  adres: 'address',
  wher: 'where',
  pakage: 'package',
  packge: 'package',
  parsel: 'parcel',
  trackng: 'tracking',
  plz: 'please',
  pls: 'please',
  canceled: 'cancelled',
  giftcard: 'gift card',
  giftcards: 'gift cards',
  wen: 'when',
  ordr: 'order',
  oder: 'order',
  ordre: 'order',
  mony: 'money',
  wnat: 'want',
  waht: 'what',
  tht: 'that',
  thats: "that's",
  dosnt: "doesn't",
  doesnt: "doesn't",
  didnt: "didn't",
  dont: "don't",
  cant: "can't",
  wont: "won't",
  isnt: "isn't",
};

/** "chnage my adress" is "change my address". */
export function mendSpelling(text: string): string {
  return text.replace(/(?<![\w'’])[a-z]{3,}(?![\w'’])/gi, (word) => {
    const said = word.toLowerCase();
    if (Object.hasOwn(SMALL, said)) return SMALL[said]!;
    if (said.length < LEAST_LETTERS || KNOWN.has(said)) return word;
    const meant = (BY_FIRST.get(said[0]!) ?? []).filter((known) => isSlipOf(said, known));
    return meant.length === 1 ? meant[0]! : word;
  });
}

function isSlipOf(said: string, known: string): boolean {
  if (said.length === known.length) return isSwapped(said, known);
  if (said.length === known.length - 1) return lacksOne(said, known);
  return said.length === known.length + 1 && lacksOne(known, said) && /(.)\1/.test(said);
}

function isSwapped(said: string, known: string): boolean {
  const at = [...said].findIndex((letter, index) => letter !== known[index]);
  if (at < 0) return false;
  return said[at] === known[at + 1] && said[at + 1] === known[at] && said.slice(at + 2) === known.slice(at + 2);
}

/** The longer word without one of its letters, the last one excepted: "return" is no slip of "returns". */
function lacksOne(shorter: string, longer: string): boolean {
  return [...longer].some((_, at) => at < longer.length - 1 && longer.slice(0, at) + longer.slice(at + 1) === shorter);
}
