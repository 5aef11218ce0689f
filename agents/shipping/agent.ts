// The shipping agent: prices, parcels on their way, customs, and parcels that do not come.
import { actWords } from '../../phrases/acts/index.ts';
import { phrasesFor } from '../../phrases/index.ts';
import { orderWords } from '../../phrases/order/index.ts';
import { shippingWords } from '../../phrases/shipping/index.ts';
import type { Tools } from '../../tools/index.ts';
import { readPlace } from '../../tools/shipping/places.ts';
import { holdsKind, kindOfProduct, takeKinds } from '../../tools/support/read-device.ts';
import { actOf } from '../acts.ts';
import { type Agent, type AgentRequest, type OfflineStep, readInstructions, type ToolAnswer } from '../agent.ts';
import { promiseNews, wantsNews } from '../news.ts';
import {
  addressIn,
  addressSaid,
  askRestOfAddress,
  bareAddress,
  correctionOf,
  goesOnAddress,
  holdsTalk,
  isWholeAddress,
} from '../order/address.ts';
import { namesOfItems, type Own, pickIn, pickOwnBy, rememberOwn, shownNumber, WHICH } from '../order/own-orders.ts';
import { tooLateForAddress } from '../order/refused.ts';
import { notFaster, wasRerouted } from '../order/states.ts';
import { readOrderWish } from '../order/wish.ts';
import { instruct } from './instruct.ts';
import { customs, quote, serviceIn, tellTimes, weightIn } from './quote.ts';
import { readSize } from './size.ts';
import { asksOfAll, mayBeMeant, saysOtherwise } from './which-parcel.ts';
import { ATTEMPT, asksOfAttempt, asksOfNewOrder, readShippingWish, type ShippingWish, WISH_OF_ACT } from './wish.ts';

export function createShippingAgent(tools: Tools): Agent {
  return {
    name: 'shipping',
    handles: ['SHIPPING'],
    instructions: readInstructions(import.meta.url),
    tools: [
      tools.quoteShipping,
      tools.trackParcel,
      tools.listOrders,
      tools.explainCustoms,
      tools.changeAddress,
      tools.changeAddressInTransit,
      tools.reportParcel,
      tools.findProducts,
    ],
    offline: decide,
    corrects: (text, { tool, input }) => {
      if (!tool.startsWith('change_address')) return null;
      const status = tool === 'change_address' ? 'pending' : 'in transit';
      return correctionOf(text, (input as { orderId: string }).orderId, input, { status });
    },
    understands: (text, classification, exchange) => {
      const { about } = exchange;
      if (about === 'customs')
        return readPlace(text) !== null || readShippingWish(text) === 'customs' || GOODS.test(text);
      if (about === 'quote')
        return (
          readPlace(text) !== null ||
          /\bhow (long|many days)\b/i.test(text) ||
          readSize(text) !== null ||
          serviceIn(text) !== null ||
          readShippingWish(text) === 'customs' ||
          weightIn(text, classification.entities.weights) !== null ||
          (exchange.memory.kilograms === undefined && kindOfProduct(text) !== null && actOf(text) !== 'compare')
        );
      if (about === WHICH.parcel) {
        const { orderIds, trackingNumbers } = classification.entities;
        const isNamed = Boolean(orderIds ?? trackingNumbers) || shownNumber(text, exchange) !== null;
        return isNamed || BARE.test(text) || pickIn(text, exchange) !== null;
      }
      if (about === 'investigate') return YES.test(text.trim());
      const isQuestion = /\?\s*$/.test(text) || classification.entities.orderIds !== undefined;
      if (about !== 'new address' || isQuestion) return false;
      if (holdsTalk(addressIn(text) ?? bareAddress(text))) return false;
      const isRest = exchange.memory.part !== undefined && goesOnAddress(text);
      return isRest || (/\d/.test(text) && text.trim().split(/[\s,]+/).length >= 3);
    },
  };
}

const MOST_SHOWN = 4;
/** What customs may not let through. */
const GOODS =
  /\b(batter\w+|aerosols?|perfumes?|liquids?|food|alcohol|wine|kni(fe|ves)|medicines?|plants?|seeds?|cash|jewell?ery|electronics)\b/i;
const BARE = /^\D{0,20}(\d{4,10})\D{0,20}$/;
const YES =
  /^(yes|yeah|yep|sure|ok|okay|please do|yes please|go ahead|s[ií]|oui|ja)\b[\s,!.]*((please|do|look|search|find|report|investigate|start|open|trace|for|it|that|the|parcel|package|a|search|now|then|por favor|bitte)\b[\s,!.]*)*$|^(please )?(look|search) for (it|the parcel|my parcel)\b.{0,10}$/i;

