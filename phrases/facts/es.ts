// What is said about what we know of a customer, in Spanish.
import type { FactKind, FactWords } from './words.ts';

const LOCALE = 'es-ES';
const KINDS: Record<FactKind, string> = {
  name: 'su nombre',
  language: 'el idioma que prefiere',
  channel: 'dónde prefiere que le escriban',
};
const day = (on: string) =>
  new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(`${on}T00:00:00Z`));
const list = (parts: string[]) => new Intl.ListFormat(LOCALE).format(parts);
const language = (code: string) => new Intl.DisplayNames([LOCALE], { type: 'language' }).of(code) ?? code;

export const factsEs: FactWords = {
  noted: ({ kind, value }) => {
    if (kind === 'name') return `Encantado, ${value}. Recordaré su nombre.`;
    return kind === 'language'
      ? `De acuerdo, recordaré que prefiere ${language(value)}.`
      : `De acuerdo, recordaré que prefiere ${value}.`;
  },
  known: ({ facts, shopName, orders, caseId }) => {
    const rows = [
      ...facts.map(
        ({ kind, value, on }) =>
          `- ${KINDS[kind]}: ${kind === 'language' ? language(value) : value} (me lo dijo el ${day(on)})`,
      ),
      ...(shopName ? [`- demostró ser ${shopName}, cliente de esta tienda`] : []),
      ...(orders.length > 0 ? [`- pedidos de los que hablamos: ${list(orders)}`] : []),
      ...(caseId ? [`- su caso abierto: ${caseId}`] : []),
    ];
    if (rows.length === 0) return 'No sé nada de usted aparte de lo que escribe aquí.';
    return [
      'Esto es lo que sé de usted:',
      rows.join('\n'),
      'Escriba «olvídeme» y lo olvido. Para que se borre también lo que guarda la tienda, escriba «delete my data».',
    ].join('\n\n');
  },
  forgotten: () =>
    'Hecho: he olvidado lo que me contó y quién es. Para que se borre también lo que guarda la tienda, escriba «delete my data».',
  greeting: ({ name, sentence }) => `¡Hola, ${name}! ${sentence}`,
};
