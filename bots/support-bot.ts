// What the bot does with each kind of entry. A customer's message becomes a turn; a person's words are passed on; the
// rest is noted. It decides, and never sends.
import type { Agents } from '../agents/index.ts';
import type { Runner } from '../agents/runner.ts';
import { deriveId } from '../core/ids.ts';
import { type ConversationState, stateOf } from '../dialogs/conversation-state.ts';
import { dueInWords } from '../dialogs/due-in-words.ts';
import { escalate, forwardToCase, withOrders } from '../dialogs/escalate.ts';
import type { TurnContext, TurnServices } from '../dialogs/turn-context.ts';
import { runTurn } from '../dialogs/turn-dialog.ts';
import { recordOf } from '../dialogs/turn-record.ts';
import type { Activity } from '../models/activity.ts';
import type { Entry, Lane, LaneDecision, LaneHandler, NewOutboxItem } from '../models/lane.ts';
import type { SettingsSource } from '../models/settings.ts';
import type { TurnRecord } from '../models/turn.ts';
import { phrasesFor } from '../phrases/index.ts';
import { turnAway } from './blocked.ts';
import { showWaiting } from './case-status.ts';
import { actForDesk, passOn } from './desk-entries.ts';
import { isWatch, lookAgain } from './look-again.ts';
import { announceOwner } from './owner-news.ts';
import { waitingOf } from './queue-news.ts';
import { BOT } from './say.ts';
import { comeBack } from './timers.ts';

export interface SupportBotDeps extends TurnServices {
  agents: Agents;
  runner: Runner;
  settings: SettingsSource;
  /** Whether the last reply of a turn carries its record (outside production). */
  showTurns: boolean;
}

const NO_SIGNAL = new AbortController().signal;

export function createSupportBot(deps: SupportBotDeps): LaneHandler {
  return {
    decide: async (lane, entries, signal) => noteSpoken(lane, await decide(deps, lane, entries, signal)),
    giveUp: (lane, entries, cause) => giveUp(deps, lane, entries, cause),
  };
}

async function decide(deps: SupportBotDeps, lane: Lane, entries: Entry[], signal: AbortSignal): Promise<LaneDecision> {
  switch (entries[0]!.kind) {
    case 'message':
      return decideTurn(deps, lane, entries, signal);
    case 'staff':
      return passOn(lane, entries);
    case 'owner':
      return announceOwner(lane, entries, deps.settings.current());
    case 'timer':
      return decideTimers(deps, lane, entries, signal);
    case 'action':
      return actForDesk(newContext(deps, lane, entries, signal));
    default:
      return note(deps, lane, entries);
  }
}

/** Something was said after a rating was asked for: a bare number is no answer to it any more. */
function noteSpoken(before: Lane, decision: LaneDecision): LaneDecision {
  const asked = (before.state as ConversationState | null)?.rating;
  const state = decision.state as ConversationState | null;
  const isAnother = decision.outbox.some((item) => item.kind === 'send');
  if (!asked?.isLast || !isAnother || state?.rating !== asked) return decision;
  return { ...decision, state: { ...state, rating: { ...asked, isLast: false } } };
}

/** What came due at once, one after another: promises to look need the tools, the rest only words. */
async function decideTimers(
  deps: SupportBotDeps,
  lane: Lane,
  entries: Entry[],
  signal: AbortSignal,
): Promise<LaneDecision> {
  const plain = entries.filter((entry) => !isWatch(entry));
  const decision = comeBack(lane, plain, deps.settings.current().phrases);
  for (const entry of entries.filter(isWatch)) {
    const now = { ...lane, state: decision.state, timers: decision.timers ?? lane.timers };
    const looked = await lookAgain(newContext(deps, now, [entry], signal), entry);
    decision.state = looked.state;
    decision.outbox.push(...looked.outbox);
    decision.timers = looked.timers ?? now.timers.filter((timer) => timer.key !== entry.key);
  }
  return decision;
}

async function decideTurn(
  deps: SupportBotDeps,
  lane: Lane,
  entries: Entry[],
  signal: AbortSignal,
): Promise<LaneDecision> {
  const context = newContext(deps, lane, entries, signal);
  const away = turnAway(context);
  if (away) return away;
  await runTurn(context);
  return decisionOf(context, deps.showTurns);
}

