// Technical help in Spanish.
import { stepsEs } from './steps-es.ts';
import type { BugState, DeviceKind, Symptom, TechnicalWords } from './words.ts';

const DEVICES: Record<DeviceKind, string> = {
  headphones: 'sus auriculares',
  speaker: 'su altavoz',
  keyboard: 'su teclado',
  lamp: 'su lámpara',
  backpack: 'su mochila',
  kettle: 'su hervidor',
  camera: 'su cámara',
  watch: 'su reloj',
  blanket: 'su manta',
  charger: 'su cargador',
  app: 'la aplicación',
  website: 'nuestro sitio web',
  account: 'su cuenta',
  device: 'su aparato',
};

const SYMPTOMS: Record<Symptom, string> = {
  'no-connection': 'sin conexión',
  'no-power': 'no se enciende',
  'no-sound': 'sin sonido',
  'one-side': 'sonido solo por un lado',
  noise: 'ruido extraño',
  battery: 'la batería dura muy poco',
  charging: 'no carga',
  overheating: 'se calienta demasiado',
  crash: 'se bloquea o se cierra',
  update: 'falla la actualización',
  sync: 'no se sincroniza',
  display: 'problema de pantalla',
  image: 'imágenes borrosas o defectuosas',
  measure: 'mediciones erróneas',
  storage: 'problema con la tarjeta de memoria',
  buttons: 'las teclas o botones no responden',
  light: 'problema de luz',
  leak: 'pierde agua',
  wear: 'gastado o roto',
  smell: 'olor o sabor',
  login: 'no se puede iniciar sesión',
  message: 'un mensaje no llega',
  page: 'una página muestra un error',
  other: 'otra cosa',
};

const STATES: Record<BugState, string> = {
  reported: 'comunicado, aún sin confirmar',
  confirmed: 'confirmado por nuestros técnicos',
  'in progress': 'en reparación',
  fixed: 'resuelto',
};

const OPENERS = [
  'Pruebe primero esto, por favor:',
  'De acuerdo, entonces lo siguiente:',
  'Gracias por probarlo. Veamos otra causa:',
  'Entendido. Esto suele ayudar:',
  'Demos un paso más:',
];

