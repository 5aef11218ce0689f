// The colours and sizes that a text names. Pure.
const OPTIONS = /(?<!\bno )\b(black|white|blue|red|green|gr[ae]y|silver|pink|yellow|brown|small|medium|large)\b/gi;

/** Colours and sizes that are named, in order; "no large one" names none. */
/** "Any other colour than red", "I know there's red". */
const BESIDES =
  /\b(?:other (?:colou?rs?|sizes?|ones?) than|(?:know|knew|saw|see) (?:that )?there(?:'?s| is| are)|besides|apart from|from(?= (?:black|white|blue|red|green|small|medium|large) (?:in)?to\b)) (?:the |only |in )?(?:black|white|blue|red|green|small|medium|large)\b/gi;

export function readOptions(written: string): string[] {
  const text = written.replace(BESIDES, ' ');
  return [...new Set(Array.from(text.matchAll(OPTIONS), (match) => match[1]!.toLowerCase()))];
}

const REFUSED = /\bno (?:black|white|blue|red|green|small|medium|large) ones?\b/i;

/** "No large one!" */
export const refusesLook = (text: string): boolean => REFUSED.test(text);

/** What is said of those that are wished for. */
export const withoutRefused = (text: string): string => text.replace(new RegExp(REFUSED, 'gi'), ' ');
