// Reads an answer to "shall I?": only a sentence that says nothing but yes or no counts, in any of our languages. "Yes,
// but to another address" is neither: it changes what was asked.
import { plainQuotes } from '../../core/fold.ts';

const YES =
  /^(1|y|ye+s+|yep+|yea+h*|yup|ya|sure|go|go on|go for it|do that|just do it|do so|let'?s do (?:it|that|so)|let us do (?:it|that|so)|let'?s go(?: ahead| for it)?|ok|okay|okey|correct|right|absolutely|definitely|go ahead|do it|please do|confirm(ed)?|proceed|sounds good|that'?s right|s[ií]|claro|vale|de acuerdo|adelante|h[aá]galo|confirmo|oui|d'accord|allez-y|bien s[uû]r|ja|klar|gerne|einverstanden|best[aä]tigt|mach(en sie)? das)$/;
const NO =
  /^(2|n|no|nope|nah|not now|don'?t|do not|leave it|no way|(?:certainly|absolutely|definitely|of course) not|never ?mind|forget (it|about it)|nein|lassen sie es|lass es|nicht|non|laissez|d[eé]jelo|mejor no)$/;
const POLITE =
  /\b((as|like) i (already )?said|i (already )?said (so|yes)|that('?s| is) (right|correct|it)|keep (it|them|everything|the order)|i('ll| will) keep (it|them)|i changed my mind|please|pls|plz|thanks|thank you|thx|do it|do that|exactly|leave (it|them|that|the address|the order|everything)( (as it is|alone))?|cancel it|that'?s fine|(it|that) looks (right|good|fine|correct|ok(ay)?)|then|whatever|fine|por favor|gracias|h[aá]galo|d[eé]jelo|s'il vous pla[iî]t|merci|faites-le|laissez|bitte|danke|machen sie das|lassen sie es|go ahead|go for it|go on|go|sure|yes|ja|oui|s[ií])\b/g;

/** 'yes' or 'no' when the text says that and nothing else; null otherwise. */
export function readYesNo(text: string): 'yes' | 'no' | null {
  const said = text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[!.,;:…👍✅]+/gu, ' ')
    .replace(/^\s*(h?mm+|uh+m?|um+|oh|well|actually|ah|hey)\s+/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(HEARD, '');
  if (said === '' && /[👍✅]/u.test(text)) return 'yes';
  const direct = readWord(said);
  if (direct) return direct;
  const [head = '', ...rest] = said.split(' ');
  const word = readWord(head);
  const tail = rest.join(' ').replace(POLITE, '').trim();
  if (word && tail === '') return word;
  return readHesitant(said);
}

/** "All right, yes", "k then do it": that it was heard, before the yes itself. */
const HEARD =
  /^(?:(?:all ?right|alright|very well|ok(?:ay)?|k+|fine|good|great|perfect|understood|i see|right|so|then)\s+)+(?=(?:yes|yep|yeah|yea|please do|do it|do that|go ahead|go for it|let'?s|let us)\b)/;

/** Words that come before somebody makes up their mind. */
const HESITANT =
  /\b(h+m+|u+m+|uh+|ok(ay)?|well|actually|wait|hold on|so|then|just|sorry|on second thoughts?|you know what|let me think|oh|ah|ahm?|pues|bueno|euh|alors|naja|also|ach|doch)\b/g;

/** "Hmm ok. No, actually leave it" is a no; a yes is never read out of so much talk. */
function readHesitant(said: string): 'no' | null {
  const rest = said.replace(HESITANT, ' ').replace(/\s+/g, ' ').trim();
  if (rest === '' || rest === said) return null;
  const [head = '', ...others] = rest.split(' ');
  const tail = others.join(' ').replace(POLITE, '').trim();
  return readWord(rest) === 'no' || (readWord(head) === 'no' && (tail === '' || readWord(tail) === 'no')) ? 'no' : null;
}

function readWord(said: string): 'yes' | 'no' | null {
  if (YES.test(said)) return 'yes';
  return NO.test(said) ? 'no' : null;
}

const NEVER_MIND =
  /^\W*((non?|nein|nah|nope|oh|h+m+|ok(ay)?|actually|ah|well|please)\W+)*(never ?mind|nvm|nm|forget (it|about it|that|what i said)|(never ?mind|nvm),? (then,? )?(please )?(cancel|forget|scrap|drop|stop) (it|that|this)|(it )?doesn'?t matter|skip it|leave it|drop it|scratch that|don'?t bother|no importa|d[eé]jelo|laisse[zr]? tomber|tant pis|d[eé]ja(lo|la)?( est(ar|á))?|lass(en)? (sie )?(es|gut sein|mal)( sein)?|egal|vergessen sie es|schon gut|da igual|olv[ií]delo|laissez|oubliez|vergiss es)( then| thanks| thank you| please)?\W*$/i;

/** "No, don't cancel", "please do not do that", where something of the kind was proposed. */
const DONT =
  /^\W*((no+|nope|nah|wait|stop|h+m+|oh|actually|sorry|please|ok(ay)?)\W+)*(do ?n'?t|do not|please do ?n'?t|never)( you dare)?( to)? (do (it|that|this|anything)|cancel|change|return|refund|send|exchange|touch|open|report)\b(?!.{0,40}\b(but|instead|rather)\b).{0,25}$/i;

/** They take back what was proposed. */
export function isTakenBack(text: string): boolean {
  return DONT.test(plainQuotes(text));
}

const NOT_NOW =
  /^\W*((no,? )?(maybe |perhaps |ask me )?(later|another (time|day)|some other time|next time|not (right )?now|not today)|i('ll| will) (think about it|do (it|that) (later|myself)|check( (it|that))?( later)?|come back( later)?|look for it( later)?)|(i )?changed my mind|i (don'?t|do not) want (to|that|it)( any ?more)?|más tarde|ahora no|plus tard|pas maintenant|später|jetzt nicht|ein andermal)( thanks| thank you)?\W*$/i;

/** "Maybe another time": the question is dropped; a case that waits is not. */
export function isNotNow(text: string): boolean {
  return NOT_NOW.test(plainQuotes(text));
}

/** "Never mind": what was asked is dropped. */
export function isNeverMind(text: string): boolean {
  return NEVER_MIND.test(text);
}

/** "12.50 for that … nah. Leave it, my neighbour can take it": one part says no, and none asks or agrees. */
export function turnsItDown(text: string): boolean {
  if (text.includes('?')) return false;
  const parts = text.split(/(?<!\d)[.!;…]+|[.!;…]+(?!\d)|,\s+/).filter((part) => /\p{L}/u.test(part));
  // A bare no may begin a correction.
  const isNo = (part: string) => NO_THANKS.test(part) || isNeverMind(part);
  return (
    parts.length > 1 &&
    parts.length <= 4 &&
    parts.some(isNo) &&
    !parts.some((part) => readYesNo(part) === 'yes' || WISHES.test(part))
  );
}

const NO_THANKS =
  /^\W*(h+m+ |oh |well )?(nah|nope|no,? thanks?( you)?|leave it|not worth it|don'?t bother|forget (it|about it)|i'?ll pass)\W*$/i;

/** Something else instead. */
const WISHES =
  /\b(change|make|take|send|cancel|return|exchange|swap|instead|rather|i (want|need|mean|meant)|it is|it's|should be|only|just|please|ord\W?\d)\b/i;
