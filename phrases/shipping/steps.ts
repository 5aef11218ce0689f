// The steps of a parcel as shop and carriers write them, in English, and in our other languages where they are known words.
import type { Tongue } from '../tongue.ts';

/** `%` stands for the carrier's name. */
const STEPS: [RegExp, Record<Tongue, string>][] = [
  [/^ordered$/i, { es: 'pedido hecho', fr: 'commandé', de: 'bestellt' }],
  [/^handed to (.+)$/i, { es: 'entregado a %', fr: 'remis à %', de: 'an % übergeben' }],
  [/^in transit$/i, { es: 'en camino', fr: 'en route', de: 'unterwegs' }],
  [/^out for delivery$/i, { es: 'en reparto', fr: 'en cours de livraison', de: 'in Zustellung' }],
  [/^delivered$/i, { es: 'entregado', fr: 'livré', de: 'zugestellt' }],
  [/^delayed$/i, { es: 'retrasado', fr: 'retardé', de: 'verspätet' }],
  [/^returned( to sender)?$/i, { es: 'devuelto', fr: 'renvoyé', de: 'zurückgesandt' }],
  [/^cancell?ed$/i, { es: 'cancelado', fr: 'annulé', de: 'storniert' }],
];

/** A step in words of ours; what nobody of us has a word for stays as the carrier wrote it. */
export function stepIn(tongue: Tongue, what: string): string {
  for (const [sign, words] of STEPS) {
    const found = sign.exec(what.trim());
    if (found) return words[tongue].replace('%', found[1] ?? '');
  }
  return what;
}
