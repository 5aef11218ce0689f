// The catalogue of languages: an explicit list. Of some languages we have only the few sentences that tell the truth about
// that; for what is missing, and for any other language, it is English.
import { de } from './de.ts';
import { fewPhrases } from './elsewhere.ts';
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
  const whole = texts ? withOverrides(words, texts) : words;
  const few = LANGUAGES[code] ? null : fewPhrases(code);
  return few ? { ...whole, ...few } : whole;
}
