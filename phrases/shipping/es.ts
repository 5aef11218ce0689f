// The words of shipping in Spanish.
import { stepIn } from './steps.ts';
import type { ShippingWords } from './words.ts';

const LOCALE = 'es-ES';
const kg = (kilograms: number) => `${new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 }).format(kilograms)} kg`;
const number = (value: number) => new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 }).format(value);
const money = (value: number, currency: string) =>
  new Intl.NumberFormat(LOCALE, { style: 'currency', currency }).format(value);
const percent = (value: number) =>
  new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 }).format(value / 100);
const list = (parts: string[]) => new Intl.ListFormat(LOCALE).format(parts);
const range = ([from, to]: [number, number], one: string, many: string) =>
  from === to ? `${to} ${to === 1 ? one : many}` : `${from}–${to} ${many}`;

export const shippingEs: ShippingWords = {
  askWeight: ({ place }) => `¿Cuánto pesa${place ? `, para ${place}` : ''}? Por ejemplo, 3 kg.`,
  askPlace: ({ kilograms }) =>
    `¿Adónde va${kilograms ? `, con ${kg(kilograms)}` : ''}? Basta con una ciudad, un país o un código postal.`,
  askBoth: () => '¿Cuánto pesa y adónde va? Por ejemplo, «3 kg a Los Ángeles».',
  quote: ({ kilograms, place, options, recommended, because }) => {
    const lines = options.map(
      ({ name, price, days }) =>
        `- **${name}**: ${money(price, 'USD')}, ${range(days, 'día laborable', 'días laborables')}`,
    );
    const advice =
      because === 'fastest'
        ? `Le recomiendo ${recommended}: es el más rápido.`
        : `Le recomiendo ${recommended}: es el más económico, y solo necesita uno más rápido si es urgente.`;
    return `${`Envío de ${kg(kilograms)} a ${place}:`}\n\n${lines.join('\n')}\n\n${advice}`;
  },
  oneService: ({ kilograms, place, option }) =>
    `${option.name} a ${place}, ${kg(kilograms)}: **${money(option.price, 'USD')}**, ${range(option.days, 'día laborable', 'días laborables')}.`,
  bySize: ({ centimetres, cubicCentimetres, countsAs }) => {
    const size = `${centimetres.map(number).join(' × ')} cm`;
    const counts = countsAs.map(
      ({ kilograms, cubicPerKilogram, services }) =>
        `${kg(kilograms)}${countsAs.length > 1 ? ` con ${list(services)}` : ''} (${number(cubicCentimetres)} cm³ / ${number(cubicPerKilogram)})`,
    );
    return `Su tamaño de ${size} cuenta como ${counts.join(', ')}; se cobra lo que sea más, tamaño o peso.`;
  },
  sizeCounts: () =>
    'Sí, el tamaño también cuenta: se cobra el peso o lo que cuenta su volumen, lo que sea más. Dígame peso, tamaño y destino y le doy precios.',
  shipsTo: ({ place, options }) =>
    `Sí, enviamos a ${place}: ${list(options.map(({ name, days }) => `${name} en ${range(days, 'día laborable', 'días laborables')}`))}.`,
  tooHeavy: ({ kilograms, most }) =>
    `${kg(kilograms)} es más de lo que enviamos en un paquete (${kg(most)} como máximo). ¿Se podría dividir en dos?`,
  noService: ({ place }) => `Lo siento, por el momento no enviamos a ${place}.`,
  askParcel: () => '¿De qué paquete se trata? Basta con su número de pedido (ORD-12345) o el número de seguimiento.',
  parcelUnknown: () => 'No encuentro ese paquete. ¿Podría comprobar el número en su correo de envío?',
  events: ({ events }) =>
    `${`Lo ocurrido hasta ahora:`}\n\n${events.map((event) => `- ${event.on}: ${stepIn('es', event.what)}`).join('\n')}`,
  late: ({ days }) =>
    `Lleva ${days === 1 ? 'un día' : `${days} días`} de retraso. ¿Abro una investigación con el transportista?`,
  customs: ({ place, dutyFree, currency, taxPercent, papers, forbidden }) =>
    [
      `Envíos a ${place}: ${dutyFree > 0 ? `no se pagan aranceles hasta un valor de ${money(dutyFree, currency)}; por encima, y en muchos países también por debajo, cuente con un ${percent(taxPercent)} de impuestos de importación.` : `cuente con un ${percent(taxPercent)} de impuestos de importación, sea cual sea el valor.`} Los paga quien recibe el paquete, al transportista. Decide la aduana.`,
      papers.length > 0 ? `Documentos: ${list(papers)}; los añadimos nosotros.` : '',
      forbidden.length > 0 ? `No se puede enviar: ${list(forbidden)}.` : '',
    ]
      .filter((line) => line !== '')
      .join('\n\n'),
  customsNone: ({ place }) => `Dentro de ${place} no hay aduana.`,
  proposeIntercept: ({ orderId, address, fee }) =>
    `Pedir al transportista que entregue el pedido ${orderId} en ${address}; cuesta ${money(fee, 'USD')} y puede añadir un día.`,
  intercepted: ({ orderId, address, reference }) =>
    `Hecho: el transportista entregará el pedido ${orderId} en ${address} (${reference}).`,
  interceptTooLate: ({ orderId }) =>
    `Ya es tarde para enviar el pedido ${orderId} a otro lugar. Un compañero puede ver qué es posible todavía.`,
  proposeInvestigation: ({ orderId, kind, days }) =>
    `Abrir una investigación para el pedido ${orderId}: lleva ${days === 1 ? 'un día' : `${days} días`} de retraso${kind === 'lost' ? ' y se considera perdido' : ''}.`,
  investigating: ({ orderId, reference }) =>
    `Hecho: la investigación del pedido ${orderId} está abierta con el número ${reference}. El transportista tiene tres días laborables para responder.`,
  noAttempt: ({ orderId }) => `Hasta ahora no consta ningún intento de entrega del pedido ${orderId}.`,
  notLateYet: ({ orderId }) =>
    `El pedido ${orderId} todavía no va con retraso, así que no hay nada que investigar. A partir del día siguiente a su fecha puedo pedir al transportista que lo busque.`,
  otherRecord: () =>
    'La página del transportista puede ir por delante de nuestros datos. Algunos marcan el paquete antes de entregarlo: mire con los vecinos, en la puerta y si hay un aviso, y espere hasta mañana por la tarde. Si entonces no está, o cree que lo han robado, un compañero hará que el transportista lo busque.',
  markedDelivered: ({ orderId }) =>
    `El pedido ${orderId} figura como entregado. Mire, por favor, con sus vecinos y en la puerta; si no está, un compañero puede ocuparse.`,
  times: () =>
    'Ground tarda de 3 a 5 días laborables, Two-Day dos, Overnight uno; a otros países, de 5 a 18. Dígame peso y destino y le doy precios.',
};
