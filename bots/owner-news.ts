// Who speaks with the customer has changed: they are told in words, what the bot knows of the case changes with it, and so does
// the case's card where there is one.
import { type ConversationState, stateOf } from '../dialogs/conversation-state.ts';
import { type CaseStatus, type Closing, NOT_A_CASE } from '../models/case.ts';
import type { Entry, Lane, LaneDecision, NewOutboxItem } from '../models/lane.ts';
import type { Settings } from '../models/settings.ts';
import type { Intent } from '../models/turn.ts';
import { type Phrases, phrasesFor } from '../phrases/index.ts';
import { type CaseHands, showStatus } from './case-status.ts';
import { say } from './say.ts';

/** Whose closing is nobody's in particular. */
const NOBODY: ReadonlySet<string> = new Set(['clock', 'customer', 'frontdesk']);

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
export function announceOwner(
  lane: Lane,
  entries: Entry[],
  settings: Pick<Settings, 'phrases' | 'hours'>,
): LaneDecision {
  const state = lane.state as ConversationState | null;
  const words = phrasesFor(state?.language || 'en', settings.phrases);
  const last = entries.at(-1)!;
  const news = (last.activity.value ?? {}) as OwnerNews;
  const text = news.isQuiet ? null : ownerWords(words, lane, last.activity.from.name, news);
  // A person may speak to somebody with whom the bot never did.
  const known = stateOf(lane, last.receivedAt, Number.POSITIVE_INFINITY);
  const after = afterOwner(known, lane, news, last.receivedAt);
  const shown = statusAfterOwner(known, lane, news, last, settings);
  if (!text) return { state: after, outbox: shown };
  // The page stops showing a place in the queue once somebody is there or the case is over.
  const waiting = lane.owner === 'waiting' ? {} : { channelData: { waiting: null } };
  return { state: after, outbox: [say(lane, last.key, 'owner', text, last.receivedAt, waiting), ...shown] };
}

/** The case's card here; one that was merged says as what it goes on. */
function statusAfterOwner(
  state: ConversationState,
  lane: Lane,
  news: OwnerNews,
  { key, activity, receivedAt: at }: Entry,
  { hours }: Pick<Settings, 'hours'>,
): NewOutboxItem[] {
  const { caseId, closing, status, dueAt, isQuiet } = news;
  if (!caseId) return [];
  const about = { language: state.language || 'en', hours, at, isQuiet };
  const before = state.openCase?.id ?? caseId;
  const merged =
    before === caseId ? [] : showStatus(lane, key, { ...about, caseId: before }, { mood: 'over', into: caseId });
  return [...merged, ...showStatus(lane, key, { ...about, caseId }, handsOf())];

  function handsOf(): CaseHands {
    if (lane.owner === 'waiting')
      return { mood: 'waiting', ...(dueAt ? { expectedAt: new Date(dueAt) > at ? new Date(dueAt) : null } : {}) };
    if (lane.owner !== 'bot') return { mood: 'person', name: activity.from.name ?? '' };
    const by = closing && !NOBODY.has(closing.by.id) && closing.code !== 'customer silent' ? closing.by.name : '';
    return { mood: 'over', isReturned: status === 'returned', by };
  }
}

function ownerWords(words: Phrases, lane: Lane, name: string | undefined, news: OwnerNews): string | null {
  if (lane.owner === 'waiting') return name && news.status === 'open' ? words.personLeft({ name }) : null;
  if (lane.owner !== 'bot' && name)
    return news.before ? words.personTakesOver({ name, before: news.before }) : words.personJoined({ name });
  if (lane.owner !== 'bot') return null;
  // The bot has said it already, or is about to.
  if (['approved', 'declined', 'changed', 'withdrawn'].includes(news.closing?.code ?? '')) return null;
  if (news.closing?.code === 'customer silent') return words.closedGently();
  if (news.closing?.code === NOT_A_CASE) return words.leftToBot();
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
