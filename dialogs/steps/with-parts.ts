// "Where is my keyboard, and is it the US layout?": several things are asked at once, and the message as a whole would be
// answered as one of them. Each part is then decided by itself, as if it had been sent alone, and all are answered.
import { namedKind, rootOfKind } from '../../agents/goods.ts';
import { soundsBroken } from '../../agents/technical/read-wish.ts';
import { readTopic } from '../../agents/topics.ts';
import { remembered } from '../../core/remembered.ts';
import { type Wanted, withoutReasons } from '../reading/acts.ts';
import { askedIn, nameWhatItIs, partsOf } from '../reading/parts.ts';
import { ACCESSORY } from '../reading/topics.ts';
import { unheardIn } from '../reading/unheard.ts';
import type { Route, TurnContext } from '../turn-context.ts';

/** What decides for a whole message. */
export type Decide = (context: TurnContext) => void;

const MOST_ROUTES = 4;
/** Of a part of which only the subject is known. */
const SURE_SUBJECT = 0.8;
const SURE_TOPIC = 0.6;

/** The parts of a message, and what was decided for each. */
interface Heard {
  parts: string[];
  each: (Alone | null)[];
  decided(part: string): Alone | null;
}

/** Decides for the message as a whole or for each of its parts, and notes what was not understood of it. */
export function decideAll(context: TurnContext, decide: Decide): void {
  const isRead = context.state.language === 'en' && context.exchange === null;
  const parts = isRead ? partsOf(context.meant) : [];
  if (parts.length < 2) return decide(context);
  const decided = remembered((part: string) => decidedPart(context, part, decide));
  const heard = { parts, each: nameWhatItIs(parts).map(decided), decided };
  if (!takeApart(context, heard, decide)) decide(context);
  context.leftOut = leftOut(context, heard);
}

/** True when the message is taken apart, and its routes are those of the parts. */
function takeApart(context: TurnContext, heard: Heard, decide: Decide): boolean {
  const { state, meant } = context;
  const whole = decidedAlone(context, meant, decide)?.routes ?? null;
  if (whole === null || whole.some(({ reason }) => !MAY_BE_MORE.test(reason))) return false;
  // Where more than one thing was surely heard, each was heard in its part.
  const sure = whole.filter(({ reason }) => !reason.startsWith('intent:'));
  const most = heard.each.filter((one) => one !== null).length;
  if (kindsOf(whole).size > 1 && sure.length === whole.length && most <= kindsOf(whole).size) return false;
  const each = routesOf(heard.parts, heard.decided);
  const routes = withoutTold(eachOnce(each.flatMap((one) => one.routes)));
  const kinds = keysOf(routes);
  const least = IS_MOOD.test(whole[0]!.reason) ? 1 : Math.max(2, kindsOf(whole).size);
  if (kinds.size < least || (whole.length > 1 && sure.some(({ agent }) => !routes.some((one) => one.agent === agent))))
    return false;
  context.routes = routes.slice(0, MOST_ROUTES);
  // "Leave it as it is. And …": that is said, and nothing is open any more.
  const left = each.find(({ prefix }) => prefix !== context.prefix);
  if (left) {
    context.prefix = left.prefix;
    Object.assign(state, { proposal: null, nextProposals: [], question: null });
  }
  return true;
}

/** What is asked of which nothing was decided, in its own words; null: all of it is answered, or nothing would be known to be. */
function leftOut({ routes }: TurnContext, { parts, each }: Heard): string | null {
  const ofParts = new Set(each.flatMap((one) => one?.routes.map(kindOf) ?? []));
  // What was decided for all of it may answer anything in it.
  if (!routes.every((one) => ofParts.has(kindOf(one)))) return null;
  const unheard = parts.flatMap((part, n) => (each[n] === null ? (unheardIn(part, parts[n + 1]) ?? []) : []));
  return unheard[0] ?? null;
}

/** Of each part; one that says nothing by itself is told with the part before it. */
function routesOf(parts: readonly string[], decided: (part: string) => Alone | null): Alone[] {
  if (parts.length < 2) return [];
  const each = nameWhatItIs(parts).map(decided);
  const unknown = each.lastIndexOf(null);
  if (unknown < 0) return each.map((one) => one!);
  const to = Math.max(0, unknown - 1);
  return routesOf([...parts.slice(0, to), `${parts[to]} ${parts[to + 1]}`, ...parts.slice(to + 2)], decided);
}

/** As it stands, or else only what it asks. */
function decidedPart(context: TurnContext, part: string, decide: Decide): Alone | null {
  const asked = askedIn(part);
  return decidedAlone(context, part, decide) ?? (asked ? decidedAlone(context, asked, decide) : null);
}

