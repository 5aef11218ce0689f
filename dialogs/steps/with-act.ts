// What a message surely wants, however it was classified: its agent is told so. What needs no agent is settled here: leaving
// something as it is, taking it back, nothing that is wrong, a misunderstanding.
import type { Act } from '../../agents/acts.ts';
import { namedKind, rootOfKind } from '../../agents/goods.ts';
import { withoutKept } from '../../agents/order/changes.ts';
import { readHanging } from '../../agents/order/several.ts';
import { soundsBroken } from '../../agents/technical/read-wish.ts';
import { isHouseQuestion } from '../../agents/tell-article.ts';
import { readTopic } from '../../agents/topics.ts';
import { actWords } from '../../phrases/acts/index.ts';
import { isTongue } from '../../phrases/tongue.ts';
import { DOERS, forRecogniser, onlyAsks, readWanted, restBeside, SURE_FROM, type Wanted } from '../reading/acts.ts';
import { othersBeside } from '../reading/others.ts';
import { SURELY } from '../reading/ruled-table.ts';
import { asTheyHaveIt } from '../reading/settled-acts.ts';
import { afterAnnouncement, withoutThanks } from '../reading/thanks.ts';
import { askedBeside, housesBeside, isDoneBeside } from '../reading/topics.ts';
import { goOnWithTrouble } from '../reading/trouble-again.ts';
import { wantedOf } from '../reading/wanted.ts';
import { rememberOrders } from '../remembering.ts';
import { type Route, readOnly, type TurnContext } from '../turn-context.ts';
import { dropAll, SETTLED } from './settle-act.ts';
import { topicAsked } from './with-topic.ts';

const MOST_ROUTES = 4;
const RULED_FROM = 0.8;
/** From here on it goes before a question of ours. */
const LIKELY_FROM = 0.15;

/** Whom somebody has the case of has misunderstood nothing. */
const doable = (context: TurnContext): Wanted[] =>
  wantedOf(context).filter(({ act }) =>
    act === 'misread' && context.state.openCase ? false : (DOERS[act] ?? SETTLED[act]),
  );

/** All parts are at least that sure, and nobody is switched off whom they are for; empty: our rules decide. */
function wantedFrom(context: TurnContext, least: number): Wanted[] {
  const wanted = doable(context);
  const { agentsOff } = context.settings;
  const isOff = ({ act }: Wanted) => agentsOff.includes(DOERS[act]?.agent ?? 'general');
  // What becomes of a thing that a person looks at is theirs to say.
  if (context.state.openCase?.subject === 'TECHNICAL_SUPPORT' && wanted.some(({ act }) => OF_THING.has(act))) return [];
  // In other languages our rules go first, where they are sure.
  const isByRule = isTongue(context.state.language) && context.classification.confidence >= RULED_FROM;
  const isFact = wanted.length === 1 && wanted[0]!.act === 'product-fact' && wanted[0]!.margin >= RULED_FROM;
  if (isByRule && wanted.length <= 1 && !isFact) return [];
  const isOfPayment = context.state.orderIds.length > 0 && wanted.some(({ act }) => OF_PAYMENT.has(act));
  const isSeveral = wanted.length > 1 && wanted.some(({ act }) => act === 'in-stock');
  const isOfRefund =
    wanted.some(({ act, margin }) => act === 'refund-when' && margin >= RULED_FROM) && OF_OWN_MONEY.test(context.meant);
  const isHouse =
    !wanted.some(({ margin }) => margin >= SURELY) &&
    !isOfPayment &&
    !isOfRefund &&
    !isSeveral &&
    isHouseQuestion(context.meant) &&
    housesBeside(context, wanted).length === 0 &&
    !wanted.some((one) => isDoneBeside(one, context)) &&
    !wanted.some(
      ({ act, margin }) => act === 'change-delivery' && (margin >= RULED_FROM || OF_THEIRS.test(context.meant)),
    );
  if (isHouse || readHanging(context.meant) || isRatherTopic(context, wanted)) return [];
  return wanted.every((one) => one.margin >= least && !isOff(one)) ? wanted : [];
}

