// The words of orders and products in English.
import { formatOf, priceOf } from './format.ts';
import type { ExchangeWords, OrderWords, ProductWords, VariantWords } from './words.ts';

const { money, day, list, changes: listChanges } = formatOf('en-US');
const STOCK = { none: 'sold out', few: 'only a few left', some: 'in stock' };

const optionsOf = (variant: VariantWords) => variant.options.join(' / ') || 'one size';
const line = (variant: VariantWords) =>
  `- **${optionsOf(variant)}**: ${money(variant.price, variant.currency)}, ${STOCK[variant.stock]}`;
function brief({ name, variants }: ProductWords): string {
  const { price, currency, isLowest } = priceOf(variants);
  const there = variants.filter((one) => one.stock !== 'none').map(optionsOf);
  return `- **${name}**: ${isLowest ? 'from ' : ''}${money(price, currency)}${there.length > 0 ? ` (${list(there)})` : ', sold out'}`;
}
const settled = (difference: number, currency: string) => {
  if (Math.abs(difference) < 0.005) return 'The price stays the same.';
  return difference > 0
    ? `That is ${money(difference, currency)} more, charged the way you paid.`
    : `${money(-difference, currency)} goes back to the way you paid.`;
};

const changed = (was: string, becomes: string) => (becomes === '' ? `without ${was}` : `${becomes} instead of ${was}`);
const exchanged = ({ item, count, of, becomes }: ExchangeWords) => {
  const part = count === of ? `${of} × ` : `${count} of ${of} × `;
  return `${of === 1 ? '' : part}${item} for ${count === 1 ? 'the one in' : 'the ones in'} ${becomes}`;
};

