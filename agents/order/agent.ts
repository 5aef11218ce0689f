// The order agent: where an order is and when it comes, what is in it, what may still be changed about it, and what the
// shop sells.
import type { Classification } from '../../models/turn.ts';
import { actWords } from '../../phrases/acts/index.ts';
import { phrasesFor } from '../../phrases/index.ts';
import { orderWords } from '../../phrases/order/index.ts';
import { WRITABLE } from '../../tools/backends/shop.ts';
import type { Tools } from '../../tools/index.ts';
import {
  type Agent,
  type AgentRequest,
  type Exchange,
  type OfflineStep,
  readInstructions,
  type ToolAnswer,
} from '../agent.ts';
import { namedKind } from '../goods.ts';
import { ORDER_NUMBER, productWishOf, sayWhyCancelled, tellWhyCancelled } from './acts.ts';
import { addressIn, addressSaid, bareAddress, goesOnAddress, holdsTalk, looksLikeAddress } from './address.ts';
import { corrects } from './corrects.ts';
import { asksFacts, tellFacts } from './facts.ts';
import { changeItem, type ItemMemory, returnItems, tellContents, tellHistory } from './items.ts';
import { changeAddress, newAddress } from './new-address.ts';
import {
  meansNone,
  namesItem,
  namesOfItems,
  namesOrderByItem,
  pickIn,
  pickOwn,
  rememberOwn,
  STILL_OPEN,
  saysOnlyHow,
  shownNumber,
  WHICH,
  wishOf,
  withSpoken,
} from './own-orders.ts';
import { isPartMissing } from './part-missing.ts';
import { goesOnAboutProduct, tellProducts } from './products.ts';
import { reasonIn } from './reason.ts';
import { refusal, tellTooLate } from './refused.ts';
import { asksHowBack, tellReturn } from './returned.ts';
import { readHanging } from './several.ts';
import { askIfPaid, describeOwn, states, tellFaster, tellWhereTo } from './states.ts';
import { saysWhichItem } from './which-item.ts';
import { namesThing, type OrderWish, REVIVES, readOrderWish, readProductWish } from './wish.ts';

/** Of one message, or of several in one breath; the rest is named. */
const MOST_ORDERS = 10;
/** No answer to which item is meant. */
const ELSEWHERE: ReadonlySet<string> = new Set(['cancel', 'address', 'payment', 'list', 'history']);

export function createOrderAgent(tools: Tools): Agent {
  return {
    name: 'order',
    handles: ['ORDER_INQUIRY'],
    instructions: readInstructions(import.meta.url),
    tools: [
      tools.lookUpOrder,
      tools.findCharges,
      tools.getOrder,
      tools.listOrders,
      tools.findProducts,
      tools.searchKnowledge,
      tools.recommendProducts,
      tools.watchStock,
      tools.cancelOrder,
      tools.changeAddress,
      tools.changeAddressInTransit,
      tools.changeOrderPayment,
      tools.changeItems,
      tools.returnOrder,
      tools.exchangeItem,
    ],
    offline: decide,
    understands: (text, classification, exchange) => {
      const { about } = exchange;
      const isPick = pickIn(text, exchange) !== null;
      if (about === WHICH.shown) return isPick;
      if (about === WHICH.asked)
        return (
          orderIdsIn(text, classification.entities.orderIds, exchange).length > 0 ||
          namesItem(text) ||
          isPick ||
          meansNone(text) ||
          saysOnlyHow(text)
        );
      const hasOrder = classification.entities.orderIds !== undefined;
      if (about === 'product' || about === 'which product')
        return goesOnAboutProduct(text, hasOrder) && !isOtherWish(text, classification);
      if (about === 'which item' && isElsewhere(text, classification)) return false;
      if (about === 'which item') return !hasOrder && saysWhichItem(text);
      return (
        about === 'new address' &&
        !holdsTalk(addressIn(text) ?? bareAddress(text)) &&
        (looksLikeAddress(text) || (exchange.memory.part !== undefined && goesOnAddress(text)))
      );
    },
    corrects,
  };
}

/** From here on another subject is meant, whatever product was spoken of before. */
const SURELY_FROM = 0.8;
const OTHERS: ReadonlySet<string> = new Set([
  'SHIPPING',
  'BILLING',
  'ACCOUNT',
  'HUMAN_REQUEST',
  'COMPLAINT',
  'GREETING',
]);

function isOtherWish(text: string, { intents }: Classification): boolean {
  const { intent, confidence } = intents[0]!;
  if (/^\W*(yes|yeah|yep|no|nope|ok(ay)?|sure)\W*$/i.test(text)) return true;
  if (readProductWish(text, true)) return false;
  if (!['status', 'other'].includes(readOrderWish(text))) return true;
  if (confidence < SURELY_FROM) return false;
  return OTHERS.has(intent) || (intent === 'TECHNICAL_SUPPORT' && /\bmy\b/i.test(text));
}

