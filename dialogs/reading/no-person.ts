// "Please don't pass me to a person": a wish for none, and what else was said. Pure.
import { plainQuotes } from '../../core/fold.ts';

const SOMEBODY =
  '(?:a |an |any |the |your |another |real |live )*(?:persons?|people|humans?|colleagues?|agents?|some ?one|some ?body|any ?one|any ?body|operators?|representatives?|managers?|supervisors?)';
const NOT_WANTED = new RegExp(
  `(?:\\b(?:i|we|please|and|but|so|no|then|just)\\b[\\s,]*)*\\b(?:do ?n'?t|do not|did ?n'?t|never|no longer)(?: (?:really|even|actually|want you to|ask you to))* (?:want|need|wish|like|pass|bring|get|call|send|connect|transfer|put|have to|bother|wake|ask for|speak|talk|contact|involve|forward|hand)\\b[^.,;!?]{0,30}?\\b${SOMEBODY}\\b(?: (?:yet|any ?more|any longer|now|for this|for that|to (?:call|write|ring|contact)(?: me)?|else|involved|in|please))*|\\b(?:without|instead of|rather than|no need (?:for|of)|not(?: yet| now)?) (?:bringing in |calling |talking to )?${SOMEBODY}\\b(?: (?:yet|please))*|\\b(?:i (?:literally |already )?said )?no+ (?:real )?(?:humans?|persons?|people|agents?|colleagues?)\\b(?=\\s*(?:please|pls|lol|thanks|[,.!]|$))(?: please| pls| lol)*`,
  'i',
);

/** "If your colleague can't change it, can I send one back?": nobody is asked for. */
const IF_NOT =
  /\bif (?:a |the |your |my |any )?(?:colleague|person|human|agent|one of you|someone|somebody)s? (?:can ?not|can'?t|could ?n'?t|won'?t|does ?n'?t|is not able to)\b[^,.;!?]{0,40}[,;]?/i;

/** What is left of a text when the refusal is taken out; null: nobody is refused. */
export function withoutRefusedPerson(text: string): string | null {
  const plain = plainQuotes(text);
  if (IF_NOT.test(plain)) return plain.replace(IF_NOT, ' ').replace(/\s+/g, ' ').trim();
  if (!NOT_WANTED.test(plain)) return null;
  return plain
    .replace(NOT_WANTED, ' ')
    .replace(/\b(changed my mind)\b/i, ' ')
    .replace(/^[\s,.;!?]*(no|and|but|so|just|ok(ay)?)?[\s,.;!?]+/i, '')
    .replace(/\s+/g, ' ')
    .trim();
}
