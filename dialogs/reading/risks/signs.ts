// How the signs of a risk are written. They read folded text: lower case, no accents, plain quotes.

export interface Signs {
  /** Any of them is enough. */
  is: readonly RegExp[];
  /** Ways of speaking that mean something else; they are taken out of the text before. Has the flag g. */
  unless?: RegExp;
}

/** Groups of words in this order, in one sentence, with no more than `gap` characters between two of them. */
export function inOrder(gap: number, ...groups: string[]): RegExp {
  return new RegExp(groups.map((group) => `\\b(?:${group})(?!\\w)`).join(`[^.!?\\n]{0,${gap}}?`));
}

/** Two groups of words in one sentence, whichever comes first. */
export function together(gap: number, one: string, other: string): RegExp {
  return new RegExp(`${inOrder(gap, one, other).source}|${inOrder(gap, other, one).source}`);
}
