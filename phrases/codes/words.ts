// What is said about one-time codes, and the letter that carries one: in every language the same.
import type { PhraseChoice } from '../phrases.ts';

export interface CodeTarget {
  way: 'email' | 'phone';
  /** `m…@example.com`, or the last two digits of the number. */
  hint: string;
}

export interface CodeWords {
  /** The letter; it says what to do with it, and what never to do. */
  subject(): string;
  message(words: { code: string; minutes: number }): string;
  /** A code is on its way; why, where to look, and what to do with it. */
  asked(words: CodeTarget & { minutes: number }): string;
  /** Again, with a new one. */
  askedAgain(words: CodeTarget & { minutes: number }): string;
  /** The question once more, while it waits. */
  waiting(words: CodeTarget): string;
  wrong(words: { left: number }): string;
  tooManyTries(): string;
  expired(): string;
  /** So many were sent that no more are for an hour. */
  tooMany(): string;
  accepted(): string;
  /** One was typed that nobody waits for. */
  notAwaited(): string;
  /** No contact that a code could go to. A case is opened behind it. */
  unreachable(): string;
  failed(): string;
  againChoice(): PhraseChoice;
  otherWayChoice(words: { way: 'email' | 'phone' }): PhraseChoice;
}
