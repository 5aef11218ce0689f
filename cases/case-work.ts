// A case while its entries are applied, and the few things that all of them may do to it.
import type { Case, CaseLine, StaffMember } from '../models/case.ts';
import type { Entry, Lane, NewOutboxItem } from '../models/lane.ts';
import type { DeskSettings } from '../models/settings.ts';
import type { Priority } from '../models/turn.ts';
import { phrasesFor } from '../phrases/index.ts';
import { type DeskOffer, ownerEffects, show, staffEffect } from './desk-items.ts';
import type { Translations } from './translations.ts';

/** Lines of the conversation on the card. */
export const RECENT = 10;
export const LINE_LENGTH = 300;
/** Words that a correction still finds. */
const MOST_SENT = 30;
/** Reminders about somebody's silence: given anew once it is broken. */
export const SILENCE = ['owner silent', 'offer reassign', 'customer silent'];
/** Reminders of the time by which somebody should be there: given anew for another time. */
const OF_THE_TIME = ['due soon', 'overdue', 'widen', 'tell customer'];

/** What was reminded of, but for the time, which is another one now. */
export function watchedAnew({ reminded }: Case): string[] {
  return reminded.filter((name) => !OF_THE_TIME.includes(name));
}

/** A case while its entries are applied. */
export interface CaseWork {
  lane: Lane;
  subject: Case;
  /** Things to be sent, in order; the card comes last. */
  items: NewOutboxItem[];
  now: Date;
  desk: DeskSettings;
  /** When a person should have reacted to this case if its priority were this one; counted since it waits. */
  dueAt(priority: Priority, since?: Date): Date;
  translations: Translations;
  /** False: nothing changed that the card shows. */
  cardChanged: boolean;
}

/** Says something to one person only. */
export function whisper(work: CaseWork, entry: Pick<Entry, 'key'>, to: string, text: string, offer?: DeskOffer): void {
  work.items.push(show(work.lane, entry.key, 'case.whisper', { to, text, ...(offer ? { offer } : {}) }, work.now));
}

/** Adds a line to the case's history. */
export function note(work: CaseWork, who: string, what: string): void {
  work.subject = { ...work.subject, history: [...work.subject.history, { at: work.now, who, what }].slice(-200) };
}

/** Puts a person's words into the customer's conversation and notes that somebody spoke. */
export function sendOut(
  work: CaseWork,
  cause: string,
  by: { id: string; name: string },
  said: {
    id: string;
    text?: string | undefined;
    translated?: string | undefined;
    attachments?: Entry['activity']['attachments'];
  },
): void {
  const { subject, now } = work;
  const text = said.translated ? `${said.translated}\n\n_${phrasesFor(subject.language).translated()}_` : said.text;
  const item = staffEffect(
    work.lane,
    cause,
    subject,
    {
      by,
      messageId: said.id,
      ...(text === undefined ? {} : { text }),
      ...(said.attachments ? { attachments: said.attachments } : {}),
    },
    now,
  );
  work.items.push(item);
  if (said.translated)
    work.items.push(
      show(work.lane, `${cause}-translated`, 'case.note', { text: `What the customer got: ${text}` }, now),
    );
  const files = said.attachments?.length ? { attachments: said.attachments } : {};
  const line: CaseLine = { who: 'staff', text: (said.text ?? '').slice(0, LINE_LENGTH), at: now, ...files };
  const first = subject.firstReplyAt === undefined;
  work.subject = {
    ...subject,
    lastStaffAt: now,
    ...(first ? { firstReplyAt: now } : {}),
    recent: [...subject.recent, line].slice(-RECENT),
    sent: [...(subject.sent ?? []), { messageId: said.id, by: by.id, ...files }].slice(-MOST_SENT),
    reminded: subject.reminded.filter((name) => !SILENCE.includes(name)),
  };
  work.cardChanged = work.cardChanged || first;
}

/** Ends a case without a person having claimed it; the bot speaks again. */
export function endUnclaimed(work: CaseWork, entry: Entry, code: string, by: StaffMember): void {
  work.subject = {
    ...work.subject,
    status: 'resolved',
    resolvedAt: work.now,
    ownershipEpoch: work.subject.ownershipEpoch + 1,
    closing: { code, by, at: work.now },
    satisfaction: { askedAt: work.now }, // nobody talked with them: there is nothing to rate
  };
  work.cardChanged = true;
  work.items.push(...ownerEffects(work.lane, entry.key, work.subject, 'bot', by, work.now));
}
