// The languages of the account's sentences: an explicit list. A language that is not here falls back to English.
import { accountDe } from './de.ts';
import { accountEn } from './en.ts';
import { accountEs } from './es.ts';
import { accountFr } from './fr.ts';
import type { AccountWords } from './words.ts';

export type { AccountWords, ContactWay } from './words.ts';

const LANGUAGES: Record<string, AccountWords> = { en: accountEn, es: accountEs, fr: accountFr, de: accountDe };

/** The words of a language (ISO 639-1 or BCP 47). */
export function accountWords(language: string): AccountWords {
  return LANGUAGES[language.slice(0, 2).toLowerCase()] ?? accountEn;
}