const OF_THING: ReadonlySet<Act> = new Set(['exchange-item', 'return-item', 'want-refund', 'damaged', 'trouble']);

const OF_PAYMENT: ReadonlySet<Act> = new Set(['change-payment', 'pay-now']);
/** A sum, or a card of theirs. */
const OF_OWN_MONEY = /\d|\bmy (card|account|bank|money)\b/i;
const OF_THEIRS = /\b(my|it|them|this|that|the (delivery|parcel|package|order))\b/i;

/** "And if nobody is in when they come?" is more surely a general question. */
function isRatherTopic(context: TurnContext, wanted: readonly Wanted[]): boolean {
  const [only] = wanted;
  // What they wish for their own parcel is more than how it is in general.
  if (only?.act === 'change-delivery') return false;
  // Of a part of what is said, only that part counts.
  const said = only && only.text !== context.text ? only.text : context.meant;
  const topic = wanted.length === 1 && DOERS[only!.act]?.topic === undefined ? readTopic(said) : null;
  return topic !== null && topic.margin > wanted[0]!.margin && topicAsked(context) === topic.topic;
}

export const isSurelyWanted = (context: TurnContext): boolean => wantedFrom(context, SURE_FROM).length > 0;
/** All that is said is one wish. */
export function isWhollyWanted(context: TurnContext): boolean {
  const [first, ...others] = wantedFrom(context, SURE_FROM);
  return first !== undefined && others.length === 0 && (first.text === context.meant || first.text === context.text);
}
export const isWanted = (context: TurnContext): boolean => wantedFrom(context, LIKELY_FROM).length > 0;

/** All that is surely wanted is for other agents than the open case. */
export function isSurelyOfElse(context: TurnContext): boolean {
  const subject = context.state.openCase?.subject;
  const wanted = wantedFrom(context, SURE_FROM);
  return wanted.length > 0 && wanted.every(({ act }) => DOERS[act] !== undefined && DOERS[act].intent !== subject);
}

/** Everything that is wanted only asks: no open case stands in its way. */
export function onlyAsksSomething(context: TurnContext): boolean {
  const wanted = wantedFrom(context, SURE_FROM);
  return wanted.length > 0 && wanted.every(({ act }) => onlyAsks(act));
}

export function doWanted(context: TurnContext): void {
  const heard = asCorrected(context, doable(context)).slice(0, MOST_ROUTES);
  const wanted = heard.map((one) => withTold(context, one, heard));
  const [first] = wanted;
  if (wanted.length === 1 && DOERS[first!.act]) context.state.lastAct = { act: first!.act, text: first!.text };
  const beside = askedBeside(context, wanted);
  const isAsked = ({ text = '' }: Route) => beside.some((one) => one.text?.includes(text));
  const others = [...othersBeside(context, wanted).filter((one) => !isAsked(one)), ...beside];
  const isSeveral = wanted.length + others.length > 1;
  const { trackingNumbers } = context.classification.entities;
  // A part that says "it" is of the thing that the rest names, unless one was shown just now.
  const kind = isOfShownKind(context) ? null : namedKind(context.meant);
  const routes = [
    ...wanted.flatMap((one) =>
      routesOf(
        one,
        // A rule has said what counts.
        isSeveral || (one.margin >= SURELY && one.text !== context.meant),
        trackingNumbers !== undefined,
        OF_ITEMS.has(one.act) ? asTheyHaveIt(context.meant, kind) : kind,
      ),
    ),
    ...others,
  ]
    .sort((one, other) => placeOf(context, one) - placeOf(context, other))
    .slice(0, MOST_ROUTES);
  if (routes.length > 0) {
    const asked = itemAsked(context);
    dropAsked(context, wanted);
    const { lastAbout } = context.state;
    // "How many litres?", of what was shown just now.
    const asksOfIt = routes.some(({ topic, act }) => topic === 'product-facts' || act === 'in-stock');
    const isOfShown = asksOfIt && isOfShownKind(context);
    if (isOfShown) context.exchange = lastAbout!.exchange;
    context.routes = routes.map((one) => ofItem(context, one, asked));
    if (wanted.length === 1 && first!.act === 'trouble') goOnWithTrouble(context);
    if (wanted.some(({ act }) => act === 'leave-as-is')) {
      dropAll(context);
      context.prefix = actWords(context.classification.language).leftAsIs({ orderId: null });
    }
    return;
  }
  SETTLED[wanted[0]!.act]!(context);
}

