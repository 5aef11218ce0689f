// What is said about one-time codes, in German.
import type { CodeTarget, CodeWords } from './words.ts';

const place = ({ way, hint }: CodeTarget) =>
  way === 'email' ? `Ihre E-Mail-Adresse ${hint}` : `Ihre Telefonnummer mit den letzten Ziffern ${hint}`;

export const codesDe: CodeWords = {
  subject: () => 'Ihr Code für den Support-Chat',
  message: ({ code, minutes }) =>
    `Ihr Code ist ${code}. Geben Sie ihn in dem Chat ein, der danach gefragt hat; er gilt ${minutes} Minuten. Wir fragen nie am Telefon danach: Haben Sie ihn nicht angefordert, geben Sie ihn niemandem und tun Sie nichts.`,
  asked: ({ minutes, ...target }) =>
    `Dafür brauche ich noch einen Nachweis, dass Sie es sind. Ich schicke einen sechsstelligen Code an ${place(target)}. Bitte geben Sie ihn hier ein; er gilt ${minutes} Minuten.`,
  askedAgain: ({ minutes, ...target }) =>
    `Ich schicke einen neuen Code an ${place(target)}; nur dieser gilt jetzt. Bitte geben Sie ihn innerhalb von ${minutes} Minuten hier ein.`,
  waiting: (target) => `Ich warte auf den sechsstelligen Code, den ich an ${place(target)} geschickt habe.`,
  wrong: ({ left }) => `Das ist nicht der Code. Sie haben noch ${left === 1 ? 'einen Versuch' : `${left} Versuche`}.`,
  tooManyTries: () =>
    'Auch das war nicht der Code, und ich probiere diesen nicht weiter. Eine Kollegin oder ein Kollege kann Ihnen helfen.',
  expired: () => 'Dieser Code ist abgelaufen, ich habe ihn nicht verwendet. Soll ich einen neuen schicken?',
  tooMany: () =>
    'Mehr Codes darf ich innerhalb einer Stunde nicht schicken. Bitte versuchen Sie es später noch einmal, oder ich hole eine Kollegin oder einen Kollegen.',
  accepted: () => 'Danke, das ist der Code.',
  notAwaited: () => 'Ich warte gerade auf keinen Code. Was kann ich für Sie tun?',
  unreachable: () =>
    'Dafür brauche ich einen Code an eine E-Mail-Adresse oder Telefonnummer, die seit mehr als einer Woche hinterlegt ist, und habe keine. Eine Kollegin oder ein Kollege übernimmt.',
  failed: () =>
    'Ich konnte den Code nicht schicken. Soll ich es noch einmal versuchen oder eine Kollegin oder einen Kollegen holen?',
  againChoice: () => ({ title: 'Neuen Code schicken', value: 'neuen Code schicken' }),
  otherWayChoice: ({ way }) =>
    way === 'phone'
      ? { title: 'Per SMS schicken', value: 'Code per SMS schicken' }
      : { title: 'Per E-Mail schicken', value: 'Code per E-Mail schicken' },
};
