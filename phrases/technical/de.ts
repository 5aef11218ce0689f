// Technical help in German.
import { stepsDe } from './steps-de.ts';
import type { BugState, DeviceKind, Symptom, TechnicalWords } from './words.ts';

// The dative, because every sentence here puts the device after a preposition that wants it.
const DEVICES: Record<DeviceKind, string> = {
  headphones: 'Ihrem Kopfhörer',
  speaker: 'Ihrem Lautsprecher',
  keyboard: 'Ihrer Tastatur',
  lamp: 'Ihrer Lampe',
  backpack: 'Ihrem Rucksack',
  kettle: 'Ihrem Wasserkocher',
  camera: 'Ihrer Kamera',
  watch: 'Ihrer Uhr',
  blanket: 'Ihrer Decke',
  charger: 'Ihrem Ladegerät',
  app: 'der App',
  website: 'unserer Website',
  account: 'Ihrem Konto',
  device: 'Ihrem Gerät',
};

const SYMPTOMS: Record<Symptom, string> = {
  'no-connection': 'keine Verbindung',
  'no-power': 'geht nicht an',
  'no-sound': 'kein Ton',
  'one-side': 'Ton nur auf einer Seite',
  noise: 'seltsames Geräusch',
  battery: 'der Akku ist zu schnell leer',
  charging: 'lädt nicht',
  overheating: 'wird zu heiß',
  crash: 'stürzt ab oder friert ein',
  update: 'das Update schlägt fehl',
  sync: 'kein Abgleich',
  display: 'Störung des Bildschirms',
  image: 'unscharfe oder fehlerhafte Bilder',
  measure: 'falsche Messwerte',
  storage: 'Störung der Speicherkarte',
  buttons: 'Tasten reagieren nicht',
  light: 'Störung des Lichts',
  leak: 'undicht',
  wear: 'abgenutzt oder gerissen',
  smell: 'Geruch oder Geschmack',
  login: 'Anmeldung nicht möglich',
  message: 'eine Nachricht kommt nicht an',
  page: 'eine Seite zeigt einen Fehler',
  other: 'etwas anderes',
};

const STATES: Record<BugState, string> = {
  reported: 'gemeldet, noch nicht bestätigt',
  confirmed: 'von unserer Technik bestätigt',
  'in progress': 'in Arbeit',
  fixed: 'behoben',
};

const OPENERS = [
  'Bitte versuchen Sie zuerst dies:',
  'Gut, dann der nächste Schritt:',
  'Danke fürs Ausprobieren. Suchen wir nach einer anderen Ursache:',
  'Verstanden. Das hilft oft:',
  'Gehen wir einen Schritt weiter:',
];

