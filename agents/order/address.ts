// Reads a new address out of what a customer writes. Pure.

/** A house number and a word beside it, on at least three words. */
export function looksLikeAddress(text: string): boolean {
  return /\d/.test(text) && text.trim().split(/[\s,]+/).length >= 3 && !/\?\s*$/.test(text);
}

/** "… to: 1 Main Street, 10000 Springfield" names it already; null where only the wish was told. */
export function addressIn(text: string): string | null {
  const named = /\b(?:add?res+|redirect|reroute|deliver|send|ship)\b[^.?!]*?\b(?:to|is|:)\s*:?\s*(.+)$/is
    .exec(text)?.[1]
    ?.replace(/^(is|to)\b:?\s*/i, '');
  const address = named
    ?.replace(/([\s.,?!]*\b(instead|please|pls|thanks|thank you)\b)*[\s.?!]*$/i, '')
    .replace(/^(my|our|the|a) [a-z' ]{2,30}?\b(at|in|,)\s*(?=.*\d)/i, '');
  return address && looksLikeAddress(address) ? address : null;
}
