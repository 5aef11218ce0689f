// What is asked of the house, an account, the app and the website; see index.ts.
import type { Term } from './term.ts';

export const OF_THE_HOUSE: Term[] = [
  // The house
  {
    en: 'ways to pay',
    es: 'pagar|pago|plazos|cuotas',
    fr: 'payer|paiement|regler|plusieurs fois',
    de: 'zahl|bezahl|raten',
  },
  {
    en: 'ways to pay payment methods paypal',
    es: 'paypal|bizum|klarna|a plazos|en cuotas',
    fr: 'paypal|klarna|plusieurs fois|en \\d fois',
    de: 'paypal|klarna|raten|(?:auf|mit|per|gegen) rechnung (?:zahl|bezahl|kauf)|auf rechnung|rechnungskauf',
    isOnlyTold: true,
  },
  {
    en: 'ways to pay payment methods credit card',
    es: 'tarjetas? de credito|visa|mastercard',
    fr: 'cartes? (?:bancaire|de credit|bleue)|visa',
    de: 'kreditkarte|visa|ec-karte',
  },
  {
    en: 'return policy returns exchange refund',
    es: 'politica de (?:devol|cambi|reembols)|plazo de devol',
    fr: 'politique de (?:retour|rembours)|delai de retour',
    de: 'ruckgaberecht|widerruf|ruckgabefrist|umtauschrecht|rucksende',
  },
  {
    en: 'opening hours',
    es: 'horario|abiert|abren|domingo',
    fr: 'horaire|ouvert|dimanche',
    de: 'offnungszeit|geoffnet|sonntag',
  },
  {
    en: 'phone number contact reach',
    es: 'telefono|contact|llamar',
    fr: 'telephone|contact|joindre|appeler',
    de: 'telefon|kontakt|erreich|anrufen',
  },
  {
    en: 'physical store showroom located address',
    es: 'tienda fisica|donde (?:estan|se encuentran)|sucursal',
    fr: 'magasin|ou (?:etes|se trouve)|boutique physique',
    de: 'filiale|ladengeschaft|wo (?:sind|sitzen) sie|vor ort',
  },
  // The account
  {
    en: 'forgot password reset sign in',
    es: 'contrasena|iniciar sesion',
    fr: "mot de passe|m'identifier|me connecter a mon compte",
    de: 'passwort|kennwort|einlogg|anmeld',
  },
  {
    en: 'e-mail message confirmation not received spam',
    es: 'correo (?:de confirmacion|electronico no)|no (?:me )?llega (?:el|ningun) correo|confirmacion|spam',
    fr: 'mail de confirmation|(?:pas|aucun) (?:recu d.)?e?-?mail|confirmation|spam',
    de: 'bestatigungs|keine e?-?mail|spam',
  },
  {
    en: 'change name change e-mail phone number profile details',
    es: 'cambi\\w+ (?:mi|el) (?:nombre|correo|numero|telefono)|mis datos de contacto|perfil',
    fr: '(?:chang|modifi)\\w+ (?:mon|mes|le) (?:nom|e?-?mail|numero|telephone|coordonnees|profil)',
    de: '(?:name|e-?mail|nummer|kontaktdaten|profil)\\w*\\b.{0,20}\\bander|(?:ander|aktualisier)\\w*\\b.{0,20}\\b(?:name|e-?mail|nummer|kontaktdaten|profil)',
  },
  {
    en: 'privacy data cookies tracking consent',
    es: 'privacidad|cookies|proteccion de datos|datos personales',
    fr: 'confidentialite|cookies|donnees personnelles|vie privee',
    de: 'datenschutz|cookies|personliche daten',
  },
  {
    en: 'sell give away new owner erase',
    es: 'vender\\b|vendo|regalar|segunda mano',
    fr: 'vendre|vends|revend|occasion',
    de: '(?<!ver)verkaufe\\b|verkaufen\\b|weitergeb|verschenk|gebraucht',
    isOnlyTold: true,
  },
  // The app and the pages
  { en: 'app', es: 'app\\b|aplicacion', fr: 'appli\\b|app\\b|application', de: 'app\\b' },
  {
    en: 'crash freeze does not open',
    es: 'se cierra|se bloquea|se cuelga',
    fr: 'plante|se fige|se ferme',
    de: 'sturzt|absturz|friert|hangt sich',
  },
  {
    en: 'device not found add device',
    es: 'no (?:encuentra|aparece)|anad\\w+ (?:el |un )?dispositivo',
    fr: 'ne trouve pas|introuvable|ajouter (?:l.|un )?appareil',
    de: 'findet|nicht gefunden|gerat hinzufug',
  },
  {
    en: 'website page error load',
    es: 'pagina|sitio web|web\\b',
    fr: 'site\\b|page\\b',
    de: 'webs(?:e|ei)ite|website|internetseite|seite\\b',
  },
];
