// Before anything goes out: an open question is come back to, the first reply says who is speaking, and the same
// sentence is never said twice in a row.
import type { Step } from '../../core/compose.ts';
import type { TurnContext } from '../turn-context.ts';

export const review: Step<TurnContext> = async (context, next) => {
  const { replies, state, words } = context;
  context.replies = replies.filter((one) => one.text.trim() !== '');
  comeBack(context);
  const first = context.replies[0];
  if (first && first.text === state.lastReply) first.text = words.again({ sentence: first.text });
  else if (first && first.text !== '') state.lastReply = first.text;
  if (first && !state.introduced) {
    state.introduced = true;
    // Who has just been told of a person need not be told how to ask for one.
    const who = context.opened ? words.introductionWithPerson() : words.introduction();
    first.text = `${first.text}\n\n_${who}_`;
  }
  await next();
};

/** Something else was answered while a proposal or a question waits: the last reply comes back to it. */
function comeBack(context: TurnContext): void {
  const { state, words } = context;
  const last = context.replies.at(-1);
  if (!last || context.outcome !== 'settled' || context.answers.length === 0) return;
  if (state.proposal) {
    last.text = `${last.text}\n\n${words.stillOpen({ summary: state.proposal.summary })}`;
    last.choices = [words.yesChoice(), words.noChoice()];
  } else if (state.question?.kind === 'agent' && state.question.digressions > 0) {
    last.text = `${last.text}\n\n${words.backToQuestion({ question: state.question.asked })}`;
  }
}
