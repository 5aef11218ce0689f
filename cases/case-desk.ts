// What a case's own lane does with its entries: opens it, lets people move it, passes words both ways, and keeps the card
// up to date. Pure like the turn: it returns what is to be sent. All claims of a case pass here one after another, which
// is why each has exactly one winner.
import type { Clock } from '../core/clock.ts';
import { type ConversationReference, laneIdOf } from '../models/activity.ts';
import type { Case, CaseLine } from '../models/case.ts';
import type { Entry, Lane, LaneDecision, LaneHandler } from '../models/lane.ts';
import { CASE_OPENED } from '../models/lane-effects.ts';
import type { Translate } from '../models/ports.ts';
import type { Settings, SettingsSource } from '../models/settings.ts';
import { applyAction } from './acts/actions.ts';
import { endHoldFor } from './acts/hold.ts';
import { askForRecovery } from './acts/recovery.ts';
import { caseOfStepIn } from './acts/step-in.ts';
import { leaveDue, report, speak } from './acts/words.ts';
import { type CaseWork, LINE_LENGTH, RECENT, SILENCE } from './case-work.ts';
import { show } from './desk-items.ts';
import { dueAt, onDuty } from './due.ts';
import { applyReminder } from './reminders.ts';
import { timersOf } from './timers.ts';
import { type Translations, translationsFor } from './translations.ts';

export interface CaseDeskDeps {
  clock: Clock;
  settings: SettingsSource;
  /** Where there is a model. */
  translate?: Translate | undefined;
}

export function createCaseDesk({ clock, settings, translate }: CaseDeskDeps): LaneHandler {
  return {
    decide: async (lane, entries, signal) => {
      const now = settings.current();
      const known = caseOf(lane, entries);
      if (!known) return { state: null, outbox: [] };
      const translations = await translationsFor(known, entries, now.desk, translate, signal);
      return decide(lane, entries, known, { settings: now, now: clock.now(), translations });
    },
    giveUp: (lane, _entries, cause) => ({
      state: lane.state,
      outbox: [],
      deadLetter: { reason: 'case entry could not be handled', cause: cause instanceof Error ? cause.name : 'unknown' },
    }),
  };
}

/** The case as it stands, or the one that these entries begin. */
function caseOf(lane: Lane, entries: Entry[]): Case | null {
  const opening = entries.find((entry) => entry.activity.name === CASE_OPENED);
  return (lane.state as Case | null) ?? (opening?.activity.value as Case | undefined) ?? caseOfStepIn(lane, entries[0]);
}

function decide(
  lane: Lane,
  entries: Entry[],
  known: Case,
  { settings, now, translations }: { settings: Settings; now: Date; translations: Translations },
): LaneDecision {
  const { desk } = settings;
  const work: CaseWork = {
    lane,
    subject: known,
    items: [],
    now,
    desk: { ...desk, onCall: [...desk.onCall, ...onDuty(desk.rotation, settings.hours, now)] },
    dueAt: (priority, since = new Date(known.waitsSince ?? known.openedAt)) => dueAt(settings, priority, since),
    translations,
    cardChanged: false,
  };
  for (const entry of entries) apply(work, entry);
  const isNew = lane.state === null;
  // Whoever complains has had a bad experience.
  if (isNew && known.reason === 'sentiment') askForRecovery(work, entries[0]!);
  const card = show(lane, entries[0]!.key, 'case.card', work.subject, now, isNew ? 'send' : 'update');
  // A new case shows its card before anything is said in its thread; later the thread comes first.
  const outbox = isNew ? [card, ...work.items] : [...work.items, ...(work.cardChanged ? [card] : [])];
  return { state: work.subject, outbox, timers: timersOf(work.subject, settings) };
}

function apply(work: CaseWork, entry: Entry): void {
  switch (entry.kind) {
    case 'message':
      return hear(work, entry, 'said');
    case 'edit':
      return hear(work, entry, 'edited');
    case 'delete':
      return hear(work, entry, 'deleted');
    case 'staff':
      return speak(work, entry);
    case 'action':
      return applyAction(work, entry);
    case 'timer':
      return entry.activity.name === 'words leave' ? leaveDue(work) : applyReminder(work, entry);
    case 'reaction':
      return report(work, entry);
    default:
      return;
  }
}

/** The customer's words appear in the thread under their name, and on the card. */
function hear(work: CaseWork, entry: Entry, what: 'said' | 'edited' | 'deleted'): void {
  const { activity } = entry;
  const attachments = activity.attachments ?? [];
  const text = [(activity.text ?? '').slice(0, 3_000), missedFiles(activity)].filter((one) => one !== '').join('\n');
  const line: CaseLine = {
    who: 'customer',
    text: text.slice(0, LINE_LENGTH),
    at: activity.timestamp,
    ...(attachments.length > 0 ? { attachments } : {}),
  };
  const recent = what === 'said' ? [...work.subject.recent, line].slice(-RECENT) : work.subject.recent;
  work.subject = {
    ...work.subject,
    ...whereTheyAre(work.subject, activity.channelData?.conversation as ConversationReference | undefined),
    recent,
    lastCustomerAt: work.now,
    reminded: work.subject.reminded.filter((name) => !SILENCE.includes(name)),
  };
  work.cardChanged = work.cardChanged || work.subject.status === 'open';
  const name = work.subject.customerName ?? activity.from.name ?? 'Customer';
  const translated = work.translations.get(activity.text ?? '');
  const shown = { name, text, ...(translated ? { translated } : {}), attachments, what };
  work.items.push(show(work.lane, entry.key, 'case.customer', shown, work.now));
  if (what === 'said') endHoldFor(work, entry, 'customer');
}

/** A file that the network told us of and that we do not have: staff can ask for it. */
function missedFiles({ channelData }: Entry['activity']): string {
  const missed = channelData?.missedFiles;
  if (missed === undefined) return '';
  return `[A file could not be fetched${Array.isArray(missed) ? `: ${missed.join(', ').slice(0, 200)}` : ''}]`;
}

/** The conversation they used last is the one that answers go to. */
function whereTheyAre(
  { conversation, others = [] }: Case,
  now: ConversationReference | undefined,
): Pick<Case, 'conversation' | 'others'> | undefined {
  if (!now || laneIdOf(now) === laneIdOf(conversation)) return undefined;
  const known = others.find((one) => laneIdOf(one) === laneIdOf(now));
  if (!known) return undefined;
  return { conversation: known, others: [...others.filter((one) => one !== known), conversation] };
}
