// Money or a name used without leave, and messages that only pretend to be ours.
import { inOrder, type Signs, together } from './signs.ts';

const STRANGER =
  'somebody(?: else)?|some ?one(?: else)?|a stranger|strangers|an? unknown \\w+|hackers?|my (?:ex|former)(?:[- ]?\\w+)?|a thief|thieves|scammers?|criminals?|fraudsters?|(?:some|a) (?:guy|dude|person|man|woman|caller)';
const MEANS =
  'my (?:\\w+ ){0,2}(?:cards?|paypal|bank(?: account| details)?|card details|identity|name|visa|mastercard|account number|ssn|payment details)';
const BUYING =
  'orders?|purchases?|charges?|payments?|transactions?|debits?|withdrawals?|invoices?|bills?|subscriptions?';
const MESSAGE =
  '(?:e-?mails?|mails?|messages?|texts?|sms|calls?|called|caller|phone ?call|whats ?app|letter|links?|web ?sites?|web ?page|dm|man|woman|person|guy|voice ?mail)';
const SECRETS =
  '(?:my |the |your |a |all )*(?:\\w+ )?(?:password|passcode|pin|card (?:number|details|data|info)|credit card|debit card|bank (?:details|account|data|login|info)|security code|cvv|cvc|one[- ]?time (?:code|password)|verification code|gift ?cards?|social security|ssn|account details|log ?in)';
const MONEY =
  '(?:pay|paying|payment of|send money|wire|transfer|fees?|small amount|\\d+(?:[.,]\\d+)? ?(?:euros?|eur|dollars?|usd|pounds?|gbp|bucks|quid|€|\\$|£)|[€$£] ?\\d+|bitcoin|crypto|customs|click)';
const DOUBTED =
  "suspicious|weird|strange|fake|dodgy|fishy|sketchy|phishy|bogus|shady|odd|supposedly|pretend\\w*|claim\\w* (?:to be|he|she|it|they)|posing as|in your name|impersonat\\w*|(?:is|was|are) (?:it|this|that|they|he|she|these) (?:really |actually )?(?:from )?(?:you|real|legit\\w*|genuine|true|yours|u)|not sure (?:if|whether) (?:it|this|that)|looks? (?:like )?(?:fake|a scam|off|wrong)|never (?:ordered|bought)|didn't (?:order|buy)|did you (?:really |guys )?send|(?:really )?from you (?:real|legit|guys)|(?:is|was) (?:it|that|this)(?: \\w+){1,3} (?:real|legit|genuine|from you)";

