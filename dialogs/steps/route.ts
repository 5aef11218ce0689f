// Route: which agents answer. One table, read from top to bottom; the reason is kept on the turn.
import type { AgentName } from '../../agents/agent.ts';
import { readSmallTalk } from '../../agents/general/small-talk.ts';
import { namedKind } from '../../agents/goods.ts';
import type { Step } from '../../core/compose.ts';
import { talkWords } from '../../phrases/talk/index.ts';
import { askWhich } from '../ask-which.ts';
import { dueInWords } from '../due-in-words.ts';
import { escalate } from '../escalate.ts';
import { isAboutClosedCase, openAgain } from '../exchanges/closed-case.ts';
import { isBackToTalk, offerToGoOn } from '../exchanges/left-off.ts';
import { routesByIntent } from '../reading/by-intent.ts';
import { isOnceNoHelp, isTwiceNoHelp, MOST_UNHELPFUL } from '../reading/no-help.ts';
import {
  asksIfPaid,
  asksOfCustoms,
  asksWhereTo,
  doneBefore,
  isAboutItsTime,
  isAboutNamedOrder,
  isAboutPurchases,
  isBareNumber,
  isBareTracking,
  isBareWhen,
  isMissing,
  isMovingHouse,
  isWishForNamedOrder,
  lacksNumber,
  otherOrder,
  wantsFaster,
} from '../reading/order-signs.ts';
import {
  clearestPart,
  firstIntent,
  isAboutBulk,
  isAboutFault,
  isAboutHouse,
  isAboutInvoice,
  isAboutManual,
  isAboutProducts,
  isAboutSize,
  isAboutSum,
  isAboutWarranty,
  isBetweenMatters,
  isCalmTrouble,
  isInTerms,
  isOfTheRisk,
  isPartOfStory,
  isPromo,
  isTriedThat,
  isTurnedDown,
  isUnsure,
} from '../reading/signs.ts';
import { asksOrWavers } from '../reading/thanks.ts';
import { reply, type TurnContext } from '../turn-context.ts';
import { doLastAgain, isRetargeted } from './act-again.ts';
import { problemOf } from './follow-up.ts';
import { doWanted, isSurelyWanted, isWanted, onlyAsksSomething, setTalkAside } from './with-act.ts';
import {
  addToCase,
  asksForCase,
  asksIfLate,
  complain,
  hold,
  isComplaint,
  isForPerson,
  isHeld,
  isOfTheCase,
  isOfTheDanger,
  leaveToPerson,
  sayNoCase,
  sayNoHelp,
  staySafe,
} from './with-case.ts';
import { asksOfFaulty, asksOfSpoken, tellOfFaulty, tellOfSpoken } from './with-facts.ts';
import { missedFile, settleFile } from './with-file.ts';
import { goWithoutNumber, lookUpNumber, lookUpOther } from './with-number.ts';
import { decideAll } from './with-parts.ts';
import { lostNumber, tellOfBulk, tellOfTopic, topicAsked } from './with-topic.ts';

const WEEK_MS = 7 * 86_400_000;

export const route: Step<TurnContext> = async (context, next) => {
  if (missedFile(context) && context.text.trim() !== '') context.prefix = context.words.missedFile();
  if (context.routes.length === 0) {
    setTalkAside(context);
    decideAll(context, decide);
  }
  const path = context.classification.priority === 'URGENT' ? 'urgent/' : '';
  if (context.routes.length > 0) context.route = path + context.routes.map((one) => one.reason).join('+');
  await next();
};

interface Rule {
  fits(context: TurnContext): boolean;
  act(context: TurnContext): void;
}

export const decide = (context: TurnContext): void => RULES.find((rule) => rule.fits(context))!.act(context);

const mood = ({ classification }: TurnContext) => classification.sentiment.score;

