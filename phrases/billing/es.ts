// Money in Spanish.
import { formatDay, formatItems, formatLines, formatMoney } from './format.ts';
import type { BillingRefusal, BillingWords, ChargeWords } from './words.ts';

const money = (amount: number, currency: string) => formatMoney('es', amount, currency);
const day = (on: string) => formatDay('es', on);

const REFUSALS: Record<BillingRefusal, string> = {
  'not found': 'No encuentro eso en su cuenta.',
  'nothing was taken': 'Ese pago falló, así que no se cobró nada y no hay nada que devolver.',
  'already refunded': 'Ese cargo ya se reembolsó por completo.',
  'partly refunded': 'Una parte de ese cargo ya se reembolsó; un compañero puede revisar el resto.',
  'more than was charged': 'No puedo reembolsar más de lo que queda de ese cargo.',
  'needs a colleague':
    'Por mi cuenta solo puedo reembolsar cargos duplicados y pedidos cancelados. Un compañero puede decidir sobre este.',
  'already disputed': 'Ya hay una reclamación abierta sobre ese cargo.',
  'already paid': 'Esa factura ya está pagada.',
  'nothing unpaid': 'No tiene ninguna factura pendiente.',
  'no failed payment': 'No veo ningún pago fallido que se pueda repetir.',
  'order cancelled': 'Ese pedido se canceló: ya no hay nada que pagar.',
};

function extras({ refundedAmount, currency, disputeId }: ChargeWords): string {
  const refunded =
    refundedAmount > 0
      ? ` De este importe se han reembolsado o están en camino ${money(refundedAmount, currency)}.`
      : '';
  return refunded + (disputeId ? ` Hay una reclamación abierta (${disputeId}).` : '');
}

