// A write waits for the customer's yes to its exact summary. One is open at a time, a yes counts for the last one shown,
// and it lapses after a while: then nothing is done.
import { type Act, actOf } from '../../agents/acts.ts';
import { type AgentAnswer, type Proposal, reaches } from '../../agents/agent.ts';
import { countWords } from '../../agents/classifier/clauses.ts';
import { namesOrder } from '../../agents/classifier/entities.ts';
import { withoutKept } from '../../agents/order/changes.ts';
import { deriveId } from '../../core/ids.ts';
import { talkWords } from '../../phrases/talk/index.ts';
import type { OpenProposal } from '../conversation-state.ts';
import { dueInWords } from '../due-in-words.ts';
import { apologise, escalate } from '../escalate.ts';
import { DOERS, readWanted, SURE_FROM } from '../reading/acts.ts';
import { sameForOthers } from '../reading/each-order.ts';
import { dropProposal } from '../remembering.ts';
import { readOnly, reply, scopeOf, type TurnContext } from '../turn-context.ts';
import { agreedAloud, ofOtherOrder } from './agreed-aloud.ts';
import { approvalOf } from './approval.ts';
import { askedOfProposal } from './asks-of-proposal.ts';
import {
  agreesInItsWords,
  askedBehindYes,
  CHANGES,
  isOnlyHeard,
  readConsent,
  wishedThen,
  YES_FIRST,
  yesAndRest,
} from './consent.ts';
import { goPrivate, isShared } from './privately.ts';
import { isNeverMind, isTakenBack, readYesNo, turnsItDown } from './yes-no.ts';

/** What is said about a proposal: its summary and the question, or that a person has to decide. */
export function showProposal(context: TurnContext, proposal: Proposal): string {
  const { state, settings, words, services, lane, entries } = context;
  if (isShared(context)) return goPrivate(context);
  if (proposal.amount && proposal.amount.value > settings.refundCap) return leaveToPerson(context, proposal);
  const expiresAt = new Date(services.clock.nowMs() + settings.proposalMinutes * 60_000);
  state.proposal = {
    ...proposal,
    key: deriveId(lane._id, entries[0]!.key, 'proposal', proposal.tool, JSON.stringify(proposal.input)),
    expiresAt,
  };
  state.dropped = null;
  context.outcome = 'asked';
  return `${proposal.summary}\n\n${words.askYes()}`;
}

export function yesOrNo(context: TurnContext) {
  return [context.words.yesChoice(), context.words.noChoice()];
}

function leaveToPerson(context: TurnContext, proposal: Proposal): string {
  const summary = `Over the cap, for approval: ${proposal.summary}`;
  escalate(context, { reason: 'approval', reasons: [], summary, approval: approvalOf(context, proposal) });
  const { openCase } = context.state;
  const said = context.words.needsPerson({ caseId: openCase!.id, due: dueInWords(context, openCase!.dueAt) });
  const asked = talkWords(context.classification.language).needsApproval({ summary: proposal.summary });
  return `${asked}\n\n${said}`;
}

/** The customer answered yes or no to the open proposal, or let it lapse. False: this is about something else. */
export async function resumeProposal(context: TurnContext): Promise<boolean> {
  const { proposal } = context.state;
  if (!proposal) return showDropped(context);
  if (tellOfIt(context, proposal)) return true;
  const isNo = isNeverMind(context.text) || isTakenBack(context.text) || turnsItDown(context.text);
  const heard = isNo ? 'no' : readConsent(context.text, proposal.tool);
  const said = heard === 'no' && isOfAnother(context, proposal) ? null : heard;
  const isLate = new Date(proposal.expiresAt).getTime() < context.services.clock.nowMs();
  // What needed a code needs it still: that proof may have run out in the meantime.
  const isOver = isLate || !reaches(scopeOf(context, proposal.key).customer.level, proposal.level ?? 'anonymous');
  if (said === null) {
    if (isOver) context.state.proposal = null;
    else if (agreedAloud(context.text, proposal) || !correct(context, proposal))
      return refuseAndGoOn(context, proposal) || (await agreeAndGoOn(context, proposal));
    return false;
  }
  context.state.proposal = null;
  if (context.state.question?.kind === 'agent') context.state.question = null;
  if (isOver) {
    context.route = 'proposal:expired';
    reply(context, context.words.proposalExpired());
  } else if (said === 'no') {
    context.route = 'proposal:no';
    reply(context, context.words.nothingChanged());
  } else await perform(context, proposal);
  showNext(context);
  return true;
}

/** "No, not that one. ORD-20615": another order than is proposed. */
function isOfAnother({ classification, text, state }: TurnContext, { summary }: Proposal): boolean {
  const named = (classification.entities.orderIds ?? []).filter((id) => namesOrder(text, id));
  return state.lastAct !== null && named.length === 1 && !summary.includes(named[0]!);
}

/** "Will the lamp still come?", "why 79?", of what is proposed: answered, and it is shown again. */
function tellOfIt(context: TurnContext, proposal: OpenProposal): boolean {
  const asked = askedOfProposal(context, proposal);
  if (!asked) return false;
  context.route = asked.route;
  const parts = [asked.says, showProposal(context, proposal)].filter((part) => part !== '');
  reply(context, parts.join('\n\n'), yesOrNo(context));
  return true;
}

