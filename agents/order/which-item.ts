// Whether a message answers which item is meant, or what it shall become. Pure.
import { addressIn } from './address.ts';

const NO_ITEM =
  /^\W*(forget|stop|none|leave|what|why|how|when|where|who|thanks?|ok(ay)?|no)\b(?!.*\b(the|one|black|white|blue|red|green|small|large)\b)/i;
const ASKS = /^\W*(so |and |but |ok(ay)? )?(how|what|when|where|why|who)\b/i;
/** "What's in stock, then?", "cool, thanks, bye". */
const IS_ELSE =
  /\bwhat'?s? (?:is |are |have you (?:got )?)?(?:still )?(?:in stock|available|left)\b|\b(?:good ?bye|bye)\b/i;
const MOST_WORDS = 8;

/** An answer to which item it is, or what it shall become. */
export function saysWhichItem(text: string): boolean {
  const isShort = text.trim().split(/\s+/).length <= MOST_WORDS;
  return isShort && !NO_ITEM.test(text) && !ASKS.test(text) && !IS_ELSE.test(text) && addressIn(text) === null;
}