const OF_PRODUCTS: ReadonlySet<Act> = new Set([
  'buy',
  'product-fact',
  'product-price',
  'in-stock',
  'compare',
  'recommend',
]);
const OF_ITEMS: ReadonlySet<Act> = new Set(['exchange-item', 'return-item', 'change-item', 'remove-item']);

/** What we asked the new colour or size of. */
function itemAsked({ state: { question }, dropped }: TurnContext): string | null {
  const exchange = dropped ?? (question?.kind === 'agent' ? question.exchange : undefined);
  return exchange?.about === 'which item' && typeof exchange.memory.name === 'string' ? exchange.memory.name : null;
}

/** "No swap. RETURN it": what we asked about, and not all of its order. */
function ofItem({ meant }: TurnContext, route: Route, item: string | null): Route {
  const text = route.text ?? meant;
  const isOfIt =
    item !== null &&
    OF_ITEMS.has(route.act!) &&
    namedKind(text) === null &&
    !/\b(?:all|everything|order|both)\b/i.test(text);
  return isOfIt ? { ...route, text: `${text} (${item})` } : route;
}

/** Who asks about what is sold has no order number to tell; who wants something new of an item answers nothing of before. */
function dropAsked({ state }: TurnContext, wanted: readonly Wanted[]): void {
  const about = state.question?.kind === 'agent' ? state.question.exchange.about : '';
  const isOver = (acts: ReadonlySet<Act>) => wanted.some(({ act }) => acts.has(act));
  const isNew = about === 'which item' && isOver(OF_ITEMS);
  // "I want it swapped": of the order that was spoken of.
  if (isNew && state.question?.kind === 'agent' && typeof state.question.exchange.memory.orderId === 'string')
    rememberOrders(state, [state.question.exchange.memory.orderId]);
  if ((about === 'order number' && isOver(OF_PRODUCTS)) || isNew) state.question = null;
}

/** "No, the charger, I wrote. Not the kettles.": what was wanted before, of what is named now. */
function asCorrected(context: TurnContext, wanted: Wanted[]): Wanted[] {
  const { lastAct } = context.state;
  const [first] = wanted;
  const isOther = THE_OTHER.test(context.meant) && context.state.orderIds.length > 0;
  if (first?.act !== 'misread' || !(isOther || (lastAct && namesAnother(context)))) return wanted;
  const said = withoutKept(first.text);
  context.meant = said;
  return [{ ...first, act: lastAct?.act ?? 'order-status', text: said }];
}

const THE_OTHER = /\bthe other (one|1|order|parcel|package)\b/i;

/** An order, or a thing that is not only the one that was not meant. */
export function namesAnother({ classification, meant }: TurnContext): boolean {
  return classification.entities.orderIds !== undefined || namedKind(withoutKept(meant)) !== null;
}

/** As they were said. */
const placeOf = ({ meant }: TurnContext, { text }: Route): number =>
  text ? meant.indexOf(text.replace(/ \(\w+\)$/, '')) : 0;

