// A thing that hurt somebody or something, or soon may.
import { inOrder, type Signs, together } from './signs.ts';

const BODY =
  'fingers?|hands?|thumbs?|arms?|legs?|foot|feet|face|skin|eyes?|lips?|mouth|toes?|knees?|wrists?|necks?|cheeks?|ears? canal|palms?|forehead|tongue|hair|chest|shoulder';
const SOMEBODY =
  'me|myself|us|him|her|them|himself|herself|my (?:\\w+ )?(?:son|daughter|kids?|child|children|baby|toddler|wife|husband|mum|mom|mother|dad|father|dog|cat|puppy|kitten|grandson|granddaughter|grandma|brother|sister|boy|girl|friend|nephew|niece|partner|roommate)';
const THINGS = 'batter(?:y|ies)|akkus?|cell';

export const DANGER: Signs = {
  is: [
    // Fire, smoke, sparks
    /\b(caught|catch(es|ing)?|set|sets|on|started a|small|nearly a|almost a|cause[ds]? a|had a) fire\b|\b(burst|went up|goes up|go up|erupted) (in|into|in to) flames\b|\b(in|with) flames\b|\bflames? (came|come|coming|shot|shoot\w*|out|from|inside|were|was)\b|\bablaze\b|\bfire hazard\b/,
    /\b(exploded?|explod(es|ing)|explosion|blew up (?!my (phone|inbox))|blown up|combusted?)\b|\b(went|gone) (boom|bang|pop) and\b/,
    /\bsmok(es|ing|ed)\b|\bsmoke (is |was |started |starts? |came |coming |comes |pouring |rising |billowing |out |from |everywhere|when|inside)|\b(lots? of|some|saw|see|seeing|white|black|grey|gray|is|was|with|making|emit\w*|started to|begins? to|began to|starts? to) smoke\b/,
    /\bspark(s|ed|ing)\b(?! (joy|plug))|\bshort[- ]?circuit\w*|\bshorted( out)?\b|\b(exposed|bare|live|frayed) (wir(e|es|ing)|cables?)\b|\b(blew|blown|blows?|tripp(ed|ing)|trips?) (the |my |our |all the |a )?(\w+ )?(fuses?|breakers?|rcd|electrics)\b|\b(fuses?|breakers?) (goes|went|go|blows?|blew|trips?|tripped)\b|\b(power|lights?|electricity)\b.{0,30}\b(goes|go|went) (off|out)\b.{0,40}\b(when|every time|whenever|as soon as)\b|\b(when|every time|whenever|as soon as)\b.{0,50}\b(power|lights?|electricity)\b.{0,30}\b(goes|go|went) (off|out)\b|\b(socket|outlet|plug|extension (lead|cord)|power base)\b.{0,20}\b(got|is|was) (wet|soaked|damp)\b/,
    /\b(melt(s|ed|ing)?)\b(?! (in (my|your) mouth|pot))|\bscorch\w*|\bcharred\b|\bsinged\b|\bburn(t|ing)? marks?\b/,
    // Burns and heat
    inOrder(
      8,
      'burn(?:s|ed|t|ing)?|scald(?:s|ed|ing)?',
      `(?:${SOMEBODY})|(?:(?:my|his|her|our|the|both|your) )?(?:\\w+ )?(?:${BODY})|a hole|(?:my|the|our) (?:\\w+ )?(?:tables?|carpet|floor|sofa|desk|bed|sheets|mattress|counter|worktop|curtains?|couch|rug|pillow|shirt|trousers|nightstand)`,
    ),
    /\b(got|get|gets|was|were|been|is|are|being) (badly |slightly |a bit |nearly |almost |severely )?(burned|burnt|scalded|electrocuted|injured|zapped)\b(?! out)|\b(burned|burnt|scalded|electrocuted|injured) (by|from|on|herself|himself)\b|\b(second|third|first)[- ]degree\b|\bburns on (my|his|her)\b|\bblister(s|ed|ing)?\b|\bscald(ed|ing)\b/,
    /\bhot\b[^.!?]{0,30}\b(can't|cannot|couldn't|could not|can not|hardly|barely|unable to|impossible to|dangerous)( even| be)? (touch|hold|pick|be touched)?|\b(hot|heats?) (enough to|that it) (burn|melt|cook|smok)\w*/,
    /\bkettle\b.{0,40}\b(does ?n'?t|does not|won'?t|will not|never|no longer|not) (switch|turn|shut)(ing)? (itself )?off\b|\b(does ?n'?t|won'?t|does not) (switch|turn|shut) (itself )?off\b.{0,40}\b(boil\w*|hot|heat\w*)\b|\bkeeps (on )?(boiling|heating)\b/,
    // Smells
    /\b(burn(ing|t|ed)?|smok(y|e)|scorched|melting|melted|gas|chemical|acrid|electrical?)( plastic| rubber| wires?| cable| hair)? (smell|odou?r|stench|fumes)\b|\bfumes\b|\btoxic\b/,
    /\b(smell(s|ed|ing|t)?|stinks?|stank|reek(s|ed)?|odou?r)\b[^.!?]{0,30}\b(burn\w*|smok\w*|gas|scorch\w*|melt\w*|singed|fire|electrical)\b/,
    // Shocks
    /\belectrocut\w+|\belectric(al)? shocks?\b|\b(got|get|gets|gave|gives|giving|given|getting|received?|had|felt|feel|delivers?) (me |us |him |her |you |my \w+ )?(an? |some )?(\w+ )?(shocks?|zaps?|jolts?)\b(?! (when i saw|at the|to see|how|seeing|reading|of my life))|\b(shock(s|ed)|zap(s|ped)|jolt(s|ed)) (me|us|him|her|my \w+)\b(?! (to see|that|when i saw))/,
    // Batteries
    together(
      30,
      THINGS,
      'swoll?en|swell(?:s|ing|ed)?|swole|bulg(?:e|es|ed|ing)|bloat(?:ed|ing)?|leak(?:s|ed|ing|age)?|puff(?:ed|y|ing)(?: up)?|expand(?:ed|ing)|hiss(?:es|ing)?|acid|burst(?:ing)?|ruptured?|inflated',
    ),
    // Cuts, swallowed parts, skin
    inOrder(
      10,
      'cut|cuts|cutting|sliced?|slicing|stabbed|gashed|pinched|crushed|slashed|lacerated|scratched|bruised|broke|fractured|injured|hurt|hit|jammed|trapped|pricked|poked',
      `(?:my|his|her|our|their) (?:\\w+ )?(?:${BODY}|head)`,
    ),
    inOrder(
      6,
      'hurt|injured|cut|bit|hit|wounded|harmed|struck',
      'me|myself|him|himself|her|herself|my (?:\\w+ )?(?:son|daughter|kids?|child|children|baby|toddler|wife|husband|mum|mom|mother|dad|father|dog|cat|grandson|granddaughter|boy|girl)',
    ),
    /\b(got|get|was|were|been|is) (badly |really |seriously |almost |nearly )?(hurt|injured|wounded|cut) (by|from|because|when|on|while|with)\b|\binjur(y|ies|ed)\b|\b(need(ed|s)?|got|had|with|\d+) (some |\w+ )?stitches\b/,
    /\b(i'm|i am|is|was|are|started|starts|still|he's|she's|kept|be) bleeding\b|\bbled\b|\bblood (everywhere|on|all over|running|coming)\b|\b(glass|shards?|splinters?|metal|plastic) (splinter )?(is |was |got |stuck )?(in|into) (my|his|her|the) (\w+ )?(hand|foot|eye|finger|mouth|food|tea|water|drink|toe|skin)s?\b/,
    /\b(shatter\w*|explod\w*|burst|crack\w*|broke|snapped|came apart|fell apart) in (my|his|her) (hand|face|eye|ear)s?\b|\bfell on (my|his|her|our) (\w+ )?(head|foot|toe|feet|baby|child|son|daughter|hand)\b/,
    /\b(put|stuck|has|got)\b.{0,30}\b(in|into|up) (his|her|their|its) (mouth|nose|ear)s?\b|\bswallow(ed|ing|s)?\b|\bchok(ed|ing|es)\b|\bpoison(ed|ing|ous)\b/,
    inOrder(
      25,
      'ate|eaten|eating|chewed|bit into|licked',
      '(?:a|the|one of the|some|small|its|part of the|pieces? of the) ?(?:\\w+ )?(?:batter(?:y|ies)|button cell|magnets?|cable|cord|cell|screws?|silica|packet)',
    ),
    /\ballergic reaction\b|\breact(ed|ing) (badly )?to (the|your) (strap|band|material|blanket|dye)\b|\b(a|bad|nasty|itchy|red|skin|got|gave me|with|big|horrible) (\w+ )?rash(es)?\b|\bhives\b|\bskin (is |was |went |turned |got )?(\w+ )?(irritation|irritated|reaction|burn(ed|t|ing|s)?|peeling|infection|inflamed)\b|\bcan't breathe\b|\btrouble breathing\b/,
    /\b(this|that|it|they|these|which)( thing| charger| product)?('s| is|'re| are| seems?| looks?| feels?) (really |very |so |extremely |actually |clearly |plain )?(dangerous|hazardous|unsafe|a (safety |health )?hazard|a danger)\b|\bgas leak\b|\bcarbon monoxide\b|\bcould have (killed|hurt|burned|burnt)\b|\bnearly (killed|burned|burnt)\b/,
    // Spanish
    /\b(incendi\w+|en llamas|llamaradas?|fuego(?! tv)|(se|esta|ha|me|nos|le) (esta |ha |he )?quem(o|ado|ando|a|e)|se ha quemado|quemaduras?|quemad[oa]s?|explot\w+|explosion|estall\w+|revent\w+|humo|chispa(s|zo|zos)?|chispe\w+|cortocircuito|descargas? electrica?s?|(una|la|dado|dio|da) (descarga|calambre)|calambrazo|calambres?|electrocut\w+|huele (mucho )?a (quemado|humo|gas|plastico)|olor a (quemado|humo|gas|plastico)|derreti\w+|fundi(do|o) (el|la|los))\b/,
    /\b(bateria|pila)s?\b.{0,25}\b(hincha\w*|infla\w*|abomba\w*|gotea\w*|pierde liquido|derrama\w*|sulfata\w*)|\bhincha(d[oa]|ndo) (la|esta la) bateria\b|\b(herid[oa]s?|sangr(e|ando|o)|me (he )?(cortado|corte|lastime|lesion\w+|hice dano|he hecho dano)|se (ha )?(cortado|corto|trago|ha tragado|atragant\w+|lastimo|lesiono|hizo dano)|tragad[oa]|atragant\w+|intoxic\w+|reaccion alergica|alergia|sarpullido|erupcion|ampollas?|irritacion|peligros[oa]|puntos de sutura|lesion(es)?)\b/,
    // French
    /\b(pris feu|prend feu|prennent feu|en feu|au feu|en flammes|flammes?|incendie\w*|explos\w+|a explose|explose\w*|fume(nt)?|fumee|etincelles?|brulures?|(me|m'|s'|l'|a|est|ai|suis|la|le) ?(suis |est |a |ai )?brul(e|ee|es|ees|ant|ait)\b|decharge(s)? electriques?|(une|des|pris une|recu une|prends) decharges?|chataigne|electrocut\w+|court[- ]circuit|fondu(e|s)?|(?<!\b(?:au|le|de|a) )fond\b(?! of\b)|odeur de (brule|gaz|fumee|plastique)|sent le (brule|gaz|plastique|cramе|crame)|ca sent le (brule|gaz|roussi|cramé|crame)|roussi|crame\w*)\b/,
    /\b(batterie|pile|accu)s?\b.{0,25}\b(gonfl\w*|bomb\w*|coul\w*|fuit|fuite)|\bgonflee?s? (la|ma|de la) batterie\b|\b(bless(e|es|ee|ees|ure|ures)|saign\w+|du sang|(me|m'|s') ?(suis |est |etre )?coup(e|ee)\b|(me|m'|nous) (a |ont )?(coupe|blesse|electrocute)|avale(e|s)?\b|(a|s'est) etouff\w+|etouff\w+|intoxi\w+|reaction allergique|allergi\w+|eruption|plaques rouges|urticaire|cloques?|points de suture|dangereu(x|se))\b/,
    // German
    /\b(brennt|brannte|gebrannt|abgebrannt|angebrannt|feuer(?! tv)|flammen?|explodier\w*|explosion|geplatzt|raucht\w*|qualm\w*|rauch(?!melder)\w{0,4}|funken|funkt (es|stark)|gefunkt|kurzschluss|stromschlag|stromschlage|elektrischen? schlag|(einen|eine|einen leichten) (schlag|gewischt) (bekommen|gekriegt|versetzt)|eine gewischt|verbrannt|verbrennung\w*|verbruht|verschmort|schmort|angesengt|versengt|(riecht|stinkt|geruch|roch|gerochen)\b.{0,25}\b(verbrannt\w*|verschmort\w*|rauch|gas|verkohlt\w*|plastik|brand\w*|angebrannt\w*)|brandgeruch|brandgefahr|geschmolzen\w*|schmilzt)\b/,
    /\b(akkus?|batterien?)\b.{0,30}\b(aufgeblaht\w*|blaht|gewolbt|dick geworden|ausgelaufen\w*|lauft aus|auslauft|aufgequollen|bauscht)|\baufgeblaht\w*\b|\b(verletz(t|te|ten|ung|ungen)|(ich )?(blute|blutet|geblutet)|geschnitten|schnittwunde|verschluckt|erstickt|vergift\w+|allergisch(e|en)? (reagier\w*|reaktion)|allergische|ausschlag|hautreizung|brandblasen?|blasen (an|auf|am)|gefahrlich|genaht werden)\b/,
  ],
  unless:
    /\btoca(r|n)? (la |su )?bateria\b|\b(deals?|sales?|prices?|offers?|you|team|guys|playlist|mixtape|style|look)('s|'re| is| are) on fire\b|\b(amazon|kindle|free|garena) fire\b|\bfire (tv|stick|tablet|hd|works?|place|sale|side|fighter|man|wall)\b|\bsmok(e|ing)[- ]?(detector|alarm|free|grey|gray|machine|area|signal|break|colou?r)s?\b|\b(no|stop(ped)?|quit|non)[- ]smok\w+|\bno smoke\b|\bfor smoking\b|\bburn(ed|t|s|ing)? (through|calories|cd|dvd|disc|out|a cd|money)\w*|\bexplo(sive|ding) (bass|sound|sale)\b|\bblood (pressure|oxygen|sugar)\b|\bshock[- ]?(proof|resist\w*|absorb\w*)\b|\b(crushing|breaking|melt(s|ing)?) (my|your|his|her) heart\b|\bhurts? my (ears?|head|feelings|wallet|eyes)\b|\bface[- ]melting\b|\bexploded? in (popularity|price)\b|\bis (it|this|that) (safe|dangerous|toxic|poisonous)\b|\bhypo-?allergenic\b|\bcan ?not hurt\b|\bwould ?n't hurt\b|\b(won't|can't) hurt\b|\bhurt me to\b|\bsin humo\b|\bbrennt (mir|uns)? ?(auf|unter) den nageln\b|\bbrennt nicht( mehr)?\b|\bfeuer und flamme\b|\bde feu rouge\b|\bnon[- ]toxic\b|\bsmokes? (the )?competition\b|\bblow\w* my mind\b|\b(alergi|allergi)\w* (a|to|gegen|au|aux) (nickel|latex|wool|nuts)\b/g,
};