function dayInWords(day: string): string {
  return new Intl.DateTimeFormat('de', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}

const around = (workaround: string | null) => (workaround ? ` Bis dahin: ${workaround}` : '');

export const technicalDe: TechnicalWords = {
  yourDevice: ({ kind, name }) => (name ? `${DEVICES[kind]} (${name})` : DEVICES[kind]),
  symptom: (symptom) => SYMPTOMS[symptom],
  steps: stepsDe,
  sorry: ({ device }) => `Der Ärger mit ${device} tut mir leid.`,
  letsSee: ({ device }) => `Sehen wir nach, was mit ${device} los ist.`,
  inThisOrder: ({ device }) =>
    `Bringen wir das mit ${device} in Ordnung. Diese zwei Schritte helfen am häufigsten, auch nach anderen Versuchen; bitte in dieser Reihenfolge:`,
  oneStep: ({ attempt }) => OPENERS[attempt === 1 ? 0 : 1 + ((attempt - 2) % (OPENERS.length - 1))]!,
  notOurs: () =>
    'Das ist keines unserer Produkte, deshalb habe ich dazu keinen eigenen Artikel; das hilft den meisten Geräten.',
  leavingOutTried: () => 'Was Sie schon versucht haben, lasse ich weg.',
  leaksBelow: () =>
    'Wasser von unten ist ein Fehler, den kein Handgriff behebt. Bitte ziehen Sie den Stecker, halten Sie die Steckdose trocken und benutzen Sie ihn nicht mehr.',
  takesAbout: ({ minutes }) => `Das dauert etwa ${minutes} ${minutes === 1 ? 'Minute' : 'Minuten'}.`,
  articles: ({ articles }) =>
    `Mehr dazu (auf Englisch): ${articles.map(({ id, title }) => `${id} ${title}`).join(' · ')}`,
  ifNothingHelps: () =>
    'Wenn nichts hilft, übernimmt ein Kollege: Innerhalb der Garantie wird es kostenlos repariert oder ersetzt.',
  didThatHelp: () => 'Hat das geholfen?',
  worksChoice: () => ({ title: 'Es geht wieder', value: 'Es geht wieder' }),
  failsChoice: () => ({ title: 'Geht immer noch nicht', value: 'Es geht immer noch nicht' }),
  cannotChoice: () => ({ title: 'Das kann ich nicht', value: 'Das kann ich nicht machen' }),
  solved: ({ device }) => `Wunderbar, schön, dass mit ${device} alles wieder klappt. Viel Freude damit!`,
  takeYourTime: () =>
    'Lassen Sie sich Zeit. Sagen Sie mir, wie es ging, dann machen wir dort weiter; höre ich nichts, frage ich morgen noch einmal.',
  inDetail: () => 'Genauer:',
  exhausted: ({ device, count }) =>
    count > 0
      ? `Wir haben alles durch, was ich zu ${device} weiß (${count} ${count === 1 ? 'Schritt' : 'Schritte'}), deshalb sieht es sich ein Mensch aus unserem Team genauer an. Ich gebe alles weiter, was Sie versucht haben; niemand wird es noch einmal verlangen.`
      : `Das geht über das hinaus, was ich zu ${device} weiß, deshalb sieht es sich ein Mensch aus unserem Team genauer an.`,
  alsoPassedOn: ({ devices }) => `Auch ${devices.join(', ')} habe ich weitergegeben.`,
  worksElsewhere: ({ device }) =>
    `Dann funktioniert ${device}, und die Ursache liegt im ersten Handy oder Computer. Löschen Sie dort in den Bluetooth-Einstellungen die alten Kopplungen, starten Sie es neu und spielen Sie Updates ein; koppeln Sie dann von vorn.`,
  danger: ({ device }) =>
    `Bitte hören Sie sofort mit der Benutzung auf; es geht um die Sicherheit mit ${device}. Ziehen Sie den Stecker, wenn das gefahrlos geht, laden Sie nicht, und halten Sie Abstand zu allem, was brennt. Im Notfall rufen Sie den Notruf.`,
  checkBack: ({ device }) => `Wie ist es mit ${device} gegangen? Klappt es, oder machen wir weiter?`,
  askDevice: () => 'Um welches Produkt geht es?',
  oneByOne: ({ first, then }) => `Eins nach dem anderen: zuerst ${first}, dann ${then.join(', dann ')}.`,
  noDateForIt: () => 'Ein Datum für die Lösung kenne ich nicht.',
  askSymptom: ({ device }) => `Was genau passiert mit ${device}?`,
  howTo: ({ title }) => `**${title}**`,
  inEnglish: ({ article }) =>
    `Dazu habe ich einen Artikel auf Englisch: ${article.id} „${article.title}“. Darin steht:`,
  whatToDo: () => 'Was zu tun ist:',
  noArticle: () => 'Dazu habe ich keinen Artikel, und raten möchte ich nicht.',
  onlyThisArticle: ({ article: { id, title } }) =>
    `Ich habe dazu nur ${id} „${title}“. Ein Kollege weiß vielleicht mehr.`,
  knownBug: ({ bugId, device, symptom, state, workaround }) =>
    `Diesen Fehler kennen wir: ${bugId}, bei ${device}: ${symptom}. Er ist ${state}.${around(workaround)}`,
  proposeReport: ({ device, symptom }) =>
    `Ich würde das unserer Technik als neuen Fehler melden, bei ${device}: ${symptom}. Sie würden hier erfahren, wenn er behoben ist.`,
  proposeJoin: ({ bugId, device, symptom }) =>
    `Ich würde Ihre Meldung zum bekannten Fehler ${bugId} hinzufügen (bei ${device}: ${symptom}). Sie würden hier erfahren, wenn er behoben ist.`,
  reported: ({ bugId }) =>
    `Gemeldet: Ihre Nummer ist **${bugId}**. Wir sagen Ihnen hier Bescheid, wenn der Fehler behoben ist.`,
  joined: ({ bugId, state, workaround }) =>
    `Ihre Meldung steht jetzt bei **${bugId}**; der Fehler ist ${state}.${around(workaround)} Wir sagen Ihnen hier Bescheid, wenn er behoben ist.`,
  alreadyFixed: ({ bugId, version }) =>
    `${bugId} ist behoben${version ? `, ab Version ${version}` : ''}. Bitte aktualisieren Sie, und sagen Sie mir, wenn er wiederkommt.`,
  bugState: ({ bugId, state, workaround, willBeTold }) =>
    `${bugId} ist ${state}.${around(workaround)}${willBeTold ? ' Wir sagen Ihnen hier Bescheid, wenn er behoben ist.' : ''}`,
  stateOf: (state) => STATES[state],
  noSuchBug: ({ bugId }) => `Ich finde keine Meldung ${bugId}. Könnten Sie die Nummer prüfen?`,
  askBug: () => 'Was geht nicht, und bei welchem Produkt?',
  reportChoice: () => ({ title: 'Fehler melden', value: 'Ich möchte einen Fehler melden' }),
  warranty: ({ product, orderId, until, holds, months }) => {
    if (until === null)
      return `**${product}** (${orderId}): Die Garantie von ${months} Monaten beginnt mit der Lieferung.`;
    if (holds) return `**${product}** (${orderId}) hat Garantie bis zum ${dayInWords(until)}.`;
    return `**${product}** (${orderId}): Die Garantie von ${months} Monaten endete am ${dayInWords(until)}.`;
  },
  noWarranty: ({ device }) =>
    `Unter Ihren Bestellungen finde ich nichts zu ${device} und kann deshalb zur Garantie nichts sagen.`,
  accident: () => 'Ein Sturz, verschüttetes Wasser oder ein anderer Unfall ist leider nicht gedeckt.',
  warrantyRule: () =>
    'Die Garantie deckt Material- und Fertigungsfehler, nicht Abnutzung oder Unfälle. Ihre Bestellung ist der Kaufbeleg.',
};
