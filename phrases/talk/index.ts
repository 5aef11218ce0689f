// The languages of what is said between the matters: an explicit list. A language that is not here falls back to English.
import { talkDe } from './de.ts';
import { talkEn } from './en.ts';
import { talkEs } from './es.ts';
import { talkFr } from './fr.ts';
import type { TalkWords } from './words.ts';

export type { TalkWords } from './words.ts';

const LANGUAGES: Record<string, TalkWords> = { en: talkEn, es: talkEs, fr: talkFr, de: talkDe };

/** The words of a language (ISO 639-1 or BCP 47). */
export function talkWords(language: string): TalkWords {
  return LANGUAGES[language.slice(0, 2).toLowerCase()] ?? talkEn;
}
