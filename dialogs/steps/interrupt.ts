// What comes before everything else the customer may be in the middle of: "help", and "a person please" in any words.
import { type Act, actOf } from '../../agents/acts.ts';
import { readSmallTalk } from '../../agents/general/small-talk.ts';
import { asksHours, isHouseQuestion } from '../../agents/tell-article.ts';
import type { Step } from '../../core/compose.ts';
import { talkWords } from '../../phrases/talk/index.ts';
import { dueInWords } from '../due-in-words.ts';
import { escalate } from '../escalate.ts';
import { meetCalledOff } from '../exchanges/called-off.ts';
import {
  asksWhatWasPromised,
  isAboutClosedCase,
  isOnlyForPerson,
  openAgain,
  tellPromise,
} from '../exchanges/closed-case.ts';
import { holdsCode } from '../exchanges/code.ts';
import { meetFacts } from '../exchanges/facts.ts';
import { meetLanguage } from '../exchanges/language.ts';
import { answerWaiting } from '../exchanges/waiting.ts';
import { DOERS, forRecogniser, onlyAsks, readWanted } from '../reading/acts.ts';
import { routesByIntent } from '../reading/by-intent.ts';
import { withoutRefusedPerson } from '../reading/no-person.ts';
import { wantsPerson } from '../reading/person.ts';
import { dropProposal } from '../remembering.ts';
import { type Route, readOnly, reply, type TurnContext } from '../turn-context.ts';

