// Money in French.
import { formatDay, formatItems, formatLines, formatMoney } from './format.ts';
import type { BillingRefusal, BillingWords, ChargeWords } from './words.ts';

const money = (amount: number, currency: string) => formatMoney('fr', amount, currency);
const day = (on: string) => formatDay('fr', on);

const REFUSALS: Record<BillingRefusal, string> = {
  'not found': 'Je ne trouve pas cela sur votre compte.',
  'nothing was taken': "Ce paiement a échoué : rien n'a été prélevé, il n'y a donc rien à rembourser.",
  'already refunded': 'Ce débit a déjà été remboursé en totalité.',
  'partly refunded': "Une partie de ce débit a déjà été remboursée ; un collègue peut s'occuper du reste.",
  'more than was charged': 'Je ne peux pas rembourser plus que ce qui reste de ce débit.',
  'needs a colleague':
    'Seul, je ne peux rembourser que les débits en double et les commandes annulées. Un collègue peut décider pour celui-ci.',
  'already disputed': 'Une contestation est déjà ouverte pour ce débit.',
  'already paid': 'Cette facture est déjà payée.',
  'nothing unpaid': "Vous n'avez aucune facture impayée.",
  'no failed payment': 'Je ne vois aucun paiement échoué à relancer.',
  'order cancelled': 'Cette commande a été annulée : il n’y a plus rien à payer.',
};

function extras({ refundedAmount, currency, disputeId }: ChargeWords): string {
  const refunded =
    refundedAmount > 0
      ? ` Sur ce montant, ${money(refundedAmount, currency)} sont remboursés ou en cours de remboursement.`
      : '';
  return refunded + (disputeId ? ` Une contestation est ouverte (${disputeId}).` : '');
}

