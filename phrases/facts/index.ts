// The languages of what we know of a customer: an explicit list. A language that is not here falls back to English.
import { factsDe } from './de.ts';
import { factsEn } from './en.ts';
import { factsEs } from './es.ts';
import { factsFr } from './fr.ts';
import type { FactWords } from './words.ts';

export type { FactKind, FactWords } from './words.ts';

const LANGUAGES: Record<string, FactWords> = { en: factsEn, es: factsEs, fr: factsFr, de: factsDe };

/** The words of a language (ISO 639-1 or BCP 47). */
export function factWords(language: string): FactWords {
  return LANGUAGES[language.slice(0, 2).toLowerCase()] ?? factsEn;
}
