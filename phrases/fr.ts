// The phrases in French (vous): every sentence of ours that a customer can read.
import { asSentence, formatFor } from './format.ts';
import type { Phrases } from './phrases.ts';

const is = formatFor('fr-FR', { today: 'aujourd’hui', tomorrow: 'demain' });

const STATUS: Record<string, string> = {
  pending: 'a été reçue et attend d’être préparée',
  processing: 'est en préparation',
  shipped: 'a été expédiée',
  'in transit': 'est en route',
  delivered: 'a été livrée',
  cancelled: 'a été annulée',
};
const TOPICS: Record<string, string> = {
  ORDER_INQUIRY: 'une commande',
  SHIPPING: 'une livraison',
  BILLING: 'un paiement ou une facture',
  TECHNICAL_SUPPORT: 'un problème technique',
  ACCOUNT: 'votre compte',
  COMPLAINT: 'quelque chose qui s’est mal passé',
  HUMAN_REQUEST: 'parler à une personne',
};
const REASONS: Record<string, string> = {
  damaged: 'votre commande est arrivée endommagée',
  broken: 'quelque chose ne fonctionne pas comme il faut',
  ignored: 'vos messages sont restés sans réponse',
  late: 'on vous a fait attendre',
  rude: 'vous n’avez pas été bien traité',
  money: 'il y a un problème de paiement',
  upset: 'vous n’êtes pas satisfait de notre service',
};
const PROOF: Record<string, string> = {
  order: 'un numéro de commande',
  email: 'l’adresse e-mail de cette commande',
  'postal code': 'son code postal',
};
const RISK: Record<string, string> = {
  danger:
    'N’utilisez plus le produit, débranchez-le si c’est sans danger et éloignez-vous. Si quelqu’un est blessé, a avalé quelque chose ou est en danger, appelez tout de suite les secours (112). Je préviens un collègue immédiatement.',
  'self-harm':
    'Je suis vraiment désolé que vous vous sentiez ainsi. Je ne suis qu’un assistant automatique et vous méritez de parler à quelqu’un maintenant : appelez s’il vous plaît les secours (112) ou une ligne d’écoute (3114 en France, 988 aux États-Unis). Je préviens aussi un collègue.',
  fraud:
    'Je prends cela au sérieux et je le transmets à un collègue chargé des fraudes. D’ici là, je ne change et ne paie rien ; s’il s’agit de votre carte, demandez aussi à votre banque de la bloquer. S’il s’agit d’un message qui demande de l’argent, un code ou des données de carte : il ne vient pas de nous ; n’ouvrez pas ses liens et ne répondez pas.',
  takeover:
    'Je prends cela au sérieux et je le transmets à un collègue chargé de la sécurité des comptes. Rien ne sera changé dans votre compte depuis ce chat ; changez aussi, s’il vous plaît, le mot de passe de votre messagerie.',
  legal: 'C’est une personne qui doit s’en occuper, et je transmets maintenant. Je ne le commenterai pas moi-même.',
  privacy:
    'Les demandes sur vos données personnelles sont traitées par une personne. Je transmets la vôtre ; rien n’est supprimé ni envoyé avant de savoir que c’est bien vous.',
};
const topicOf = (name: string) => TOPICS[name] ?? 'autre chose';

/** How somebody was in touch. */
const NETWORKS: Record<string, string> = {
  web: 'dans le chat de notre site',
  sms: 'par SMS',
  slack: 'dans Slack',
  teams: 'dans Teams',
};

