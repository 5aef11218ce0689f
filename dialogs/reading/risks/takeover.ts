// Somebody else is in the customer's account, or was.
import { inOrder, type Signs, together } from './signs.ts';

const STRANGER =
  'somebody(?: else)?|some ?one(?: else)?|a stranger|strangers|an? unknown \\w+|hackers?|(?:my|his|her) (?:ex|former)(?:[- ]?\\w+)?|another (?:person|user|customer)|some (?:guy|dude|idiot|person|stranger|man|woman)|a thief|thieves|scammers?|an outsider|a third party|my old (?:flatmate|roommate|boss|colleague)';
const NEAR =
  '(?:my|our) (?:\\w+ )?(?:husband|wife|brother|sister|son|daughter|kids?|child|roommate|flatmate|neighbou?r|boyfriend|girlfriend|partner|friend|co-?worker|colleague|cousin|nephew|niece)|he|she|they';
const ACCOUNT =
  '(?:my|our) (?:\\w+ )?(?:accounts?|log ?-?in|profile|password|e-?mail(?: address)?|user ?name|credentials|details|phone number)';
const UNKNOWN =
  'unknown|unfamiliar|strange|suspicious|foreign|weird|odd|unrecogni[sz]ed|mysterious|random|unauthori[sz]ed';
const NOT_MINE =
  "(?:wasn't|was not|isn't|is not|aren't|are not|weren't|not|no way|never) (?:me|mine|by me|from me|my doing|ours)|(?:i|we) (?:never|did not|didn't|do not|don't|have not|haven't) (?:mad?ke?|plac?ed?|order(?:ed)?|do|done|did|add(?:ed)?|recogni[sz]e|know|request(?:ed)?|ask(?:ed)?|authori[sz]ed?|chang(?:ed?|ing)|set|creat(?:ed?|ing)|touch(?:ed)?|sign(?:ed)?|log(?:ged)?)";

