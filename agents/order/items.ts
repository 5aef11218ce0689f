// What is in an order: told to the customer whose it is, changed while it is pending, exchanged when it was delivered.
import { fold } from '../../core/fold.ts';
import { actWords } from '../../phrases/acts/index.ts';
import { phrasesFor } from '../../phrases/index.ts';
import { type ItemWords, orderWords } from '../../phrases/order/index.ts';
import { WRITABLE } from '../../tools/backends/shop.ts';
import type { AgentRequest, OfflineStep, ToolAnswer } from '../agent.ts';
import { namedKind, ofGoods } from '../goods.ts';
import { soundsBroken } from '../technical/read-wish.ts';
import {
  changesIn,
  type ItemChange,
  isOneOfThem,
  itemIn,
  leftOf,
  namedKept,
  piecesIn,
  severalNamed,
  takenOut,
  withoutKept,
  withoutNamedKept,
  withoutOrder,
} from './changes.ts';
import { readCount } from './counts.ts';
import { readOptions, withoutRefused } from './options.ts';
import { refuseOtherProduct } from './other-product.ts';
import { COMING } from './own-orders.ts';
import { reasonIn } from './reason.ts';
import { refusal, refusedIn } from './refused.ts';
import { askedWith, tellVariants } from './variants.ts';
import { readColours } from './which-order.ts';
import { readPeriod, readQuantity } from './wish.ts';

const MOST_ORDERS = 5;

interface ReadOrder {
  found?: boolean;
  orderId: string;
  status: string;
  placedOn: string;
  deliveryOn?: string | null;
  total: number;
  currency: string;
  items: (ItemWords & { sku: string })[];
}

/** Items and total of one order. */
export function tellContents(request: AgentRequest, answers: readonly ToolAnswer[], orderId: string): OfflineStep {
  const answer = answers[0];
  if (!answer) return { call: 'get_order', input: { orderId } };
  return { text: contentsOf(answer.result as never, orderId, request) };
}

