// Something of a parcel that came was not in it. What was packed nobody here can see, so neither a return nor an exchange is
// the answer: there is nothing to send back.
import { ofGoods } from '../goods.ts';

const NOT_IN = ofGoods(({ thing }): RegExp[] => {
  const some = `(?:${thing}|items?|things?|pieces?|one|1|two|2|three|3|half|part|parts|some|something)`;
  const box = '(?:box|parcel|package|packet|delivery|shipment|envelope)';
  const order = `(?:the |my |this |that |your )?(?:${box}|order|ord-?\\d+|\\d{5})`;
  return [
    // "One of the headphones was missing from order 20440", "part of my delivery is missing".
    new RegExp(
      `\\b${some}\\b.{0,30}\\b(?:was|is|were|are|'s) (?:still )?missing\\b.{0,12}\\b(?:from|in|out of) ${order}`,
      'i',
    ),
    new RegExp(
      `\\b(?:part|half|one|some|two|something|an? item|items)\\b(?: (?:item|thing|piece))?(?: (?:of|from|in)) ${order}\\b.{0,20}\\bmissing\\b`,
      'i',
    ),
    new RegExp(
      `\\bmissing (?:an? |one |1 |two |2 |some |the |my )?(?:\\w+ )?${some}\\b.{0,15}\\b(?:from|in) ${order}`,
      'i',
    ),
    // "The lamp wasn't in there", "was not in the box".
    new RegExp(
      `\\b${some}\\b.{0,20}\\b(?:wasn'?t|weren'?t|was not|were not|isn'?t|is not|never was) (?:even )?(?:in (?:there|it)\\b|(?:in|inside) (?:the |my |that )?${box})`,
      'i',
    ),
    // "Only one of the two was in the box", "I ordered two and only got one", "one kettle instead of two".
    new RegExp(
      `\\b(?:only|just) (?:one|1|two|2|half)\\b.{0,40}\\b(?:was |were |is |are )?(?:in|inside|came in) (?:the |my |that )?${box}`,
      'i',
    ),
    /\b(?:ordered|bought|paid for)\b.{0,30}\b(?:two|2|three|3|four|4|both)\b.{0,40}\b(?:(?:only|just) (?:got|received|came|sent)|(?:got|received|came with|there (?:is|was)|sent me) (?:only|just) (?:one|1|two|2))\b/i,
    new RegExp(
      `\\b(?:two|2|three|3|four|4)\\b.{0,25}\\bordered\\b.{0,25}\\b(?:one|1|two|2) (?:is|was|are|were) (?:in there|in it|inside|in the ${box})\\b`,
      'i',
    ),
    new RegExp(
      `\\b(?:is|was|were|came|got|contained|held)\\b.{0,15}\\b(?:one|1|two|2) ${thing}\\b.{0,25}\\binstead of (?:the )?(?:two|2|three|3|four|4)\\b`,
      'i',
    ),
    // "One missing, one cracked."
    /\b(?:one|1|two|2|half)(?: of (?:them|the two|those))?(?: is| was| are| were)? missing\b[^.?!]*\b(?:cracked|broken|damaged)\b/i,
    // "The box came without one charger."
    new RegExp(
      `\\b(?:${box}|order) (?:came|arrived|was delivered) without (?:the |my |an? |one )?(?:\\w+ )?${some}\\b`,
      'i',
    ),
    /\b(?:parcel|package|order|delivery|shipment)\b.{0,15}\b(?:is|was|came|arrived) incomplete\b|\bincomplete (?:order|delivery|parcel|package)\b/i,
    new RegExp(
      `\\byou(?:'ve| have|r people)? forg[eo]t(?:ten)?(?: to (?:pack|put in|send|include))? (?:the |my |one |an? )?(?:\\w+ )?${thing}\\b`,
      'i',
    ),
  ];
});

const ONLY_WONDERS = /\b(?:if|when|in case|suppose|what happens)\b.{0,30}\b(?:missing|not in|without|incomplete)\b/i;

export function isPartMissing(text: string): boolean {
  return !ONLY_WONDERS.test(text) && NOT_IN().some((sign) => sign.test(text));
}
