// From what a message is about to the agents that answer it: each subject its own agent, and several wishes about different
// orders each their own turn of the same agent. Pure.
import type { AgentName } from '../../agents/agent.ts';
import { isAboutPromo } from '../../agents/billing/promo.ts';
import type { Agents } from '../../agents/index.ts';
import { splitOrderWishes } from '../../agents/order/several.ts';
import { readOrderWish } from '../../agents/order/wish.ts';
import { readShippingWish } from '../../agents/shipping/wish.ts';
import { deniesTrouble, namesDevice, readWish, soundsBroken } from '../../agents/technical/read-wish.ts';
import { type Classification, type Intent, SMALL_TALK } from '../../models/turn.ts';
import type { Route, TurnContext } from '../turn-context.ts';
import { topicsBeside } from './topics.ts';

/** A second subject is answered, too, from here on. */
const SECOND_FROM = 0.4;
/** "Charged it already", "I charged it overnight": a battery, and no card. */
const CHARGED_IT = /(?:^|\b(?:i|i've|we|have|even)\s+)charged (?:it|them|the \w+)\b(?!.{0,20}[$€£\d])/i;

/** The agent that handles an intent: a specialist before the general one. */
function agentOf(agents: Agents, intent: Intent): AgentName {
  const found = Object.values(agents).find((one) => one.name !== 'general' && one.handles.includes(intent));
  return found?.name ?? 'general';
}

/** The agents of all subjects that are sure enough, each once per wish. */
export function routesByIntent(context: TurnContext): Route[] {
  const routes = routesOfAll(context);
  // "I'm getting a tiny bit nervous", beside what is asked: no complaint.
  const calm =
    context.classification.sentiment.score > CALM ? routes.filter(({ agent }) => agent !== 'escalation') : [];
  return calm.length > 0 ? calm : routes;
}

const CALM = -0.2;

function routesOfAll({ classification, services, meant }: TurnContext): Route[] {
  const wanted = withoutReasons(
    classification.intents.filter(
      // Without a part of the text of its own, a further intent is only another guess at the same wish.
      (one, at, all) =>
        (at === 0 && !(all.length > 1 && isNoFirst(one))) ||
        (one.clause !== undefined &&
          one.confidence >= SECOND_FROM &&
          !SMALL_TALK.has(one.intent) &&
          !isNoTrouble(one) &&
          !isNoWish(one)),
    ),
  );
  const routes = wanted.map(({ intent: guessed, clause }): Route => {
    // "My code SAVE20 doesn't work" is no trouble with a thing.
    const intent: Intent = clause !== undefined && isAboutPromo(clause) ? 'BILLING' : guessed;
    return {
      agent: agentOf(services.agents, intent),
      intent,
      reason: `intent:${intent}`,
      ...(clause && wanted.length > 1 ? { text: clause } : {}),
    };
  });
  const topics = topicsBeside(meant, classification.intents[0]!.intent);
  const asked = topics.map((one) => one.text);
  // "It is a gift; is there a bill in the box?", "we send them back then; do I pay the postage?": told, or the same.
  const isReturn = topics.some(({ topic }) => topic === 'returns');
  const isOfTopic = ({ agent, text = '' }: Route) =>
    topics.length > 0 &&
    ((agent === 'order' && readOrderWish(text) === 'status' && !ASKS_STATE.test(text)) ||
      (isReturn &&
        ((agent === 'order' && readOrderWish(text) === 'return') ||
          (agent === 'shipping' && /\bpostage|pay\b/i.test(text)))));
  const own = routes.filter((one) => one.text === undefined || !(asked.includes(one.text) || isOfTopic(one)));
  if (topics.length > 0 && own.length === 0) return topics;
  const each = own.filter((one, at) => own.findIndex((other) => other.agent === one.agent) === at);
  const split = each.flatMap((one) => {
    const wishes = one.agent === 'order' ? splitOrderWishes(one.text ?? meant) : [];
    return wishes.length > 1 ? wishes.map((text) => ({ ...one, text })) : [one];
  });
  // The facts come first, then what is said of their anger.
  const isLast = ({ agent }: Route) => agent === 'escalation';
  return [...split.filter((one) => !isLast(one)), ...topics, ...split.filter(isLast)];
}

type Wanted = Classification['intents'];

/** "Nothing is broken", "the travel charger": said first, and no wish. */
const isNoFirst = ({ intent, clause = '' }: Wanted[number]): boolean =>
  (intent === 'TECHNICAL_SUPPORT' && deniesTrouble(clause)) || (intent === 'BILLING' && isNoMoney(clause));

const FEW_WORDS = 4;

/** "Possible or not?" beside something that is asked: of no parcel. */
const isNoWish = ({ intent, clause = '' }: Wanted[number]): boolean =>
  (intent === 'SHIPPING' &&
    clause.split(/\s+/).length <= FEW_WORDS &&
    !ASKS_STATE.test(clause.replace(/\?/g, ' ')) &&
    readShippingWish(clause) === null) ||
  // "Return or fix?"
  /^\W*\w+ or \w+\W*$/.test(clause) ||
  // "It still says pending" is of no money.
  (intent === 'BILLING' && isNoMoney(clause));

const OF_MONEY =
  /\b(pa(y|id|yed|ying|yments?)|charge(?!r)\w*|money|refund\w*|invoices?|receipts?|cards?|prices?|bills?|cost\w*|credit|bank|gift|codes?|vouchers?|discounts?|twice|double|tax|vat|dollars?|paypal|dispute\w*)\b|[$€£]|\d[.,]\d\d/i;
const isNoMoney = (clause: string): boolean => !OF_MONEY.test(clause) || CHARGED_IT.test(clause);

/** Hardly heard as trouble, with no thing that is named and nothing that fails. */
const isNoTrouble = ({ intent, confidence, clause = '' }: Wanted[number]): boolean =>
  intent === 'TECHNICAL_SUPPORT' &&
  (deniesTrouble(clause) ||
    ((confidence < 0.8 || clause.split(/\s+/).length <= FEW_WORDS) && !namesDevice(clause) && !soundsBroken(clause)));

/** What shall stay as it is, is no wish. */
const KEEP =
  /^\W*((no|so|well|and|but)\W+)*i('?m| am) not (asking|looking) (for|about)\b|^\W*((no|so|well|and|but)\W+)*i (do ?n'?t|do not) want (a refund|my money|to (cancel|return|exchange))\b|^\W*((no|ok(ay)?|actually|well|please|just|so|and|but)\W+)*(keep\b|leave (it|them|that|this|everything|the (address|order|rest|colou?r|size))( (as (it|they) (is|are|was|were)|alone|unchanged|the same|like that))?\W*$)/i;

/** What came in pieces needs no steps to try. */
const ARRIVED_BROKEN =
  /\b(arrived?|came|delivered|received|got|box|parcel|package|inside|unpacked)\b.{0,60}\b(cracked|crushed|smashed|shattered|dented|torn|in pieces|(badly )?damaged|bent|scratched)\b/i;

const BOUGHT =
  /^\W*((hey|hi|hello|so|well|ok(ay)?|quick one|quick question)\W+)*((i|we|my \w+)('ve)? )?(just |only |recently )?(bought|purchased|ordered|got|received)\b[^?]*$/i;

/** Where it is, or anything else that is asked. */
export const ASKS_STATE =
  /[?]|\b(where|wheres|when|whens|status|track\w*|arriv\w*|comes?|coming|update|news|deliver\w*|eta|late|delayed|overdue|missing|lost|stuck|not (here|there)|nothing|never|waiting|check|find out|look up)\b/i;

/** "I bought a kettle, and it leaks": when it was bought is no wish; nor is an order's state beside its parcel that is missing. */
function withoutStory(wanted: Wanted): Wanted {
  const of = (intent: Intent) => wanted.find((one) => one.intent === intent);
  const order = of('ORDER_INQUIRY');
  if (order?.clause === undefined || readOrderWish(order.clause) !== 'status') return wanted;
  const trouble = of('TECHNICAL_SUPPORT')?.clause;
  const isOfThing = trouble !== undefined && soundsBroken(trouble) && namesDevice(`${order.clause} ${trouble}`);
  const isTold = isOfThing && !ASKS_STATE.test(order.clause);
  const isStory = of('TECHNICAL_SUPPORT') !== undefined && (BOUGHT.test(order.clause) || isTold);
  const parcel = of('SHIPPING');
  const both = wanted.map(({ clause }) => clause ?? '').join(' ');
  const isSame = parcel !== undefined && readShippingWish(both) === 'missing';
  return isStory || isSame ? wanted.filter((one) => one !== order) : wanted;
}

const SOMEBODY_WILL_NOT = /\b(wo|ca|does|do|did|would)n'?t (give|hand|return|deliver|refund|sign)\b/i;

/** "My neighbour got my parcel and won't give it to me": beside another wish, what names neither a thing nor trouble is no trouble. */
function withoutEchoes(wanted: Wanted): Wanted {
  const isEcho = ({ intent, clause }: Wanted[number]) =>
    intent === 'TECHNICAL_SUPPORT' &&
    clause !== undefined &&
    ((!soundsBroken(clause) && readWish(clause) !== 'how to') ||
      (SOMEBODY_WILL_NOT.test(clause) && !namesDevice(clause)));
  return wanted.length > 1 && wanted.some((one) => !isEcho(one)) ? wanted.filter((one) => !isEcho(one)) : wanted;
}

const GOES_BACK: ReadonlySet<string> = new Set(['return', 'exchange', 'cancel']);

/** "I want to return it, the sound is awful": what is wrong with it is why it goes back, and no second wish. */
function withoutReasons(wanted: Wanted): Wanted {
  const kept = wanted.filter(({ clause }) => clause === undefined || !KEEP.test(clause));
  if (kept.length > 0 && kept.length < wanted.length) return withoutReasons(kept);
  if (
    ARRIVED_BROKEN.test(kept.map(({ clause }) => clause ?? '').join(' ')) &&
    kept.some((one) => one.intent !== 'TECHNICAL_SUPPORT')
  )
    return kept.filter((one) => one.intent !== 'TECHNICAL_SUPPORT' || one.clause === undefined);
  const told = withoutStory(withoutEchoes(kept));
  if (told.length < kept.length) return told;
  const back = wanted.find(({ clause }) => clause !== undefined && GOES_BACK.has(readOrderWish(clause)));
  if (!back) return wanted;
  const isSame = /\b(it|them|this|that|these|those)\b/i.test(back.clause!);
  const isReason = ({ intent, clause }: Wanted[number]) =>
    intent === 'TECHNICAL_SUPPORT' && clause !== undefined && (isSame || !namesDevice(clause));
  return wanted.filter((one) => one === back || !isReason(one));
}
