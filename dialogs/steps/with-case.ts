// What becomes of a message while a case is open, or has to be opened because somebody complains.

import type { Act } from '../../agents/acts.ts';
import { readSmallTalk } from '../../agents/general/small-talk.ts';
import { namedKind, rootOfKind } from '../../agents/goods.ts';
import { soundsBroken } from '../../agents/technical/read-wish.ts';
import { asksWhoWeAre } from '../../agents/tell-article.ts';
import { readReasons } from '../../cases/reasons.ts';
import type { Intent } from '../../models/turn.ts';
import { talkWords } from '../../phrases/talk/index.ts';
import { dueInWords } from '../due-in-words.ts';
import { escalate } from '../escalate.ts';
import { readYesNo } from '../exchanges/yes-no.ts';
import { DOERS, SURE_FROM } from '../reading/acts.ts';
import { routesByIntent } from '../reading/by-intent.ts';
import { isBareNumber } from '../reading/order-signs.ts';
import { firstIntent, isAboutHouse, isHeldByRisk, isUnsure } from '../reading/signs.ts';
import { wantedOf } from '../reading/wanted.ts';
import { type Route, reply, type TurnContext } from '../turn-context.ts';
import { isSurelyOfElse, isWhollyWanted, onlyAsksSomething } from './with-act.ts';
import { topicAsked } from './with-topic.ts';

/** How long a case's subject is left alone before its receipt is said again. */
const RECEIPT_EVERY_MS = 10 * 60_000;
/** Above this nothing in the words themselves is angry. */
const CALM = -0.3;
const ANGRY = -0.8;
/** Below this they are upset with us, whatever else they want. */
const UPSET = -0.5;

const ASKS_IF_LATE =
  /^\W*((so|and|hi|hello|hey|please|just)\W+)*(is|are|was|were|will|do i have|have i got|has) (there )?(anything|(any|my|the) (orders?|parcels?|packages?|deliver(y|ies)|shipments?))\b.{0,20}\b(delayed|late|stuck|held up)\W*$/i;

/** "Is anything delayed?": they want to know. */
export function asksIfLate({ meant, classification, settings }: TurnContext): boolean {
  return ASKS_IF_LATE.test(meant) && classification.sentiment.score > ANGRY && !settings.agentsOff.includes('order');
}

/** Who asks in calm words is believed to complain from here on. */
const SURE_COMPLAINT = 0.6;

