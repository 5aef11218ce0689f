// What went wrong, read from the customer's words: named back to them and on the card, so that nobody has to ask twice.

const SIGNS: [string, RegExp][] = [
  [
    'damaged',
    /\b(arriv\w*|came|deliver\w*|receiv\w*|got|order|parcel|package|box|shipped|shipping)\b.{0,40}\b(damag\w*|broken|smashed|cracked|defect\w*)\b|\b(damag\w*|broken|smashed|cracked|defect\w*) (order|parcel|package|box|delivery|item|goods)\b/i,
  ],
  ['broken', /\b(damag\w*|broken|smashed|cracked|defect\w*)\b/i],
  ['ignored', /\b(ignor\w*|no (reply|answer|response)|nobody (answers|replies|helps|cares)|unanswered)\b/i],
  ['late', /\b(late|delay\w*|waiting for (days|weeks|months)|for weeks|still (nothing|waiting))\b/i],
  ['rude', /\b(rude\w*|hung up|insult\w*|unfriendly|impolite)\b/i],
  ['money', /\b(charged|overcharged|refund|my money|rip off)\b/i],
];

/** One or more of damaged, broken, ignored, late, rude, money; `upset` when nothing is named. */
export function readReasons(text: string): string[] {
  const all = SIGNS.filter(([, sign]) => sign.test(text)).map(([reason]) => reason);
  // What arrived so is said once.
  const found = all.includes('damaged') ? all.filter((reason) => reason !== 'broken') : all;
  return found.length > 0 ? found : ['upset'];
}
