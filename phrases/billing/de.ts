// Money in German.
import { formatDay, formatItems, formatLines, formatMoney } from './format.ts';
import type { BillingRefusal, BillingWords, ChargeWords } from './words.ts';

const money = (amount: number, currency: string) => formatMoney('de', amount, currency);
const day = (on: string) => formatDay('de', on);

const REFUSALS: Record<BillingRefusal, string> = {
  'not found': 'Das finde ich in Ihrem Konto nicht.',
  'nothing was taken': 'Diese Zahlung ist fehlgeschlagen; es wurde nichts abgebucht, also gibt es nichts zu erstatten.',
  'already refunded': 'Diese Abbuchung wurde bereits vollständig erstattet.',
  'partly refunded': 'Ein Teil dieser Abbuchung wurde bereits erstattet; um den Rest kann sich ein Kollege kümmern.',
  'more than was charged': 'Mehr, als von dieser Abbuchung übrig ist, kann ich nicht erstatten.',
  'needs a colleague':
    'Selbst darf ich nur doppelte Abbuchungen und stornierte Bestellungen erstatten. Hierüber kann ein Kollege entscheiden.',
  'already disputed': 'Zu dieser Abbuchung läuft bereits eine Reklamation.',
  'already paid': 'Diese Rechnung ist bereits bezahlt.',
  'nothing unpaid': 'Sie haben keine offene Rechnung.',
  'no failed payment': 'Ich sehe keine fehlgeschlagene Zahlung, die sich wiederholen ließe.',
  'order cancelled': 'Diese Bestellung wurde storniert; dafür ist nichts mehr zu bezahlen.',
};

function extras({ refundedAmount, currency, disputeId }: ChargeWords): string {
  const refunded =
    refundedAmount > 0 ? ` Davon sind ${money(refundedAmount, currency)} erstattet oder auf dem Weg zurück.` : '';
  return refunded + (disputeId ? ` Dazu läuft eine Reklamation (${disputeId}).` : '');
}