function dayInWords(day: string): string {
  return new Intl.DateTimeFormat('es', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}

const around = (workaround: string | null) => (workaround ? ` Mientras tanto: ${workaround}` : '');

export const technicalEs: TechnicalWords = {
  yourDevice: ({ kind, name }) => (name ? `${DEVICES[kind]} (${name})` : DEVICES[kind]),
  symptom: (symptom) => SYMPTOMS[symptom],
  steps: stepsEs,
  sorry: ({ device }) => `Lamento las molestias con ${device}.`,
  letsSee: ({ device }) => `Veamos qué ocurre con ${device}.`,
  inThisOrder: ({ device }) =>
    `Vamos a ocuparnos de ${device}. Estos dos pasos son los que más ayudan, incluso después de otros intentos; hágalos en este orden, por favor:`,
  oneStep: ({ attempt }) => OPENERS[attempt === 1 ? 0 : 1 + ((attempt - 2) % (OPENERS.length - 1))]!,
  notOurs: () =>
    'No es uno de nuestros productos, así que no tengo un artículo propio; esto ayuda a la mayoría de los aparatos.',
  leavingOutTried: () => 'Dejo fuera lo que ya ha probado.',
  leaksBelow: () =>
    'Que salga agua por debajo es un defecto que no se arregla con ningún paso. Desenchúfelo, mantenga seco el enchufe y no lo use más.',
  takesAbout: ({ minutes }) => (minutes === 1 ? 'Lleva más o menos un minuto.' : `Lleva unos ${minutes} minutos.`),
  articles: ({ articles }) =>
    `Más información (en inglés): ${articles.map(({ id, title }) => `${id} ${title}`).join(' · ')}`,
  ifNothingHelps: () =>
    'Si nada ayuda, se encarga un compañero: dentro de la garantía se repara o se cambia sin coste.',
  didThatHelp: () => '¿Le ha ayudado?',
  worksChoice: () => ({ title: 'Ya funciona', value: 'Ya funciona' }),
  failsChoice: () => ({ title: 'Sigue sin funcionar', value: 'Sigue sin funcionar' }),
  cannotChoice: () => ({ title: 'No puedo hacerlo', value: 'No puedo hacerlo' }),
  solved: ({ device }) => `Estupendo, me alegro de que todo vuelva a ir bien con ${device}. ¡Que lo disfrute!`,
  takeYourTime: () =>
    'Tómese su tiempo. Cuénteme cómo le ha ido y seguimos desde ahí; si no sé nada, mañana vuelvo a preguntar.',
  inDetail: () => 'Con más detalle:',
  exhausted: ({ device, count }) =>
    count > 0
      ? `Hemos repasado todo lo que sé sobre ${device} (${count} ${count === 1 ? 'paso' : 'pasos'}), así que una persona de nuestro equipo lo mirará más de cerca. Le paso todo lo que ha probado; nadie le pedirá que lo repita.`
      : `Esto va más allá de lo que sé sobre ${device}, así que una persona de nuestro equipo lo mirará más de cerca.`,
  alsoPassedOn: ({ devices }) => `También les he hablado de ${devices.join(', ')}.`,
  worksElsewhere: ({ device }) =>
    `Entonces ${device} funciona, y la causa está en el primer teléfono u ordenador. Borre allí los emparejamientos antiguos en los ajustes de Bluetooth, reinícielo e instale sus actualizaciones; después, empareje de nuevo.`,
  danger: ({ device }) =>
    `Por favor, deje de usar ${device} ahora mismo. Si puede hacerlo sin peligro, desenchúfelo; manténgalo lejos de todo lo que arda y no lo cargue. En caso de emergencia, llame al número de emergencias.`,
  checkBack: ({ device }) => `¿Cómo le ha ido con ${device}? ¿Ya funciona, o seguimos?`,
  askDevice: () => '¿De qué producto se trata?',
  oneByOne: ({ first, then }) => `Uno después del otro: primero ${first}, luego ${then.join(', luego ')}.`,
  noDateForIt: () => 'No tengo una fecha para la solución.',
  askSymptom: ({ device }) => `¿Qué ocurre exactamente con ${device}?`,
  howTo: ({ title }) => `**${title}**`,
  inEnglish: ({ article }) => `Tengo un artículo sobre esto, en inglés: ${article.id} «${article.title}». Dice:`,
  whatToDo: () => 'Qué hacer:',
  noArticle: () => 'No tengo ningún artículo sobre eso y prefiero no adivinar.',
  onlyThisArticle: ({ article: { id, title } }) =>
    `Sobre esto solo tengo ${id} «${title}». Un compañero quizá sepa más.`,
  knownBug: ({ bugId, device, symptom, state, workaround }) =>
    `Es un fallo que conocemos: ${bugId}, ${device}, ${symptom}. Está ${state}.${around(workaround)}`,
  proposeReport: ({ device, symptom }) =>
    `Comunicaría esto a nuestros técnicos como un fallo nuevo: ${device}, ${symptom}. Le avisaríamos aquí cuando esté resuelto.`,
  proposeJoin: ({ bugId, device, symptom }) =>
    `Añadiría su aviso al fallo conocido ${bugId} (${device}, ${symptom}). Le avisaríamos aquí cuando esté resuelto.`,
  reported: ({ bugId }) => `Comunicado: su número es **${bugId}**. Le avisaremos aquí cuando esté resuelto.`,
  joined: ({ bugId, state, workaround }) =>
    `Su aviso se ha añadido a **${bugId}**, que está ${state}.${around(workaround)} Le avisaremos aquí cuando esté resuelto.`,
  alreadyFixed: ({ bugId, version }) =>
    `${bugId} está resuelto${version ? ` en la versión ${version}` : ''}. Actualice, por favor, y dígame si vuelve a ocurrir.`,
  bugState: ({ bugId, state, workaround, willBeTold }) =>
    `${bugId} está ${state}.${around(workaround)}${willBeTold ? ' Le avisaremos aquí cuando esté resuelto.' : ''}`,
  stateOf: (state) => STATES[state],
  noSuchBug: ({ bugId }) => `No encuentro ningún aviso ${bugId}. ¿Podría comprobar el número?`,
  askBug: () => '¿Qué falla, y con qué producto?',
  reportChoice: () => ({ title: 'Comunicar un fallo', value: 'Quiero comunicar un fallo' }),
  warranty: ({ product, orderId, until, holds, months }) => {
    if (until === null) return `**${product}** (${orderId}): la garantía de ${months} meses empieza con la entrega.`;
    if (holds) return `**${product}** (${orderId}) está en garantía hasta el ${dayInWords(until)}.`;
    return `**${product}** (${orderId}): la garantía de ${months} meses terminó el ${dayInWords(until)}.`;
  },
  noWarranty: ({ device }) => `No encuentro ${device} entre sus pedidos, así que no puedo decirle la garantía.`,
  accident: () => 'Una caída, un líquido derramado u otro accidente, por desgracia, no están cubiertos.',
  warrantyRule: () =>
    'La garantía cubre defectos de material y fabricación, no el desgaste ni los accidentes. Su pedido es el comprobante de compra.',
};
