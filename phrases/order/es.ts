// The words of orders and products in Spanish.
import { formatOf, priceOf } from './format.ts';
import type { ExchangeWords, OrderWords, ProductWords, VariantWords } from './words.ts';

const { money, day, list, changes: listChanges } = formatOf('es-ES');
const STOCK = { none: 'agotado', few: 'quedan pocos', some: 'disponible' };

const optionsOf = (variant: VariantWords) => variant.options.join(' / ') || 'única';
const line = (variant: VariantWords) =>
  `- **${optionsOf(variant)}**: ${money(variant.price, variant.currency)}, ${STOCK[variant.stock]}`;
function brief({ name, variants }: ProductWords): string {
  const { price, currency, isLowest } = priceOf(variants);
  const there = variants.filter((one) => one.stock !== 'none').map(optionsOf);
  return `- **${name}**: ${isLowest ? 'desde ' : ''}${money(price, currency)}${there.length > 0 ? ` (${list(there)})` : ', agotado'}`;
}
const settled = (difference: number, currency: string) => {
  if (Math.abs(difference) < 0.005) return 'El precio no cambia.';
  return difference > 0
    ? `Son ${money(difference, currency)} más, que se cobran como pagó.`
    : `Se le devuelven ${money(-difference, currency)} como pagó.`;
};

const changed = (was: string, becomes: string) => (becomes === '' ? `sin ${was}` : `${becomes} en lugar de ${was}`);
const exchanged = ({ item, count, of, becomes }: ExchangeWords) => {
  const part = count === of ? `${of} × ` : `${count} de ${of} × `;
  return `${of === 1 ? '' : part}${item} por ${count === 1 ? 'el de' : 'los de'} ${becomes}`;
};