export const FRAUD: Signs = {
  is: [
    /\b(fraud(s|ulent|ulently|ster|sters)?|scam(s|med|mer|mers|ming)?|phish\w*|spoof(ed|ing)?|identity (theft|fraud)|stolen identity|impersonat\w+|swindl\w+|conned|ripped off by a fake|money mule)\b/,
    /\b(stolen|cloned|skimmed) (credit |debit |bank )?cards?\b|\bfake (\w+ )?(web ?site|shop|site|page|profile|store|ads?|e-?mails?|texts?|messages?|calls?|invoices?|sms|link)\b/,
    inOrder(
      14,
      'my (?:\\w+ ){0,2}(?:cards?|wallet|purse|paypal|bank account|card details|bank details|identity|payment details)',
      'was|were|has been|have been|got|is|are|been|just got|is being',
      'stolen|cloned|hacked|compromised|misused|skimmed|used (?:by|at|on|here|without|to|for|in)|leaked',
    ),
    inOrder(
      35,
      STRANGER,
      'us(?:es|ed|ing)|stole|stolen|charg(?:ed|ing)|got hold of|paid|pays|paying|has|have|bought|buying|order(?:ed|ing)|shopping|opened|emptied',
      MEANS,
    ),
    together(
      60,
      'without (?:my|our|me|any) ?(?:permission|consent|authori[sz]ation|knowledge|approval|okay|ok|knowing|agreeing|say-so)',
      `${BUYING}|charged|card|paid|money|debited|ordered|taken|took|bought|withdrawn|account`,
    ),
    /\bunauthori[sz]ed\b|\bnot authori[sz]ed by me\b|\b(i|we) (never|did not|didn't|have not|haven't) authori[sz]ed?\b/,
    inOrder(
      45,
      BUYING,
      "(?:i|we) (?:never|did not|didn't|have not|haven't|had not) (?:made?|make|placed?|ordered|authori[sz]ed?|approved?|bought|do|did|done)",
    ),
    /\b(clicked|opened|followed|scanned)\b.{0,40}\b(put|entered|gave|typed|filled|confirmed)\b.{0,25}\b(card|password|details|pin|code|bank)\b/,
    /\b(charg\w*|billed|debited|paid)\b.{0,40}\b(i|we)? ?(never|did not|didn't|have not|haven't) (made?|make|place|placed|had|have) (an?|any) (order|purchase|account)\b/,
    inOrder(
      6,
      "(?:i|we) (?:never|did not|didn't|have not|haven't) (?:made?|make|placed?|authori[sz]ed?|approved?|did|do|done|ordered|buy|bought)",
      `(?:this|that|these|those|any|the|such|your|a|an) (?:\\w+ )?(?:order|purchase|charge|payment|transaction|debit|withdrawal|subscription)s?`,
    ),
    /\b(i|we) (did not|didn't|never|have not|haven't) (order(ed)?|buy|bought|purchased?|shop(ped)?|been|spent|had|have|heard of|used)\b[^.!?]{0,35}\b(from|at|on|in|with|of) (you|here|your( shop| site| store| website| company)?|this (shop|site|store|website|company)|frontdesk)\b[^!?\n]{0,80}\b(charg\w*|card|bank|invoice|bill(ed)?|debit\w*|money|took|taken|paid|pay|confirmation|parcel|package|statement|collection|reminder)\b/,
    /\b(charg\w*|card|bank|invoice|bill(ed)?|debit\w*|money|took|taken|statement|collection|reminder|dunning|confirmation)\b[^!?\n]{0,80}\b(i|we)('ve| have)? (did not|didn't|never|not|haven't) (even )?(order(ed)?|buy|bought|purchased?|shop(ped)?|been a customer|had an account|heard of)\b[^.!?]{0,25}\b(from|at|on|in|with|of|anything|a thing)\b/,
    /\bi (did not|didn't|never) (order(ed)?|buy|bought|purchased?) ord\W?\d{3,10}(?! (in|with|as|for)\b)/,
    /\b(ordered|orders?|bought|buying|buys|opened|open|shopping|shops|account|purchases?|invoices?|contract|ordering|registered|stuff|things|impersonat\w*)\b[^.!?]{0,35}\b(in|under|with|on) my (real |full |own )?name\b(?! on)|\b(us(es|ed|ing)|stole|stealing|misus\w+) my (name|identity|details)\b/,
    // A message in our name that asks for what we never ask for
    inOrder(
      70,
      `${MESSAGE}(?<!\\bi call(?:ed)?)`,
      '(?<!\\bi )(?:asks|asked|asking|wants|wanted|wanting|demand\\w*|requests?|requested|requesting|needs?|needed|begging|told|tells|telling|says?|saying|said)(?: me| us)?(?: to| for| that i| i)?',
      SECRETS,
    ),
    new RegExp(`(?=.*\\b(?:${DOUBTED})\\b)(?=.*\\b${MESSAGE}\\b)(?=.*(?:\\b|(?=[€$£]))${MONEY}(?!\\w))`),
    inOrder(12, 'suspicious|fake|dodgy|fishy|sketchy|phishy|bogus|shady|fraud\\w*', MESSAGE),
    inOrder(
      50,
      '(?:entered|gave|typed|clicked|gave (?:them|him|her)|put in|told (?:them|him|her)|filled in|sent (?:them|him|her))',
      `(?:my |the |all )?(?:\\w+ )?(?:card|bank|details|password|code|pin|link|money)`,
      'fake|scam|not (?:you|yours|real|legit)|suspicious|phish\\w*',
    ),
    // Spanish
    /\b(fraude\w*|fraudulent\w*|estafa\w*|phishing|timo|timad\w*|enganad\w* (por|con) (una|un)|suplant\w+|robo de identidad|clonad\w*|clonaron)\b/,
    /\b(tarjeta|cuenta bancaria|paypal|dni|identidad|datos bancarios)\b.{0,30}\b(robad\w*|clonad\w*|usad\w* sin|utilizad\w* sin|hackead\w*|duplicad\w*)|\b(robado|usado|utilizado|clonado|robaron|usaron|clonaron|usando|utilizando|ha usado|uso|usa|utilizo|utiliza|pagado con|pago con|comprado con|compro con)\b.{0,12}\b(mi|la|mis) (tarjeta|paypal|nombre|identidad|datos|dni|cuenta bancaria)\b/,
    /\b(cargos?|cobros?|pagos?|compras?|pedidos?|retiros?|movimientos?)\b.{0,45}\b(no autoriza\w*|sin (mi )?(autorizacion|permiso|consentimiento)|que (yo )?(no|nunca|jamas) (he |hice|hemos|autorice)|yo no (he|hice|fui)|(no|nunca) (he hecho|hice|he realizado|realice|autorice))|\b(no|nunca|jamas) (he hecho|hice|he realizado|realice|autorice|he autorizado) (este|ese|esta|esa|ningun|ninguna|el|la|tal) ?(pedido|compra|cargo|pago)?\b|\bno reconozco (este|ese|esta|esa) (pedido|compra|pago)\b/,
    /\b(a|en|con|usando) mi nombre\b.{0,30}\b(sin|compr\w+|pid\w+|pedid\w+|abri\w+|cuenta)|\b(compr\w+|pid\w+|pedid\w+|abri\w+|encarg\w+)\b.{0,40}\b(a|en|con|usando) mi nombre\b|\b(nunca|jamas) (he )?(compr\w+|ped\w+)\b.{0,40}\b(cobr\w+|cargo|factura|tarjeta|paquete|dinero)\b|\b(cobr\w+|cargo|factura|dinero)\b.{0,60}\b(nunca|jamas) (os |les )?(he )?(compr\w+|ped\w+)\b/,
    /\b(sms|correo|mensaje|e-?mail|llamada|llamaron|whatsapp|enlace|llamad\w*)\b.{0,80}\b(pid\w*|exig\w*|solicit\w*|quier\w+|piden?)\b.{0,40}\b(contrasena|clave|pin|tarjeta|datos bancarios|codigo|dinero|pag\w+|euros?)\b|\b(sms|correo|mensaje|e-?mail|llamada|enlace|pagina|web)\b.{0,30}\b(sospechos\w*|fals[oa]s?|rar[oa]s?)\b.{0,80}|\b(sospechos\w*|fals[oa]s?)\b.{0,15}\b(sms|correo|mensaje|e-?mail|llamada|enlace|pagina|web)\b/,
    // French
    /\b(fraud\w*|frauduleu\w*|arnaqu\w*|escroqu\w*|hameconnage|phishing|usurp\w*|faussaire)\b/,
    /\b(carte|compte bancaire|paypal|identite|coordonnees bancaires|cb|rib)\b.{0,30}\b(vole\w*|pirate\w*|clone\w*|utilise\w* (sans|par|frauduleusement|a mon insu)|hacke\w*|copie\w*)|\b(vole|utilise|pirate|clone|copie|servi\w* de|utilisait|paye avec|achete avec)\b.{0,12}\b(ma|mon|mes) (carte|paypal|nom|identite|donnees|coordonnees|cb|compte bancaire)\b/,
    /\b(debits?|paiements?|achats?|commandes?|prelevements?|transactions?)\b.{0,45}\b(non autorise\w*|sans (mon )?(autorisation|accord|consentement)|que je n'ai (pas|jamais)|je n'ai (pas|jamais)|a mon insu)|\bje n'ai (pas|jamais) (fait|passe|autorise|effectue|valide|commande) (cette|cet|ce|de|aucune?|la|le) ?(commande|achat|paiement)?\b(?<!n'ai pas passe de)|\bjamais (rien )?(commande|achete)\b.{0,40}\b(debit\w*|facture|carte|preleve\w*|colis|argent)\b|\b(debit\w*|facture|preleve\w*|argent)\b.{0,60}\bjamais (rien )?(commande|achete)\b/,
    /\b(a|en|sous) mon nom\b.{0,30}\b(sans|command\w+|achet\w+|ouver\w+|compte)|\b(command\w+|achet\w+|ouver\w+|achat)\b.{0,40}\b(a|en|sous) mon nom\b/,
    /\b(sms|mail|e-?mail|message|appel|appele\w*|whatsapp|lien)\b.{0,80}\b(demand\w*|reclam\w*|exig\w*|veut|veulent)\b.{0,40}\b(mot de passe|code|pin|carte|coordonnees bancaires|rib|argent|pay\w+|euros?)\b|\b(sms|mail|e-?mail|message|appel|lien|site)\b.{0,30}\b(suspects?|suspecte|bizarres?|louches?|faux|etranges?)\b|\b(faux|fausse|suspect)\b.{0,12}\b(sms|mail|e-?mail|message|appel|lien|site|page|facture)\b/,
    // German
    /\b(betrug\w*|betrogen|betruger\w*|abgezockt|abzocke|phishing|identitatsdiebstahl|gefalscht\w*|fake-?shop|fakeshop|schwindel|betrugs\w*)\b/,
    /\b((kredit|bank|ec|giro|visa)?-?karte|kartendaten|paypal(-?konto)?|bankkonto|identitat|bankdaten|kontodaten)\b.{0,30}\b(gestohlen|geklaut|missbraucht|kopiert|geklont|gehackt|ohne mein\w*|von (jemand|einem fremden|fremden)\w*)|\b(jemand|jmd|fremde\w*|unbekannte\w*|irgendwer|irgendjemand|mein(e)? ex\w*|einer)\b.{0,25}\b(mit |hat |nutzt |benutzt |verwendet |uber )?(meine[rnm]?|mein) ((kredit|bank|ec)?-?karte\w*|kartendaten|paypal\w*|namen?|identitat|bankdaten|daten)\b/,
    /\b(abbuchung|zahlung|bestellung|kauf|belastung|lastschrift|rechnung)(en)?\b.{0,50}\b(nicht autorisiert\w*|ohne mein\w* (zustimmung|wissen|erlaubnis|einwilligung)|(habe|hab) ich (nie|nicht|niemals)|(nie|nicht|niemals) (von mir|getatigt|veranlasst|aufgegeben|bestellt|gemacht)|war ich nicht|stammt nicht von mir|kenne ich nicht)|\b(nicht autorisierte\w*|unbefugte\w*|unberechtigte\w*) (abbuchung|zahlung|bestellung|lastschrift|belastung)\w*|\bohne mein(e|en)? (zustimmung|wissen|erlaubnis|einwilligung)\b|\b(nie|niemals|noch nie)\b.{0,25}\b(bei (euch|ihnen)|hier)\b.{0,30}\b(bestellt|gekauft)\b.{0,60}|\b(rechnung|mahnung|abgebucht|inkasso|geld)\b.{0,70}\b(nie|niemals|nicht)\b.{0,25}\b(bestellt|gekauft)\b/,
    /\b(in|auf|unter|mit) meine[mn] namen\b.{0,40}\b(bestell\w*|kauf\w*|konto|eroffne\w*|eingekauft)|\b(bestell\w*|kauf\w*|eingekauft|konto|eroffnet)\b.{0,40}\b(in|auf|unter|mit) meine[mn] namen\b/,
    /\b(sms|mail|e-?mail|nachricht|anruf|angerufen|whatsapp|link|brief)\b.{0,80}\b(nach|will|wollen|wollte|verlangt\w*|fordert\w*|soll|bittet|fragt\w*)\b.{0,50}\b(passwort|kennwort|pin|tan|kartendaten|kreditkarte\w*|bankdaten|kontodaten|code|geld|uberweis\w*|zahlen|bezahlen|euro)\b|\b(verdachtige|dubiose|seltsame|komische|gefalschte|falsche|merkwurdige)[rnms]? (sms|mail|e-?mail|nachricht|anruf|link|webse?ite|seite)\b/,
  ],
  // Whether a shop can be trusted is a fair question, and not every odd call is a crime.
  unless:
    /\b(is|are|r|isn't|aren't) (this|you|u|it|your|that|frontdesk|the|they|these)\b[^.!?]{0,35}\b(a |just a |some )?(scam(s|mers?)?|fraud|fake|phishing)( (site|web ?site|shop|store|page|company))?(?=\W*$)|\b(are|is) (there|this|you|u|it)\b[^.!?]{0,30}\b(scam|fraud|fake|legit)\b[^.!?]{0,20}\bor\b|\b(legit\w*|real|serious|genuine|trustworthy|safe)\b[^.!?]{0,30}\bor\b[^.!?]{0,15}\b(scam|fraud|fake)\b|\b(fiar|fiables?|serios?|seria|de verdad|real)\b[^.!?]{0,25}\bo\b[^.!?]{0,20}\b(estafa|timo|fraude)\b|\b(vrai|fiable|serieux|legitime)\b[^.!?]{0,25}\bou\b[^.!?]{0,20}\barnaques?\b|\b(serios|echt|vertrauenswurdig)\b[^.!?]{0,25}\boder\b[^.!?]{0,20}\b(betrug|fake-?shop|abzocke)\b|\bno scam\b|\bnot a scam\b|\b(fraud|scam) (protection|prevention|alert feature)\b|\bfeels like a scam\b|\banti[- ]?fraud\b|\b(es|sois|sera) (esto )?(una )?(estafa|timo)\b(?=\W*$)|\b(c'est|etes-vous|est-ce) (bien )?(une )?(arnaque)\b(?=\W*$)|\bist das (hier )?(ein |eine )?(betrug|abzocke|fake-?shop|fakeshop)\b(?=\W*$)|\bgefalscht\w* (produkt|ware|artikel)\w*\b/g,
};