function decide(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const { exchange, text } = request;
  switch (exchange?.about) {
    case 'quote':
      return readShippingWish(text) === 'customs' ? customs(request, answers) : quote(request, answers);
    case 'customs':
      return readSize(text) || weightIn(text, request.classification.entities.weights)
        ? quote(request, answers)
        : customs(request, answers);
    case 'investigate':
      return investigate(request, answers, String(exchange.memory.orderId));
    case 'new address':
      return redirect(
        { ...request, text: addressSaid(exchange, text) },
        answers,
        exchange.memory as { orderId: string; status: string },
      );
    default:
  }
  const wish = exchange?.about === 'parcel' ? (exchange.memory.wish as ShippingWish) : readWish(request);
  if (wish === 'customs') return customs(request, answers);
  if (wish === 'instruct') return instruct(request, answers, request.classification.entities.orderIds?.[0]);
  if (wish === 'size')
    return {
      text: shippingWords(request.classification.language).sizeCounts(),
      keeps: { about: 'quote', memory: {} },
    };
  if (wish === 'price') return quote(request, answers);
  if (wish === 'times')
    return readPlace(text) && (asksOfNewOrder(text) || !parcelOf(request))
      ? quote(request, answers)
      : tellTimes(request);
  return parcel(request, answers, wish);
}

/** Of something that is not ordered yet, by somebody who has not said that it is. */
const IN_TIME =
  /\b(can|could|will|would|does) (it|they|this|that)\b.{0,12}\b(delivered|arrive|here|come|there)\b.{0,12}\b(by|before|until|in time|on)\b/i;

function readWish({ text, classification, facts, act }: AgentRequest): ShippingWish {
  const surely = act && WISH_OF_ACT[act];
  if (surely) return surely;
  const { orderIds, trackingNumbers, weights } = classification.entities;
  if (facts.level === 'anonymous' && !orderIds && !trackingNumbers && IN_TIME.test(text)) return 'times';
  return readShippingWish(text) ?? (weights || readSize(text) ? 'price' : 'track');
}

function parcelOf(request: AgentRequest): { orderId: string } | { trackingNumber: string } | null {
  const { text, classification, exchange } = request;
  // "The headphones", of those that were shown, is not the one that was spoken of before.
  if (shownNumber(text, exchange) === null && pickIn(text, exchange) !== null) return null;
  const { orderIds, trackingNumbers } = classification.entities;
  if (orderIds?.[0]) return { orderId: orderIds[0] };
  if (trackingNumbers?.[0]) return { trackingNumber: trackingNumbers[0] };
  const shown = shownNumber(text, exchange);
  if (shown) return { orderId: shown };
  const bare = BARE.exec(text)?.[1];
  return bare ? { orderId: `ORD-${bare}` } : null;
}

interface Tracked {
  found: boolean;
  orderId: string;
  status: string;
  carrier: string | null;
  trackingNumber: string | null;
  deliveryOn: string | null;
  events?: { what: string; on: string }[];
  lateDays?: number;
}

/** Where it is; when it is late, the offer to look for it; another address, where that is wanted. */
function parcel(request: AgentRequest, answers: readonly ToolAnswer[], wish: ShippingWish): OfflineStep {
  const words = shippingWords(request.classification.language);
  const which = parcelOf(request);
  if (!which && request.facts.level !== 'anonymous') return ownParcel(request, answers, wish);
  if (!which) return { text: words.askParcel(), asks: { about: WHICH.parcel, memory: { wish } } };
  const tracked = answers[0];
  if (!tracked) return { call: 'track_parcel', input: which };
  const { found, status, carrier, trackingNumber, deliveryOn, events, lateDays, orderId } =
    tracked.result as never as Tracked;
  if (!found) return { text: words.parcelUnknown() };
  if (wish === 'address') {
    const address = addressIn(request.text);
    if (address) return redirect({ ...request, text: address }, answers.slice(1), { orderId, status });
    const tooLate = tooLateForAddress(request, orderId, status);
    if (tooLate) return tooLate;
    const { askAddress } = phrasesFor(request.classification.language, request.phrases);
    return { text: askAddress({ orderId }), asks: { about: 'new address', memory: { orderId, status } } };
  }
  const state = phrasesFor(request.classification.language, request.phrases).orderState({
    orderId,
    status,
    carrier,
    trackingNumber,
    deliveryOn,
    today: request.today,
  });
  if (wish === 'missing' && status === 'delivered') {
    const { personChoice } = phrasesFor(request.classification.language, request.phrases);
    return { text: words.markedDelivered({ orderId }), choices: [personChoice()] };
  }
  const open = !['delivered', 'cancelled'].includes(status);
  if (wantsNews(request.text) && open) {
    const { says, followUp } = promiseNews(request.classification.language, { what: 'order', orderId, was: status });
    return { text: `${state}\n\n${says}`, followUp };
  }
  const isTried = events?.some(({ what }) => ATTEMPT.test(what)) ?? false;
  const none = open && !isTried && asksOfAttempt(request.text) ? `${words.noAttempt({ orderId })}\n\n` : '';
  const shown = none + (events?.length ? `${state}\n\n${words.events({ events })}` : state);
  if (wish === 'missing' && saysOtherwise(request.text)) {
    const { personChoice } = phrasesFor(request.classification.language, request.phrases);
    return { text: `${state}\n\n${words.otherRecord()}`, choices: [personChoice()] };
  }
  const isHurried = open && readOrderWish(request.text) === 'faster';
  const faster = isHurried ? `\n\n${notFaster(request, orderId, status)}` : '';
  const moved =
    open && wasRerouted(request, orderId) ? `\n\n${actWords(request.classification.language).rerouted()}` : '';
  if ((lateDays ?? 0) < 1)
    return { text: (wish === 'missing' ? `${shown}\n\n${words.notLateYet({ orderId })}` : shown) + moved + faster };
  return {
    text: `${shown}\n\n${words.late({ days: lateDays ?? 0 })}`,
    asks: { about: 'investigate', memory: { orderId } },
  };
}

