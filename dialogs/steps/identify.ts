// Who is this? What a shop signed counts; nothing that somebody merely writes does. A number or address that the shop knows is
// a name and no more.
import type { Step } from '../../core/compose.ts';
import { identify } from '../conversation-state.ts';
import { meetAgain } from '../exchanges/one-person.ts';
import type { TurnContext } from '../turn-context.ts';

export const identifyCustomer: Step<TurnContext> = async (context, next) => {
  for (const entry of context.entries) identify(context.state, entry.activity);
  await meetAgain(context);
  context.state.session.lastAt = context.entries.at(-1)!.receivedAt;
  await next();
};
