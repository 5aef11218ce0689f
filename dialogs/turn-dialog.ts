// THE turn, as one readable list of steps. A step does its part and calls the next one, or settles the turn by not
// calling it; what was going to be said then passes review, and the turn is remembered.
import { compose } from '../core/compose.ts';
import { answer } from './steps/answer.ts';
import { choose } from './steps/choose.ts';
import { classify } from './steps/classify.ts';
import { followUp } from './steps/follow-up.ts';
import { identifyCustomer } from './steps/identify.ts';
import { interrupt } from './steps/interrupt.ts';
import { protect } from './steps/protect.ts';
import { relay } from './steps/relay.ts';
import { resume } from './steps/resume.ts';
import { review } from './steps/review.ts';
import { route } from './steps/route.ts';
import type { TurnContext } from './turn-context.ts';

const settle = compose<TurnContext>([
  identifyCustomer, // who is this?
  choose, //           "2" is the second of what was offered
  classify, //         what is it about, how urgent, in which mood?
  relay, //            a person has it: the bot is silent
  protect, //          danger, fraud, legal and privacy: never the bot's to settle
  interrupt, //        help, and "a person please"
  resume, //           an open question waits for this answer
  route, //            which agents answer?
  answer, //           they answer, in parallel, as one reply
]);

const close = compose<TurnContext>([review, followUp]);

export async function runTurn(context: TurnContext): Promise<void> {
  await settle(context);
  await close(context);
}
