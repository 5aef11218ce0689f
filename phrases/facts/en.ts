// What is said about what we know of a customer, in English.
import type { FactKind, FactWords } from './words.ts';

const LOCALE = 'en-US';
const KINDS: Record<FactKind, string> = {
  name: 'your name',
  language: 'the language you like',
  channel: 'where you like to be written to',
};
const day = (on: string) =>
  new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(`${on}T00:00:00Z`));
const list = (parts: string[]) => new Intl.ListFormat(LOCALE).format(parts);
const language = (code: string) => new Intl.DisplayNames([LOCALE], { type: 'language' }).of(code) ?? code;

export const factsEn: FactWords = {
  noted: ({ kind, value }) => {
    if (kind === 'name') return `Nice to meet you, ${value}. I will remember your name.`;
    return kind === 'language'
      ? `All right, I will remember that you like ${language(value)}.`
      : `All right, I will remember that you like ${value} best.`;
  },
  known: ({ facts, shopName, orders, caseId }) => {
    const rows = [
      ...facts.map(
        ({ kind, value, on }) =>
          `- ${KINDS[kind]}: ${kind === 'language' ? language(value) : value} (you told me on ${day(on)})`,
      ),
      ...(shopName ? [`- you proved to be ${shopName}, a customer of this shop`] : []),
      ...(orders.length > 0 ? [`- orders we spoke of: ${list(orders)}`] : []),
      ...(caseId ? [`- your open case: ${caseId}`] : []),
    ];
    if (rows.length === 0) return 'I know nothing about you besides what you write here.';
    return [
      'This is what I know about you:',
      rows.join('\n'),
      'Write “forget me” and I forget it. To have what the shop keeps erased as well, write “delete my data”.',
    ].join('\n\n');
  },
  forgotten: () =>
    'Done: I have forgotten what you told me and who you are. To have what the shop keeps erased as well, write “delete my data”.',
  greeting: ({ name, sentence }) => `Hello ${name}! ${sentence}`,
};
