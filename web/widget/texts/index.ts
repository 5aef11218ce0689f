// Which language the widget speaks, and the few sentences that are put together.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ChatError } from '../direct-line/chat-error.ts';
import { DE } from './de.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import type { Texts } from './texts.ts';

export type { Texts } from './texts.ts';

const ALL = [EN, ES, FR, DE];
const Spoken = createContext<Texts>(textsFor([]));

export const TextsProvider = Spoken.Provider;
export const useTexts = (): Texts => useContext(Spoken);

/** The first of the languages wished for (BCP 47 tags, best first) that we speak; English when none is. */
export function textsFor(wished: readonly (string | undefined)[]): Texts {
  const locale = wished.find(Boolean) ?? EN.language;
  for (const tag of wished) {
    const primary = tag?.toLowerCase().split(/[^a-z]/)[0];
    const texts = ALL.find(({ language }) => language === primary);
    // The region stays: it decides how the clock is written.
    if (texts && tag) return { ...texts, language: isTag(tag) ? tag : texts.language, locale };
  }
  return { ...EN, locale };
}

/** Browsers name what their system names, such as `en-US@posix`, and then the clock cannot be written in it. */
function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** What went wrong, and what the customer can do about it. */
export function problemText(texts: Texts, error: ChatError): string {
  const wait = error.retryAfterMs;
  return texts.problems[error.kind] + (wait ? ` ${texts.wait(Math.ceil(wait / 1000))}` : '');
}