/** The first rule that fits decides. Risks and "a person please" were caught before (protect, interrupt). */
const RULES: Rule[] = [
  { fits: ({ text }) => text.trim() === '', act: settleFile },
  { fits: isTurnedDown, act: settleDeclined },
  { fits: isBackToTalk, act: offerToGoOn },
  { fits: lacksNumber, act: goWithoutNumber },
  { fits: isBetweenMatters, act: chat },
  { fits: (context) => otherOrder(context) !== null, act: lookUpOther },
  { fits: isTwiceNoHelp, act: (context) => complex(context, 'Twice the bot was no help.') },
  { fits: isOnceNoHelp, act: sayNoHelp },
  { fits: isAboutClosedCase, act: openAgain },
  { fits: asksForCase, act: sayNoCase },
  { fits: asksIfLate, act: (context) => tellOf(context, 'order', 'order:late') },
  { fits: isComplaint, act: complain },
  { fits: isHeld, act: hold },
  { fits: asksOfCustoms, act: (context) => tellOf(context, 'shipping', 'ship:customs') },
  { fits: isOfTheRisk, act: addToCase },
  { fits: isOfTheDanger, act: staySafe },
  { fits: isAboutItsTime, act: (context) => sayUnknown(context, 'bare:its time') },
  { fits: asksOfFaulty, act: tellOfFaulty },
  { fits: onlyAsksSomething, act: doWanted },
  { fits: isOfTheCase, act: leaveToPerson },
  { fits: isBackAgain, act: (context) => complex(context, 'The same problem again within seven days.') },
  { fits: isRetargeted, act: doLastAgain },
  { fits: isBareNumber, act: lookUpNumber },
  { fits: isBareWhen, act: (context) => tellOf(context, 'order', 'bare:when') },
  { fits: isBareTracking, act: (context) => tellOf(context, 'shipping', 'bare:tracking number') },
  { fits: (context) => doneBefore(context) !== null, act: sayDone },
  { fits: asksIfPaid, act: (context) => tellOf(context, 'order', 'order:if paid') },
  { fits: asksWhereTo, act: (context) => tellOf(context, 'order', 'order:where to') },
  { fits: isSurelyWanted, act: doWanted },
  { fits: asksOfSpoken, act: tellOfSpoken },
  { fits: hasClearestPart, act: takeClearestPart },
  { fits: isPromo, act: (context) => tellOf(context, 'billing', 'house:promo code') },
  { fits: isCalmTrouble, act: (context) => tellOf(context, 'technical', 'trouble:calm') },
  { fits: isGladOfAll, act: enhance },
  { fits: isAboutBulk, act: tellOfBulk },
  { fits: isTriedThat, act: (context) => offerPerson(context, 'offer:tried') },
  { fits: isUnreadable, act: settleLanguage },
  { fits: isAboutFault, act: (context) => tellOf(context, 'technical', 'bug:state') },
  { fits: isAboutWarranty, act: (context) => tellOf(context, 'technical', 'house:warranty') },
  { fits: isAboutManual, act: (context) => tellOf(context, 'technical', 'house:manual') },
  { fits: isAboutSize, act: (context) => tellOf(context, 'shipping', 'house:size') },
  { fits: wantsFaster, act: (context) => tellOf(context, 'order', 'order:faster') },
  { fits: isMissing, act: (context) => tellOf(context, 'shipping', 'order:missing') },
  { fits: lostNumber, act: goWithoutNumber },
  { fits: (context) => topicAsked(context) !== null, act: tellOfTopic },
  { fits: isInTerms, act: (context) => tellOf(context, 'general', 'house:terms') },
  { fits: isAboutHouse, act: (context) => tellOf(context, 'general', 'house:article') },
  { fits: isAboutProducts, act: tellOfCatalogue },
  { fits: isAboutPurchases, act: (context) => tellOf(context, 'order', 'order:purchases') },
  { fits: isMovingHouse, act: tellOfAddress },
  { fits: isAboutNamedOrder, act: (context) => tellOf(context, 'order', 'order:named') },
  { fits: isWishForNamedOrder, act: (context) => tellOf(context, 'order', 'order:wish') },
  { fits: isAboutInvoice, act: (context) => tellOf(context, 'billing', 'order:invoice') },
  { fits: isAboutSum, act: (context) => tellOf(context, 'billing', 'bare:sum') },
  { fits: isWanted, act: doWanted },
  { fits: isPartOfStory, act: addToCase },
  { fits: isForPerson, act: addToCase },
  { fits: isUnsure, act: askWhich },
  { fits: isSwitchedOff, act: settleSwitchedOff },
  {
    fits: (context) => mood(context) >= 0.6 && firstIntent(context) === 'FEEDBACK' && !asksOrWavers(context.meant),
    act: enhance,
  },
  {
    fits: () => true,
    act: (context) => {
      context.routes = routesByIntent(context);
    },
  },
];

/** An admin has switched off an agent that this is for: a person answers in its place. */
function isSwitchedOff(context: TurnContext): boolean {
  const { agentsOff } = context.settings;
  return agentsOff.length > 0 && routesByIntent(context).some(({ agent }) => agentsOff.includes(agent));
}

function settleSwitchedOff(context: TurnContext): void {
  complex(context, 'The agent for this is switched off.');
  context.route = 'agent:off';
}

