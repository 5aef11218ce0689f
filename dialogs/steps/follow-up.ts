// What stays when the turn is over: the conversation so far, within its bounds, and whether somebody must come back to
// it.
import type { Step } from '../../core/compose.ts';
import { remember } from '../conversation-state.ts';
import type { TurnContext } from '../turn-context.ts';

export const followUp: Step<TurnContext> = async (context, next) => {
  const { classification, state } = context;
  const order = classification.entities.orderIds?.[0];
  const topic = order ? `${classification.intents[0]!.intent} ${order}` : classification.intents[0]!.intent;
  remember(
    state,
    [
      { role: 'customer', text: context.text },
      ...context.replies.map((one) => ({ role: 'bot' as const, text: one.text })),
    ],
    topic,
  );
  if (context.opened) context.followUpRequired = true;
  await next();
};