export const fr: Phrases = {
  introduction: () => 'Je suis l’assistant automatique de Frontdesk ; vous pouvez demander une personne à tout moment.',
  introductionWithPerson: () => 'Je suis l’assistant automatique de Frontdesk.',
  greeting: () =>
    'Bonjour ! Que puis-je faire pour vous ? Je m’occupe des commandes, des livraisons, des paiements et des problèmes techniques, ou je préviens un collègue.',
  goodbye: () => 'Au revoir, et merci de votre visite.',
  whatICanDo: () =>
    'Je peux m’occuper des commandes, des livraisons, des paiements et des problèmes techniques, et prévenir un collègue pour tout le reste. De quoi s’agit-il ?',
  youAreWelcome: () => 'Je vous en prie ! Autre chose ?',
  thanksForTelling: () => 'Merci de nous l’avoir dit. Voulez-vous que je prévienne un collègue ?',
  outOfScope: () =>
    'Cela dépasse ce que je peux faire : je suis là pour les commandes et les produits de cette boutique.',
  cannotSettle: ({ topic }) =>
    `Je ne peux pas régler ${topicOf(topic)} moi-même, mais un collègue le peut. Dois-je le prévenir ?`,
  offerPerson: () => 'Dois-je prévenir un collègue ?',
  personChoice: () => ({ title: 'Parler à une personne', value: 'Je veux parler à une personne' }),
  askOrderNumber: () =>
    'Quel est votre numéro de commande ? Il ressemble à ORD-12345 et figure dans votre e-mail de confirmation.',
  orderNotFound: ({ orderId }) =>
    `Je ne trouve pas de commande ${orderId}. Pourriez-vous vérifier le numéro dans votre e-mail de confirmation ?`,
  orderState: ({ orderId, status, carrier, trackingNumber, deliveryOn, today }) =>
    [
      `Votre commande ${orderId} ${STATUS[status] ?? status}${status === 'delivered' && deliveryOn ? ` (${is.day(deliveryOn, today)})` : ''}.`,
      deliveryOn && !['delivered', 'cancelled'].includes(status)
        ? `La livraison est prévue ${is.day(deliveryOn, today)}.`
        : '',
      carrier && trackingNumber ? `Numéro de suivi ${carrier} : ${trackingNumber}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  latestOrders: () => 'Voici vos dernières commandes :',
  whichOrder: () => 'De laquelle s’agit-il ?',
  noOrders: () => 'Je ne vois pas encore de commande dans votre compte.',
  changeNeedsPerson: () => 'Je ne peux pas faire ce changement ; un collègue le peut. Dois-je le prévenir ?',
  topic: topicOf,
  isItAbout: ({ one, other }) => `Pour être sûr de vous comprendre : s’agit-il de ${one} ou de ${other} ?`,
  allRight: () => 'D’accord. Je suis là quand vous voulez.',
  stillUnsure: () =>
    'Je ne suis pas sûr de vous avoir compris et je ne veux pas deviner. Dois-je prévenir un collègue ?',
  missedFile: () =>
    'Je n’ai pas pu ouvrir votre fichier. Vous pouvez le renvoyer ou me dire avec des mots ce qu’il contient ; un collègue peut aussi vous aider.',
  wentPrivate: () => 'C’est personnel : je vous ai écrit en message direct.',
  writePrivately: () =>
    'C’est personnel, et d’autres personnes lisent cette conversation. Écrivez-moi dans une discussion privée et je m’en occupe là-bas.',
  gotFile: () => 'J’ai reçu votre fichier, mais je ne peux pas le lire. Dois-je prévenir un collègue qui le peut ?',
  caseOpened: ({ caseId, due }) =>
    `Je préviens un collègue. Votre dossier est ${caseId} ; une personne répondra ici ${due}. Vous pouvez continuer à écrire : tout lui parvient.`,
  caseOpenedAfterComplaint: ({ caseId, due, reasons }) =>
    `Je suis désolé : ${is.list(reasons.map((one) => REASONS[one] ?? one))}. Cela n’aurait pas dû arriver, et je le transmets tout de suite à un collègue. Votre dossier est ${caseId} ; une personne répondra ici ${due}. Tout ce que vous écrivez lui parvient ; vous n’aurez pas à le raconter deux fois.`,
  caseWaits: ({ caseId, due }) =>
    `Votre dossier ${caseId} est chez nos collègues ; une personne répondra ici ${due}. Vous pouvez continuer à écrire : tout leur parvient.`,
  addedToCase: ({ caseId }) => `Merci, je l’ai ajouté à votre dossier ${caseId}.`,
  reason: (name) => REASONS[name] ?? name,
  withinMinutes: (minutes) => (minutes < 120 ? `d’ici ${minutes} minutes` : `d’ici ${Math.round(minutes / 60)} heures`),
  byTime: ({ at, timeZone }) => `au plus tard ${is.clock(at, timeZone)}`,
  laterThanSaid: () => 'dès que quelqu’un sera libre, plus tard que je ne l’avais dit',
  casesAhead: ({ count }) => (count === 1 ? '1 dossier est avant le vôtre' : `${count} dossiers sont avant le vôtre`),
  waitsAlready: ({ minutes }) => `quelqu’un avant vous attend déjà depuis ${minutes} minutes`,
  latelyAfter: ({ minutes }) =>
    minutes < 120
      ? `ces derniers temps, une personne est venue après environ ${minutes} minute${minutes === 1 ? '' : 's'}`
      : `ces derniers temps, une personne est venue après environ ${Math.round(minutes / 60)} heures`,
  closedUntil: ({ at, timeZone }) => `nous sommes fermés jusqu’à ${is.clock(at, timeZone)}`,
  lastKnown: ({ at, timeZone }) =>
    `Le système dont j’ai besoin ne répond pas pour le moment. Voici son dernier état, ${is.clock(at, timeZone)} :`,
  somethingFailed: ({ caseId, due }) =>
    `Je n’arrive pas à joindre le système dont j’ai besoin. J’ai demandé à un collègue de regarder : dossier ${caseId}, une personne répondra ici ${due}.`,
  couldNotHandle: ({ caseId, due }) =>
    `Je n’ai pas pu traiter votre message, et j’en suis désolé. Un collègue va regarder : dossier ${caseId}, une personne répondra ici ${due}.`,
  leftOffAsking: ({ question }) => `La dernière fois, je vous demandais : « ${question} » Continuons-nous ?`,
  leftOffOrder: ({ orderId }) => `La dernière fois, nous parlions de la commande ${orderId}. Continuons-nous ?`,
  knownFrom: ({ network }) => `Vous nous avez déjà écrit ${network}, et je l’ai sous les yeux.`,
  itWasAbout: ({ orderId }) => `Il s’agissait de la commande ${orderId}.`,
  caseCameAlong: ({ network, caseId }) =>
    `Vous nous avez déjà écrit ${network}. Votre dossier ${caseId} est toujours ouvert, et nous pouvons le poursuivre ici.`,
  network: (channel) => NETWORKS[channel] ?? 'ailleurs',
  sessionResumed: () => 'Ravi de vous revoir.',
  tooManyWaiting: () =>
    'J’ai bien reçu vos messages et je les traite. Laissez-moi un instant, s’il vous plaît, avant d’en envoyer d’autres.',
  personJoined: ({ name }) => `${name} a rejoint ce chat.`,
  firstWords: ({ name, me }) =>
    `Bonjour${name ? ` ${name}` : ''}, ici ${me}. J’ai tout lu et je m’en occupe maintenant.`,
  personTakesOver: ({ name, before }) => `${before} a quitté ce chat ; ${name} prend le relais.`,
  personLeft: ({ name }) =>
    `${name} a quitté ce chat ; un autre collègue va prendre le relais. Vous pouvez continuer à écrire.`,
  resolved: () =>
    'Mon collègue a clos ce dossier. S’il reste quelque chose, écrivez ; c’est de nouveau moi, l’assistant.',
  closedGently: () =>
    'Sans nouvelles de vous, ce dossier est clos pour le moment. Écrivez, et il sera rouvert avec tout ce qu’il contient.',
  reopened: ({ caseId, due }) =>
    `J’ai rouvert votre dossier ${caseId} avec ce que vous avez écrit ; une personne répondra ici ${due}.`,
  openedAgain: ({ caseId, due }) =>
    `Un collègue a rouvert votre dossier ${caseId} ; une personne vous écrira ici ${due}.`,
  promisedWas: ({ caseId, promised }) =>
    `Mon collègue a noté au sujet de votre dossier ${caseId} : ${promised.replace(/[.\s]+$/, '')}. Si ce n’est pas cela, je peux le rappeler.`,
  takesLonger: ({ caseId }) =>
    `Je suis désolé : il faudra plus de temps que prévu pour que quelqu’un regarde votre dossier ${caseId}. Il n’est pas oublié, et d’autres collègues ont été prévenus. Tout ce que vous écrivez leur parvient.`,
  declined: ({ summary }) =>
    `Un collègue a décidé de ne pas faire cela : ${summary} Il peut vous expliquer pourquoi ; demandez une personne.`,
  changed: ({ summary }) => `Un collègue l’a examiné et propose plutôt ceci : ${summary}`,
  translated: () => 'Traduit automatiquement.',
  blocked: ({ at, timeZone }) =>
    `Nous ne pouvons pas vous répondre ici avant le ${new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone }).format(at)}.`,
  askRating: () => 'Êtes-vous satisfait de la façon dont cela a été traité, de 1 (pas du tout) à 5 (tout à fait) ?',
  score: (score) => ['1 (pas du tout)', '2', '3', '4', '5 (tout à fait)'][score - 1] ?? String(score),
  thanksForRating: () => 'Merci, cela nous aide.',
  sorryForRating: () =>
    'Merci de votre franchise ; je regrette que cela n’ait pas été mieux. Je l’ai dit au collègue qui suivait votre dossier.',
  sorryForBotRating: () =>
    'Merci de votre franchise ; je regrette de vous avoir peu aidé. Dois-je faire venir un collègue ?',
  queuePlace: ({ caseId, due, ahead }) =>
    `Votre dossier ${caseId} est ouvert${ahead === null ? '' : ahead === 0 ? ' et c’est le prochain' : `, ${ahead} passent avant lui`} ; une personne répondra ici ${due}. Vous pouvez continuer à écrire.`,
  caseWithdrawn: ({ caseId }) => `Entendu, j’ai dit à mes collègues que le dossier ${caseId} n’est plus nécessaire.`,
  leftToBot: () => 'Un collègue a regardé : je peux vous aider moi-même pour cela. Que souhaitez-vous savoir ?',
  backToBot: () => 'Mon collègue a quitté ce chat ; c’est de nouveau moi, l’assistant.',
  again: ({ sentence }) =>
    `Comme je le disais : ${/^\p{Lu}{2}/u.test(sentence) ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1)}`,
  proposeCancel: ({ orderId, total, currency }) =>
    `Annuler la commande ${orderId} ; ${is.money(total, currency)} sont remboursés par votre moyen de paiement.`,
  proposeCancelUnpaid: ({ orderId }) =>
    `Annuler la commande ${orderId} ; le paiement a échoué et rien n’a été débité, il n’y a donc rien à rembourser.`,
  proposeAddress: ({ orderId, address }) => `Livrer la commande ${orderId} à : ${address}`,
  proposeReturn: ({ orderId, price, currency }) =>
    `Ouvrir un retour pour la commande ${orderId} ; vous recevez une étiquette gratuite par e-mail, et ${is.money(price, currency)} de remboursement dès que le colis est arrivé.`,
  askYes: () => 'Dois-je faire exactement cela ?',
  yesChoice: () => ({ title: 'Oui, faites-le', value: 'Oui, faites-le' }),
  noChoice: () => ({ title: 'Non, laissez', value: 'Non, laissez' }),
  cancelled: ({ orderId }) => `C’est fait : la commande ${orderId} est annulée.`,
  addressChanged: ({ orderId, address }) => `C’est fait : la commande ${orderId} va à ${address}`,
  returnOpened: ({ orderId, reference }) =>
    `C’est fait : le retour de la commande ${orderId} est ouvert sous le numéro ${reference}. L’étiquette vous arrive par e-mail.`,
  nothingChanged: () => 'Entendu, je n’ai rien changé.',
  proposalExpired: () =>
    'C’était il y a un moment, je ne l’ai donc pas fait. Redites-moi ce que vous souhaitez, et je vérifierai de nouveau.',
  stillOpen: ({ summary }) => `Toujours en attente : ${asSentence(summary)} Dois-je faire exactement cela ?`,
  tooLate: ({ orderId }) =>
    `La commande ${orderId} a avancé entre-temps et je n’ai pas pu la changer. Un collègue peut voir ce qui reste possible.`,
  cannotChange: ({ orderId, why }) =>
    why === 'not found'
      ? `Je ne trouve pas de commande ${orderId} à vous.`
      : `Je ne peux pas le faire pour la commande ${orderId} dans son état actuel. Un collègue peut voir ce qui est possible.`,
  askRestOfAddress: ({ address }) => `J’ai « ${address} » pour l’instant. Quel code postal et quelle ville ?`,
  askAddress: ({ orderId }) =>
    `Quelle est la nouvelle adresse pour la commande ${orderId} ? Rue, code postal et ville, s’il vous plaît.`,
  needsPerson: ({ caseId, due }) =>
    `Un collègue s’en occupe. Je l’ai transmis sous le dossier ${caseId} ; une personne répondra ici ${due}.`,
  askProof: ({ missing }) =>
    `Avant cela, je dois savoir que c’est bien vous. Indiquez-moi s’il vous plaît ${is.list(missing.map((one) => PROOF[one] ?? one))}.`,
  proofFailed: () =>
    'Ces informations ne vont pas ensemble chez nous. Vérifiez-les, s’il vous plaît, et redonnez-moi les trois.',
  proofLocked: () =>
    'Il y a eu trop d’essais ; attendez une heure, s’il vous plaît, ou laissez-moi prévenir un collègue.',
  proofAccepted: ({ name }) => `Merci, ${name}.`,
  backToQuestion: ({ question }) => `Pour revenir à ma question : ${question}`,
  stillChecking: ({ topic, caseId, due }) =>
    `Je vérifie encore pour ${topic}. Pour que ce ne soit pas oublié, j’ai demandé à un collègue de s’en occuper : dossier ${caseId}, une personne répondra ici ${due}.`,
  risk: ({ risk, caseId, due }) =>
    `${RISK[risk] ?? RISK.legal} Votre dossier est ${caseId} ; une personne répondra ici ${due}.`,
  notMyLanguage: () =>
    'Je n’ai pas compris : en français je ne connais que les commandes, livraisons, paiements et problèmes techniques dits en quelques mots, ou un numéro de commande. Un collègue comprend le reste. Dois-je le prévenir ?',
  whatHappened: () => 'Que s’est-il passé ? Racontez-le avec vos mots, cela leur parvient directement.',
  shopEvent: ({ type, orderId, product, on, amount }) => {
    if (type === 'parcel.delayed')
      return `Des nouvelles de votre commande ${orderId} : le colis a du retard${on ? ` et devrait arriver le ${on}` : ''}. Je suis désolé pour l’attente.`;
    if (type === 'refund.booked')
      return `Votre remboursement${amount ? ` de ${is.money(amount.value, amount.currency)}` : ''}${orderId ? ` pour la commande ${orderId}` : ''} est comptabilisé${on ? ` (${on})` : ''}.`;
    if (type === 'back.in.stock') return `${product || 'Ce que vous aviez demandé'} est de nouveau disponible.`;
    return `Le problème${product ? ` avec votre ${product}` : ''} que vous aviez signalé est corrigé.`;
  },
  paused: () =>
    'L’assistant est en pause pour le moment. Ce que vous écrivez est conservé, et vous pouvez réécrire plus tard.',
  lookingUp: () => 'Je vérifie cela',
  help: () =>
    'Je peux vous aider pour les commandes, les livraisons, les paiements et les problèmes techniques, ou prévenir un collègue. Écrivez « une personne, s’il vous plaît » à tout moment.',
  stopped: () => 'Vous ne recevrez plus de messages de notre part.',
  started: () => 'Vous recevrez de nouveau nos messages. Que puis-je faire pour vous ?',
};
