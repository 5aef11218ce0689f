// What is said between the matters, in French.
import { formatFor } from '../format.ts';
import { daysList, hoursList, isAtAnyHour } from './hours.ts';
import type { TalkWords } from './words.ts';

const LOCALE = 'fr-FR';
const { clock } = formatFor(LOCALE, { today: 'aujourd’hui', tomorrow: 'demain' });

export const talkFr: TalkWords = {
  peopleAreHere: (words) => {
    if (isAtAnyHour(words))
      return 'Un collègue est joignable ici à toute heure, tous les jours ; demandez-le quand vous voulez.';
    const list = hoursList(words, LOCALE, 'à');
    if (list === '') return '';
    const parts = [
      `Heures de ${words.timeZone}.`,
      words.closedOn.length > 0 ? `Fermé le ${daysList(words.closedOn, LOCALE)}.` : '',
      words.opensAt
        ? `En ce moment, personne n’est là : retour ${clock(words.opensAt, words.timeZone)}.`
        : 'En ce moment, quelqu’un est là.',
      'Moi, je réponds à toute heure.',
    ];
    return `Nos collègues sont là :\n\n${list}\n\n${parts.filter((part) => part !== '').join(' ')}`;
  },
  stillHere: () => 'Oui, je suis là. Que puis-je faire pour vous ?',
  iAmABot: () =>
    'Oui, je suis un assistant automatique et non une personne. Je m’occupe des commandes, livraisons, paiements et problèmes techniques, et je préviens un collègue dès que vous le demandez.',
  onlyTheShop: () =>
    'Je ne suis que l’assistant automatique de cette boutique, ce n’est donc pas mon fort. Les commandes, livraisons, paiements et problèmes techniques, si.',
  writesHere: () =>
    'Nous n’avons pas de ligne téléphonique : un collègue vous écrit ici, dans cette conversation. Vous pouvez fermer la page et revenir ; ce qu’il écrit reste.',
  staySafe: ({ caseId }) =>
    `Je ne peux pas en juger d’ici, et je ne veux pas deviner là où quelqu’un pourrait se blesser. Tant qu’un collègue n’a pas regardé, n’utilisez ni celui-ci ni un autre pareil ; si quelqu’un est blessé ou a avalé quelque chose, appelez tout de suite les secours. Vos mots sont au dossier ${caseId}.`,
  noCase: () =>
    'Je ne vois aucun dossier ouvert à vous dans cette conversation. Dites-moi de quoi il s’agit, ou laissez-moi prévenir un collègue, qui peut le chercher.',
  allWell: () => 'Merci de demander, tout fonctionne. Que puis-je faire pour vous ?',
  asFarAsIKnow: () =>
    'C’est ce qui figure chez nous en ce moment. Si cela ne correspond pas à ce que vous voyez, un collègue peut le vérifier.',
  checkedAgain: () => 'Je viens de vérifier encore une fois.',
  sameAgain: () => 'J’ai vérifié encore une fois et je trouve la même chose. Un collègue peut regarder de plus près.',
  noReason: () =>
    'Je ne peux faire ici que ce que permettent nos règles et nos données. Un collègue peut l’expliquer ou trouver une autre solution.',
  whatNow: () =>
    'Dites-moi ce que vous souhaitez et je verrai ce qui est possible ; un collègue peut aussi regarder avec vous.',
  noHarm: () => 'Il n’y a pas de mal. Que puis-je faire pour vous ?',
  takeYourTime: () => 'Prenez votre temps.',
  sorryToHear: () =>
    'J’en suis désolé. Je ne suis qu’un assistant automatique, pas une compagnie, mais pour tout ce qui touche à vos commandes, je suis là.',
  whyProof: () =>
    'Pour que personne ne puisse lire ou changer vos commandes avec un simple numéro : ce que vous me dites est comparé à ce que nous avons, et ne sert à rien d’autre.',
  youToo: () => 'Merci, à vous aussi !',
  unclear: () =>
    'Pardon, je n’ai pas bien compris. Dites-moi en quelques mots ce qu’il vous faut, par exemple « où est ma commande » ou « ma lampe ne marche pas ».',
  noHelp: () =>
    'Je suis désolé de ne pas avoir aidé. Dites-moi de quoi il s’agit, ou laissez-moi prévenir un collègue.',
  withoutNumber: () =>
    'Sans numéro de commande je ne trouve rien ici : un nom ou une adresse e-mail ne suffit pas. Il figure dans votre e-mail de confirmation, et qui est connecté sur notre site n’en a pas besoin. Un collègue peut le chercher avec vous.',
  thenNext: ({ orderIds }) => `L’une après l’autre : d’abord celle-ci, puis ${orderIds.join(', ')}.`,
  notUnderstood: ({ asked }) =>
    `Je n'ai pas compris ce que vous voulez dire par « ${asked} ». Dites-le autrement, s'il vous plaît, ou demandez un collègue.`,
  goingInCircles: () =>
    'Nous tournons en rond et je ne veux pas vous faire perdre de temps. Dois-je prévenir un collègue ?',
  notKnownHere: () => 'Je n’en sais rien ici et je préfère ne pas deviner. Un collègue peut vous le dire.',
  willTell: ({ orderId }) =>
    `Je regarderai la commande ${orderId} chaque jour et je vous le dirai ici dès que quelque chose aura changé.`,
  willTellRefund: () => 'Je regarderai chaque jour et je vous le dirai ici dès qu’il sera comptabilisé.',
  lookedAgain: ({ state }) => `Vous vouliez le savoir : ${state}`,
  notYet: ({ orderId, state }) =>
    `Comme promis, j’ai regardé de nouveau la commande ${orderId} et rien n’a changé : ${state}`,
  needsApproval: ({ summary }) => `Un collègue doit d’abord approuver ceci : ${summary}`,
  calledOff: ({ caseId }) =>
    `Pardon, j’y ai donc vu plus qu’il n’y a. Un collègue regardera tout de même brièvement le dossier ${caseId} ; vous n’avez rien à faire pour cela, et je continue ici.`,
  untilKnown: ({ caseId }) =>
    `Tant qu’un collègue n’a pas vu le dossier ${caseId}, je ne change et ne paie rien ici. J’y ai ajouté ce que vous avez écrit.`,
};
