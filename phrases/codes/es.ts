// What is said about one-time codes, in Spanish.
import type { CodeTarget, CodeWords } from './words.ts';

const place = ({ way, hint }: CodeTarget) =>
  way === 'email' ? `su correo ${hint}` : `su teléfono terminado en ${hint}`;

export const codesEs: CodeWords = {
  subject: () => 'Su código para el chat de atención',
  message: ({ code, minutes }) =>
    `Su código es ${code}. Escríbalo en el chat que se lo ha pedido; vale ${minutes} minutos. Nunca lo pedimos por teléfono: si usted no lo ha pedido, no se lo dé a nadie y no haga nada.`,
  asked: ({ minutes, ...target }) =>
    `Para esto necesito una prueba más de que es usted. Envío un código de seis cifras a ${place(target)}. Escríbalo aquí, por favor; vale ${minutes} minutos.`,
  askedAgain: ({ minutes, ...target }) =>
    `Envío un código nuevo a ${place(target)}; ahora solo vale este. Escríbalo aquí, por favor, antes de ${minutes} minutos.`,
  waiting: (target) => `Espero el código de seis cifras que he enviado a ${place(target)}.`,
  wrong: ({ left }) => `Ese no es el código. Le ${left === 1 ? 'queda un intento' : `quedan ${left} intentos`}.`,
  tooManyTries: () => 'Tampoco era el código, y con ese ya no pruebo más. Un compañero puede ayudarle.',
  expired: () => 'Ese código ha caducado y no lo he usado. ¿Le envío uno nuevo?',
  tooMany: () =>
    'No puedo enviar más códigos en una hora. Inténtelo más tarde, por favor, o puedo avisar a un compañero.',
  accepted: () => 'Gracias, ese es el código.',
  notAwaited: () => 'Ahora mismo no espero ningún código. ¿En qué puedo ayudarle?',
  unreachable: () =>
    'Para esto hace falta un código a un correo o un teléfono que conste desde hace más de una semana, y no tengo ninguno. Se ocupa un compañero.',
  failed: () => 'No he podido enviar el código. ¿Lo intento otra vez o aviso a un compañero?',
  againChoice: () => ({ title: 'Enviar un código nuevo', value: 'enviar un código nuevo' }),
  otherWayChoice: ({ way }) =>
    way === 'phone'
      ? { title: 'Enviarlo por SMS', value: 'enviar el código por SMS' }
      : { title: 'Enviarlo por correo', value: 'enviar el código por correo' },
};