/** Another wish about the order, or surely its money. */
function isElsewhere(text: string, { intents }: Classification): boolean {
  const { intent, confidence } = intents[0]!;
  return ELSEWHERE.has(readOrderWish(text)) || (intent === 'BILLING' && confidence >= SURELY_FROM);
}

/** Not what was ordered, or not whole: what can be done about it, to pick from. */
function offerForWrong(request: AgentRequest, orderId: string): OfflineStep {
  const { language } = request.classification;
  const words = orderWords(language);
  const general = phrasesFor(language, request.phrases);
  const person = general.personChoice();
  if (isPartMissing(request.text))
    return { text: `${words.partMissing({ orderId })} ${general.offerPerson()}`, choices: [person] };
  return {
    text: words.wrongItem({ orderId }),
    choices: [
      { title: words.returnChoice(), value: `return order ${orderId}` },
      { title: words.exchangeChoice(), value: `exchange an item of order ${orderId}` },
      person,
    ],
  };
}

function decide(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const { exchange } = request;
  if (exchange?.about === 'which item') return changeItem(request, answers, exchange.memory as ItemMemory);
  const { topic } = request;
  if (topic === 'reordering') {
    const { notRevived, orderInShop } = orderWords(request.classification.language);
    return { text: REVIVES.test(request.text) ? notRevived() : orderInShop() };
  }
  const ofProduct = exchange?.about === 'product' || exchange?.about === 'which product';
  const productWish = productWishOf(request, ofProduct);
  const isOfFacts = topic === 'product-facts' || (ofProduct && (asksFacts(request.text) || exchange.memory.asked));
  if (isOfFacts && (productWish === null || productWish === 'about')) return tellFacts(request, answers);
  if (ofProduct || productWish) return tellProducts(request, answers, productWish);
  const wish = wishOf(request);
  // "The blue one" of those that were shown is not the one that was spoken of before.
  const isByItem = request.facts.level !== 'anonymous' && namesOrderByItem(request.text, wish);
  const isPick = pickIn(request.text, exchange) !== null || isByItem;
  const named = isPick ? [] : orderIdsIn(request.text, request.classification.entities.orderIds, exchange);
  const wanted = named.slice(0, MOST_ORDERS);
  if (exchange?.about === 'new address')
    return changeAddress(request, answers, String(exchange.memory.orderId), addressSaid(exchange, request.text));
  if (wish === 'return state') return tellReturn(request);
  // All of them, though one was spoken of.
  if (wish === 'list' && !ORDER_NUMBER.test(request.text)) return withoutNumber(request, answers, wish);
  if (wish === 'history' && !ORDER_NUMBER.test(request.text)) return tellHistory(request, answers);
  if (wanted.length === 0) return withoutNumber(request, answers, wish);
  const hanging = readHanging(request.text);
  if (hanging) return oneOrTheOther(request, answers, hanging, wanted[0]!);
  const step = withNumber(request, answers, wish, wanted);
  if (!('text' in step) || named.length === wanted.length) return step;
  const later = orderWords(request.classification.language).askLater({ orderIds: named.slice(MOST_ORDERS) });
  return { ...step, text: `${step.text}\n\n${later}` };
}

/** What is wanted about orders that are known by their numbers. */
function withNumber(
  request: AgentRequest,
  answers: readonly ToolAnswer[],
  wish: OrderWish,
  wanted: string[],
): OfflineStep {
  const { exchange } = request;
  if (wish === 'status' || wish === 'list') return states(request, answers, wanted);
  if (wish === 'where to') return tellWhereTo(request, answers, wanted[0]!);
  if (wish === 'wrong') return offerForWrong(request, wanted[0]!);
  if (wish === 'faster') return tellFaster(request, answers, wanted[0]!);
  if (wish === 'why cancelled') return tellWhyCancelled(request, answers, wanted[0]!);
  if (wish === 'contents' || wish === 'history') return tellContents(request, answers, wanted[0]!);
  if (wish === 'items' || wish === 'exchange') {
    // What is wanted now is not what was wanted when it was asked which one.
    const said = exchange && !request.act ? String(exchange.memory.wish ?? '') : '';
    return changeItem(request, answers, { orderId: wanted[0]!, wish, said });
  }
  return change(request, answers, wish, wanted);
}

function oneOrTheOther(
  request: AgentRequest,
  answers: readonly ToolAnswer[],
  { first, second }: { first: string; second: string },
  orderId: string,
): OfflineStep {
  const [refused, ...rest] = answers;
  const text = refused ? second : first;
  const step = withNumber({ ...request, text }, refused ? rest : [], readOrderWish(text), [orderId]);
  const why = refused && 'text' in step ? refusal(request, orderId, refused) : null;
  return why && 'text' in why && 'text' in step ? { ...step, text: `${why.text}\n\n${step.text}` } : step;
}

