// The phrases in Spanish (usted): every sentence of ours that a customer can read.
import { asSentence, formatFor } from './format.ts';
import type { Phrases } from './phrases.ts';

const is = formatFor('es-ES', { today: 'hoy', tomorrow: 'mañana' });

const STATUS: Record<string, string> = {
  pending: 'se ha recibido y está a la espera de prepararse',
  processing: 'se está preparando',
  shipped: 'se ha enviado',
  'in transit': 'está en camino',
  delivered: 'se ha entregado',
  cancelled: 'se ha cancelado',
};
const TOPICS: Record<string, string> = {
  ORDER_INQUIRY: 'un pedido',
  SHIPPING: 'un envío o una entrega',
  BILLING: 'un pago o una factura',
  TECHNICAL_SUPPORT: 'un problema técnico',
  ACCOUNT: 'su cuenta',
  COMPLAINT: 'algo que ha salido mal',
  HUMAN_REQUEST: 'hablar con una persona',
};
const REASONS: Record<string, string> = {
  damaged: 'su pedido llegó dañado',
  broken: 'algo no funciona como debe',
  ignored: 'sus mensajes quedaron sin respuesta',
  late: 'se le ha hecho esperar',
  rude: 'no se le trató bien',
  money: 'hay un problema con un pago',
  upset: 'no está contento con nuestro servicio',
};
const PROOF: Record<string, string> = {
  order: 'un número de pedido',
  email: 'el correo electrónico de ese pedido',
  'postal code': 'su código postal',
};
const RISK: Record<string, string> = {
  danger:
    'Por favor, deje de usar el producto, desenchúfelo si es seguro y aléjese de él. Si alguien está herido, se ha tragado algo o está en peligro, llame ahora al número de emergencias. Aviso a un compañero de inmediato.',
  'self-harm':
    'Siento mucho que se sienta así. Solo soy un asistente automático, y usted merece hablar con una persona ahora mismo: llame, por favor, al número de emergencias o a una línea de ayuda (024 en España, 988 en EE. UU.). También aviso a un compañero.',
  fraud:
    'Me lo tomo en serio y lo paso a un compañero que se ocupa de fraudes. Hasta entonces no cambiaré ni pagaré nada; si se trata de su tarjeta, pida también a su banco que la bloquee. Si se trata de un mensaje que pide dinero, un código o datos de tarjeta: no es nuestro; no abra sus enlaces ni responda.',
  takeover:
    'Me lo tomo en serio y lo paso a un compañero que se ocupa de la seguridad de las cuentas. Desde este chat no se cambiará nada en su cuenta; cambie también, por favor, la contraseña de su correo.',
  legal: 'Esto debe tratarlo una persona, y se lo paso ahora. Yo no voy a comentarlo.',
  privacy:
    'De las solicitudes sobre sus datos personales se ocupa una persona. Paso la suya ahora; no se borra ni se envía nada antes de saber que es usted.',
};
const topicOf = (name: string) => TOPICS[name] ?? 'otra cosa';

/** How somebody was in touch. */
const NETWORKS: Record<string, string> = {
  web: 'en el chat de nuestra web',
  sms: 'por SMS',
  slack: 'en Slack',
  teams: 'en Teams',
};

