// The catalogue of languages: an explicit list. A language that is not here falls back to English.
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { Phrases } from './phrases.ts';

export type { OrderStateWords, PhraseChoice, Phrases } from './phrases.ts';

const LANGUAGES: Record<string, Phrases> = { en, es, fr, de };

/** The phrases of a language (ISO 639-1 or BCP 47). */
export function phrasesFor(language: string): Phrases {
  return LANGUAGES[language.slice(0, 2).toLowerCase()] ?? en;
}
