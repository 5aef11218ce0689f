// "So did you take the lamp off or not?": what was done is said again; what still waits for a yes is shown again; and where
// nothing was done, that is said.
import { readSmallTalk } from '../../agents/general/small-talk.ts';
import { ofGoods } from '../../agents/goods.ts';
import { actWords } from '../../phrases/acts/index.ts';
import { saysDone } from '../../phrases/says-done.ts';
import { reply, type TurnContext } from '../turn-context.ts';
import { showProposal, yesOrNo } from './proposal.ts';

const ASKS = ofGoods(
  ({ thing }) =>
    new RegExp(
      `^\\W*((and|so|ok(ay)?|wait|but|then|hello|hi|sorry|well)\\W+)*(is (it|that|this|everything|all)( all)?( really)? (done|set|arranged|changed|cancell?ed|removed|sorted|settled|off|booked in|through)\\b|did (?:you|u|ya) (already |now |really |actually )*(do (it|that|this|the|my)\\b|take|cancel|change|remove|arrange|make (it|the)|open|swap|exchange)\\b|have (?:you|u) (already |now )?(done|taken|cancell?ed|changed|removed|arranged|opened|swapped|exchanged)\\b|did (the|that|my|this) .{0,25}\\b(address|change|return|exchange|cancell?ation|swap)( change)? (go through|work|get (done|changed))\\b|(is|was) (the|my) (return|exchange|change|address|order change|swap|cancell?ation|${thing}) (now )?(done|arranged|changed|cancell?ed|removed|opened|off|out|updated|booked)\\b)`,
      'i',
    ),
);
/** "I said send it back. Did you do it or not?" */
const OR_NOT =
  /(?:^|[.!?,]\s+)did (?:you|u) do (?:it|that)(?: or not)?\W*$|\bis (?:that|it|this)(?: one)?(?: really| already)? cancell?ed(?: now| then| already)+\W*$/i;
/** "You haven't changed anything in it, right?" */
const HAS_NOT =
  /(?:^|[.!?,]\s+)(?:and |so |but )?(?:you|u) (?:have ?n'?t|did ?n'?t|have not|did not|havent|didnt)(?: really| actually)? (?:changed?|cancel(?:l?ed)?|done|do|touch(?:ed)?|removed?|order(?:ed)?|sen[td]|exchanged?|open(?:ed)?)\b[^.!?]{0,40}(?:\?|,? right\W*$|,? have you\W*$|,? did you\W*$)/i;
/** "Nothing was exchanged?", "so nothing has been sent, right?" */
const NOTHING_WAS =
  /(?:^|[.!?,]\s+)(?:so |and )?nothing (?:was|has been|is) (?:\w+ )?(?:exchanged|changed|cancell?ed|sent|returned|ordered|done|booked)\b[^.!?]{0,20}\?/i;
const MOST_WORDS = 24;

/** True: it was that, and is answered. */
export function tellIfDone(context: TurnContext): boolean {
  const { state, meant, classification } = context;
  const isAsked =
    (ASKS().test(meant) || HAS_NOT.test(meant) || NOTHING_WAS.test(meant) || OR_NOT.test(meant)) &&
    meant.split(/\s+/).length <= MOST_WORDS &&
    readSmallTalk(meant) === null;
  if (!isAsked || state.openCase?.subject === 'TECHNICAL_SUPPORT') return false;
  const words = actWords(classification.language);
  const waits = state.proposal ?? state.dropped;
  if (waits) {
    context.route = 'proposal:not done yet';
    reply(context, `${words.notDoneYet()}\n\n${showProposal(context, waits)}`, yesOrNo(context));
    return true;
  }
  const done = state.said.findLast(({ role, text }) => role === 'bot' && saysDone(text))?.text;
  if (done === undefined && state.said.length === 0) return false;
  context.route = done ? 'proposal:done before' : 'proposal:nothing done';
  const sentence = done?.split('\n\n').find((part) => saysDone(part));
  reply(context, sentence ? context.words.again({ sentence }) : words.nothingDoneSoFar());
  return true;
}