export const es: Phrases = {
  introduction: () =>
    'Soy el asistente automático de Frontdesk; puede pedir hablar con una persona en cualquier momento.',
  introductionWithPerson: () => 'Soy el asistente automático de Frontdesk.',
  greeting: () =>
    '¡Hola! ¿En qué puedo ayudarle? Me ocupo de pedidos, envíos, pagos y problemas técnicos, o aviso a un compañero.',
  goodbye: () => 'Adiós, y gracias por su visita.',
  whatICanDo: () =>
    'Puedo ocuparme de pedidos, envíos, pagos y problemas técnicos, y avisar a un compañero para todo lo demás. ¿De qué se trata?',
  youAreWelcome: () => '¡De nada! ¿Algo más?',
  thanksForTelling: () => 'Gracias por decírnoslo. ¿Aviso a un compañero?',
  outOfScope: () => 'Eso queda fuera de lo que puedo hacer: estoy aquí para los pedidos y productos de esta tienda.',
  cannotSettle: ({ topic }) => `No puedo resolver ${topicOf(topic)} yo mismo, pero un compañero sí. ¿Lo aviso?`,
  offerPerson: () => '¿Aviso a un compañero?',
  personChoice: () => ({ title: 'Hablar con una persona', value: 'Quiero hablar con una persona' }),
  askOrderNumber: () => '¿Cuál es su número de pedido? Es como ORD-12345 y está en su correo de confirmación.',
  orderNotFound: ({ orderId }) =>
    `No encuentro el pedido ${orderId}. ¿Podría comprobar el número en su correo de confirmación?`,
  orderState: ({ orderId, status, carrier, trackingNumber, deliveryOn, today }) =>
    [
      `Su pedido ${orderId} ${STATUS[status] ?? status}${status === 'delivered' && deliveryOn ? ` (${is.day(deliveryOn, today)})` : ''}.`,
      deliveryOn && !['delivered', 'cancelled'].includes(status)
        ? `La entrega está prevista para ${is.day(deliveryOn, today)}.`
        : '',
      carrier && trackingNumber ? `Número de seguimiento de ${carrier}: ${trackingNumber}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  latestOrders: () => 'Estos son sus últimos pedidos:',
  whichOrder: () => '¿De cuál se trata?',
  noOrders: () => 'Todavía no veo pedidos en su cuenta.',
  changeNeedsPerson: () => 'Este cambio no puedo hacerlo yo; un compañero sí. ¿Lo aviso?',
  topic: topicOf,
  isItAbout: ({ one, other }) => `Para estar seguro de entenderle: ¿se trata de ${one} o de ${other}?`,
  allRight: () => 'De acuerdo. Aquí estoy cuando me necesite.',
  stillUnsure: () => 'No estoy seguro de haberle entendido y no quiero adivinar. ¿Aviso a un compañero?',
  missedFile: () =>
    'No he podido abrir su archivo. Puede enviarlo otra vez o decirme con palabras qué contiene; un compañero también puede ayudarle.',
  wentPrivate: () => 'Eso es personal, por eso le he escrito un mensaje directo.',
  writePrivately: () =>
    'Eso es personal y otras personas pueden leer esta conversación. Escríbame en un chat privado y allí me ocupo.',
  gotFile: () => 'He recibido su archivo, pero no puedo ver lo que contiene. ¿Aviso a un compañero que sí puede?',
  caseOpened: ({ caseId, due }) =>
    `Aviso a un compañero. Su caso es ${caseId}; una persona responderá aquí ${due}. Puede seguir escribiendo: todo le llega.`,
  caseOpenedAfterComplaint: ({ caseId, due, reasons }) =>
    `Lo siento: ${is.list(reasons.map((one) => REASONS[one] ?? one))}. Eso no debería haber pasado, y lo paso ahora mismo a un compañero. Su caso es ${caseId}; una persona responderá aquí ${due}. Todo lo que escriba le llega, así que no tendrá que contarlo dos veces.`,
  caseWaits: ({ caseId, due }) =>
    `Su caso ${caseId} está con nuestros compañeros; una persona responderá aquí ${due}. Puede seguir escribiendo: todo les llega.`,
  addedToCase: ({ caseId }) => `Gracias, lo he añadido a su caso ${caseId}.`,
  reason: (name) => REASONS[name] ?? name,
  withinMinutes: (minutes) =>
    minutes < 120 ? `en ${minutes} minutos como máximo` : `en ${Math.round(minutes / 60)} horas como máximo`,
  byTime: ({ at, timeZone }) => `a más tardar el ${is.clock(at, timeZone)}`,
  laterThanSaid: () => 'en cuanto alguien quede libre, más tarde de lo que dije',
  casesAhead: ({ count }) => (count === 1 ? 'hay 1 caso antes del suyo' : `hay ${count} casos antes del suyo`),
  waitsAlready: ({ minutes }) => `alguien antes que usted espera desde hace ${minutes} minutos`,
  latelyAfter: ({ minutes }) =>
    minutes < 120
      ? `últimamente una persona llegó en unos ${minutes === 1 ? '1 minuto' : `${minutes} minutos`}`
      : `últimamente una persona llegó en unas ${Math.round(minutes / 60)} horas`,
  closedUntil: ({ at, timeZone }) => `estamos cerrados hasta el ${is.clock(at, timeZone)}`,
  lastKnown: ({ at, timeZone }) =>
    `En este momento no me responde el sistema que necesito. Esto es lo último que dijo, el ${is.clock(at, timeZone)}:`,
  somethingFailed: ({ caseId, due }) =>
    `Ahora mismo no puedo acceder al sistema que necesito. He pedido a un compañero que lo mire: caso ${caseId}, una persona responderá aquí ${due}.`,
  couldNotHandle: ({ caseId, due }) =>
    `No he podido tratar su mensaje, y lo siento. Un compañero lo mirará: caso ${caseId}, una persona responderá aquí ${due}.`,
  leftOffAsking: ({ question }) => `La última vez le pregunté: «${question}» ¿Seguimos con eso?`,
  leftOffOrder: ({ orderId }) => `La última vez hablamos del pedido ${orderId}. ¿Seguimos con eso?`,
  knownFrom: ({ network }) => `Ya nos escribió ${network}, y lo tengo aquí.`,
  itWasAbout: ({ orderId }) => `Se trataba del pedido ${orderId}.`,
  caseCameAlong: ({ network, caseId }) =>
    `Ya nos escribió ${network}. Su caso ${caseId} sigue abierto y puede continuar con él aquí.`,
  network: (channel) => NETWORKS[channel] ?? 'por otro canal',
  sessionResumed: () => 'Bienvenido de nuevo.',
  tooManyWaiting: () => 'Tengo sus mensajes y los estoy atendiendo. Deme un momento, por favor, antes de enviar más.',
  personJoined: ({ name }) => `${name} se ha unido a este chat.`,
  firstWords: ({ name, me }) =>
    `Hola${name ? `, ${name}` : ''}: soy ${me}. Lo he leído todo y me ocupo de ello ahora mismo.`,
  personTakesOver: ({ name, before }) => `${before} ha salido de este chat; ${name} continúa a partir de ahora.`,
  personLeft: ({ name }) => `${name} ha salido de este chat; otro compañero se hará cargo. Puede seguir escribiendo.`,
  resolved: () => 'Mi compañero ha cerrado este caso. Si queda algo, escriba; vuelvo a ser yo, el asistente.',
  closedGently: () =>
    'Como no hemos sabido de usted, este caso se cierra por ahora. Escriba y se abrirá de nuevo con todo lo que contiene.',
  reopened: ({ caseId, due }) =>
    `He vuelto a abrir su caso ${caseId} con lo que ha escrito; una persona responderá aquí ${due}.`,
  openedAgain: ({ caseId, due }) =>
    `Un compañero ha vuelto a abrir su caso ${caseId}; una persona le escribirá aquí ${due}.`,
  promisedWas: ({ caseId, promised }) =>
    `Mi compañero anotó sobre su caso ${caseId}: ${promised.replace(/[.\s]+$/, '')}. Si no es así, puedo volver a llamarlo.`,
  takesLonger: ({ caseId }) =>
    `Lo siento: alguien tardará más de lo que dije en mirar su caso ${caseId}. No está olvidado, y se ha avisado a más compañeros. Todo lo que escriba les llega.`,
  declined: ({ summary }) =>
    `Un compañero ha decidido no hacer esto: ${summary} Puede explicarle por qué; pida hablar con una persona.`,
  changed: ({ summary }) => `Un compañero lo ha mirado y ofrece esto en su lugar: ${summary}`,
  translated: () => 'Traducido automáticamente.',
  blocked: ({ at, timeZone }) =>
    `No podemos responderle aquí hasta el ${new Intl.DateTimeFormat('es', { dateStyle: 'long', timeZone }).format(at)}.`,
  askRating: () => '¿Cómo de satisfecho está con la atención, del 1 (nada) al 5 (mucho)?',
  score: (score) => ['1 (nada)', '2', '3', '4', '5 (mucho)'][score - 1] ?? String(score),
  thanksForRating: () => 'Gracias, eso nos ayuda.',
  sorryForRating: () =>
    'Gracias por su franqueza; siento que no haya sido mejor. Se lo he dicho al compañero que llevó su caso.',
  sorryForBotRating: () =>
    'Gracias por su franqueza; siento haber sido de poca ayuda. ¿Quiere que llame a un compañero?',
  queuePlace: ({ caseId, due, ahead }) =>
    `Su caso ${caseId} está abierto${ahead === null ? '' : ahead === 0 ? ' y es el siguiente' : ` con ${ahead} por delante`}; una persona responderá aquí ${due}. Puede seguir escribiendo.`,
  caseWithdrawn: ({ caseId }) => `De acuerdo, he dicho a mis compañeros que el caso ${caseId} ya no hace falta.`,
  leftToBot: () => 'Un compañero lo ha mirado: con esto puedo ayudarle yo mismo. ¿Qué desea saber?',
  backToBot: () => 'Mi compañero ha salido de este chat; vuelvo a ser yo, el asistente.',
  again: ({ sentence }) =>
    `Como le decía: ${/^\p{Lu}{2}/u.test(sentence) ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1)}`,
  proposeCancel: ({ orderId, total, currency }) =>
    `Cancelar el pedido ${orderId}; ${is.money(total, currency)} vuelven a su forma de pago.`,
  proposeCancelUnpaid: ({ orderId }) =>
    `Cancelar el pedido ${orderId}; el pago falló y no se cobró nada, así que no hay nada que devolver.`,
  proposeAddress: ({ orderId, address }) => `Entregar el pedido ${orderId} en: ${address}`,
  proposeReturn: ({ orderId, price, currency }) =>
    `Abrir una devolución del pedido ${orderId}; recibirá una etiqueta gratuita por correo y ${is.money(price, currency)} cuando haya llegado.`,
  askYes: () => '¿Hago exactamente esto?',
  yesChoice: () => ({ title: 'Sí, hágalo', value: 'Sí, hágalo' }),
  noChoice: () => ({ title: 'No, déjelo', value: 'No, déjelo' }),
  cancelled: ({ orderId }) => `Hecho: el pedido ${orderId} está cancelado.`,
  addressChanged: ({ orderId, address }) => `Hecho: el pedido ${orderId} va a ${address}`,
  returnOpened: ({ orderId, reference }) =>
    `Hecho: la devolución del pedido ${orderId} está abierta con el número ${reference}. La etiqueta va camino de su correo.`,
  nothingChanged: () => 'De acuerdo, no he cambiado nada.',
  proposalExpired: () =>
    'Ha pasado un rato, así que no lo he hecho. Dígame de nuevo lo que desea y lo comprobaré otra vez.',
  stillOpen: ({ summary }) => `Queda pendiente: ${asSentence(summary)} ¿Hago exactamente esto?`,
  tooLate: ({ orderId }) =>
    `El pedido ${orderId} ha avanzado entretanto y no he podido cambiarlo. Un compañero puede ver qué es posible todavía.`,
  cannotChange: ({ orderId, why }) =>
    why === 'not found'
      ? `No encuentro ningún pedido ${orderId} suyo.`
      : `No puedo hacerlo con el pedido ${orderId} en su estado actual. Un compañero puede ver qué es posible.`,
  askRestOfAddress: ({ address }) => `Hasta ahora tengo «${address}». ¿Qué código postal y qué ciudad son?`,
  askAddress: ({ orderId }) =>
    `¿Cuál es la nueva dirección del pedido ${orderId}? Calle, código postal y ciudad, por favor.`,
  needsPerson: ({ caseId, due }) =>
    `De esto se ocupa un compañero. Lo he pasado como caso ${caseId}; una persona responderá aquí ${due}.`,
  askProof: ({ missing }) =>
    `Antes necesito saber que es usted. Dígame, por favor, ${is.list(missing.map((one) => PROOF[one] ?? one))}.`,
  proofFailed: () =>
    'Estos datos no van juntos en nuestros registros. Compruébelos, por favor, y dígame los tres otra vez.',
  proofLocked: () => 'Se ha intentado demasiadas veces; espere una hora, por favor, o deje que avise a un compañero.',
  proofAccepted: ({ name }) => `Gracias, ${name}.`,
  backToQuestion: ({ question }) => `Volviendo a mi pregunta: ${question}`,
  stillChecking: ({ topic, caseId, due }) =>
    `Sigo comprobando lo de ${topic}. Para que no se olvide, he pedido a un compañero que se ocupe: caso ${caseId}, una persona responderá aquí ${due}.`,
  risk: ({ risk, caseId, due }) =>
    `${RISK[risk] ?? RISK.legal} Su caso es ${caseId}; una persona responderá aquí ${due}.`,
  notMyLanguage: () =>
    'No le he entendido: en español solo sé de pedidos, envíos, pagos y problemas técnicos dichos en pocas palabras, o de un número de pedido. Un compañero entiende lo demás. ¿Lo aviso?',
  whatHappened: () => '¿Qué ha pasado? Cuéntemelo con sus palabras y les llegará directamente.',
  shopEvent: ({ type, orderId, product, on, amount }) => {
    if (type === 'parcel.delayed')
      return `Novedades de su pedido ${orderId}: el paquete se retrasa${on ? ` y debería llegar el ${on}` : ''}. Siento la espera.`;
    if (type === 'refund.booked')
      return `Su reembolso${amount ? ` de ${is.money(amount.value, amount.currency)}` : ''}${orderId ? ` del pedido ${orderId}` : ''} está contabilizado${on ? ` (${on})` : ''}.`;
    if (type === 'back.in.stock') return `${product || 'Lo que pidió'} vuelve a estar disponible.`;
    return `El problema${product ? ` con su ${product}` : ''} que nos comunicó está resuelto.`;
  },
  paused: () =>
    'El asistente está en pausa en este momento. Lo que escriba se guarda, y puede volver a escribir más tarde.',
  lookingUp: () => 'Lo estoy consultando',
  help: () =>
    'Puedo ayudarle con pedidos, envíos, pagos y problemas técnicos, o avisar a un compañero. Escriba «una persona, por favor» en cualquier momento.',
  stopped: () => 'No recibirá más mensajes nuestros.',
  started: () => 'Volverá a recibir mensajes nuestros. ¿En qué puedo ayudarle?',
};
