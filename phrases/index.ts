// The catalogue of languages: an explicit list. A language that is not here falls back to English.
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { type PhraseOverrides, withOverrides } from './overrides.ts';
import type { Phrases } from './phrases.ts';

export type { PhraseOverrides } from './overrides.ts';
export type { OrderStateWords, PhraseChoice, Phrases } from './phrases.ts';

const LANGUAGES: Record<string, Phrases> = { en, es, fr, de };

export const LANGUAGE_CODES = Object.keys(LANGUAGES);

/** The phrases of a language (ISO 639-1 or BCP 47), with an admin's texts in place of ours where there are any. */
export function phrasesFor(language: string, overrides?: PhraseOverrides): Phrases {
  const code = language.slice(0, 2).toLowerCase();
  const words = LANGUAGES[code] ?? en;
  const texts = overrides?.[LANGUAGES[code] ? code : 'en'];
  return texts ? withOverrides(words, texts) : words;
}