export const billingEs: BillingWords = {
  charge: (words) => {
    const { amount, currency, on, orderId, cardEnding, status, items } = words;
    const sum = `**${money(amount, currency)}**`;
    const what = `pedido ${orderId}: ${formatItems(items)}`;
    if (status === 'failed')
      return `El pago de ${sum} del ${day(on)} con la tarjeta terminada en ${cardEnding} (${what}) falló; no se cobró nada.`;
    return `El cargo de ${sum} del ${day(on)} en su tarjeta terminada en ${cardEnding} corresponde al ${what}.${extras(words)}`;
  },
  explained: (words) => {
    const { amount, currency, on, orderId, cardEnding, items, chargeId } = words;
    return `Cargo ${chargeId} del ${day(on)}, tarjeta terminada en ${cardEnding}, por el pedido ${orderId}:\n\n${formatLines('es', items, currency)}\n\nCobrado: **${money(amount, currency)}**.${extras(words)}`;
  },
  explainOrDispute: () => 'Si no le parece correcto: ¿se lo explico artículo por artículo o abro una reclamación?',
  askDispute: () => 'Si algo no es correcto: ¿abro una reclamación?',
  explainChoice: () => ({ title: 'Explicar el cargo', value: 'explicar el cargo' }),
  disputeChoice: () => ({ title: 'Abrir una reclamación', value: 'abrir una reclamación' }),
  fineChoice: () => ({ title: 'Está bien', value: 'está bien' }),
  fine: () => 'De acuerdo, lo dejo como está.',
  noSuchCharge: ({ money: sum, orderId }) =>
    `No encuentro ningún cargo${sum ? ` de ${money(sum.amount, sum.currency)}` : ''}${orderId ? ` del pedido ${orderId}` : ''} en su cuenta.`,
  noCharges: () => 'No veo ningún cargo en su cuenta.',
  latestCharges: () => 'Estos son sus últimos cargos:',
  whichCharge: () => '¿A cuál se refiere?',
  chargeTitle: ({ amount, currency, on }) => `${money(amount, currency)}, ${day(on)}`,
  noDuplicates: ({ checked }) =>
    `He revisado ${checked === 1 ? 'su único cargo' : `sus ${checked} cargos`}: ninguno está duplicado.`,
  compared: ({ charges, more }) => {
    const lines = charges.map(
      ({ amount, currency, on, orderId }) => `- ${day(on)}: **${money(amount, currency)}**, pedido ${orderId}`,
    );
    const rest = more > 0 ? [`- y ${more} anteriores`] : [];
    return [
      'Para ello comparo pedido, importe y día; estos son los cargos que he comparado:',
      [...lines, ...rest].join('\n'),
      'No hay dos del mismo pedido y del mismo importe en una semana. Si alguno no es correcto, dígame cuál: lo explico o abro una reclamación; también puede verlo un compañero.',
    ].join('\n\n');
  },
  proposeDuplicateRefund: ({ chargeId, amount, currency, orderId, cardEnding, on, firstOn }) =>
    `Se le cobró dos veces ${money(amount, currency)} por el pedido ${orderId}, ${firstOn === on ? `ambas el ${day(on)}` : `el ${day(firstOn)} y el ${day(on)}`}. Puedo reembolsar el segundo cargo (${chargeId}): **${money(amount, currency)}** vuelven a su tarjeta terminada en ${cardEnding}.`,
  proposeCancelledRefund: ({ chargeId, amount, currency, orderId, cardEnding }) =>
    `El pedido ${orderId} se canceló. Puedo reembolsar su cargo (${chargeId}): **${money(amount, currency)}** vuelven a su tarjeta terminada en ${cardEnding}.`,
  proposeAgain: ({ refundId, amount, currency, orderId, cardEnding }) =>
    `El reembolso ${refundId} del pedido ${orderId} se solicitó, pero nunca se confirmó. Puedo enviarlo de nuevo con el mismo número, para que se haga una sola vez: **${money(amount, currency)}** vuelven a su tarjeta terminada en ${cardEnding}.`,
  refundSent: ({ refundId, amount, currency, cardEnding }) =>
    `Hecho: ${money(amount, currency)} van de vuelta a su tarjeta terminada en ${cardEnding}. El número de este reembolso es ${refundId}. Su banco decide cuándo aparece.`,
  refundRefused: ({ amount, currency }) =>
    `El procesador de pagos no aceptó el reembolso de ${money(amount, currency)}, así que no se ha movido dinero. Un compañero puede buscar otra vía.`,
  refundUnsure: ({ refundId, amount, currency }) =>
    `El procesador de pagos aún no ha confirmado el reembolso de ${money(amount, currency)}. Está anotado como ${refundId} y no se puede pagar dos veces; pregúnteme por su estado cuando quiera.`,
  refundState: ({ refundId, amount, currency, orderId, cardEnding, state, requestedOn, since, confirmed }) => {
    const head = `Su reembolso ${refundId} de **${money(amount, currency)}** por el pedido ${orderId}`;
    const card = `su tarjeta terminada en ${cardEnding}`;
    if (state === 'booked') return `${head} se abonó en ${card} el ${day(since)}.`;
    if (state === 'sent')
      return `${head} se envió a ${card} el ${day(since)}. El banco aún no lo ha confirmado y no tengo fecha para ello.`;
    if (state === 'refused') return `${head} no fue aceptado por el procesador de pagos; no se ha movido dinero.`;
    const unasked = confirmed ? '' : ' Ahora mismo no he podido consultar al procesador.';
    return `${head} se solicitó el ${day(requestedOn)} y el procesador de pagos aún no lo ha confirmado.${unasked}`;
  },
  noCode: ({ code }) =>
    `Desde aquí no puedo consultar, canjear ni dar códigos promocionales${code ? `, tampoco ${code}` : ''}, ni añadir uno a un pedido ya hecho. El código se introduce en la tienda antes de pagar. Si allí no lo acepta: ¿está escrito tal como lo recibió y no ha pasado su fecha? El código en sí lo puede comprobar un compañero. ¿Es una tarjeta regalo (GIFT-…)? Entonces envíeme su código y le digo cuánto queda.`,
  noRefundYet: ({ orderId }) =>
    `Todavía no veo ningún reembolso del pedido ${orderId}. Tras una cancelación, o cuando la devolución ha llegado, el dinero vuelve a su forma de pago; cuándo se ve depende de su banco.`,
  noRefunds: () => 'No veo ningún reembolso en su cuenta.',
  proposeDispute: ({ amount, currency, orderId, cardEnding, on }) =>
    `Abrir una reclamación sobre el cargo de **${money(amount, currency)}** del ${day(on)} (pedido ${orderId}, tarjeta terminada en ${cardEnding}). Nuestros compañeros de facturación lo revisan; con esto solo no se mueve dinero.`,
  disputeOpened: ({ disputeId }) =>
    `Hecho: la reclamación está abierta. Su número es ${disputeId}; nuestros compañeros de facturación la revisan.`,
  invoice: ({ invoiceId, orderId, amount, currency, paid, on, url }) =>
    `Factura ${invoiceId} del ${day(on)} por el pedido ${orderId}: **${money(amount, currency)}**, ${paid ? 'pagada' : 'pendiente de pago'}. Puede verla aquí (el enlace se abre una sola vez): ${url}`,
  invoiceDetails: () =>
    'Una factura lleva el nombre y la dirección con los que se hizo el pedido, y yo no puedo cambiarla. Un compañero puede emitir una corregida con el nombre, la dirección o el número fiscal de su empresa: dígame exactamente qué debe poner y se lo paso con su número de pedido. ¿Aviso a alguien?',
  noInvoice: () => 'No encuentro esa factura en su cuenta.',
  proposePay: ({ invoiceId, orderId, amount, currency }) =>
    `Crear una página de pago segura para la factura ${invoiceId} (pedido ${orderId}): **${money(amount, currency)}**. No se paga nada hasta que usted lo haga allí.`,
  proposeRetry: ({ orderId, amount, currency }) =>
    `Crear una página segura para repetir el pago fallido del pedido ${orderId}: **${money(amount, currency)}**. No se paga nada hasta que usted lo haga allí.`,
  proposeMethod: () =>
    'Crear una página segura donde puede cambiar su forma de pago. Por favor, no envíe nunca números de tarjeta por aquí.',
  linkReady: ({ url }) =>
    `Aquí tiene su página segura; se abre una sola vez: ${url}\n\nEscriba los números de tarjeta solo allí, nunca en este chat.`,
  linkFailed: () =>
    'El procesador de pagos no responde, así que ahora no tengo una página de pago para usted. No se ha cobrado nada.',
  giftCard: ({ code, balance, currency, expiresOn, isExpired }) => {
    if (isExpired) return `Su tarjeta regalo ${code} caducó el ${day(expiresOn!)}.`;
    const until = expiresOn ? `, válidos hasta el ${day(expiresOn)}` : '';
    return `Su tarjeta regalo ${code} tiene **${money(balance, currency)}**${until}.`;
  },
  proposeCredit: ({ amount, currency }) => `Dar una tarjeta regalo de ${money(amount, currency)} como disculpa.`,
  creditGiven: ({ amount, currency, code }) =>
    `Como disculpa por las molestias le hemos creado una tarjeta regalo de ${money(amount, currency)}: **${code}**. Vale para su próximo pedido.`,
  noGiftCard: () => 'No encuentro ninguna tarjeta regalo con ese código. Compruébelo, por favor.',
  askGiftCode: () => '¿Cuál es el código de la tarjeta regalo? Tiene esta forma: GIFT-AB12-CD34-EF56.',
  refused: ({ why }) => REFUSALS[why],
};
