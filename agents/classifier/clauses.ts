// Takes a message apart where a second wish may begin: sentences, joining words such as "and also", and commas between
// things that stand side by side. Whether the parts are really about different things is decided by what each is
// classified as.
import { ofGoods } from '../goods.ts';

export interface Clause {
  text: string;
  /** Announced as something else ("one more thing"), so less is needed to believe it. */
  isAnnounced: boolean;
}

/** A numbered list has its ends before the numbers. */
const SENTENCE = /(?<=[.!?…;])\s+|\n+|\s+(?=\d\)\s)|\s\+\s/;
const ANNOUNCED =
  'and also|and then|and please|besides|by the way|btw|another thing|another question|second question|one more thing|one other thing|additionally|on top of that|oh and|as well as|but also|separately|also|plus';
const JOINED = new RegExp(
  `\\s*[,;–-]?\\s+(${ANNOUNCED}|and can you|and could you|and how|and what|and when|and where|and why|and i|and my|and the|and|(?<!\\b(?:everything|all|anything|nothing)\\s)but|then|so(?= (?:can|could|would|will|please|when|where|what|how)\\b))[\\s,:]+`,
  'gi',
);
/** What a part begins with and says nothing by. */
const OPENING = new RegExp(
  `^(?:\\d\\)\\s+)?(?:(?:and|oh|so|first(?:ly)?|second(?:ly)?|two (?:things|questions)|(?:${ANNOUNCED}))\\b[\\s,:]+)*`,
  'i',
);
const ANNOUNCES = new RegExp(`^(?:and |oh |so )*(?:${ANNOUNCED})\\b`, 'i');
/** "The headphones and the blue blanket": two things, and no second wish; "… and my lamp flickers" is one. */
const JOINS = /^and( the| my)?$/i;
const ENDS_IN_THING = ofGoods(({ thing }) => new RegExp(`\\b${thing}\\W*$`, 'i'));
const BEGINS_WITH_THING = ofGoods(
  ({ thing, make }) =>
    new RegExp(
      `^((the|my|a|an|one|two|three|both|\\d+) )?((black|white|blue|red|green|small|large|${make}) ){0,3}${thing}\\b(?! (is|are|was|were|has|have|had|does|do|did|will|would|can|could|should|keeps?|makes?|won'?t|doesn'?t|don'?t|isn'?t|aren'?t|wasn'?t|can'?t|never|still|only|just|not|no longer|came|arrived|works?|broke|stopped|flickers?|leaks?|smells?)\\b)`,
      'i',
    ),
);
const LEAST_WORDS = 2;
const LEAST_LISTED_WORDS = 3;
/** Goes on about what was said before the comma. */
const LEANS =
  /^(it|its|it's|they|them|this|that|he|she|which|who|because|since|so|if|when|as|but|or|then|not|no|yes)\b/i;

/** The parts, in order; one part when there is nothing to take apart. */
export function splitClauses(text: string): Clause[] {
  return text
    .split(SENTENCE)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap(splitJoined);
}

/** At joining words; a part of one word says nothing by itself and stays with what stands before it. */
function splitJoined(sentence: string): Clause[] {
  // With its group the separator stands between the parts: part, separator, part.
  const pieces = sentence.split(JOINED);
  const parts: { text: string; joint: string }[] = [];
  for (let at = 0; at < pieces.length; at += 2) {
    const [text, joint] = [pieces[at]!.trim(), pieces[at - 1] ?? ''];
    const last = parts.at(-1);
    const isShort = last !== undefined && (countWords(text) < LEAST_WORDS || countWords(last.text) < LEAST_WORDS);
    if (last && (isShort || (JOINS.test(joint) && ENDS_IN_THING().test(last.text) && BEGINS_WITH_THING().test(text))))
      last.text = `${last.text} ${joint} ${text}`;
    else if (text !== '') parts.push({ text, joint });
  }
  return parts.map(({ text, joint }) => {
    const clause = clauseOf(text);
    return { ...clause, isAnnounced: clause.isAnnounced || ANNOUNCES.test(joint) };
  });
}

function clauseOf(piece: string): Clause {
  const text = piece.trim();
  const bare = text.replace(OPENING, '');
  return { text: bare === '' ? text : bare, isAnnounced: ANNOUNCES.test(text) };
}

const GREETING = /^(hi|hello|hey|good (morning|afternoon|evening|day)|dear \w+)( there| all| team)?[\s,!.]+/i;

/** "My lamp is broken, where is my order, how much is shipping": the parts between commas; null where one is too short. */
export function splitListed(text: string): string[] | null {
  const parts = text
    .replace(GREETING, '')
    .split(/,\s+/)
    .map((part) => part.trim());
  const standsAlone = (part: string) => countWords(part) >= LEAST_LISTED_WORDS && !LEANS.test(part);
  // Sentences are told apart as such.
  const isOneSentence = parts.every((part) => !/[.!?]\s/.test(part));
  return parts.length > 1 && isOneSentence && parts.every(standsAlone) ? parts : null;
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
