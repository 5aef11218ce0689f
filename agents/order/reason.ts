// Why somebody cancels or sends back, in their own words and no others: what stands behind a "because", else what the
// message says besides the wish itself. Pure; in the languages that we speak.

const BECAUSE =
  /(?:\b(?:because(?: of)?|cause|cuz|coz|due to|seeing that|since|the reason(?: is| being)?|reason|weil|denn|parce qu(?:e|['’])|porque|ya que)\b|\breason\s*:)[\s:,]*(?:that )?(.+)$/isu;
/** "As it is too late": only in the middle of a sentence. */
const AS = /[\s,]+as ((?:i|it|we|my|the|they|this|that|there)\b.+)$/isu;
/** What they want, in whatever words; and what is said for manners. */
const WISH =
  /\b(cancel\w*|call off|revoke|withdraw|undo|return(ing)?|send\w*\b.{0,30}\bback|(give|bring)\b.{0,15}\bback|refund)\b|^\W*(order |my order |the order |it'?s )?#?(ord\W?)?\d+\W*$/i;
const MANNERS =
  /^\W*(hi|hello|hey|good (morning|day|evening|afternoon)|thanks?|thank you|please|sorry|ok(ay)?|yes|no|dear)\b(\W+\w+){0,3}\W*$/i;
const FEWEST_WORDS = 2;
const LONGEST = 200;

/** Undefined: they gave none. */
export function reasonIn(text: string): string | undefined {
  const said = text.replace(/\s+/g, ' ').trim();
  const clause = BECAUSE.exec(said)?.[1] ?? AS.exec(said)?.[1] ?? besidesWish(said);
  const reason = clause
    ?.replace(/[\s,;.!]+(please|pls|thanks|thank you|bitte|danke|por favor|gracias|merci)[\s.!]*$/i, '')
    .replace(/[\s.!,;]+$/, '')
    .trim();
  return reason ? reason.slice(0, LONGEST) : undefined;
}

/** "I ordered the wrong size. Cancel it please": the parts that are not the wish. */
function besidesWish(said: string): string | undefined {
  const parts = said.split(/(?<=[.!?;])\s+|,\s+(?:so |and )?/i);
  const others = parts.filter(
    (one) => one.split(' ').length >= FEWEST_WORDS && !WISH.test(one) && !MANNERS.test(one) && !/\?$/.test(one),
  );
  if (others.length > 0) return others.join(', ').replace(/[.!;],/g, '.');
  return /\b(by (?:mistake|accident)|accidentally)\b/i.exec(said)?.[0];
}
