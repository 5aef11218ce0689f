// The colours and sizes that a text names. Pure.
const OPTIONS = /(?<!\bno )\b(black|white|blue|red|green|gr[ae]y|silver|pink|yellow|brown|small|medium|large)\b/gi;

/** Colours and sizes that are named, in order; "no large one" names none. */
export function readOptions(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(OPTIONS), (match) => match[1]!.toLowerCase()))];
}

/** "No large one!": neither is wished for. */
export function withoutRefused(text: string): string {
  return text.replace(/\bno (?:black|white|blue|red|green|small|medium|large) ones?\b/gi, ' ');
}
