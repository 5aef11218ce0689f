// What stands on the card that shows a case to its customer, in every language the same.

export interface StatusWords {
  title(words: { caseId: string }): string;
  waiting(): string;
  /** How many are before them. */
  place(words: { ahead: number }): string;
  expectedBy(words: { at: Date; timeZone: string }): string;
  /** The time has passed. */
  takesLonger(): string;
  withPerson(words: { name: string }): string;
  /** A person has closed it; no name: it ended by itself, or the customer needs it no more. */
  closed(words: { name: string }): string;
  backToBot(): string;
  /** It was merged into another one. */
  goesOnAs(words: { caseId: string }): string;
  asOf(words: { at: Date; timeZone: string }): string;
}
