// The words of orders and products in French.
import { formatOf, priceOf } from './format.ts';
import type { ExchangeWords, OrderWords, ProductWords, VariantWords } from './words.ts';

const { money, day, list, changes: listChanges } = formatOf('fr-FR');
const STOCK = { none: 'épuisé', few: 'plus que quelques-uns', some: 'en stock' };

const optionsOf = (variant: VariantWords) => variant.options.join(' / ') || 'unique';
const line = (variant: VariantWords) =>
  `- **${optionsOf(variant)}** : ${money(variant.price, variant.currency)}, ${STOCK[variant.stock]}`;
function brief({ name, variants }: ProductWords): string {
  const { price, currency, isLowest } = priceOf(variants);
  const there = variants.filter((one) => one.stock !== 'none').map(optionsOf);
  return `- **${name}** : ${isLowest ? 'à partir de ' : ''}${money(price, currency)}${there.length > 0 ? ` (${list(there)})` : ', épuisé'}`;
}
const settled = (difference: number, currency: string) => {
  if (Math.abs(difference) < 0.005) return 'Le prix ne change pas.';
  return difference > 0
    ? `Cela fait ${money(difference, currency)} de plus, débités comme vous avez payé.`
    : `${money(-difference, currency)} vous sont rendus comme vous avez payé.`;
};

const changed = (was: string, becomes: string) => (becomes === '' ? `sans ${was}` : `${becomes} au lieu de ${was}`);
const exchanged = ({ item, count, of, becomes }: ExchangeWords) => {
  const part = count === of ? `${of} × ` : `${count} sur ${of} × `;
  return `${of === 1 ? '' : part}${item} contre ${count === 1 ? 'celui en' : 'ceux en'} ${becomes}`;
};

