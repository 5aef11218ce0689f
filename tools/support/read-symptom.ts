// What goes wrong, read from the customer's words in four languages: one table, read from top to bottom. Pure.

import { fold } from '../../core/fold.ts';
import type { DeviceKind, Symptom } from '../../phrases/technical/index.ts';

const DANGER =
  /\bsmok(?:e|ing|es)\b|on fire|caught fire|\bflames?\b|\bspark(?:s|ed|ing)?\b|swollen|swelling|bulging|burn(?:ing|t|ed) (?:smell|plastic)|smells? (?:like |of )?(?:burn|something burn)|\bmelt(?:s|ed|ing)\b|electric(?:al)? shock|gave me a shock|shocked me|explo(?:d|si|t)|\bhumo\b|\bfuego\b|chispas|hinchad|quemado|\bfumee\b|prend feu|en feu|etincelles|\bgonflee?\b|odeur de brule|\brauch(?:t|en)?\b|\bbrennt\b|\bfunken\b|aufgeblaht|verbrannt|angeschmort|stromschlag/;

/** "It was charged all night": no trouble of charging. */
const IS_CHARGED =
  /\b(?:was|is|were|are|been|it's) (?:fully |on the |already )?charge[dr]\b(?: all night| all day| overnight| fully| for hours)?/g;
/** "I only see one charge on my card": of money. */
const IS_PAID = /\bcharg\w*\b(?=[^.?!]*\b(?:cards?|bank|statement|payments?)\b)/g;
/** "It is connected by USB": no trouble of connecting. */
const IS_WIRED = /\bconnected (?:by|via|over|with|through) (?:a |the )?(?:usb|cable)\b/g;

/** "There is no smoke or anything." */
const NO_DANGER =
  /\b(?:no|not|never|without|neither|nor|isn't|is not|doesn't|does not|kein(?:en)?|sin|pas de) (?:any |a |even )?(?:smok\w*|flames?|fire|spark\w*|swollen|swelling|bulging|humo|fuego|fumee|rauch|burn\w* smell)(?:(?:,| or| and|,? no) (?:smok\w*|flames?|fire|spark\w*|smell|anything))*/g;

/** It may hurt somebody: smoke, sparks, a swollen battery. */
export function readDanger(text: string): boolean {
  return DANGER.test(fold(text).replace(NO_DANGER, ' '));
}

interface Row {
  symptom: Symptom;
  pattern: RegExp;
  /** Only for these kinds; all when left out. */
  kinds?: DeviceKind[];
}

const NOT = "(?:not?|n'?t|never|won'?t|can'?t|cannot|will not|doesn'?t|does not|don'?t|do not|unable to|refuses? to)";

/** The first row that fits decides. Narrow ones stand first. */
const ROWS: Row[] = [
  {
    symptom: 'login',
    kinds: ['account', 'website', 'app'],
    pattern:
      /log(?:ging|ged)? ?(?:in|on|out)\b|sign(?:ing)? ?in\b|password|locked|iniciar sesion|contrasena|mot de passe|(?:me|se) connecter|passwort|anmeld|einlogg/,
  },
  {
    symptom: 'message',
    pattern:
      /notification|(?:(?:e-?)?mail|code|link|message)s? [^.]{0,30}(?:not|n'?t|never|no)|(?:not|n'?t|never) (?:get|got|receiv\w+|gotten)[^.]{0,25}(?:mail|code|link)|notificacion|benachrichtigung|mitteilung|no (?:me )?llega|n'arrive pas|kommt nicht an/,
  },
  {
    symptom: 'update',
    pattern:
      /(?:update|upgrade|firmware)\w*[^.]{0,25}(?:fail|stuck|error|interrupt|won'?t|n'?t (?:install|finish|work|start))|(?:can'?t|cannot|fails? to|unable to) (?:update|upgrade)|actualizacion [^.]{0,15}(?:falla|error)|falla la actualizacion|mise a jour [^.]{0,15}(?:echou|erreur)|update [^.]{0,15}schlagt fehl/,
  },
  {
    symptom: 'one-side',
    kinds: ['headphones', 'speaker', 'device'],
    pattern:
      /(?:one|left|right) (?:side|ear|earbud|earpiece|channel|one)\b|\b(?:dead|silent|nothing|no sound) on (?:the )?(?:left|right)\b|only (?:the )?(?:left|right)|un solo (?:lado|oido)|un seul cote|(?:eine[rn]?|rechten?|linken?) seite|nur (?:links|rechts)/,
  },
  {
    symptom: 'no-sound',
    pattern:
      /no (?:sound|audio|music|volume)|(?:can'?t|cannot|don'?t|do not|not) hear|silent\b|muted|volume [^.]{0,25}(?:low|quiet)|too quiet|without sound|sin sonido|no (?:se (?:oye|escucha)|suena)|pas de son|aucun son|kein(?:en)? ton|nichts (?:zu )?hor|zu leise/,
  },
  { symptom: 'sync', pattern: /\bsync|synchroni|sincroni|abgleich/ },
  {
    symptom: 'storage',
    pattern: /memory card|\bsd card|card (?:error|full)|tarjeta|carte (?:memoire|sd)|speicherkarte/,
  },
  {
    symptom: 'no-connection',
    pattern:
      /(?:not|n'?t|won'?t|no longer|never) (?:re)?(?:connect|pair)\w* (?:to|with)\b|\bpairing (?:mode|failed|fails)\b/,
  },
  {
    symptom: 'charging',
    pattern:
      /(?:not|n'?t|won'?t|no longer|stopped|never) (?:\w+ )?(?:re)?charg|charg\w+ (?:is |very |too )?(?:slow|not|stops|problem|port)|slow(?:ly)? (?:to )?charg|forever to charge|no (?:se )?carga|ne (?:se )?(?:re)?charge|ladt (?:nicht|zu langsam|langsam)|laden nicht/,
  },
  {
    symptom: 'buttons',
    kinds: ['keyboard'],
    pattern: /\bkeys?\b[^.?!]{0,20}\b(?:dead|nothing|do(?:es)? not|don't|doesn't|no longer)\b/,
  },
  {
    symptom: 'no-power',
    pattern: new RegExp(
      `${NOT} (?:\\w+ )?(?:turn(?:ing)?(?: itself)? (?:back )?on|switch(?:ing)? on|power|start|boot|heat|boil|light up|come on)|\\bdead\\b|no power|switches (?:itself )?off|turns (?:itself )?off|shuts (?:itself )?off|no (?:se )?(?:enciende|arranca|calienta|prende)|s'allume(?:nt)? pas|demarre pas|chauffe pas|geht (?:gar )?nicht (?:mehr )?an|startet nicht|nicht einschalten|heizt nicht|schaltet sich ab`,
    ),
  },
  {
    symptom: 'overheating',
    pattern:
      /overheat|(?:too|very|really|so|extremely|gets|burning) (?:\w+ )?hot\b|heats up|calienta (?:mucho|demasiado)|surchauffe|chauffe trop|uberhitz|(?:zu|sehr) heiss/,
  },
  {
    symptom: 'battery',
    pattern:
      /batter|holds? (?:a|its|any|the) charge|los(?:es?|ing) (?:its |their |the |all )?charge\b|drain(?:s|ing|ed)?\b|dies (?:after|quick|fast)|bateria|pilas|\bakku/,
  },
  {
    symptom: 'wear',
    kinds: ['backpack', 'blanket', 'headphones', 'watch'],
    pattern:
      /\bzip|strap|buckle|\btorn\b|\btear|ripp(?:ed|ing)|\bworn\b|\bholes?\b|seam|pilling|lint\b|fluff|thread|fad(?:ed|ing)|cushion|ear ?pads?|scratch|cremallera|correa|\brot[oa]s?\b|fermeture|sangle|dechir|reissverschluss|\bgurt|gerissen|\bloch\b/,
  },
  {
    symptom: 'measure',
    pattern:
      /heart ?rate|pulse|step count|(?:counts?|wrong|inaccurate) [^.]{0,12}steps|steps (?:are )?wrong|inaccurate|frecuencia cardiaca|frequence cardiaque|herzfrequenz|\bpuls\b/,
  },
  {
    symptom: 'image',
    kinds: ['camera'],
    pattern:
      /blur|focus|spots?\b|grainy|dark|(?:pictures?|photos?|images?) (?:are|is|look|come)|borros|oscur|\bflou|sombre|unscharf|verschwommen|dunkel/,
  },
  {
    symptom: 'crash',
    pattern:
      /crash|freez|frozen|\bhangs?\b|hanging|closes (?:by )?itself|keeps closing|reboots|restarts (?:by )?itself|unresponsive|se (?:bloquea|congela|cierra)|\bplante\b|se fige|sturzt ab|friert|hangt sich/,
  },
  {
    symptom: 'display',
    kinds: ['watch', 'camera', 'app', 'website', 'device'],
    pattern: /screen|display|touch|pantalla|ecran|bildschirm/,
  },
  {
    symptom: 'page',
    kinds: ['website', 'app', 'account'],
    pattern: /error|\b(?:404|500|502|503|504)\b|page|load|blank\b|pagina|carga|erreur|charge pas|fehler|seite|ladt/,
  },
  {
    symptom: 'no-connection',
    pattern:
      /connect|\bpair|bluetooth|wi-?fi|(?:not|n'?t|can'?t) (?:be )?(?:found|find|recogni[sz]ed?|detect(?:ed)?|discover)|drops? (?:out|all)|cut(?:s|ting)? out|conect|conexion|empareja|vincula|connexion|connecte|appair|verbind|koppel/,
  },
  {
    symptom: 'leak',
    pattern:
      /\bleak|drip|water (?:comes|runs|gets in)|gets wet inside|gotea|pierde agua|\bfuite?\b|undicht|tropft|lauft aus/,
  },
  {
    symptom: 'smell',
    pattern: /smell|stink|tastes?\b|odou?r|huele|\bolor\b|sabor|odeur|\bgout\b|riecht|geruch|geschmack|schmeckt/,
  },
  {
    symptom: 'noise',
    pattern:
      /nois[ey]|buzz|humming|\bhums?\b|crackl|rattl|squeak|static\b|distort|loud\b|ruido|zumb|bruit|gresille|gerausch|brummt|knistert|rauscht/,
  },
  // What blinks and plays looks for a phone.
  {
    symptom: 'no-connection',
    kinds: ['speaker', 'headphones'],
    pattern: /(?:blink|flash)\w*(?! red)/,
  },
  {
    symptom: 'light',
    pattern:
      /flicker|blink|flash|\blights?\b|bulb|\bdim\b|parpade|\bluz\b|clignot|lumiere|flacker|leuchtet|\blichts?\b/,
  },
  {
    symptom: 'buttons',
    kinds: ['keyboard'],
    pattern: /\bletters?\b|space ?bar|\bstick(?:s|y|ing)\b|\bstuck\b|\bmiss(?:es|ing)\b/,
  },
  {
    symptom: 'buttons',
    pattern:
      /button|\bkeys?\b|typ(?:es|ing)\b|wrong letter|does not respond|not responding|tecla|boton|touches?\b|bouton|\btasten?\b/,
  },
];

/** The symptom, or null when the words only say that something is wrong. */
export function readSymptom(text: string, kind: DeviceKind | null): Symptom | null {
  const folded = fold(text).replace(IS_CHARGED, ' ').replace(IS_PAID, ' ').replace(IS_WIRED, ' ');
  const row = ROWS.find(
    ({ kinds, pattern }) => (!kinds || kind === null || kinds.includes(kind)) && pattern.test(folded),
  );
  return row?.symptom ?? null;
}
