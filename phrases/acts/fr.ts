// What is said where a message asks for no tool, in French.
import type { ActWords } from './words.ts';

export const actsFr: ActWords = {
  leftAsIs: ({ orderId }) =>
    orderId ? `Entendu, je ne change rien : la commande ${orderId} reste telle quelle.` : 'Entendu, je ne change rien.',
  cannotUndo: () =>
    'Je suis désolé. Ce qui est fait, je ne peux pas l’annuler d’ici, mais un collègue peut s’en occuper s’il n’est pas trop tard. Dois-je en appeler un ?',
  nothingDone: () => 'Rien n’a été fait, il n’y a donc rien à annuler. Que souhaitez-vous à la place ?',
  whyCancelled: ({ orderId }) =>
    `La commande ${orderId} a été annulée ; aucun motif n’est noté, je ne peux donc dire ni pourquoi ni par qui. Un collègue peut le savoir.`,
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
};
