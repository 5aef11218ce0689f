// Sentences that an admin has put in place of ours, by language. Only those that are listed: what the law or a proposal's yes
// hangs on stays as it is. A text may name the words in braces that the sentence is given, and no others.
import type { Phrases } from './phrases.ts';

/** By language (ISO 639-1), then by the name of the sentence. */
export type PhraseOverrides = Record<string, Record<string, string>>;

/** The sentences that may be changed, and the words that each is given. */
export const EDITABLE = {
  introduction: [],
  introductionWithPerson: [],
  greeting: [],
  goodbye: [],
  whatICanDo: [],
  youAreWelcome: [],
  thanksForTelling: [],
  outOfScope: [],
  offerPerson: [],
  stillUnsure: [],
  gotFile: [],
  sessionResumed: [],
  caseWaits: ['caseId', 'due'],
  addedToCase: ['caseId'],
  somethingFailed: ['caseId', 'due'],
  couldNotHandle: ['caseId', 'due'],
  takesLonger: ['caseId'],
  personJoined: ['name'],
  personLeft: ['name'],
  backToBot: [],
  resolved: [],
  closedGently: [],
  askRating: [],
  thanksForRating: [],
  sorryForRating: [],
  sorryForBotRating: [],
  paused: [],
  whatHappened: [],
} as const satisfies Partial<Record<keyof Phrases, readonly string[]>>;

export type EditablePhrase = keyof typeof EDITABLE;

export function isEditable(name: string): name is EditablePhrase {
  return Object.hasOwn(EDITABLE, name);
}

/** What is wrong with a text for this sentence; null: nothing. */
export function faultOf(name: EditablePhrase, text: string): string | null {
  const given: readonly string[] = EDITABLE[name];
  const used = [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]!);
  const unknown = used.find((word) => !given.includes(word));
  if (unknown !== undefined)
    return `{${unknown}} is not given here${given.length > 0 ? `, only {${given.join('}, {')}}` : ''}`;
  const missing = given.find((word) => word === 'caseId' && !used.includes(word));
  return missing ? `{${missing}} must stand in it: the customer needs the number` : null;
}

/** The language's phrases with these texts in their place. */
export function withOverrides(words: Phrases, texts: Readonly<Record<string, string>>): Phrases {
  const changed = Object.entries(texts).flatMap(([name, text]) => {
    if (!isEditable(name)) return [];
    const say = (given: Record<string, unknown> = {}) =>
      text.replace(/\{(\w+)\}/g, (_all, word: string) => String(given[word] ?? ''));
    return [[name, say] as const];
  });
  return { ...words, ...Object.fromEntries(changed) };
}

/** Our own text, with the words in braces, for whoever wants to change it. */
export function ownText(words: Phrases, name: EditablePhrase): string {
  const given = Object.fromEntries(EDITABLE[name].map((word) => [word, `{${word}}`]));
  return (words[name] as (given: Record<string, string>) => string)(given);
}
