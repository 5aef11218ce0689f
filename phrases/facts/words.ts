// What is said about what we know of a customer, in every language the same.

export type FactKind = 'name' | 'language' | 'channel';

export interface FactWords {
  /** A fact was told just now. */
  noted(words: { kind: FactKind; value: string }): string;
  /** `facts`: with where they come from; `shopName`: who they proved to be. */
  known(words: {
    facts: { kind: FactKind; value: string; on: string }[];
    shopName: string | null;
    orders: string[];
    caseId: string | null;
  }): string;
  forgotten(): string;
  /** Greets somebody by name. */
  greeting(words: { name: string; sentence: string }): string;
}