/** "What did I buy in May?", "my last order". */
export function tellHistory(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep {
  const words = orderWords(request.classification.language);
  const answer = answers[0];
  if (!answer) {
    const isLast = /\b(last|latest|most recent|previous) (order|purchase)\b/i.test(request.text);
    return {
      call: 'list_orders',
      input: { limit: isLast ? 1 : MOST_ORDERS, ...(readPeriod(request.text, request.today) ?? {}) },
    };
  }
  const orders = (answer.result.orders ?? []) as ReadOrder[];
  if (orders.length === 0) return { text: words.boughtNothing() };
  const told = orders.map((order) => contentsOf({ ...order, found: true }, order.orderId, request));
  return { text: [words.bought({ count: orders.length }), ...told].join('\n\n') };
}

function contentsOf(order: ReadOrder, orderId: string, { classification, phrases }: AgentRequest): string {
  if (!order.found) return phrasesFor(classification.language, phrases).orderNotFound({ orderId });
  return orderWords(classification.language).contents(order);
}

export interface ItemMemory extends Record<string, unknown> {
  orderId: string;
  wish: 'items' | 'exchange' | 'return';
  /** Known already which item. */
  sku?: string;
  /** What was said about it so far. */
  said: string;
  /** It is to be taken out, not changed. */
  out?: boolean;
  /** What was proposed, of which something is corrected now. */
  before?: ItemChange[];
}

/** The order that a change is about; or what comes before it: reading it, or saying that what was tried with it is not possible. */
function openOrder(
  request: AgentRequest,
  answers: readonly ToolAnswer[],
  orderId: string,
): { order: ReadOrder } | { step: OfflineStep } {
  const read = answers.find((answer) => answer.name === 'get_order');
  if (!read) return { step: { call: 'get_order', input: { orderId } } };
  const refused = answers.findLast(({ name }) => name !== 'find_products')!;
  if (refused !== read) return { step: refusal(request, orderId, refused) };
  const order = read.result as never as ReadOrder;
  if (!order.found) return { step: refusal(request, orderId, { name: '', result: { refused: 'not found' } }) };
  return { order };
}

/** What has not arrived goes back from its day on. */
const notThere = (
  request: AgentRequest,
  order: ReadOrder,
  name: 'exchange_item' | 'return_order' | 'change_items',
): OfflineStep => refusal(request, order.orderId, { name, result: refusedIn(order.status) }, order.deliveryOn ?? null);

const NOT_THERE_YET: ReadonlySet<string> = new Set(['processing', 'shipped', 'in transit']);
const ANOTHER: ReadonlySet<string> = new Set(['no such variant', 'the same variant', 'sold out']);

/** The colour that was named cannot be had: said, and asked for again. */
function askAnother(request: AgentRequest, answers: readonly ToolAnswer[], memory: ItemMemory): OfflineStep | null {
  const read = answers.find((answer) => answer.name === 'get_order')?.result as ReadOrder | undefined;
  const refused = answers.find(({ name, result }) => name !== 'get_order' && ANOTHER.has(String(result.refused ?? '')));
  if (!read?.items || !refused) return null;
  const why = String(refused.result.refused);
  const item =
    read.items.find((one) => one.sku === memory.sku) ??
    itemIn(read.items, `${memory.said} ${request.text}`) ??
    itemTold(request, read.items);
  if (!item) return null;
  const look = tellVariants(answers, item.name);
  if (look) return look;
  const { whyNot } = orderWords(request.classification.language);
  return {
    text: `${whyNot({ why })}\n\n${askedWith(request, answers, item.name)}`,
    choices: [phrasesFor(request.classification.language, request.phrases).personChoice()],
    asks: { about: 'which item', memory: { ...memory, sku: item.sku, name: item.name, said: '' } },
  };
}

const THE_SAME = ofGoods(
  ({ thing }) =>
    new RegExp(
      `\\b(the same(?! (time|day|order|box|parcel|way|as))|same (one|again|colou?r|thing)|identical|(a|another) (working|new|good|fresh|replacement) (one|pair)|(new|working) ones|a new pair|same thing|one that works|replacement|(get|have|be|gets?) .{0,30}\\breplaced|(for|with) (a|another) new\\b|new ${thing}\\b|lo mismo|el mismo|la misma|igual|le m[eê]me|la m[eê]me|identique|(das|den|die) ?selbe[nrs]?|gleiche[nrs]?|funktionierende[nrs]?|neue[nrs]?)\\b`,
      'i',
    ),
);

/** Which item, and what it shall become; both are asked for where they were not said. */
export function changeItem(request: AgentRequest, answers: readonly ToolAnswer[], memory: ItemMemory): OfflineStep {
  const { orderId, wish } = memory;
  if (wish === 'return') return returnItems(request, answers, orderId, memory);
  const opened = openOrder(request, answers, orderId);
  const another = askAnother(request, answers, memory);
  // Of what has arrived: "large instead of small" is an exchange, and "take the speaker out" goes back.
  const last = answers.at(-1);
  if (last?.name === 'change_items' && /delivered/.test(String(last.result.refused))) {
    const isOther = request.act !== 'remove-item' && !memory.out && readOptions(request.text).length > 0;
    return isOther
      ? changeItem(request, answers.slice(0, 1), { ...memory, wish: 'exchange' })
      : returnItems(request, answers.slice(0, 1), orderId, { ...memory, wish: 'return' });
  }
  if ('step' in opened) return another ?? opened.step;
  const { order } = opened;
  // What has not been sent yet is changed, not exchanged.
  if (wish === 'exchange' && WRITABLE.items.includes(order.status as never))
    return changeItem(request, answers, { ...memory, wish: 'items' });
  // Nothing is asked about what cannot be changed any more.
  const isOver = wish === 'items' && !WRITABLE.items.includes(order.status as never) && order.status !== 'delivered';
  if (isOver) return refusal(request, orderId, { name: 'change_items', result: refusedIn(order.status) });
  const isEarly = wish === 'exchange' && NOT_THERE_YET.has(order.status);
  // What is being packed is neither changed any more nor exchanged yet.
  const isPacked = order.status === 'processing' && !COMING.test(request.text);
  if (isEarly) return notThere(request, order, isPacked ? 'change_items' : 'exchange_item');
  const said = `${memory.said} ${request.text}`.slice(-400);
  const refused = wish === 'exchange' ? refuseOtherProduct(request, order.items, memory.sku) : null;
  if (refused) return refused;
  const isOut = wish === 'items' && (memory.out === true || request.act === 'remove-item');
  const asks = { about: 'which item', memory: { ...memory, said, ...(isOut ? { out: true } : {}) } };
  const keeps = namedKept(order.items, request.text).map(({ sku }) => sku);
  const before = (memory.before ?? []).filter(({ sku }) => !keeps.includes(sku));
  const hasBefore = before.length > 0;
  const several = changesIn(order.items, hasBefore ? request.text : said, wish, hasBefore);
  const call = wish === 'exchange' ? 'exchange_item' : 'change_items';
  // "Take the blanket and the lamp out" says of none how many stay.
  const isCounted =
    several !== null && several.length > 1 && (!isOut || several.some(({ quantity }) => quantity !== 0));
  if (several && (isCounted || hasBefore)) return { call, input: { orderId, ...withBefore(several, before) } };
  const taken = isOut ? takenOut(order.items, said, memory.sku) : null;
  // "Remove one charger and the keyboard. One charger stays.": more than the one of which some are left.
  if (taken?.also && /\b(remove|take|drop|delete|out)\b/i.test(request.text))
    return { call: 'change_items', input: { orderId, ...taken } };
  const left = wish === 'items' ? leftOf(order.items, request.text) : null;
  if (left && readOptions(request.text).length === 0) return { call: 'change_items', input: { orderId, ...left } };
  if (isOut) {
    return taken
      ? { call: 'change_items', input: { orderId, ...taken } }
      : { ...askItem(request, order, orderId), asks };
  }
  if (several) return { call, input: { orderId, ...withBefore(several, before) } };
  const item =
    order.items.find((one) => one.sku === memory.sku) ??
    itemIn(order.items, withoutKept(request.text)) ??
    itemIn(order.items, said) ??
    itemTold(request, order.items);
  if (!item) return { ...askItem(request, order, orderId), asks };
  const options = [...new Set([...readOptions(said), ...readColours(fold(withoutRefused(said)))])];
  const quantity = wish === 'items' && !isOneOfThem(said) ? readQuantity(said) : undefined;
  // The colour that it has tells which one is meant; the other one what it shall be.
  const wanted = options.length > 1 ? options.filter((option) => !item.options.includes(option)) : options;
  // For one that works: the shop has no exchange for the same, a person does.
  const isSame = wanted.every((option) => item.options.includes(option));
  const isBroken = wanted.length === 0 && soundsBroken(said);
  if (wish === 'exchange' && isSame && (isBroken || THE_SAME().test(said))) {
    const { language } = request.classification;
    const { personChoice } = phrasesFor(language, request.phrases);
    return { text: actWords(language).sameAgain({ name: item.name }), choices: [personChoice()] };
  }
  if (wanted.length === 0 && (wish === 'exchange' || (wish === 'items' && quantity === undefined)))
    return tellVariants(answers, item.name) ?? { text: askedWith(request, answers, item.name), asks };
  const count = wanted.length > 0 && quantity === undefined ? piecesIn(item, withoutKept(said)) : undefined;
  const change: ItemChange = {
    sku: item.sku,
    ...(quantity === undefined ? {} : { quantity }),
    ...(wanted.length > 0 && quantity !== 0 ? { options: wanted } : {}),
    ...(count === undefined ? {} : { count }),
  };
  return { call, input: { orderId, ...(wish === 'exchange' ? change : withBefore([change], before)) } };
}

/** What was proposed for other items, and is not corrected, stays. */
function withBefore([first, ...others]: [ItemChange, ...ItemChange[]], before: readonly ItemChange[]): object {
  const named = [first, ...others].map(({ sku }) => sku);
  const also = [...others, ...before.filter(({ sku }) => !named.includes(sku))];
  return { ...first, ...(also.length > 0 ? { also } : {}) };
}

/** The only one that the last answer spoke of. */
function itemTold({ history }: AgentRequest, items: ReadOrder['items']): ReadOrder['items'][number] | undefined {
  const last = history.findLast(({ role }) => role === 'bot')?.text ?? '';
  const told = items.filter(({ name }) => last.includes(name));
  return told.length === 1 ? told[0] : undefined;
}

function askItem({ classification }: AgentRequest, order: ReadOrder, orderId: string) {
  return {
    text: orderWords(classification.language).whichItem({ orderId }),
    choices: order.items.map(({ name }) => ({ title: name, value: name })),
  };
}

/** One thing of several, without saying which. */
const SOME_ITEM =
  /\b(something|(only |just )?(one|a|an|some|part) (thing|item|piece|article|product|of (it|them|these|those|several|the (items|things)))|only (one|part|some)|just (one|part|some)|an item|(the other|that|this) one|not (all|everything))\b/i;
const THIS_ONE = /\b(only|just) (this|that|it|the one)\b|\b(this|that) one\b/i;
const ALL_OF_IT = /\b(all|everything|whole|entire|both|complete)\b/i;

/** Some of a delivered order goes back: the items whose names were said, as many as were said; which, where only "one thing" was. */
export function returnItems(
  request: AgentRequest,
  answers: readonly ToolAnswer[],
  orderId: string,
  { said: toldBefore = '', sku, before = [] }: Partial<ItemMemory> = {},
): OfflineStep {
  const opened = openOrder(request, answers, orderId);
  if ('step' in opened) return opened.step;
  const { order } = opened;
  const isEarly = !WRITABLE.return.includes(order.status as never) && order.status !== 'cancelled';
  if (isEarly) return notThere(request, order, 'return_order');
  const now = withoutOrder(request.text);
  const said = `${withoutOrder(toldBefore)} ${now}`.trim();
  const goesBack = withoutKept(said);
  const reason = reasonIn(said);
  // "Only this one", of the thing that they spoke of.
  const spoken = THIS_ONE.test(goesBack)
    ? request.history.findLast((one) => one.role === 'customer' && itemIn(order.items, one.text))?.text
    : undefined;
  const item =
    order.items.find((one) => one.sku === sku) ??
    itemIn(order.items, withoutKept(now)) ??
    itemIn(order.items, goesBack) ??
    itemIn(order.items, spoken ?? '');
  const count = item && item.quantity > 1 ? readCount(goesBack) : undefined;
  const isPart = item !== undefined && (order.items.length > 1 || count !== undefined);
  const left = item ? null : withoutNamedKept(order.items, said, before);
  const several = sku === undefined ? (severalNamed(order.items, goesBack) ?? left) : null;
  const isOther = !item && !several && namedKind(goesBack) !== null;
  // "Only send back one", of several things.
  const isSome = SOME_ITEM.test(said) || (order.items.length > 1 && readCount(now) === 1);
  if (isOther || (!item && !several && isSome && !ALL_OF_IT.test(said)))
    return {
      ...askItem(request, order, orderId),
      asks: { about: 'which item', memory: { orderId, wish: 'return', said: said.slice(-200) } },
    };
  const items = several
    ? several.map((one) => ({ sku: one.sku }))
    : isPart
      ? [{ sku: item.sku, ...(count !== undefined && count < item.quantity ? { quantity: count } : {}) }]
      : null;
  return { call: 'return_order', input: { orderId, ...(reason ? { reason } : {}), ...(items ? { items } : {}) } };
}
