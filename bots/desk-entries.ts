// What reaches a customer's lane from the desk and from the clock: who speaks now, a person's words, and what the bot is
// asked to do for the desk. Each is decided like a turn, and nothing is sent from here.
import { isOpen, whenOpen } from '../cases/due.ts';
import { deriveId } from '../core/ids.ts';
import { type ConversationState, stateOf } from '../dialogs/conversation-state.ts';
import { dueInWords } from '../dialogs/due-in-words.ts';
import { tellCase } from '../dialogs/escalate.ts';
import { apologyFor, type DecidedApproval, perform, proposeChanged } from '../dialogs/exchanges/approval.ts';
import type { TurnContext } from '../dialogs/turn-context.ts';
import type { Activity } from '../models/activity.ts';
import type { CaseStatus, Closing, StaffMember } from '../models/case.ts';
import type { Entry, Lane, LaneDecision, NewOutboxItem } from '../models/lane.ts';
import type { Intent } from '../models/turn.ts';
import { codeWords } from '../phrases/codes/index.ts';
import { type PhraseOverrides, type Phrases, phrasesFor } from '../phrases/index.ts';
import { queueNews, waitingOf } from './queue-news.ts';
import { say } from './say.ts';
import { rateCase } from './timers.ts';

/** A person's words, as they are. */
export function passOn(lane: Lane, entries: Entry[]): LaneDecision {
  const outbox = entries.map((entry): NewOutboxItem => {
    const id = deriveId(lane._id, entry.key, 'staff');
    const { activity } = entry;
    return {
      id,
      kind: 'send',
      activity: { ...activity, id, type: 'message', from: { ...activity.from, role: 'user' } },
    };
  });
  const state = lane.state as ConversationState | null;
  const said = entries.map((entry) => ({
    role: 'bot' as const,
    text: `(${entry.activity.from.name}) ${entry.activity.text ?? ''}`,
  }));
  return { state: state ? { ...state, said: [...state.said, ...said].slice(-12) } : state, outbox };
}

interface OwnerNews {
  caseId?: string;
  status?: CaseStatus;
  closing?: Closing;
  dueAt?: Date | string;
  intent?: string;
  /** Whom the new owner follows. */
  before?: string;
  /** Said where the customer is now, and not here. */
  isQuiet?: boolean;
}

/** The owner changed (the store has applied it already): the customer is told who speaks now. */
export function announceOwner(lane: Lane, entries: Entry[], phrases?: PhraseOverrides): LaneDecision {
  const state = lane.state as ConversationState | null;
  const words = phrasesFor(state?.language || 'en', phrases);
  const last = entries.at(-1)!;
  const news = (last.activity.value ?? {}) as OwnerNews;
  const text = news.isQuiet ? null : ownerWords(words, lane, last.activity.from.name, news);
  // A person may speak to somebody with whom the bot never did.
  const known = stateOf(lane, last.receivedAt, Number.POSITIVE_INFINITY);
  const after = afterOwner(known, lane, news, last.receivedAt);
  if (!text) return { state: after, outbox: [] };
  // The page stops showing a place in the queue once somebody is there or the case is over.
  const waiting = lane.owner === 'waiting' ? {} : { channelData: { waiting: null } };
  return { state: after, outbox: [say(lane, last.key, 'owner', text, last.receivedAt, waiting)] };
}

function ownerWords(words: Phrases, lane: Lane, name: string | undefined, news: OwnerNews): string | null {
  if (lane.owner === 'waiting') return name && news.status === 'open' ? words.personLeft({ name }) : null;
  if (lane.owner !== 'bot' && name)
    return news.before ? words.personTakesOver({ name, before: news.before }) : words.personJoined({ name });
  if (lane.owner !== 'bot') return null;
  // The bot has said it already, or is about to.
  if (['approved', 'declined', 'changed', 'withdrawn'].includes(news.closing?.code ?? '')) return null;
  if (news.closing?.code === 'customer silent') return words.closedGently();
  return news.status === 'resolved' ? words.resolved() : words.backToBot();
}

