// Text as patterns read it: written once, they fit however somebody types.

/** Telephones write “don’t” with a curly mark; patterns are written with the plain one. As long as before. */
export const plainQuotes = (text: string): string => text.replace(/[’‘`´]/g, "'");

/** Lower case, plain quotes, "won't" for "wont" and no accents, so that patterns are written once. */
export function fold(text: string): string {
  return plainQuotes(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/\b(wo|do|ca|does|did|is|are|was|has|have|could|would)nt\b/g, "$1n't")
    .replace(/\s+/g, ' ');
}
