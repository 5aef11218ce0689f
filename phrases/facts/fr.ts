// What is said about what we know of a customer, in French.
import type { FactKind, FactWords } from './words.ts';

const LOCALE = 'fr-FR';
const KINDS: Record<FactKind, string> = {
  name: 'votre nom',
  language: 'la langue que vous préférez',
  channel: 'où vous préférez qu’on vous écrive',
};
const day = (on: string) =>
  new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(`${on}T00:00:00Z`));
const list = (parts: string[]) => new Intl.ListFormat(LOCALE).format(parts);
const language = (code: string) => new Intl.DisplayNames([LOCALE], { type: 'language' }).of(code) ?? code;

export const factsFr: FactWords = {
  noted: ({ kind, value }) => {
    if (kind === 'name') return `Enchanté, ${value}. Je retiens votre nom.`;
    return kind === 'language'
      ? `D’accord, je retiens que vous préférez : ${language(value)}.`
      : `D’accord, je retiens que vous préférez : ${value}.`;
  },
  known: ({ facts, shopName, orders, caseId }) => {
    const rows = [
      ...facts.map(
        ({ kind, value, on }) =>
          `- ${KINDS[kind]} : ${kind === 'language' ? language(value) : value} (vous me l’avez dit le ${day(on)})`,
      ),
      ...(shopName ? [`- vous avez prouvé être ${shopName}, client de cette boutique`] : []),
      ...(orders.length > 0 ? [`- commandes dont nous avons parlé : ${list(orders)}`] : []),
      ...(caseId ? [`- votre dossier ouvert : ${caseId}`] : []),
    ];
    if (rows.length === 0) return 'Je ne sais rien de vous en dehors de ce que vous écrivez ici.';
    return [
      'Voici ce que je sais de vous :',
      rows.join('\n'),
      'Écrivez « oubliez-moi » et j’oublie tout cela. Pour effacer aussi ce que garde la boutique, écrivez « delete my data ».',
    ].join('\n\n');
  },
  forgotten: () =>
    'C’est fait : j’ai oublié ce que vous m’avez dit et qui vous êtes. Pour effacer aussi ce que garde la boutique, écrivez « delete my data ».',
  greeting: ({ name, sentence }) => `Bonjour ${name} ! ${sentence}`,
};
