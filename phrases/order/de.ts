// The words of orders and products in German.
import { formatOf, priceOf } from './format.ts';
import type { ExchangeWords, OrderWords, ProductWords, VariantWords } from './words.ts';

const { money, day, list, changes: listChanges } = formatOf('de-DE');
const STOCK = { none: 'ausverkauft', few: 'nur noch wenige', some: 'vorrätig' };

const optionsOf = (variant: VariantWords) => variant.options.join(' / ') || 'eine Ausführung';
const line = (variant: VariantWords) =>
  `- **${optionsOf(variant)}**: ${money(variant.price, variant.currency)}, ${STOCK[variant.stock]}`;
function brief({ name, variants }: ProductWords): string {
  const { price, currency, isLowest } = priceOf(variants);
  const there = variants.filter((one) => one.stock !== 'none').map(optionsOf);
  return `- **${name}**: ${isLowest ? 'ab ' : ''}${money(price, currency)}${there.length > 0 ? ` (${list(there)})` : ', ausverkauft'}`;
}
const settled = (difference: number, currency: string) => {
  if (Math.abs(difference) < 0.005) return 'Der Preis bleibt gleich.';
  return difference > 0
    ? `Das sind ${money(difference, currency)} mehr, abgebucht wie bezahlt.`
    : `${money(-difference, currency)} gehen so zurück, wie Sie bezahlt haben.`;
};

const changed = (was: string, becomes: string) => (becomes === '' ? `ohne ${was}` : `${becomes} statt ${was}`);
const exchanged = ({ item, count, of, becomes }: ExchangeWords) => {
  const part = count === of ? `${of} × ` : `${count} von ${of} × `;
  return `${of === 1 ? '' : part}${item} gegen ${becomes}`;
};

