// Who are you? An order number, its e-mail address and its postal code prove it together; what was already named is not
// asked again, and after a few failures an hour the door stays shut.
import type { AgentAnswer } from '../../agents/agent.ts';
import { deriveId } from '../../core/ids.ts';
import { talkWords } from '../../phrases/talk/index.ts';
import type { ProofQuestion } from '../conversation-state.ts';
import { apologise } from '../escalate.ts';
import { type Route, reply, type TurnContext } from '../turn-context.ts';
import { goPrivate, isShared } from './privately.ts';
import { readYesNo } from './yes-no.ts';

const HOUR_MS = 3_600_000;
/** 12345, 12345-6789, SW1A 1AA, 1012 AB, 75008, 10115, A1A 1A1: one token or two that hold a digit. */
const POSTAL = /\b(\d{4,5}(-\d{4})?|[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}|[a-z]\d[a-z]\s*\d[a-z]\d|\d{4}\s?[a-z]{2})\b/gi;
const ORDER = /\b(?:ord|order)[\s#-]*\d{1,10}\b|#\s*\d{3,10}\b/gi;
const EMAIL = /[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}/gi;

/** What the bot says when an agent's tool needs to know the customer better. */
export function askForProof(context: TurnContext, route: Route, { needs }: AgentAnswer): string {
  const { state, words } = context;
  if (isShared(context)) return goPrivate(context);
  if (isLocked(context)) return words.proofLocked();
  const question: ProofQuestion = {
    kind: 'proof',
    text: context.text.slice(0, 500),
    agent: route.agent,
    intent: route.intent,
    ...(context.exchange ? { exchange: context.exchange } : {}),
    ...namedBefore(context),
    // "Change my e-mail address to …" names one that is not on file yet.
    ...(needs === 'strong' ? {} : namedAlong(context)),
  };
  if (!question.orderId && state.orderIds[0]) question.orderId = state.orderIds[0];
  state.question = question;
  context.outcome = 'asked';
  return words.askProof({ missing: missingOf(question) });
}

/** The customer answered with (some of) the proof. False: this is about something else. */
export async function resumeProof(context: TurnContext, question: ProofQuestion): Promise<boolean> {
  if (readYesNo(context.text) === 'no') {
    context.state.question = null;
    context.route = 'proof:declined';
    reply(context, context.words.nothingChanged());
    return true;
  }
  if (ASKS_BACK.test(context.text) || readYesNo(context.text) === 'yes') {
    context.outcome = 'asked';
    context.route = 'proof:asked';
    const asked = context.words.askProof({ missing: missingOf(question) });
    const why = talkWords(context.classification.language).whyProof();
    reply(context, WHY.test(context.text) ? `${why}\n\n${asked}` : asked);
    return true;
  }
  const named = namedIn(context);
  if (Object.keys(named).length === 0 || isNewWish(context)) return false;
  const filled: ProofQuestion = { ...question, ...named };
  const missing = missingOf(filled);
  context.outcome = 'asked';
  context.route = 'proof:asked';
  if (missing.length > 0) {
    context.state.question = filled;
    reply(context, context.words.askProof({ missing }));
    return true;
  }
  return prove(context, question, filled as Required<ProofQuestion>);
}

/** Do the three belong together? A shop that is away cannot say so: a person finds out. */
async function prove(context: TurnContext, question: ProofQuestion, filled: Required<ProofQuestion>): Promise<true> {
  const { lane, entries, services, settings, state } = context;
  const key = deriveId(lane._id, entries[0]!.key, 'proof');
  const { orderId, email, postalCode } = filled;
  try {
    const customer = await services.identity.match({ orderId, email, postalCode }, { key, most: settings.proofTries });
    if (customer === 'locked') return lock(context);
    if (!customer) return refuse(context, question);
    accept(context, filled, customer);
  } catch (thrown) {
    const text = apologise(context, question.intent, thrown);
    state.question = null;
    context.route = 'proof:away';
    reply(context, text);
  }
  return true;
}

/** What a wish names along the way; a postal code without an e-mail address beside it is part of some other address. */
function namedAlong(context: TurnContext): Pick<ProofQuestion, 'orderId' | 'email' | 'postalCode'> {
  const { postalCode, ...named } = namedIn(context);
  return named.email && postalCode ? { ...named, postalCode } : named;
}

/** "What do you need?", "how do I prove it's me?" */
const ASKS_BACK =
  /^\W*((and|but|so|ok(ay)?)\W+)*((what'?s?|which|why|how come)\b.{0,40}\b(need|want|require|details|information|info|ask|asking|that|know)\b.{0,20}|how\b.{0,25}\b(prove|proof|verify|identify|confirm|show you|do (that|this|it))\b.{0,25}|what do you mean|(que|qué) (necesita\w*|datos)\b.{0,25}|c[oó]mo\b.{0,20}\b(demuestro|identifico|verifico|hago)\b.{0,20}|comment\b.{0,20}\b(prouver?|faire|v[eé]rifier|fais|m'identifier)\b.{0,25}|(de quoi|quoi) .{0,20}besoin.{0,20}|wie\b.{0,25}\b(beweise\w*|ausweisen|nachweis\w*|mache|geht)\b.{0,20}|was (brauchen|braucht|benötig\w*)\b.{0,25})\W*$/i;
const WHY = /^\W*(but |and |ok )?(why|how come|what for)\b/i;
/** Words around an order number, an e-mail address and a postal code that say nothing else. */
const FILLER =
  /^(my|the|its?|is|was|are|and|order|number|no|id|e?mail|address|zip|post(al|code)?|code|here|you|go|sure|ok(ay)?|yes|it's|that|this|for|with|under|a|an|mine|please|thanks|hi|hello)$/;
const NEW_WISH_WORDS = 4;

/** "Please send ORD-12345 to 5 Elm Street, 02108" holds a postal code, but it answers nothing. */
function isNewWish({ text, classification }: TurnContext): boolean {
  if (text.match(EMAIL) || classification.confidence < 0.5) return false;
  const words =
    text
      .toLowerCase()
      .replace(ORDER, ' ')
      .replace(POSTAL, ' ')
      .match(/[\p{L}']+/gu) ?? [];
  // "Where is my order ORD-12345?" asks something, however few words it takes.
  const least = /\?\s*$/.test(text) ? 1 : NEW_WISH_WORDS;
  return words.filter((word) => !FILLER.test(word)).length >= least;
}

/** What was told for an earlier wish holds for this one, too. */
function namedBefore({ state: { question } }: TurnContext): Pick<ProofQuestion, 'email' | 'postalCode'> {
  if (question?.kind !== 'proof') return {};
  const { email, postalCode } = question;
  return { ...(email ? { email } : {}), ...(postalCode ? { postalCode } : {}) };
}

function refuse(context: TurnContext, question: ProofQuestion): true {
  const { state, words, services } = context;
  state.proofFailures = [...recentFailures(context), services.clock.now()];
  context.route = 'proof:failed';
  if (isLocked(context)) return lock(context);
  const { orderId: _order, email: _email, postalCode: _postal, ...again } = question;
  state.question = again;
  reply(context, words.proofFailed());
  return true;
}

/** Too often, here or elsewhere: the door stays shut, and a person can be asked. */
function lock(context: TurnContext): true {
  context.route = 'proof:failed';
  context.state.question = null;
  reply(context, context.words.proofLocked(), [context.words.personChoice()]);
  return true;
}

/** Known now: what was asked before is answered, as if it had just been asked. */
function accept(context: TurnContext, question: ProofQuestion, customer: { id: string; name: string }): void {
  const { state, services } = context;
  state.contact = { shopCustomerId: customer.id, name: customer.name, level: 'known' };
  state.question = null;
  state.proofFailures = [];
  context.prefix = context.words.proofAccepted({ name: customer.name.split(' ')[0]! });
  context.text = question.text;
  context.meant = question.text;
  const language = context.classification.language;
  context.classification = { ...services.classify(question.text), language };
  if (question.exchange) context.exchange = question.exchange;
  context.outcome = 'settled';
  context.routes = [{ agent: question.agent, intent: question.intent, reason: 'proof:accepted' }];
}

function recentFailures({ state, services }: TurnContext): Date[] {
  return state.proofFailures.filter((at) => services.clock.nowMs() - new Date(at).getTime() < HOUR_MS);
}

function isLocked(context: TurnContext): boolean {
  return recentFailures(context).length >= context.settings.proofTries;
}

function missingOf(question: ProofQuestion): ('order' | 'email' | 'postal code')[] {
  const missing: ('order' | 'email' | 'postal code')[] = [];
  if (!question.orderId) missing.push('order');
  if (!question.email) missing.push('email');
  if (!question.postalCode) missing.push('postal code');
  return missing;
}

/** Order id, e-mail address and postal code as they stand in the text. */
function namedIn({ text, classification }: TurnContext): Pick<ProofQuestion, 'orderId' | 'email' | 'postalCode'> {
  const orderId = classification.entities.orderIds?.[0];
  const email = text.match(EMAIL)?.[0];
  const rest = text.replace(EMAIL, ' ').replace(ORDER, ' ');
  const postalCode = rest.match(POSTAL)?.at(-1);
  return {
    ...(orderId ? { orderId } : {}),
    ...(email ? { email } : {}),
    ...(postalCode && /\d/.test(postalCode) ? { postalCode } : {}),
  };
}
