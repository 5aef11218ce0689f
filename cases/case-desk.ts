// What a case's own lane does with its entries: the first opens it and posts the card, every later one brings the card
// up to date. Pure like the turn: it returns what is to be sent.
import type { Clock } from '../core/clock.ts';
import { deriveId } from '../core/ids.ts';
import type { Activity } from '../models/activity.ts';
import type { Case } from '../models/case.ts';
import type { Entry, Lane, LaneDecision, LaneHandler, NewOutboxItem } from '../models/lane.ts';

/** Lines of the conversation on the card. */
const RECENT = 10;
const LINE_LENGTH = 300;

export function createCaseDesk({ clock }: { clock: Clock }): LaneHandler {
  const decide = (lane: Lane, entries: Entry[]): LaneDecision => {
    let subject = lane.state as Case | null;
    for (const entry of entries) subject = apply(subject, entry);
    if (!subject) return { state: null, outbox: [] };
    return { state: subject, outbox: [cardItem(lane, entries, subject, clock.now())] };
  };
  return {
    decide: async (lane, entries) => decide(lane, entries),
    giveUp: (lane, _entries, cause) => ({
      state: lane.state,
      outbox: [],
      deadLetter: { reason: 'case entry could not be handled', cause: cause instanceof Error ? cause.name : 'unknown' },
    }),
  };
}

/** What one entry changes. */
function apply(subject: Case | null, entry: Entry): Case | null {
  if (entry.kind === 'action' && entry.activity.name === 'case.opened')
    return subject ?? (entry.activity.value as Case);
  if (!subject) return null;
  if (entry.kind !== 'message' || !entry.activity.text) return subject;
  const line = {
    who: 'customer' as const,
    text: entry.activity.text.slice(0, LINE_LENGTH),
    at: entry.activity.timestamp,
  };
  return { ...subject, recent: [...subject.recent, line].slice(-RECENT) };
}

/** The one card of the case: posted by its first turn, updated by every later one. */
function cardItem(lane: Lane, entries: Entry[], subject: Case, now: Date): NewOutboxItem {
  const id = deriveId(lane._id, entries[0]?.key ?? '', 'card');
  const activity: Activity = {
    type: 'event',
    name: 'case.card',
    id,
    timestamp: now,
    from: { id: 'frontdesk', role: 'bot' },
    value: subject,
  };
  return { id, kind: lane.state ? 'update' : 'send', activity };
}
