// A yes in a clause of its own, in whatever words: "but very well, I agree to the exchange, please make it", "yep, that's it. Where
// does the money go?", "go ahead then and cancel it, and could you check the other one?". It counts where all that the clause says
// is that yes, what is done, and what stands in the proposal. Pure.

import { readColours } from '../../agents/order/which-order.ts';
import { soldKinds } from '../../agents/technical/read-wish.ts';
import { plainQuotes } from '../../core/fold.ts';
import type { OpenProposal } from '../conversation-state.ts';
import { ALTERS, CHANGES, GLUE, isOfThings, isSaidIn, VERBS, wordsOf } from './consent.ts';

export interface AgreedAloud {
  /** What else is said, sentence by sentence. */
  others: string[];
  /** What stands behind the yes; of it, what is asked or is of another order. */
  behind: string[];
  asked: string[];
}

/** null: nothing agrees, or something alters what is agreed to. */
export function agreedAloud(text: string, proposal: Pick<OpenProposal, 'tool' | 'summary'>): AgreedAloud | null {
  const plain = plainQuotes(text);
  if (NOT_YET.test(plain)) return null;
  const parts = plain.split(BETWEEN).filter((part) => /\p{L}/u.test(part));
  const at = parts.findIndex((part) => agrees(part, proposal));
  if (at < 0) return null;
  const others = parts.filter((_, index) => index !== at);
  // "Correct, proceed. Then change the address of ORD-20239.": of another order it is another matter.
  const isNext = (part: string) => ASKS.test(part) || ofOtherOrder(part, proposal);
  const isAltered = others.some((part, index) => !isNext(part) && alters(part, index >= at, proposal));
  if (isAltered) return null;
  const behind = others.slice(at);
  return { others, behind, asked: behind.filter(isNext) };
}

/** "Go for it. And ORD-20384, could that come to my office?" */
export const ofOtherOrder = (part: string, { summary }: Pick<OpenProposal, 'summary'>): boolean => {
  const named = part.toUpperCase().match(/\bORD-\d+\b/g) ?? [];
  return named.length > 0 && named.every((id) => !summary.includes(id));
};

function agrees(part: string, { tool, summary }: Pick<OpenProposal, 'tool' | 'summary'>): boolean {
  const said = part.toLowerCase().trim().replace(HEARD, '').replace(JUST_THAT, ' ');
  const rest = said.replace(SIGNALS, ' ');
  if (rest === said || said.endsWith('?') || ALTERS.test(said) || COUNTS.test(said)) return false;
  if (!isOfLooks(part, summary) || !isOfThings(part, summary)) return false;
  const verbs = VERBS[tool] ? new RegExp(`\\b(?:${VERBS[tool]})\\b`, 'gi') : null;
  const left = verbs ? rest.replace(verbs, ' ') : rest;
  const proposed = summary.toLowerCase();
  return wordsOf(left).every((word) => GLUE.has(word) || AROUND.has(word) || isSaidIn(proposed, COUNTED[word] ?? word));
}

/** Every colour and size that is named is one that it shall become: "make it small", of what goes from small to large, is another wish. */
function isOfLooks(part: string, summary: string): boolean {
  const becomes = summary.includes(' for the one in ')
    ? summary.slice(summary.indexOf(' for the one in '))
    : summary.replace(/ instead of [^;.]*?(?= and \d+ × |;|\.|$)/g, ' ');
  // "It is only too small" tells why.
  const said = part.toLowerCase().replace(/\btoo (?:small|large)\b/g, ' ');
  return readColours(said).every((look) => becomes.toLowerCase().includes(look));
}

/** Behind the yes it may be another thing, another look, another number, or fewer; before it, only what is told. */
function alters(part: string, isBehind: boolean, { summary }: Pick<OpenProposal, 'summary'>): boolean {
  if (isBehind && CHANGES.test(part)) return true;
  const proposed = summary.toLowerCase();
  const things = soldKinds(part).some((kind) => !soldKinds(summary).includes(kind));
  // "28 litres sounds perfect" tells why.
  const numbers = (part.match(isBehind ? /\d{2,}/g : /\d{4,}/g) ?? []).some((number) => !isSaidIn(proposed, number));
  return !isOfLooks(part, summary) || things || numbers;
}

/** So many: it may be what there is, or what there was. */
const COUNTS =
  /\b(?:[1-9]|two|three|four|five|six|seven|eight|nine)\b(?!\s*(?:dollars?|bucks|euros?)|[.,]?\d)|(?<!\b(?:the|that|this|an?|black|white|blue|red|green|small|large|new|other) )\bone\b/i;
/** Agreed to when something else is known. */
const NOT_YET =
  /\b(?:before|if|unless|until|once|when) (?:i|we|you) (?:can |could )?(?:agree|decide|say yes|confirm|do|tell|answer)\b/i;
const BETWEEN =
  /(?<=[.!?;])\s+|,\s+(?=(?:and|n|but|so) (?:could|can|would|what|how|where|when|is|are|do|does|will)\b)|\s+(?=and (?:could|can|would|how|where|when) (?:you|i|we|do|is|will)\b)/i;
const ASKS =
  /\?\s*$|^\W*(?:(?:and|n|so|also|oh|but)\W+)*(?:where|how|what|when|who|which|why|can|could|would|do|does|is|are|will)(?:'?s)?\b/i;
/** That it was heard, before the yes itself. */
const HEARD =
  /^\W*(?:(?:but|well|oh|ok(?:ay)?|very well|all ?right|alright|right|so|then|fine|good|great|perfect|lovely|hm+)\b[\s,.]*)+|^\W*\p{L}+,\s+(?=(?:yes|go for it|go ahead|do it|please do)\b)/u;
/** "Just the return, yeah do it": of what is proposed. */
const JUST_THAT = /\b(?:just|only) the (?:return|exchange|swap|change|refund|cancellation)\b/;
const SIGNALS =
  /\b(?:yes+|yep|yeah|yea|sure|go ahead|go for it|i (?:do )?agree|agreed|i accept|please do|do (?:it|that|this|so)|make it|exactly|correct|proceed|confirm(?:ed)?|let'?s(?: just)?|that'?s (?:it|right|exactly)|thats (?:it|right)|(?:which|that|what|as) you (?:have |just )*(?:proposed|said|suggested|offered))\b/g;
const AROUND = new Set(
  "quite absolutely perfectly indeed address right what that's thats dollar dollars bucks want like would wish just then so much really very kindly you your have has which is it's there too by now finally done".split(
    ' ',
  ),
);
const COUNTED: Record<string, string> = { two: '2', three: '3', four: '4', five: '5', ten: '10', twenty: '20' };
