// The words of shipping in German.
import { stepIn } from './steps.ts';
import type { ShippingWords } from './words.ts';

const LOCALE = 'de-DE';
const kg = (kilograms: number) => `${new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 }).format(kilograms)} kg`;
const number = (value: number) => new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 }).format(value);
const money = (value: number, currency: string) =>
  new Intl.NumberFormat(LOCALE, { style: 'currency', currency }).format(value);
const percent = (value: number) =>
  new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 }).format(value / 100);
const list = (parts: string[]) => new Intl.ListFormat(LOCALE).format(parts);
const range = ([from, to]: [number, number], one: string, many: string) =>
  from === to ? `${to} ${to === 1 ? one : many}` : `${from}–${to} ${many}`;

export const shippingDe: ShippingWords = {
  askWeight: ({ place }) => `Wie schwer ist es${place ? `, für ${place}` : ''}? Zum Beispiel 3 kg.`,
  askPlace: ({ kilograms }) =>
    `Wohin soll es gehen${kilograms ? `, mit ${kg(kilograms)}` : ''}? Eine Stadt, ein Land oder eine Postleitzahl genügt.`,
  askBoth: () => 'Wie schwer ist es, und wohin soll es gehen? Zum Beispiel «3 kg nach Los Angeles».',
  quote: ({ kilograms, place, options, recommended, because }) => {
    const lines = options.map(
      ({ name, price, days }) => `- **${name}**: ${money(price, 'USD')}, ${range(days, 'Werktag', 'Werktage')}`,
    );
    const advice =
      because === 'fastest'
        ? `Ich empfehle ${recommended}: das ist am schnellsten.`
        : `Ich empfehle ${recommended}: das ist am günstigsten, und einen schnelleren brauchen Sie nur, wenn es eilt.`;
    return `${`Versand von ${kg(kilograms)} nach ${place}:`}\n\n${lines.join('\n')}\n\n${advice}`;
  },
  oneService: ({ kilograms, place, option }) =>
    `${option.name} nach ${place}, ${kg(kilograms)}: **${money(option.price, 'USD')}**, ${range(option.days, 'Werktag', 'Werktage')}.`,
  bySize: ({ centimetres, cubicCentimetres, countsAs }) => {
    const size = `${centimetres.map(number).join(' × ')} cm`;
    const counts = countsAs.map(
      ({ kilograms, cubicPerKilogram, services }) =>
        `${kg(kilograms)}${countsAs.length > 1 ? ` mit ${list(services)}` : ''} (${number(cubicCentimetres)} cm³ / ${number(cubicPerKilogram)})`,
    );
    return `Die Größe von ${size} zählt als ${counts.join(', ')}; berechnet wird, was mehr ist, Größe oder Gewicht.`;
  },
  sizeCounts: () =>
    'Ja, auch die Größe zählt: Berechnet wird das Gewicht oder das, was der Raum zählt, je nachdem, was mehr ist. Nennen Sie mir Gewicht, Größe und Ziel, dann nenne ich Ihnen Preise.',
  shipsTo: ({ place, options }) =>
    `Ja, wir liefern nach ${place}: ${list(options.map(({ name, days }) => `${name} in ${range(days, 'Werktag', 'Werktage')}`))}.`,
  tooHeavy: ({ kilograms, most }) =>
    `${kg(kilograms)} ist mehr, als wir in einem Paket verschicken (höchstens ${kg(most)}). Ließe es sich auf zwei verteilen?`,
  noService: ({ place }) => `Es tut mir leid, nach ${place} liefern wir zurzeit nicht.`,
  askParcel: () => 'Um welches Paket geht es? Ihre Bestellnummer (ORD-12345) oder die Sendungsnummer genügt.',
  parcelUnknown: () => 'Dieses Paket finde ich nicht. Könnten Sie die Nummer in Ihrer Versand-E-Mail prüfen?',
  events: ({ events }) =>
    `${`Bisher ist geschehen:`}\n\n${events.map((event) => `- ${event.on}: ${stepIn('de', event.what)}`).join('\n')}`,
  late: ({ days }) =>
    `Es ist ${days === 1 ? 'einen Tag' : `${days} Tage`} überfällig. Soll ich beim Paketdienst nachforschen lassen?`,
  customs: ({ place, dutyFree, currency, taxPercent, papers, forbidden }) =>
    [
      `Sendungen nach ${place}: ${dutyFree > 0 ? `bis zu einem Wert von ${money(dutyFree, currency)} fällt kein Zoll an; darüber, und in vielen Ländern auch darunter, rechnen Sie mit etwa ${percent(taxPercent)} Einfuhrsteuer.` : `rechnen Sie bei jedem Wert mit etwa ${percent(taxPercent)} Einfuhrsteuer.`} Sie zahlt, wer das Paket bekommt, beim Paketdienst. Es entscheidet der Zoll.`,
      papers.length > 0 ? `Papiere: ${list(papers)}; wir legen sie bei.` : '',
      forbidden.length > 0 ? `Nicht verschickt werden: ${list(forbidden)}.` : '',
    ]
      .filter((line) => line !== '')
      .join('\n\n'),
  customsNone: ({ place }) => `Innerhalb von ${place} gibt es keinen Zoll.`,
  proposeIntercept: ({ orderId, address, fee }) =>
    `Die Bestellung ${orderId} vom Paketdienst an ${address} liefern lassen; das kostet ${money(fee, 'USD')} und kann einen Tag länger dauern.`,
  intercepted: ({ orderId, address, reference }) =>
    `Erledigt: Der Paketdienst liefert die Bestellung ${orderId} an ${address} (${reference}).`,
  interceptTooLate: ({ orderId }) =>
    `Es ist zu spät, die Bestellung ${orderId} umzuleiten. Ein Kollege kann nachsehen, was noch möglich ist.`,
  proposeInvestigation: ({ orderId, kind, days }) =>
    `Eine Nachforschung zur Bestellung ${orderId} eröffnen: Sie ist ${days === 1 ? 'einen Tag' : `${days} Tage`} überfällig${kind === 'lost' ? ' und gilt als verloren' : ''}.`,
  investigating: ({ orderId, reference }) =>
    `Erledigt: Die Nachforschung zur Bestellung ${orderId} ist unter ${reference} eröffnet. Der Paketdienst hat drei Werktage Zeit zu antworten.`,
  noAttempt: ({ orderId }) => `Ein Zustellversuch für Bestellung ${orderId} ist bisher nicht verzeichnet.`,
  notLateYet: ({ orderId }) =>
    `Die Bestellung ${orderId} ist noch nicht verspätet, es gibt also nichts nachzuforschen. Ab dem Tag nach dem Termin kann ich den Paketdienst suchen lassen.`,
  otherRecord: () =>
    'Die Seite des Paketdienstes kann weiter sein als unsere Daten. Manche melden ein Paket, bevor sie es übergeben: Bitte sehen Sie bei Nachbarn, an der Tür und nach einer Karte, und warten Sie bis morgen Abend. Ist es dann nicht da, oder meinen Sie, dass es gestohlen wurde, lässt ein Kollege danach suchen.',
  markedDelivered: ({ orderId }) =>
    `Die Bestellung ${orderId} ist als zugestellt vermerkt. Sehen Sie bitte bei den Nachbarn und vor der Tür nach; sonst kümmert sich ein Kollege darum.`,
  times: () =>
    'Ground braucht 3 bis 5 Werktage, Two-Day zwei, Overnight einen; in andere Länder sind es 5 bis 18. Nennen Sie mir Gewicht und Ziel, dann nenne ich Ihnen Preise.',
};
