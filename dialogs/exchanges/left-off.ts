// Coming back after a session has ended: a greeting is answered with where we were, and the offer to go on. Who comes with a
// new wish is simply answered.

import type { ResumeQuestion } from '../conversation-state.ts';
import { reply, type TurnContext } from '../turn-context.ts';
import { readYesNo } from './yes-no.ts';

/** Somebody who was here before says hello. */
export function isBackToTalk({ state, classification }: TurnContext): boolean {
  const { intent, confidence } = classification.intents[0]!;
  return state.leftOff !== null && intent === 'GREETING' && confidence >= 0.5 && !classification.entities.orderIds;
}

export function offerToGoOn(context: TurnContext): void {
  const { state, words } = context;
  const left = state.leftOff!;
  state.question = { kind: 'resume', ...left };
  context.route = 'session:resumed';
  context.outcome = 'asked';
  const where = left.question
    ? words.leftOffAsking({ question: left.question.asked })
    : words.leftOffOrder({ orderId: left.orderIds[0]! });
  const hello = context.whence ? '' : `${words.sessionResumed()} `;
  reply(context, `${hello}${where}`, [words.yesChoice(), words.noChoice()]);
}

/** True when the turn is settled by it; what is neither yes nor no is a new wish. */
export function resumeLeftOff(context: TurnContext, left: ResumeQuestion): boolean {
  const { state, words } = context;
  state.question = null;
  const said = readYesNo(context.text);
  if (said === null) return false;
  context.route = `session:${said}`;
  if (said === 'no') {
    reply(context, words.greeting());
    return true;
  }
  state.orderIds = left.orderIds;
  if (left.question) {
    state.question = { ...left.question, digressions: 0 };
    context.outcome = 'asked';
    reply(context, left.question.asked);
    return true;
  }
  context.routes = [{ agent: 'order', intent: 'ORDER_INQUIRY', reason: 'session:yes' }];
  return false;
}