/** In so many words. */
const COMPLAINS =
  /^\W*((oh|wow|well|this|that|is|it's|that's|what|such|just|so|absolutely|a|an|total|complete)\W+)*(joke|ridiculous|unbelievable|pathetic|disgrace(ful)?|shambles|farce|outrageous|unacceptable)\W*$|^\W*((hi|hello|hey|ok(ay)?|no|so|well|and)\W+)*(i|we)( want| would like|'?d like| wish| need| have)( to)? (make |file |lodge |raise |submit )?(a |an )?(formal |official |serious )?complain(t|ing)?\b(?! (form|to (my|our|the bank|them|him|her)))/i;

/** Nothing has happened, and they ask what would. */
const WHAT_IF = /^\W*(?:(?:and|so|but|ok(?:ay)?|hi|hello)\W+)*what (?:happens|if)\b.*\?\s*$/is;

/** Who asks something in calm words complains of nothing, however it was classified. */
export function isComplaint(context: TurnContext): boolean {
  const { classification, text } = context;
  if (COMPLAINS.test(context.meant)) return true;
  const { score } = classification.sentiment;
  // "What happens if nobody is at home? It goes back, and I lose it?"
  if (score > ANGRY && WHAT_IF.test(context.meant)) return false;
  if (firstIntent(context) !== 'COMPLAINT' || score > -0.2 || asksWhoWeAre(text)) return false;
  // Nothing in the words is angry, and nothing is named that went wrong with us.
  if (score > CALM && readReasons(text).every((reason) => reason === 'upset')) return false;
  // "I am afraid I have used vinegar twice. Would that affect their warranty?"
  const asksCalmly = score > UPSET && context.meant.includes('?');
  if (asksCalmly && (onlyAsksSomething(context) || classification.confidence < SURE_COMPLAINT)) return false;
  // A fault that is told in calm words, or a wish, is settled as what it is.
  if (score > UPSET && isWhollyWanted(context)) return false;
  return !(/\?\s*$/.test(text) && score > CALM && readReasons(text).includes('upset'));
}

/** Anger and a complaint: a person, with the reasons; what else was asked is answered, too. */
export function complain(context: TurnContext): void {
  const reasons = readReasons(context.text);
  const { entities } = context.classification;
  const isNumberKnown = Boolean(entities.orderIds ?? entities.trackingNumbers) || context.state.orderIds.length > 0;
  const others = routesByIntent(context).filter(
    ({ agent }) =>
      !['escalation', 'general'].includes(agent) &&
      // Without a number they could only ask for one: not now.
      (isNumberKnown ||
        entities.weights !== undefined ||
        context.state.contact.level === 'known' ||
        !['order', 'shipping'].includes(agent)),
  );
  // They named an order: where it stands is a fact worth having, whatever else comes.
  if (
    context.classification.entities.orderIds &&
    !others.some((one) => one.agent === 'order' || one.agent === 'shipping')
  )
    others.unshift({ agent: 'order', intent: 'ORDER_INQUIRY', reason: 'complaint:facts' });
  const complaint: Route = { agent: 'escalation', intent: 'COMPLAINT', reason: 'complaint:negative' };
  context.routes = [...others, complaint];
  escalate(context, {
    reason: 'sentiment',
    reasons,
    summary: `The customer complains: ${reasons.map(context.words.reason).join(', ')}.`,
  });
}

const FACTS: ReadonlySet<Intent> = new Set(['ORDER_INQUIRY', 'SHIPPING']);

/** What the case is about; of a complaint, what anybody may ask is no part. */
export function isOfTheCase(context: TurnContext): boolean {
  const { subject, calledOff } = context.state.openCase ?? {};
  if (calledOff) return false;
  // "You forgot the third, 20581?"
  if (isBareNumber(context) && context.text.includes('?')) return false;
  // Where a parcel is anybody may be told, whoever looks after it.
  if (FACTS.has(firstIntent(context)) && !isUnsure(context)) return false;
  if (isSurelyOfElse(context)) return false;
  return subject === firstIntent(context) && !(subject === 'COMPLAINT' && topicAsked(context) !== null);
}

/** The subject of the open case is a person's business now; its receipt is said at most every ten minutes. What else was
 * asked is answered. */
export function leaveToPerson(context: TurnContext): void {
  const { state } = context;
  context.route = 'case:same subject';
  context.routes = routesByIntent(context).filter((one) => one.intent !== state.openCase!.subject);
  acknowledge(context);
}

/** What is unclear while a person is on the way, unless the customer says that there is nothing to look at. */
export function isForPerson(context: TurnContext): boolean {
  const { openCase } = context.state;
  return openCase !== null && !openCase.calledOff && isUnsure(context);
}

/** What is unclear while a person is on the way is most likely for them: no question about it from the bot. */
export function addToCase(context: TurnContext): void {
  context.route = 'case:unclear';
  // "Yes please!", to the colleague who is on the way.
  if (readYesNo(context.text) === 'yes') {
    const { id: caseId, dueAt } = context.state.openCase!;
    return reply(context, context.words.caseWaits({ caseId, due: dueInWords(context, dueAt) }));
  }
  acknowledge(context);
}

function acknowledge(context: TurnContext): void {
  const { state, services, words } = context;
  context.followUpRequired = true;
  const last = state.openCase!.receiptAt;
  const isAsked = context.routes.length === 0 && (ASKS.test(context.text) || state.proposal !== null);
  if (last && !isAsked && services.clock.nowMs() - new Date(last).getTime() < RECEIPT_EVERY_MS) {
    if (context.routes.length === 0) context.outcome = 'silent';
    return;
  }
  state.openCase = { ...state.openCase!, receiptAt: services.clock.now() };
  reply(context, words.addedToCase({ caseId: state.openCase.id }));
}

/** A question is not met with silence, even where only a person can answer it. */
const ASKS = /\?|^\W*(ok(ay)?|and|but|so)?\W*(what|when|where|who|why|how|can|could|will|should|is|are|do|does)\b/i;

/** A danger is being looked at, and this is more about it. */
export function isOfTheDanger(context: TurnContext): boolean {
  const { state, classification, meant } = context;
  const open = state.openCase;
  if (!open?.reasons.includes('danger') || open.calledOff || classification.entities.orderIds) return false;
  // "Does the small backpack fit a laptop?", after a kettle that smokes.
  const kind = namedKind(meant);
  if (kind !== null && (open.thing === undefined ? !soundsBroken(meant) : rootOfKind(kind) !== rootOfKind(open.thing)))
    return false;
  if (wantedOf(context).some(({ act, margin }) => margin >= SURE_FROM && DOERS[act] && !OF_DANGER.has(act)))
    return false;
  const isElse = ['ORDER_INQUIRY', 'SHIPPING', 'BILLING', 'HUMAN_REQUEST'].includes(firstIntent(context));
  const isOfIt = ASKS.test(meant) || ['TECHNICAL_SUPPORT', 'OUT_OF_SCOPE'].includes(firstIntent(context));
  return isOfIt && (!isElse || isUnsure(context)) && readSmallTalk(context.text) === null;
}

/** What may be about the danger, whatever else it sounds like. */
const OF_DANGER: ReadonlySet<Act> = new Set([
  'trouble',
  'how-to',
  'step-question',
  'product-fact',
  'damaged',
  'warranty',
]);

export function staySafe(context: TurnContext): void {
  context.route = 'risk:danger further';
  context.followUpRequired = true;
  reply(context, talkWords(context.classification.language).staySafe({ caseId: context.state.openCase!.id }));
}

const OF_A_CASE =
  /\b(status|state|news|update|progress|who|where|what('?s| is| happened)|happening|handling|working|number)\b.{0,30}\b(my|the) (case|ticket)\b(?! (of|for|with) (the|my))|\b(is|are) (this|my|the|that) (case|ticket)\b.{0,15}\bopen\b/i;

/** Of a case, where none is open. */
export function asksForCase({ meant, state }: TurnContext): boolean {
  return state.openCase === null && OF_A_CASE.test(meant);
}

export function sayNoCase(context: TurnContext): void {
  context.route = 'case:none';
  reply(context, talkWords(context.classification.language).noCase(), [context.words.personChoice()]);
}

export function sayNoHelp(context: TurnContext): void {
  context.route = 'offer:no help';
  reply(context, talkWords(context.classification.language).noHelp(), [context.words.personChoice()]);
}

/** Money and the account wait until a person has looked; what anybody may ask does not. */
export function isHeld(context: TurnContext): boolean {
  const isMoney = isHeldByRisk(context) && MONEY.has(firstIntent(context));
  // Who got a false message may ask where their money is; whose account somebody else may have may not.
  const isAsking = onlyAsksSomething(context) || ONLY_ASKS.test(context.meant);
  const { openCase } = context.state;
  const mayAsk = (openCase?.calledOff || !openCase?.reasons.includes('takeover')) && isAsking;
  if (mayAsk) return false;
  return isMoney && !isAboutHouse(context) && topicAsked(context) === null;
}

const ONLY_ASKS = /\b(i )?(only|just) (ask|asking|want(ed)? to know)\b|\bnot change anything\b/i;
const MONEY: ReadonlySet<Intent> = new Set(['BILLING', 'ACCOUNT']);

/** Fraud is being looked at: it is added to the case, and nothing is done. */
export function hold(context: TurnContext): void {
  const { state, classification } = context;
  context.route = 'risk:held';
  context.followUpRequired = true;
  reply(context, talkWords(classification.language).untilKnown({ caseId: state.openCase!.id }));
}
