// What a customer wants to know or done about a parcel, read from their words.

import type { Act } from '../acts.ts';
import { SENDS_ELSEWHERE } from '../order/address.ts';

export type ShippingWish = 'instruct' | 'size' | 'price' | 'customs' | 'missing' | 'address' | 'times' | 'track';

const WISHES: [ShippingWish, RegExp][] = [
  [
    'size',
    /\b(charge[ds]?|price[ds]?|costs?|pay|calculat\w*|bill(ed)?)\b.{0,25}\bby (the )?(size|volume|dimensions?)\b|\b(dimensional|volumetric) weight\b|\b(does|do) (the )?(size|dimensions) (matter|count)\b/i,
  ],
  [
    'missing',
    /\b(stuck|held( up)?|sitting|stopped|been|waiting|detained|hanging)\b.{0,20}\b(in|at|by|with) (the )?customs\b/i,
  ],
  [
    'customs',
    /\b(must|have to|need to) pay customs?\b|\bi must pay customs?\b|\bmust pay customs?\b|\bcustoms? (fees?|dut(y|ies)|tax(es)?|charges?)\b|\b(customs|(can|may|allowed to|able to) (i|we|you|one)?\s*(send|ship|post|mail)\b.{0,20}\b(batter\w+|aerosols?|perfumes?|liquids?|food|alcohol|knives|medicines?|plants?|seeds?|cash|jewell?ery)|dut(y|ies)|(import|any|pay) (tax|fee)(es|s)?|tax(es)?\W*$|aduana|douane|zoll)\b/i,
  ],
  [
    'address',
    /\b(change|update|correct|redirect|reroute|different|another|new|wrong)\b.{0,40}\b(add?res+|street)\b|\b(redirect|reroute)\b/i,
  ],
  ['address', SENDS_ELSEWHERE],
  [
    'missing',
    /(?<!\btoo )\b((it'?s|is|was|are) (still )?(not|nowhere) (there|here|around|to be (found|seen))|(have|got|there'?s|there is) nothing (here|there|yet)?\W*$|no (neighbou?rs?|one) (has|have|got|saw|took|accepted) (it|anything)|lost|missing|never (arrived|came|showed|got|received|reached)|not (arrived|here|come|received|delivered)|has ?n'?t (arrived|come|been delivered)|have ?n'?t (received|got)|did ?n'?t (arrive|come|get)|(says?|said|shows?|marked( as)?|claims?) (it'?s |it was |it is )?delivered\b.{0,30}\b(do ?n'?t|did ?n'?t|have ?n'?t|has ?n'?t|is ?n'?t|was ?n'?t|not|never|nothing|no)\b|overdue|late|delayed|stuck|still waiting|where('?s| is) (my|the) (parcel|package)\?{2,})\b/i,
  ],
  [
    'price',
    /\b(how much|cost|costs|price|rate|rates|quote|charge for (shipping|delivery)|shipping (fee|cost|rate)s?|ship|send|post|deliver)\b.*(\d\s?(kg|g|lb|lbs|kilo|pound|oz)|\bto\b)|\b(shipping|delivery|postage) (cost|price|fee|rate|charge)s?\b|\bpostage\b|\bhow much\b/i,
  ],
  [
    'times',
    /\b(how long|how many days|delivery times?|shipping times?|shipping options|which (couriers?|carriers?|delivery compan(y|ies)) (do|are) you\b(?!.*\b(my|ord)\b)|which (services|carriers)|do you ship)\b/i,
  ],
];

/** What our rules call that which a message surely wants. */
export const WISH_OF_ACT: Partial<Record<Act, ShippingWish>> = {
  'change-address': 'address',
  'change-delivery': 'instruct',
  customs: 'customs',
  'late-parcel': 'missing',
  'missing-parcel': 'missing',
  'order-status': 'track',
  'shipping-price': 'price',
  'shipping-time': 'times',
};

const NEW_ORDER = /\b(if|when|once|should) (i|we) (order|ordered|buy|bought|place)\b|\b(a|another) new order\b/i;
const HOW_SOON =
  /\b(is|will) (it|they|that) (be )?here\b.{0,25}\b(before|by|until|in time|for)\b|\b(arrive|be here|get here|come|delivered)\b.{0,25}\b(before|by|until|in time)\b|\b(how (long|soon|fast|quick\w*|many days)|when|what day|by (when|tomorrow|\w+day))\b(?=.{3})/i;
const IS_PLACED = /\b(my|the) (order|parcel|package)\b|\bcancel|\breturn/i;

/** "If I order today, when is it here?" is about no order of theirs. */
export function asksOfNewOrder(text: string): boolean {
  return NEW_ORDER.test(text) && HOW_SOON.test(text.replace(/\bwhen (?=i\b|we\b)/gi, '')) && !IS_PLACED.test(text);
}

/** As carriers write it in their events, too. */
export const ATTEMPT = /\battempt(s|ed)?\b/i;

/** "Has DHL tried to deliver it already?" */
export function asksOfAttempt(text: string): boolean {
  return (
    /\b(has|have|did|was|were|is|are)\b.{0,30}\b(tried|try|attempt(s|ed)?)\b/i.test(text) &&
    /\bdeliver\w*|\battempt/i.test(text)
  );
}

/** The first that fits; null where nothing in the words says. */
export function readShippingWish(text: string): ShippingWish | null {
  if (asksOfNewOrder(text)) return 'times';
  return WISHES.find(([, sign]) => sign.test(text))?.[0] ?? null;
}
