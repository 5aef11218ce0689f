// "That did not help", "you already asked me that": said once it is answered, twice it is a person's business.
import type { TurnContext } from '../turn-context.ts';
import { readWanted } from './acts.ts';
import { isSmallTalk, isUnsure } from './signs.ts';

/** "Twice no help" is a person's business. */
export const MOST_UNHELPFUL = 2;
const PLEASED = 0.2;
const NO_HELP =
  /\b(that|this|it) (did ?n'?t|does ?n'?t|did not|does not|is ?n'?t|is not|was ?n'?t|was not) (help|helpful|what i (asked|meant|wanted))\b|\byou already (asked|told)\b|\bi already (told|said|answered)( you| that| it| this)*\W*$|\byou keep (asking|saying|repeating|sending)\b|\b(not helpful|no help|useless|wrong answer|you (do ?n'?t|do not|did ?n'?t) (understand|get it|listen)|that'?s not what i (asked|meant|said)|are (you|u) (even )?listening to me|(you|u) (did ?n'?t|did not|have ?n'?t) answer(ed)?( (me|my question|that|it))?)\b/i;

/** "Twice" is twice within so many of their messages: a wrong answer in between is no help either. */
const FORGOTTEN_AFTER = 4;

/** Counts, and so is asked before the other one. */
export function isTwiceNoHelp(context: TurnContext): boolean {
  const { state } = context;
  if (!isNoHelp(context)) return false;
  state.unhelpful = state.sinceUnhelpful > FORGOTTEN_AFTER ? 1 : state.unhelpful + 1;
  state.sinceUnhelpful = 0;
  return state.unhelpful >= MOST_UNHELPFUL && !state.openCase;
}

/** Said once, in a sentence that is about nothing else. */
export function isOnceNoHelp(context: TurnContext): boolean {
  const { state } = context;
  const isJustSaid = state.unhelpful > 0 && state.sinceUnhelpful === 0;
  return isJustSaid && !state.openCase && !state.question && (isSmallTalk(context) || isUnsure(context));
}

/** Who praises somebody scolds nobody. */
function isNoHelp({ text, classification }: TurnContext): boolean {
  if (classification.sentiment.score >= PLEASED) return false;
  const wanted = readWanted(text);
  // Who names a number says something new.
  const isMisread = wanted.length === 1 && wanted[0]!.act === 'misread' && !/\d/.test(text);
  return NO_HELP.test(text) || isMisread;
}