export const orderEs: OrderWords = {
  product: ({ product: { name, variants } }) => [`**${name}**`, variants.map(line).join('\n')].join('\n\n'),
  variant: ({ name, variant }) => {
    const which = `${name}${variant.options.length > 0 ? ` (${variant.options.join(', ')})` : ''}`;
    return variant.stock === 'none'
      ? `${which} está agotado en este momento; cuesta ${money(variant.price, variant.currency)}.`
      : `Sí: ${which} está disponible${variant.stock === 'few' ? ', aunque quedan pocos' : ''}, por ${money(variant.price, variant.currency)}.`;
  },
  noVariant: ({ name, wanted, variants }) => `No hay ${name} en ${wanted}. Hay:\n\n${variants.map(line).join('\n')}`,
  allIKnow: () => 'Sobre eso no tengo datos. Esto es todo lo que sé:',
  products: ({ products }) => `Esto es lo que he encontrado:\n\n${products.map(brief).join('\n')}`,
  kinds: ({ kinds }) => {
    const lines = kinds.map(
      ({ name, from, currency, examples }) =>
        `- **${name}**: desde ${money(from, currency)}, por ejemplo ${list(examples)}`,
    );
    return `Esto es lo que vendemos:\n\n${lines.join('\n')}\n\nDígame un tipo, un producto o un precio, y lo busco.`;
  },
  costLess: ({ products }) => `Estos cuestan menos:\n\n${products.map(brief).join('\n')}`,
  noneCostLess: ({ products }) =>
    `De este tipo no tenemos nada por menos. Los más económicos son:\n\n${products.map(brief).join('\n')}`,
  notRevived: () =>
    'Un pedido cancelado no se puede recuperar: lo que contenía vuelve a estar a la venta, y lo pagado vuelve por donde pagó. Puede pedirlo de nuevo en nuestra tienda en línea; le digo con gusto qué hay disponible.',
  orderInShop: () =>
    'Desde este chat no puedo hacer pedidos: se hacen en nuestra tienda en línea. Puedo decirle qué hay disponible y ocuparme después del pedido.',
  askLater: ({ orderIds }) => `Consulto diez a la vez. Pregúnteme otra vez, por favor, por ${orderIds.join(', ')}.`,
  productUnknown: () =>
    'No lo encuentro entre nuestros productos, así que probablemente no lo vendemos. ¿Se llama de otra forma o para qué sirve?',
  askProduct: () => '¿A qué producto se refiere?',
  recommend: ({ products, because }) =>
    `${because ? `Como compró ${because}, quizá le gusten:` : 'Quizá le gusten:'}\n\n${products.map(brief).join('\n')}`,
  nothingToRecommend: () => 'No encuentro nada disponible que encaje. ¿Me cuenta algo más de lo que busca?',
  contents: ({ orderId, placedOn, items, total, currency }) => {
    const lines = items.map(
      ({ name, options, quantity, price }) =>
        `- ${quantity} × ${name}${options.length > 0 ? ` (${options.join(', ')})` : ''}: ${money(price * quantity, currency)}`,
    );
    return `Pedido ${orderId} del ${day(placedOn)}:\n\n${lines.join('\n')}\n\nTotal: ${money(total, currency)}`;
  },
  notFaster: ({ orderId, left }) => {
    const then = {
      pending: `Aún no está preparado: puedo cancelar ${orderId} aquí, si prefiere pedirlo de nuevo en la tienda con un envío más rápido, o un compañero mira si se puede cambiar.`,
      packing: 'Se está preparando ahora mismo; si todavía se puede cambiar, solo lo ve un compañero.',
      underway: 'Ya lo tiene el transportista, y por el camino el tipo de envío ya no se cambia.',
    };
    return `No puedo cambiar cómo se envía un pedido, tampoco a exprés. ${then[left]}`;
  },
  severalFit: () => 'Varios de sus pedidos encajan:',
  noneToCancel: () =>
    'Ninguno de sus últimos pedidos se puede cancelar ya: eso es posible hasta que se prepara. Lo entregado se puede devolver, y un compañero puede ver qué más es posible.',
  noneFits: () => 'Ninguno de sus últimos pedidos encaja. Estos son los que veo:',
  bought: ({ count }) => (count === 1 ? 'Esto es lo que pidió:' : 'Estos son sus pedidos:'),
  boughtNothing: () => 'No veo pedidos suyos en ese tiempo.',
  partMissing: ({ orderId }) =>
    `Lamento que faltara algo del pedido ${orderId} en el paquete. Desde aquí no veo qué se empaquetó: un compañero lo revisa con usted y decide si se le envía o se le devuelve el dinero. Una foto de lo que llegó ayuda.`,
  wrongItem: ({ orderId }) =>
    `Lo siento, eso no debería pasar. Para el pedido ${orderId} puedo abrir una devolución o un cambio, o avisar a un compañero que lo mire con usted. Una foto ayuda.`,
  returnLater: () => 'Cuando se haya entregado podrá devolverlo.',
  returnUnseen: ({ reference, items }) =>
    `${reference ? `Su devolución está abierta con el número ${reference}${items ? `, con ${items}` : ''}. ` : ''}No puedo ver en qué punto está una devolución: se ocupa un compañero, que le escribe cuando llega y puede decírselo ahora. Un reembolso ya hecho sí puedo consultarlo.`,
  returnOpen: ({ orderId }) =>
    `La devolución del pedido ${orderId} ya está abierta: vuelva a empaquetarlo todo, pegue la etiqueta que recibió por correo y entréguelo. El dinero vuelve cuando haya llegado aquí.`,
  returnChoice: () => 'Devolverlo',
  exchangeChoice: () => 'Cambiarlo',
  otherProduct: ({ name, other }) =>
    `Aquí un ${name} solo se cambia por otro color u otra talla del mismo. Para tener el ${other}, devuelva el ${name} por su precio completo y pida el ${other} en la tienda: dígamelo y abro la devolución.`,
  whichItem: ({ orderId }) => `¿De qué artículo del pedido ${orderId} se trata?`,
  askVariant: ({ name }) => `¿Cuál prefiere en lugar de ${name}? Dígame el color o la talla.`,
  proposeItems: ({ orderId, changes, difference, currency, unpaidTotal }) =>
    `En el pedido ${orderId}: ${listChanges(changes, changed, currency)}. ${unpaidTotal === undefined ? settled(difference, currency) : `Aún no se ha pagado nada: el pedido suma entonces ${money(unpaidTotal, currency)}.`} Los artículos de un pedido se pueden cambiar una vez.`,
  itemsChanged: ({ orderId, items }) => `Hecho: el pedido ${orderId} es ahora ${list(items)}.`,
  itemsTooLate: ({ orderId }) => `El pedido ${orderId} ya no se puede cambiar así. Un compañero puede mirarlo.`,
  proposeExchange: ({ orderId, changes, difference, currency }) =>
    `Cambiar del pedido ${orderId}: ${list(changes.map(exchanged))}. ${settled(difference, currency)} Recibirá una etiqueta de devolución por correo.`,
  exchanged: ({ orderId, reference }) =>
    `Hecho: el cambio del pedido ${orderId} está abierto con el número ${reference}. La etiqueta llega por correo.`,
  proposeReturnOf: ({ orderId, items, price, currency }) =>
    `Devolver del pedido ${orderId}: ${list(items)}; recibirá una etiqueta gratuita por correo y ${money(price, currency)} cuando haya llegado.`,
  proposePayment: ({ orderId }) =>
    `Crear una página segura donde elegir otra forma de pago para el pedido ${orderId}. Se puede hacer una vez; por favor, no envíe nunca números de tarjeta aquí.`,
  whyNot: ({ why }) =>
    ({
      'sold out': 'Ese está agotado en este momento.',
      'no such variant': 'No existe en ese color o tamaño.',
      'the same variant': 'Ese es el que ya tiene.',
      'changed before': 'Los artículos de este pedido ya se cambiaron una vez. Un compañero puede mirarlo.',
      'the only item': 'Entonces no quedaría nada del pedido; para eso se cancela.',
      'nothing to change': 'Ya está así.',
      'address changed before': 'La dirección de este pedido ya se cambió una vez. Un compañero puede mirarlo.',
      'payment changed before': 'La forma de pago de este pedido ya se cambió una vez. Un compañero puede mirarlo.',
      'going back already': 'Eso ya está de vuelta o se ha cambiado. Un compañero puede mirarlo.',
      'more than there is': 'Son más de los que tiene.',
      'no such item': 'Eso no está en este pedido.',
    })[why] ?? null,
  proposeWatch: ({ name }) => `Escribirle aquí cuando vuelva a haber: ${name}.`,
  watching: ({ name }) => `Hecho: le escribiré aquí cuando vuelva a haber: ${name}.`,
  mightLike: ({ name, price, currency }) => `Por cierto: ${name} (${money(price, currency)}) podría gustarle.`,
};