/** "Yes, do it", of what was proposed before something else came: it is shown once more, and done after a yes to that. */
function showDropped(context: TurnContext): boolean {
  const { dropped, question } = context.state;
  if (!dropped) return false;
  const isYes = readYesNo(context.text) === 'yes' || readConsent(context.text, dropped.tool) === 'yes';
  const isGoingOn =
    actOf(context.text, question ? SURELY_ON_FROM : GO_ON_FROM) === 'proceed' || backTo(context.text, dropped);
  // A bare yes answers what is asked.
  if (!isGoingOn && (question || !isYes)) return false;
  context.route = 'proposal:again';
  reply(context, showProposal(context, dropped), yesOrNo(context));
  return true;
}

/** "Sorry, first the address: yes please, do it." */
const NAMES_TOOL: Record<string, RegExp> = {
  change_address: /\baddress\b/i,
  change_items: /\b(items?|change|colou?r)\b/i,
  cancel_order: /\bcancel/i,
  return_order: /\breturn/i,
  exchange_item: /\bexchange|swap/i,
};
const backTo = (text: string, { tool }: { tool: string }): boolean =>
  NAMES_TOOL[tool]?.test(text) === true &&
  /\b(yes|do it|do that|go ahead)\b/i.test(text) &&
  !/\b(not|no)\b|n't\b/i.test(text);

const GO_ON_FROM = 0.3;
const SURELY_ON_FROM = 0.5;

/** "No, the blue one": what was proposed is dropped, and its agent goes on with what it shall be instead. */
function correct(context: TurnContext, proposal: OpenProposal): boolean {
  const { state, services, text, classification } = context;
  const exchange = services.agents[proposal.agent].corrects?.(text, proposal);
  if (!exchange) return false;
  state.proposal = null;
  context.exchange = exchange;
  const intent = classification.intents[0]!.intent;
  context.routes = [{ agent: proposal.agent, intent, reason: `correction:${proposal.tool}` }];
  return true;
}

