// What a customer wants of the technical agent when nothing is open: a report, a state, the warranty, an explanation, or
// help with a problem. Pure, in four languages.
import { fold } from '../../core/fold.ts';
import { kindOfProduct, readDevice, takeKinds } from '../../tools/support/read-device.ts';
import { readSymptom } from '../../tools/support/read-symptom.ts';

export type Wish = 'wet' | 'torn' | 'bug state' | 'report' | 'warranty' | 'about warranty' | 'how to' | 'problem';

const BUG_ID = /\bbug-?\s?([0-9a-z]{4,12})\b/i;
const REPORT =
  /report (?:a |an |this |the |it |that )?(?:\w+ )?(?:as )?(?:a )?(?:bug|fault|defect)|(?:found|is|there'?s|have) a (?:\w+ )?bug\b|file a bug|bug report|(?:comunicar|reportar|informar)\w*[^.]{0,12} (?:fallo|error|bug)|encontrado un (?:fallo|error|bug)|signaler (?:un|ce)|(?:trouve|ai) un bug|(?:fehler|bug) (?:zu )?(?:melden|gefunden)|(?:melde|mochte)[^.]{0,20}(?:fehler|bug)/;
const WARRANTY = /warrant|guarantee|\bgarantia|\bgarantie/;
/** "How long is the warranty on my camera?", "on the cameras that I got from you". */
const OWNED_WARRANTY =
  /\b(?:warranty|guarantee) (?:\w+ ){0,2}(?:on|for|of) (?:my|mine|our)\b|\b(?:warranty|guarantee)\b.*\bi (?:got|bought|ordered|have)\b/;
/** About the rule, not about something of theirs. */
const RULE =
  /what (?:does|is)[^.]{0,20}cover|what(?:'?s| is) (?:the|your) (?:warranty|guarantee)|how long (?:is|are|does)|do you (?:offer|give|have)|warranty (?:policy|terms|conditions|period)|in general|que cubre|cuanto dura|que couvre|quelle est la duree|was deckt|wie lange/;
const HOW_TO =
  /\bhow (?:do|can|to|should|would|often|long do)\b|\bset ?-?up\b|instructions|\bmanual\b|\bguide\b|where (?:is|do|can) (?:i|the)|can i (?:use|wash|wear|take|clean|put|bring|swim|connect|pair)|(?:ok|okay|safe|allowed) to\b|which (?:cable|bulb|battery|charger)|(?:water|splash|dust|rain|sweat|shower)[- ]?(?:proof|resistant|tight)|get wet|\bcomo (?:puedo|se|configur|limpi|actualiz|empareja|restablez|hago|cambio|lavo|conecto)|\bcomment\b|puis-je|\bwie (?:kann|mache|setze|reinige|koppel|richte|wasche|aktualisiere|verbinde|entkalke|stelle|oft)|darf ich|kann ich/;
const PROBLEM =
  /\bnot\b|n't|\bhelp\b|acting|\bcan ?not\b|\bwont\b|\bdoesnt\b|\bcant\b|\bfail|broken|error|\bstuck\b|wrong|problem|\bissue|trouble|stopp|\bkeeps\b|no longer|\bdead\b|\bfix\b|crash|freez|\bno (?:sound|power|audio)|drain|\bno (?:se |me |lo )?(?:funcion|enciend|carg|conect|oye|puedo)|problema|fallo|\bkein(?:en|e)?\b|(?<!(?:premiers|de|les) )\bpas\b|panne|probleme|\bnicht\b|kaputt|defekt|fehler/;

/** Water where none belongs: drying comes before anything else. */
const GOT_WET =
  /\b(?:got|get|is|was|were|all|soaking) (?:\w+ )?(?:wet|soaked|drenched)\b|\b(?:fell|fallen|dropped(?: it| them)?) (?:in|into|in to) (?:the |a |my )?(?:water|sink|bath|pool|toilet|sea|lake|puddle|tea|coffee)\b|\bspil(?:led|t)\b.{0,30}\bon\b|\b(?:se (?:me )?mojo|se ha mojado|cayo al agua|derram\w+)\b|\b(?:a pris l'eau|est mouillee?|tombee? dans l'eau|renverse\w*)\b|\b(?:nass geworden|ins wasser gefallen|verschuttet)\b/;
/** What no step mends. */
const TORN =
  /\b(?:hole|tear|rip) in\b|\b(?:has|have|got|with) (?:a |an )?(?:big |small |little )?(?:hole|tear|rip)s?\b|\b(?:is|are|was|got|has|have) (?:all )?(?:torn|ripped|snapped|cracked|shattered|split)\b|\b(?:fell|came|broke|broken|snapped|tore) off\b|\b(?:fall(?:s|ing)?|fell|coming|came|comes) apart\b|\bpeel(?:s|ing|ed) off\b|\b(?:strap|zip|zipper|handle|hinge|lid|buckle|seam|key)s? (?:has |have |just )?(?:broke|broken|snapped|tore|torn|ripped|came off|fell off)\b/;

const NEW_ONE =
  /\b(?:how much|what)\b.{0,25}\b(?:is|are|do|does|would|will|for)\b.{0,25}\b(?:new|another|replacement|second)\b|\b(?:price|cost) (?:of|for) (?:a |an )?(?:new|another|replacement)\b|\bhow much (?:is|are|does|do) (?:it|they|one|that|those|these)(?: cost)?\W*$|\bwhat (?:does|do|would) (?:it|they|one|that|a new one|new ones) cost\b|\b(?:buy|order|get) (?:myself |me )?(?:a )?new (?:one|ones|pair|headphones|speaker)\b|\b(?:cuanto|que) (?:cuesta|vale|cuestan|valen)\b.{0,20}\b(?:otr[oa]s?|nuev[oa]s?)\b|\b(?:cuanto cuesta|cuanto cuestan|cuanto vale)\W*$|\bcombien\b.{0,20}\b(?:coute\w*|vaut|pour)\b.{0,20}\b(?:neu(?:f|ve)s?|nouve(?:au|lle|aux)|autre)\b|\bcombien (?:ca |cela |il |elle )?coute\w*\W*$|\bwas kost(?:et|en)\b.{0,20}\b(?:neue?[nrs]?|andere[nrs]?)\b|\bwas kost(?:et|en) (?:er|sie|es|das|die)\W*$/;

/** "How much is a new one?", of the thing that is being looked at. */
export function asksForNewOne(text: string): boolean {
  return NEW_ONE.test(fold(text));
}

const OF_THE_FAULT =
  /\b(?:when|how long|by when)\b.{0,30}\b(?:fix(?:ed)?|repaired|solved|resolved|patch(?:ed)?|bug|fault)\b|\b(?:is|are|was|has|have|been)\b.{0,20}\b(?:fixed|solved|resolved|patched)\b.{0,8}\?|\b(?:any|some|what'?s(?: the)?|what is the|hear\w*) (?:news|progress|update|status|state)\b.{0,30}\b(?:bug|fault|fix|report|issue)\b|\b(?:status|state|progress) of (?:my |the |that |this )?(?:bug|fault|report)\b|\bmy (?:bug |fault )?report\b|\bwork ?-?around\b|\buntil (?:it|that|this)(?:'s| is) fixed\b|\b(?:do|does|in the) (?:i |we )?(?:do )?(?:in the )?meantime\b/;

/** "When is it fixed?", "any workaround meanwhile?": about the fault that was spoken of. */
export function asksOfTheFault(text: string): boolean {
  return OF_THE_FAULT.test(fold(text));
}

export function asksWhen(text: string): boolean {
  return /\b(?:when|how long|date|fixed|cuando|quand|wann)\b/.test(fold(text));
}

/** A thing, an order or a day is meant: not the guarantee as such. */
function isOfTheirs(said: string, text: string): boolean {
  return (
    readDevice(text) !== null ||
    /\b(?:them|it|these|those|new one|still|until|expir\w*|left|under|ord\W?\d|orders?|my|mine|mi|mon|ma|mein\w*|noch|hasta|encore|es|est)\b/.test(
      said.replace(
        /\bmy (?:grand)?(?:son|daughter|mother|father|mum|mom|dad|wife|husband|friend|brother|sister)\b/g,
        '',
      ),
    )
  );
}

export function readWish(text: string): Wish {
  const said = fold(text);
  if (readBugId(text)) return REPORT.test(said) || /\b(?:same|me too|also)\b/.test(said) ? 'report' : 'bug state';
  if (REPORT.test(said)) return 'report';
  if (GOT_WET.test(said) && !HOW_TO.test(said)) return 'wet';
  if (TORN.test(said) && (!said.trim().endsWith('?') || /\bnormal\b/.test(said))) return 'torn';
  // "The warranty applies. What do I try?"
  if (/\bwhat (?:do|can|should|shall|could) i (?:still )?try\b/.test(said)) return 'problem';
  if (/\bcovered\b/.test(said) && !WARRANTY.test(said))
    return /\b(?:i|we) (?:bought|got|ordered|have)\b|\bmy\b/.test(said) ? 'warranty' : 'about warranty';
  if (OWNED_WARRANTY.test(said)) return 'warranty';
  if (WARRANTY.test(said)) return RULE.test(said) || !isOfTheirs(said, text) ? 'about warranty' : 'warranty';
  const asks = HOW_TO.test(said) || said.trim().endsWith('?');
  return asks && !PROBLEM.test(said) ? 'how to' : 'problem';
}

/** BUG-2041, however it is spaced; null: none is named. A word after "bug" is a number only with a digit in it. */
export function readBugId(text: string): string | null {
  const number = BUG_ID.exec(text)?.[1];
  return number && /\d/.test(number) ? `BUG-${number.toUpperCase()}` : null;
}

/** Something got wet. */
export function gotWet(text: string): boolean {
  return GOT_WET.test(fold(text));
}

/** A device, and that something is wrong with it, in any of our languages. */
export function soundsTechnical(text: string): boolean {
  const device = readDevice(text);
  return device !== null && (PROBLEM.test(fold(text)) || readSymptom(text, device.kind) !== null);
}

/** A device, a symptom, or that something is wrong: at least one of them is named. */
export function isOfATrouble(text: string): boolean {
  return readDevice(text) !== null || readSymptom(text, null) !== null || tellsOfProblem(text);
}

const FAILS =
  /\b(?:is|are|was|'s|keeps?|started) acting up\b|\b(?:not|never|no longer|dont|doesnt|didnt|wont|cant|cannot|isnt|arent|stopped|stops|refuses to|fails to)\b(?:\W+\w+){0,3}?\W+(?:work|turn|connect|charg|respond|react|play|pair|light|heat|boil|focus|sync|start|switch|hold|last|do anything|come on|go on|show|record|type|click|recogni)|n't(?:\W+\w+){0,2}?\W+(?:work|turn|connect|charg|respond|react|play|pair|light|heat|boil|focus|sync|start|switch|hold|last|do anything|come on|go on|show|record|type|click|recogni)|\b(?:broken|broke|dead|faulty|defective|crackl\w*|flicker\w*|leaks?|leaking|drip\w*|cracked|stuck|error|crash\w*|cuts? out|loses|(?:keeps|is) losing|no (?:sound|power|light|picture|signal))\b|\bno (?:funciona|enciende|carga|conecta|suena)|roto|rota|averi|ne (?:marche|fonctionne|s'allume|charge) (?:pas|plus)|en panne|casse|\b(?:geht|funktioniert|ladt|verbindet|startet) nicht|kaputt|defekt/;
const DENIED =
  /\bnothing(?:'?s| is| was)?(?: at all)? (?:is )?(?:wrong|broken|happen\w*|the matter)\b|\b(?:is|are|was)(?:n't| not) (?:broken|dead|faulty|defective)\b|\bnot broken\b|\bnothings? (?:broken|wrong)\b|\bno (?:le |les )?(?:pasa|ocurre) nada\b|\bno esta rot[oa]\b|\baucun \w+ en panne\b|\bnichts (?:ist |war )?(?:kaputt|defekt)\b/g;

/** A thing fails, in so many words; "nothing is broken" says the opposite, and a "not" alone says nothing. */
export function soundsBroken(text: string): boolean {
  const said = fold(text).replace(DENIED, ' ');
  return readSymptom(said, null) !== null || FAILS.test(said);
}

/** "Nothing is broken, I only want to know before buying …" */
const ONLY_ASKS =
  /\b(just|only|simply) (want|wanna|wanted|need|asking|curious|wondering)\b|\bbefore (i )?(buy|buying|order|ordering)\b|\b(not|n't|never) (even )?(bought|have|ordered|own|got)\b/i;

/** "Nothing is the matter with it." */
export function deniesTrouble(text: string): boolean {
  return fold(text).search(DENIED) >= 0 && (ONLY_ASKS.test(text) || !soundsBroken(text));
}

/** Something is wrong, in any of our languages. */
export function tellsOfProblem(text: string): boolean {
  return PROBLEM.test(fold(text));
}

/** What kind of thing of ours is named, in any of our languages; null: none that is sold. */
export function soldKind(text: string): string | null {
  return kindOfProduct(text);
}

/** Every kind of thing of ours that is named. */
export function soldKinds(text: string): string[] {
  return takeKinds(text).kinds;
}

export function namesDevice(text: string): boolean {
  return readDevice(text) !== null;
}

/** "headphones no-sound": which thing has which trouble; null where either is not said. */
export function readProblem(text: string): string | null {
  const device = readDevice(text);
  if (!device || device.kind === 'device') return null;
  const symptom = readSymptom(text, device.kind);
  return symptom ? `${device.kind} ${symptom}` : null;
}

/** "If nothing helps, do I get a new one?": the steps go on. */
export const IF_NOTHING_HELPS =
  /\bif (?:nothing|none|that|it|this)\b[^.?!]{0,20}\b(?:helps?|works?|fails?|gets better)\b/i;
