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

/** "Ship it to my office", "deliver order 12345 to … instead": asked for, not asked about. */
export const SENDS_ELSEWHERE =
  /^(?!.*\b(did|didn'?t|why|who|when|how (long|much)|supposed|back to you|to me|link|password|code|e-?mail|invoice|refund|instead of)\b)(?:.*\b)?(send|ship|deliver|bring) (?:(it|them|this|(my|the) (order|parcel|package|delivery))( order)? to (my (office|work\w*|parents|mother|father|mom|mum|dad|sister|brother|neighbou?r|friend|wife|husband|job)\b|.{3,80}\binstead\b)|(ord\W?\d+|order \W?(ord\W?)?\d+) to\b)/i;
