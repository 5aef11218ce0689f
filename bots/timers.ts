// What the bot does when a time has come, without being asked: it comes back to something, or asks for a rating. Only while it
// has the conversation, and never in the middle of something.
import { type ConversationState, stateOf } from '../dialogs/conversation-state.ts';
import { askForRating, maySessionBeRated, momentFor, RATE_CASE, RATE_SESSION } from '../dialogs/exchanges/rating.ts';
import type { Entry, Lane, LaneDecision } from '../models/lane.ts';
import { type PhraseOverrides, type Phrases, phrasesFor } from '../phrases/index.ts';
import { say } from './say.ts';

/** Timers that came due at once are handled one after another. */
export function comeBack(lane: Lane, entries: Entry[], phrases?: PhraseOverrides): LaneDecision {
  const fired = new Set(entries.map((entry) => entry.key));
  let state = lane.state;
  const outbox: LaneDecision['outbox'] = [];
  const timers = lane.timers.filter((timer) => !fired.has(timer.key));
  for (const entry of entries) {
    const decision = onTimer({ ...lane, state, timers }, entry, phrases);
    state = decision.state;
    outbox.push(...decision.outbox);
    if (decision.timers) timers.splice(0, timers.length, ...decision.timers);
  }
  return { state, outbox, timers };
}

function onTimer(lane: Lane, entry: Entry, phrases?: PhraseOverrides): LaneDecision {
  const { name, value } = entry.activity;
  const nothing = { state: lane.state, outbox: [] };
  if (lane.owner !== 'bot' || !lane.state) return nothing;
  if (name === 'follow-up')
    return {
      ...nothing,
      outbox: [say(lane, entry.key, 'follow-up', (value as { text: string }).text, entry.receivedAt)],
    };
  const state = stateOf(lane, entry.receivedAt, Number.POSITIVE_INFINITY);
  const words = phrasesFor(state.language || 'en', phrases);
  if (name === RATE_CASE) return rateCase(lane, state, (value as { caseId: string }).caseId, entry, words);
  if (name !== RATE_SESSION || !maySessionBeRated(state, lane.owner)) return nothing;
  state.ratedAt = entry.receivedAt;
  return askAbout(lane, state, null, entry, words);
}

/** Asks about a closed case, or sets a time at which they are asked instead. */
export function rateCase(
  lane: Lane,
  state: ConversationState,
  caseId: string,
  entry: Entry,
  words: Phrases,
): LaneDecision {
  const moment = momentFor(state, lane.owner, entry.receivedAt);
  if (moment.ask) return askAbout(lane, state, caseId, entry, words);
  if (!moment.again) return { state, outbox: [] };
  const timer = {
    key: `rate:${caseId}:${moment.again.getTime()}`,
    at: moment.again,
    name: RATE_CASE,
    data: { caseId },
  };
  return { state, outbox: [], timers: [...lane.timers.filter((one) => one.name !== RATE_CASE), timer] };
}

function askAbout(
  lane: Lane,
  state: ConversationState,
  caseId: string | null,
  entry: Entry,
  words: Phrases,
): LaneDecision {
  const text = askForRating(state, caseId, words, entry.receivedAt);
  return { state, outbox: [say(lane, entry.key, 'rating', text, entry.receivedAt, { choices: state.choices })] };
}