const OF_PARCEL: ReadonlySet<Act> = new Set(['order-status', 'late-parcel', 'missing-parcel']);
/** What was shown just now is spoken of, or a thing of the same kind. */
function isOfShownKind({ state: { lastAbout }, meant }: TurnContext): boolean {
  if (lastAbout?.exchange.about !== 'product') return false;
  const shown = namedKind(String(lastAbout.exchange.memory.query ?? ''));
  const named = namedKind(meant);
  return shown === null || named === null || rootOfKind(shown) === rootOfKind(named);
}

const LEANS_ON_THINGS = /\b(they|them|those|these|it|that)\b/i;

/** "The red blanket and the watches I ordered. When do those come, and …?": with what was told before it. */
function withTold({ meant }: TurnContext, one: Wanted, all: readonly Wanted[]): Wanted {
  const isOf = OF_PARCEL.has(one.act) || one.act === 'trouble';
  if (all.length < 2 || !isOf || namedKind(one.text) !== null || !LEANS_ON_THINGS.test(one.text)) return one;
  const before = meant
    .slice(0, Math.max(0, meant.indexOf(one.text)))
    .split(/(?<=[.!?])\s+/)
    .filter((part) => part.trim() !== '');
  const told = before.at(-1) ?? '';
  const isOwn = all.some(({ text }) => told.includes(text) || text.includes(told));
  return namedKind(told) !== null && !isOwn ? { ...one, text: `${told.trim()} ${one.text}` } : one;
}

function routesOf({ act, text }: Wanted, isPart: boolean, isTracked: boolean, kind: string | null): Route[] {
  const doer = isTracked && OF_PARCEL.has(act) ? DOERS['late-parcel'] : DOERS[act];
  if (!doer) return [];
  // An article is looked for with what is asked, not with what was told before it.
  const isAsked = doer.topic !== undefined && text.trim().endsWith('?');
  const beside =
    (OF_PRODUCTS.has(act) || OF_ITEMS.has(act) || act === 'warranty' || act === 'shipping-price') &&
    isPart &&
    namedKind(text) === null
      ? kind
      : null;
  const route = {
    ...doer,
    reason: `act:${act}`,
    ...(doer.topic ? {} : { act }),
    ...(isPart || isAsked ? { text: beside ? `${text} (${beside})` : text } : {}),
  };
  // Who asks why it was cancelled asks for the money, too, in the same breath or the next.
  if (act !== 'why-cancelled') return [route];
  return [
    route,
    { ...DOERS['refund-when']!, act: 'refund-when', reason: 'act:refund-when', ...(isPart ? { text } : {}) },
  ];
}

const OF_THE_TALK: ReadonlySet<Act> = new Set(['no-trouble', 'misread']);

/** "Nothing is broken, I just want to know how big it is": what is said of the talk is set aside, and the rest is what counts. */
export function setTalkAside(context: TurnContext): void {
  const asked = afterAnnouncement(context.meant) ?? withoutThanks(context.meant);
  if (asked !== null && context.state.language === 'en') readOnly(context, asked);
  const said = forRecogniser(context);
  const likely = readWanted(said);
  const isDenied = likely.length === 1 && likely[0]!.act === 'no-trouble' && restBeside(said)?.endsWith('?');
  const wanted = likely.filter(({ margin }) => margin >= (isDenied ? LIKELY_FROM : SURE_FROM));
  const isOfTalk = wanted.length > 0 && wanted.every(({ act }) => OF_THE_TALK.has(act));
  if (!isOfTalk || soundsBroken(said) || asCorrected(context, wanted) !== wanted) return;
  // "Again: nothing wrong. Stop asking. And the black one?"
  const questions = isDenied
    ? said
        .split(/(?<=[.!?])\s+/)
        .filter((part) => part.endsWith('?'))
        .join(' ')
    : '';
  const rest = questions || restBeside(said);
  if (rest === null) return;
  context.state.question = null;
  readOnly(context, rest);
}
