// What is said about what stands on a customer's account, in Spanish.
import type { AccountWords, ContactWay } from './words.ts';

const thing = (way: ContactWay) => (way === 'email' ? 'el correo' : 'el teléfono');

export const accountEs: AccountWords = {
  proposeContact: ({ way, value }) => `Cambiar ${thing(way)} de su cuenta por ${value}.`,
  contactChanged: ({ way, value }) =>
    `Hecho: ${thing(way)} de su cuenta es ahora ${value}. Por su seguridad, durante una semana no se enviarán códigos allí.`,
  contactNotChanged: () => 'No he podido cambiarlo: ya no encuentro esta cuenta.',
  sameContact: () => 'Eso es lo que ya consta en su cuenta, así que no hay nada que cambiar.',
  askContact: ({ way }) =>
    way === 'email'
      ? '¿Cuál es el correo nuevo?'
      : '¿Cuál es el teléfono nuevo? Escríbalo con el prefijo del país, por favor, como +34 600 123 456.',
};
