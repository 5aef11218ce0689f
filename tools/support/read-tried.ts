// What the customer has tried already, read from their words in four languages, so that nothing is asked twice. Pure.

import { fold } from '../../core/fold.ts';
import type { StepId } from '../../phrases/technical/index.ts';

/** Without a sign that it was done, a word is a question or a wish. */
const DONE =
  /\b(?:already|tried|trying|i'?ve|i have|we have|i did|did|done|after|even|turned|unplugged|switched|pressed|restarted|rebooted|charged|reinstalled|updated|replaced|changed|cleaned|unpaired|re-?paired|ya|he|probe|probado|intente|intentado|reinicie|deja|j'ai|essaye|habe|schon|bereits|versucht|probiert)\b/;

const SIGNS: [StepId, RegExp][] = [
  [
    'reset-password',
    /(?:reset|changed|new) (?:my |the )?password|contrasena nueva|nouveau mot de passe|passwort (?:zuruck|neu)/,
  ],
  [
    'restart',
    /re-?start|re-?boot|off and (?:back )?on\b|power.?cycl|reinici|apagad?o? y encend|redemarr|neu ?gestartet|neustart|neu starten|aus und (?:wieder )?(?:ein|an)/,
  ],
  ['factory-reset', /factory|\breset(?!.{0,10}password)|restablec|reinitialis|werkseinstellung|zuruckgesetzt/],
  [
    'forget-pairing',
    /un-?pair|re-?pair(?:ed|ing)\b|pair(?:ed|ing)? (?:it |them )?(?:again|afresh|anew)|(?:forgot|forgotten|forgetting|forget) (?:the )?(?:device|pairing|it|them)|remov\w+ (?:it|them|the (?:device|pairing)) from|emparej\w* (?:de nuevo|otra vez)|reappair|neu gekoppelt|entkoppel/,
  ],
  [
    'bluetooth-toggle',
    /toggl\w+ bluetooth|bluetooth (?:off|on and off)|desactiv\w+ el bluetooth|desactiv\w+ le bluetooth|bluetooth (?:aus|neu)/,
  ],
  [
    'charge-fully',
    /(?:fully |full )charged?|charged (?:it|them|overnight)|\bcharging it\b|cargad[oa]|rechargee?\b|aufgeladen|voll geladen/,
  ],
  ['update-firmware', /updated (?:it|them|the firmware)|firmware|actualizad|mis(?:e)? a jour|aktualisiert/],
  ['update-app', /updated the app|actualizad\w* la aplicacion|app aktualisiert/],
  ['reinstall-app', /re-?install|desinstal|reinstalle|neu installiert/],
  [
    'other-phone',
    /(?:another|other|different|second|two|my wife's|my husband's) (?:phone|device|computer|laptop|tablet)|otro (?:telefono|movil|ordenador)|autre (?:telephone|ordinateur)|ander\w+ (?:handy|telefon|gerat|computer|rechner)/,
  ],
  [
    'other-cable',
    /(?:another|other|different|new|several|two|three|changed the|swapped the) (?:usb |charging )?(?:cables?|chargers?)|otros? cables?|autres? cables?|ander\w+ kabel/,
  ],
  [
    'other-socket',
    /(?:another|other|different|several) (?:wall )?(?:sockets?|outlets?|plugs?)|otro enchufe|autre prise|andere steckdose/,
  ],
  [
    'replace-batteries',
    /(?:new|fresh|changed the|changed|replaced the|replaced) batter|pilas nuevas|piles neuves|neue batterien/,
  ],
  [
    'replace-bulb',
    /(?:new|another|different|changed the|replaced the) (?:light ?)?bulb|otra bombilla|autre ampoule|andere (?:gluh)?birne/,
  ],
  ['descale', /descal|quitado la cal|detartr|entkalk/],
  ['check-volume', /volume|volumen|lautstarke/],
  ['clean-lens', /clean\w* the lens|limpi\w+ el objetivo|objektiv gereinigt/],
  ['clear-cookies', /(?:clear|delet)\w* (?:my |the |all )?(?:cache|cookies)|cookies/],
  [
    'other-browser',
    /(?:another|different|other|two) browsers?|incognito|private window|otro navegador|autre navigateur|ander\w+ browser/,
  ],
  ['check-spam', /\bspam\b|\bjunk\b|no deseado|indesirable/],
];

const EVERYTHING =
  /(?:tried|done|did|checked) (?:it all|everything|all (?:of )?(?:it|that|this|the steps)|every ?thing|anything i can)|nothing (?:helps|works|worked|helped|i do)|(?:he|hemos) (?:probado|intentado) (?:de )?todo|(?:probe|intente) (?:de )?todo|tout essaye|alles (?:schon |bereits )?(?:versucht|probiert|ausprobiert)|nichts hilft|rien n'y fait/;

/** Steps that the words say were done. */
export function readTried(text: string): StepId[] {
  const folded = fold(text);
  if (!DONE.test(folded)) return [];
  return SIGNS.filter(([, sign]) => sign.test(folded)).map(([step]) => step);
}

/** Steps that the words name, done or not. */
export function readNamedSteps(text: string): StepId[] {
  const folded = fold(text);
  return SIGNS.filter(([, sign]) => sign.test(folded)).map(([step]) => step);
}

/** "I've tried everything." */
export function readTriedEverything(text: string): boolean {
  return EVERYTHING.test(fold(text));
}
