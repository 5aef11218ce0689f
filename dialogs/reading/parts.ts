// The parts of a message that each ask or wish for something: "Where is my keyboard, and is it the US layout?" has two. What is
// told before a question belongs to it, and what only leans on what was said before it is no part of its own. Pure.
import { type Act, actOf } from '../../agents/acts.ts';
import { countWords } from '../../agents/classifier/clauses.ts';
import { namedKind, readMake, rootOfKind } from '../../agents/goods.ts';
import { asksFacts } from '../../agents/order/facts.ts';
import { soundsBroken } from '../../agents/technical/read-wish.ts';
import { topicOf } from '../../agents/topics.ts';
import { clausesOf, DOERS, onlyAsks, SURE_FROM } from './acts.ts';
import { questionBehind, questionJoined } from './run-on.ts';

const FEWEST_WORDS = 3;
const MOST_PARTS = 4;

/** "Also", "and" and the like, before a question or a wish. */
const JOINS = String.raw`^\W*(?:(?:and|so|but|ok(?:ay)?|also|oh|(?:hi|hello|hey)(?: there)?|two (?:things|questions)|a question|hm+|actually|well|please|pls|btw|by the way|plus|then|now|finally|first|second|last(?:ly)?|just|meanwhile|quick q(?:uestion)?|second(?:ly)|roughly|approximately|also just|one more thing)\W+)*`;
const AUXILIARY = '(?:can|could|may|shall|should|do|does|did|is|are|was|were|will|would|have|has|am)(?! be\\b)';
const ASKING = "(?:how|what|when|where|why|which|who|whose)(?:'?s|'?re|'?ll|'?d)?";
const TELL =
  "(?:tell me|let me know|i(?:'d| would)? (?:also |just |only |simply |really )?(?:like|want|need) to know|i(?:'m| am| was)? (?:also |just )?wonder(?:ing)?|any (?:idea|chance|news)|is there|(?:(?:please|pls|can you) )?check|whether)";
const OPENS_QUESTION = new RegExp(`${JOINS}(?:${AUXILIARY}|${ASKING}|${TELL})(?!n'?t)\\b`, 'i');
/** An instruction, or a wish in the first person, with something that it is about. */
const WISHES = new RegExp(
  `${JOINS}(?:(?:i|we)(?:'d| would)? (?:also |really |still |rather )?(?:want|like|need|wish)\\b|i'll take|cancel|return|send|change|swap|exchange|take|remove|add|reduce|make|put|give|deliver|redirect|refund|pay|resend|leave|keep|move|pass on|forward|order|buy|delete|unsubscribe|stop)\\b(?:\\W+\\w+)`,
  'i',
);
const HAS_OBJECT =
  /\b(it|them|one|both|that|those|these|this|order|everything|all|money|invoices?|receipts?|newsletters?|subscription|account|e-?mails?|\d{2,})\b/i;
const OF_IT = '(?:it|that|this)';
/** What only goes on from what stands before it. */
const GOES_ON = new RegExp(
  [
    'or|otherwise|else|if not|instead',
    // "What can I try?", "how to do?"
    '(?:what|how|is there anything)\\b.{0,22}\\b(?:do|try|advise|suggest|help)(?: now| then| next| here| about (?:it|that|this))?\\W*$',
    `(?:can|could|will|would) (?:you|u|some(?:body|one)) (?:please |kindly |maybe )?(?:check|look|see|fix|help|sort|confirm|verify|explain|(?:have|take) a look)\\b(?!.*\\b(?:if|whether|how|when|where|what|why)\\b).{0,24}$`,
    `how (?:do|can|would) i (?:do|start|arrange) ${OF_IT}`,
    `(?:is|was|would) ${OF_IT} (?:a mistake|right|correct|normal|ok(?:ay)?|possible|too late|so|true|fine|about right|allowed)\\b.{0,18}$`,
    '(?:am i|are we|is that|does that|would that|will that)\\b.{0,16}$',
    `what(?:'?s| is| does| would| will) ${OF_IT} cost(?: me| us)?\\W*$`,
    `(?:would|will|does) ${OF_IT} cost(?: me| us)? (?:anything|extra|more|something)`,
    '(?:at )?(?:what|which) (?:time|hour)\\W*$',
    'when (?:is|will) it (?:back|be back)?\\W*$',
    '(?:yes or no|right|correct|possible)\\W*$',
  ]
    .map((one) => `${JOINS}(?:${one})(?![a-z])`)
    .join('|'),
  'i',
);

