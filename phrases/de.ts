// The phrases in German (Sie): every sentence of ours that a customer can read.
import { asSentence, formatFor } from './format.ts';
import type { Phrases } from './phrases.ts';

const is = formatFor('de-DE', { today: 'heute', tomorrow: 'morgen' });

const STATUS: Record<string, string> = {
  pending: 'ist eingegangen und wartet auf das Packen',
  processing: 'wird gepackt',
  shipped: 'wurde verschickt',
  'in transit': 'ist unterwegs',
  delivered: 'wurde zugestellt',
  cancelled: 'wurde storniert',
};
const TOPICS: Record<string, string> = {
  ORDER_INQUIRY: 'eine Bestellung',
  SHIPPING: 'Versand oder Lieferung',
  BILLING: 'eine Zahlung oder Rechnung',
  TECHNICAL_SUPPORT: 'ein technisches Problem',
  ACCOUNT: 'Ihr Konto',
  COMPLAINT: 'etwas, das schiefgegangen ist',
  HUMAN_REQUEST: 'ein Gespräch mit einem Menschen',
};
const REASONS: Record<string, string> = {
  damaged: 'Ihre Bestellung kam beschädigt an',
  broken: 'etwas funktioniert nicht, wie es soll',
  ignored: 'Ihre Nachrichten blieben unbeantwortet',
  late: 'Sie mussten warten',
  rude: 'Sie wurden nicht gut behandelt',
  money: 'es gibt ein Problem mit einer Zahlung',
  upset: 'Sie sind mit unserem Service nicht zufrieden',
};
const PROOF: Record<string, string> = {
  order: 'eine Bestellnummer',
  email: 'die E-Mail-Adresse dieser Bestellung',
  'postal code': 'ihre Postleitzahl',
};
const RISK: Record<string, string> = {
  danger:
    'Bitte benutzen Sie das Produkt nicht weiter, ziehen Sie den Stecker, wenn das sicher ist, und halten Sie Abstand. Ist jemand verletzt, hat etwas verschluckt oder ist in Gefahr, rufen Sie sofort den Notruf (112). Ich gebe es sofort an einen Kollegen weiter.',
  'self-harm':
    'Es tut mir sehr leid, dass es Ihnen so geht. Ich bin nur ein automatischer Assistent, und Sie verdienen jetzt einen Menschen: Bitte rufen Sie den Notruf (112) oder die Telefonseelsorge (0800 111 0 111) an. Ich sage auch einem Kollegen Bescheid.',
  fraud:
    'Das nehme ich ernst und gebe es an einen Kollegen weiter, der sich um Betrugsfälle kümmert. Bis dahin ändere und zahle ich nichts; geht es um Ihre Karte, lassen Sie sie bitte auch von Ihrer Bank sperren. Geht es um eine Nachricht, die Geld, einen Code oder Kartendaten will: Sie ist nicht von uns; öffnen Sie keine Links darin und antworten Sie nicht.',
  takeover:
    'Das nehme ich ernst und gebe es an einen Kollegen weiter, der sich um die Sicherheit von Konten kümmert. Von diesem Chat aus wird an Ihrem Konto nichts geändert; bitte ändern Sie auch das Passwort Ihres E-Mail-Kontos.',
  legal: 'Darum muss sich ein Mensch kümmern, und ich gebe es jetzt weiter. Ich selbst äußere mich dazu nicht.',
  privacy:
    'Um Anfragen zu Ihren persönlichen Daten kümmert sich ein Mensch. Ich gebe Ihre jetzt weiter; nichts wird gelöscht oder verschickt, bevor wir wissen, dass Sie es sind.',
};
const topicOf = (name: string) => TOPICS[name] ?? 'etwas anderes';

/** How somebody was in touch. */
const NETWORKS: Record<string, string> = {
  web: 'im Chat auf unserer Seite',
  sms: 'per SMS',
  slack: 'in Slack',
  teams: 'in Teams',
};

