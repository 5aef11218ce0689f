// How satisfied were you? Asked once per case; a number from 1 to 5 in any form is the answer, anything else is a new topic
// and the question is dropped.
import { deriveId } from '../../core/ids.ts';
import type { Phrases } from '../../phrases/index.ts';
import type { ConversationState, RatingQuestion } from '../conversation-state.ts';
import { tellCase } from '../escalate.ts';
import { reply, type TurnContext } from '../turn-context.ts';

const SCORES = [5, 4, 3, 2, 1];

/** Opens the question; returns what is asked. */
export function askForRating(state: ConversationState, caseId: string, words: Phrases): string {
  state.question = { kind: 'rating', caseId };
  state.choices = SCORES.map((score) => ({ title: words.score(score), value: String(score) }));
  return words.askRating();
}

/** False: the customer writes about something else. */
export function resumeRating(context: TurnContext, question: RatingQuestion): boolean {
  context.state.question = null;
  const score = readScore(context.text);
  if (score === null) return false;
  context.route = 'rating';
  tellCase(context, question.caseId, 'case.rated', { score }, deriveId(question.caseId, 'rating'));
  reply(context, score >= 3 ? context.words.thanksForRating() : context.words.sorryForRating());
  return true;
}

const WORDS: [RegExp, number][] = [
  [/^(excellent|perfect|great|amazing|very good)$/, 5],
  [/^(good|fine)$/, 4],
  [/^(ok|okay|so so|average)$/, 3],
  [/^(bad|poor)$/, 2],
  [/^(terrible|awful|very bad)$/, 1],
];

/** "4", "4/5", "★★★★", "four stars", "great": 1 to 5; null for anything else. */
export function readScore(text: string): number | null {
  const said = text
    .trim()
    .toLowerCase()
    .replaceAll('\uFE0F', '')
    .replace(/[.!]+$/, '');
  const stars = /^[★⭐]+$/u.test(said) ? [...said].filter((sign) => sign === '★' || sign === '⭐').length : 0;
  if (stars >= 1 && stars <= 5) return stars;
  const digit =
    /^(?:i(?:'d| would)? (?:say|give (?:it|you)) )?(?:a )?([1-5])(?:\s*(?:\/|out of|of|von|sur|de)\s*5)?(?:\s*stars?)?$/.exec(
      said,
    )?.[1];
  if (digit) return Number(digit);
  const named = ['one', 'two', 'three', 'four', 'five'].indexOf(said.replace(/\s*stars?$/, ''));
  if (named >= 0) return named + 1;
  return WORDS.find(([sign]) => sign.test(said))?.[1] ?? null;
}