/** Their own orders, when we know whose they are; else its number is asked for. */
function withoutNumber(request: AgentRequest, answers: readonly ToolAnswer[], wish: OrderWish): OfflineStep {
  const words = phrasesFor(request.classification.language, request.phrases);
  const wished = request.exchange?.memory.wish;
  const said = (
    wished && saysOnlyHow(request.text) ? `${wished} ${request.text}` : String(wished ?? request.text)
  ).slice(0, 200);
  if (request.facts.level === 'anonymous')
    return { text: words.askOrderNumber(), asks: { about: WHICH.asked, memory: { wish: said } } };
  if (request.exchange && meansNone(request.text))
    return { text: words.askOrderNumber(), choices: [words.personChoice()], asks: request.exchange };
  const picked = pickOwn(withSpoken(request, wish), answers, wish);
  if ('call' in picked) return picked;
  if ('only' in picked) return withNumber(request, answers.slice(1), wish, [picked.only]);
  if (picked.orders.length === 0) return { text: words.noOrders() };
  const isTooLate = wish === 'cancel' && !picked.orders.some(({ status }) => WRITABLE.cancel.includes(status as never));
  if (isTooLate) return tellTooLate(request, picked.orders);
  const isOfAll = wish === 'why cancelled' && picked.orders.every(({ status }) => status === 'cancelled');
  if (isOfAll)
    return sayWhyCancelled(
      request,
      picked.orders.map(({ orderId }) => String(orderId)),
    );
  const asked = askIfPaid(picked.orders, answers, wish);
  if (asked) return asked;
  const memory = { wish: said, ...(request.act ? { act: request.act } : {}), ...rememberOwn(picked.orders) };
  // What comes next is named first.
  if (wish === 'list' && STILL_OPEN.test(request.text))
    picked.orders.sort((one, other) => String(one.deliveryOn ?? '9').localeCompare(String(other.deliveryOn ?? '9')));
  const isToChoose = picked.several !== undefined || !['status', 'list'].includes(wish);
  const lines = picked.orders.map((order) => {
    const state = describeOwn(order, answers, request);
    return isToChoose ? `${state} (${namesOfItems(order)})` : state;
  });
  const own = orderWords(request.classification.language);
  const opening =
    picked.several === undefined ? words.latestOrders() : picked.several ? own.severalFit() : own.noneFits();
  const isTogether =
    picked.orders.length > 1 && /\b(together|separately|same (parcel|package|box))\b/i.test(request.text);
  const apart = isTogether ? [actWords(request.classification.language).eachItsOwn()] : [];
  const text = [...apart, opening, ...lines].join('\n\n');
  const choices = picked.orders.map((order) => ({ title: String(order.orderId), value: String(order.orderId) }));
  if (isToChoose) return { text: `${text}\n\n${words.whichOrder()}`, choices, asks: { about: WHICH.asked, memory } };
  return choices.length > 1 ? { text, choices, keeps: { about: WHICH.shown, memory } } : { text };
}

/** A write is proposed by its tool, which checks whether it may be; a refusal says why and offers a person. */
function change(
  request: AgentRequest,
  answers: readonly ToolAnswer[],
  wish: OrderWish,
  [orderId = '', ...also]: string[],
): OfflineStep {
  const words = phrasesFor(request.classification.language, request.phrases);
  if (wish === 'address') return newAddress(request, answers, orderId, also);
  const said = [request.exchange?.memory.wish, request.text].filter(Boolean).join(' ');
  if (wish === 'return' && (namesThing(said) || namedKind(said) !== null))
    return returnItems({ ...request, text: said }, answers, orderId);
  const refused = answers.at(-1);
  if (refused) return refusal(request, orderId, refused);
  const opened = asksHowBack(request, orderId);
  const why = reasonIn([request.exchange?.memory.wish, request.text].filter(Boolean).join('. '));
  const reason = why ? { reason: why } : {};
  if (wish === 'cancel') return { call: 'cancel_order', input: { orderId, ...reason } };
  if (wish === 'return' && opened) return { text: orderWords(request.classification.language).returnOpen({ orderId }) };
  if (wish === 'return') return { call: 'return_order', input: { orderId, ...reason } };
  if (wish === 'payment') return { call: 'change_order_payment', input: { orderId } };
  return { text: words.changeNeedsPerson(), choices: [words.personChoice()] };
}

const BARE_NUMBER = /^\D{0,20}(\d{4,10})\D{0,20}$/;

/** "12345" alone is an order number, too, where one was asked for. */
function orderIdsIn(text: string, named: string[] | undefined, exchange?: Exchange): string[] {
  if (named && named.length > 0) return named;
  const shown = shownNumber(text, exchange);
  if (shown) return [shown];
  const bare = BARE_NUMBER.exec(text)?.[1];
  return bare ? [`ORD-${bare}`] : [];
}
