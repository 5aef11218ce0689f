// "That did not help", "you already asked me that": said once it is answered, twice in a row it is a person's business.
import type { TurnContext } from '../turn-context.ts';
import { isSmallTalk, isUnsure } from './signs.ts';

/** "Twice no help" is a person's business. */
export const MOST_UNHELPFUL = 2;
const PLEASED = 0.2;
const NO_HELP =
  /\b(that|this|it) (did ?n'?t|does ?n'?t|did not|does not|is ?n'?t|is not|was ?n'?t|was not) (help|helpful|what i (asked|meant|wanted))\b|\byou already (asked|told)\b|\bi already (told|said|answered)( you| that| it| this)*\W*$|\byou keep (asking|saying|repeating|sending)\b|\b(not helpful|no help|useless|wrong answer|you (do ?n'?t|do not|did ?n'?t) (understand|get it|listen)|that'?s not what i (asked|meant|said)|are (you|u) (even )?listening to me|(you|u) (did ?n'?t|did not|have ?n'?t) answer(ed)?( (me|my question|that|it))?)\b/i;

/** Counts, and so is asked before the other one. Who praises somebody scolds nobody. */
export function isTwiceNoHelp(context: TurnContext): boolean {
  const { state } = context;
  state.unhelpful =
    NO_HELP.test(context.text) && context.classification.sentiment.score < PLEASED ? state.unhelpful + 1 : 0;
  return state.unhelpful >= MOST_UNHELPFUL && !state.openCase;
}

/** Said once, in a sentence that is about nothing else. */
export function isOnceNoHelp(context: TurnContext): boolean {
  const { state } = context;
  return state.unhelpful > 0 && !state.openCase && !state.question && (isSmallTalk(context) || isUnsure(context));
}
