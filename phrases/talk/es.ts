// What is said between the matters, in Spanish.
import { formatFor } from '../format.ts';
import { daysList, hoursList, isAtAnyHour } from './hours.ts';
import type { TalkWords } from './words.ts';

const LOCALE = 'es-ES';
const { clock } = formatFor(LOCALE, { today: 'hoy', tomorrow: 'mañana' });

export const talkEs: TalkWords = {
  peopleAreHere: (words) => {
    if (isAtAnyHour(words))
      return 'Puede hablar aquí con un compañero a cualquier hora, todos los días; pídalo cuando quiera.';
    const list = hoursList(words, LOCALE, 'a');
    if (list === '') return '';
    const parts = [
      `Horas de ${words.timeZone}.`,
      words.closedOn.length > 0 ? `Cerrado el ${daysList(words.closedOn, LOCALE)}.` : '',
      words.opensAt
        ? `Ahora no hay nadie: vuelven el ${clock(words.opensAt, words.timeZone)}.`
        : 'Ahora mismo hay alguien.',
      'Yo respondo a cualquier hora.',
    ];
    return `Nuestros compañeros atienden:\n\n${list}\n\n${parts.filter((part) => part !== '').join(' ')}`;
  },
  stillHere: () => 'Sí, aquí estoy. ¿En qué puedo ayudarle?',
  iAmABot: () =>
    'Sí, soy un asistente automático y no una persona. Me ocupo de pedidos, envíos, pagos y problemas técnicos, y aviso a un compañero siempre que lo pida.',
  onlyTheShop: () =>
    'Solo soy el asistente automático de esta tienda, así que eso no se me da bien. Los pedidos, envíos, pagos y problemas técnicos sí.',
  writesHere: () =>
    'No tenemos línea telefónica: un compañero le escribe aquí, en esta conversación. Puede cerrar la página y volver; lo que escriba queda.',
  staySafe: ({ caseId }) =>
    `Eso no puedo juzgarlo desde aquí, y no quiero adivinar donde alguien podría hacerse daño. Hasta que lo vea un compañero, no use ni ese ni otro igual; si hay heridos o alguien se ha tragado algo, llame ya al número de emergencias. Lo que escribe está en el caso ${caseId}.`,
  noCase: () =>
    'No veo ningún caso suyo abierto en esta conversación. Dígame de qué se trata o avise a un compañero, que puede buscarlo.',
  allWell: () => 'Gracias por preguntar, todo funciona. ¿En qué puedo ayudarle?',
  asFarAsIKnow: () =>
    'Es lo que consta ahora mismo en nuestros registros. Si no coincide con lo que usted ve, un compañero puede comprobarlo.',
  checkedAgain: () => 'Acabo de mirarlo otra vez.',
  sameAgain: () => 'Lo he mirado una vez más y encuentro lo mismo que antes. Un compañero puede verlo a fondo.',
  noReason: () =>
    'Aquí solo puedo hacer lo que permiten nuestras reglas y registros. Un compañero puede explicárselo o buscar otra solución.',
  whatNow: () => 'Dígame qué desea y veré qué se puede hacer; un compañero también puede verlo con usted.',
  noHarm: () => 'No pasa nada. ¿En qué puedo ayudarle?',
  takeYourTime: () => 'Tómese su tiempo.',
  sorryToHear: () =>
    'Lo siento. Solo soy un asistente automático y no puedo hacerle compañía, pero para todo lo de sus pedidos estoy aquí.',
  whyProof: () =>
    'Para que nadie pueda ver o cambiar sus pedidos solo con un número: lo que me dice se compara con lo que tenemos, y no se usa para nada más.',
  youToo: () => '¡Gracias, igualmente!',
  unclear: () =>
    'Perdone, no le he entendido bien. Dígame en pocas palabras qué necesita, por ejemplo «dónde está mi pedido» o «mi lámpara no funciona».',
  noHelp: () => 'Siento no haber sido de ayuda. Dígame de qué se trata o deje que avise a un compañero.',
  withoutNumber: () =>
    'Sin número de pedido aquí no encuentro nada: un nombre o un correo no bastan. Está en su correo de confirmación, y quien ha iniciado sesión en nuestra web no lo necesita. Un compañero puede buscarlo con usted.',
  thenNext: ({ orderIds }) => `Uno tras otro: primero este, después ${orderIds.join(', ')}.`,
  notUnderstood: ({ asked }) =>
    `No he entendido qué quiere decir con «${asked}». Dígalo con otras palabras, por favor, o pida hablar con un compañero.`,
  goingInCircles: () => 'Estamos dando vueltas y no quiero hacerle perder el tiempo. ¿Aviso a un compañero?',
  notKnownHere: () => 'De eso no sé nada aquí y prefiero no adivinar. Un compañero puede decírselo.',
  willTell: ({ orderId }) => `Miraré el pedido ${orderId} cada día y se lo diré aquí cuando algo haya cambiado.`,
  willTellRefund: () => 'Lo miraré cada día y se lo diré aquí cuando esté contabilizado.',
  lookedAgain: ({ state }) => `Me pidió que le avisara: ${state}`,
  notYet: ({ orderId, state }) => `Como prometí, he vuelto a mirar el pedido ${orderId} y nada ha cambiado: ${state}`,
  needsApproval: ({ summary }) => `Esto tiene que aprobarlo antes un compañero: ${summary}`,
  calledOff: ({ caseId }) =>
    `Perdone, entonces le di más importancia de la que tiene. Un compañero mirará brevemente el caso ${caseId} de todos modos; usted no tiene que hacer nada, y yo sigo aquí.`,
  untilKnown: ({ caseId }) =>
    `Hasta que un compañero haya visto el caso ${caseId}, aquí no cambio ni pago nada. He añadido al caso lo que ha escrito.`,
};
