// What is wanted most often, in Spanish, French and German: the classifier reads English, so each is said again in the
// English that the agents' own rules read. Pure; patterns read folded text, and the first that fits a sentence decides.
// What is not here is not guessed: the turn says so, and offers a person.
import { isSarcastic } from '../../agents/classifier/sarcasm.ts';
import { askedTerms } from '../../agents/glossary/index.ts';
import { soundsTechnical } from '../../agents/technical/read-wish.ts';
import { ABOUT_TERMS } from '../../agents/tell-article.ts';
import { fold } from '../../core/fold.ts';
import { type Intent, SMALL_TALK } from '../../models/turn.ts';
import { isTongue, type Tongue } from '../../phrases/tongue.ts';
import { glossOf } from './gloss.ts';
import { readSold } from './sold.ts';
import { RULES, type Rule } from './tongue-rules.ts';

/** How far a rule that fits is trusted, and words at the most. */
const BY_RULE = 0.8;
const MOST_BY_WORDS = 0.75;
const WORDS_FROM = 0.4;
/** A complaint becomes a case at once: it is one by its words. */
const DISPLEASED = /terrible|angry|complain|nobody|answer|waiting|worst|forever/;
/** Of what is known, 0 to 1. */
const MOST_WORDS = 0.5;
const FEWEST_WORDS = 2;
/** Devices, places and weights are read in every language. */
const IN_OWN_WORDS: ReadonlySet<Intent> = new Set(['TECHNICAL_SUPPORT', 'SHIPPING']);

export interface Meaning {
  intent: Intent;
  /** 0 to 1. */
  confidence: number;
  /** In English, for the agents' rules; the customer's own words where those are needed. */
  says: string;
}

/** How sure a classifier is of what an English text is about. */
export type Guess = (english: string) => { intent: Intent; confidence: number };

/**
 * In the order of the text, each intent once; empty where nothing is understood. What no rule knows is read word by word, and
 * `guess` says what that is about.
 */
export function readTongue(text: string, language: string, guess?: Guess): Meaning[] {
  if (!isTongue(language)) return [];
  const isMockery = isSarcastic(text);
  const found: Meaning[] = [];
  for (const sentence of text.split(/(?<=[.!?;])\s+|\n+/)) {
    const said = fold(sentence);
    if (said.trim() === '') continue;
    const rule = RULES.find((one) => one[language].test(said));
    const meaning = rule
      ? { intent: rule.intent, says: saysOf(rule, sentence), confidence: BY_RULE }
      : readWithoutRule(sentence, language, isMockery ? undefined : guess);
    if (meaning && !found.some((one) => one.intent === meaning.intent)) found.push(meaning);
  }
  // Mocked thanks say at least that something went wrong; a greeting beside a wish is no subject.
  if (found.length === 0 && isMockery)
    return [{ intent: 'COMPLAINT', says: 'I want to complain', confidence: BY_RULE }];
  const wishes = found.filter((one) => !SMALL_TALK.has(one.intent));
  return wishes.length > 0 ? wishes : found;
}

/** What is sold before what is broken, an article before a guess, and a guess before an article that is only near it. */
function readWithoutRule(sentence: string, tongue: Tongue, guess?: Guess): Meaning | null {
  const sold = readSold(sentence, tongue);
  if (sold) return { intent: 'ORDER_INQUIRY', says: sold, confidence: BY_RULE };
  if (soundsTechnical(sentence)) return { intent: 'TECHNICAL_SUPPORT', says: sentence, confidence: BY_RULE };
  // "Wie entkalke ich den Wasserkocher?"
  const asked = askedTerms(sentence, tongue);
  const article: Meaning | null = asked && {
    intent: 'ACCOUNT',
    says: `${ABOUT_TERMS}${asked.terms}`,
    confidence: BY_RULE,
  };
  if (asked?.isSure) return article;
  return (guess ? readByWords(sentence, tongue, guess) : null) ?? article;
}

/** Where most words are known, and together they are about something that we do. */
function readByWords(sentence: string, tongue: Tongue, guess: Guess): Meaning | null {
  const gloss = glossOf(sentence, tongue);
  if (gloss.share < MOST_WORDS || gloss.known.split(' ').length < FEWEST_WORDS) return null;
  const { intent, confidence } = guess(gloss.known);
  if (SMALL_TALK.has(intent) || confidence < WORDS_FROM) return null;
  if (intent === 'COMPLAINT' && !DISPLEASED.test(gloss.known)) return null;
  const says = IN_OWN_WORDS.has(intent) ? `${gloss.says} ${sentence}` : gloss.says;
  return { intent, says, confidence: Math.min(confidence, MOST_BY_WORDS) };
}

/** In English, with what has to stay in their own words. */
function saysOf({ says, keepsWords, keepsReason }: Rule, sentence: string): string {
  if (keepsWords) return `${says} ${sentence}`.trim();
  const why = keepsReason ? REASON.exec(sentence)?.[1] : undefined;
  return why ? `${says} because ${why}` : says;
}

const REASON = /\b(?:weil|denn|da|parce qu(?:e |['’])|car|porque|ya que)\s*(.+)$/isu;
