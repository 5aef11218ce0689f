// Nothing is wanted but what was wanted last, of another order or thing: "none of those, the cameras", "and the other one?"
import type { Act } from '../../agents/acts.ts';
import { withoutKept } from '../../agents/order/changes.ts';
import { soundsBroken } from '../../agents/technical/read-wish.ts';
import { DOERS, onlyAsks } from '../reading/acts.ts';
import type { TurnContext } from '../turn-context.ts';
import { isSurelyWanted, namesAnother } from './with-act.ts';

const FEW_WORDS = 16;
const POINTS = /^\W*(no+|not|none|wrong|i mean|i said|it'?s|its|the|my|order|ord|sorry|both|only|just|that)\b/i;

/** "None of those, the cameras, 20040": nothing is wanted but what was wanted last, of another order or thing. */
export function isRetargeted(context: TurnContext): boolean {
  const { lastAct, question } = context.state;
  if (!lastAct) return false;
  const isAsked = question === null || (question.kind === 'agent' && question.agent === DOERS[lastAct.act]?.agent);
  const isShort = context.meant.split(/\s+/).length <= FEW_WORDS && POINTS.test(context.meant);
  // What is proposed is corrected or answered; what was only asked before it is over.
  if (context.state.proposal && onlyAsks(lastAct.act as Act)) return false;
  if (AND_THAT.test(context.text) && isAsked && namesAnother(context)) return !isSurelyWanted(context);
  if (isAsked && AND_OTHER.test(context.text)) return true;
  if (!isAsked || !isShort || context.meant.includes('?') || !namesAnother(context)) return false;
  return !isSurelyWanted(context) && !soundsBroken(context.meant) && !TELLS_OR_ASKS.test(context.meant);
}

/** "My charger gets really warm, is that ok" only begins as if it named another one. */
const TELLS_OR_ASKS =
  /\b(?:gets?|makes?|feels?|looks?|smells?|sounds?|(?:is|are) (?:that|this|it|they)|how|what|when|why|(?:do|can|could|will|would) (?:you|i))\b/i;

/** "And the second one, ORD-20634? You have mentioned only the first." */
const AND_THAT =
  /^\W*(?:(?:ok|okay|good|thanks|alright)\W+)*(?:and|or|what about|how about|and what about)\b[^.?!]{0,40}\b(?:ORD\W?)?\d{5}\b(?:,? [^.?!]{0,25})?\W*\?/i;

/** "And the other one?", "n the other 1", "what about the one with the cameras?" */
const AND_OTHER =
  /^\W*(?:(?:and|n|or|ok|what about|how about|also)\b\W*)+(?:for |of |with )?(?:the |my )?(?:other (?:one|1|order|parcel|refund)|second (?:one|order)|(?:other )?(?:pending|unpaid|shipped|delivered|cancelled) (?:one|order|parcel)(?: too| as well)?|(?:one|order|parcel) with (?:the |my )?[\w ]{3,30})\W*$/i;

export function doLastAgain(context: TurnContext): void {
  const { act } = context.state.lastAct!;
  context.state.question = null;
  const doer = DOERS[act]!;
  context.meant = withoutKept(context.meant);
  context.routes = [{ ...doer, reason: `act again:${act}`, ...(doer.topic ? {} : { act }) }];
}
