// What is wanted most often, in Spanish, French and German, and how that is said in the English that the agents' own rules
// read. Patterns read folded text; the first that fits a sentence decides.
import type { Intent } from '../../models/turn.ts';

export interface Rule {
  intent: Intent;
  says: string;
  es: RegExp;
  fr: RegExp;
  de: RegExp;
  /** Why it is wanted stands in their own words. */
  keepsReason?: boolean;
  /** Place and weight, or a device, stand in their own words. */
  keepsWords?: boolean;
}

export const RULES: Rule[] = [
  {
    intent: 'GREETING',
    says: 'hello',
    es: /^\W*(hola|buenas|buenos dias|buenas (tardes|noches)|hola,? buenas)\W*$/,
    fr: /^\W*(bonjour|bonsoir|salut)\W*$/,
    de: /^\W*(guten (tag|morgen|abend)|hallo|moin|servus|gruss gott)\W*$/,
  },
  {
    intent: 'COMPLAINT',
    says: 'I want to complain',
    es: /\b(verguenza|inaceptable|indignante|intolerable|lamentable|penos[oa]|pesim[oa]|hart[oa]|furios[oa]|enfadad[oa]|(queja|reclamacion)(rme|s)?|quejarme|nadie (me )?(contesta|responde|ayuda|hace caso))\b/,
    fr: /\b(inadmissible|inacceptable|honteu\w+|la honte|scandal\w+|lamentable|furieu\w+|ras[- ]le[- ]bol|en colere|reclamation|me plaindre|personne ne (me )?(repond|m'aide|aide))\b/,
    de: /\b(frechheit|unverschamt\w*|inakzeptabel|unmoglich von|skandal\w*|stinksauer|wutend|sauer|schnauze voll|beschwer\w+|niemand (antwortet|meldet sich|hilft)|(antwortet|hilft) mir niemand|saftladen|zumutung)\b/,
  },
  {
    intent: 'ORDER_INQUIRY',
    says: 'return the order because it arrived damaged',
    es: /\b(lleg\w+|vino|venia|recib\w+|entreg\w+)\b.{0,30}\b(rot[oa]s?|danad\w+|aplastad\w+|defectuos\w+|golpead\w+|rajad\w+)\b/,
    fr: /\b(arriv\w+|recu\w*|livr\w+|deball\w+)\b.{0,30}\b(casse\w*|abime\w*|endommage\w*|fele\w*|brise\w*|fissure\w*)\b/,
    de: /\b(kaputt|beschadigt|defekt|zerbrochen|zerkratzt|zerdruckt|in scherben)\b.{0,15}\b(angekommen|geliefert|erhalten|bekommen|an)\b|\b(angekommen|geliefert|erhalten|bekommen|kam)\b.{0,25}\b(kaputt|beschadigt|defekt|zerbrochen|zerkratzt|zerdruckt)\b/,
  },
  {
    intent: 'ACCOUNT',
    says: 'do I get my money back if it never arrives',
    es: /\bsi no (me )?lleg\w+\b(?! (el|la|un|una) (correo|mail|mensaje|codigo|reembolso)).{0,60}\b(dinero|reembols\w+|devuelv\w+)\b|\b(dinero|reembols\w+|devuelv\w+)\b.{0,30}\bsi no (me )?lleg\w+/,
    fr: /\bs(i |'il ).{0,30}\b(n'arrive|pas arriv\w*|jamais)\b.{0,60}\b(argent|rembours\w+)\b|\b(argent|rembours\w+)\b.{0,30}\bs(i |'il ).{0,30}\b(n'arrive|pas arriv\w*|jamais)\b/,
    de: /\bwenn\b.{0,30}\b(nicht|nie)\b.{0,10}\b(ankommt|kommt|eintrifft)\b.{0,60}\b(geld|erstatt\w+)\b|\b(bekomm\w*|erhalt\w*|krieg\w*)\b.{0,30}\b(geld|erstatt\w+)\b.{0,40}\bwenn\b.{0,30}\b(nicht|nie)\b.{0,10}\b(ankommt|kommt|eintrifft)\b/,
  },
  {
    intent: 'ORDER_INQUIRY',
    says: "I'll take it",
    es: /^\W*((vale|si|ok|bien|genial|perfecto|pues|entonces)\W+)*(me )?(lo|la|los|las) (quiero|compro|llevo|tomo)\b(?! (devolver|cambiar|cancelar)).{0,20}$|\bcomo (lo|la|los|las) (compro|puedo comprar)\b/,
    fr: /^\W*((d'accord|oui|ok|bien|super|parfait|alors)\W+)*je (le|la|les|l') ?(prends|veux|achete)\W*$|\bcomment (le|la|les|l') ?(acheter|commander)\b/,
    de: /^\W*((gut|ja|ok|super|prima|dann)\W+)*(ich )?(nehme|kaufe|will|mochte) (ich )?(ihn|sie|es|den|die|das|diesen|diese|dieses)( gern\w*| kaufen| haben)?\W*$|\bwie (kaufe|bestelle) ich (ihn|sie|es|den|die|das)\b/,
  },
  {
    intent: 'ACCOUNT',
    says: 'is there a physical store',
    es: /\b(puedo|puede|podria|se puede)\b.{0,20}\b(recog\w+|pasar a buscar)\b.{0,30}\b(tienda|local)\b(?! (online|en linea))|\btiendas? fisicas?\b/,
    fr: /\b(puis-je|peut-on|je peux|pouvoir)\b.{0,30}\b(retirer|recuperer|venir chercher|passer prendre)\b.{0,30}\b(magasin|boutique)\b(?! en ligne)|\bmagasins? physiques?\b/,
    de: /\b(kann|konnte|darf|geht|moglich)\b.{0,40}\b(laden|geschaft|filiale)\b.{0,20}\babhol\w*|\babholung\b.{0,20}\b(laden|geschaft|filiale)\b|\bladengeschaft\b/,
  },
  {
    intent: 'BILLING',
    says: 'when will I get my refund',
    es: /\b(cuando|donde|estado)\b.{0,40}\b(reembolso|mi dinero|devolucion del dinero)\b/,
    fr: /\b(quand|ou|statut)\b.{0,40}\b(rembours\w*|mon argent)\b/,
    de: /\b(wann|wo|stand)\b.{0,40}\b(erstattung|ruckerstattung|mein geld|geld zuruck)\b/,
  },
  {
    intent: 'BILLING',
    says: 'I was charged twice',
    es: /\b(cobr\w+|carg\w+|pag\w+)\b.{0,30}\b(dos veces|doble|duplicad\w+)\b|\b(doble|dos veces)\b.{0,20}\b(cobr|carg)\w+|\bcobro duplicado\b/,
    fr: /\b(debit\w+|prelev\w+|factur\w+|pay\w+)\b.{0,30}\b(deux fois|double|en double)\b|\bdouble (debit|prelevement|paiement)\b/,
    de: /\b(doppelt|zweimal|zwei mal)\b.{0,20}\b(abgebucht|berechnet|belastet|bezahlt|eingezogen)\b|\b(abgebucht|berechnet)\b.{0,15}\b(doppelt|zweimal)\b|\bdoppelte abbuchung\b/,
  },
  {
    intent: 'ORDER_INQUIRY',
    says: 'change the address',
    es: /\b(cambi\w+|modific\w+|corregir|actualizar|otra|nueva)\b.{0,25}\bdireccion\b(?! de correo)/,
    fr: /\b(chang\w+|modifi\w+|corriger|autre|nouvelle)\b.{0,25}\badresse\b(?! (e-?)?mail| courriel)/,
    de: /\b([ae]nder\w*|[ae]ndern|korrigier\w*|neue|falsche)\b.{0,25}\b(adresse|lieferadresse|anschrift)\b|(?<!mail-?)\b(adresse|lieferadresse|anschrift)\b.{0,20}\b(ander\w+|andern|geandert)\b/,
  },
  {
    intent: 'ORDER_INQUIRY',
    says: 'cancel the order',
    keepsReason: true,
    es: /\b(cancel(ar|e|en|a|o|elo|arlo|arla|acion)|anul(ar|e|en|a|o|elo|arlo|arla|acion))\b/,
    fr: /\b(annul(er|ez|e|ation)|l'annuler)\b/,
    de: /\b(stornier(en|e|t|ung)?|storno|abbestellen|kundigen)\b|\bbestellung\b.{0,20}\bruckgangig\b/,
  },
  {
    intent: 'BILLING',
    says: 'I want a refund',
    es: /\b(reembols\w+|mi dinero|devuelv\w+ el dinero|devolucion del dinero)\b/,
    fr: /\b(rembours\w+|mon argent)\b/,
    de: /\b(erstatt\w+|ruckerstattung|geld zuruck|mein geld)\b/,
  },
  {
    intent: 'ORDER_INQUIRY',
    says: 'exchange an item',
    es: /\b(cambiarlo|cambiarla|cambiar por|cambio de (talla|color))\b/,
    fr: /\b(echang\w+)\b/,
    de: /\b(umtausch\w*|tauschen)\b/,
  },
  {
    intent: 'ACCOUNT',
    says: 'what is your return policy',
    es: /\b(plazo|politica|condiciones|cuanto tiempo|cuantos dias)\b.{0,40}\b(devol\w+|devuel\w+|cambi\w+)\b/,
    fr: /\b(delai|politique|conditions|combien de (temps|jours))\b.{0,40}\b(retour\w*|renvoy\w*|echang\w*)\b/,
    de: /\b(wie lange|wie viele tage|bis wann|frist|bedingungen)\b.{0,40}\b(zuruck\w*|umtausch\w*|ruckgabe\w*|retour\w*)\b|\b(ruckgabe|umtausch|widerrufs?)(recht|frist|bedingungen|regeln)\b/,
  },
  {
    intent: 'ORDER_INQUIRY',
    says: 'return the order',
    keepsReason: true,
    es: /\b(devol(ver|verlo|verla|ucion)|devuelvo)\b/,
    fr: /\b(retourn\w+|renvoy\w+|un retour)\b/,
    de: /\b(zuruck(schick|send|geb)\w*|retour\w*|rucksend\w*|ruckgabe)\b|\bschick\w*\b.{0,20}\bzuruck\b/,
  },
  {
    intent: 'TECHNICAL_SUPPORT',
    says: 'when is it fixed',
    es: /\b(cuando|para cuando)\b.{0,30}\b(arregl\w+|solucion\w+|corregi\w+|resuelto)\b|\bmi (informe|reporte)\b/,
    fr: /\b(quand|d'ici quand)\b.{0,30}\b(corrig\w+|repar\w+|resolu\w*|regle\w*)\b|\bmon signalement\b/,
    de: /\b(wann|bis wann)\b.{0,30}\b(behoben|repariert|gelost|gefixt)\b|\bmeine meldung\b/,
  },
  {
    intent: 'ACCOUNT',
    says: 'what are your opening hours',
    es: /\b(horarios?|(cuando|a que hora|hasta que hora)\b.{0,20}\b(abren|abierto|cierran|atienden|disponibles?))\b/,
    fr: /\b(horaires?|heures d'ouverture|(quand|a quelle heure|jusqu'a quelle heure)\b.{0,25}\b(ouvert\w*|ferme\w*|joignables?|disponibles?))\b/,
    de: /\b(offnungszeiten|geschaftszeiten|(wann|bis wann|wie lange)\b.{0,25}\b(geoffnet|offen|erreichbar|auf|geschlossen)|erreichbarkeit)\b/,
  },
  {
    intent: 'BILLING',
    says: 'change the name on my invoice',
    es: /\b(nombre|empresa|razon social|nif|cif)\b.{0,40}\bfactura\b|\bfactura\b.{0,40}\b(nombre|empresa|razon social|nif|cif)\b|\b(nombre|empresa)\b.{0,30}\ben ella\b/,
    fr: /\b(nom|societe|entreprise|raison sociale|tva)\b.{0,40}\bfacture\b|\bfacture\b.{0,40}\b(nom|societe|entreprise|raison sociale|tva)\b|\b(nom|societe|entreprise)\b.{0,30}\bdessus\b/,
    de: /\b(name\w*|firm\w+|ust-?id\w*)\b.{0,40}\brechnung\b|\brechnung\b.{0,40}\b(name\w*|firm\w+|ust-?id\w*)\b|\b(name\w*|firm\w+)\b.{0,30}\b(drauf|darauf)\b/,
  },
  {
    intent: 'BILLING',
    says: 'invoice',
    es: /\b(factura|recibo)\b/,
    fr: /\b(facture|recu de paiement)\b/,
    de: /\b(rechnung|quittung|beleg)\b/,
  },
  {
    intent: 'BILLING',
    says: 'which cards do you take',
    es: /\b(aceptan|aceptais|(puedo|se puede) pagar (con|en|por))\b/,
    fr: /\b(acceptez-vous|vous acceptez|puis-je (payer|regler)|(peut-on|on peut) payer)\b/,
    de: /\b(akzeptieren sie|nehmen sie|kann (ich|man) .{0,20}(zahlen|bezahlen)|zahlungsarten|zahlungsmoglichkeiten)\b/,
  },
  {
    intent: 'BILLING',
    says: 'a charge on my card',
    // The sum stands in their own words.
    keepsWords: true,
    es: /\b(cobrado|cobraron|(un )?(cargo|cobro) (de|en|que)|cargado)\b/,
    fr: /\b(debite[es]*|(un|le|ce) debit|preleve[es]*|prelevement)\b/,
    de: /\b(abgebucht|abbuchung|belastung|belastet)\b/,
  },
  {
    intent: 'SHIPPING',
    says: 'customs',
    keepsWords: true,
    es: /\b(aduanas?|aranceles?)\b/,
    fr: /\b(douanes?|droits d'importation)\b/,
    de: /\b(zoll\w*|einfuhr\w*)\b/,
  },
  {
    intent: 'SHIPPING',
    says: 'how much does it cost to ship',
    keepsWords: true,
    es: /\b(cuanto (cuesta|vale|cobran|seria|sale)|precio|coste|gastos)\b.{0,30}\b(envi\w+|mandar)\b|\bgastos de envio\b/,
    fr: /\b(combien|prix|cout\w*|frais|tarifs?)\b.{0,30}\b(envo\w+|livr\w+|expedi\w+|port)\b|\bfrais de port\b/,
    de: /\b(was|wie ?viel|preis|kosten)\b.{0,25}\b(versand|schicken|senden|verschicken|lieferung|paket)\b|\bversandkosten\b|\bporto\b/,
  },
  {
    intent: 'ORDER_INQUIRY',
    says: 'tell me when it moves',
    es: /\b(avis\w+|notific\w+)\b.{0,20}\b(cuando|si)\b/,
    fr: /\b(previen\w*|prevenir|avertir|avertissez|informez)\b.{0,25}\b(quand|lorsque|des que|si)\b/,
    de: /\b(sag\w*|meld\w*|benachrichtig\w*|informier\w*|bescheid)\b.{0,30}\b(wenn|sobald)\b/,
  },
  {
    intent: 'SHIPPING',
    says: 'how long does shipping take',
    keepsWords: true,
    es: /\b(cuanto|cuantos dias) (tarda|tardan|demora)\b.{0,30}\b(envio|envios|paquete|entrega|llegar)\b/,
    fr: /\b(combien de (temps|jours)|quel delai|delais? de livraison)\b.{0,40}\b(livraison|envoi|colis|livrer)\b/,
    de: /\b(wie lange (dauert|braucht)|lieferzeit\w*)\b.{0,40}\b(versand|lieferung|paket|sendung)?\b(?=.*\b(versand|lieferung|lieferzeit|paket|sendung))/,
  },
  {
    intent: 'ORDER_INQUIRY',
    says: 'upgrade my order to express',
    es: /\b(envi\w+|mand\w+|lleg\w+|entreg\w+|cambi\w+|pas\w+|recib\w+)\b.{0,40}\b(mas rapido|antes|expres+|urgente)\b|\bacelerar\b/,
    fr: /\b(envo\w+|livr\w+|expedi\w+|pass\w+|chang\w+|recevoir|arriv\w+)\b.{0,40}\b(plus (vite|rapide\w*|tot)|en express|l'express)\b|\baccelerer\b/,
    de: /\b(schneller|per express|auf express|eiliger)\b.{0,40}\b(schick\w*|send\w*|liefer\w*|bekomm\w*|versend\w*|umstell\w*|ander\w*|ankomm\w*)\b|\b(schick\w*|send\w*|liefer\w*|bekomm\w*|bestell?ung|paket|stell\w*)\b.{0,40}\b(schneller|per express|auf express)\b|\bbeschleunig\w+\b/,
  },
  {
    intent: 'SHIPPING',
    says: 'my parcel has not arrived',
    es: /\bno (me )?(ha|han) llegado\b|\b(todavia|aun) no\b.{0,20}\b(llega\w*|recib\w+)|\b(retras\w+|perdid\w+|extraviad\w+)\b|\bno (he recibido|recibi)\b/,
    fr: /\b(pas|jamais|toujours pas)\b.{0,20}\b(arriv\w+|recu\w*|livr\w+)\b|\b(en retard|perdue?|egaree?)\b/,
    de: /\b(nicht|noch nicht|nie)\b.{0,20}\b(angekommen|erhalten|bekommen|geliefert|da)\b|\b(verspat\w+|verloren|uberfallig)\b/,
  },
  {
    intent: 'ORDER_INQUIRY',
    says: 'where is my order',
    es: /\b(donde|cuando|estado|seguimiento|rastre\w+)\b.{0,40}\b(pedidos?|paquete|envio|lleg\w+|entreg\w+|compra)\b|\bmis? (pedidos?|paquete|envio)\b|^\W*(y )?(cuando|donde)( llega| esta)?\W*$/,
    fr: /\b(ou|quand|suivi|suivre|statut|etat)\b.{0,40}\b(commande|colis|livrais\w+|livre\w*|arriv\w+|paquet)\b|\b(ma commande|mes commandes|mon colis|mon paquet)\b|^\W*(et )?(quand|ou)( ca| cela)?( arrive)?\W*$/,
    de: /\b(wo|wann|status|stand|verfolg\w*)\b.{0,40}\b(bestell?ung\w*|paket|lieferung|sendung|komm?t|bleibt|geliefert|ankomm\w+|ware)\b|\bmeine? (bestell?ung\w*|paket|lieferung|sendung)\b|^\W*(und )?(wann|wo)( komm?t (es|sie|das)( an)?)?\W*$/,
  },
  {
    intent: 'ACCOUNT',
    says: 'forgot my password',
    es: /\bcontrasena\b/,
    fr: /\bmot de passe\b/,
    de: /\b(passwort|kennwort)\b/,
  },
  {
    intent: 'TECHNICAL_SUPPORT',
    says: '',
    keepsWords: true,
    es: /\bgarantia\b/,
    fr: /\bgarantie\b/,
    de: /\bgarantie\b/,
  },
];
