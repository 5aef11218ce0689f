// What a question in Spanish, French or German is about, in the words that English articles are indexed by. A small list for
// frequent subjects; what is not in it is not guessed. Pure; patterns read folded text, at the beginning of a word.
import { fold } from '../../core/fold.ts';
import { isTongue, type Tongue } from '../../phrases/tongue.ts';
import { takeKinds } from '../../tools/support/read-device.ts';
import { OF_DEVICES } from './devices.ts';
import { OF_THE_HOUSE } from './house.ts';
import type { Term } from './term.ts';

/** Of things that are sold articles tell everything: how they are used, cleaned or set up. */
const TERMS: (Term & { isSure: boolean })[] = [
  ...OF_THE_HOUSE.map((term) => ({ ...term, isSure: term.isOnlyTold === true })),
  ...OF_DEVICES.map((term) => ({ ...term, isSure: true })),
];
const COMPILED = TERMS.map(({ en, es, fr, de, isSure }) => ({
  en,
  isSure,
  es: new RegExp(`\\b(?:${es})`),
  fr: new RegExp(`\\b(?:${fr})`),
  de: new RegExp(`(?:${de})`),
}));

const ASKS: Record<Tongue, RegExp> = {
  es: /[?¿]|^\W*(como|cuando|donde|que|cual(es)?|cuanto|puedo|se puede|quiero saber|necesito|hay que|busco|tengo una (duda|pregunta))\b/,
  fr: /\?|^\W*(comment|quand|ou|que|quel(le)?s?|combien|puis-je|peut-on|est-ce|je (veux|voudrais|cherche|souhaite)|j'ai besoin|j'aimerais|faut-il|dois-je)\b/,
  de: /\?|^\W*(wie|wann|wo|was|welche[nrs]?|kann|darf|muss|ich (mochte|brauche|suche|will)|gibt es|geht)\b/,
};

export interface Terms {
  /** In English. */
  terms: string;
  /** An article is what is asked for, and nothing that an agent does. */
  isSure: boolean;
}

/** What the words are about; null where nothing in them is known, or the language is another. */
export function termsIn(text: string, language: string): Terms | null {
  if (!isTongue(language)) return null;
  const said = fold(text);
  const found = COMPILED.filter((term) => term[language].test(said));
  if (found.length === 0) return null;
  const terms = [...takeKinds(text).kinds, ...found.map(({ en }) => en)].join(' ');
  return { terms, isSure: found.some((term) => term.isSure) };
}

/** What is asked about; null where nothing is asked, or nothing in it is known. */
export function askedTerms(sentence: string, tongue: Tongue): Terms | null {
  return ASKS[tongue].test(fold(sentence)) ? termsIn(sentence, tongue) : null;
}