export const orderEn: OrderWords = {
  product: ({ product: { name, description, variants } }) =>
    [`**${name}**${description ? `: ${description}` : ''}.`, variants.map(line).join('\n')].join('\n\n'),
  variant: ({ name, variant }) => {
    const which = `${name}${variant.options.length > 0 ? ` in ${variant.options.join(', ')}` : ''}`;
    const price = money(variant.price, variant.currency);
    if (variant.stock === 'none') return `Sold out at the moment: ${which}, ${price}.`;
    return `Yes, in stock: ${which}, ${price}${variant.stock === 'few' ? '; only a few are left' : ''}.`;
  },
  noVariant: ({ name, wanted, variants }) =>
    `There is no ${name} in ${wanted}. There are:\n\n${variants.map(line).join('\n')}`,
  allIKnow: () => 'I have nothing on file about that. This is all that I know:',
  products: ({ products }) => `This is what I found:\n\n${products.map(brief).join('\n')}`,
  kinds: ({ kinds }) => {
    const lines = kinds.map(
      ({ name, from, currency, examples }) =>
        `- **${name}**: from ${money(from, currency)}, for example ${list(examples)}`,
    );
    return `This is what we sell:\n\n${lines.join('\n')}\n\nName a kind, a product or a price ("under $50"), and I'll look.`;
  },
  costLess: ({ products }) => `These cost less:\n\n${products.map(brief).join('\n')}`,
  noneCostLess: ({ products }) =>
    `We have nothing of that kind for less. The least expensive are:\n\n${products.map(brief).join('\n')}`,
  notRevived: () =>
    'A cancelled order cannot be brought back: what was in it is on the shelf again, and what was paid goes back to the way you paid. You can order it anew in our online shop; I can tell you what is in stock.',
  orderInShop: () =>
    "I can't place orders from this chat: you order in our online shop. I can tell you what is in stock, and look after the order afterwards.",
  askLater: ({ orderIds }) => `I look up ten at once. Please ask me again about ${orderIds.join(', ')}.`,
  productUnknown: () =>
    "I can't find that among our products, so we probably don't sell it. Is it called something else, or what is it for?",
  askProduct: () => 'Which product do you mean?',
  recommend: ({ products, because }) =>
    `${because ? `You bought the ${because}, so these may fit:` : 'You might like these:'}\n\n${products.map(brief).join('\n')}`,
  nothingToRecommend: () =>
    'I find nothing in stock that fits. Would you like to tell me more about what you look for?',
  contents: ({ orderId, placedOn, items, total, currency }) => {
    const lines = items.map(
      ({ name, options, quantity, price }) =>
        `- ${quantity} × ${name}${options.length > 0 ? ` (${options.join(', ')})` : ''}: ${money(price * quantity, currency)}`,
    );
    return `Order ${orderId} of ${day(placedOn)}:\n\n${lines.join('\n')}\n\nTotal: ${money(total, currency)}`;
  },
  notFaster: ({ orderId, left }) => {
    const then = {
      pending: `It is not packed yet: I can cancel ${orderId} here, if you would rather order it again with a faster service in our shop, or a colleague sees whether it can be changed.`,
      packing: 'It is being packed now; whether that can still be changed, only a colleague can see.',
      underway: 'It is with the carrier already, and the service is not changed any more on the way.',
    };
    return `I can't change how an order is sent, express included. ${then[left]}`;
  },
  severalFit: () => 'Several of your orders fit that:',
  noneToCancel: () =>
    'None of your latest orders can be cancelled any more: that is possible until an order is packed. What has been delivered can be sent back, and a colleague can look at what else is possible.',
  noneFits: () => 'None of your latest orders fits that. These are the ones I see:',
  bought: ({ count }) => (count === 1 ? 'This is what you ordered:' : 'These are your orders:'),
  boughtNothing: () => 'I see no orders of yours in that time.',
  partMissing: ({ orderId }) =>
    `I'm sorry that something of order ${orderId} was not in the parcel. What was packed I can't see from here: a colleague looks into it with you, and decides whether it is sent to you or paid back. A photo of what came helps.`,
  wrongItem: ({ orderId }) =>
    `I'm sorry, that should not have happened. For order ${orderId} I can open a return or an exchange, or bring in a colleague who looks at it with you. A photo helps.`,
  returnLater: () => 'Once it has been delivered you can return it.',
  returnUnseen: ({ reference, items }) =>
    `${reference ? `Your return is open under ${reference}${items ? `, with ${items}` : ''}. ` : ''}How far a return is stands nowhere that I can see: a colleague looks after it, writes to you when it has arrived, and can tell you now. A refund that was made I can look up.`,
  returnOpen: ({ orderId }) =>
    `The return for order ${orderId} is open already: put the things back into a parcel, stick on the label from your e-mail, and hand it in. The money comes back once it has arrived here.`,
  returnChoice: () => 'Return it',
  exchangeChoice: () => 'Exchange it',
  otherProduct: ({ name, other }) =>
    `Exchanged here is a ${name} only for another colour or size of the same. For the ${other}, send the ${name} back for its full price, and order the ${other} in the shop: tell me, and I open the return.`,
  whichItem: ({ orderId }) => `Which item of order ${orderId} is it about?`,
  askVariant: ({ name }) => `Which one would you like instead of your ${name}? Tell me the colour or size.`,
  proposeItems: ({ orderId, changes, difference, currency, unpaidTotal }) =>
    `In order ${orderId}: ${listChanges(changes, changed, currency)}. ${unpaidTotal === undefined ? settled(difference, currency) : `Nothing was paid yet: the order then comes to ${money(unpaidTotal, currency)}.`} An order's items can be changed once.`,
  itemsChanged: ({ orderId, items }) => `Done: order ${orderId} is now ${list(items)}.`,
  itemsTooLate: ({ orderId }) => `Order ${orderId} can't be changed that way any more. A colleague can look at it.`,
  proposeExchange: ({ orderId, changes, difference, currency }) =>
    `Exchange from order ${orderId}: ${list(changes.map(exchanged))}. ${settled(difference, currency)} You get a return label by e-mail.`,
  exchanged: ({ orderId, reference }) =>
    `Done: the exchange for order ${orderId} is open under ${reference}. The label comes by e-mail; the new one leaves when yours is on its way.`,
  proposeReturnOf: ({ orderId, items, price, currency }) =>
    `Send back from order ${orderId}: ${list(items)}; you get a free label by e-mail, and ${money(price, currency)} back once it has arrived.`,
  proposePayment: ({ orderId }) =>
    `Make a secure page where you choose another way to pay order ${orderId}. That can be done once; please never send card numbers here.`,
  whyNot: ({ why }) =>
    ({
      'sold out': 'That one is sold out at the moment.',
      'no such variant': 'It does not come in that colour or size.',
      'the same variant': 'That is the one you have.',
      'changed before': "This order's items were changed already; that can be done once. A colleague can look at it.",
      'the only item': 'Nothing would be left of the order then; cancelling it does that.',
      'nothing to change': 'That is how it is already.',
      'address changed before':
        "This order's address was changed already; that can be done once. A colleague can look at it.",
      'payment changed before':
        'How this order is paid was changed already; that can be done once. A colleague can look at it.',
      'going back already': 'That is on its way back already, or was exchanged. A colleague can look at it.',
      'more than there is': 'That is more than you have of it.',
      'no such item': 'That is not in this order.',
    })[why] ?? null,
  proposeWatch: ({ name }) => `Write to you here when this is back in stock: ${name}.`,
  watching: ({ name }) => `Done: I will write to you here when this is back: ${name}.`,
  mightLike: ({ name, price, currency, because }) =>
    `${because ? `Since you have the ${because}: the` : 'By the way: the'} ${name} (${money(price, currency)}) might be something for you.`,
};
