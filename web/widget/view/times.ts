// Times and days as the customer reads them: in the browser's own zone, in the language of the widget.
import type { Texts } from '../texts/index.ts';

const DAY_MS = 86_400_000;

export function clockText(at: number, { language }: Texts): string {
  return new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(at);
}

export function dayText(at: number, now: number, texts: Texts): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS);
  if (days === 0) return texts.today;
  if (days === 1) return texts.yesterday;
  const year = new Date(at).getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' as const };
  // "Monday 23 November" everywhere English is read.
  const language = texts.language.startsWith('en') ? 'en-GB' : texts.language;
  return new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', ...year }).format(at);
}

export function isSameDay(one: number, other: number): boolean {
  return startOfDay(one) === startOfDay(other);
}

/** Machine-readable, for <time datetime>. */
export function isoText(at: number): string {
  return new Date(at).toISOString();
}

/** "by 14:32", "by 09:00 on Monday 23 November", or that it is overdue. */
export function dueText(dueAt: number, now: number, texts: Texts): string {
  if (dueAt <= now) return texts.anyMoment;
  const clock = clockText(dueAt, texts);
  if (isSameDay(dueAt, now)) return texts.by(clock);
  const tomorrow = isSameDay(dueAt, startOfDay(now) + DAY_MS + DAY_MS / 2);
  return tomorrow ? texts.byTomorrow(clock) : texts.byDay(clock, dayText(dueAt, now, texts));
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