/** A known customer's own parcels: the only one on its way is meant, of several they choose. */
function ownParcel(request: AgentRequest, answers: readonly ToolAnswer[], wish: ShippingWish): OfflineStep {
  const listed = answers[0];
  if (!listed) return { call: 'list_orders', input: { limit: 10 } };
  const { language } = request.classification;
  const words = phrasesFor(language, request.phrases);
  const orders = (listed.result.orders ?? []) as (Own & { orderId: string; status: string })[];
  const { kinds } = takeKinds(request.text);
  const named = orders.filter(({ items }) => holdsKind((items ?? []) as { name: string }[], kinds));
  const among = mayBeMeant(named.length > 0 ? named : orders, request.text);
  const underway = among.length > 0 ? among : named;
  const known = (orderId: string): AgentRequest => ({
    ...request,
    text: `${request.text} ${orderId}`,
    classification: {
      ...request.classification,
      entities: { ...request.classification.entities, orderIds: [orderId] },
    },
  });
  const pick = pickIn(request.text, request.exchange);
  const picked = pick ? pickOwnBy(pick, request.exchange!.memory, orders, underway) : null;
  const only = picked && 'only' in picked ? picked.only : !pick && underway.length === 1 ? underway[0]!.orderId : null;
  if (only) return parcel(known(only), answers.slice(1), wish);
  const latest = (underway.length > 0 ? underway : orders).slice(0, MOST_SHOWN);
  const shown = picked && 'orders' in picked ? (picked.orders as typeof orders) : latest;
  if (shown.length === 0) return { text: words.noOrders() };
  const lines = shown.map((order) => {
    const state = order as never as Parameters<typeof words.orderState>[0];
    return `${words.orderState({ ...state, today: request.today })} (${namesOfItems(order)})`;
  });
  // "Are they all on time?" asks of none in particular.
  const told = [words.latestOrders(), ...lines].join('\n\n');
  const memory = { wish, ...rememberOwn(shown) };
  if (wish === 'track' && !pick && asksOfAll(request.text))
    return { text: told, keeps: { about: WHICH.shown, memory } };
  const own = orderWords(language);
  const several = picked && 'orders' in picked ? (picked.several ? own.severalFit() : own.noneFits()) : null;
  return {
    text: [several ?? words.latestOrders(), ...lines, words.whichOrder()].join('\n\n'),
    choices: shown.map(({ orderId }) => ({ title: orderId, value: orderId })),
    asks: { about: WHICH.parcel, memory },
  };
}

function investigate(request: AgentRequest, answers: readonly ToolAnswer[], orderId: string): OfflineStep {
  const refused = answers.at(-1);
  if (!refused) return { call: 'report_delayed_or_lost', input: { orderId } };
  return refusal(request, orderId, refused);
}

/** Before it has left the house the order is changed; afterwards the carrier has to. */
function redirect(
  request: AgentRequest,
  answers: readonly ToolAnswer[],
  { orderId, status }: { orderId: string; status: string },
): OfflineStep {
  const refused = answers.at(-1);
  if (refused) return refusal(request, orderId, refused);
  if (!isWholeAddress(request.text))
    return askRestOfAddress(request, { orderId, status, part: request.text.slice(0, 200) });
  const call = status === 'pending' || status === 'processing' ? 'change_address' : 'change_address_in_transit';
  return {
    call,
    input: {
      orderId,
      address: request.text
        .replace(/^\W*(no+|nope|sorry|actually|wait)\b[\s,.!-]*/i, '')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 300),
    },
  };
}

function refusal(request: AgentRequest, orderId: string, { result }: ToolAnswer): OfflineStep {
  const { language } = request.classification;
  const words = shippingWords(language);
  const why = String(result.refused ?? result.error ?? 'not found');
  if (why === 'not late yet') return { text: words.notLateYet({ orderId }) };
  const text =
    why === 'marked as delivered'
      ? words.markedDelivered({ orderId })
      : (orderWords(language).whyNot({ why }) ?? phrasesFor(language, request.phrases).cannotChange({ orderId, why }));
  return result.aPersonCould ? { text, choices: [phrasesFor(language, request.phrases).personChoice()] } : { text };
}
