// The last reply offered something to pick from: "2", "the second one", the option's words or its button all mean its
// value, on every channel.
import type { Step } from '../../core/compose.ts';
import type { Choice } from '../../models/activity.ts';
import { isNeverMind, isNotNow, readYesNo } from '../exchanges/yes-no.ts';
import { lastLookedUp, wantsAgain } from '../reading/again.ts';
import type { TurnContext } from '../turn-context.ts';

const ORDINALS: RegExp[] = [
  /^(1|1st|one|first|newest|latest|most recent|el primero|la primera|le premier|la premi[eè]re|de[rn] erste[n]?|die erste)$/,
  /^(2|2nd|two|second|other|el segundo|la segunda|le deuxi[eè]me|la deuxi[eè]me|de[rn] zweite[n]?|die zweite)$/,
  /^(3|3rd|three|third|el tercero|la tercera|le troisi[eè]me|la troisi[eè]me|de[rn] dritte[n]?|die dritte)$/,
  /^(4|4th|four|fourth)$/,
  /^(5|5th|five|fifth)$/,
  /^(6|6th|six|sixth)$/,
];

export const choose: Step<TurnContext> = async (context, next) => {
  const { choices } = context.state;
  context.offered = choices;
  const { question, proposal } = context.state;
  if (context.entries.length === 1 && choices.length === 0)
    context.declined = !question && !proposal && (readYesNo(context.text) === 'no' || isNeverMind(context.text));
  if (choices.length > 0 && context.entries.length === 1) {
    const picked = pickChoice(context.text, choices);
    if (picked) context.text = picked.value;
    else if (choices.length === 1 && !isAskedElse(context)) answerOffer(context, choices[0]!);
  }
  context.state.choices = [];
  lookAgain(context);
  await next();
};

/** The last reply asked for something else than the one thing that it offered. */
function isAskedElse({ state }: TurnContext): boolean {
  if (state.proposal) return true;
  const { question } = state;
  if (question?.kind !== 'agent') return question !== null;
  return state.lastReply.includes(question.asked) || !state.lastReply.trim().endsWith('?');
}

/** "Are you sure? Look again": what was asked before is asked once more. */
function lookAgain(context: TurnContext): void {
  const { state, services } = context;
  const wish = context.entries.length === 1 && !state.proposal && !state.openCase ? wantsAgain(context.text) : null;
  if (!wish || (state.question?.kind === 'agent' && state.question.agent === 'technical')) return;
  const before = wish === 'only' ? lastLookedUp(state, services.classify) : context.text;
  if (before === null) return;
  context.again = true;
  context.text = before;
  context.meant = before;
}

/** "Ok" behind a statement only says that it was read. */
function isHeard(text: string): boolean {
  return /^\W*(ok(ay)?|okey|k|alright|all right|fine|right|vale|d'accord|gut|klar)\W*$/i.test(text);
}

/** "Shall I bring in a colleague?": yes takes what was offered, no is heard. */
function answerOffer(context: TurnContext, offered: Choice): void {
  // "Yes. Harper Design LLC, …, for ORD-20582": a yes, with what the colleague is to know.
  const isPerson = offered.value === context.words.personChoice().value;
  const beside = isPerson ? wishBesideYes(context.text) : null;
  if (beside !== null) {
    context.alsoPerson = true;
    context.text = beside;
    return;
  }
  const isWithMore = YES_AND.test(context.text) && !context.text.includes('?') && context.state.lastReply.includes('?');
  const said = isWithMore && isPerson ? 'yes' : readYesNo(context.text);
  // Behind an article nobody was asked anything: "ok please do it" takes no colleague.
  const isAsked = context.state.lastReply.includes('?');
  const isOfAct = isPerson && /\b(do it|do that|go ahead)\b/i.test(context.text);
  if (said === 'yes' && (isAsked || !(isOfAct || isHeard(context.text)))) context.text = offered.value;
  context.declined = said === 'no' || isNotNow(context.text);
}

/** "Yes please, do that. And how long are your gift cards valid?": a colleague, and what else is asked; null: nothing else is. */
function wishBesideYes(text: string): string | null {
  const [, yes = '', rest = ''] = YES_ALSO.exec(text) ?? [];
  const isWish = rest.includes('?') || ASKS.test(rest);
  // "Ok, maybe later. My keyboards …", "ok, no need for a colleague": nobody is called.
  if (ONLY_HEARD.test(yes) || TURNS_DOWN.test(rest)) return null;
  return readYesNo(yes) === 'yes' && isWish && rest.trim().split(/\s+/).length >= FEWEST_WORDS ? rest : null;
}

/** "Ok", "ok thank you": it was read, and nothing is agreed to. */
const ONLY_HEARD = /^\W*(ok(ay)?|okey|alright|all right|fine|right)\b(?!.*\b(yes|yep|yeah|sure|please|do)\b)/i;
const TURNS_DOWN = /^\W*(no\b|not\b|maybe later|later\b|never ?mind|do ?n'?t\b|leave it)/i;
const FEWEST_WORDS = 3;
const YES_ALSO =
  /^\W*((?:ye+s+|yep|yeah|sure|ok|okay|please do)\b[^.!?;]{0,40}?)[.!;,]+\s*(?:and |but )?(?:can you )?(?:also )?(.+)$/is;
const ASKS = /^\W*(can|could|may|do|does|is|are|how|what|when|where|which|i (also )?(want|need|would like|'d like))\b/i;

const YES_AND =
  /^\W*(yes|yes please|yep|yeah|sure|please do|ok|s[ií]|oui|ja)( please| bitte| por favor)?[.,!;:]\s+(?!but\b)\S+/i;

/** The choice that this text names, if it names one and nothing else. */
export function pickChoice(text: string, choices: readonly Choice[]): Choice | undefined {
  const said = text
    .toLowerCase()
    .replace(/[.!)#]+/g, '')
    .replace(/^(number|option|reply|the)\s+/, '')
    .replace(/\s+(one|option|please)$/, '')
    .trim();
  const named = choices.find((choice) =>
    [choice.title, choice.value].some(
      (words) =>
        words
          .toLowerCase()
          .replace(/[.!)#]+/g, '')
          .trim() === said,
    ),
  );
  if (named) return named;
  if (/^(last|the last)$/.test(said)) return choices.at(-1);
  return choices[ORDINALS.findIndex((ordinal) => ordinal.test(said))];
}
