// Before anything goes out: an open question is come back to, the first reply says who is speaking and what is known from
// elsewhere, and the same sentence is never said twice in a row.
import { readSmallTalk } from '../../agents/general/small-talk.ts';
import type { Step } from '../../core/compose.ts';
import { talkWords } from '../../phrases/talk/index.ts';
import type { AgentQuestion } from '../conversation-state.ts';
import { sayWhence } from '../exchanges/one-person.ts';
import { dropProposal } from '../remembering.ts';
import type { Reply, TurnContext } from '../turn-context.ts';

export const review: Step<TurnContext> = async (context, next) => {
  const { replies, state, words } = context;
  context.replies = replies.filter((one) => one.text.trim() !== '');
  comeBack(context);
  const first = context.replies[0];
  if (first && first.text === state.lastReply) sayAgain(context, first);
  else if (first && first.text !== '') {
    state.lastReply = first.text;
    state.repeats = 0;
  }
  putAside(context);
  if (state.openCase) dropOffers(context);
  const whence = first ? sayWhence(context) : null;
  if (first && whence) first.text = `${whence}\n\n${first.text}`;
  if (first && !state.introduced) {
    state.introduced = true;
    // Who has just been told of a person need not be told how to ask for one.
    const who = context.opened ? words.introductionWithPerson() : words.introduction();
    first.text = `${first.text}\n\n_${who}_`;
  }
  await next();
};

/** Never the same twice in a row: once it is named as said before, with a way out; then only the way out is left. */
function sayAgain(context: TurnContext, first: Reply): void {
  const { state, words, classification } = context;
  // Whom to ring in need of life is no receipt, however often it is said.
  if (context.route === 'risk:self-harm') return;
  state.repeats += 1;
  if (context.again) {
    first.text = talkWords(classification.language).sameAgain();
    return;
  }
  // A fact that was asked for again is said again; only what is said of the case becomes a receipt.
  const isOfCase = state.openCase && context.route !== 'case:queue';
  if (isOfCase && !context.answers.some(({ answer }) => answer.tools.length > 0)) {
    first.text = words.addedToCase({ caseId: state.openCase!.id });
    state.lastReply = '';
    return;
  }
  // The same fact asked for three times is said three times; the same question is not asked a third time.
  const isStuck =
    state.repeats > 1 && context.outcome === 'asked' && state.question?.kind !== 'proof' && !state.proposal;
  if (isStuck) {
    first.text = talkWords(classification.language).goingInCircles();
    state.question = null;
  } else if (state.repeats % 2 === 1) first.text = words.again({ sentence: first.text });
  const person = words.personChoice();
  const offered = isStuck ? [] : (first.choices ?? []);
  if (!offered.some((one) => one.value === person.value)) first.choices = [...offered, person];
}

/** A yes counts for what was shown last: a proposal waits, until it is shown again, where a question or an offer has taken its place. */
function putAside({ replies, state, outcome, words }: TurnContext): void {
  const { proposal } = state;
  if (!proposal || replies.length === 0) return;
  const person = words.personChoice().value;
  const isReplaced =
    outcome !== 'settled' || replies.some(({ choices }) => choices?.some(({ value }) => value === person));
  // "As I said: in order …" begins with a small letter.
  const summary = proposal.summary.toLowerCase();
  if (isReplaced && !replies.some(({ text }) => text.toLowerCase().includes(summary))) dropProposal(state);
}

/** A person is on the way: nobody is offered one. */
function dropOffers(context: TurnContext): void {
  const person = context.words.personChoice().value;
  for (const one of context.replies) {
    const choices = one.choices?.filter((choice) => choice.value !== person) ?? [];
    if (choices.length > 0) one.choices = choices;
    else delete one.choices;
  }
}

/** So often it is come back to a proposal; then it takes a word of theirs. */
const MOST_DIGRESSIONS = 2;

/** Who says goodbye is not held back by a question. */
const LEAVES: ReadonlySet<string> = new Set(['bye', 'away', 'wishes']);

/** Something else was answered while a proposal or a question waits: the last reply comes back to it. */
function comeBack(context: TurnContext): void {
  const { state, words } = context;
  const last = context.replies.at(-1);
  if (!last || context.outcome !== 'settled' || context.answers.length === 0) return;
  if (LEAVES.has(readSmallTalk(context.text) ?? '') && !state.proposal) return;
  const digressions = (state.proposal?.digressions ?? 0) + 1;
  if (state.proposal && digressions > MOST_DIGRESSIONS && !state.proposal.isOffered) dropProposal(state);
  if (state.proposal) {
    state.proposal = { ...state.proposal, digressions };
    last.text = `${last.text}\n\n${words.stillOpen({ summary: state.proposal.summary })}`;
    last.choices = [words.yesChoice(), words.noChoice()];
  } else if (state.question?.kind === 'agent' && mayComeBack(state.question)) {
    last.text = `${last.text}\n\n${words.backToQuestion({ question: state.question.asked })}`;
  }
}

/** Once, and not to what was looked for and not found: whoever has gone on wants to be let go. */
function mayComeBack({ digressions, exchange }: AgentQuestion): boolean {
  return digressions === 1 && !ASKED_ONCE.has(exchange.about);
}

const ASKED_ONCE: ReadonlySet<string> = new Set(['product', 'which product', 'quote', 'customs', 'explain or dispute']);
