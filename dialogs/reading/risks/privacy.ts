// What is kept about somebody: their right to it, and where it should not be.
import { inOrder, type Signs } from './signs.ts';

const DATA = '(?:personal |private |customer )?(?:data|information|records?|info|details)';
const ABOUT_ME =
  '(?:about|on|of|regarding|concerning) (?:me|myself|us|my person)|you (?:have|hold|store|keep|kept|collect(?:ed)?|saved|got)|on file';
const PRIVATE_THING =
  '(?:\\w+ ){0,2}(?:data|information|address(?:es)?|e-?mail(?: address)?|phone(?: number)?|telephone|mobile|number|details|invoice|name|receipt|info|birthday|purchase history|order history)';

export const PRIVACY: Signs = {
  is: [
    /\b(gdpr|ccpa|hipaa|dpo|dsar|sar request|data (protection|subject|privacy|controller|breach|leak)( \w+)?|subject access|right (to be forgotten|of access|to erasure|to access|to deletion)|article 1[57]|art\.? ?1[57]|privacy (law|laws|breach|violation|rights?|complaint|officer|request)|information commissioner|ico)\b/,
    inOrder(
      25,
      'delet(?:e|ed|ing|ion of)|eras(?:e|ed|ing|ure of)|remov(?:e|ed|ing|al of)|wip(?:e|ed|ing)|destroy(?:ed)?|purg(?:e|ed)|forget',
      `(?:all |any |every )?(?:of )?(?:my|the) ${DATA}|everything (?:\\w+ )?(?:you|about me|that you|on me)|all (?:traces|records|info\\w*) (?:of|about) me|(?:data|information) (?:you|about me)`,
    ),
    inOrder(
      25,
      'cop(?:y|ies)|export|download|see|send(?: me)?|list|overview|access|disclose|give me|provide|receive|know|report|request|print ?out|tell me|show me',
      `(?:all |everything |every |the |my |of |what |which |whatever )*${DATA}`,
      ABOUT_ME,
    ),
    /\b(copy|export|download|disclosure) (of )?(all )?(of )?(my|the) (personal |private )?(data|information)\b|\bevery(thing| piece of) ?(data |information )?(that )?you (have|hold|store|keep|know|saved|collected)( \w+)? (about|on|of) me\b/,
    inOrder(
      20,
      `(?:what|which|how much|what kind of|all the) (?:\\w+ )?${DATA}`,
      '(?:you|your (?:company|shop|store)|frontdesk|do you|are you)',
      '(?:about|on|of) (?:me|us)',
    ),
    inOrder(
      25,
      '(?:you|they|someone|somebody|your \\w+|the (?:driver|courier|shop|company|seller)|u|who|been|was|were|got|getting|is|are)',
      'shared?|sharing|sold|selling|gave|given|giving|leak(?:ed|ing)?|sent|sending|passed|disclosed?|exposed|published|forwarded|posted|showed|handed',
      `my (?:private )?${PRIVATE_THING}`,
      'to|with|on|out|online|without|publicly|around|away',
    ),
    inOrder(
      30,
      `my ${PRIVATE_THING}`,
      '(?:was|were|got|has been|have been|is|are|being) (?:\\w+ )?(?:shared|sold|leaked|given|sent|passed|disclosed|exposed|published|forwarded|posted|visible|shown|public|showing|printed|went)',
    ),
    inOrder(
      25,
      'see|seeing|saw|received|receive|got|get|getting|shows?|showing|shown|sent me|have|has|had|contains?|find|found|opened|display\\w*|given|gave me|read|mailed|emailed|forwarded|attached',
      "(?:some ?one|some ?body|another|other|a stranger|strangers?|(?<!\\bto |\\bat |\\bfor )a different|somebody)(?: else)?(?:'s|s')? ?(?:else's |customer'?s?'? |person'?s? |people'?s? |user'?s?'? |buyer'?s? |man's |woman's |lady's |family's |client'?s? |name and )?",
      `(?:\\w+ ){0,3}(?:data|invoices?|address(?:es)?|names?|details|account|receipts?|information|info|e-?mails?|phone|personal|order (?:history|details|confirmation)|documents?|bank|card|profile|letters?)`,
    ),
    /\b(why|how) (does|do|did|has|have|is|come|comes) (your |the |a |this )?(\w+ ){1,3}(have|has|know|knows|got|get|gotten|using|calling) my (\w+ )?(private )?(number|address|e-?mail|data|name|phone|details)\b|\b(how|where) (did|do) (you|they|he|she)( even)? (get|have|find) my (\w+ )?(number|e-?mail|address|data|name|details|phone)\b/,
    /\bwithout my (consent|permission)\b[^.!?]{0,40}\b(data|information|e-?mail|address|photo|details|name|third part\w+)\b|\b(data|information|photo|details|third part\w+)\b[^.!?]{0,60}\bwithout my (consent|permission)\b|\bviolat\w+ (of )?(my )?privacy\b|\b(doxx?(ed|ing)|stalk(ed|ing|er))\b|\b(withdraw|revoke) (my )?consent\b|\bobject to (the )?(processing|profiling)\b/,
    // Spanish
    /\b(rgpd|lopd|lopdgdd|gdpr|proteccion de datos|derecho (al olvido|de acceso|de supresion|de rectificacion)|derechos arco|agencia de proteccion|aepd|delegado de proteccion)\b/,
    /\b(borr\w+|elimin\w+|suprim\w+|supresion de)\b.{0,30}\b(todos )?(mis|los) (datos|informacion|registros)\b|\b(borr\w+|elimin\w+|suprim\w+)\b.{0,20}\b(toda )?(mi|la) informacion\b|\b(copia|acceso|informe|listado|ver|saber|enviarme|envienme|mandadme)\b.{0,25}\b(todos |que |los |mis |de )*(mis )?datos\b(?! (de la|del) (producto|pedido|envio))(.{0,25}\b(sobre mi|de mi|teneis|tienen|guardan|guardais|personales)\b|\W*$)|\b(que|cuales) (datos|informacion)\b.{0,20}\b(tienen|teneis|guardan|guardais|almacenan|hay)\b.{0,8}\b(de|sobre) mi\b/,
    /\b(filtr\w+|compart\w+|vend\w+|dado|dieron|envi\w+|mand\w+|publica\w+|cedi\w+|pas\w+)\b.{0,20}\b(mis datos|mi (direccion|telefono|correo|numero|informacion|factura|nombre|email))\b.{0,25}\b(a|con|en|sin)\b|\b(mis datos|mi (direccion|telefono|correo|numero|factura))\b.{0,40}\b(filtrad\w*|expuest\w*|vendid\w*|compartid\w*|publicad\w*|enviad\w* a (otr\w+|un))|\b(datos|factura|direccion|pedido|informacion|correo|nombre|telefono|cuenta)s?\b.{0,14}\b(de|del) (otr[oa]s?|un desconocido|alguien|una? senora?|tercer\w*|otra persona|otro cliente)\b|\b(como|por que|de donde|quien)\b.{0,25}\b(sac\w+|tiene[ns]?|consigui\w+|conoce[ns]?|dio|ha dado|obtuv\w+)\b.{0,12}\bmi (numero|telefono|correo|direccion|email)\b/,
    // French
    /\b(rgpd|cnil|gdpr|protection des donnees|droit (a l'oubli|d'acces|de rectification|a l'effacement|de suppression)|dpo)\b/,
    /\b(supprim\w+|effac\w+|efface[zr]|suppression de|effacement de|detrui\w+)\b.{0,30}\b(toutes )?(mes|les|de mes) (donnees|informations|infos)\b|\b(copie|acces|export|extrait|liste|envoy\w+|consulter|recevoir|connaitre|savoir)\b.{0,30}\b(toutes? |quelles |des |les |mes |de |a )*(mes )?(donnees|informations)\b(.{0,30}\b(sur moi|me concernant|avez|detenez|personnelles|conservez|possedez)\b|\W*$)|\bquelles? (donnees|informations|infos)\b.{0,25}\b(avez|detenez|gardez|conservez|possedez|stockez)\b/,
    /\b(partag\w+|vend\w+|donn\w+|divulgu\w+|transmis\w*|envoy\w+|fuit\w*|publie\w*|communiqu\w+|diffus\w+|revel\w+)\b.{0,20}\b(mes (donnees|coordonnees|informations)|mon (adresse|numero|mail|e-?mail|telephone|nom)|ma facture)\b.{0,25}\b(a|avec|sur|sans|aux|au|par)\b|\b(mes (donnees|coordonnees|informations)|mon (adresse|numero|mail|telephone)|ma facture)\b.{0,40}\b(partagee?s?|vendue?s?|divulgue\w*|diffusee?s?|transmise?s?|envoyee?s? a (quelqu'un|un autre|une autre))|\b(donnees|facture|adresse|coordonnees|informations?|commande|mail|nom|telephone|compte)s?\b.{0,12}\b(d'|de )(une? autre|quelqu'un( d'autre)?|un inconnu|autres clients|autrui|une inconnue|un tiers)\b|\b(comment|pourquoi|ou|d'ou|qui)\b.{0,30}\b(eu|obtenu|trouve|connait|connaissez|donne|a|avez)\b.{0,12}\bmon (numero|adresse|mail|e-?mail|telephone)\b/,
    // German
    /\b(dsgvo|gdpr|bdsg|datenschutz(?!erklarung\?)\w*|datenleck|datenpanne|recht auf (vergessen\w*|auskunft|loschung)|auskunft (nach|gemass|uber (meine|die|alle))|artikel 1[57]|art\.? ?1[57]|datenauskunft|selbstauskunft)\b/,
    /\b(losch\w+|entfern\w+|vernicht\w+|loschung|loschen)\b.{0,40}\b(alle |samtliche |all )?(meine[rn]?|die) (personlichen |personenbezogenen |gespeicherten )?daten\b|\b(alle |samtliche |all )?(meine[rn]?) (personlichen |personenbezogenen |gespeicherten )?daten\b.{0,40}\b(losch\w*|zu losch\w*|geloscht|entfern\w*|vernicht\w*)|\b(kopie|auskunft|export|ubersicht|aufstellung|einsicht)\b.{0,40}\b(daten)\b|\b(welche|was fur) (personlichen |personenbezogenen )?daten\b.{0,40}\b(uber mich|von mir|zu meiner person|gespeichert|speicher\w*|haben|habt)\b/,
    /\b(meine[rnm]? (\w+ )?(daten|adresse|nummer|telefonnummer|handynummer|e-?mail\w*|rechnung|anschrift)|mein name)\b.{0,50}\b(weitergegeben|verkauft|veroffentlicht|geleakt|weitergeleitet|herausgegeben|gegeben|an (jemand|fremde|dritte|andere|einen|eine)\w*)|\b(daten|rechnung|adresse|name|bestellung|bestellbestatigung|konto|anschrift|informationen|telefonnummer)(en|n)?\b.{0,14}\b(von|eine[rs]|fremde[rnm]?|anderer?) ?(einem |einer |eines )?(anderen|fremden|fremder|andere[rnm]?|jemand\w*|kunden?|kundin|person|dritten)\w*|\b(fremde|andere|anderer)[rn]? (kunden?)?(daten|rechnung(en)?|adressen?|kundendaten)\b|\b(woher|wieso|warum|wie)\b.{0,30}\b(habt|haben|hat|kennt|kennen|kommt|bekommen)\b.{0,25}\bmeine (\w+ )?(nummer|telefonnummer|handynummer|adresse|e-?mail\w*|daten)\b/,
  ],
  unless:
    /\b(send|got|get|received?|sent)( me)? (some ?one|some ?body) else's (order|parcel|package|item|headphones|stuff|things?|delivery|box)\b|\b(delete|remove|erase) (my |the )?(card|payment|saved card|shipping|delivery) (details|info\w*|data)\b|\banother (address|e-?mail|phone|name|number|invoice|receipt|copy|email address)\b|\bsafety data\b|\bmobile data\b|\b(any|some) other (address|invoice|information|details)\b|\bother details\b/g,
};