/** What the bot knows after a change of hands: the open case, or how it ended. */
function afterOwner(state: ConversationState, lane: Lane, news: OwnerNews, at: Date): ConversationState {
  if (lane.owner !== 'bot') return { ...state, openCase: caseNow(state, news, at) };
  if (!state.openCase) return state;
  const { closing } = news;
  const boundary = closing
    ? [
        `[A person settled case ${state.openCase.id}: ${closing.code}.`,
        closing.promised ? ` Promised: ${closing.promised}.` : '',
        closing.facts ? ` Known now: ${closing.facts}.` : '',
        ']',
      ].join('')
    : `[A person gave case ${state.openCase.id} back.]`;
  return {
    ...state,
    said: [...state.said, { role: 'bot' as const, text: boundary }].slice(-12),
    lastCase: { ...state.openCase, closedAt: at, ...(closing?.promised ? { promised: closing.promised } : {}) },
    openCase: null,
    proposal: null,
    nextProposals: [],
    question: null,
    moods: [],
    unhelpful: 0,
  };
}

/** Somebody stepped in, or the case became part of another one: what is said here belongs to that one. */
function caseNow({ openCase }: ConversationState, { caseId, dueAt, intent }: OwnerNews, at: Date) {
  if (openCase && (!caseId || openCase.id === caseId))
    return dueAt ? { ...openCase, dueAt: new Date(dueAt) } : openCase;
  if (!caseId) return openCase;
  const subject = (intent ?? 'GENERAL_INFO') as Intent;
  return { id: caseId, subject, dueAt: new Date(dueAt ?? at), reasons: [] };
}

/** What the desk asks the bot to do: ask for a rating, say that it takes longer, do what was approved. */
export async function actForDesk(context: TurnContext): Promise<LaneDecision> {
  const { lane, entries, state } = context;
  const entry = entries[0]!;
  const words = phrasesFor(state.language || 'en', context.settings.phrases);
  const reply = (text: string, extras: Partial<Activity> = {}): LaneDecision => ({
    state,
    outbox: [say(lane, entry.key, 'desk', text, entry.receivedAt, extras), ...context.effects],
    ...(context.opened && lane.owner === 'bot' ? { owner: 'waiting' } : {}),
  });
  switch (entry.activity.name) {
    case 'case.rate':
      return rateCase(lane, state, (entry.activity.value as { caseId: string }).caseId, entry, words);
    case 'case.delayed':
      return lane.owner === 'waiting'
        ? reply(words.takesLonger({ caseId: state.openCase?.id ?? '' }))
        : { state, outbox: [] };
    case 'case.again':
      return lane.owner === 'waiting' && state.openCase
        ? reply(
            words.openedAgain({
              caseId: state.openCase.id,
              due: dueInWords({ ...context, words }, state.openCase.dueAt),
            }),
          )
        : { state, outbox: [] };
    case 'case.queue': {
      const news = await queueNews(context, (entry.activity.value as { caseId: string }).caseId);
      return news ? reply(news, { channelData: waitingOf(context) }) : { state, outbox: [] };
    }
    case 'staff.changed':
      return { state, outbox: [correct(lane, entry)] };
    case 'shop.event':
      return tellEvent(context, entry, words);
    case 'code.failed':
      return tellCodeFailed(context, entry, words);
    case 'consent':
      return hearConsent(context, entry, words);
    case 'customer.blocked':
      return {
        state: { ...state, blocked: { until: new Date((entry.activity.value as { until: string }).until) } },
        outbox: [],
      };
    case 'case.recover': {
      const { caseId, language } = entry.activity.value as { caseId: string; language: string };
      const apology = await apologyFor(context, caseId, language);
      if (apology) tellCase(context, caseId, 'case.recovery', apology, deriveId(lane._id, entry.key, 'recovery'));
      return { state, outbox: context.effects };
    }
    case 'case.decided': {
      const approval = entry.activity.value as DecidedApproval;
      if (approval.decided?.verdict !== 'changed') {
        const done = await perform(context, approval, words);
        return done === null ? { state, outbox: context.effects } : reply(done);
      }
      const asked = await proposeChanged(context, approval, words);
      if (asked === null) return { state, outbox: context.effects };
      return reply(asked, { choices: [words.yesChoice(), words.noChoice()] });
    }
    default:
      return { state: lane.state, outbox: [] };
  }
}

