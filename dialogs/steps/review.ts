// Before anything goes out: the first reply says who is speaking, and the same sentence is never said twice in a row.
import type { Step } from '../../core/compose.ts';
import type { TurnContext } from '../turn-context.ts';

export const review: Step<TurnContext> = async (context, next) => {
  const { replies, state, words } = context;
  context.replies = replies.filter((one) => one.text.trim() !== '');
  const first = context.replies[0];
  if (first && first.text === state.lastReply) first.text = words.again({ sentence: first.text });
  else if (first && first.text !== '') state.lastReply = first.text;
  if (first && !state.introduced) {
    state.introduced = true;
    first.text = `${first.text}\n\n_${words.introduction()}_`;
  }
  await next();
};
