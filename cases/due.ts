// When a person will have reacted: the target of the priority, counted in opening hours only. Nothing is promised that
// the hours do not allow.
import type { CasePort } from '../models/ports.ts';
import type { DeskRotation, OpeningHours, Settings, SettingsSource } from '../models/settings.ts';
import type { Priority } from '../models/turn.ts';

const MINUTE_MS = 60_000;
/** Two weeks: beyond that the hours are as good as closed for ever. */
const HORIZON_MINUTES = 14 * 1440;
const STEP_MINUTES = 5;

/** `ahead` counts the open cases that come before one; `outlook` tells what the desk is like at the moment. */
export function createCasePort(settings: SettingsSource, more: Pick<CasePort, 'ahead' | 'outlook'> = {}): CasePort {
  return { dueAt: (priority, from) => dueAt(settings.current(), priority, from), ...more };
}

/** `from` plus the priority's minutes, as far as people are there. */
export function dueAt(settings: Pick<Settings, 'firstReplyMinutes' | 'hours'>, priority: Priority, from: Date): Date {
  return afterOpenMinutes(settings.hours, settings.firstReplyMinutes[priority], from);
}

/** When so many open minutes have passed. */
export function afterOpenMinutes(hours: OpeningHours, needed: number, from: Date): Date {
  if (isAlwaysOpen(hours)) return new Date(from.getTime() + needed * MINUTE_MS);
  return remembered(hours, `after ${needed} ${from.getTime()}`, () => walkOpen(hours, needed, from));
}

function walkOpen(hours: OpeningHours, needed: number, from: Date): Date {
  const horizon = HORIZON_MINUTES + needed * 4;
  let open = 0;
  for (let passed = 0; passed < horizon; passed += STEP_MINUTES) {
    if (isOpen(hours, new Date(from.getTime() + passed * MINUTE_MS))) open += STEP_MINUTES;
    if (open >= needed) return new Date(from.getTime() + (passed + STEP_MINUTES) * MINUTE_MS);
  }
  return new Date(from.getTime() + horizon * MINUTE_MS);
}

/** `at`, or the next time at which somebody is there: nobody is reminded at night. */
export function whenOpen(hours: OpeningHours, at: Date): Date {
  if (isAlwaysOpen(hours)) return at;
  return remembered(hours, `open ${at.getTime()}`, () => findOpen(hours, at));
}

function findOpen(hours: OpeningHours, at: Date): Date {
  for (let passed = 0; passed < HORIZON_MINUTES; passed += STEP_MINUTES) {
    const then = new Date(at.getTime() + passed * MINUTE_MS);
    if (isOpen(hours, then)) return then;
  }
  return at;
}

/** Walking through the hours costs milliseconds, and a case asks the same at each of its entries. */
const walks = new WeakMap<OpeningHours, Map<string, Date>>();
const MOST_WALKS = 5_000;

function remembered(hours: OpeningHours, key: string, walk: () => Date): Date {
  const known = walks.get(hours) ?? new Map<string, Date>();
  walks.set(hours, known);
  const found = known.get(key) ?? walk();
  if (known.size >= MOST_WALKS) known.clear();
  known.set(key, found);
  return found;
}

/** Who of the rotation is on call on the desk's own day. */
export function onDuty(rotation: DeskRotation | null, hours: OpeningHours, at: Date): string[] {
  if (!rotation) return [];
  const days = (Date.parse(localParts(hours.timeZone, at).day) - Date.parse(rotation.since)) / (1440 * MINUTE_MS);
  const turn = Math.floor(days / rotation.days) % rotation.people.length;
  return days < 0 ? [] : [rotation.people[turn]!];
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