function newContext(deps: SupportBotDeps, lane: Lane, entries: Entry[], signal: AbortSignal): TurnContext {
  const settings = deps.settings.current();
  const text = entries
    .map((entry) => entry.activity.text ?? '')
    .filter((line) => line !== '')
    .join('\n');
  return {
    lane,
    entries,
    settings,
    services: deps,
    signal,
    state: stateOf(lane, entries[0]!.receivedAt, settings.sessionIdleMinutes),
    text,
    meant: text,
    again: false,
    declined: false,
    offered: [],
    classification: {
      intents: [{ intent: 'OUT_OF_SCOPE', confidence: 0 }],
      priority: 'MEDIUM',
      sentiment: { label: 'NEUTRAL', score: 0 },
      entities: {},
      language: 'en',
      confidence: 0,
    },
    words: phrasesFor('en', settings.phrases),
    routes: [],
    exchange: null,
    prefix: '',
    followUps: [],
    timers: lane.timers,
    answers: [],
    replies: [],
    effects: [],
    route: '',
    outcome: 'settled',
    followUpRequired: false,
    opened: null,
    reopened: false,
  };
}

function decisionOf(context: TurnContext, showTurns: boolean): LaneDecision {
  const { state, lane } = context;
  const record = recordOf(context);
  return {
    state,
    outbox: [...repliesOf(context, showTurns ? record : null), ...statusOf(context), ...context.effects],
    timers: context.timers,
    turn: record,
    sessionFrom: state.session.startedAt,
    ...((context.opened || context.reopened) && lane.owner === 'bot' ? { owner: 'waiting' } : {}),
  };
}

/** A case that was opened in this turn, or that came along, is shown as it waits. */
function statusOf(context: TurnContext): NewOutboxItem[] {
  return context.opened || context.reopened ? showWaiting(context, context.entries[0]!.key) : [];
}

/** The replies as outbox items; the last one carries the turn's record, if given. The ids are derived: a repeat makes the same. */
function repliesOf(context: TurnContext, record: TurnRecord | null): NewOutboxItem[] {
  const { lane, entries, replies } = context;
  const answers = entries.map((entry) => entry.activity.id);
  return replies.map((one, at): NewOutboxItem => {
    const id = deriveId(lane._id, entries[0]!.key, 'reply', String(at));
    const isLast = at === replies.length - 1;
    const waiting = waitingOf(context);
    const activity: Activity = {
      type: 'message',
      id,
      timestamp: context.services.clock.now(),
      from: BOT,
      text: one.text,
      ...(one.choices ? { choices: one.choices } : {}),
      replyToId: entries.at(-1)!.activity.id,
      channelData: { answers, ...waiting, ...(isLast && record ? { turn: record } : {}) },
    };
    return { id, kind: 'send', activity };
  });
}

/** Edits, deletions and reactions change no answer; a person who has the case sees them. */
function note(deps: SupportBotDeps, lane: Lane, entries: Entry[]): LaneDecision {
  const context = newContext(deps, lane, entries, NO_SIGNAL);
  const isForPerson = lane.owner !== 'bot' && context.state.openCase !== null;
  if (isForPerson && ['edit', 'delete'].includes(entries[0]!.kind)) forwardToCase(context, context.state.openCase!.id);
  return { state: lane.state, outbox: context.effects };
}

/** Three tries, and still no turn: the truth, and a person. */
function giveUp(deps: SupportBotDeps, lane: Lane, entries: Entry[], cause: unknown): LaneDecision {
  const context = newContext(deps, lane, entries, NO_SIGNAL);
  const deadLetter = { reason: 'poison', cause: cause instanceof Error ? cause.name : 'unknown' };
  if (entries[0]!.kind !== 'message') return { state: lane.state, outbox: [], deadLetter };
  context.classification.priority = 'HIGH';
  context.route = 'poison';
  escalate(context, {
    reason: 'poison',
    reasons: [],
    summary: 'The bot could not handle a message and gave it up after three tries.',
  });
  context.outcome = 'poison';
  context.followUpRequired = true;
  const { openCase } = context.state;
  const due = { caseId: openCase!.id, due: dueInWords(context, openCase!.dueAt) };
  context.replies = [{ text: withOrders(context, context.words.couldNotHandle(due)) }];
  return { ...decisionOf(context, deps.showTurns), deadLetter };
}