interface Clause {
  at: number;
  text: string;
  /** Nothing stands before it in its sentence. */
  isFirst: boolean;
}

/** With the words that join them to what stands before: "and what do I do if …". */
function clausesIn(text: string): Clause[] {
  const found: Clause[] = [];
  let from = 0;
  for (const clause of clausesOf(text)) {
    const at = text.indexOf(clause, from);
    if (at < 0) return [];
    const end = at + clause.length;
    const begin = from + (/^[\s,.!?;–-]*/.exec(text.slice(from))?.[0].length ?? 0);
    const isFirst = found.length === 0 || /[.!?…;\n]/.test(text.slice(from - 1, begin));
    const said = text.slice(begin, end);
    const cut = begin + (questionJoined(said) ?? questionBehind(said) ?? 0);
    if (cut > begin) found.push({ at: begin, text: text.slice(begin, cut).trimEnd(), isFirst });
    found.push({ at: cut, text: text.slice(cut, end), isFirst: isFirst && cut === begin });
    from = end;
  }
  return found;
}

/** "Why would I order again?" asks nothing. */
const RHETORICAL = /\bwhy (?:would|should) (?:i|we)\b/i;

/** "Delivery date, and how often was it charged?" */
const NAMES_WHAT =
  /^\W*(?:(?:and|also|the|its|my|i need|two things|please)\W+)*(?:delivery date|tracking (?:number|code|link)|(?:order )?total|order status|status|price)\b[^.?!]{0,40}$/i;

