// How many of a thing go back, as the customer says it. Pure.
import { NUMBERS } from './wish.ts';

const NUMBER = '(one|two|three|four|five|six|\\d{1,2})\\b(?! ?(?:weeks?|days?|months?|years?|hours?|\\d))';
/** "The blue one", "which one" count nothing. */
const COUNT = new RegExp(
  `(?<!\\b(?:the|that|this|which|other|another|white|black|blue|red|green|small|large|new|old) )\\b${NUMBER}`,
  'i',
);
/** "I got two, and just want to return 1": how many go back, not how many came. */
const COUNT_BACK = new RegExp(`\\b(?:only|just|return(?:ing)?|send(?:ing)?|give)\\b[^.?!,;]{0,25}?\\b${NUMBER}`, 'i');

/** How many of an item go back; undefined: all of it. */
export function readCount(text: string): number | undefined {
  const plain = text.replace(/\bord\S*\s*#?\d+/gi, ' ');
  const said = (COUNT_BACK.exec(plain) ?? COUNT.exec(plain))?.[1]?.toLowerCase();
  return said === undefined ? undefined : (NUMBERS[said] ?? Number(said));
}
