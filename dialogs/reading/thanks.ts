// Thanks that stand before a question: the question is what counts. Pure.
import { countWords } from '../../agents/classifier/clauses.ts';

const THANKS_FIRST =
  /^(that('s| is) )?(very |really |so )?((good|great|perfect|lovely|honest|nice|kind|fine|ok(ay)?|alright|wonderful|brilliant|super|excellent|cool|you'?re a star|good to know)[\s,.!]*)*(of you[\s,.!]*)?((many |very |so )?(thanks?|thank you|thx|ty|cheers)( (very|so) much| a lot| for (that|this|your \w+|the \w+))?[\s,.!]*)?$/i;
const FEWEST_ASKED = 5;

/** "That is honest, thank you. Is there one that is good for calls?": the question; null where nothing is asked behind thanks. */
export function withoutThanks(text: string): string | null {
  const [first = '', ...rest] = text.split(/(?<=[.!])\s+/);
  const asked = rest.join(' ');
  const isThanks = THANKS_FIRST.test(first.trim().replace(/[.!]+$/, ''));
  return isThanks && asked.includes('?') && countWords(asked) >= FEWEST_ASKED ? asked : null;
}
