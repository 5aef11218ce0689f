// Questions about what is proposed, which its own words answer once more: what stays as it is, what can still be changed later,
// and what makes its sum. Pure.
import { soldKinds } from '../../agents/technical/read-wish.ts';
import { type ActWords, actWords } from '../../phrases/acts/index.ts';
import type { OpenProposal } from '../conversation-state.ts';
import type { TurnContext } from '../turn-context.ts';
import { CHANGES as CHANGES_IT, YES_FIRST } from './consent.ts';

interface AskedOfIt {
  route: string;
  /** Said before it is shown again; empty: it says all itself. */
  says(words: ActWords): string;
  fits(text: string, proposal: OpenProposal): boolean;
}

const GIVES_BACK: ReadonlySet<string> = new Set(['cancel_order', 'refund_charge']);
const CHANGES: ReadonlySet<string> = new Set(['change_items', 'change_address']);

const ASKED: AskedOfIt[] = [
  // "But will the lamp still come?", of a change of other things.
  {
    route: 'proposal:the rest',
    says: (words) => words.restStays(),
    fits: (text, { tool }) => tool === 'change_items' && STILL_THERE.test(text) && !/\bwhen\b/i.test(text),
  },
  // "What do you mean, only once? If I change my mind again, is it then too late?"
  {
    route: 'proposal:only once',
    says: (words) => words.onlyOnce(),
    fits: (text, { tool }) =>
      tool === 'change_items' && text.includes('?') && ONCE.test(text) && soldKinds(text).length === 0,
  },
  // "If I confirm this, can I still cancel it tomorrow?"
  {
    route: 'proposal:what stays possible',
    says: (words) => words.stillPossible(),
    fits: (text, { tool }) => CHANGES.has(tool) && LATER.test(text) && text.includes('?'),
  },
  // "So it was never sent back until now? Would it come by itself, and on which card?"
  {
    route: 'proposal:not sent yet',
    says: (words) => words.takesYourYes(),
    fits: (text, { tool }) => tool === 'refund_charge' && text.includes('?') && NOT_SENT.test(text),
  },
  // "Wait, what do I get back, and when?"
  {
    route: 'proposal:the money',
    says: (words) => words.refundTakes(),
    fits: (text, { tool }) => GIVES_BACK.has(tool) && MONEY_BACK.test(text) && !/\bORD-\d/i.test(text),
  },
  // "Do I have to send the old one first, or do you send the new one at once?"
  {
    route: 'proposal:which leaves first',
    says: (words) => words.oldOneFirst(),
    fits: (text, { tool }) => tool === 'exchange_item' && text.includes('?') && OLD_FIRST.test(text),
  },
  // "Wait, why 79, the keyboard was 99?"
  {
    route: 'proposal:its sum',
    says: () => '',
    fits: (text, { tool, summary }) =>
      tool === 'change_items' &&
      /\b(why|how come|where does)\b/i.test(text) &&
      (text.match(/\d{2,5}/g) ?? []).some((sum) => new RegExp(`\\b${sum}\\b`).test(summary)),
  },
];

/** The route, and what is said before the proposal is shown again; null: something else is said. */
export function askedOfProposal(
  { text, classification }: TurnContext,
  proposal: OpenProposal,
): { route: string; says: string } | null {
  // A yes is done before what is asked beside it is answered.
  const asked =
    YES_FIRST.test(text) && !CHANGES_IT.test(text) ? undefined : ASKED.find(({ fits }) => fits(text, proposal));
  return asked ? { route: asked.route, says: asked.says(actWords(classification.language)) } : null;
}

const NOT_SENT =
  /\b(?:which|what) card\b|\bnever (?:been )?(?:sent|refunded|paid)\b|\b(?:come|happen|go out|be sent) (?:by itself|alone|automatically|on its own)\b/i;
const MONEY_BACK =
  /\b(?:what|how much) (?:do|will|would) i get\b.{0,12}\bback\b|\bwhen (?:do|will|would) (?:i|it|the money)\b.{0,25}\b(?:money|back|refund|account|card)\b|\bhow long\b.{0,30}\b(?:money|refund|account|card)\b/i;
const OLD_FIRST =
  /\b(?:send|return|give|post)\b.{0,30}\bfirst\b|\b(?:new|other) one\b.{0,25}\b(?:immediately|at once|right away|straight away|first)\b/i;
const ONCE = /\bonly once\b|\bchanged once\b|\bgoes once\b/i;
const STILL_THERE =
  /\b(will|does|is|are|do|what about) (the|my|it|they|that|those|all|everything)\b.{0,40}\b(still|rest|others?|come too|stay)\b/i;
const LATER =
  /\b(can|could|may|will|would|does|do)\b.{0,80}\b(still|later|afterwards|tomorrow|any ?more|also)\b.{0,40}\b(cancel|change|modify|address)\b|\bif i (confirm|agree|say yes|do (this|that|it))\b.{0,60}\b(can|could|may) i\b/i;
