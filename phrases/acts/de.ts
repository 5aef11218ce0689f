// What is said where a message asks for no tool, in German.
import { plainFormatFor } from '../format.ts';
import type { ActWords } from './words.ts';

const { day, list, money } = plainFormatFor('de-DE');

export const actsDe: ActWords = {
  leftAsIs: ({ orderId }) =>
    orderId
      ? `In Ordnung, ich ändere nichts: Die Bestellung ${orderId} bleibt, wie sie ist.`
      : 'In Ordnung, ich ändere nichts.',
  cannotUndo: () =>
    'Das tut mir leid. Was getan ist, kann ich von hier aus nicht zurücknehmen; ein Kollege kann sich darum kümmern, wenn es nicht zu spät ist. Soll ich einen holen?',
  nothingDone: () => 'Es wurde nichts getan, also gibt es nichts zurückzunehmen. Was möchten Sie stattdessen?',
  whyCancelled: ({ orderIds }) =>
    `${orderIds.length > 1 ? 'Die Bestellungen' : 'Die Bestellung'} ${list(orderIds)} ${orderIds.length > 1 ? 'wurden' : 'wurde'} storniert; ein Grund steht nicht dabei, deshalb kann ich nicht sagen, warum oder von wem. Ein Kollege kann es herausfinden.`,
  nothingWrong: () => 'In Ordnung, dann fehlt ihm nichts, und ich frage nicht weiter danach. Was möchten Sie?',
  whyRefused: () =>
    'Warum eine Zahlung abgelehnt wird, erfahren wir nicht: Das weiß nur Ihre Bank und kann es Ihnen sagen. Oft ist es ein Limit, eine abgelaufene Karte oder eine verpasste Bestätigung in der Banking-App.',
  misread: () =>
    'Entschuldigung, dann habe ich Sie falsch verstanden. Sagen Sie mir noch einmal, was Sie möchten; das Übrige lasse ich beiseite.',
  weighsAbout: ({ name, weight }) => `Der Artikel (${name}) selbst wiegt ${weight}; der Karton kommt etwas dazu.`,
  allAlike: () => 'Darin sind alle unsere Modelle gleich:',
  onlyYouKnow: () =>
    'Soweit ich weiß, unterscheiden sie sich in Preis, Farben und dem, was oben steht; was besser zu Ihnen passt, kann ich nicht beurteilen.',
  sameAgain: ({ name }) =>
    `Ein fehlerhafter Artikel (${name}) wird innerhalb der Garantie kostenlos durch den gleichen ersetzt; das regelt ein Kollege, denn ich kann nur gegen eine andere Farbe oder Größe tauschen oder ihn zurücknehmen. Soll ich einen holen?`,
  factsInEnglish: () => 'Das weiß ich darüber, auf Englisch:',
  notSeenYet: () =>
    'Eine neue Zahlung sehe ich dazu noch nicht. Was auf der sicheren Seite bezahlt wurde, steht hier nach einigen Minuten; bitte zahlen Sie nicht noch einmal, bevor ein Kollege nachgesehen hat, den ich holen kann.',
  payAgain: () =>
    'Soll ich eine sichere Seite machen, auf der Sie noch einmal bezahlen können, auch mit einer anderen Karte?',
  payAgainChoice: () => 'Noch einmal bezahlen',
  refundTakes: () =>
    'Die meisten Banken zeigen eine Erstattung innerhalb von zehn Werktagen, nachdem sie abgeschickt wurde; manche früher. Wie lange Ihre braucht, sehe ich nicht.',
  reachesThem: ({ caseId }) =>
    `Ja: Alles, was Sie hier schreiben, steht beim Fall ${caseId}, und wer ihn beantwortet, liest es ganz.`,
  whyApproval: ({ caseId }) =>
    `Geld geht erst zurück, wenn ein Mensch darauf gesehen hat, so klar es auch ist: Das ist eine Regel des Hauses, und ich darf es nicht allein entscheiden. Sie müssen nicht hier warten: Sobald der Fall ${caseId} genehmigt ist, geht es von selbst hinaus, und Sie lesen es in diesem Gespräch.`,
  nothingToDo: ({ caseId }) =>
    `Nein, Sie müssen nichts tun und nichts schicken: Ein Kollege kümmert sich um den Fall ${caseId} und schreibt Ihnen hier.`,
  notDoneYet: () => 'Noch nicht: Es wartet auf Ihr Ja.',
  nothingDoneSoFar: () =>
    'Nein, bisher wurde nichts geändert. Sagen Sie mir, was Sie möchten, und ich zeige Ihnen erst, was ich täte.',
  rerouted: () => 'Sie wurde inzwischen an eine andere Adresse umgeleitet, das kann einen Tag mehr dauern.',
  tooLateFor: ({ orderId, wish, status }) => {
    const what = {
      cancel: 'lässt sich von hier aus nicht mehr stornieren',
      items: 'lässt sich von hier aus nicht mehr ändern',
      address: 'bekommt von hier aus keine andere Adresse mehr',
      payment: 'lässt sich von hier aus nicht mehr anders bezahlen',
    }[wish];
    const why =
      {
        processing: 'Sie wird gerade gepackt',
        shipped: 'Sie ist unterwegs',
        'in transit': 'Sie ist unterwegs',
        delivered: 'Sie ist zugestellt',
        cancelled: 'Sie wurde storniert',
      }[status] ?? status;
    return `Die Bestellung ${orderId} ${what}: ${why}. Ein Kollege kann sehen, was möglich ist.`;
  },
  returnFromDelivery: ({ orderId, deliveryOn }) =>
    `Ja, sobald sie da ist: Die Bestellung ${orderId} ${deliveryOn ? `soll am ${day(deliveryOn)} zugestellt werden` : 'ist noch nicht zugestellt'}. Sagen Sie mir dann, welcher Artikel zurückgeht, und ich eröffne die Rücksendung; das Etikett kommt per E-Mail und bezahlt den Weg.`,
  goesTo: ({ orderId, address }) =>
    address
      ? `Die Bestellung ${orderId} geht an ${address}.`
      : `Die Bestellung ${orderId} geht an die Adresse, die dabei angegeben wurde; die sehe ich hier nicht, sie steht in Ihrer Bestätigungsmail. Nennen Sie mir eine andere, wenn sie dorthin soll.`,
  orderedToday: ({ days }) =>
    `Heute bestellt, ist es spätestens ${list(days.map(({ name, on }) => `am ${day(on)} mit ${name}`))} da.`,
  changeGivesBack: ({ orderId, amount, currency }) =>
    `${money(amount, currency)} aus der Änderung der Bestellung ${orderId} gehen von selbst auf Ihrem Zahlungsweg zurück: Es ist nichts zurückzuschicken.`,
  atTheCarrier: ({ orderId, carrier, trackingNumber }) =>
    `Von hier aus kann ich weder Tag noch Ort festlegen und dem Fahrer nichts ausrichten; ${
      trackingNumber
        ? `der Zusteller kann es: auf der Sendungsseite von ${carrier} für ${trackingNumber} (Bestellung ${orderId})`
        : `der Zusteller kann es, sobald ${orderId ? `Bestellung ${orderId}` : 'das Paket'} unterwegs ist: auf seiner Sendungsseite`
    } können Sie meist einen anderen Tag, einen sicheren Ort wie Ihre Tür, Nachbarn oder eine Abholstelle wählen. Ist niemand da, lässt er eine Nachricht: Er kommt noch einmal, gibt das Paket bei Nachbarn ab oder hebt es sieben Tage auf.`,
  takesYourYes: () => 'Bisher ist es nicht abgeschickt, und von selbst geht es nicht hinaus: Dazu braucht es Ihr Ja.',
  oldOneFirst: () =>
    'Zuerst geht der alte zurück: Das Etikett kommt per E-Mail, und der neue geht hinaus, wenn Ihrer unterwegs ist.',
  onlyOnce: () =>
    'Von hier aus lassen sich die Artikel einer Bestellung ein einziges Mal ändern; nehmen Sie bitte alles hinein, was anders werden soll. Was Ihnen später einfällt, kann sich ein Kollege ansehen, und bis sie verpackt ist, können Sie die Bestellung hier noch stornieren.',
  stillPossible: () =>
    'Ja: Bis sie gepackt wird, können Sie noch die Adresse ändern oder sie stornieren, was auch immer Sie hierzu sagen. Nur die Artikel lassen sich kein zweites Mal ändern.',
  invoiceBefore: ({ orderId, total, currency }) =>
    `Sie stammt von vor der Änderung: Bestellung ${orderId} macht jetzt ${money(total, currency)} aus. Eine berichtigte Rechnung ist Sache eines Kollegen; soll ich einen holen?`,
  isPaid: () => 'Ja, das ist bezahlt.',
  restStays: () => 'Ja: Alles, was hier nicht genannt ist, bleibt in der Bestellung, wie es ist.',
  owedStill: ({ orderId, amount, currency }) =>
    `Die Bestellung ${orderId} ist storniert und wurde mit ${money(amount, currency)} bezahlt, und eine Erstattung sehe ich noch nicht. Soll ich einen Kollegen holen, der sich darum kümmert?`,
  exchangeLater: () =>
    'Sobald sie zugestellt ist, können Sie sie kostenlos zurückgeben oder gegen eine andere Farbe oder Größe umtauschen.',
  noOtherRefund: () =>
    'Außer dem, was ich Ihnen genannt habe, sehe ich in Ihrem Konto keine Erstattung und keine stornierte Bestellung, die auf eine wartet.',
  hourUnknown: () =>
    'Um wie viel Uhr es kommt, weiß nur der Paketdienst: Seine Sendungsseite nennt am Tag selbst meist ein Zeitfenster.',
  eachItsOwn: () => 'Getrennt: Jede Bestellung ist ein eigenes Paket.',
  inTime: ({ on, isInTime }) =>
    isInTime
      ? `Das ist rechtzeitig bis ${day(on)}, wenn nichts dazwischenkommt; zusagen lässt sich kein Tag.`
      : `Das ist später als ${day(on)}, also wohl nicht rechtzeitig.`,
  unpaid: () => 'Die Zahlung ist fehlgeschlagen, und gepackt wird sie erst, wenn sie bezahlt ist.',
  awaitsPayment: () =>
    'Sie wird nicht gepackt, bevor sie bezahlt ist, und ihre Zahlung ist fehlgeschlagen. Einmal bezahlt sollte sie weiterhin an diesem Tag kommen; ich kann eine Seite machen, auf der Sie noch einmal bezahlen.',
  awaitsApproval: ({ caseId }) =>
    `Die Erstattung wartet auf die Freigabe durch einen Kollegen (Fall ${caseId}); danach geht sie von selbst hinaus.`,
  faultyBack: () =>
    'Ob der fehlerhafte Artikel zuerst zurückmuss, sagt Ihnen der Kollege, der den Ersatz regelt; bitte behalten Sie ihn bis dahin.',
};
