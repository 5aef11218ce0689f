// What is said where a message asks for no tool, in Spanish.
import { plainFormatFor } from '../format.ts';
import type { ActWords } from './words.ts';

const { day, list, money } = plainFormatFor('es-ES');

export const actsEs: ActWords = {
  leftAsIs: ({ orderId }) =>
    orderId ? `De acuerdo, no cambio nada: el pedido ${orderId} se queda como está.` : 'De acuerdo, no cambio nada.',
  cannotUndo: () =>
    'Lo siento. Lo que ya está hecho no puedo deshacerlo desde aquí, pero un compañero puede ocuparse si aún hay tiempo. ¿Aviso a uno?',
  nothingDone: () => 'No se ha hecho nada, así que no hay nada que deshacer. ¿Qué desea en su lugar?',
  whyCancelled: ({ orderIds }) =>
    `${orderIds.length > 1 ? 'Los pedidos' : 'El pedido'} ${list(orderIds)} ${orderIds.length > 1 ? 'están cancelados' : 'está cancelado'}; no hay ningún motivo anotado, así que no puedo decirle por qué ni quién lo hizo. Un compañero puede averiguarlo.`,
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
  notSeenYet: () =>
    'Todavía no veo un pago nuevo. El que se hace en la página segura aparece aquí a los pocos minutos; por favor, no pague otra vez antes de que lo haya mirado un compañero, a quien puedo avisar.',
  payAgain: () => '¿Le preparo una página segura para pagarlo otra vez, también con otra tarjeta?',
  payAgainChoice: () => 'Pagar otra vez',
  refundTakes: () =>
    'La mayoría de los bancos muestran un reembolso en un plazo de diez días hábiles desde que se envía; algunos, antes. Cuánto tarda el suyo no puedo verlo.',
  reachesThem: ({ caseId }) =>
    `Sí: todo lo que escribe aquí está en el caso ${caseId}, y quien lo responda lo lee entero.`,
  whyApproval: ({ caseId }) =>
    `El dinero solo se devuelve cuando una persona lo ha mirado, por claro que esté: es una regla de la casa y no puedo decidirlo solo. No tiene que esperar aquí: en cuanto se apruebe el caso ${caseId}, sale por sí mismo y lo leerá en esta conversación.`,
  nothingToDo: ({ caseId }) =>
    `No, no tiene que hacer ni enviar nada: un compañero se ocupa del caso ${caseId} y le escribe aquí.`,
  notDoneYet: () => 'Todavía no: espera su sí.',
  nothingDoneSoFar: () => 'No, hasta ahora no se ha cambiado nada. Dígame qué desea y primero le muestro lo que haría.',
  rerouted: () => 'Entretanto se ha desviado a otra dirección, y eso puede añadir un día.',
  tooLateFor: ({ orderId, wish, status }) => {
    const what = {
      cancel: 'ya no se puede cancelar desde aquí',
      items: 'ya no se puede cambiar desde aquí',
      address: 'ya no puede recibir otra dirección desde aquí',
      payment: 'ya no se puede pagar de otra forma desde aquí',
    }[wish];
    const why =
      {
        processing: 'se está preparando',
        shipped: 'ya ha salido',
        'in transit': 'está en camino',
        delivered: 'ya se ha entregado',
        cancelled: 'se canceló',
      }[status] ?? status;
    return `El pedido ${orderId} ${what}: ${why}. Un compañero puede ver qué es posible.`;
  },
  returnFromDelivery: ({ orderId, deliveryOn }) =>
    `Sí, cuando haya llegado: el pedido ${orderId} ${deliveryOn ? `debería entregarse el ${day(deliveryOn)}` : 'aún no se ha entregado'}. Dígame entonces qué artículo vuelve y abro la devolución; la etiqueta llega por correo y paga el envío.`,
  goesTo: ({ orderId, address }) =>
    address
      ? `El pedido ${orderId} va a ${address}.`
      : `El pedido ${orderId} va a la dirección con la que se hizo, que no puedo ver aquí: está en su correo de confirmación. Dígame otra si debe ir allí.`,
  orderedToday: ({ days }) =>
    `Pedido hoy, llega a más tardar ${list(days.map(({ name, on }) => `el ${day(on)} con ${name}`))}.`,
  changeGivesBack: ({ orderId, amount, currency }) =>
    `${money(amount, currency)} del cambio en el pedido ${orderId} vuelven por sí solos a la forma en que pagó: no tiene que devolver nada.`,
  atTheCarrier: ({ orderId, carrier, trackingNumber }) =>
    `Desde aquí no puedo fijar día ni lugar, ni pasar una nota al repartidor; ${
      trackingNumber
        ? `el transportista sí: en la página de seguimiento de ${carrier} para ${trackingNumber} (pedido ${orderId})`
        : `el transportista sí, en cuanto ${orderId ? `el pedido ${orderId}` : 'el paquete'} esté en camino: en su página de seguimiento`
    } casi siempre puede elegir otro día, un lugar seguro como su puerta, un vecino o un punto de recogida. Si no hay nadie, deja un aviso: lo intenta otra vez, lo deja a un vecino o lo guarda siete días.`,
  takesYourYes: () => 'Aún no ha salido, y no sale solo: hace falta su confirmación.',
  oldOneFirst: () =>
    'Primero sale el antiguo: la etiqueta llega por correo, y el nuevo sale cuando el suyo esté en camino.',
  onlyOnce: () =>
    'Desde aquí los artículos de un pedido se pueden cambiar una sola vez: incluya todo lo que deba cambiar. Lo que se le ocurra después puede verlo un compañero, y hasta que se empaquete aún puede cancelarlo aquí.',
  stillPossible: () =>
    'Sí: hasta que se empaquete, todavía puede cambiar la dirección o cancelarlo, diga lo que diga a esto. Solo sus artículos no se pueden cambiar una segunda vez.',
  invoiceBefore: ({ orderId, total, currency }) =>
    `Se hizo antes del cambio: el pedido ${orderId} suma ahora ${money(total, currency)}. Una factura corregida la hace un compañero; ¿llamo a uno?`,
  isPaid: () => 'Sí, está pagado.',
  restStays: () => 'Sí: todo lo que no se nombra aquí queda en el pedido como está.',
  owedStill: ({ orderId, amount, currency }) =>
    `El pedido ${orderId} está cancelado y se pagó con ${money(amount, currency)}, y todavía no veo ningún reembolso. ¿Aviso a un compañero para que se ocupe?`,
  exchangeLater: () =>
    'Cuando se haya entregado podrá devolverlo, o cambiarlo por otro color u otra talla, sin gastos.',
  noOtherRefund: () =>
    'Aparte de lo que le he dicho, no veo ningún otro reembolso en su cuenta ni ningún pedido cancelado que lo espere.',
  hourUnknown: () =>
    'A qué hora llega solo lo sabe el transportista: su página de seguimiento suele indicar una franja ese mismo día.',
  eachItsOwn: () => 'Por separado: cada pedido es un paquete propio.',
  inTime: ({ on, isInTime }) =>
    isInTime
      ? `Eso es a tiempo para el ${day(on)}, si nada lo retrasa; no se puede prometer un día.`
      : `Eso es después del ${day(on)}, así que no se espera a tiempo.`,
  unpaid: () => 'Su pago falló, y no se prepara hasta que esté pagado.',
  awaitsPayment: () =>
    'No se prepara antes de estar pagado, y su pago falló. Una vez pagado, debería llegar ese día; puedo preparar una página para pagarlo otra vez.',
  awaitsApproval: ({ caseId }) =>
    `El reembolso espera la aprobación de un compañero (caso ${caseId}); después sale por sí solo.`,
  faultyBack: () =>
    'Si el defectuoso tiene que volver antes, se lo dice el compañero que organiza el cambio; consérvelo hasta entonces, por favor.',
};