export const de: Phrases = {
  introduction: () =>
    'Ich bin der automatische Assistent von Frontdesk; Sie können jederzeit nach einem Menschen fragen.',
  introductionWithPerson: () => 'Ich bin der automatische Assistent von Frontdesk.',
  greeting: () =>
    'Guten Tag! Was kann ich für Sie tun? Ich kümmere mich um Bestellungen, Versand, Zahlungen und technische Probleme oder hole einen Kollegen.',
  goodbye: () => 'Auf Wiedersehen und danke für Ihren Besuch.',
  whatICanDo: () =>
    'Ich kann mich um Bestellungen, Versand, Zahlungen und technische Probleme kümmern und für alles andere einen Kollegen holen. Worum geht es?',
  youAreWelcome: () => 'Gern geschehen! Sonst noch etwas?',
  thanksForTelling: () => 'Danke, dass Sie uns das sagen. Soll ich einen Kollegen dazuholen?',
  outOfScope: () => 'Dabei kann ich nicht helfen: Ich bin für die Bestellungen und Produkte dieses Geschäfts da.',
  cannotSettle: ({ topic }) =>
    `Das (${topicOf(topic)}) kann ich nicht selbst klären, ein Kollege schon. Soll ich einen holen?`,
  offerPerson: () => 'Soll ich einen Kollegen dazuholen?',
  personChoice: () => ({ title: 'Mit einem Menschen sprechen', value: 'Ich möchte mit einem Menschen sprechen' }),
  askOrderNumber: () =>
    'Wie lautet Ihre Bestellnummer? Sie sieht aus wie ORD-12345 und steht in Ihrer Bestätigungs-E-Mail.',
  orderNotFound: ({ orderId }) =>
    `Ich finde keine Bestellung ${orderId}. Könnten Sie die Nummer in Ihrer Bestätigungs-E-Mail prüfen?`,
  orderState: ({ orderId, status, carrier, trackingNumber, deliveryOn, today }) =>
    [
      `Ihre Bestellung ${orderId} ${STATUS[status] ?? status}${status === 'delivered' && deliveryOn ? ` (${is.day(deliveryOn, today)})` : ''}.`,
      deliveryOn && !['delivered', 'cancelled'].includes(status)
        ? `Sie sollte ${is.day(deliveryOn, today)} ankommen.`
        : '',
      carrier && trackingNumber ? `Sendungsnummer bei ${carrier}: ${trackingNumber}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  latestOrders: () => 'Das sind Ihre letzten Bestellungen:',
  whichOrder: () => 'Um welche geht es?',
  noOrders: () => 'Ich sehe noch keine Bestellungen in Ihrem Konto.',
  changeNeedsPerson: () => 'Diese Änderung kann ich nicht vornehmen; ein Kollege kann es. Soll ich einen holen?',
  topic: topicOf,
  isItAbout: ({ one, other }) => `Damit ich Sie richtig verstehe: Geht es um ${one} oder um ${other}?`,
  allRight: () => 'In Ordnung. Ich bin da, wenn Sie etwas brauchen.',
  stillUnsure: () =>
    'Ich bin nicht sicher, ob ich Sie verstanden habe, und möchte nicht raten. Soll ich einen Kollegen holen?',
  missedFile: () =>
    'Ich konnte Ihre Datei nicht öffnen. Sie können sie noch einmal schicken oder mir in Worten sagen, was darin ist; auch ein Kollege kann helfen.',
  wentPrivate: () => 'Das ist persönlich, deshalb habe ich Ihnen eine Direktnachricht geschrieben.',
  writePrivately: () =>
    'Das ist persönlich, und hier lesen andere mit. Bitte schreiben Sie mir in einem privaten Chat, dort kümmere ich mich darum.',
  gotFile: () =>
    'Ihre Datei ist angekommen, aber ich kann nicht hineinsehen. Soll ich einen Kollegen holen, der es kann?',
  caseOpened: ({ caseId, due }) =>
    `Ich hole einen Kollegen dazu. Ihr Fall ist ${caseId}; ein Mensch antwortet hier ${due}. Sie können weiterschreiben: alles kommt bei ihm an.`,
  caseOpenedAfterComplaint: ({ caseId, due, reasons }) =>
    `Es tut mir leid: ${is.list(reasons.map((one) => REASONS[one] ?? one))}. Das hätte nicht passieren dürfen, und ich gebe es sofort an einen Kollegen weiter. Ihr Fall ist ${caseId}; ein Mensch antwortet hier ${due}. Alles, was Sie hier schreiben, kommt bei ihm an; Sie müssen es nicht zweimal erzählen.`,
  caseWaits: ({ caseId, due }) =>
    `Ihr Fall ${caseId} liegt bei unseren Kollegen; ein Mensch antwortet hier ${due}. Sie können weiterschreiben: alles kommt bei ihnen an.`,
  addedToCase: ({ caseId }) => `Danke, ich habe das Ihrem Fall ${caseId} hinzugefügt.`,
  reason: (name) => REASONS[name] ?? name,
  withinMinutes: (minutes) =>
    minutes < 120 ? `innerhalb von ${minutes} Minuten` : `innerhalb von ${Math.round(minutes / 60)} Stunden`,
  byTime: ({ at, timeZone }) => `spätestens ${is.clock(at, timeZone)}`,
  laterThanSaid: () => 'sobald jemand frei ist, später als angekündigt',
  casesAhead: ({ count }) => (count === 1 ? '1 Fall ist vor Ihrem' : `${count} Fälle sind vor Ihrem`),
  waitsAlready: ({ minutes }) => `jemand vor Ihnen wartet schon seit ${minutes} Minuten`,
  latelyAfter: ({ minutes }) =>
    minutes < 120
      ? `zuletzt kam jemand nach etwa ${minutes === 1 ? 'einer Minute' : `${minutes} Minuten`}`
      : `zuletzt kam jemand nach etwa ${Math.round(minutes / 60)} Stunden`,
  closedUntil: ({ at, timeZone }) => `wir haben geschlossen bis ${is.clock(at, timeZone)}`,
  lastKnown: ({ at, timeZone }) =>
    `Das System, das ich dafür brauche, antwortet gerade nicht. Sein letzter Stand, ${is.clock(at, timeZone)}:`,
  somethingFailed: ({ caseId, due }) =>
    `Ich erreiche das System, das ich dafür brauche, gerade nicht. Ein Kollege sieht es sich an: Fall ${caseId}, ein Mensch antwortet hier ${due}.`,
  couldNotHandle: ({ caseId, due }) =>
    `Ich konnte Ihre Nachricht nicht bearbeiten, und das tut mir leid. Ein Kollege sieht sie sich an: Fall ${caseId}, ein Mensch antwortet hier ${due}.`,
  leftOffAsking: ({ question }) => `Zuletzt fragte ich: „${question}“ Machen wir damit weiter?`,
  leftOffOrder: ({ orderId }) => `Zuletzt ging es um die Bestellung ${orderId}. Machen wir damit weiter?`,
  knownFrom: ({ network }) => `Sie haben uns schon ${network} geschrieben; das liegt mir vor.`,
  itWasAbout: ({ orderId }) => `Es ging um die Bestellung ${orderId}.`,
  caseCameAlong: ({ network, caseId }) =>
    `Sie haben uns schon ${network} geschrieben. Ihr Fall ${caseId} ist noch offen, und hier geht es damit weiter.`,
  network: (channel) => NETWORKS[channel] ?? 'anderswo',
  sessionResumed: () => 'Willkommen zurück.',
  tooManyWaiting: () =>
    'Ihre Nachrichten sind da, und ich arbeite sie ab. Geben Sie mir bitte einen Moment, bevor Sie weitere schicken.',
  personJoined: ({ name }) => `${name} ist jetzt in diesem Chat.`,
  firstWords: ({ name, me }) =>
    `Guten Tag${name ? `, ${name}` : ''}, hier ist ${me}. Ich habe alles gelesen und kümmere mich jetzt darum.`,
  personTakesOver: ({ name, before }) => `${before} hat diesen Chat verlassen; ${name} übernimmt ab jetzt.`,
  personLeft: ({ name }) =>
    `${name} hat diesen Chat verlassen; ein anderer Kollege übernimmt. Sie können weiterschreiben.`,
  resolved: () =>
    'Mein Kollege hat diesen Fall abgeschlossen. Wenn noch etwas ist, schreiben Sie einfach; jetzt bin wieder ich, der Assistent, da.',
  closedGently: () =>
    'Da wir nichts von Ihnen gehört haben, ist dieser Fall vorerst geschlossen. Schreiben Sie einfach, dann ist er mit allem wieder offen.',
  reopened: ({ caseId, due }) =>
    `Ich habe Ihren Fall ${caseId} mit dem, was Sie geschrieben haben, wieder geöffnet; ein Mensch antwortet hier ${due}.`,
  openedAgain: ({ caseId, due }) =>
    `Ein Kollege hat Ihren Fall ${caseId} wieder geöffnet; ein Mensch schreibt Ihnen hier ${due}.`,
  promisedWas: ({ caseId, promised }) =>
    `Mein Kollege hat zu Ihrem Fall ${caseId} festgehalten: ${promised.replace(/[.\s]+$/, '')}. Wenn das nicht so sein soll, hole ich ihn wieder dazu.`,
  takesLonger: ({ caseId }) =>
    `Es tut mir leid: Es dauert länger als angekündigt, bis sich jemand Ihren Fall ${caseId} ansehen kann. Er ist nicht vergessen, und weitere Kollegen wissen Bescheid. Alles, was Sie schreiben, kommt bei ihnen an.`,
  declined: ({ summary }) =>
    `Ein Kollege hat entschieden, das nicht zu tun: ${summary} Er kann Ihnen sagen, warum; fragen Sie einfach nach einem Menschen.`,
  changed: ({ summary }) => `Ein Kollege hat es sich angesehen und bietet stattdessen an: ${summary}`,
  translated: () => 'Automatisch übersetzt.',
  blocked: ({ at, timeZone }) =>
    `Bis ${new Intl.DateTimeFormat('de', { dateStyle: 'long', timeZone }).format(at)} können wir Ihnen hier nicht antworten.`,
  askRating: () => 'Wie zufrieden sind Sie damit, wie das bearbeitet wurde, von 1 (gar nicht) bis 5 (sehr)?',
  score: (score) => ['1 (gar nicht)', '2', '3', '4', '5 (sehr)'][score - 1] ?? String(score),
  thanksForRating: () => 'Danke, das hilft uns.',
  sorryForRating: () =>
    'Danke für Ihre Offenheit; es tut mir leid, dass es nicht besser war. Ich habe es dem Kollegen gesagt, der Ihren Fall hatte.',
  sorryForBotRating: () =>
    'Danke für Ihre Offenheit; es tut mir leid, dass ich wenig helfen konnte. Soll ich einen Kollegen dazuholen?',
  queuePlace: ({ caseId, due, ahead }) =>
    `Ihr Fall ${caseId} ist offen${ahead === null ? '' : ahead === 0 ? ' und als Nächster an der Reihe' : `, ${ahead} sind vor ihm`}; ein Mensch antwortet hier ${due}. Sie können weiterschreiben.`,
  caseWithdrawn: ({ caseId }) =>
    `In Ordnung, ich habe meinen Kollegen gesagt, dass der Fall ${caseId} nicht mehr nötig ist.`,
  leftToBot: () => 'Ein Kollege hat es sich angesehen: Dabei kann ich Ihnen selbst helfen. Was möchten Sie wissen?',
  backToBot: () => 'Mein Kollege hat diesen Chat verlassen; jetzt bin wieder ich, der Assistent, da.',
  again: ({ sentence }) => `Wie gesagt: ${sentence}`,
  proposeCancel: ({ orderId, total, currency }) =>
    `Die Bestellung ${orderId} stornieren; ${is.money(total, currency)} gehen auf Ihrem Zahlungsweg zurück.`,
  proposeCancelUnpaid: ({ orderId }) =>
    `Die Bestellung ${orderId} stornieren; die Zahlung ist gescheitert und nichts wurde abgebucht, es geht also nichts zurück.`,
  proposeAddress: ({ orderId, address }) => `Die Bestellung ${orderId} liefern an: ${address}`,
  proposeReturn: ({ orderId, price, currency }) =>
    `Eine Rücksendung für die Bestellung ${orderId} eröffnen; Sie erhalten ein kostenloses Etikett per E-Mail und ${is.money(price, currency)} zurück, sobald sie angekommen ist.`,
  askYes: () => 'Soll ich genau das tun?',
  yesChoice: () => ({ title: 'Ja, bitte', value: 'Ja, bitte' }),
  noChoice: () => ({ title: 'Nein, lassen Sie es', value: 'Nein, lassen Sie es' }),
  cancelled: ({ orderId }) => `Erledigt: Die Bestellung ${orderId} ist storniert.`,
  addressChanged: ({ orderId, address }) => `Erledigt: Die Bestellung ${orderId} geht an ${address}`,
  returnOpened: ({ orderId, reference }) =>
    `Erledigt: Die Rücksendung der Bestellung ${orderId} ist unter ${reference} eröffnet. Das Etikett kommt per E-Mail.`,
  nothingChanged: () => 'In Ordnung, ich habe nichts geändert.',
  proposalExpired: () =>
    'Das ist schon eine Weile her, deshalb habe ich es nicht getan. Sagen Sie mir noch einmal, was Sie möchten, dann prüfe ich es neu.',
  stillOpen: ({ summary }) => `Noch offen: ${asSentence(summary)} Soll ich genau das tun?`,
  tooLate: ({ orderId }) =>
    `Die Bestellung ${orderId} ist inzwischen weiter, deshalb konnte ich sie nicht ändern. Ein Kollege kann nachsehen, was noch möglich ist.`,
  cannotChange: ({ orderId, why }) =>
    why === 'not found'
      ? `Ich finde keine Bestellung ${orderId} von Ihnen.`
      : `Das geht bei der Bestellung ${orderId} in ihrem jetzigen Zustand nicht. Ein Kollege kann nachsehen, was möglich ist.`,
  askRestOfAddress: ({ address }) => `Bisher habe ich „${address}“. Welche Postleitzahl und welcher Ort gehören dazu?`,
  askAddress: ({ orderId }) =>
    `Wie lautet die neue Adresse für die Bestellung ${orderId}? Straße, Postleitzahl und Ort, bitte.`,
  needsPerson: ({ caseId, due }) =>
    `Darum kümmert sich ein Kollege. Ich habe es als Fall ${caseId} weitergegeben; ein Mensch antwortet hier ${due}.`,
  askProof: ({ missing }) =>
    `Vorher muss ich wissen, dass Sie es sind. Nennen Sie mir bitte ${is.list(missing.map((one) => PROOF[one] ?? one))}.`,
  proofFailed: () => 'Das gehört bei uns nicht zusammen. Prüfen Sie es bitte und nennen Sie mir alle drei noch einmal.',
  proofLocked: () => 'Das wurde zu oft versucht; warten Sie bitte eine Stunde, oder ich hole einen Kollegen.',
  proofAccepted: ({ name }) => `Danke, ${name}.`,
  backToQuestion: ({ question }) => `Zurück zu meiner Frage: ${question}`,
  stillChecking: ({ topic, caseId, due }) =>
    `Ich prüfe noch (${topic}). Damit es nicht vergessen wird, kümmert sich ein Kollege darum: Fall ${caseId}, ein Mensch antwortet hier ${due}.`,
  risk: ({ risk, caseId, due }) =>
    `${RISK[risk] ?? RISK.legal} Ihr Fall ist ${caseId}; ein Mensch antwortet hier ${due}.`,
  notMyLanguage: () =>
    'Das habe ich nicht verstanden: auf Deutsch kenne ich nur Bestellungen, Versand, Zahlungen und technische Probleme in wenigen Worten, oder eine Bestellnummer. Alles andere versteht ein Kollege. Soll ich einen holen?',
  whatHappened: () => 'Was ist passiert? Erzählen Sie es mit Ihren Worten, es geht direkt an sie.',
  shopEvent: ({ type, orderId, product, on, amount }) => {
    if (type === 'parcel.delayed')
      return `Neues zu Ihrer Bestellung ${orderId}: Das Paket verspätet sich${on ? ` und sollte nun am ${on} kommen` : ''}. Die Wartezeit tut mir leid.`;
    if (type === 'refund.booked')
      return `Ihre Erstattung${amount ? ` über ${is.money(amount.value, amount.currency)}` : ''}${orderId ? ` für die Bestellung ${orderId}` : ''} ist gebucht${on ? ` (${on})` : ''}.`;
    if (type === 'back.in.stock') return `${product || 'Was Sie wollten'} ist wieder da.`;
    return `Das Problem${product ? ` mit ${product}` : ''}, das Sie gemeldet hatten, ist behoben.`;
  },
  paused: () =>
    'Der Assistent macht gerade Pause. Was Sie schreiben, bleibt erhalten, und Sie können später wieder schreiben.',
  lookingUp: () => 'Ich schaue das gerade nach',
  help: () =>
    'Ich kann bei Bestellungen, Versand, Zahlungen und technischen Problemen helfen oder einen Kollegen holen. Schreiben Sie jederzeit «einen Menschen, bitte».',
  stopped: () => 'Sie bekommen keine weiteren Nachrichten von uns.',
  started: () => 'Sie bekommen wieder Nachrichten von uns. Was kann ich für Sie tun?',
};
