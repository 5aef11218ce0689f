// Thanks, and words that announce another matter, before what is asked: that is what counts. Pure.
import { countWords } from '../../agents/classifier/clauses.ts';

const THANKS_FIRST =
  /^(that('s| is) )?(very |really |so )?((good|great|perfect|lovely|honest|nice|kind|fine|ok(ay)?|alright|wonderful|brilliant|super|excellent|cool|you'?re a star|good to know)[\s,.!]*)*(of you[\s,.!]*)?((many |very |so )?(thanks?|thank you|thx|ty|cheers)( (very|so) much| a lot| for (that|this|your \w+|the \w+))?[\s,.!]*)?$/i;
/** "There is no parcel!! I'm asking about the kettle": what is denied is not what it is about. */
const NONE_YET =
  /^\W*(?:but )?(?:there(?:'s| is) no (?:parcel|order|package)(?: yet)?|i (?:have ?n'?t|did ?n'?t) (?:ordered|order|bought|buy) anything(?: yet)?|not the (?:\w+ )?\w+(?:, \w+)?(?=[.!]))[^.!?]{0,30}[.!]+\s+/i;

/** "Before I pay again, could I take one only?" */
const BEFORE = /\bbefore (?:i|we) [^,.?!]{2,40},\s+(\S.*\?)\s*$/i;

const ANNOUNCED =
  /^.{0,160}\b(?:(?:different|another|other|next|missed a|my|real) (?:question|thing|matter|topic|issue)|something (?:else|different)(?: though)?|i(?:'m| am)? (?:only |just )?ask(?:ing|ed)?(?: only| just)?|change of subject)\s*[:–-]\s*(\S.*)$/is;

/** "Never mind the code then. Different question: will they come before the 8th?": what comes behind; null: nothing is announced. */
export function afterAnnouncement(text: string): string | null {
  const denied = text.replace(NONE_YET, '');
  const rest = denied === text ? (ANNOUNCED.exec(text)?.[1] ?? BEFORE.exec(text)?.[1] ?? null) : denied;
  return rest !== null && countWords(rest) >= FEWEST_ASKED ? rest : null;
}

/** "Monday is fine, thank you." */
const THANKS = /\b(thanks?|thank you|thx|ty|cheers)[\s.!]*$/i;
/** "Oh, that's good to know, nearly two years still!" */
const GOOD_TO_KNOW = /\b(?:good|great|nice|lovely|glad) (?:to (?:know|hear)|news)\b/i;
const MOST_THANKS = 10;
const FEWEST_ASKED = 5;

/** "That is honest, thank you. Is there one that is good for calls?": the question; null where nothing is asked behind thanks. */
export function withoutThanks(text: string): string | null {
  const [first = '', ...rest] = text.split(/(?<=[.!])\s+/);
  const asked = rest.join(' ');
  const isThanks = THANKS_FIRST.test(first.trim().replace(/[.!]+$/, ''));
  const isShort = THANKS.test(first) && countWords(first) <= MOST_THANKS && !/\d{4,}/.test(first);
  const isHeard = GOOD_TO_KNOW.test(first) && countWords(first) <= MOST_THANKS && !first.includes('?');
  return (isThanks || isShort || isHeard) && asked.includes('?') && countWords(asked) >= FEWEST_ASKED ? asked : null;
}

/** Thanks, and then something that is wished for or thought of. */
export const asksOrWavers = (text: string): boolean =>
  /[?]|\b(thinking (about|of)|giving back|send(ing)? back|return|exchange|cancel|would|could|can)\b/i.test(text) &&
  text.split(/\s+/).length > 12;
