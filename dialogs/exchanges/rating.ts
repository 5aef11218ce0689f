// How satisfied were you? Asked once per case, and now and then about what the bot settled alone; never in the middle of
// something. A number from 1 to 5 in any form is the answer, also hours later, as long as nothing else was said; anything else is
// a new topic, after which only what names itself a rating is one.
import { deriveId } from '../../core/ids.ts';
import type { LaneTimer } from '../../models/lane.ts';
import type { Phrases } from '../../phrases/index.ts';
import type { ConversationState } from '../conversation-state.ts';
import { tellCase } from '../escalate.ts';
import { reply, type TurnContext } from '../turn-context.ts';

const SCORES = [5, 4, 3, 2, 1];
const MINUTE_MS = 60_000;
/** Somebody who has just written is in the middle of something. */
const QUIET_MS = 10 * MINUTE_MS;
/** Later nobody remembers. */
const TOO_LATE_MS = 12 * 60 * MINUTE_MS;
/** For so long an answer still belongs to its question. */
const ANSWERED_WITHIN_MS = 72 * 60 * MINUTE_MS;
const RATED_EVERY_MS = 30 * 1440 * MINUTE_MS;
/** Small talk is not worth a rating. */
const SPECIALISTS: ReadonlySet<string> = new Set(['order', 'shipping', 'billing', 'technical']);
export const RATE_SESSION = 'rate session';
export const RATE_CASE = 'rate case';

/** Opens the question; returns what is asked. */
export function askForRating(state: ConversationState, caseId: string | null, words: Phrases, askedAt: Date): string {
  state.question = { kind: 'rating' };
  state.rating = { caseId, askedAt, isLast: true };
  state.choices = SCORES.map((score) => ({ title: words.score(score), value: String(score) }));
  return words.askRating();
}

export type Moment = { ask: true } | { ask: false; again?: Date };

/** Is this the moment to ask about a closed case? `again`: they are in the middle of something, so later. */
export function momentFor(state: ConversationState, owner: string, now: Date): Moment {
  if (owner !== 'bot' || state.openCase || state.blocked) return { ask: false };
  const lastMs = new Date(state.session.lastAt).getTime();
  const closedMs = state.lastCase ? new Date(state.lastCase.closedAt).getTime() : lastMs;
  if (now.getTime() - closedMs > TOO_LATE_MS) return { ask: false };
  const goesOn = lastMs > closedMs && now.getTime() - lastMs < QUIET_MS;
  if (!goesOn && !state.question && !state.proposal) return { ask: true };
  return { ask: false, again: new Date(Math.max(lastMs, now.getTime()) + QUIET_MS) };
}

/** Is this the moment to ask about a session that the bot settled? */
export function maySessionBeRated(state: ConversationState, owner: string): boolean {
  return owner === 'bot' && !state.openCase && !state.blocked && !state.question && !state.proposal;
}

/** The timers of the lane with the one that asks about this session, if there is something to ask about. */
export function withRatingTimer(context: TurnContext, timers: LaneTimer[]): LaneTimer[] {
  const { lane, state, settings, services, entries } = context;
  const others = timers.filter((timer) => timer.name !== RATE_SESSION);
  const minutes = settings.desk.rateSessionMinutes;
  const nowMs = services.clock.nowMs();
  const isRated = state.ratedAt !== undefined && nowMs - new Date(state.ratedAt).getTime() < RATED_EVERY_MS;
  const isPersons = lane.owner !== 'bot' || state.openCase !== null;
  // Whoever has just had a case is asked about that.
  const hadCase = state.lastCase !== null && nowMs - new Date(state.lastCase.closedAt).getTime() < TOO_LATE_MS;
  if (minutes === 0 || isRated || isPersons || hadCase || lane.reference.channel === 'sms') return others;
  const isSettled = context.outcome === 'settled' && context.answers.some(({ route }) => SPECIALISTS.has(route.agent));
  if (!isSettled && others.length === timers.length) return others;
  return [...others, { key: `rate:${entries[0]!.key}`, at: new Date(nowMs + minutes * MINUTE_MS), name: RATE_SESSION }];
}

/** False: the customer writes about something else, or was not asked. */
export function takeRating(context: TurnContext): boolean {
  const { state, words, services } = context;
  const asked = state.rating;
  if (state.question?.kind === 'rating') state.question = null;
  if (!asked || state.openCase) return false;
  if (services.clock.nowMs() - new Date(asked.askedAt).getTime() > ANSWERED_WITHIN_MS) {
    state.rating = null;
    return false;
  }
  const score = asked.isLast || NAMES_ITSELF.test(context.text) ? readScore(context.text) : null;
  if (score === null) return false;
  state.rating = null;
  context.route = 'rating';
  const isGood = score >= 3;
  if (asked.caseId === null) {
    context.rating = score;
    if (isGood) reply(context, words.thanksForRating());
    else reply(context, words.sorryForBotRating(), [words.personChoice()]);
    return true;
  }
  tellCase(context, asked.caseId, 'case.rated', { score }, deriveId(asked.caseId, 'rating'));
  reply(context, isGood ? words.thanksForRating() : words.sorryForRating());
  return true;
}

/** "4/5", "★★★★", "four stars": not a number of anything else. */
const NAMES_ITSELF = /[★⭐]|\bstars?\b|[1-5]\s*(\/|out of|of|von|sur|de)\s*5\b/i;

const WORDS: [RegExp, number][] = [
  [/^(excellent|perfect|great|amazing|very good)$/, 5],
  [/^(good|fine)$/, 4],
  [/^(ok|okay|so so|average)$/, 3],
  [/^(bad|poor)$/, 2],
  [/^(terrible|awful|very bad)$/, 1],
];

/** "4", "4/5", "★★★★", "four stars", "great": 1 to 5; null for anything else. */
function readScore(text: string): number | null {
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
