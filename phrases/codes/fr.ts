// What is said about one-time codes, in French.
import type { CodeTarget, CodeWords } from './words.ts';

const place = ({ way, hint }: CodeTarget) =>
  way === 'email' ? `votre adresse e-mail ${hint}` : `votre numéro de téléphone se terminant par ${hint}`;

export const codesFr: CodeWords = {
  subject: () => 'Votre code pour le chat du support',
  message: ({ code, minutes }) =>
    `Votre code est ${code}. Saisissez-le dans le chat qui l’a demandé ; il est valable ${minutes} minutes. Nous ne le demandons jamais par téléphone : si vous n’avez rien demandé, ne le donnez à personne et ne faites rien.`,
  asked: ({ minutes, ...target }) =>
    `Il me faut encore une preuve que c’est bien vous. J’envoie un code à six chiffres à ${place(target)}. Saisissez-le ici, s’il vous plaît ; il est valable ${minutes} minutes.`,
  askedAgain: ({ minutes, ...target }) =>
    `J’envoie un nouveau code à ${place(target)} ; lui seul compte désormais. Saisissez-le ici dans les ${minutes} minutes, s’il vous plaît.`,
  waiting: (target) => `J’attends le code à six chiffres que j’ai envoyé à ${place(target)}.`,
  wrong: ({ left }) => `Ce n’est pas le code. Il vous reste ${left === 1 ? 'un essai' : `${left} essais`}.`,
  tooManyTries: () => 'Ce n’était pas le code non plus, et je n’essaie plus celui-là. Un collègue peut vous aider.',
  expired: () => 'Ce code n’est plus valable, je ne l’ai pas utilisé. Dois-je en envoyer un nouveau ?',
  tooMany: () =>
    'Je ne peux pas envoyer plus de codes en une heure. Réessayez plus tard, ou je peux appeler un collègue.',
  accepted: () => 'Merci, c’est le bon code.',
  notAwaited: () => 'Je n’attends pas de code pour le moment. Que puis-je faire pour vous ?',
  unreachable: () =>
    'Il faut pour cela un code envoyé à une adresse e-mail ou à un numéro enregistré depuis plus d’une semaine, et je n’en ai pas. Un collègue s’en charge.',
  failed: () => 'Je n’ai pas pu envoyer le code. Dois-je réessayer, ou appeler un collègue ?',
  againChoice: () => ({ title: 'Envoyer un nouveau code', value: 'envoyer un nouveau code' }),
  otherWayChoice: ({ way }) =>
    way === 'phone'
      ? { title: 'L’envoyer par SMS', value: 'envoyer le code par SMS' }
      : { title: 'L’envoyer par e-mail', value: 'envoyer le code par e-mail' },
};
