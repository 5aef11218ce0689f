// Which of the customer's own orders is meant, where no number was said: those that the wish is possible for, and the one
// that holds the thing they name. Pure.
import { WRITABLE } from '../../tools/backends/shop.ts';
import type { Act } from '../acts.ts';
import type { AgentRequest, Exchange, OfflineStep, ToolAnswer } from '../agent.ts';
import { namedKind, ofGoods } from '../goods.ts';
import { soundsBroken } from '../technical/read-wish.ts';
import { WISH_OF_ACT } from './acts.ts';
import { withoutKept } from './changes.ts';
import { readOptions } from './options.ts';
import { readPlacedOn } from './placed-on.ts';
import {
  type Choosable,
  type Pick,
  pickFrom,
  readPick,
  readStateOfOne,
  rememberShown,
  type Shown,
} from './which-order.ts';
import { type OrderWish, readOrderWish } from './wish.ts';

const MOST_READ = 10;
const MOST_SHOWN = 4;
const UNDERWAY = ['pending', 'processing', 'shipped', 'in transit'];

/** The states of an order in which a wish makes sense. */
const FITTING: Partial<Record<OrderWish, readonly string[]>> = {
  status: UNDERWAY,
  faster: UNDERWAY,
  cancel: WRITABLE.cancel,
  address: UNDERWAY,
  items: WRITABLE.items,
  return: WRITABLE.return,
  exchange: [...WRITABLE.exchange, ...WRITABLE.items],
  wrong: ['delivered'],
  'why cancelled': ['cancelled'],
};

const ITEM = ofGoods(({ thing }) => new RegExp(`\\b${thing}\\b`, 'gi'));
/** What names an item and nothing else is short. */
export const MOST_ITEM_WORDS = 8;

export type Own = Record<string, unknown>;

/** Which one is it: asked, or only shown. */
export const WHICH = { asked: 'order number', shown: 'which order', parcel: 'parcel' } as const;

/** "The blue one", of those that were shown; null where something else is said. */
export function pickIn(text: string, exchange: Exchange | undefined): Pick | null {
  if (!exchange || !(Object.values(WHICH) as string[]).includes(exchange.about)) return null;
  // A number says more.
  if (/\bORD-\d/i.test(text)) return null;
  const names = (exchange.memory as Partial<Shown>).names ?? '';
  // "The compact ones. Can I get it any faster?"
  return readPick(text, names) ?? readPick(text.split(/(?<=[.!?])\s+/)[0] ?? '', names);
}

/** "The one with the headphones, I said. 20462": its number, of those that were shown. */
export function shownNumber(text: string, exchange: Exchange | undefined): string | null {
  const shown = (exchange?.memory.shown ?? []) as string[];
  return shown.find((id) => new RegExp(`\\b${id.replace(/\D/g, '')}\\b`).test(text)) ?? null;
}

export function rememberOwn(orders: readonly Own[]): Shown {
  return rememberShown(orders.map(choosable));
}

function choosable(order: Own): Choosable & { own: Own } {
  return {
    ...(order as never as Choosable),
    id: String(order.orderId),
    items: (order.items ?? []) as never,
    own: order,
  };
}

/** Of those that were shown; where none of them fits, of those it can be done for, then of all. */
export function pickOwnBy(
  pick: Pick,
  { shown = [] }: Partial<Shown>,
  all: readonly Own[],
  fitting: readonly Own[],
): { only: string } | { orders: Own[]; several: boolean } {
  const listed = all.filter(({ orderId }) => shown.includes(String(orderId)));
  for (const among of [listed, fitting, all]) {
    const found = pickFrom(among.map(choosable), pick, shown);
    if (found.length === 1) return { only: found[0]!.id };
    if (found.length > 1) return { orders: found.slice(0, MOST_SHOWN).map(({ own }) => own), several: true };
  }
  return { orders: (listed.length > 0 ? listed : all).slice(0, MOST_SHOWN), several: false };
}