/** A person's correction of what the customer has: changed or deleted in place, by the network's own id of it. */
function correct(lane: Lane, entry: Entry): NewOutboxItem {
  const { providerId, text, by } = entry.activity.value as { providerId: string; text: string | null; by: StaffMember };
  const id = deriveId(lane._id, entry.key, 'correction');
  return {
    id,
    kind: text === null ? 'delete' : 'update',
    activity: {
      type: 'message',
      id,
      timestamp: entry.receivedAt,
      from: { ...by, role: 'user' },
      ...(text === null ? {} : { text }),
      channelData: { providerId },
    },
  };
}

interface ShopEvent {
  type: 'parcel.delayed' | 'refund.booked' | 'back.in.stock' | 'bug.fixed';
  orderId?: string;
  product?: string;
  on?: string;
  amount?: { value: number; currency: string };
}

/** One message about what the shop reports: only while the bot speaks here, and within the opening hours. */
function tellEvent(context: TurnContext, entry: Entry, words: Phrases): LaneDecision {
  const { lane, state, settings, services } = context;
  if (lane.owner !== 'bot') {
    // A person has it, or will: what the shop says is theirs to pass on.
    if (state.openCase)
      tellCase(context, state.openCase.id, 'case.shop', entry.activity.value, deriveId(lane._id, entry.key, 'shop'));
    return { state, outbox: context.effects };
  }
  const text = words.shopEvent({ orderId: '', product: '', ...(entry.activity.value as ShopEvent) });
  const now = services.clock.now();
  if (isOpen(settings.hours, now)) return { state, outbox: [say(lane, entry.key, 'event', text, entry.receivedAt)] };
  const at = whenOpen(settings.hours, now);
  const timer = { key: `event:${entry.key}`, at, name: 'follow-up', data: { agent: 'shop', about: 'event', text } };
  return { state, outbox: [], timers: [...lane.timers, timer] };
}

/** The code that is waited for cannot be sent; an older one is nobody's concern. */
function tellCodeFailed({ lane, state }: TurnContext, entry: Entry, words: Phrases): LaneDecision {
  const { challengeId } = entry.activity.value as { challengeId: string };
  const { question } = state;
  if (question?.kind !== 'code' || question.challengeId !== challengeId || lane.owner !== 'bot')
    return { state, outbox: [] };
  const codes = codeWords(state.language || 'en');
  state.choices = [codes.againChoice(), words.personChoice()];
  const { choices } = state;
  return { state, outbox: [say(lane, entry.key, 'code', codes.failed(), entry.receivedAt, { choices })] };
}

/** STOP, START and HELP: the door has kept what was said; the one confirmation is ours unless the network gives it. */
function hearConsent(context: TurnContext, entry: Entry, words: Phrases): LaneDecision {
  const { lane, state } = context;
  const { word, confirm } = entry.activity.value as { word: 'stop' | 'start' | 'help'; confirm: boolean };
  if (word !== 'help' && state.openCase)
    tellCase(context, state.openCase.id, 'case.consent', { word }, deriveId(lane._id, entry.key, 'consent'));
  const text = word === 'stop' ? words.stopped() : word === 'start' ? words.started() : words.help();
  const reply = say(lane, entry.key, 'consent', text, entry.receivedAt, { channelData: { consent: 'confirmation' } });
  return {
    state,
    outbox: [...(confirm ? [reply] : []), ...context.effects],
    ...(word === 'stop' ? { timers: [] } : {}),
  };
}