export const orderFr: OrderWords = {
  product: ({ product: { name, variants } }) => [`**${name}**`, variants.map(line).join('\n')].join('\n\n'),
  variant: ({ name, variant }) => {
    const which = `${name}${variant.options.length > 0 ? ` (${variant.options.join(', ')})` : ''}`;
    return variant.stock === 'none'
      ? `${which} est épuisé pour le moment ; il coûte ${money(variant.price, variant.currency)}.`
      : `Oui : ${which} est en stock${variant.stock === 'few' ? ', mais il en reste peu' : ''}, à ${money(variant.price, variant.currency)}.`;
  },
  noVariant: ({ name, wanted, variants }) =>
    `Il n’y a pas de ${name} en ${wanted}. Il y a :\n\n${variants.map(line).join('\n')}`,
  allIKnow: () => 'Je n’ai rien là-dessus. Voici tout ce que je sais :',
  products: ({ products }) => `Voici ce que j’ai trouvé :\n\n${products.map(brief).join('\n')}`,
  kinds: ({ kinds }) => {
    const lines = kinds.map(
      ({ name, from, currency, examples }) =>
        `- **${name}**: dès ${money(from, currency)}, par exemple ${list(examples)}`,
    );
    return `Voici ce que nous vendons :\n\n${lines.join('\n')}\n\nDites-moi un genre, un produit ou un prix, et je cherche.`;
  },
  costLess: ({ products }) => `Ceux-ci coûtent moins cher :\n\n${products.map(brief).join('\n')}`,
  noneCostLess: ({ products }) =>
    `Nous n’avons rien de ce genre pour moins. Les moins chers sont :\n\n${products.map(brief).join('\n')}`,
  notRevived: () =>
    'Une commande annulée ne peut pas être rétablie : ce qu’elle contenait est de nouveau en vente, et ce qui a été payé revient par le moyen de paiement utilisé. Vous pouvez la repasser dans notre boutique en ligne ; je vous dis volontiers ce qui est disponible.',
  orderInShop: () =>
    'Je ne peux pas passer de commande dans ce chat : cela se fait dans notre boutique en ligne. Je peux vous dire ce qui est disponible et suivre la commande ensuite.',
  askLater: ({ orderIds }) =>
    `J’en consulte dix à la fois. Redemandez-moi, s’il vous plaît, pour ${orderIds.join(', ')}.`,
  productUnknown: () =>
    'Je ne le trouve pas parmi nos produits, nous ne le vendons donc sans doute pas. A-t-il un autre nom, ou à quoi sert-il ?',
  askProduct: () => 'De quel produit s’agit-il ?',
  recommend: ({ products, because }) =>
    `${because ? `Vous avez acheté ${because} ; ceci pourrait aller avec :` : 'Ceci pourrait vous plaire :'}\n\n${products.map(brief).join('\n')}`,
  nothingToRecommend: () => 'Je ne trouve rien en stock qui convienne. Que cherchez-vous exactement ?',
  contents: ({ orderId, placedOn, items, total, currency }) => {
    const lines = items.map(
      ({ name, options, quantity, price }) =>
        `- ${quantity} × ${name}${options.length > 0 ? ` (${options.join(', ')})` : ''} : ${money(price * quantity, currency)}`,
    );
    return `Commande ${orderId} du ${day(placedOn)} :\n\n${lines.join('\n')}\n\nTotal : ${money(total, currency)}`;
  },
  notFaster: ({ orderId, left }) => {
    const then = {
      pending: `Elle n’est pas encore préparée : je peux annuler ${orderId} ici, si vous préférez la repasser dans la boutique avec un envoi plus rapide, ou un collègue regarde si cela peut être changé.`,
      packing: 'Elle est en cours de préparation ; seul un collègue peut voir si cela peut encore être changé.',
      underway: 'Le transporteur l’a déjà, et le mode d’envoi ne change plus en route.',
    };
    return `Je ne peux pas changer le mode d’envoi d’une commande, express compris. ${then[left]}`;
  },
  severalFit: () => 'Plusieurs de vos commandes correspondent :',
  noneToCancel: () =>
    'Aucune de vos dernières commandes ne peut plus être annulée : c’est possible jusqu’à sa préparation. Ce qui a été livré peut être renvoyé, et un collègue peut voir ce qui est encore possible.',
  noneFits: () => 'Aucune de vos dernières commandes ne correspond. Voici celles que je vois :',
  bought: ({ count }) => (count === 1 ? 'Voici ce que vous avez commandé :' : 'Voici vos commandes :'),
  boughtNothing: () => 'Je ne vois aucune commande de votre part dans cette période.',
  partMissing: ({ orderId }) =>
    `Je suis désolé qu’il ait manqué quelque chose de la commande ${orderId} dans le colis. D’ici, je ne vois pas ce qui a été emballé : un collègue regarde cela avec vous et décide si c’est envoyé ou remboursé. Une photo de ce qui est arrivé aide.`,
  wrongItem: ({ orderId }) =>
    `Je suis désolé, cela n’aurait pas dû arriver. Pour la commande ${orderId}, je peux ouvrir un retour ou un échange, ou appeler un collègue qui regarde avec vous. Une photo aide.`,
  returnLater: () => 'Une fois livrée, vous pourrez la retourner.',
  returnUnseen: ({ reference, items }) =>
    `${reference ? `Votre retour est ouvert sous le numéro ${reference}${items ? `, avec ${items}` : ''}. ` : ''}Je ne vois pas où en est un retour : un collègue s’en occupe, vous écrit quand il est arrivé et peut vous le dire maintenant. Un remboursement déjà fait, je peux le consulter.`,
  returnOpen: ({ orderId }) =>
    `Le retour de la commande ${orderId} est déjà ouvert : remettez tout dans un colis, collez l’étiquette reçue par e-mail et déposez-le. L’argent revient dès qu’il est arrivé ici.`,
  returnChoice: () => 'Le retourner',
  exchangeChoice: () => 'L’échanger',
  otherProduct: ({ name, other }) =>
    `Ici, un ${name} ne s’échange que contre une autre couleur ou taille du même. Pour le ${other}, renvoyez le ${name}, remboursé en entier, et commandez le ${other} dans la boutique : dites-le-moi et j’ouvre le retour.`,
  whichItem: ({ orderId }) => `De quel article de la commande ${orderId} s’agit-il ?`,
  askVariant: ({ name }) => `Lequel voulez-vous à la place de ${name} ? Dites-moi la couleur ou la taille.`,
  proposeItems: ({ orderId, changes, difference, currency, unpaidTotal }) =>
    `Dans la commande ${orderId} : ${listChanges(changes, changed, currency)}. ${unpaidTotal === undefined ? settled(difference, currency) : `Rien n’a encore été payé : la commande s’élève alors à ${money(unpaidTotal, currency)}.`} Les articles d’une commande peuvent être changés une fois.`,
  itemsChanged: ({ orderId, items }) => `C’est fait : la commande ${orderId} contient maintenant ${list(items)}.`,
  itemsTooLate: ({ orderId }) => `La commande ${orderId} ne peut plus être changée ainsi. Un collègue peut regarder.`,
  proposeExchange: ({ orderId, changes, difference, currency }) =>
    `Échanger de la commande ${orderId} : ${list(changes.map(exchanged))}. ${settled(difference, currency)} Vous recevez une étiquette de retour par e-mail.`,
  exchanged: ({ orderId, reference }) =>
    `C’est fait : l’échange pour la commande ${orderId} est ouvert sous ${reference}. L’étiquette arrive par e-mail.`,
  proposeReturnOf: ({ orderId, items, price, currency }) =>
    `Renvoyer de la commande ${orderId} : ${list(items)} ; vous recevez une étiquette gratuite par e-mail, et ${money(price, currency)} de remboursement dès son arrivée.`,
  proposePayment: ({ orderId }) =>
    `Créer une page sécurisée où choisir un autre moyen de paiement pour la commande ${orderId}. Cela se fait une fois ; n’envoyez jamais de numéro de carte ici.`,
  whyNot: ({ why }) =>
    ({
      'sold out': 'Celui-là est épuisé pour le moment.',
      'no such variant': 'Cela n’existe pas dans cette couleur ou cette taille.',
      'the same variant': 'C’est celui que vous avez.',
      'changed before': 'Les articles de cette commande ont déjà été changés une fois. Un collègue peut regarder.',
      'the only item': 'Il ne resterait alors rien de la commande ; pour cela, on l’annule.',
      'nothing to change': 'C’est déjà le cas.',
      'address changed before': 'L’adresse de cette commande a déjà été changée une fois. Un collègue peut regarder.',
      'payment changed before':
        'Le moyen de paiement de cette commande a déjà été changé une fois. Un collègue peut regarder.',
      'going back already': 'C’est déjà sur le retour, ou échangé. Un collègue peut regarder.',
      'more than there is': 'C’est plus que ce que vous avez.',
      'no such item': 'Ce n’est pas dans cette commande.',
    })[why] ?? null,
  proposeWatch: ({ name }) => `Vous écrire ici quand ceci sera de nouveau en stock : ${name}.`,
  watching: ({ name }) => `C’est fait : je vous écris ici dès que ceci revient : ${name}.`,
  mightLike: ({ name, price, currency }) => `Au fait : ${name} (${money(price, currency)}) pourrait vous plaire.`,
};
