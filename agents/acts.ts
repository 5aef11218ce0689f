// What a customer wants with one message ("take the blanket out", "when is my money back", "nothing is broken"), learnt from
// lines: agents/classifier/templates/acts/ has a file for each act, in our four languages. Our rules read the rest. Pure.
import { remembered } from '../core/remembered.ts';
import { TO_THE_MACHINE } from './classifier/index.ts';
import { plainOf } from './classifier/plain.ts';
import { readRecogniser } from './classifier/recogniser.ts';

export const ACTS = [
  'add-item',
  'buy',
  'cancel-order',
  'case-news',
  'case-off',
  'change-address',
  'change-delivery',
  'change-item',
  'change-payment',
  'charge-unknown',
  'charged-twice',
  'charged-wrong',
  'compare',
  'complain',
  'customs',
  'damaged',
  'exchange-item',
  'faster',
  'how-to',
  'in-stock',
  'invoice',
  'late-parcel',
  'leave-as-is',
  'misread',
  'missing-parcel',
  'no-person',
  'no-trouble',
  'order-contents',
  'order-list',
  'order-status',
  'pay-now',
  'payment-arrived',
  'payment-failed',
  'person',
  'price-drop',
  'proceed',
  'product-fact',
  'product-price',
  'promo-code',
  'recommend',
  'refund-when',
  'remove-item',
  'return-how',
  'return-item',
  'return-status',
  'shipping-price',
  'shipping-time',
  'step-question',
  'thanks',
  'trouble',
  'undo',
  'want-refund',
  'warranty',
  'why-asking',
  'why-cancelled',
  'wrong-item',
] as const;
export type Act = (typeof ACTS)[number];

export interface ReadAct {
  act: Act;
  /** How far the act lies before the next one, and before none: from 0 on. */
  margin: number;
}

const recognise = readRecogniser('acts');
const ENOUGH_WORDS = 4;
const FOR_EACH_MISSING = 0.2;
const isAct = (name: string): name is Act => (ACTS as readonly string[]).includes(name);

/** A number by itself wants nothing. */
const WORD = /\p{L}{2}/u;

/** What the whole message wants most likely; null: nothing that is known. */
export const readAct: (text: string) => ReadAct | null = remembered((text) => {
  if (!WORD.test(text) || TO_THE_MACHINE.test(text)) return null;
  const { name, margin } = recognise(plainOf(text));
  // Of two or three words the margin says little.
  const sure = margin - Math.max(0, ENOUGH_WORDS - text.trim().split(/\s+/).length) * FOR_EACH_MISSING;
  return sure >= 0 && isAct(name) ? { act: name, margin: sure } : null;
});

/** The act, where it is at least that sure. */
export function actOf(text: string, least = 0): Act | null {
  const read = readAct(text);
  return read && read.margin >= least ? read.act : null;
}