/** "You didn't say how many days", "my sister in Switzerland, whether you deliver there" */
const ASKS_INSIDE =
  /^\W*(?:and |but )?you (?:didn'?t|did not|never|haven'?t|still haven'?t) (?:say|said|tell|told|answer\w*|mention\w*)\b|,\s+whether (?:you|it|they|i|the|there)\b/i;
/** "If I order it today does it come before Christmas" */
const IF_SO =
  /^\W*(?:(?:and|so|but|ok)\W+)*(?:if|when|once|in case) [^?!.]*\b(?:does|do|will|can|is|are|would|could|should|what|how|when|where) (?:it|they|i|you|we|do|can|should)\b/i;

/** "It gets really warm, is that normal" */
const ASKS_AT_END =
  /\b(?:is|are) (?:that|this|it|they) (?:ok(?:ay)?|normal|right|dangerous|safe|bad|fine|usual)(?: or \w+(?: \w+)?)?\W*$/i;
const FEWEST_TOLD = 7;

const isAsked = ({ text, isFirst }: Clause): boolean =>
  IF_SO.test(text) ||
  (countWords(text) >= FEWEST_TOLD && ASKS_AT_END.test(text)) ||
  ASKS_INSIDE.test(text) ||
  NAMES_WHAT.test(text) ||
  (!RHETORICAL.test(text) &&
    countWords(text) >= FEWEST_WORDS &&
    (OPENS_QUESTION.test(text) || (isFirst && text.trim().endsWith('?'))));

/** It asks for something of its own, and does not only go on. */
export const opensQuestion = (sentence: string): boolean =>
  !GOES_ON.test(sentence) && isAsked({ at: 0, text: sentence, isFirst: true });

/** A sure wish for something to be done, of something. */
function isWish({ text }: Clause): boolean {
  if (!WISHES.test(text) || !(HAS_OBJECT.test(text) || namedKind(text) !== null)) return false;
  if (topicOf(text) !== null) return true;
  const act: Act | null = actOf(text, SURE_FROM);
  return act !== null && DOERS[act] !== undefined && act !== 'trouble' && (!onlyAsks(act) || ASKED_FOR.has(act));
}

const ASKED_FOR: ReadonlySet<Act> = new Set(['invoice', 'buy', 'add-item']);

/** What is told of, and asks for something without asking. */
const MATTERS: ReadonlySet<Act> = new Set([
  'trouble',
  'late-parcel',
  'missing-parcel',
  'damaged',
  'wrong-item',
  'charged-twice',
  'charged-wrong',
  'charge-unknown',
  'payment-failed',
]);

function isMatter(text: string): boolean {
  const act = actOf(text);
  return (act !== null && MATTERS.has(act)) || soundsBroken(text);
}

/** "My watch keeps losing time. Also do you ship to Canada?": told of one thing, beside something about another. */
function isOtherMatter(clause: Clause, before: string, after: string): boolean {
  const { text } = clause;
  const kind = namedKind(text);
  if (kind === null || OPENS_QUESTION.test(text) || !isMatter(text)) return false;
  const isOther = (rest: string) => {
    const other = namedKind(rest);
    return other !== null && rootOfKind(other) !== rootOfKind(kind);
  };
  return ANNOUNCED.test(after) || (before !== '' && ANNOUNCED.test(text)) || isOther(before) || isOther(after);
}

const ANNOUNCED =
  /^\W*(?:and )?(?:also|btw|by the way|besides|another (?:thing|question)|one (?:more|other) thing|second(?:ly)?|plus|on top|i(?:'m| am| was) (?:also |just )?wondering)\b/i;

/** In the order and the words of the message; one where there is no more. */
export function partsOf(text: string): string[] {
  const clauses = clausesIn(text);
  if (clauses.length < 2) return [text];
  const isOwn = clauses.map((one, n) => {
    const rest = clauses[n + 1] ? text.slice(one.at + one.text.length).replace(/^[\s,.!?;–-]+/, '') : '';
    return !GOES_ON.test(one.text) && (isAsked(one) || isWish(one) || isOtherMatter(one, text.slice(0, one.at), rest));
  });
  const begins: number[] = [];
  let isTaken = false;
  for (const [n, { at, text: clause }] of clauses.entries()) {
    // What follows a part begins a new one, unless it only goes on, or nothing of its own follows any more.
    const isNew = isTaken && isOwn.slice(n).includes(true) && !GOES_ON.test(clause);
    if (n === 0 || isNew) {
      begins.push(at);
      isTaken = false;
    }
    isTaken ||= isOwn[n]!;
  }
  if (begins.length > MOST_PARTS) return [text];
  return begins.map((at, n) =>
    text
      .slice(at, begins[n + 1])
      .replace(/[\s,–-]+(?:and|also|but|so|plus|then)?[\s,–-]*$/i, '')
      .trim(),
  );
}

/** Of a part, only what is asked in it, with the thing that is told of before: "I bought two blankets (ORD-20333). Can I wash them?" */
export function askedIn(part: string): string | null {
  const asked = clausesIn(part).find((clause) => clause.at > 0 && isAsked(clause));
  if (!asked) return null;
  const question = part.slice(asked.at);
  const thing = readMake(part) ?? namedKind(part);
  return thing !== null && namedKind(question) === null ? `${question} (${thing})` : question;
}

const LEANS = /\b(it|its|they|them|their|that|those|these|this|one|ones|an? (?:second|third|fourth))\b/i;
const GIFT_CARD = /\bgift ?(?:cards?|vouchers?)\b/i;

/** "Is it the US layout?" after "where is my keyboard": the thing that was named before is named in it, too. */
export function nameWhatItIs(parts: readonly string[]): string[] {
  return parts.map((part, at) => {
    if (at === 0 || namedKind(part) !== null || !(LEANS.test(part) || asksFacts(part))) return part;
    const before = parts
      .slice(0, at)
      .reverse()
      .find((one) => namedKind(one) !== null || GIFT_CARD.test(one));
    if (before && namedKind(before) === null) return `${part} (gift card)`;
    return before ? `${part} (${readMake(before) ?? namedKind(before)})` : part;
  });
}
