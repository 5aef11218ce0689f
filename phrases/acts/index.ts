// The languages of what is said where a message asks for no tool: an explicit list. What is not here falls back to English.
import { actsDe } from './de.ts';
import { actsEn } from './en.ts';
import { actsEs } from './es.ts';
import { actsFr } from './fr.ts';
import type { ActWords } from './words.ts';

export type { ActWords } from './words.ts';

const LANGUAGES: Record<string, ActWords> = { en: actsEn, es: actsEs, fr: actsFr, de: actsDe };

/** The words of a language (ISO 639-1 or BCP 47). */
export function actWords(language: string): ActWords {
  return LANGUAGES[language.slice(0, 2).toLowerCase()] ?? actsEn;
}
