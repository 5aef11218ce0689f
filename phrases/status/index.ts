// The languages of a case's card: an explicit list. A language that is not here falls back to English.
import { statusDe } from './de.ts';
import { statusEn } from './en.ts';
import { statusEs } from './es.ts';
import { statusFr } from './fr.ts';
import type { StatusWords } from './words.ts';

const LANGUAGES: Record<string, StatusWords> = { en: statusEn, es: statusEs, fr: statusFr, de: statusDe };

/** The words of a language (ISO 639-1 or BCP 47). */
export function statusWords(language: string): StatusWords {
  return LANGUAGES[language.slice(0, 2).toLowerCase()] ?? statusEn;
}
