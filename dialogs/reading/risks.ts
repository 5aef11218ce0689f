// Danger, self-harm, fraud, account takeover, legal and privacy requests, read from the customer's words in the four
// languages that we speak. Pure. Patterns read folded text: lower case, no accents.
import { fold } from '../../core/fold.ts';

const RISKS = ['danger', 'self-harm', 'fraud', 'takeover', 'legal', 'privacy'] as const;
export type Risk = (typeof RISKS)[number];

const SELF_HARM = [
  /\b(kill|hurt|harm|cut) (myself|my self)\b|\b(suicid\w*|end (it all|my life)|want to die|don'?t want to live|better off dead)\b/,
  /\b(matarme|suicid\w*|quitarme la vida|quiero morir|no quiero (seguir viviendo|vivir)|hacerme dano)\b/,
  /\b(me (suicider|tuer)|suicide|mettre fin a mes jours|je veux mourir|envie de mourir|me faire du mal)\b/,
  /\b(mich umbringen|selbstmord|suizid\w*|mir das leben nehmen|ich will (nicht mehr leben|sterben)|mir etwas antun)\b/,
];

const DANGER = [
  /\b(caught fire|on fire|burst into flames|exploded|explosion|smok(e|ing) (came|coming|comes|from)|burn(ed|t) (me|my|us)|electric(al)? shock|electrocuted|(it|device|charger|battery) (is|was|got) (smoking|melting|burning)|swollen battery|battery (is )?(swelling|swollen|leaking)|swallowed|choking|gas leak|injur(ed|y)|smell(s|ed|ing|t)? (of |like )?(burn\w*|smok\w*|gas)|burn(ing|t) smell|(shoots?|throws?|gives? off|saw|there (are|were)) sparks|sparking|shocked me|gave me a shock)\b/,
  /\b(incendi\w+|en llamas|(se|esta) (esta )?quem(o|ado|ando)|se ha quemado|me (he )?quem(e|ado)|explot\w+|explosion|(sale|echa|salia|hecha|echando|saliendo) (humo|chispas)|humo|descarga electrica|me ha dado calambre|calambrazo|bateria (esta )?hinchada|huele a (quemado|humo|gas)|herid[oa]s?|se ha tragado)\b/,
  /\b(pris feu|prend feu|en feu|en flammes|explos\w+|a explose|fume(nt)?|de la fumee|etincelles|me suis brule\w*|m'a brule\w*|decharge electrique|electrocut\w+|batterie (est )?gonflee|odeur de (brule|gaz|fumee)|sent le (brule|gaz)|blesse(e|s|es)?|blessure\w*|a avale)\b/,
  /\b(brennt|gebrannt|feuer gefangen|in flammen|explodiert\w*|explosion|raucht|qualmt|rauch (kommt|kam|aus)|funken|stromschlag|einen schlag bekommen|akku (ist )?aufgeblaht|aufgeblahter akku|riecht (nach )?(verbrannt|verschmort|rauch|gas)|verbrannt|verletzt|geschmolzen|schmilzt|verschluckt)\b/,
];

const TAKEOVER = [
  /\b((account|e-?mail|login) (was|has been|got|is|been) (hacked|hijacked|compromised|taken over|stolen)|hacked (my|into my) (account|e-?mail)|someone (else )?(is using|logged in ?to|has access to|got into|changed the (password|e-?mail) (of|on)) my (account)?|unauthori[sz]ed (login|access))\b/,
  /\b(cuenta (ha sido |fue |esta )?(hackead|robad|pirate)\w*|han? (hackeado|entrado en|robado) (a )?mi cuenta|alguien (ha entrado|entro|usa|esta usando) (en )?mi cuenta)\b/,
  /\b(compte (a ete |est )?(pirat|hack|vol)\w*|(pirate|hacke|vole) mon compte|quelqu'un (utilise|s'est connecte a|est entre dans) mon compte)\b/,
  /\b(konto (wurde |ist )?(gehackt|ubernommen|gestohlen)|mein konto gehackt|jemand (nutzt|benutzt|hat zugriff auf|ist in|war in) mein(em)? konto|fremde[rn]? (zugriff|anmeldung))\b/,
];

const FRAUD = [
  /\b(fraud(ulent|ster)?s?|scam(med|mer)?|phishing|identity theft|(stolen|cloned) (credit )?card|card (was|has been|got) stolen|unauthori[sz]ed (charge|transaction|payment|purchase|order)s?|(someone|somebody)( else)? (has |have )?(used|is using|stole) my (credit |debit |bank )?card|i (did not|didn'?t|never) (make|place|authori[sz]e) (this|that|these|those) (order|purchase|charge|payment|transaction)s?|i (did not|didn'?t|never) (order(ed)?|buy|bought|purchased?) ord\W?\d{3,10}(?! (in|with|as|for)\b))\b/,
  /\bi (did not|didn'?t|never) (order(ed)?|buy|bought|purchased?) (anything|something) (from|at|on|in) (you|here|your( shop| site| store)?)(?=\W*$|.{0,60}\b(charged?|card|bank|invoice|parcel|package|confirmation|received|got)\b)/,
  // A message in our name that asks for what we never ask for.
  /\b(e-?mails?|mails?|messages?|texts?|sms|calls?|called|caller|letter)\b.{0,40}(?<!\bi )\b(asks|asked|asking|wants|wanted|wanting) (me )?(for|to (give|confirm|enter|send|type|verify|tell))\b.{0,20}\b(password|pin|card (number|details)|bank details|security code|cvv)\b/,
  /\b(fraude\w*|estafa\w*|phishing|(robado|usado|clonado) (mi|la) tarjeta|tarjeta (robada|clonada)|alguien (ha usado|uso|usa) mi tarjeta|cargos? no autorizados?|no (he hecho|hice|reconozco) (este|ese|esta|esa) (pedido|compra|cargo|pago))\b/,
  /\b(fraud\w*|arnaque\w*|escroqu\w*|hameconnage|phishing|(vole|utilise|pirate) (ma|la) carte|carte (a ete )?(volee|piratee)|quelqu'un (a utilise|utilise) ma carte|(debit|paiement|achat)s? non autorises?|je n'ai (pas|jamais) (fait|passe|autorise) (cette|cet|ce) (commande|achat|paiement))\b/,
  /\b(betrug\w*|betrogen|phishing|(kredit)?karte (wurde )?(gestohlen|geklaut|missbraucht)|jemand hat meine (kredit)?karte|nicht autorisierte\w*|unbefugte\w* (abbuchung|zahlung|bestellung)|(diese|die) (bestellung|abbuchung|zahlung) (habe ich nicht|war ich nicht|stammt nicht von mir))\b/,
];

const LEGAL = [
  /\b(my (lawyer|attorney|solicitor)|(speak|talk) to (a|your) lawyer|legal action|(take|taking|see|seeing) you (to|in) court|small claims|lawsuit|sue (you|your)|suing you|subpoena|consumer protection (agency|authority)|trading standards|cease and desist)\b/,
  /\b(mi abogad[oa]|acciones (legales|judiciales)|demandar(los|les|te)?|os voy a denunciar|denuncia(r|re)?|ir a juicio|oficina del consumidor|organizacion de consumidores)\b/,
  /\b(mon avocat|porter plainte|poursuivre en justice|action en justice|au tribunal|mise en demeure|dgccrf|association de consommateurs)\b/,
  /\b(mein(en|em)? (rechts)?anwalt|rechtsanwalt|verklag\w+|anzeige erstatten|vor gericht|klage (ein|gegen)|verbraucherzentrale|abmahn\w+|rechtliche schritte)\b/,
];

const PRIVACY = [
  /\b(gdpr|ccpa|data (protection|subject) (request|officer|access)|(delete|erase|remove) (all )?(of )?my (personal )?(data|information|records)|right to be forgotten|(copy|export) of (all )?my (personal )?data|what (personal )?(data|information) (do )?you (have|hold|store|keep) (about|on) me)\b/,
  /\b(rgpd|proteccion de datos|(borr\w+|elimin\w+|suprim\w+) (todos )?mis datos|derecho al olvido|copia de (todos )?mis datos|que datos (tienen|teneis|guardan) (de|sobre) mi)\b/,
  /\b(rgpd|protection des donnees|(supprim\w+|effac\w+) (toutes )?mes donnees|droit a l'oubli|copie de (toutes )?mes donnees|quelles donnees avez-vous)\b/,
  /\b(dsgvo|datenschutz\w*|(losch\w+|entfern\w+) sie (alle )?meine (personlichen )?daten|meine daten (zu )?losch\w+|recht auf vergessen\w*|kopie (all )?meiner daten|auskunft uber meine daten|welche daten (haben|speichern) sie)\b/,
];

const SIGNS: [Risk, RegExp[]][] = [
  ['self-harm', SELF_HARM],
  ['danger', DANGER],
  ['takeover', TAKEOVER],
  ['fraud', FRAUD],
  ['legal', LEGAL],
  ['privacy', PRIVACY],
];

const PRESSING =
  /\b(urgent(ly)?|emergency|asap|right now|immediately|urgente|emergencia|urgence|dringend|notfall|sofort)\b/;

/** Worth being served before all that wait: a risk, or somebody who says that it is urgent. Cheap enough for the door. */
export function soundsUrgent(text: string): boolean {
  return text !== '' && (PRESSING.test(fold(text)) || readRisk(text) !== null);
}

/** The first risk that the text names; null when it names none. */
export function readRisk(text: string): Risk | null {
  const said = fold(text);
  return SIGNS.find(([, signs]) => signs.some((sign) => sign.test(said)))?.[0] ?? null;
}
