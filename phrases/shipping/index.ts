// The languages of shipping: an explicit list. A language that is not here falls back to English.
import { shippingDe } from './de.ts';
import { shippingEn } from './en.ts';
import { shippingEs } from './es.ts';
import { shippingFr } from './fr.ts';
import type { ShippingWords } from './words.ts';

export type { QuoteOption, ShippingWords, SizeWords } from './words.ts';

const LANGUAGES: Record<string, ShippingWords> = { en: shippingEn, es: shippingEs, fr: shippingFr, de: shippingDe };

/** The words of a language (ISO 639-1 or BCP 47). */
export function shippingWords(language: string): ShippingWords {
  return LANGUAGES[language.slice(0, 2).toLowerCase()] ?? shippingEn;
}
