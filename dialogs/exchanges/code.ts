// Is it really you? For what hurts most, a one-time code to a contact that has been on file for a while. The turn asks for it
// under an id of its own making, so that a repeated turn sends the same code, and sees only the marks that the door left.
import { deriveId } from '../../core/ids.ts';
import type { Choice } from '../../models/activity.ts';
import type { CodeWay } from '../../models/lane.ts';
import { type CodeWords, codeWords } from '../../phrases/codes/index.ts';
import type { CodeQuestion } from '../conversation-state.ts';
import { dueInWords } from '../due-in-words.ts';
import { apologise, escalate } from '../escalate.ts';
import { type Reply, type Route, reply, type TurnContext } from '../turn-context.ts';
import { goPrivate, isShared } from './privately.ts';
import { readYesNo } from './yes-no.ts';

const MINUTE_MS = 60_000;
const CODE_MINUTES = 10;
const MOST_TRIES = 5;
/** Then the next thing that needs it asks for another code. */
const STRONG_MINUTES = 30;

const AGAIN =
  /\b(new|another|again|resend|re-send|once more|nuevo|otra vez|de nuevo|nouveau|renvoyer|encore|neuen?|noch ?mal|erneut)\b|\b(did ?n[o']?t|have ?n[o']?t|never|no|nothing) (get|got|receive\w*|arrived?|come|came|code)\b|\bno (me )?(ha )?lleg\w+\b|\bpas reçu\b|\b(nichts|nicht|kein\w*) .{0,12}(bekommen|erhalten|angekommen)\b/i;
const BY_PHONE = /\b(text( message)?|sms|phone|mobile|telephone|teléfono|téléphone|telefon|handy)\b/i;
const BY_EMAIL = /\b(e-?mail|mail|correo|courriel)\b/i;

/** What the bot says when an agent's tool needs the strongest proof, and the order to send a code. */
export async function askForCode(context: TurnContext, route: Route): Promise<Reply> {
  if (isShared(context)) return { text: goPrivate(context) };
  return send(context, {
    kind: 'code',
    text: context.text.slice(0, 500),
    agent: route.agent,
    intent: route.intent,
    ...(context.exchange ? { exchange: context.exchange } : {}),
  });
}

/** A one-time code was typed, which the door has taken out of the text. */
export function holdsCode(context: TurnContext): boolean {
  return marksIn(context).length > 0;
}

/** A code was typed though none is waited for. True: the turn is settled by it. */
export function refuseStray(context: TurnContext): boolean {
  if (!holdsCode(context) || context.state.question?.kind === 'code') return false;
  context.route = 'code:stray';
  reply(context, wordsOf(context).notAwaited());
  return true;
}

/** The customer answered with a code, or about it. False: this is about something else. */
export async function resumeCode(context: TurnContext, question: CodeQuestion): Promise<boolean> {
  const { state, services, text } = context;
  const marks = marksIn(context);
  const isOver = new Date(question.expiresAt).getTime() <= services.clock.nowMs();
  if (marks.length > 0) {
    if (isOver) return say(context, 'code:expired', wordsOf(context).expired(), againChoices(context));
    return services.codes.fits(question.challengeId, marks) ? accept(context, question) : refuse(context, question);
  }
  if (CANNOT_READ.test(text))
    return say(context, 'code:waiting', wordsOf(context).waiting(question), [
      ...againChoices(context),
      context.words.personChoice(),
    ]);
  const said = readYesNo(text);
  if (said === 'no') {
    state.question = null;
    return say(context, 'code:declined', context.words.nothingChanged());
  }
  const other = otherWay(question.way, text);
  const isAboutIt = text.trim().split(/\s+/).length <= MOST_WORDS;
  if (isAboutIt && (other || AGAIN.test(text) || (said === 'yes' && isOver))) {
    const { text: sent, choices } = await send(context, question, other ?? question.way);
    return say(context, 'code:again', sent, choices);
  }
  if (said !== 'yes') return false;
  return say(context, 'code:waiting', wordsOf(context).waiting(question), againChoices(context));
}

