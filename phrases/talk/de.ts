// What is said between the matters, in German.
import { formatFor } from '../format.ts';
import { daysList, hoursList, isAtAnyHour } from './hours.ts';
import type { TalkWords } from './words.ts';

const LOCALE = 'de-DE';
const { clock } = formatFor(LOCALE, { today: 'heute', tomorrow: 'morgen' });

export const talkDe: TalkWords = {
  peopleAreHere: (words) => {
    if (isAtAnyHour(words))
      return 'Ein Kollege ist hier rund um die Uhr erreichbar, an jedem Tag; fragen Sie, wann immer Sie möchten.';
    const list = hoursList(words, LOCALE, 'bis');
    if (list === '') return '';
    const parts = [
      `Zeiten in ${words.timeZone}.`,
      words.closedOn.length > 0 ? `Geschlossen am ${daysList(words.closedOn, LOCALE)}.` : '',
      words.opensAt
        ? `Gerade ist niemand da: wieder ab ${clock(words.opensAt, words.timeZone)}.`
        : 'Gerade ist jemand da.',
      'Ich antworte rund um die Uhr.',
    ];
    return `Unsere Kollegen sind da:\n\n${list}\n\n${parts.filter((part) => part !== '').join(' ')}`;
  },
  stillHere: () => 'Ja, ich bin da. Was kann ich für Sie tun?',
  iAmABot: () =>
    'Ja, ich bin ein automatischer Assistent und kein Mensch. Ich kümmere mich um Bestellungen, Versand, Zahlungen und technische Probleme und hole einen Kollegen, wann immer Sie einen möchten.',
  onlyTheShop: () =>
    'Ich bin nur der automatische Assistent dieses Ladens, darin bin ich also nicht gut. In Bestellungen, Versand, Zahlungen und technischen Problemen schon.',
  writesHere: () =>
    'Wir haben keine Telefonleitung: Ein Kollege schreibt Ihnen hier, in diesem Gespräch. Sie können die Seite schließen und wiederkommen; was er schreibt, bleibt stehen.',
  staySafe: ({ caseId }) =>
    `Das kann ich von hier nicht beurteilen, und raten will ich nicht, wo jemand verletzt werden könnte. Bis ein Kollege es angesehen hat, benutzen Sie bitte weder dieses noch ein gleiches Gerät; ist jemand verletzt oder hat etwas verschluckt, rufen Sie sofort den Notruf. Ihre Worte stehen im Fall ${caseId}.`,
  noCase: () =>
    'In diesem Gespräch sehe ich keinen offenen Fall von Ihnen. Sagen Sie mir, worum es geht, oder lassen Sie mich einen Kollegen holen, der ihn suchen kann.',
  allWell: () => 'Danke der Nachfrage, hier läuft alles. Was kann ich für Sie tun?',
  asFarAsIKnow: () =>
    'So steht es im Moment bei uns. Wenn es nicht zu dem passt, was Sie sehen, kann ein Kollege es prüfen.',
  checkedAgain: () => 'Ich habe gerade noch einmal nachgesehen.',
  sameAgain: () =>
    'Ich habe ein weiteres Mal nachgesehen und finde dasselbe wie vorher. Ein Kollege kann genauer nachsehen.',
  noReason: () =>
    'Ich kann hier nur, was unsere Regeln und Daten zulassen. Ein Kollege kann es erklären oder einen anderen Weg finden.',
  whatNow: () =>
    'Sagen Sie mir, was Sie möchten, und ich sehe, was geht; ein Kollege kann es sich auch mit Ihnen ansehen.',
  noHarm: () => 'Schon gut. Was kann ich für Sie tun?',
  takeYourTime: () => 'Lassen Sie sich Zeit.',
  sorryToHear: () =>
    'Das tut mir leid. Ich bin nur ein automatischer Assistent und keine Gesellschaft, aber für alles rund um Ihre Bestellungen bin ich da.',
  whyProof: () =>
    'Damit niemand allein mit einer Nummer Ihre Bestellungen lesen oder ändern kann: Was Sie mir sagen, wird mit dem verglichen, was hinterlegt ist, und für nichts anderes verwendet.',
  youToo: () => 'Danke, Ihnen auch!',
  unclear: () =>
    'Das habe ich leider nicht verstanden. Sagen Sie mir in wenigen Worten, was Sie brauchen, zum Beispiel „wo ist meine Bestellung“ oder „meine Lampe geht nicht“.',
  noHelp: () =>
    'Es tut mir leid, dass ich keine Hilfe war. Sagen Sie mir, worum es geht, oder lassen Sie mich einen Kollegen holen.',
  withoutNumber: () =>
    'Ohne Bestellnummer finde ich hier nichts: ein Name oder eine E-Mail-Adresse allein reicht nicht. Sie steht in Ihrer Bestätigungsmail, und wer bei uns angemeldet ist, braucht sie nicht. Ein Kollege kann sie mit Ihnen suchen.',
  thenNext: ({ orderIds }) => `Eins nach dem anderen: zuerst diese, danach ${orderIds.join(', ')}.`,
  notUnderstood: ({ asked }) =>
    `Was Sie mit „${asked}“ meinen, habe ich nicht verstanden. Sagen Sie es bitte anders, oder fragen Sie nach einem Kollegen.`,
  goingInCircles: () =>
    'Wir drehen uns im Kreis, und ich möchte Ihre Zeit nicht verschwenden. Soll ich einen Kollegen holen?',
  notKnownHere: () => 'Darüber weiß ich hier nichts, und raten möchte ich nicht. Ein Kollege kann es Ihnen sagen.',
  willTell: ({ orderId }) =>
    `Ich sehe jeden Tag nach Bestellung ${orderId} und sage es Ihnen hier, wenn sich etwas geändert hat.`,
  willTellRefund: () => 'Ich sehe jeden Tag nach und sage es Ihnen hier, wenn sie gebucht ist.',
  lookedAgain: ({ state }) => `Sie wollten es wissen: ${state}`,
  notYet: ({ orderId, state }) =>
    `Wie versprochen habe ich wieder nach Bestellung ${orderId} gesehen, und es ist alles wie vorher: ${state}`,
  needsApproval: ({ summary }) => `Das muss erst ein Kollege genehmigen: ${summary}`,
  calledOff: ({ caseId }) =>
    `Entschuldigung, dann habe ich mehr darin gesehen, als es ist. Ein Kollege wirft trotzdem einen kurzen Blick auf den Fall ${caseId}; Sie müssen dafür nichts tun, und ich mache hier weiter.`,
  untilKnown: ({ caseId }) =>
    `Bis sich ein Kollege den Fall ${caseId} angesehen hat, ändere und zahle ich hier nichts. Was Sie geschrieben haben, steht jetzt dort.`,
};
