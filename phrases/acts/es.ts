// What is said where a message asks for no tool, in Spanish.
import type { ActWords } from './words.ts';

export const actsEs: ActWords = {
  leftAsIs: ({ orderId }) =>
    orderId ? `De acuerdo, no cambio nada: el pedido ${orderId} se queda como está.` : 'De acuerdo, no cambio nada.',
  cannotUndo: () =>
    'Lo siento. Lo que ya está hecho no puedo deshacerlo desde aquí, pero un compañero puede ocuparse si aún hay tiempo. ¿Aviso a uno?',
  nothingDone: () => 'No se ha hecho nada, así que no hay nada que deshacer. ¿Qué desea en su lugar?',
  whyCancelled: ({ orderId }) =>
    `El pedido ${orderId} está cancelado; no hay ningún motivo anotado, así que no puedo decirle por qué ni quién lo hizo. Un compañero puede averiguarlo.`,
  nothingWrong: () => 'De acuerdo, entonces no le pasa nada y no pregunto más por eso. ¿Qué desea?',
  whyRefused: () =>
    'No nos dicen por qué se rechaza un pago: solo lo sabe su banco, y puede decírselo. A menudo es un límite, una tarjeta caducada o una confirmación pendiente en la aplicación del banco.',
  misread: () => 'Perdone, entonces le he entendido mal. Dígame otra vez qué quiere y dejo lo demás.',
  weighsAbout: ({ name, weight }) => `El artículo (${name}) pesa ${weight}; la caja añade un poco.`,
  allAlike: () => 'En esto todos nuestros modelos son iguales:',
  onlyYouKnow: () =>
    'Por lo que sé, se diferencian en el precio, los colores y lo que está arriba; cuál le conviene más no puedo juzgarlo.',
  sameAgain: ({ name }) =>
    `Un ${name} defectuoso se cambia gratis por otro igual dentro de la garantía; lo organiza un compañero, porque yo solo puedo cambiarlo por otro color o tamaño, o aceptar la devolución. ¿Aviso a uno?`,
  factsInEnglish: () => 'Esto es lo que sé, en inglés:',
};
