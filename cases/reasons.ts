// What went wrong, read from the customer's words: named back to them and on the card, so that nobody has to ask twice.

const SIGNS: [string, RegExp][] = [
  ['damaged', /\b(damag\w*|broken|smashed|cracked|defect\w*)\b/i],
  ['ignored', /\b(ignor\w*|no (reply|answer|response)|nobody (answers|replies|helps|cares)|unanswered)\b/i],
  ['late', /\b(late|delay\w*|waiting for (days|weeks|months)|for weeks|still (nothing|waiting))\b/i],
  ['rude', /\b(rude\w*|hung up|insult\w*|unfriendly|impolite)\b/i],
  ['money', /\b(charged|overcharged|refund|my money|rip off)\b/i],
];

/** One or more of damaged, ignored, late, rude, money; `upset` when nothing is named. */
export function readReasons(text: string): string[] {
  const found = SIGNS.filter(([, sign]) => sign.test(text)).map(([reason]) => reason);
  return found.length > 0 ? found : ['upset'];
}
