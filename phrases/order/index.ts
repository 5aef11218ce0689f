// The languages of orders and products: an explicit list. A language that is not here falls back to English.
import { orderDe } from './de.ts';
import { orderEn } from './en.ts';
import { orderEs } from './es.ts';
import { orderFr } from './fr.ts';
import type { OrderWords } from './words.ts';

export type { ItemWords, OrderWords, ProductWords, VariantWords } from './words.ts';

const LANGUAGES: Record<string, OrderWords> = { en: orderEn, es: orderEs, fr: orderFr, de: orderDe };

/** The words of a language (ISO 639-1 or BCP 47). */
export function orderWords(language: string): OrderWords {
  return LANGUAGES[language.slice(0, 2).toLowerCase()] ?? orderEn;
}