/** What is in it, to tell it from the others. */
export function namesOfItems(order: Own): string {
  return ((order.items ?? []) as { name: string }[]).map(({ name }) => name).join(', ');
}

const BY_ITEM = ofGoods(({ thing }) => new RegExp(`\\b${thing} (order|parcel|package)\\b`, 'i'));

/** What was wanted when it was asked which one; what the answer itself asks for goes before it. */
export function wishOf({ exchange, text, act }: AgentRequest): OrderWish {
  // What was surely wanted when it was asked which one.
  const before = exchange?.about === WHICH.asked ? (exchange.memory.act as Act | undefined) : undefined;
  const own = readOrderWish(text);
  const surely = WISH_OF_ACT[(act ?? (own === 'status' ? before : undefined)) as Act];
  // "What did I buy in May?" lists with what is in them; "a replacement" may be the same again.
  const isNearer =
    own === 'where to' ||
    (own === 'list' && ['status', 'contents'].includes(surely ?? '')) ||
    (own === 'history' && ['list', 'contents'].includes(surely ?? '')) ||
    (surely === 'exchange' && own === 'wrong' && !/\b(same|instead|new|replace\w*)\b/i.test(text));
  if (surely) return isNearer ? own : surely;
  // "Take the blanket out of it", to which one it is: a wish of its own.
  if (!exchange || own === 'contents' || DOES.has(own)) return own;
  return readOrderWish(`${String(exchange.memory.wish ?? '')} ${text}`);
}

/** "The camera order", "return the kettle": of whichever order holds it, not of the one that was spoken of before, unless a
 * number stands beside it. */
export function namesOrderByItem(text: string, wish: OrderWish): boolean {
  if (/\d{4,}/.test(text)) return false;
  if (OF_SUM.test(text)) return true;
  return BY_ITEM().test(text) || (['return', 'exchange', 'items'].includes(wish) && text.search(ITEM()) >= 0);
}

/** "The speaker": an answer to which order it is about. */
export function namesItem(text: string): boolean {
  return text.trim().split(/\s+/).length <= MOST_ITEM_WORDS && text.search(ITEM()) >= 0;
}

/** "In black, if you have it", to which order it is: how it shall be, and not which. */
export function saysOnlyHow(text: string): boolean {
  return /^\W*(?:(?:and|but|maybe|rather|ok)\W+)*in (?:black|white|blue|red|green|small|medium|large)\b(?: please| if (?:you|u) have (?:it|one|that)| maybe)*\W*$/i.test(
    text,
  );
}

/** "None", "neither of them", to which one it is. */
export function meansNone(text: string): boolean {
  return /^\W*(?:no\W+)?(?:none|neither|not any|not one)(?: of (?:them|these|those|the \w+))?\W*$/i.test(text);
}

/** Those that have not come. */
export const STILL_OPEN =
  /\b(open|current|active|pending|outstanding|coming|comes?|arriv(e|es|ing)|expect|under ?way|due|on (its|their|the) way|get here|be here|next one|next (parcel|package|order|delivery))\b/i;

