// A case while its entries are applied, and the few things that all of them may do to it.
import type { Case, CaseLine } from '../models/case.ts';
import type { Entry, Lane, NewOutboxItem } from '../models/lane.ts';
import type { DeskSettings } from '../models/settings.ts';
import { show, staffEffect } from './desk-items.ts';

/** Lines of the conversation on the card. */
export const RECENT = 10;
export const LINE_LENGTH = 300;
/** Reminders about somebody's silence: given anew once it is broken. */
export const SILENCE = ['owner silent', 'offer reassign', 'customer silent'];

/** A case while its entries are applied. */
export interface CaseWork {
  lane: Lane;
  subject: Case;
  /** Things to be sent, in order; the card comes last. */
  items: NewOutboxItem[];
  now: Date;
  desk: DeskSettings;
  /** False: nothing changed that the card shows. */
  cardChanged: boolean;
}

/** Says something to one person only. */
export function whisper(work: CaseWork, entry: Pick<Entry, 'key'>, to: string, text: string): void {
  work.items.push(show(work.lane, entry.key, 'case.whisper', { to, text }, work.now));
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
  said: { id: string; text?: string | undefined; attachments?: Entry['activity']['attachments'] },
): void {
  const { subject, now } = work;
  const item = staffEffect(
    work.lane,
    cause,
    subject,
    {
      by,
      messageId: said.id,
      ...(said.text === undefined ? {} : { text: said.text }),
      ...(said.attachments ? { attachments: said.attachments } : {}),
    },
    now,
  );
  work.items.push(item);
  const line: CaseLine = { who: 'staff', text: (said.text ?? '').slice(0, LINE_LENGTH), at: now };
  const first = subject.firstReplyAt === undefined;
  work.subject = {
    ...subject,
    lastStaffAt: now,
    ...(first ? { firstReplyAt: now } : {}),
    recent: [...subject.recent, line].slice(-RECENT),
    reminded: subject.reminded.filter((name) => !SILENCE.includes(name)),
  };
  work.cardChanged = work.cardChanged || first;
}
