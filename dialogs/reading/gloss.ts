// What somebody wrote in Spanish, French or German, word by word in English: no translation that anybody should read, but
// enough of one for the classifier and the agents' rules, which read English. Pure.

import { fold } from '../../core/fold.ts';
import type { Tongue } from '../../phrases/tongue.ts';
import { DE } from './glossary/de.ts';
import { ES } from './glossary/es.ts';
import { FR } from './glossary/fr.ts';

export interface Gloss {
  /** Known words in English, the others as they stand: names, places and numbers. */
  says: string;
  /** The known ones alone, for a classifier that would take the others for something. */
  known: string;
  /** How many of the words are known, 0 to 1. */
  share: number;
}

interface Term {
  /** Folded; a word that ends in a star stands for all that begin so. */
  words: string[];
  says: string;
}

const NOTHING = ',';
const WHOLE_FIRST = 100;
const WORDS = /[\p{L}\p{N}@]+(?:[.,@:/-][\p{L}\p{N}@]+)*/gu;
/** "l'envoi", "livrez-vous": words of their own. */
const JOINED = /['’‘`]|(?<=\p{Ll})-(?=\p{Ll})/gu;
const TERMS: Readonly<Record<Tongue, ReadonlyMap<string, Term[]>>> = { es: read(ES), fr: read(FR), de: read(DE) };

/** By the first letter, longer phrases first, whole words before beginnings. */
function read(glossary: string): ReadonlyMap<string, Term[]> {
  const terms = glossary
    .split('\n')
    .filter((line) => line.includes(' = '))
    .flatMap((line) => {
      const [phrases, says] = line.split(' = ') as [string, string];
      return phrases.split(',').map((phrase) => ({ words: wordsOf(phrase), says: says.trim() }));
    })
    .sort((one, other) => other.words.length - one.words.length || lengthOf(other) - lengthOf(one));
  return Map.groupBy(terms, ({ words }) => words[0]![0]!);
}

function lengthOf({ words }: Term): number {
  return words.join('').length + (words.some(isStem) ? 0 : WHOLE_FIRST);
}

function wordsOf(phrase: string): string[] {
  return phrase.trim().split(/['\s]+/);
}

function isStem(word: string): boolean {
  return word.endsWith('*');
}

function fits(said: string | undefined, word: string): boolean {
  return said !== undefined && (isStem(word) ? said.startsWith(word.slice(0, -1)) : said === word);
}

export function glossOf(text: string, tongue: Tongue): Gloss {
  const terms = TERMS[tongue];
  const own = text.replace(JOINED, ' ').match(WORDS) ?? [];
  const said = own.map((word) => fold(word));
  const says: string[] = [];
  const known: string[] = [];
  let hits = 0;
  for (let at = 0; at < said.length; ) {
    const term = terms
      .get(said[at]![0]!)
      ?.find(({ words }) => words.every((word, place) => fits(said[at + place], word)));
    if (term) {
      hits += term.words.length;
      if (term.says !== NOTHING) {
        says.push(term.says);
        known.push(term.says);
      }
    } else {
      says.push(own[at]!);
      if (/\d|@/.test(said[at]!)) known.push(own[at]!);
    }
    at += term?.words.length ?? 1;
  }
  return { says: says.join(' '), known: known.join(' '), share: said.length === 0 ? 0 : hits / said.length };
}
