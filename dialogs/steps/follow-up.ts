// What stays when the turn is over: the conversation so far, within its bounds, what is to be done later without being
// asked, and whether somebody must come back to it.
import { readProblem } from '../../agents/technical/read-wish.ts';
import type { Step } from '../../core/compose.ts';
import type { LaneTimer } from '../../models/lane.ts';
import { withRatingTimer } from '../exchanges/rating.ts';
import { remember } from '../remembering.ts';
import type { TurnContext } from '../turn-context.ts';

const MOST_MOODS = 5;
const MOST_PROBLEMS = 10;
const MINUTE_MS = 60_000;
const BUG = /\bBUG-[0-9A-Z]{4,12}\b/g;

export const followUp: Step<TurnContext> = async (context, next) => {
  const { classification, state } = context;
  const order = classification.entities.orderIds?.[0];
  const topic = order ? `${classification.intents[0]!.intent} ${order}` : classification.intents[0]!.intent;
  remember(
    state,
    [
      { role: 'customer', text: context.text },
      ...context.replies.map((one) => ({ role: 'bot' as const, text: one.text })),
    ],
    topic,
  );
  const bugId = context.replies.flatMap(({ text }) => text.match(BUG) ?? []).at(-1);
  if (bugId) state.bugId = bugId;
  state.leftOff = null;
  // What was wanted is what a correction means, until something else is settled.
  if (!/\b(act|act again|resume|proposal|correction)\b/.test(context.route)) state.lastAct = null;
  state.choices = context.replies.at(-1)?.choices ?? [];
  state.sinceUnhelpful += 1;
  state.moods = [...state.moods, classification.sentiment.score].slice(-MOST_MOODS);
  rememberProblem(context);
  context.timers = withRatingTimer(context, timersAfter(context));
  if (context.opened || context.followUps.length > 0) context.followUpRequired = true;
  await next();
};

/** What is looked at now, so that it is noticed when the customer comes back with it. */
function rememberProblem(context: TurnContext): void {
  const about = problemOf(context);
  if (!about || context.answers.length === 0) return;
  const rest = context.state.problems.filter((one) => one.about !== about);
  context.state.problems = [...rest, { about, at: context.services.clock.now() }].slice(-MOST_PROBLEMS);
}

/** A technical problem by its product and what is wrong with it; null for anything else. */
export function problemOf({ classification, meant }: TurnContext): string | null {
  if (classification.intents[0]!.intent !== 'TECHNICAL_SUPPORT') return null;
  const problem = readProblem(meant);
  return problem ? `TECHNICAL_SUPPORT ${problem}` : null;
}

/** A question is overtaken when its agent speaks again, and when a person takes over; a promise to look only by a newer one. */
function timersAfter(context: TurnContext): LaneTimer[] {
  const spoke = new Set(context.answers.map(({ route }) => `follow-up:${route.agent}`));
  const replaced = new Set(context.followUps.map((one) => one.about));
  const kept = context.lane.timers.filter(
    ({ name, data }) =>
      name !== 'follow-up' ||
      (data?.watch ? !replaced.has(data.about!) : !(context.opened || spoke.has(`follow-up:${data?.agent}`))),
  );
  const head = context.entries[0]!.key;
  const made = context.followUps.map(
    ({ agent, about, afterMinutes, text, watch }, at): LaneTimer => ({
      key: `follow-up:${head}:${at}`,
      at: new Date(context.services.clock.nowMs() + afterMinutes * MINUTE_MS),
      name: 'follow-up',
      data: { agent, about, text, ...(watch ? { watch: watch.what, orderId: watch.orderId, was: watch.was } : {}) },
    }),
  );
  return [...kept, ...made];
}