export const billingDe: BillingWords = {
  charge: (words) => {
    const { amount, currency, on, orderId, cardEnding, status, items } = words;
    const sum = `**${money(amount, currency)}**`;
    const what = `die Bestellung ${orderId}: ${formatItems(items)}`;
    if (status === 'failed')
      return `Die Zahlung von ${sum} vom ${day(on)} mit der Karte, die auf ${cardEnding} endet, für ${what}, ist fehlgeschlagen; es wurde nichts abgebucht.`;
    return `Die Abbuchung von ${sum} vom ${day(on)} von Ihrer Karte, die auf ${cardEnding} endet, war für ${what}.${extras(words)}`;
  },
  explained: (words) => {
    const { amount, currency, on, orderId, cardEnding, items, chargeId } = words;
    return `Abbuchung ${chargeId} vom ${day(on)}, Karte mit Endziffern ${cardEnding}, für die Bestellung ${orderId}:\n\n${formatLines('de', items, currency)}\n\nAbgebucht: **${money(amount, currency)}**.${extras(words)}`;
  },
  explainOrDispute: () =>
    'Falls das nicht stimmt: Soll ich sie Posten für Posten erklären oder eine Reklamation eröffnen?',
  askDispute: () => 'Falls daran etwas nicht stimmt: Soll ich eine Reklamation eröffnen?',
  explainChoice: () => ({ title: 'Abbuchung erklären', value: 'Abbuchung erklären' }),
  disputeChoice: () => ({ title: 'Reklamation eröffnen', value: 'Reklamation eröffnen' }),
  fineChoice: () => ({ title: 'Passt so', value: 'passt so' }),
  fine: () => 'Gut, dann lasse ich es, wie es ist.',
  noSuchCharge: ({ money: sum, orderId }) =>
    `Ich finde in Ihrem Konto keine Abbuchung${sum ? ` von ${money(sum.amount, sum.currency)}` : ''}${orderId ? ` für die Bestellung ${orderId}` : ''}.`,
  noCharges: () => 'Ich sehe in Ihrem Konto keine Abbuchungen.',
  latestCharges: () => 'Das sind Ihre letzten Abbuchungen:',
  whichCharge: () => 'Welche meinen Sie?',
  chargeTitle: ({ amount, currency, on }) => `${money(amount, currency)}, ${day(on)}`,
  noDuplicates: ({ checked }) =>
    `Ich habe ${checked === 1 ? 'Ihre einzige Abbuchung' : `Ihre ${checked} Abbuchungen`} geprüft: Keine ist doppelt.`,
  compared: ({ charges, more }) => {
    const lines = charges.map(
      ({ amount, currency, on, orderId }) => `- ${day(on)}: **${money(amount, currency)}**, Bestellung ${orderId}`,
    );
    const rest = more > 0 ? [`- und ${more} ältere`] : [];
    return [
      'Dafür vergleiche ich Bestellung, Betrag und Tag; diese Abbuchungen habe ich verglichen:',
      [...lines, ...rest].join('\n'),
      'Keine zwei davon sind für dieselbe Bestellung und denselben Betrag innerhalb einer Woche. Stimmt eine davon nicht, nennen Sie sie: Ich erkläre sie oder eröffne einen Widerspruch; auch ein Kollege kann nachsehen.',
    ].join('\n\n');
  },
  proposeDuplicateRefund: ({ chargeId, amount, currency, orderId, cardEnding, on, firstOn }) =>
    `Für die Bestellung ${orderId} wurden Ihnen zweimal ${money(amount, currency)} abgebucht, ${firstOn === on ? `beide Male am ${day(on)}` : `am ${day(firstOn)} und am ${day(on)}`}. Ich kann die zweite Abbuchung (${chargeId}) erstatten: **${money(amount, currency)}** gehen zurück auf Ihre Karte, die auf ${cardEnding} endet.`,
  proposeCancelledRefund: ({ chargeId, amount, currency, orderId, cardEnding }) =>
    `Die Bestellung ${orderId} wurde storniert. Ich kann ihre Abbuchung (${chargeId}) erstatten: **${money(amount, currency)}** gehen zurück auf Ihre Karte, die auf ${cardEnding} endet.`,
  proposeAgain: ({ refundId, amount, currency, orderId, cardEnding }) =>
    `Die Erstattung ${refundId} für die Bestellung ${orderId} wurde angefordert, aber nie bestätigt. Ich kann sie unter derselben Nummer erneut senden, damit sie nur einmal geschieht: **${money(amount, currency)}** gehen zurück auf Ihre Karte, die auf ${cardEnding} endet.`,
  refundSent: ({ refundId, amount, currency, cardEnding }) =>
    `Erledigt: ${money(amount, currency)} sind auf dem Weg zurück auf Ihre Karte, die auf ${cardEnding} endet. Die Nummer dieser Erstattung ist ${refundId}. Wann sie erscheint, bestimmt Ihre Bank.`,
  refundRefused: ({ amount, currency }) =>
    `Der Zahlungsdienst hat die Erstattung von ${money(amount, currency)} nicht angenommen; es ist kein Geld geflossen. Ein Kollege kann einen anderen Weg finden.`,
  refundUnsure: ({ refundId, amount, currency }) =>
    `Der Zahlungsdienst hat die Erstattung von ${money(amount, currency)} noch nicht bestätigt. Sie ist als ${refundId} vermerkt und kann nicht doppelt ausgezahlt werden; fragen Sie mich jederzeit nach dem Stand.`,
  refundState: ({ refundId, amount, currency, orderId, cardEnding, state, requestedOn, since, confirmed }) => {
    const head = `Ihre Erstattung ${refundId} von **${money(amount, currency)}** für die Bestellung ${orderId}`;
    const card = `Ihrer Karte, die auf ${cardEnding} endet,`;
    if (state === 'booked') return `${head} wurde ${card} am ${day(since)} gutgeschrieben.`;
    if (state === 'sent')
      return `${head} wurde am ${day(since)} an Ihre Karte gesendet, die auf ${cardEnding} endet. Die Bank hat sie noch nicht bestätigt, und ein Datum dafür habe ich nicht.`;
    if (state === 'refused') return `${head} hat der Zahlungsdienst nicht angenommen; es ist kein Geld geflossen.`;
    const unasked = confirmed ? '' : ' Gerade konnte ich den Zahlungsdienst nicht erreichen.';
    return `${head} wurde am ${day(requestedOn)} angefordert und ist vom Zahlungsdienst noch nicht bestätigt.${unasked}`;
  },
  noCode: ({ code }) =>
    `Aktionscodes kann ich von hier aus nicht nachsehen, einlösen oder vergeben${code ? `, auch ${code} nicht` : ''}, und einer bestellten Ware auch keinen hinzufügen. Ein Code wird im Shop vor dem Bezahlen eingegeben. Wird er dort abgelehnt: Ist er genau so getippt, wie Sie ihn bekommen haben, und ist sein Datum nicht vorbei? Den Code selbst kann ein Kollege prüfen. Ist es eine Geschenkkarte (GIFT-…)? Dann schicken Sie mir ihren Code, und ich sage, was noch darauf ist.`,
  noRefundYet: ({ orderId }) =>
    `Für Bestellung ${orderId} sehe ich noch keine Erstattung. Nach einer Stornierung, oder sobald eine Rücksendung da ist, geht das Geld auf dem Weg zurück, auf dem Sie bezahlt haben; wie schnell es zu sehen ist, liegt an Ihrer Bank.`,
  noRefunds: () => 'Ich sehe in Ihrem Konto keine Erstattung.',
  proposeDispute: ({ amount, currency, orderId, cardEnding, on }) =>
    `Eine Reklamation zur Abbuchung von **${money(amount, currency)}** vom ${day(on)} eröffnen (Bestellung ${orderId}, Karte mit Endziffern ${cardEnding}). Unsere Kollegen aus der Buchhaltung prüfen sie; allein dadurch fließt kein Geld.`,
  disputeOpened: ({ disputeId }) =>
    `Erledigt: Die Reklamation ist eröffnet. Ihre Nummer ist ${disputeId}; unsere Kollegen aus der Buchhaltung prüfen sie.`,
  invoice: ({ invoiceId, orderId, amount, currency, paid, on, url }) =>
    `Rechnung ${invoiceId} vom ${day(on)} für die Bestellung ${orderId}: **${money(amount, currency)}**, ${paid ? 'bezahlt' : 'noch offen'}. Hier können Sie sie lesen (der Link öffnet sich nur einmal): ${url}`,
  invoiceDetails: () =>
    'Auf einer Rechnung stehen Name und Anschrift, mit denen bestellt wurde, und ich kann sie nicht ändern. Ein Kollege kann eine berichtigte ausstellen, mit Firma, Anschrift oder Steuernummer: Sagen Sie mir genau, was darauf stehen soll, und ich gebe es mit Ihrer Bestellnummer weiter. Soll ich jemanden holen?',
  noInvoice: () => 'Diese Rechnung finde ich in Ihrem Konto nicht.',
  proposePay: ({ invoiceId, orderId, amount, currency }) =>
    `Eine sichere Zahlungsseite für die Rechnung ${invoiceId} (Bestellung ${orderId}) anlegen: **${money(amount, currency)}**. Bezahlt wird erst, wenn Sie es dort tun.`,
  proposeRetry: ({ orderId, amount, currency }) =>
    `Eine sichere Seite anlegen, um die fehlgeschlagene Zahlung der Bestellung ${orderId} zu wiederholen: **${money(amount, currency)}**. Bezahlt wird erst, wenn Sie es dort tun.`,
  proposeMethod: () =>
    'Eine sichere Seite anlegen, auf der Sie Ihre Zahlungsweise ändern können. Bitte senden Sie hier niemals Kartennummern.',
  linkReady: ({ url }) =>
    `Hier ist Ihre sichere Seite; sie öffnet sich nur einmal: ${url}\n\nBitte geben Sie Kartennummern nur dort ein, niemals in diesem Chat.`,
  linkFailed: () =>
    'Der Zahlungsdienst antwortet nicht; deshalb habe ich gerade keine Zahlungsseite für Sie. Es wurde nichts abgebucht.',
  giftCard: ({ code, balance, currency, expiresOn, isExpired }) => {
    if (isExpired) return `Ihre Geschenkkarte ${code} ist am ${day(expiresOn!)} abgelaufen.`;
    const until = expiresOn ? `, gültig bis ${day(expiresOn)}` : '';
    return `Auf Ihrer Geschenkkarte ${code} sind noch **${money(balance, currency)}**${until}.`;
  },
  proposeCredit: ({ amount, currency }) =>
    `Eine Geschenkkarte über ${money(amount, currency)} als Entschuldigung geben.`,
  creditGiven: ({ amount, currency, code }) =>
    `Als Entschuldigung für den Ärger haben wir Ihnen eine Geschenkkarte über ${money(amount, currency)} ausgestellt: **${code}**. Sie gilt bei Ihrer nächsten Bestellung.`,
  noGiftCard: () => 'Ich finde keine Geschenkkarte mit diesem Code. Bitte prüfen Sie ihn.',
  askGiftCode: () => 'Wie lautet der Code der Geschenkkarte? Er sieht so aus: GIFT-AB12-CD34-EF56.',
  refused: ({ why }) => REFUSALS[why],
};
