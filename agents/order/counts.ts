// How many of a thing go back, and how many stay, as the customer says it. Pure.
import { numberOf } from './wish.ts';

const NUMBER = '(one|two|three|four|five|six|\\d{1,2})\\b(?! ?(?:weeks?|days?|months?|years?|hours?|\\d))';
/** "The blue one", "which one" count nothing. */
const COUNT = new RegExp(
  `(?<!\\b(?:the|that|this|which|other|another|white|black|blue|red|green|small|large|new|old) )\\b${NUMBER}`,
  'i',
);
/** "I got two, and just want to return 1": how many go back, not how many came. */
const COUNT_BACK = new RegExp(
  `\\b(?:only|just|return(?:ing)?|send(?:ing)?|give|drop|get|swap|exchange)\\b[^.?!,;]{0,25}?\\b${NUMBER}`,
  'i',
);

/** How many of an item go back; undefined: all of it. */
export function readCount(text: string): number | undefined {
  const plain = text.replace(/\bord\S*\s*#?\d+/gi, ' ');
  const said = (COUNT_BACK.exec(plain) ?? COUNT.exec(plain))?.[1];
  return said === undefined ? undefined : numberOf(said);
}

const LESS = '(?! ?(?:\\w+ ){0,2}(?:out|off|less|fewer|gone|removed|back|again)\\b)';
const STAYS = [
  // "I only want one speaker, not two", "just keep one", "only 1 camera please".
  new RegExp(
    `\\b(?:only|just|keep|want|need|leave)(?: (?:only|just|to have|to keep|want|need|keep|it at|it))* ${NUMBER}${LESS}`,
    'i',
  ),
  // "Two speakers down to 1", "from 2 to 1".
  new RegExp(`\\b(?:down|reduce(?: \\w+){0,4}|from \\w+) to (?:just |only )?${NUMBER}`, 'i'),
  // "The Wireless Kettles to one as well", in a list.
  new RegExp(`^\\s*(?:the |my )?(?:\\w+ ){1,3}to (?:just |only )?${NUMBER}`, 'i'),
  // "One speaker stays", "one lamp is enough", "one instead of two", "1, not 2".
  new RegExp(
    `\\b${NUMBER}(?:,? (?!and\\b|or\\b)[a-z]+){0,3}?,? (?:stays?|remains?|(?:is|would be|will be) enough|will do|instead of (?:two|three|four|\\d)|not (?:two|three|four|\\d))\\b`,
    'i',
  ),
];

/** How many shall be left of what there is more of; undefined: nothing is said of that. */
export function readStays(text: string): number | undefined {
  const plain = text.replace(/\bord\S*\s*#?\d+:?/gi, ' ').replace(/\bsku\S+/gi, ' ');
  const said = STAYS.map((sign) => sign.exec(plain)?.[1]).find(Boolean);
  return said === undefined ? undefined : numberOf(said);
}
