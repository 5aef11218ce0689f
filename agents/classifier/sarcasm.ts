// Praise beside a fault: "great, lost again, thank you so much" thanks nobody. Read by rules one can read, in the four
// languages that we speak. Pure; patterns read folded text.
import { fold } from '../../core/fold.ts';

const PRAISE =
  'great|fantastic|wonderful|brilliant|perfect|lovely|amazing|awesome|excellent|superb|fabulous|marvell?ous|terrific|impressive|nice|well done|good job|great job|bravo|congrat\\w*|cheers|thanks|thank you|thx|love|so helpful|' +
  'genial|fantastico|perfecto|maravilloso|estupendo|excelente|bravo|gracias|que bien|enhorabuena|' +
  'super|genial|parfait|formidable|magnifique|fantastique|merci|felicitations|quel service|' +
  'toll|super|klasse|prima|grossartig|fantastisch|wunderbar|perfekt|danke|vielen dank|gluckwunsch|spitze';
const FAULT =
  "lost|broken|broke|wrong|damaged|missing|late|delayed|cancelled my|never (?:arrived|came|works?|showed)|no (?:answer|reply|response|refund|sound|news)|not (?:working|here|arrived)|(?:does|did|has|is|wo)n't|stopped|failed|crash\\w*|nobody|ignored|" +
  'charged (?:me )?(?:twice|again)|(?:for|another|after) (?:\\w+ )?(?:days|weeks|hours|months)|' +
  'perdid[oa]|rot[oa]|equivocad[oa]|tarde|retras\\w+|sin respuesta|no (?:funciona|llega|ha llegado)|nadie|' +
  'perdue?s?|cassee?s?|en retard|en panne|mauvais\\w*|ne (?:marche|fonctionne) pas|jamais|personne|' +
  'verloren|kaputt|defekt|falsch\\w*|verspatet|zu spat|geht nicht|funktioniert nicht|keine (?:antwort|ware)|niemand';
const REPEATED =
  '(?<!(?:works?|working|thanks|thank you|fine|connect\\w*|see you|buy|order|shop|come back|try|use you|love it) )again|another (?:week|day|month|delay|broken|wrong|late)|(?:second|third|fourth|fifth|2nd|3rd|4th|5th|\\d+th) (?:\\w+ )?(?:time|broken|wrong|lost|week|one|delay|failure)|still (?:no|not|nothing|waiting|broken|dead|the same|down)|once more|yet another|' +
  'otra vez|de nuevo|tercer\\w*|encore(?: une fois)?|troisieme|(?:schon )?wieder|zum (?:zweiten|dritten|vierten) mal|dritte\\w*';

const within = (words: string) => `\\b(?:${words})`;
/** In one sentence: praise, a pause, a fault; or the other way round. */
const BESIDE = new RegExp(
  `${within(PRAISE)}\\b[^.!?;]{0,30}(?:[,:…-]|\\.\\.\\.)[^.!?;]{0,60}${within(`${FAULT}|${REPEATED}`)}\\b|${within(FAULT)}\\b[^.!?;]{0,30}${within(REPEATED)}\\b[^.!?;]{0,30}[,:…-][^.!?;]{0,12}${within(PRAISE)}\\b`,
);
/** Over the end of a sentence, only what came about once more. */
const OVER = new RegExp(
  `^\\W*(?:\\w+ ){0,3}${within(PRAISE)}\\b[^.!?;]{0,30}[.!?…]+ .{0,60}(?:${within(FAULT)}\\b.{0,25}${within(REPEATED)}|${within(REPEATED)}\\b.{0,25}${within(FAULT)})\\b`,
);
/** Thanks for what nobody wants, and delight at it. */
const FOR_NOTHING = new RegExp(
  `\\b(?:thanks|thank you|thx|gracias|merci|danke)\\b(?: so much| a lot| very much)? (?:for|por|pour|fur) (?:nothing|nada|rien|nichts|losing|breaking|ruining|wasting|ignoring|sending (?:me )?the wrong|not \\w+|another|the (?:broken|wrong|late|delay|long wait))\\b|\\b(?:i )?(?:just )?love (?:how|it when|the way|that)\\b[^.!?]{0,60}${within(FAULT)}|\\bslow clap\\b|\\bhow (?:nice|kind|lovely) of you to (?:lose|forget|ignore|break|charge)\\b`,
);
/** Something went well after all, or is asked for politely. */
const MEANT =
  /\b(?:but|although|though|however|replac\w+|fixed|solved|resolved|refunded|sorted|helped|works? (?:again|now|fine)|working (?:again|now)|quick\w*|fast|in no time|at once|no (?:problems?|issues?|complaints?)|never (?:had|a)|not (?:a|once|late)|nothing (?:wrong|missing|broken|lost)|can(?:not|'t) complain|(?<!never |not |n't )(?:arrived|came|found)|please|could you|can you|would you|pero|mais|aber|bitte|por favor|s'il vous plait)\b/;

/** Words of praise that mean the opposite. */
export function isSarcastic(text: string): boolean {
  const said = fold(text);
  if (FOR_NOTHING.test(said)) return true;
  // "Thanks. It is still not here" only answers us; a plain thanks is politeness.
  const praised = said.replace(
    /\b(?:ok(?:ay)?,? )?(?:thanks|thank you|gracias|merci|danke)\b(?! (?:so much|a lot|very much|again|mucho|beaucoup|vielmals))/g,
    ' ',
  );
  return (BESIDE.test(praised) || OVER.test(praised)) && !MEANT.test(said);
}

const TROUBLE = new RegExp(`${within(`${FAULT}|${REPEATED}`)}\\b`);

/** Something is wrong, and nothing says that it went well after all: a polite word beside it is no delight. */
export function tellsOfTrouble(text: string): boolean {
  const said = fold(text);
  return TROUBLE.test(said) && !MEANT.test(said);
}
