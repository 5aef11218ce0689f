// A question that nothing was understood of, beside one that is answered: is it worth saying so? Not where it only goes on from
// what is answered ("and when do they get here?"), and not where it asks nothing at all ("oh how lovely!"). Pure.
import { opensQuestion } from './parts.ts';

/** Exclamations, and questions to nobody. */
const TO_NOBODY =
  /\b(?:what an? (?:shame|pity|mess|joke|surprise|relief)|how (?:lovely|nice|sweet|kind|sad|great|awful|annoying|(?:did|does|can|could) (?:nobody|no ?one|anyone|that (?:even )?happen))|thanks?|thank you|seriously|are you kidding)\b/i;
const JOINED = /^\W*(?:and|also|plus|but|so|then|or|btw|by the way|second(?:ly)?|one more)\b/i;
const TAKEN_BACK = /^\W*no\b/i;

const SUBJECT = /\b(?:i|you|u|we|it|they|he|she|there|that|this|these|those|the|my|your|our|its|their|one)\b/i;

/** Of these a question may consist and still be of nothing but what was asked before it. */
const LEANING = new Set(
  `a about actually again all also am an and any are at back be been before but by can could day days dear did do does else ever exactly for from
  get gets give go going got had has have hello here hey hi how i if in is it it'd it'll its it's just know let like long many may me more
  much my need no not now of often oh ok okay on one ones or our please pls really right same say shall should so soon still supposed tell that that's
  the their them then there these they they'd they'll they're think this those time to today tomorrow too until up us want was we well were what what's
  when when's where where's which who why will with would yes yet you your`.split(/\s+/),
);

/** As it was asked, for `part` with `next` behind it; null: nothing is lost. */
export function unheardIn(part: string, next = ''): string | null {
  if (TO_NOBODY.test(part) || TAKEN_BACK.test(next)) return null;
  const asked = part
    .split(/(?<=[.!?])\s+/)
    .filter((sentence) => sentence.endsWith('?') || (opensQuestion(sentence) && SUBJECT.test(sentence)))
    .at(-1);
  // Where a sentence is cut in the middle, the cut may be ours.
  if (!asked || !(asked.endsWith('?') || next === '' || JOINED.test(next))) return null;
  const words = asked.toLowerCase().match(/[\p{L}\d][\p{L}\d'-]*/gu) ?? [];
  return words.some((word) => !LEANING.has(word)) ? asked.replace(JOINED, '').trim() : null;
}