/** "The lamp that is on the way: I want to give it back when it comes." */
export const COMING =
  /\b(?:on (?:its|the|their) way|(?:when|once|until|till|after) (?:it|they)(?:'?s| is|'?re| are| has| have)? (?:comes?|arrives?d?|arrive|here|there|gets? here|been delivered)|that(?:'?s| is| are) coming)\b/i;

const OF_ALL = /\b(orders|parcels|packages|deliveries|all|both|each|they|them)\b/i;

/** What to ask the shop first; the only one that can be meant; or those to choose from. */
export function pickOwn(
  request: AgentRequest,
  answers: readonly ToolAnswer[],
  wish: OrderWish,
): (OfflineStep & { call: string }) | { only: string } | { orders: Own[]; several?: boolean } {
  const listed = answers[0];
  if (!listed) return { call: 'list_orders', input: { limit: MOST_READ } };
  const all = (listed.result.orders ?? []) as Own[];
  const isOpenOnly = wish === 'list' && STILL_OPEN.test(request.text);
  const ofOne = readStateOfOne(request.text);
  const isDelivered = wish === 'list' && /\b(delivered|arrived|got|received)\b/i.test(request.text);
  // What flickers has arrived.
  const isFaulty = wish === 'exchange' && soundsBroken(request.text);
  const goesBack = wish === 'return' || wish === 'exchange';
  const states = isFaulty
    ? WRITABLE.exchange
    : goesBack && COMING.test(request.text)
      ? UNDERWAY
      : isOpenOnly
        ? UNDERWAY
        : isDelivered
          ? ['delivered']
          : (ofOne ?? FITTING[wish]);
  const fitting = states ? all.filter((order) => states.includes(String(order.status))) : all;
  const ofSum = bySum(all, request.text);
  if (ofSum) return { only: ofSum };
  const pick = pickIn(request.text, request.exchange);
  if (pick) return pickOwnBy(pick, request.exchange!.memory as Partial<Shown>, all, fitting);
  // "The green ones": another order than one with red ones, whatever can be done with either.
  // "The black blanket in large": as it is, and not as it shall be.
  const isChanged = wish === 'items' || wish === 'exchange';
  const kept = wish === 'exchange' ? withoutKept(request.text) : request.text;
  const asIs = isChanged ? kept.replace(SHALL_BE, ' ') : request.text;
  const exact = withItem(all, asIs, request.today, true);
  const named =
    exact.length > 0 ? fitting.filter((one) => exact.includes(one)) : withItem(fitting, asIs, request.today);
  const isElsewhere = named.length === 0 && request.text.search(ITEM()) >= 0;
  // "My two orders, the camera and the watches: when will each arrive?"
  const isEach = isOpenOnly && /\b(two|three|both|each)\b/i.test(request.text);
  const meant = named.length > 0 && !isEach ? named : fitting;
  const found = isElsewhere ? (exact.length > 0 ? exact : withItem(all, asIs, request.today)) : [];
  // What was cancelled is changed no more.
  const alive = isChanged ? found.filter(({ status }) => status !== 'cancelled') : [];
  const elsewhere = alive.length > 0 ? alive : found;
  // They spoke of one that holds it, too.
  const spoken = request.classification.entities.orderIds?.[0];
  if (named.some(({ orderId }) => orderId === spoken)) return { only: spoken! };
  if (wish === 'items' && elsewhere.some(({ orderId }) => orderId === spoken)) return { only: spoken! };
  const isWrite = !['status', 'list', 'history', 'contents', 'other'].includes(wish);
  // The thing they name is in none of them: nobody is told about another.
  const isOne =
    meant.length === 1 &&
    !isElsewhere &&
    (isWrite || wish === 'status' || ofOne !== null || (wish === 'contents' && named.length === 1));
  if (isOne) return { only: String(meant[0]!.orderId) };
  // It is in one of another state: that one is meant, and why it cannot be done is said of it.
  if (isWrite && elsewhere.length === 1) return { only: String(elsewhere[0]!.orderId) };
  // Theirs holds no such thing: they see what there is, and are told so.
  if (isElsewhere && elsewhere.length === 0 && (wish === 'status' || isWrite))
    return { orders: (isWrite && fitting.length > 0 ? fitting : all).slice(0, MOST_SHOWN), several: false };
  // It is in one of another state.
  if (elsewhere.length > 0 && (wish === 'status' || isWrite)) return { orders: elsewhere.slice(0, MOST_SHOWN) };
  // "My parcel with the headphones", and two have some.
  if (named.length > 1 && wish === 'status' && !OF_ALL.test(request.text))
    return { orders: named.slice(0, MOST_SHOWN), several: true };
  // None that it could be done for: they see what there is.
  const most = wish === 'list' && /\b(all|every|older|oldest)\b/i.test(request.text) ? MOST_READ : MOST_SHOWN;
  return { orders: (meant.length > 0 ? meant : all).slice(0, most) };
}

const SHALL_BE =
  /\ban? (?:larger|smaller|bigger) (?:size|one)\b|\b(?:in|to|for|into|make (?:it|them)|be|get) (?:a |an |the )?(?:black|white|blue|red|green|small|medium|large)\b/gi;

const OF_SUM = /\b(?:the|my) \$?(\d{2,4})(?:\.\d{2})?(?: (?:dollars?|bucks))? (?:order|one)\b/i;

/** "Cancel the 213 order": the only one that came to so much; null: none, or several. */
function bySum(orders: readonly Own[], text: string): string | null {
  const sum = OF_SUM.exec(text)?.[1];
  const fitting = sum ? orders.filter(({ total }) => Math.trunc(Number(total)) === Number(sum)) : [];
  return fitting.length === 1 ? String(fitting[0]!.orderId) : null;
}

/** Those that hold the thing that is named, in the colour and make that are named, and were placed on the day that is. */
function withItem(orders: Own[], text: string, today: string, exactly = false): Own[] {
  const named = [...text.matchAll(ITEM())].map(([word]) => word.toLowerCase().replace(/(es|s)$/, ''));
  const placed = readPlacedOn(text, today);
  if (named.length === 0) return placed ? orders.filter((order) => placed.includes(String(order.placedOn))) : [];
  const holding = (fits: (item: Item) => boolean) =>
    orders.filter((order) =>
      ((order.items ?? []) as Item[]).some(
        (item) => named.some((word) => item.name.toLowerCase().includes(word)) && fits(item),
      ),
    );
  const words: string[] = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const options = readOptions(text);
  const isOfMake = ({ name }: Item) =>
    !MAKES.some((make) => words.includes(make)) || words.includes(name.toLowerCase().split(' ')[0]!);
  const isOfOptions = (item: Item) => options.every((option) => (item.options ?? []).includes(option));
  const found = [holding((item) => isOfMake(item) && isOfOptions(item)), holding(isOfMake), holding(() => true)];
  const best = (exactly ? found[0] : found.find((some) => some.length > 0)) ?? [];
  // "The order with the blanket and the speakers": the one that holds both.
  const inside = /\b(?:order|parcel|package|one) with ([^,.?!]*)/i.exec(text)?.[1]?.toLowerCase() ?? '';
  const several =
    /\bmy [a-z]+s? and (?:the |my )?[a-z]+|\bthe [a-z]+s? and [a-z]+s? (?:order|parcel|package|one)\b/i.test(text)
      ? named
      : [];
  const both = inside === '' ? several : named.filter((word) => inside.includes(word));
  const held = (order: Own) => both.filter((word) => namesOfItems(order).toLowerCase().includes(word)).length;
  const most = Math.max(...best.map(held), 0);
  const fullest = best.filter((order) => held(order) === most);
  const onDay = placed ? fullest.filter((order) => placed.includes(String(order.placedOn))) : [];
  return onDay.length > 0 ? onDay : fullest;
}

interface Item {
  name: string;
  options?: string[];
}

const MAKES = ['wireless', 'compact', 'classic', 'studio', 'travel', 'everyday'];
const DOES: ReadonlySet<OrderWish> = new Set(['cancel', 'items', 'return', 'exchange', 'address', 'payment']);
const OF_ITEMS: ReadonlySet<OrderWish> = new Set(['items', 'exchange', 'return']);

/** "White then, change it on my order": of the thing that they spoke of just before. */
export function withSpoken(request: AgentRequest, wish: OrderWish): AgentRequest {
  if (!OF_ITEMS.has(wish) || namedKind(request.text) !== null) return request;
  const customers = request.history.filter(({ role }) => role === 'customer').slice(-MOST_BACK);
  const kind = customers.map(({ text }) => namedKind(text)).findLast((one) => one !== null);
  return kind ? { ...request, text: `${request.text} ${kind}` } : request;
}

const MOST_BACK = 3;