/** A problem that was looked at in an earlier session, not in this one. */
function isBackAgain(context: TurnContext): boolean {
  const about = problemOf(context);
  const { state, services } = context;
  const before = state.problems.find((one) => one.about === about);
  if (!before || state.openCase) return false;
  const at = new Date(before.at).getTime();
  return at < new Date(state.session.startedAt).getTime() && services.clock.nowMs() - at < WEEK_MS;
}

function complex(context: TurnContext, summary: string): void {
  const { state, words } = context;
  context.route = 'complex';
  state.unhelpful = 0;
  escalate(context, { reason: 'complex', reasons: [], summary });
  reply(context, words.needsPerson({ caseId: state.openCase!.id, due: dueInWords(context, state.openCase!.dueAt) }));
}

/** The address of an order that is known is the parcel's; of one that is not, the order agent finds out which. */
function tellOfAddress(context: TurnContext): void {
  const isKnown = (context.classification.entities.orderIds ?? context.state.orderIds).length > 0;
  tellOf(context, isKnown ? 'shipping' : 'order', 'order:address');
}

/** What is asked without a name is of what was shown. */
function tellOfCatalogue(context: TurnContext): void {
  const { lastAbout } = context.state;
  if (lastAbout?.exchange.about === 'product' && namedKind(context.meant) === null)
    context.exchange = lastAbout.exchange;
  tellOf(context, 'order', 'house:catalogue');
}

/** "Ok", "hmm", "why not?": a word back, and no more; who scolds the bot twice gets a person. */
function chat(context: TurnContext): void {
  if (readSmallTalk(context.text) === 'insult') {
    context.state.unhelpful += 1;
    context.state.sinceUnhelpful = 0;
    if (context.state.unhelpful >= MOST_UNHELPFUL && !context.state.openCase)
      return complex(context, 'Twice the bot was no help.');
  }
  context.routes = [{ agent: 'general', intent: 'GREETING', reason: `small talk:${readSmallTalk(context.text)}` }];
}

/** Full of praise, whatever the words around it look like. */
function isGladOfAll(context: TurnContext): boolean {
  const { confidence } = context.classification;
  return firstIntent(context) === 'COMPLAINT' && mood(context) >= 0.3 && confidence < 0.7;
}

/** What is asked in general as a whole is not taken apart. */
function hasClearestPart(context: TurnContext): boolean {
  return isUnsure(context) && topicAsked(context) === null && clearestPart(context) !== null;
}

function takeClearestPart(context: TurnContext): void {
  const { meant, intent, confidence } = clearestPart(context)!;
  context.meant = meant;
  context.classification = { ...context.classification, intents: [{ intent, confidence }], confidence };
  context.routes = routesByIntent(context).map((one) => ({ ...one, reason: `clearest part:${one.reason}` }));
}

/** "No" to what was offered. */
function settleDeclined(context: TurnContext): void {
  context.route = 'offer:declined';
  reply(context, context.words.allRight());
}

/** A language that the classifier does not read, and no model that does. */
function isUnreadable(context: TurnContext): boolean {
  const { state, services, classification } = context;
  const isRead = state.language === 'en' || services.readsLanguages || topicAsked(context) !== null;
  return !isRead && classification.confidence === 0;
}

/** An order number is an order number in any language; for anything else: the truth, and a person. */
function settleLanguage(context: TurnContext): void {
  if (context.classification.entities.orderIds) {
    context.routes = [{ agent: 'order', intent: 'ORDER_INQUIRY', reason: 'language:order number' }];
    return;
  }
  context.route = 'language:unknown';
  context.outcome = 'asked';
  if (context.state.proposal) return askWhich(context);
  reply(context, context.words.notMyLanguage(), [context.words.personChoice()]);
}

function tellOf(context: TurnContext, agent: AgentName, reason: string): void {
  context.routes = [{ agent, intent: firstIntent(context), reason }];
}

/** Done, and said again. */
function sayDone(context: TurnContext): void {
  context.route = 'bare:done';
  reply(context, context.words.again({ sentence: doneBefore(context)! }));
}

/** Nothing here knows it, and a person may. */
function sayUnknown(context: TurnContext, route: string): void {
  context.route = route;
  reply(context, talkWords(context.classification.language).notKnownHere(), [context.words.personChoice()]);
}

/** Praise: thanks, and something that fits what they bought. */
function enhance(context: TurnContext): void {
  context.routes = [{ agent: 'general', intent: 'FEEDBACK', reason: 'positive:enhanced' }];
}

/** Nothing that the bot knows leads on from here. */
function offerPerson(context: TurnContext, route: string): void {
  context.route = route;
  context.outcome = 'asked';
  reply(context, context.words.offerPerson(), [context.words.personChoice()]);
}
