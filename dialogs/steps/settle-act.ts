// What is wanted and needs no agent: leaving something as it is, taking it back, nothing that is wrong, a misunderstanding.
import type { Act } from '../../agents/acts.ts';
import { actWords } from '../../phrases/acts/index.ts';
import { saysDone } from '../../phrases/says-done.ts';
import { reply, type TurnContext } from '../turn-context.ts';

/** Settled without an agent. */
export const SETTLED: Partial<Record<Act, (context: TurnContext) => void>> = {
  'leave-as-is': leaveAsIs,
  misread: sayMisread,
  'no-trouble': sayNothingWrong,
  undo: takeBack,
};

/** Nothing is open any more. */
export function dropAll({ state }: TurnContext): void {
  state.proposal = null;
  state.nextProposals = [];
  state.question = null;
}

function leaveAsIs(context: TurnContext): void {
  const { classification } = context;
  dropAll(context);
  context.route = 'act:leave-as-is';
  const orderId = classification.entities.orderIds?.[0] ?? null;
  reply(context, actWords(classification.language).leftAsIs({ orderId }));
}

/** A proposal is dropped; what was done is a person's to reverse. */
function takeBack(context: TurnContext): void {
  const { state, classification, words } = context;
  const own = actWords(classification.language);
  const isDone = state.said.some((one) => one.role === 'bot' && saysDone(one.text));
  state.proposal = null;
  state.question = null;
  context.route = 'act:undo';
  if (!isDone) return reply(context, own.nothingDone());
  context.outcome = 'asked';
  reply(context, own.cannotUndo(), [words.personChoice()]);
}

function sayNothingWrong(context: TurnContext): void {
  context.state.question = null;
  context.route = 'act:no-trouble';
  reply(context, actWords(context.classification.language).nothingWrong());
}

function sayMisread(context: TurnContext): void {
  context.state.question = null;
  context.route = 'act:misread';
  reply(context, actWords(context.classification.language).misread(), [context.words.personChoice()]);
}