export const TAKEOVER: Signs = {
  is: [
    // Somebody did something to the account
    inOrder(
      35,
      STRANGER,
      'log(?:s|ged|ging)? ?-?in(?:to)?|sign(?:s|ed|ing)? ?-?in(?:to)?|got|gets|getting|get|has|had|have|been|is|was|broke|broken|hack(?:s|ed|ing)?|stole|stolen|took|takes|taken|access(?:es|ed|ing)?|us(?:es|ed|ing)|order(?:ed|s|ing)?|buy(?:s|ing)?|bought|chang(?:ed|es|ing)|entered|hijacked|guessed|knows|reset|locked',
      ACCOUNT,
    ),
    inOrder(
      30,
      NEAR,
      'us(?:es|ed|ing)|order(?:ed|s|ing)?|buy(?:s|ing)?|bought|shop(?:ped|s|ping)|log(?:ged|s)? ?in(?:to)?|got (?:in|into)|chang(?:ed|es)',
      ACCOUNT,
      "without|behind my back|i (?:didn't|did not|never) (?:know|allow|agree|give)|secretly|no permission",
    ),
    inOrder(
      30,
      'hackers?|(?:my|his|her) (?:ex|former)(?:[- ]?\\w+)?|somebody(?: else)?|some ?one(?: else)?',
      'order(?:ed|s|ing)?|buy(?:s|ing)?|bought|shop(?:ped|ping)|spend(?:ing)?|spent',
      '(?:from|with|on|through|via|using|in) (?:my|our) (?:\\w+ )?(?:account|log ?in|profile)',
    ),
    /\b(keep|keeps|kept) (getting )?(hacked|logged out by)\b|\b(hacked|hacking|hijacked|broke into|broken into|taken over|took over|stole|stolen|compromised) (of )?(my|our) (\w+ )?(account|log ?in|profile|e-?mail)\b/,
    /\b(account|profile|log ?in|password|e-?mail)\b.{0,12}\b(was|were|has been|have been|got|gets|is|is being|may be|may have been|might be|might have been|been|must have been|seems|looks)( to (be|have been))?( \w+)? ?(hacked|hijacked|compromised|broken into|taken over|stolen|accessed|breached|cracked|leaked|used by (somebody|some ?one|another|a stranger|others))\b/,
    /\b(i|we)('ve| have|'m| am| was| were| got| think i('ve| was)?)* (been |got |getting |just )*hacked\b|\b(hacker|intruder)s? (in|inside|on) my\b|\baccount take ?over\b|\btook over my\b/,
    // What stands in it and is not theirs
    together(
      50,
      `(?:${UNKNOWN}) (?:\\w+ )?(?:log ?-?ins?|sign ?-?ins?|devices?|access|activity|sessions?|address(?:es)?|locations?)`,
      'account|profile|i|me|my',
    ),
    inOrder(
      60,
      'orders?|purchases?|something|things|items?|address(?:es)?|cards?|devices?|stuff|parcels?',
      '(?:in|on|to|from|under|into|through|via) my (?:\\w+ )?(?:account|profile|history|orders|name and account)',
      NOT_MINE,
    ),
    inOrder(
      60,
      '(?:in|on|to|from|under|into) my (?:\\w+ )?(?:account|profile|order history)',
      'orders?|purchases?|something|things|items?|address(?:es)?|cards?|devices?|stuff',
      NOT_MINE,
    ),
    inOrder(
      60,
      'log ?-?ins?|logged ?-?in|sign ?-?ins?|signed ?-?in|sessions?|new device|password (?:was |has been |got )?(?:reset|changed?)|(?:e-?mail|phone number|address|password|account)(?: \\w+)? (?:was|has been|got|were|is|had been) (?:changed|updated|replaced|reset)|reset(?: \\w+)?|verification code|security code',
      `${NOT_MINE}|without (?:me|my)|by (?:somebody|some ?one) else`,
    ),
    inOrder(40, NOT_MINE, 'password|reset|log ?-?in|sign ?-?in|verification code|e-?mail change|that change'),
    /\b(changed|replaced|swapped) (the |my )(\w+ )?(password|e-?mail|phone|address)\b.{0,40}\b(locked|can't|cannot|shut) (me )?out\b|\blocked (me )?out of my (own )?account\b.{0,60}\b(some ?one|somebody|hack\w*|changed|stranger|ex)\b/,
    // Spanish
    /\b(hacke\w+|jaque\w+|pirate(ado|ada|aron)|usurp\w+|secuestr\w+)\b.{0,30}\b(mi |la )?(cuenta|correo|perfil|usuario|contrasena)\b|\b(cuenta|correo|perfil|contrasena)\b.{0,25}\b(hacke\w*|jaque\w*|robad\w*|pirate\w*|comprometid\w*|usurpad\w*)\b|\bme (han|hackearon|jaquearon|han hackeado|hackeo|jaqueo)( hackeado| jaqueado)?(?=\W|$)(?<=hacke\w*|jaque\w*)/,
    /\b(alguien|otra persona|un desconocido|mi ex\w*|un extrano|otro|no se quien|terceros?)\b.{0,40}\b(entr\w+|us\w+|acced\w+|acceso|cambi\w+|rob\w+|compr\w+|pid(io|e|iendo)|pedid\w*|hizo|hech\w*|conect\w+|inici\w+)\b.{0,40}\b(mi (cuenta|correo|perfil|contrasena|usuario|clave))\b/,
    /\b(pedidos?|compras?|direccion|dispositivo|inicios? de sesion|accesos?)\b.{0,50}\b(en|a|desde) mi (cuenta|perfil|historial)\b.{0,50}\b(no (he|hice|es|son|reconozco|soy|fui|lo)|que no)\b|\b(inicio de sesion|contrasena|correo|acceso|restablec\w+)\b.{0,50}\b(no (fui|he sido|soy|era) yo|yo no (fui|he|lo|la|pedi|hice|cambie|solicite)|sin (mi|que yo))\b|\ben mi cuenta (hay|aparece\w*|salen?|veo)\b.{0,40}\b(no (he|hice|son|es|reconozco)|que no)\b/,
    // French
    /\b(pirat\w+|hack\w+|usurp\w+|vole\w*|detourn\w+)\b.{0,30}\b(mon |le |ma )?(compte|profil|mail|adresse mail|boite mail|mot de passe)\b|\b(compte|profil|boite mail|mot de passe)\b.{0,25}\b(pirat\w*|hack\w*|vole\w*|compromis\w*|usurpe\w*|detourne\w*)\b|\bje me suis fait (pirater|hacker)\b/,
    /\b(quelqu'un|une autre personne|un inconnu|mon ex\w*|un tiers|on|des gens|une personne)\b.{0,40}\b(entr\w+|utilis\w+|acced\w+|acces|chang\w+|command\w+|connect\w+|vol\w+|modifi\w+|achet\w+|servi\w*)\b.{0,40}\b(mon (compte|profil|mail|mot de passe|adresse mail|identifiant))\b/,
    /\b(commandes?|achats?|adresse|appareil|connexions?)\b.{0,50}\b(sur|dans|a|depuis) mon (compte|profil|historique)\b.{0,60}\b(pas|jamais|inconnue?s?)\b|\b(connexion|mot de passe|reinitialis\w+|mail)\b.{0,50}\b(ce n'est pas moi|c'est pas moi|ce n'etait pas moi|n'etait pas moi|je n'ai (pas|jamais|rien)|sans (mon|que je))\b|\bconnexions? (inconnue?s?|suspectes?|etranges?)\b/,
    // German
    /\b(gehackt|gekapert|geknackt|ubernommen|gestohlen|kompromittiert|geklaut)\b.{0,30}\b(konto|account|profil|zugang|mailkonto)\b|\b(konto|account|kundenkonto|profil|zugang|login|passwort|mailkonto)\b.{0,30}\b(gehackt|gekapert|geknackt|ubernommen|gestohlen|kompromittiert|geklaut|missbraucht)\b|\b(ich )?(wurde|bin) gehackt\b|\bhacker\b/,
    /\b(jemand|jmd|ein fremder|eine fremde|fremde|unbekannte[rn]?|mein(e)? ex\w*|irgendwer|irgendjemand|ein(e)? andere[rn]?|dritte)\b.{0,45}\b(in|auf|mit|uber|zu|aus|von)? ?mein(em|en|e|er)? (konto|account|kundenkonto|profil|zugang|passwort|login|mailadresse|e-?mail\w*)\b/,
    /\b(bestellung(en)?|kaufe?|adresse|gerat|anmeldung(en)?)\b.{0,60}\b(in|auf|uber|von) mein(em|en)? (konto|account|kundenkonto|profil)\b.{0,60}\b(nicht|nie|keine|unbekannt\w*|fremd\w*)\b|\b(in|auf) mein(em|en) (konto|account|kundenkonto)\b.{0,60}\b(bestellung\w*|kaufe?|adresse|gerat)\b.{0,50}\b(nicht|nie|unbekannt|fremd\w*)\b|\b(anmeldung|passwort|login|zurucksetz\w+|e-?mail-?adresse)\b.{0,60}\b(war ich nicht|nicht von mir|habe ich nicht|ohne mein\w*|nicht angefordert|nie angefordert)\b|\b(fremde[rn]?|unbekannte[rn]?|verdachtige[rn]?) (zugriff|anmeldung|login|gerat|zugang)\w*\b/,
  ],
  unless:
    /\b(can|could|may|does|if|should|will|would|let) (somebody|some ?one|another person|a friend)( else)? (use|order|log|sign|buy|share|access)\b|\bsome ?one (from|at|on) your\b|\bcan (somebody|some ?one)\b|\b(i )?(can't|cannot|could not|couldn't) (remember|access|get into|log ?in(to)?|reset|change)\b|\blife ?hack\w*|\b(growth|travel|cool|nice|little|kitchen) hacks?\b|\bsome ?one (please|help|has to|should|needs? to|must|tell|fix)\b/g,
};