/** Who asks for the number wants to read it. */
const OUR_NUMBER =
  /^\W*(and )?(your |the )?(phone|telephone|tel|contact|hotline) ?(number|no|nr)?\W*$|\b(what(s|'?s| is| are)|have|give me|is there) .{0,12}\b(phone|telephone|contact) ?numbers?\b/i;

const HELP = /^\s*(help|info|\?)\s*[!.?]*\s*$/i;
const IN_NEED =
  /^\s*((hi|hello|hey|please)\W+)?(((i|we) )?(really )?need (some |your |a bit of )?help|(can|could|will|would) (you|u) (please )?help( me| us)?( out)?|help me( out)?)( please| pls| here| now)?\s*[!.?]*\s*$/i;

/** In the middle of a question only the bare word leaves it. */
function asksForHelp({ text, state }: TurnContext): boolean {
  return HELP.test(text) || (IN_NEED.test(text) && !state.question && !state.proposal);
}
/** How sure it must be that somebody wants a person: bothering a colleague is cheap, a customer without one is not. */
const PERSON_FROM = 0.5;
/** The same, of what the recogniser of acts says. */
const SURE_PERSON_FROM = 1;
/** Who asks calmly when people are there wants to know that. */
const CALM = -0.2;
/** A call is what they hope for, and there is none. */
const BY_PHONE = /\b(tele)?phone\b|\b(call|ring|phone) (me|us)\b|\bon the phone\b|\bcall ?back\b/i;
const ASKS_HOW_LONG =
  /\bhow (?:long|soon|fast) (?:does|will|would|do) (?:that|it|this) take\b[^.?!]*\b(?:colleague|person|someone|somebody|agent)\b/i;
const TALKS_TO_THING =
  /\b(it|they|them|speaker|headphones|watch|camera|keyboard)s? (to )?(talk|speak)s? (to|with) (my|the|our) (tele)?(phone|mobile|computer|laptop|tablet|tv|car)\b/i;
/** Words that are left beside a refusal before they say something of their own. */
const FEWEST_LEFT = 3;
/** Below this, "what is your phone number" is a question about the house. */
const SURELY_FROM = 0.8;

export const interrupt: Step<TurnContext> = async (context, next) => {
  if (meetIncident(context)) return;
  if (asksForHelp(context)) {
    context.route = 'interrupt:help';
    reply(context, context.words.help(), [context.words.personChoice()]);
    return;
  }
  if (meetFacts(context) || meetLanguage(context) || meetCalledOff(context)) return;
  if (context.state.openCase && context.lane.owner === 'waiting' && (await answerWaiting(context))) return;
  if (asksWhatWasPromised(context)) return tellPromise(context);
  const isRefused = refusesPerson(context);
  if (isRefused === 'only') return;
  const { intents } = context.classification;
  // "How long does that take with a colleague?", where one was only offered.
  const isWanted =
    !isRefused &&
    !ASKS_HOW_LONG.test(context.meant) &&
    (wantsPerson(context.text) ||
      (surelyWants(context, 'person') && readSmallTalk(context.text) === null) ||
      intents.some(
        (one, at) =>
          one.intent === 'HUMAN_REQUEST' &&
          // "I want the speaker to talk to my phone."
          !TALKS_TO_THING.test(context.text) &&
          // What is left of a text without its code is no wish.
          !holdsCode(context) &&
          !(asksHours(context.meant) && context.classification.sentiment.score > CALM) &&
          one.confidence >= PERSON_FROM &&
          ((one.confidence >= SURELY_FROM && !OUR_NUMBER.test(context.meant)) || !isHouseQuestion(context.meant)) &&
          (at === 0 || one.clause !== undefined || context.entries.length > 1),
      ));
  if (isWanted) {
    raisePriority(context);
    context.state.question = null;
    dropProposal(context.state);
    context.state.nextProposals = [];
    if (isOnlyForPerson(context) && isAboutClosedCase(context)) return openAgain(context);
    if (BY_PHONE.test(context.text)) context.prefix = talkWords(context.classification.language).writesHere();
    context.routes = [{ agent: 'escalation', intent: 'HUMAN_REQUEST', reason: 'interrupt:person' }];
    escalate(context, { reason: 'customer asked', reasons: [], summary: 'The customer asks for a person.' });
    // What else was typed in the same breath is answered, too.
    answerAsked(context);
    const isMore = context.entries.length > 1 || intents.some((one) => one.clause !== undefined);
    if (isMore) answerTheRest(context);
  }
  const offered = context.state.lastReply;
  await next();
  if (context.alsoPerson && !context.state.openCase) bringInAlso(context, offered);
};

/** The colleague who was offered and taken, beside what else was answered. `offered`: our words before theirs. */
function bringInAlso(context: TurnContext, offered: string): void {
  const summary = `The customer took the offer of a colleague, after: ${offered.slice(0, 300)}`;
  escalate(context, { reason: 'customer asked', reasons: [], summary });
  const { openCase } = context.state;
  if (!openCase) return;
  const said = context.words.needsPerson({ caseId: openCase.id, due: dueInWords(context, openCase.dueAt) });
  const [first] = context.replies;
  if (first) first.text = `${said}\n\n${first.text}`;
  else reply(context, said);
}

/** In any of our languages. */
const surelyWants = (context: TurnContext, act: Act): boolean =>
  actOf(forRecogniser(context), SURE_PERSON_FROM) === act;

/** A person is not wanted: the rest of the message is what counts, or there is none. */
function refusesPerson(context: TurnContext): 'only' | boolean {
  const rest = withoutRefusedPerson(context.text);
  if (rest === null || context.state.openCase) return false;
  if (rest.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length < FEWEST_LEFT) {
    context.route = 'offer:declined';
    reply(context, context.words.allRight());
    return 'only';
  }
  readOnly(context, rest);
  return true;
}

/** Whoever asks for a person is in some need, in whatever words and language. */
function raisePriority(context: TurnContext): void {
  const { classification } = context;
  if (classification.priority === 'LOW' || classification.priority === 'MEDIUM')
    context.classification = { ...classification, priority: 'HIGH' };
}

/** Whose answers need no further talk. */
const ANSWERED_TOO: ReadonlySet<string> = new Set(['order', 'shipping']);

/** The same, of what is only asked. */
const ASKED_TOO: ReadonlySet<string> = new Set([...ANSWERED_TOO, 'billing', 'technical']);

/** What the bot answers itself is not what the person is wanted for: asked again, it is answered again. */
function answerTheRest(context: TurnContext): void {
  const { state, opened } = context;
  const { routes } = context;
  const others = routesByIntent(context).filter(
    ({ agent }) => ANSWERED_TOO.has(agent) && !routes.some((one) => one.agent === agent),
  );
  context.routes.unshift(...others);
  if (others.length > 0 && opened && state.openCase) state.openCase = { ...state.openCase, subject: 'HUMAN_REQUEST' };
}

/** "Yes please, bring someone in. And are any of my parcels coming on Tuesday?": what is asked in a sentence of its own. */
function answerAsked(context: TurnContext): void {
  const asked = context.meant.split(/(?<=[.!?])\s+/).filter((part) => part.includes('?') && !wantsPerson(part));
  if (asked.length === 0) return;
  const routes = readWanted(asked.join(' ')).flatMap(({ act, text }): Route[] => {
    const doer = DOERS[act];
    const isTold = doer !== undefined && (onlyAsks(act) || act === 'trouble') && ASKED_TOO.has(doer.agent);
    const { topic } = doer ?? {};
    return isTold
      ? [{ agent: doer.agent, intent: doer.intent, reason: `act:${act}`, text, ...(topic ? { topic } : { act }) }]
      : [];
  });
  context.routes.unshift(...routes);
}

/** An admin has said that something is wrong. True: the turn is settled by it. */
function meetIncident(context: TurnContext): boolean {
  const { settings, services, state, words } = context;
  const { mode, text, until } = settings.incident;
  if (mode === 'off' || (until !== null && new Date(until).getTime() < services.clock.nowMs())) return false;
  if (mode === 'notice') {
    // Once per session: said before the answer, which follows as always.
    if (state.noticed !== text) context.prefix = text;
    state.noticed = text;
    return false;
  }
  if (mode === 'paused') {
    context.route = 'incident:paused';
    reply(context, text || words.paused());
    return true;
  }
  if (state.openCase) return false;
  context.route = 'incident:people';
  escalate(context, {
    reason: 'policy',
    reasons: [],
    summary: `Everything goes to people at the moment. ${text}`.trim(),
  });
  const { openCase } = context.state;
  const said = words.caseOpened({ caseId: openCase!.id, due: dueInWords(context, openCase!.dueAt), reasons: [] });
  reply(context, [text, said].filter((part) => part !== '').join('\n\n'));
  return true;
}
