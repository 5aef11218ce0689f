// What is said about what we know of a customer, in German.
import type { FactKind, FactWords } from './words.ts';

const LOCALE = 'de-DE';
const KINDS: Record<FactKind, string> = {
  name: 'Ihr Name',
  language: 'Ihre Sprache',
  channel: 'wo man Ihnen schreiben soll',
};
const day = (on: string) =>
  new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(`${on}T00:00:00Z`));
const list = (parts: string[]) => new Intl.ListFormat(LOCALE).format(parts);
const language = (code: string) => new Intl.DisplayNames([LOCALE], { type: 'language' }).of(code) ?? code;

export const factsDe: FactWords = {
  noted: ({ kind, value }) => {
    if (kind === 'name') return `Freut mich, ${value}. Ich merke mir Ihren Namen.`;
    return kind === 'language'
      ? `Gut, ich merke mir Ihre Sprache: ${language(value)}.`
      : `Gut, ich merke mir, wo man Ihnen schreiben soll: ${value}.`;
  },
  known: ({ facts, shopName, orders, caseId }) => {
    const rows = [
      ...facts.map(
        ({ kind, value, on }) =>
          `- ${KINDS[kind]}: ${kind === 'language' ? language(value) : value} (von Ihnen am ${day(on)})`,
      ),
      ...(shopName ? [`- Sie haben sich als ${shopName} ausgewiesen`] : []),
      ...(orders.length > 0 ? [`- Bestellungen, über die wir sprachen: ${list(orders)}`] : []),
      ...(caseId ? [`- Ihr offener Fall: ${caseId}`] : []),
    ];
    if (rows.length === 0) return 'Ich weiß nichts über Sie außer dem, was Sie hier schreiben.';
    return [
      'Das weiß ich über Sie:',
      rows.join('\n'),
      'Schreiben Sie „vergiss mich“, und ich vergesse es. Damit auch gelöscht wird, was der Shop aufbewahrt, schreiben Sie „delete my data“.',
    ].join('\n\n');
  },
  forgotten: () =>
    'Erledigt: Ich habe vergessen, was Sie mir gesagt haben und wer Sie sind. Damit auch gelöscht wird, was der Shop aufbewahrt, schreiben Sie „delete my data“.',
  greeting: ({ name, sentence }) => `Guten Tag, ${name}! ${sentence}`,
};