export const orderDe: OrderWords = {
  product: ({ product: { name, variants } }) => [`**${name}**`, variants.map(line).join('\n')].join('\n\n'),
  variant: ({ name, variant }) => {
    const which = `${name}${variant.options.length > 0 ? ` (${variant.options.join(', ')})` : ''}`;
    return variant.stock === 'none'
      ? `${which} ist zurzeit ausverkauft; der Preis ist ${money(variant.price, variant.currency)}.`
      : `Ja: ${which} ist vorrätig${variant.stock === 'few' ? ', aber es sind nur noch wenige da' : ''}, für ${money(variant.price, variant.currency)}.`;
  },
  noVariant: ({ name, wanted, variants }) =>
    `${name} gibt es nicht in ${wanted}. Es gibt:\n\n${variants.map(line).join('\n')}`,
  allIKnow: () => 'Dazu ist nichts hinterlegt. Das ist alles, was ich weiß:',
  products: ({ products }) => `Das habe ich gefunden:\n\n${products.map(brief).join('\n')}`,
  kinds: ({ kinds }) => {
    const lines = kinds.map(
      ({ name, from, currency, examples }) =>
        `- **${name}**: ab ${money(from, currency)}, zum Beispiel ${list(examples)}`,
    );
    return `Das verkaufen wir:\n\n${lines.join('\n')}\n\nNennen Sie mir eine Art, ein Produkt oder einen Preis, und ich sehe nach.`;
  },
  costLess: ({ products }) => `Diese kosten weniger:\n\n${products.map(brief).join('\n')}`,
  noneCostLess: ({ products }) =>
    `Von dieser Art haben wir nichts für weniger. Am günstigsten sind:\n\n${products.map(brief).join('\n')}`,
  notRevived: () =>
    'Eine stornierte Bestellung lässt sich nicht zurückholen: Was darin war, steht wieder im Regal, und was bezahlt wurde, geht auf dem Weg zurück, auf dem Sie bezahlt haben. In unserem Onlineshop können Sie es neu bestellen; ich sage Ihnen gern, was vorrätig ist.',
  orderInShop: () =>
    'Bestellungen kann ich in diesem Chat nicht aufgeben: das geht in unserem Onlineshop. Ich kann Ihnen sagen, was vorrätig ist, und mich danach um die Bestellung kümmern.',
  askLater: ({ orderIds }) =>
    `Ich sehe zehn auf einmal nach. Bitte fragen Sie mich noch einmal nach ${orderIds.join(', ')}.`,
  productUnknown: () =>
    'Das finde ich nicht unter unseren Produkten, also verkaufen wir es wohl nicht. Heißt es anders, oder wofür ist es?',
  askProduct: () => 'Welches Produkt meinen Sie?',
  recommend: ({ products, because }) =>
    `${because ? `Sie haben ${because} gekauft, dazu könnte passen:` : 'Das könnte Ihnen gefallen:'}\n\n${products.map(brief).join('\n')}`,
  nothingToRecommend: () => 'Ich finde nichts Vorrätiges, das passt. Was genau suchen Sie?',
  contents: ({ orderId, placedOn, items, total, currency }) => {
    const lines = items.map(
      ({ name, options, quantity, price }) =>
        `- ${quantity} × ${name}${options.length > 0 ? ` (${options.join(', ')})` : ''}: ${money(price * quantity, currency)}`,
    );
    return `Bestellung ${orderId} vom ${day(placedOn)}:\n\n${lines.join('\n')}\n\nSumme: ${money(total, currency)}`;
  },
  notFaster: ({ orderId, left }) => {
    const then = {
      pending: `Sie ist noch nicht gepackt: Ich kann ${orderId} hier stornieren, wenn Sie sie im Shop lieber mit schnellerem Versand neu bestellen, oder ein Kollege sieht nach, ob es sich ändern lässt.`,
      packing: 'Sie wird gerade gepackt; ob sich das noch ändern lässt, sieht nur ein Kollege.',
      underway: 'Sie ist schon beim Paketdienst, und unterwegs wird die Versandart nicht mehr geändert.',
    };
    return `Wie eine Bestellung verschickt wird, kann ich nicht ändern, auch nicht auf Express. ${then[left]}`;
  },
  severalFit: () => 'Mehrere Ihrer Bestellungen passen dazu:',
  noneToCancel: () =>
    'Keine Ihrer letzten Bestellungen kann noch storniert werden: Das geht, bis sie verpackt wird. Was geliefert ist, kann zurück, und ein Kollege kann sehen, was sonst noch geht.',
  noneFits: () => 'Keine Ihrer letzten Bestellungen passt dazu. Diese sehe ich:',
  bought: ({ count }) => (count === 1 ? 'Das haben Sie bestellt:' : 'Das sind Ihre Bestellungen:'),
  boughtNothing: () => 'In dieser Zeit sehe ich keine Bestellungen von Ihnen.',
  partMissing: ({ orderId }) =>
    `Es tut mir leid, dass von der Bestellung ${orderId} etwas nicht im Paket war. Was gepackt wurde, sehe ich von hier aus nicht: Ein Kollege geht dem mit Ihnen nach und entscheidet, ob es nachgeschickt oder erstattet wird. Ein Foto von dem, was ankam, hilft.`,
  wrongItem: ({ orderId }) =>
    `Das tut mir leid, das hätte nicht passieren dürfen. Zur Bestellung ${orderId} kann ich eine Rücksendung oder einen Umtausch eröffnen oder einen Kollegen holen, der mit Ihnen nachsieht. Ein Foto hilft.`,
  returnLater: () => 'Sobald sie zugestellt ist, können Sie sie zurückgeben.',
  returnUnseen: ({ reference, items }) =>
    `${reference ? `Ihre Rücksendung ist unter ${reference} offen${items ? `, mit ${items}` : ''}. ` : ''}Wie weit eine Rücksendung ist, kann ich nicht sehen: Ein Kollege kümmert sich darum, schreibt Ihnen, wenn sie da ist, und kann es Ihnen jetzt sagen. Eine Erstattung, die gemacht wurde, kann ich nachsehen.`,
  returnOpen: ({ orderId }) =>
    `Die Rückgabe für Bestellung ${orderId} ist schon offen: alles wieder einpacken, das Etikett aus Ihrer E-Mail aufkleben und abgeben. Das Geld kommt zurück, sobald es hier ist.`,
  returnChoice: () => 'Zurücksenden',
  exchangeChoice: () => 'Umtauschen',
  otherProduct: ({ name, other }) =>
    `Umgetauscht wird ein ${name} hier nur gegen eine andere Farbe oder Größe desselben. Für den ${other} schicken Sie den ${name} zum vollen Preis zurück und bestellen den ${other} im Shop: Sagen Sie es, dann öffne ich die Rücksendung.`,
  whichItem: ({ orderId }) => `Um welchen Artikel der Bestellung ${orderId} geht es?`,
  askVariant: ({ name }) => `Welche Ausführung möchten Sie statt ${name}? Nennen Sie mir Farbe oder Größe.`,
  proposeItems: ({ orderId, changes, difference, currency, unpaidTotal }) =>
    `In der Bestellung ${orderId}: ${listChanges(changes, changed, currency)}. ${unpaidTotal === undefined ? settled(difference, currency) : `Bezahlt ist noch nichts: Die Bestellung macht dann ${money(unpaidTotal, currency)}.`} Die Artikel einer Bestellung lassen sich einmal ändern.`,
  itemsChanged: ({ orderId, items }) => `Erledigt: Die Bestellung ${orderId} ist jetzt ${list(items)}.`,
  itemsTooLate: ({ orderId }) =>
    `Die Bestellung ${orderId} lässt sich so nicht mehr ändern. Ein Kollege kann nachsehen.`,
  proposeExchange: ({ orderId, changes, difference, currency }) =>
    `Aus der Bestellung ${orderId} tauschen: ${list(changes.map(exchanged))}. ${settled(difference, currency)} Ein Rücksendeetikett kommt per E-Mail.`,
  exchanged: ({ orderId, reference }) =>
    `Erledigt: Der Umtausch zur Bestellung ${orderId} läuft unter ${reference}. Das Etikett kommt per E-Mail.`,
  proposeReturnOf: ({ orderId, items, price, currency }) =>
    `Aus der Bestellung ${orderId} zurücksenden: ${list(items)}; Sie erhalten ein kostenloses Etikett per E-Mail und ${money(price, currency)} zurück, sobald es angekommen ist.`,
  proposePayment: ({ orderId }) =>
    `Eine sichere Seite anlegen, auf der Sie für die Bestellung ${orderId} eine andere Zahlungsart wählen. Das geht einmal; bitte senden Sie hier nie Kartennummern.`,
  whyNot: ({ why }) =>
    ({
      'sold out': 'Das ist zurzeit ausverkauft.',
      'no such variant': 'In dieser Farbe oder Größe gibt es das nicht.',
      'the same variant': 'Das haben Sie schon.',
      'changed before': 'Die Artikel dieser Bestellung wurden schon einmal geändert. Ein Kollege kann nachsehen.',
      'the only item': 'Dann bliebe nichts von der Bestellung übrig; dafür wird sie storniert.',
      'nothing to change': 'So ist es schon.',
      'address changed before':
        'Die Adresse dieser Bestellung wurde schon einmal geändert. Ein Kollege kann nachsehen.',
      'payment changed before':
        'Die Zahlungsart dieser Bestellung wurde schon einmal geändert. Ein Kollege kann nachsehen.',
      'going back already': 'Das ist schon auf dem Rückweg oder wurde umgetauscht. Ein Kollege kann nachsehen.',
      'more than there is': 'So viele haben Sie davon nicht.',
      'no such item': 'Das ist nicht in dieser Bestellung.',
    })[why] ?? null,
  proposeWatch: ({ name }) => `Ihnen hier schreiben, sobald dies wieder vorrätig ist: ${name}.`,
  watching: ({ name }) => `Erledigt: Ich schreibe Ihnen hier, sobald dies wieder da ist: ${name}.`,
  mightLike: ({ name, price, currency }) => `Übrigens: ${name} (${money(price, currency)}) könnte Ihnen gefallen.`,
};