export const billingFr: BillingWords = {
  charge: (words) => {
    const { amount, currency, on, orderId, cardEnding, status, items } = words;
    const sum = `**${money(amount, currency)}**`;
    const what = `la commande ${orderId} : ${formatItems(items)}`;
    if (status === 'failed')
      return `Le paiement de ${sum} du ${day(on)} avec la carte se terminant par ${cardEnding}, pour ${what}, a échoué ; rien n'a été prélevé.`;
    return `Le débit de ${sum} du ${day(on)} sur votre carte se terminant par ${cardEnding} correspond à ${what}.${extras(words)}`;
  },
  explained: (words) => {
    const { amount, currency, on, orderId, cardEnding, items, chargeId } = words;
    return `Débit ${chargeId} du ${day(on)}, carte se terminant par ${cardEnding}, pour la commande ${orderId} :\n\n${formatLines('fr', items, currency)}\n\nDébité : **${money(amount, currency)}**.${extras(words)}`;
  },
  explainOrDispute: () =>
    'Si cela ne vous semble pas correct : voulez-vous le détail article par article, ou dois-je ouvrir une contestation ?',
  askDispute: () => "Si quelque chose n'est pas correct : dois-je ouvrir une contestation ?",
  explainChoice: () => ({ title: 'Détailler le débit', value: 'détailler le débit' }),
  disputeChoice: () => ({ title: 'Ouvrir une contestation', value: 'ouvrir une contestation' }),
  fineChoice: () => ({ title: "C'est bon", value: "c'est bon" }),
  fine: () => 'Très bien, je laisse les choses en l’état.',
  noSuchCharge: ({ money: sum, orderId }) =>
    `Je ne trouve aucun débit${sum ? ` de ${money(sum.amount, sum.currency)}` : ''}${orderId ? ` pour la commande ${orderId}` : ''} sur votre compte.`,
  noCharges: () => 'Je ne vois aucun débit sur votre compte.',
  latestCharges: () => 'Voici vos derniers débits :',
  whichCharge: () => 'Duquel parlez-vous ?',
  chargeTitle: ({ amount, currency, on }) => `${money(amount, currency)}, ${day(on)}`,
  noDuplicates: ({ checked }) =>
    `J'ai vérifié ${checked === 1 ? 'votre unique débit' : `vos ${checked} débits`} : aucun n'a été effectué deux fois.`,
  compared: ({ charges, more }) => {
    const lines = charges.map(
      ({ amount, currency, on, orderId }) => `- ${day(on)} : **${money(amount, currency)}**, commande ${orderId}`,
    );
    const rest = more > 0 ? [`- et ${more} plus anciens`] : [];
    return [
      'Pour cela, je compare commande, montant et jour ; voici les débits que j’ai comparés :',
      [...lines, ...rest].join('\n'),
      'Il n’y en a pas deux pour la même commande et le même montant en une semaine. Si l’un d’eux n’est pas juste, dites-moi lequel : je l’explique ou j’ouvre une contestation ; un collègue peut aussi regarder.',
    ].join('\n\n');
  },
  proposeDuplicateRefund: ({ chargeId, amount, currency, orderId, cardEnding, on, firstOn }) =>
    `Vous avez été débité deux fois de ${money(amount, currency)} pour la commande ${orderId}, ${firstOn === on ? `les deux fois le ${day(on)}` : `le ${day(firstOn)} et le ${day(on)}`}. Je peux rembourser le second débit (${chargeId}) : **${money(amount, currency)}** retournent sur votre carte se terminant par ${cardEnding}.`,
  proposeCancelledRefund: ({ chargeId, amount, currency, orderId, cardEnding }) =>
    `La commande ${orderId} a été annulée. Je peux rembourser son débit (${chargeId}) : **${money(amount, currency)}** retournent sur votre carte se terminant par ${cardEnding}.`,
  proposeAgain: ({ refundId, amount, currency, orderId, cardEnding }) =>
    `Le remboursement ${refundId} de la commande ${orderId} a été demandé, mais jamais confirmé. Je peux le renvoyer sous le même numéro, pour qu'il n'ait lieu qu'une fois : **${money(amount, currency)}** retournent sur votre carte se terminant par ${cardEnding}.`,
  refundSent: ({ refundId, amount, currency, cardEnding }) =>
    `C'est fait : ${money(amount, currency)} sont en route vers votre carte se terminant par ${cardEnding}. Le numéro de ce remboursement est ${refundId}. C'est votre banque qui décide du moment où il apparaît.`,
  refundRefused: ({ amount, currency }) =>
    `Le prestataire de paiement n'a pas accepté le remboursement de ${money(amount, currency)} ; aucun argent n'a bougé. Un collègue peut trouver une autre solution.`,
  refundUnsure: ({ refundId, amount, currency }) =>
    `Le prestataire de paiement n'a pas encore confirmé le remboursement de ${money(amount, currency)}. Il est noté sous ${refundId} et ne peut pas être versé deux fois ; demandez-moi où il en est quand vous voulez.`,
  refundState: ({ refundId, amount, currency, orderId, cardEnding, state, requestedOn, since, confirmed }) => {
    const head = `Votre remboursement ${refundId} de **${money(amount, currency)}** pour la commande ${orderId}`;
    const card = `votre carte se terminant par ${cardEnding}`;
    if (state === 'booked') return `${head} a été crédité sur ${card} le ${day(since)}.`;
    if (state === 'sent')
      return `${head} a été envoyé vers ${card} le ${day(since)}. La banque ne l'a pas encore confirmé et je n'ai pas de date à vous donner.`;
    if (state === 'refused')
      return `${head} n'a pas été accepté par le prestataire de paiement ; aucun argent n'a bougé.`;
    const unasked = confirmed ? '' : " Je n'ai pas pu joindre le prestataire à l'instant.";
    return `${head} a été demandé le ${day(requestedOn)} et n'est pas encore confirmé par le prestataire de paiement.${unasked}`;
  },
  noCode: ({ code }) =>
    `Je ne peux ni vérifier, ni utiliser, ni donner de codes promo ici${code ? `, ${code} compris` : ''}, ni en ajouter un à une commande déjà passée. Le code se saisit dans la boutique avant de payer. S’il y est refusé : est-il tapé exactement comme vous l’avez reçu, et sa date n’est-elle pas passée ? Un collègue peut vérifier le code lui-même. Est-ce une carte cadeau (GIFT-…) ? Envoyez-moi alors son code et je vous dis ce qu’il reste dessus.`,
  noRefundYet: ({ orderId }) =>
    `Je ne vois pas encore de remboursement pour la commande ${orderId}. Après une annulation, ou dès qu’un retour est arrivé, l’argent revient par votre moyen de paiement ; le délai dépend de votre banque.`,
  noRefunds: () => 'Je ne vois aucun remboursement sur votre compte.',
  proposeDispute: ({ amount, currency, orderId, cardEnding, on }) =>
    `Ouvrir une contestation du débit de **${money(amount, currency)}** du ${day(on)} (commande ${orderId}, carte se terminant par ${cardEnding}). Nos collègues de la facturation le vérifient ; à elle seule, elle ne déplace pas d'argent.`,
  disputeOpened: ({ disputeId }) =>
    `C'est fait : la contestation est ouverte. Son numéro est ${disputeId} ; nos collègues de la facturation la vérifient.`,
  invoice: ({ invoiceId, orderId, amount, currency, paid, on, url }) =>
    `Facture ${invoiceId} du ${day(on)} pour la commande ${orderId} : **${money(amount, currency)}**, ${paid ? 'payée' : 'à payer'}. Vous pouvez la lire ici (le lien ne s'ouvre qu'une fois) : ${url}`,
  invoiceDetails: () =>
    'Une facture porte le nom et l’adresse de la commande, et je ne peux pas la modifier. Un collègue peut en établir une corrigée avec le nom, l’adresse ou le numéro de TVA de votre société : dites-moi exactement ce qui doit y figurer, et je le transmets avec votre numéro de commande. Dois-je faire appel à quelqu’un ?',
  noInvoice: () => 'Je ne trouve pas cette facture sur votre compte.',
  proposePay: ({ invoiceId, orderId, amount, currency }) =>
    `Créer une page de paiement sécurisée pour la facture ${invoiceId} (commande ${orderId}) : **${money(amount, currency)}**. Rien n'est payé tant que vous ne le faites pas là-bas.`,
  proposeRetry: ({ orderId, amount, currency }) =>
    `Créer une page sécurisée pour refaire le paiement échoué de la commande ${orderId} : **${money(amount, currency)}**. Rien n'est payé tant que vous ne le faites pas là-bas.`,
  proposeMethod: () =>
    "Créer une page sécurisée où vous pouvez changer votre moyen de paiement. N'envoyez jamais de numéro de carte ici, s'il vous plaît.",
  linkReady: ({ url }) =>
    `Voici votre page sécurisée ; elle ne s'ouvre qu'une fois : ${url}\n\nSaisissez vos numéros de carte uniquement là-bas, jamais dans cette conversation.`,
  linkFailed: () =>
    "Le prestataire de paiement ne répond pas ; je n'ai donc pas de page de paiement pour vous en ce moment. Rien n'a été débité.",
  giftCard: ({ code, balance, currency, expiresOn, isExpired }) => {
    if (isExpired) return `Votre carte cadeau ${code} a expiré le ${day(expiresOn!)}.`;
    const until = expiresOn ? `, valables jusqu'au ${day(expiresOn)}` : '';
    return `Il reste **${money(balance, currency)}** sur votre carte cadeau ${code}${until}.`;
  },
  proposeCredit: ({ amount, currency }) => `Offrir une carte cadeau de ${money(amount, currency)} en guise d’excuse.`,
  creditGiven: ({ amount, currency, code }) =>
    `Pour nous excuser de ces désagréments, nous vous avons créé une carte cadeau de ${money(amount, currency)} : **${code}**. Elle vaut pour votre prochaine commande.`,
  noGiftCard: () => 'Je ne trouve aucune carte cadeau avec ce code. Veuillez le vérifier.',
  askGiftCode: () => 'Quel est le code de la carte cadeau ? Il se présente ainsi : GIFT-AB12-CD34-EF56.',
  refused: ({ why }) => REFUSALS[why],
};