const NO_FIRST =
  /^\W*(?:(?:no+|nope|nah|stop|good grief|oh|please|hey|wait|lol|sorry)\b[\s,.!]+)*\b(?:no+|nope|nah|stop|not|do ?n'?t|never)\b[\s,.!]*/i;
const FEWEST_LEFT = 3;

/** "No, no. Those are red ones. It is ORD-20194": what was proposed is dropped, and what else is said counts. True: nothing is. */
function refuseAndGoOn(context: TurnContext, proposal: OpenProposal): boolean {
  // "12.50?? No.": the sum is only wondered at.
  const text = context.text.replace(/^\W*[$€£]?\d+(?:[.,]\d+)?\s*\?+\s*/, '');
  const begun = text.replace(NO_FIRST, '');
  // "No, please not cancel this order. I ask about the money": what is refused is no wish.
  const isRefused = begun !== text && /\b(not|do ?n'?t|never)\W*$/i.test(text.slice(0, text.length - begun.length));
  const others = begun.replace(/^[^.!;?]*[.!;?]\s*/, '');
  const rest = isRefused && others !== begun ? others : begun;
  if (rest === text || proposal.isOffered) return false;
  // "No, I meant the red one" may come back to it; "NO not cancel!!" never does.
  if (/\b(not|do ?n'?t|stop|never)\b/i.test(text.slice(0, text.length - rest.length))) context.state.proposal = null;
  else dropProposal(context.state);
  // "Leave the backpacks as they are, just take the lamp off": what stays is no wish.
  const wished = withoutKept(rest).trim();
  const isLess = wished !== rest.trim() || rest !== begun;
  if (isLess && countWords(wished) >= FEWEST_LEFT) {
    const { orderIds } = context.classification.entities;
    readOnly(context, wished);
    // The number of what is kept is not what the rest is about.
    const named = orderIds?.filter((id) => namesOrder(wished, id));
    const { orderIds: _all, ...entities } = context.classification.entities;
    context.classification.entities = named?.length ? { ...entities, orderIds: named } : entities;
  }
  if (countWords(rest) >= FEWEST_LEFT || isOfAnother(context, proposal)) return false;
  context.route = 'proposal:no';
  reply(context, context.words.nothingChanged());
  return true;
}

/** "Yes. And how long does it take?", "yes finally, thank you": done, and what is asked beside it is answered, too. */
async function agreeAndGoOn(context: TurnContext, proposal: OpenProposal): Promise<boolean> {
  const aloud = agreedAloud(context.text, proposal);
  const isOfElse = aloud?.others.some(
    (part) => !ofOtherOrder(part, proposal) && readWanted(part).some(({ act }) => CHANGING.has(act)),
  );
  if (aloud && !isOfElse) {
    await performAgreed(context, proposal);
    // "Agreed. I also require an invoice": wished for beside it.
    const rest = aloud.behind.filter((part) => aloud.asked.includes(part) || isWished(part)).join(' ');
    if (rest === '') showNext(context);
    else readOnly(context, rest);
    return rest === '';
  }
  // "Ok. Two speakers down to one, please. Clear enough?" wants something done, and has agreed to nothing.
  const then = wishedThen(context.text);
  if (then !== null && !readWanted(then).some(({ act }) => CHANGING.has(act))) {
    await performAgreed(context, proposal);
    readOnly(context, then);
    return false;
  }
  const isYes = (said: string) =>
    readConsent(said, proposal.tool) === 'yes' || agreesInItsWords(said, proposal.summary);
  const [head, rest] = yesAndRest(context.text, isYes);
  const others = isYes(head) ? sameForOthers(context, rest, proposal) : null;
  if (others) {
    await performAgreed(context, proposal);
    context.routes = others;
    return false;
  }
  const isInItsWords = agreesInItsWords(context.text, proposal.summary);
  if (!isInItsWords && readWanted(rest).some(({ act }) => CHANGING.has(act))) return false;
  const isAsked = rest.includes('?') || ASKS.test(rest);
  const thanks = context.text.replace(THANKS, ' ').trim();
  // "That was not quite my question, but ok. Yes, go ahead."
  const last = context.text.split(/(?<=[.!?])\s+/).at(-1) ?? '';
  const isThanking = thanks !== context.text.trim() && isYes(thanks);
  const before = context.text.slice(0, context.text.length - last.length);
  const isSame = (before.match(/\bORD-\d+\b/gi) ?? []).every((id) => proposal.summary.includes(id.toUpperCase()));
  const isLast = last !== context.text && isSame && (AGREES.test(last) || YES_FIRST.test(last)) && isYes(last);
  const isWhole = isThanking || isLast || isInItsWords;
  const behind = isWhole ? null : askedBehindYes(context.text, isYes);
  if (behind !== null) {
    await performAgreed(context, proposal);
    readOnly(context, behind);
    return false;
  }
  // "Ok, and does that one ship today?" has heard it, and agreed to nothing.
  if (!isWhole && (!isAsked || CHANGES.test(rest) || isOnlyHeard(head) || !isYes(head))) return false;
  await performAgreed(context, proposal);
  if (isWhole) showNext(context);
  else readOnly(context, rest.replace(DO_IT, '').replace(/^(?:and|also)\s+/i, ''));
  return isWhole;
}

const isWished = (part: string): boolean =>
  readWanted(part).some(({ act, margin }) => DOERS[act] !== undefined && margin >= SURE_FROM);

/** What was asked beside it is over with it. */
async function performAgreed(context: TurnContext, proposal: OpenProposal): Promise<void> {
  context.state.proposal = null;
  if (context.state.question?.kind === 'agent') context.state.question = null;
  await perform(context, proposal);
}

/** Wants something to be as it is not. */
const CHANGING: ReadonlySet<Act> = new Set([
  'add-item',
  'cancel-order',
  'change-address',
  'change-item',
  'change-payment',
  'exchange-item',
  'remove-item',
  'return-item',
  'want-refund',
]);
/** A question without its mark: "and how long does it take", "also wheres my keyboard". */
const ASKS =
  /(?:^|[.!]\s+)(?:(?:and|also|btw|by the way|oh|so)\W+)+(?:how|what|when|where|which|why|who|can|could|do|does|is|are|will)(?:'?s|re)?\b/i;
const DO_IT = /^(please )?(do (it|that|so)|go ahead)[.!,]\s*/i;
const AGREES = /\b(go ahead|do it|do that|please do|open it|confirm)\b/i;
const THANKS = /\b(finally|at last|thank you|thanks|thx|ty|cheers|lovely|great|perfect)\b[\s,.!]*/gi;

/** Does it, once per the stored key: a repeated turn does it under the same key again. */
async function perform(context: TurnContext, proposal: OpenProposal): Promise<void> {
  const { services } = context;
  const begun = services.clock.nowMs();
  context.route = `proposal:yes:${proposal.tool}`;
  const intent = context.classification.intents[0]!.intent;
  const route = { agent: proposal.agent, intent, reason: context.route };
  const note = (text: string, run: AgentAnswer['tools'][number]) =>
    context.answers.push({ route, answer: { text, tools: [run], model: 'none', ms: services.clock.nowMs() - begun } });
  try {
    const scope = scopeOf(context, proposal.key);
    const done = await services.runner.confirm(services.agents[proposal.agent], proposal, scope);
    note(done.text, done.run);
    reply(context, done.text, done.done ? undefined : [context.words.personChoice()]);
  } catch (thrown) {
    // Nobody knows whether it was done: a person finds out, and the key keeps it from being done twice.
    note('', { name: proposal.tool, ms: services.clock.nowMs() - begun, outcome: 'failed' });
    reply(context, apologise(context, intent, thrown));
  }
}

/** What was waiting behind it comes up now. */
function showNext(context: TurnContext): void {
  const next = context.state.nextProposals.shift();
  if (!next) return;
  const choices = next.amount && next.amount.value > context.settings.refundCap ? undefined : yesOrNo(context);
  const last = context.replies.pop();
  reply(context, `${last ? `${last.text}\n\n` : ''}${showProposal(context, next)}`, choices);
}
