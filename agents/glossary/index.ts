// What a question in Spanish, French or German is about, in the words that English articles are indexed by. A small list for
// frequent subjects; what is not in it is not guessed. Pure; patterns read folded text, at the beginning of a word.
import { fold } from '../../core/fold.ts';
import { takeKinds } from '../../tools/support/read-device.ts';
import { OF_DEVICES } from './devices.ts';
import { OF_THE_HOUSE } from './house.ts';

type Tongue = 'es' | 'fr' | 'de';
const COMPILED = [...OF_THE_HOUSE, ...OF_DEVICES].map(({ en, es, fr, de, isOnlyTold }, at) => ({
  en,
  isSure: isOnlyTold === true || at >= OF_THE_HOUSE.length,
  es: new RegExp(`\\b(?:${es})`),
  fr: new RegExp(`\\b(?:${fr})`),
  de: new RegExp(`(?:${de})`),
}));

const ASKS: Record<Tongue, RegExp> = {
  es: /[?¿]|^\W*(como|cuando|donde|que|cual(es)?|cuanto|puedo|se puede|quiero saber|necesito|hay que|busco|tengo una (duda|pregunta))\b/,
  fr: /\?|^\W*(comment|quand|ou|que|quel(le)?s?|combien|puis-je|peut-on|est-ce|je (veux|voudrais|cherche|souhaite)|j'ai besoin|j'aimerais|faut-il|dois-je)\b/,
  de: /\?|^\W*(wie|wann|wo|was|welche[nrs]?|kann|darf|muss|ich (mochte|brauche|suche|will)|gibt es|geht)\b/,
};

/** In English, what the words are about; null where nothing in them is known, or the language is another. */
export function termsIn(text: string, language: string): string | null {
  if (language !== 'es' && language !== 'fr' && language !== 'de') return null;
  const said = fold(text);
  const found = COMPILED.filter((term) => term[language].test(said)).map(({ en }) => en);
  return found.length > 0 ? [...takeKinds(text).kinds, ...found].join(' ') : null;
}

/** Whether an article is what is asked for: how a thing is used, cleaned or set up, and what no agent does. */
export function asksForArticle(sentence: string, tongue: Tongue): boolean {
  const said = fold(sentence);
  return ASKS[tongue].test(said) && COMPILED.some((term) => term.isSure && term[tongue].test(said));
}

/** In English, what is asked about; null where nothing is asked, or nothing in it is known. */
export function askedTerms(sentence: string, tongue: Tongue): string | null {
  return ASKS[tongue].test(fold(sentence)) ? termsIn(sentence, tongue) : null;
}