/** "I can't get to that mailbox right now": the other way is offered. */
const CANNOT_READ =
  /\b(can'?t|cannot|can not|no access|unable|not able|lost)\b.{0,30}\b(mailbox|inbox|e-?mails?|mails?|phone|texts?)\b/i;
const MOST_WORDS = 10;

function say(context: TurnContext, route: string, text: string, choices?: Choice[]): true {
  context.route = route;
  if (context.outcome === 'settled' && context.state.question?.kind === 'code') context.outcome = 'asked';
  reply(context, text, choices);
  return true;
}

type Waiting = Pick<CodeQuestion, 'kind' | 'text' | 'agent' | 'intent' | 'exchange'> & Partial<CodeQuestion>;

/** Sends a code for what waits behind it; a person takes over where none can be sent, or the shop is away. */
async function send(context: TurnContext, waiting: Waiting, wanted?: CodeWay): Promise<Reply> {
  try {
    return await order(context, waiting, wanted);
  } catch (thrown) {
    const text = apologise(context, waiting.intent, thrown);
    context.state.question = null;
    return { text };
  }
}

async function order(context: TurnContext, waiting: Waiting, wanted?: CodeWay): Promise<Reply> {
  const { state, services, lane, entries, classification } = context;
  const words = wordsOf(context);
  const customerId = state.contact.shopCustomerId!;
  const ways = await services.codes.waysTo(customerId, lane.reference.channel);
  const target = ways.find((one) => one.way === wanted) ?? ways[0];
  if (!target) return leaveToPerson(context, words);
  if (!(await services.codes.mayAsk(customerId))) {
    state.question = null;
    return { text: words.tooMany(), choices: [context.words.personChoice()] };
  }
  const challengeId = deriveId(lane._id, entries[0]!.key, 'code', customerId, target.way);
  const expiresAt = new Date(services.clock.nowMs() + CODE_MINUTES * MINUTE_MS);
  const { text, agent, intent, exchange } = waiting;
  const deferred = { text, agent, intent, ...(exchange ? { exchange } : {}) };
  state.question = { kind: 'code', ...deferred, ...target, challengeId, expiresAt, tries: 0 };
  context.outcome = 'asked';
  const { language } = classification;
  context.effects.push({
    id: challengeId,
    kind: 'effect',
    effect: { type: 'code', challengeId, customerId, way: target.way, language, expiresAt },
  });
  const told = { ...target, minutes: CODE_MINUTES };
  const others = ways.filter((one) => one.way !== target.way).map(({ way }) => words.otherWayChoice({ way }));
  return {
    text: waiting.challengeId ? words.askedAgain(told) : words.asked(told),
    choices: [words.againChoice(), ...others],
  };
}

function leaveToPerson(context: TurnContext, words: CodeWords): Reply {
  context.state.question = null;
  const summary = 'This needs a one-time code, and there is no contact on file that one may be sent to.';
  escalate(context, { reason: 'policy', reasons: [], summary });
  const { openCase } = context.state;
  const due = { caseId: openCase!.id, due: dueInWords(context, openCase!.dueAt) };
  return { text: `${words.unreachable()} ${context.words.caseWaits(due)}` };
}

function refuse(context: TurnContext, question: CodeQuestion): true {
  const { state } = context;
  const words = wordsOf(context);
  const tries = question.tries + 1;
  if (tries >= MOST_TRIES) {
    state.question = null;
    return say(context, 'code:locked', words.tooManyTries(), [context.words.personChoice()]);
  }
  state.question = { ...question, tries };
  return say(context, 'code:wrong', words.wrong({ left: MOST_TRIES - tries }), againChoices(context));
}

/** It is really them: what was asked before is answered, as if it had just been asked. A code counts once. */
function accept(context: TurnContext, question: CodeQuestion): true {
  const { state, services } = context;
  const strongUntil = new Date(services.clock.nowMs() + STRONG_MINUTES * MINUTE_MS);
  state.contact = { ...state.contact, strongUntil };
  state.question = null;
  context.prefix = wordsOf(context).accepted();
  context.text = question.text;
  context.meant = question.text;
  const { language } = context.classification;
  context.classification = { ...services.classify(question.text), language };
  if (question.exchange) context.exchange = question.exchange;
  context.routes = [{ agent: question.agent, intent: question.intent, reason: 'code:accepted' }];
  return true;
}

function otherWay(way: CodeWay, text: string): CodeWay | null {
  const wanted = way === 'email' ? BY_PHONE : BY_EMAIL;
  return wanted.test(text) ? (way === 'email' ? 'phone' : 'email') : null;
}

function againChoices(context: TurnContext): Choice[] {
  return [wordsOf(context).againChoice()];
}

function marksIn({ entries }: TurnContext): string[] {
  return entries.flatMap((entry) => entry.activity.codes ?? []);
}

function wordsOf({ classification }: TurnContext): CodeWords {
  return codeWords(classification.language);
}
