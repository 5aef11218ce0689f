// When a person will have reacted: the target of the priority, counted in opening hours only. Nothing is promised that
// the hours do not allow.
import type { CasePort } from '../models/ports.ts';
import type { OpeningHours, Settings, SettingsSource } from '../models/settings.ts';
import type { Priority } from '../models/turn.ts';

const MINUTE_MS = 60_000;
/** Two weeks: beyond that the hours are as good as closed for ever. */
const HORIZON_MINUTES = 14 * 1440;
const STEP_MINUTES = 5;

/** `ahead` counts the open cases that come before one. */
export function createCasePort(settings: SettingsSource, ahead?: (caseId: string) => Promise<number | null>): CasePort {
  return {
    dueAt: (priority, from) => dueAt(settings.current(), priority, from),
    ...(ahead ? { ahead } : {}),
  };
}

/** `from` plus the priority's minutes, as far as people are there. */
export function dueAt(settings: Pick<Settings, 'firstReplyMinutes' | 'hours'>, priority: Priority, from: Date): Date {
  const needed = settings.firstReplyMinutes[priority];
  if (isAlwaysOpen(settings.hours)) return new Date(from.getTime() + needed * MINUTE_MS);
  let open = 0;
  for (let passed = 0; passed < HORIZON_MINUTES; passed += STEP_MINUTES) {
    if (isOpen(settings.hours, new Date(from.getTime() + passed * MINUTE_MS))) open += STEP_MINUTES;
    if (open >= needed) return new Date(from.getTime() + (passed + STEP_MINUTES) * MINUTE_MS);
  }
  return new Date(from.getTime() + HORIZON_MINUTES * MINUTE_MS);
}

/** Are people there at this moment, by the desk's own clock? */
export function isOpen(hours: OpeningHours, at: Date): boolean {
  const local = localParts(hours.timeZone, at);
  if (hours.holidays.includes(local.day)) return false;
  return (hours.week[local.weekday] ?? []).some(([from, to]) => local.minute >= from && local.minute < to);
}

function isAlwaysOpen(hours: OpeningHours): boolean {
  return (
    hours.holidays.length === 0 &&
    hours.week.length === 7 &&
    hours.week.every((spans) => spans.some(([from, to]) => from === 0 && to >= 1440))
  );
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const formats = new Map<string, Intl.DateTimeFormat>();

function localParts(timeZone: string, at: Date): { day: string; weekday: number; minute: number } {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));
  return {
    day: `${parts.year}-${parts.month}-${parts.day}`,
    weekday: WEEKDAYS.indexOf(parts.weekday ?? ''),
    minute: Number(parts.hour) * 60 + Number(parts.minute),
  };
}
