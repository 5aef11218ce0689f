// What an answer to "did that help?" says, in four languages. Pure: a sentence that says nothing about it is null, and
// is then a message like any other.
import { fold } from '../../core/fold.ts';
import { readTried } from '../../tools/support/read-tried.ts';

/** done: it was tried, and nothing was said of the outcome. */
export type TroubleReply = 'worked' | 'failed' | 'cannot' | 'how' | 'later' | 'done' | 'report';

const REPORT =
  /report (?:a |this |the |it |that )?(?:as )?(?:a )?(?:bug|fault|problem|issue|it|this)|(?:found|is|there'?s) a bug|file a bug|comunicar un fallo|reportar|informar de un (?:fallo|error)|signaler|fehler melden|melden/;
const YES =
  /^(?:yes|yep|yeah|yup|yes it did|it did|sure did|yes thanks|yes thank you|si|si gracias|oui|oui merci|ja|ja danke)$/;
const NO =
  /^(?:no|nope|nah|not really|no it did(?:n't| not)|it did(?:n't| not)|no sorry|sadly not|unfortunately not|no luck|nothing|nada|rien|nichts|para nada|no mucho|non|pas vraiment|nein|leider nein|leider nicht|nicht wirklich)$/;
const WORKED =
  /\bworks?\b|\bworking\b|\bworked\b|\bfixed\b|\bsolved\b|\bresolved\b|\bconnected\b|\bsorted\b|\bperfect(?:ly)?\b|(?:that|this|which|it|you) did it\b|did (?:the trick|help)\b|(?:connecting|charging|playing|syncing|loading) (?:now|again|fine)|that (?:was it|helped)|\bhelped\b|(?:better|fine|okay|alright|good) now\b(?! the\b)|(?:sharp|clear|bright|quiet|fine|okay|ok|good|perfect|smooth|loud) again\b|all good|back to normal|up and running|good as new|\bfunciona(?:n)?\b|ya (?:va|conecta|esta)|solucionad|arreglad|resuelt|(?:ca|cela|tout) (?:marche|fonctionne|va)|\bregle\b|\bresolu\b|(?:geht|funktioniert|klappt)\b|geholfen|gelost|erledigt/g;
const NEGATED_BEFORE =
  /\b(?:not|never|no|nothing|none|neither|isn't|aren't|wasn't|doesn't|don't|didn't|hasn't|haven't|won't|can't|cannot|still|barely|hardly|if|until|sin|tampoco|nicht|nichts|kein|ne|n'a|pas|rien|toujours|immer noch)\b[^.!,;]{0,20}$/;
/** "The second one charges perfectly well." */
const OF_ANOTHER =
  /\b(?:(?:the )?other|second|another|old) (?:one|camera|lamp|speaker|watch|kettle|charger|keyboard|headphones|pair|device)s?\b[^.!?]*$/;
const NEGATED_AFTER = /^[^.!,;]{0,14}\b(?:not|nicht|nichts|pas|plus|nada|keine?)\b/;
const BUT = /\b(?:but|except|only for|pero|mais|aber|jedoch)\b/;
/** "The left one works and the right one doesn't." */
const STILL_WRONG = /\b(?:broken|dead|does ?n'?t|is ?n'?t|are ?n'?t|wo ?n'?t)\b(?!.{0,12}\b(?:any ?more|matter)\b)/;
const FAILED =
  /\bstill\b|\b(?:layout|level|cable|socket|bulb|volume|focus)'?s? (?:is |are )?(?:fine|ok|okay|correct|right)\b|\bmust be (?:this|the|that)\b|\bsame\b[,.!]|\bnothing,? no \w+|\bno (?:luck|change|difference|improvement|success|effect|good)\b|(?:not|n't|never) (?:\w+ )?(?:work|help|fix|solv|connect|turn|do|make|change|better|yet|charg|respond|pair|load|any)|nothing (?:chang|happen|work|help)|same (?:problem|thing|issue|as|again|error)|what (?:else|now|next)\b|what'?s (?:the )?next\b|\bkeeps\b|disconnect|^negative|\bno go\b|rien n'y|\bbut (?:now|there|it|they|the|no)\b|(?:any )?other (?:ideas?|options?|steps?)|y ahora|que mas|et maintenant|quoi d'autre|und jetzt|was (?:noch|nun)\b|\bfail(?:s|ed)?\b|(?:won'?t|doesn'?t|didn'?t|can'?t)\b|\buseless\b|already (?:did|done|tried|in the middle|on|at|set|centred|centered)|(?:is|are|was|were|it's|they're) (?:\w+ )?(?:in the middle|centred|centered|up to date|at (?:full|maximum|max))\b|\balready[.!]*$|(?:did|tried|done) (?:that|this|it)(?: already| before| too| twice)|worse\b|sigue (?:sin|igual|fallando|dando)|\bno (?:funciona|ayud\w+|sirve|cambia|ha (?:ayudado|funcionado))|tampoco|igual que|ya (?:lo )?(?:hice|probe|he (?:hecho|probado))|toujours (?:pas|rien|le meme)|(?:ne |n'|ca )[^.]{0,20}\bpas\b|rien (?:ne |n'a)|deja (?:fait|essaye)|immer noch|(?:geht|hilft|klappt|funktioniert|hat|half|tut) (?:leider |es |sich |immer |noch |auch |weiterhin )*nicht|nicht geholfen|keine (?:anderung|besserung)|gleiche[sr]? (?:problem|fehler)|schon (?:gemacht|versucht|probiert)|weiterhin/;
/** "The water level is fine", and it is no cause. */
const WELL =
  /\b(?:level|cable|socket|plug|bulb|lid|filter|volume|mode|card|water|charge|battery|light|switch|it|they|that|all of (?:it|that)|everything)s? (?:is|are|looks?|seems?|was|were) (?:all |quite |perfectly )?(?:fine|ok|okay|right|full|good|clean|correct|in order|in place|charged)\b/;
/** "I did it. Nothing." */
const IN_THE_END_NOT = /[,.;:!] ?(?:no|nope|nothing|nada|nichts|rien)\W*$/;
const CANNOT =
  /\b(?:i )?(?:can't|cannot|could ?n't|can not|unable to|not able to) (?:do|find|reach|try|access|get|open|remove|see)\b|do(?:n't| not) have (?:a|an|any|another|the|that|one)|there(?:'s| is) no (?:such|reset|power|other|button|switch|option|menu|light|bluetooth)\b|\bskip\b|^(?:the )?next(?: step| one)?(?: please)?$|something else|anything else (?:i can|to) try|no (?:tengo|puedo)|\bsiguiente\b|je n'ai pas|je ne peux pas|autre chose|(?:ich )?habe kein|kann ich nicht|kann das nicht|nachster schritt/;
const HOW =
  /\bhow (?:do|does|can|would|should|exactly|to|long)\b|what do you mean|where (?:is (?:it|the|that)|do i|can i|are (?:they|the))\b|which (?:button|light|menu|one)|do(?:n't| not) (?:understand|know how|get it)|explain|more detail|\bcomo (?:hago|se|lo|puedo)|donde (?:esta|se)|no entiendo|\bcomment\b|\bou (?:est|se)|comprends pas|\bwie (?:geht|mache|genau|setze|kann|mach|finde)|\bwo (?:ist|finde)|verstehe? nicht/;
const LATER =
  /\blater\b|tonight|tomorrow|not now|give me|(?:one|a|just a) (?:moment|minute|min|sec|second)|\bwait\b|hold on|\btrying\b|(?:will|i'll|let me|going to|gonna) (?:try|do|check|give|see)|\bbrb\b|(?:have|got|need|must) (?:to )?(?:go|run|leave)\b|\bgotta (?:go|run)\b|be (?:right )?back\b|get (?:home|back)|mas tarde|luego\b|manana|un momento|voy a|plus tard|un (?:instant|moment)|demain|je vais|spater|morgen\b|moment\b|gleich\b|probiere? ich|versuche? ich|ich probier/;
/** "Wait, do I get all of it back?" */
const ASKS_ELSE = /\b(?:do|does|will|can|is|are|what|which|how|why) (?:i|you|u|we|it|they|that|this|the)\b/;
/** Work is where they go, and says nothing of what they tried. */
const LEAVES =
  /\b(?:go|going|get|head|heading|off|leave|leaving|run|running) (?:back )?(?:to|for) work\b|\b(?:late for|at|from) work\b|\b(?:continue|go on|try|do (?:it|this|that)) (?:later|tomorrow|tonight)\b/;
const ACKNOWLEDGED =
  /^(?:ok|okay|k|alright|all right|thanks|thank you|thx|will do|got it|vale|gracias|de acuerdo|merci|d'accord|danke|gut|alles klar)(?: thanks| thank you| gracias| merci| danke)?$/;
const DONE =
  /^(?:(?:yes|yeah|yep|ok|okay|si|oui|ja) )?(?:(?:i )?(?:(?:have|did|already) )*(?:tried|checked)(?: it| that| this| them| both)?(?: already)?|done|i did(?: that| it)?|did (?:that|it)|done that|hecho|listo|ya esta|fait|c'est fait|gemacht|erledigt|habe ich gemacht)$/;

/** "Restarted already": done, and it is told because it did not help. */
export function saysAlready(text: string): boolean {
  return /\b(?:already|before|ya|deja|schon|bereits)\b/.test(fold(text));
}

/** The reply that the words give; null when they speak of something else. */
export function readReply(text: string): TroubleReply | null {
  const said = fold(text).trim();
  const bare = said
    .replace(/[^a-z' ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (bare === '' && /[👍✅🎉👎❌]/u.test(text)) return /[👎❌]/u.test(text) ? 'failed' : 'worked';
  if (REPORT.test(said)) return 'report';
  if (YES.test(bare)) return 'worked';
  if (NO.test(bare)) return 'failed';
  if (DONE.test(bare)) return 'done';
  if (ACKNOWLEDGED.test(bare)) return 'later';
  if (HOW.test(said)) return 'how';
  if (IN_THE_END_NOT.test(said)) return 'failed';
  if (LEAVES.test(said)) return 'later';
  if (saysItWorks(said)) return BUT.test(said) || STILL_WRONG.test(said) ? 'failed' : 'worked';
  if (CANNOT.test(said)) return 'cannot';
  if (FAILED.test(said)) return 'failed';
  if (WELL.test(said) && !ASKS_ELSE.test(said)) return 'failed';
  if (LATER.test(said) && !ASKS_ELSE.test(said)) return 'later';
  return readTried(text).length > 0 ? 'done' : null;
}

/** A word of success that nothing around it turns into its opposite. A question says nothing. */
function saysItWorks(said: string): boolean {
  if (said.endsWith('?')) return false;
  return [...said.matchAll(WORKED)].some((match) => {
    const before = said.slice(Math.max(0, match.index - 40), match.index);
    const after = said.slice(match.index + match[0].length, match.index + match[0].length + 30);
    return !NEGATED_BEFORE.test(before) && !NEGATED_AFTER.test(after) && !OF_ANOTHER.test(before);
  });
}

const OTHER_HOST =
  "(?:(?:my |the |his |her |our |a )?(?:\\w+'s|other|another|second|different|old|new|work) (?:old |other )?(?:phone|computer|laptop|tablet|pc|mac|device|iphone|ipad))";
const WORKS_ELSEWHERE = new RegExp(
  `\\b(?:with|on|to|from) ${OTHER_HOST}\\b[^.?!]{0,20}\\b(?:works?|connects?|pairs?|connected|paired|worked)\\b|\\b(?:works?|connects?|pairs?|connected|paired|worked)\\b[^.?!]{0,20}\\b(?:with|on|to) ${OTHER_HOST}\\b`,
);

/** "With my wife's phone they connect fine": the cause is in the first one. A no anywhere says the opposite, or too little. */
export function worksElsewhere(text: string): boolean {
  const said = fold(text);
  const match = WORKS_ELSEWHERE.exec(said);
  if (!match) return false;
  const around = said.slice(Math.max(0, match.index - 12), match.index + match[0].length + 8);
  return !/\b(?:not|no|never|neither|nor|does|did|will|can|should|if|either)\b|n't/.test(around);
}
