// The bot saw a danger, a fraud or a stranger in the account, opened a case, and the customer says that nothing of it is so: the case
// stays with the people, who read that, and the bot goes on with what was asked. Who despairs is never believed to be well.
import { fold } from '../../core/fold.ts';
import { talkWords } from '../../phrases/talk/index.ts';
import { DENIED } from '../reading/risks/denied.ts';
import { isPlainRisk, readRisk } from '../reading/risks/index.ts';
import { readOnly, reply, type TurnContext } from '../turn-context.ts';

/** Surprise at the case, and what was really asked. */
const ONLY_WANTED =
  /\b(?:i|we)(?:'m| was| am| did| do)? (?:only|just) (?:want\w*|ask\w*|meant|need\w*|wonder\w*|curious)\b/;
const CALLED_OFF: ReadonlySet<string> = new Set(['danger', 'fraud', 'takeover', 'legal', 'privacy']);
const FEWEST_WORDS = 3;

/** True: the turn is settled by it; false: it goes on, with what else was said. */
export function meetCalledOff(context: TurnContext): boolean {
  const { state, text, classification } = context;
  const open = state.openCase;
  if (!open || open.calledOff || isRisky(text, open.reasons)) return false;
  // What smokes is dangerous, whatever they make of it.
  const isGrave = open.reasons.some((one) => !CALLED_OFF.has(one)) || (open.isPlain && open.reasons.includes('danger'));
  if (isGrave || open.reasons.length === 0) return false;
  const said = fold(text);
  if (!DENIED.test(said) && !ONLY_WANTED.test(said)) return false;
  state.openCase = { ...open, calledOff: true };
  context.followUpRequired = true;
  const told = talkWords(classification.language).calledOff({ caseId: open.id });
  const rest = restOf(text) ?? askedBefore(context);
  if (rest === null) {
    context.route = 'risk:called off';
    reply(context, told);
    return true;
  }
  context.prefix = told;
  readOnly(context, rest);
  return false;
}

/** Another risk, or the same in plain words. */
function isRisky(text: string, reasons: readonly string[]): boolean {
  const risk = readRisk(text);
  return risk !== null && !(reasons.includes(risk) && ONLY_WANTED.test(fold(text)) && !isPlainRisk(text));
}

/** What is said beside it; null: nothing that could be a question. */
function restOf(text: string): string | null {
  const parts = text.split(/(?<=[.!?])\s+/);
  const rest = parts
    .filter((part) => !DENIED.test(fold(part)) && !SURPRISED.test(part))
    .filter((part) => part.split(/\s+/).length >= FEWEST_WORDS);
  return rest.some((part) => ASKS.test(part)) ? rest.join(' ') : null;
}

/** "Account security?" */
const SURPRISED = /^\W*(?:[\w']+\W+){0,5}(?:account|security|case|danger|emergency|fraud|police)(?: \w+)?\W*\?\W*$/i;

const ASKS =
  /\?|\b(?:only|just) (?:want|ask|need|wonder)|^\W*(?:(?:and|so|but|please|just|ok|i said)\W+)*(?:how|what|when|where|why|which|who|can|could|do|does|is|are|will|tell|show|cancel|send|return|change|i(?:'d| would| want| need))\b/i;

/** What was asked when the case was opened, in this very conversation; null: too long ago. */
function askedBefore({ state }: TurnContext): string | null {
  const last = state.said.findLastIndex(({ role }) => role === 'customer');
  const isJustNow = last >= 0 && last >= state.said.length - 2 && state.lastReply.includes(state.openCase!.id);
  const asked = isJustNow ? state.said[last]!.text : '';
  return readRisk(asked) !== null && asked.includes('?') ? asked : null;
}