/** Reasons of a whole message beside which there may be more; what the others say is about all of it. */
const MAY_BE_MORE =
  /^(act:|topic:|intent:|house:|clearest part:|trouble:calm|positive:|small talk:thanks|order:(named|invoice|wish|purchases|faster|address|missing)|bare:sum)/;
/** Mood and manners, beside which one thing is enough. */
const IS_MOOD = /^(positive:|small talk:)/;

export interface Alone {
  routes: Route[];
  /** What is said before the answer. */
  prefix: string;
}

/** The routes of a text that is sent alone in this conversation; null: none that is sure, or it was settled without one. Nothing is changed by asking. */
export function decidedAlone(context: TurnContext, text: string, decide: Decide): Alone | null {
  const isWhole = text === context.meant;
  const { entities, ...read } = context.services.classify(text);
  const alone: TurnContext = {
    ...context,
    state: structuredClone(context.state),
    text,
    meant: text,
    classification: isWhole ? context.classification : { ...read, entities },
    routes: [],
    followUps: [],
    timers: [],
    answers: [],
    replies: [],
    effects: [],
    opened: null,
  };
  decide(alone);
  const { routes, replies, effects, prefix } = alone;
  if (routes.length === 0 || replies.length > 0 || effects.length > 0) return null;
  if (!isWhole && routes.every((route) => isWeak(route, text, read.confidence) || isOfNothing(alone, route, text)))
    return null;
  return { prefix, routes: routes.map((route) => (isWhole ? route : { ...route, text: route.text ?? text })) };
}

/** Heard as mood or manners, or hardly heard. */
function isWeak({ reason: said, topic, act }: Route, text: string, confidence: number): boolean {
  const reason = said.replace('clearest part:', '');
  if (
    /^(small talk|positive|act again|intent:(OUT_OF_SCOPE|GREETING|FEEDBACK|COMPLAINT|HUMAN_REQUEST|ACCOUNT))/.test(
      reason,
    )
  )
    return true;
  if (/^(intent:TECHNICAL|trouble:calm)/.test(reason)) return !soundsBroken(text);
  // "Why is the other one ten dollars more?" is about things, and no general question.
  if (reason.startsWith('topic:') && /(?:^|[.!?]\s+)\W*why\b/i.test(text)) return true;
  if (ACCESSORY.test(text)) return false;
  if (topic && topic !== 'product-facts' && topic !== 'reordering' && !(act === undefined && reason.startsWith('act:')))
    return (readTopic(text)?.margin ?? 0) < SURE_TOPIC;
  return reason.startsWith('intent:') && confidence < SURE_SUBJECT;
}

/** Facts of no thing that is named or was shown. */
const isOfNothing = ({ state }: TurnContext, { topic, act }: Route, text: string): boolean =>
  (topic === 'product-facts' || act === 'product-fact') &&
  namedKind([...state.said.slice(-2).map((one) => one.text), text].join(' ')) === null &&
  state.lastAbout?.exchange.about !== 'product';

const isTrouble = ({ agent, act, reason }: Route): boolean =>
  agent === 'technical' && (act === 'trouble' || /^(intent|trouble):/.test(reason));
const kindOf = (route: Route) =>
  `${route.agent} ${isTrouble(route) ? 'trouble' : (route.act ?? route.topic ?? route.reason)}`;
const OF_ONE_THING: ReadonlySet<string> = new Set(['in-stock', 'product-price', 'warranty', 'how-to', 'order-status']);
/** Of two things the same may be asked. */
const thingOf = ({ act, topic, text = '' }: Route): string =>
  topic === 'product-facts' || OF_ONE_THING.has(act ?? '') ? rootOfKind(namedKind(text)) : '';
const keyOf = (route: Route) => `${kindOf(route)} ${thingOf(route)}`;
const keysOf = (routes: readonly Route[]) => new Set(routes.map(keyOf));
const kindsOf = (routes: readonly Route[]) => new Set(routes.map(kindOf));

/** What is asked twice is told once; two things that are in trouble are looked at one after the other, by one agent. */
function eachOnce(routes: readonly Route[]): Route[] {
  const all = routes.filter(isTrouble).map(({ text }) => text);
  return routes
    .filter((one, at) => routes.findIndex((other) => keyOf(other) === keyOf(one)) === at)
    .map((one) => (isTrouble(one) ? { ...one, text: all.join(' ') } : one));
}

/** What is only told beside what is wanted is no wish of its own. */
function withoutTold(routes: Route[]): Route[] {
  const wanted = routes.flatMap(({ act, text = '' }): Wanted[] => (act ? [{ act, text, margin: 1 }] : []));
  const left = withoutReasons(wanted);
  return routes.filter(({ act, text }) => !act || left.some((one) => one.act === act && one.text === text));
}
