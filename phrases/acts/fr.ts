// What is said where a message asks for no tool, in French.
import { plainFormatFor } from '../format.ts';
import type { ActWords } from './words.ts';

const { day, list, money } = plainFormatFor('fr-FR');

export const actsFr: ActWords = {
  leftAsIs: ({ orderId }) =>
    orderId ? `Entendu, je ne change rien : la commande ${orderId} reste telle quelle.` : 'Entendu, je ne change rien.',
  cannotUndo: () =>
    'Je suis désolé. Ce qui est fait, je ne peux pas l’annuler d’ici, mais un collègue peut s’en occuper s’il n’est pas trop tard. Dois-je en appeler un ?',
  nothingDone: () => 'Rien n’a été fait, il n’y a donc rien à annuler. Que souhaitez-vous à la place ?',
  whyCancelled: ({ orderIds }) =>
    `${orderIds.length > 1 ? 'Les commandes' : 'La commande'} ${list(orderIds)} ${orderIds.length > 1 ? 'ont été annulées' : 'a été annulée'} ; aucun motif n’est noté, je ne peux donc dire ni pourquoi ni par qui. Un collègue peut le savoir.`,
  nothingWrong: () => 'Entendu, alors tout va bien et je n’en demande pas plus. Que souhaitez-vous ?',
  whyRefused: () =>
    'On ne nous dit pas pourquoi un paiement est refusé : seule votre banque le sait et peut vous le dire. C’est souvent un plafond, une carte expirée ou une confirmation manquée dans l’application de la banque.',
  misread: () => 'Pardon, je vous ai mal compris. Redites-moi ce que vous voulez, je laisse le reste de côté.',
  weighsAbout: ({ name, weight }) => `L’article (${name}) pèse ${weight} ; l’emballage ajoute un peu.`,
  allAlike: () => 'Sur ce point tous nos modèles sont pareils :',
  onlyYouKnow: () =>
    'D’après ce que je sais, ils diffèrent par le prix, les couleurs et ce qui est indiqué ci-dessus ; lequel vous convient mieux, je ne peux en juger.',
  sameAgain: ({ name }) =>
    `Un ${name} défectueux est remplacé gratuitement par le même pendant la garantie ; un collègue s’en charge, car je ne peux que l’échanger contre une autre couleur ou taille, ou le reprendre. Dois-je en appeler un ?`,
  factsInEnglish: () => 'Voici ce que je sais, en anglais :',
  notSeenYet: () =>
    'Je ne vois pas encore de nouveau paiement. Celui fait sur la page sécurisée apparaît ici après quelques minutes ; ne payez pas une seconde fois avant qu’un collègue ait vérifié, je peux en appeler un.',
  payAgain: () => 'Dois-je préparer une page sécurisée pour le payer à nouveau, aussi avec une autre carte ?',
  payAgainChoice: () => 'Payer à nouveau',
  refundTakes: () =>
    'La plupart des banques affichent un remboursement dans les dix jours ouvrés après l’envoi ; certaines plus tôt. Le délai de la vôtre, je ne peux le voir.',
  reachesThem: ({ caseId }) =>
    `Oui : tout ce que vous écrivez ici figure au dossier ${caseId}, et la personne qui répond lit tout.`,
  whyApproval: ({ caseId }) =>
    `L’argent n’est rendu que lorsqu’une personne l’a vérifié, si clair que ce soit : c’est une règle de la maison, et je ne peux pas en décider seul. Inutile d’attendre ici : dès que le dossier ${caseId} est approuvé, il part de lui-même et vous le lirez dans cette conversation.`,
  nothingToDo: ({ caseId }) =>
    `Non, vous n’avez rien à faire ni à envoyer : un collègue s’occupe du dossier ${caseId} et vous écrit ici.`,
  notDoneYet: () => 'Pas encore : cela attend votre oui.',
  nothingDoneSoFar: () =>
    'Non, rien n’a été changé jusqu’ici. Dites-moi ce que vous voulez, et je vous montre d’abord ce que je ferais.',
  rerouted: () => 'Il a été dirigé vers une autre adresse entre-temps, ce qui peut ajouter un jour.',
  tooLateFor: ({ orderId, wish, status }) => {
    const what = {
      cancel: 'ne peut plus être annulée d’ici',
      items: 'ne peut plus être modifiée d’ici',
      address: 'ne peut plus recevoir d’autre adresse d’ici',
      payment: 'ne peut plus être payée autrement d’ici',
    }[wish];
    const why =
      {
        processing: 'elle est en préparation',
        shipped: 'elle est partie',
        'in transit': 'elle est en route',
        delivered: 'elle a été livrée',
        cancelled: 'elle a été annulée',
      }[status] ?? status;
    return `La commande ${orderId} ${what} : ${why}. Un collègue peut voir ce qui est possible.`;
  },
  returnFromDelivery: ({ orderId, deliveryOn }) =>
    `Oui, une fois arrivée : la commande ${orderId} ${deliveryOn ? `devrait être livrée le ${day(deliveryOn)}` : 'n’est pas encore livrée'}. Dites-moi alors quel article repart et j’ouvre le retour ; l’étiquette arrive par e-mail et paie le trajet.`,
  goesTo: ({ orderId, address }) =>
    address
      ? `La commande ${orderId} va à ${address}.`
      : `La commande ${orderId} va à l’adresse donnée à la commande, que je ne peux voir ici : elle figure dans votre e-mail de confirmation. Donnez-m’en une autre si elle doit y aller.`,
  orderedToday: ({ days }) =>
    `Commandé aujourd’hui, c’est au plus tard ${list(days.map(({ name, on }) => `le ${day(on)} avec ${name}`))}.`,
  changeGivesBack: ({ orderId, amount, currency }) =>
    `${money(amount, currency)} de la modification de la commande ${orderId} reviennent d’eux-mêmes sur votre moyen de paiement : il n’y a rien à renvoyer.`,
  atTheCarrier: ({ orderId, carrier, trackingNumber }) =>
    `D’ici je ne peux fixer ni jour ni lieu, ni transmettre de message au livreur ; ${
      trackingNumber
        ? `le transporteur, oui : sur la page de suivi de ${carrier} pour ${trackingNumber} (commande ${orderId})`
        : `le transporteur, oui, dès que ${orderId ? `la commande ${orderId}` : 'le colis'} est en route : sur sa page de suivi`
    }, vous pouvez le plus souvent choisir un autre jour, un endroit sûr comme votre porte, un voisin ou un point relais. En votre absence, il laisse un avis : il réessaie, laisse le colis chez un voisin ou le garde sept jours.`,
  takesYourYes: () => 'Il n’est pas encore parti, et ne part pas de lui-même : il faut votre accord.',
  oldOneFirst: () =>
    'L’ancien part d’abord : l’étiquette arrive par e-mail, et le nouveau part dès que le vôtre est en route.',
  onlyOnce: () =>
    'D’ici, les articles d’une commande ne se changent qu’une seule fois : mettez-y tout ce qui doit changer. Pour la suite, un collègue peut voir, et tant qu’elle n’est pas emballée, vous pouvez encore l’annuler ici.',
  stillPossible: () =>
    'Oui : tant qu’elle n’est pas emballée, vous pouvez encore changer l’adresse ou l’annuler, quoi que vous répondiez ici. Seuls ses articles ne peuvent pas être changés une deuxième fois.',
  invoiceBefore: ({ orderId, total, currency }) =>
    `Elle date d’avant le changement : la commande ${orderId} s’élève maintenant à ${money(total, currency)}. Une facture corrigée est l’affaire d’un collègue ; dois-je en appeler un ?`,
  isPaid: () => 'Oui, c’est payé.',
  restStays: () => 'Oui : tout ce qui n’est pas nommé ici reste tel quel dans la commande.',
  owedStill: ({ orderId, amount, currency }) =>
    `La commande ${orderId} est annulée et a été payée ${money(amount, currency)}, et je n’y vois pas encore de remboursement. Dois-je appeler un collègue qui s’en charge ?`,
  exchangeLater: () =>
    'Une fois livrée, vous pourrez la retourner, ou l’échanger contre une autre couleur ou taille, sans frais.',
  noOtherRefund: () =>
    'En dehors de ce que je vous ai dit, je ne vois aucun remboursement sur votre compte, ni de commande annulée qui en attende un.',
  hourUnknown: () =>
    'À quelle heure il arrive, seul le transporteur le sait : sa page de suivi indique en général un créneau le jour même.',
  eachItsOwn: () => 'Séparément : chaque commande est un colis à part.',
  inTime: ({ on, isInTime }) =>
    isInTime
      ? `C’est à temps pour ${day(on)}, si rien ne le retarde ; aucun jour ne peut être promis.`
      : `C’est après ${day(on)} : il n’est pas attendu à temps.`,
  unpaid: () => 'Son paiement a échoué, et elle n’est préparée qu’une fois payée.',
  awaitsPayment: () =>
    'Elle n’est pas préparée avant d’être payée, et son paiement a échoué. Une fois payée, elle devrait encore arriver ce jour-là ; je peux préparer une page pour la payer à nouveau.',
  awaitsApproval: ({ caseId }) =>
    `Le remboursement attend l’accord d’un collègue (dossier ${caseId}) ; ensuite il part de lui-même.`,
  faultyBack: () =>
    'Si l’article défectueux doit revenir d’abord, le collègue qui organise le remplacement vous le dit ; gardez-le jusque-là, s’il vous plaît.',
};
