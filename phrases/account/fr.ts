// What is said about what stands on a customer's account, in French.
import type { AccountWords, ContactWay } from './words.ts';

const thing = (way: ContactWay) => (way === 'email' ? 'l’adresse e-mail' : 'le numéro de téléphone');

export const accountFr: AccountWords = {
  proposeContact: ({ way, value }) => `Remplacer ${thing(way)} de votre compte par ${value}.`,
  contactChanged: ({ way, value }) =>
    `C’est fait : ${thing(way)} de votre compte est maintenant ${value}. Pour votre sécurité, aucun code n’y est envoyé pendant une semaine.`,
  contactNotChanged: () => 'Je n’ai pas pu le changer : je ne trouve plus ce compte.',
  sameContact: () => 'C’est ce qui figure déjà sur votre compte, il n’y a rien à changer.',
  askContact: ({ way }) =>
    way === 'email'
      ? 'Quelle est la nouvelle adresse e-mail ?'
      : 'Quel est le nouveau numéro de téléphone ? Commencez par l’indicatif du pays, comme +33 6 12 34 56 78.',
};
