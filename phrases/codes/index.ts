// The languages of one-time codes: an explicit list. A language that is not here falls back to English.
import { codesDe } from './de.ts';
import { codesEn } from './en.ts';
import { codesEs } from './es.ts';
import { codesFr } from './fr.ts';
import type { CodeWords } from './words.ts';

export type { CodeTarget, CodeWords } from './words.ts';

const LANGUAGES: Record<string, CodeWords> = { en: codesEn, es: codesEs, fr: codesFr, de: codesDe };

/** The words of a language (ISO 639-1 or BCP 47). */
export function codeWords(language: string): CodeWords {
  return LANGUAGES[language.slice(0, 2).toLowerCase()] ?? codesEn;
}
