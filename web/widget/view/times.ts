// Times and days as the customer reads them, in the browser's own zone. Words are English; only the clock follows the
// customer's language.

const DAY_MS = 86_400_000;

export function clockText(at: number): string {
  return new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' }).format(at);
}

export function dayText(at: number, now: number): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  const year = new Date(at).getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', ...year }).format(at);
}

export function isSameDay(one: number, other: number): boolean {
  return startOfDay(one) === startOfDay(other);
}

/** Machine-readable, for <time datetime>. */
export function isoText(at: number): string {
  return new Date(at).toISOString();
}

/** "by 14:32", "by 09:00 on Monday 23 November", or that it is overdue. */
export function dueText(dueAt: number, now: number): string {
  if (dueAt <= now) return 'any moment now';
  if (isSameDay(dueAt, now)) return `by ${clockText(dueAt)}`;
  const tomorrow = isSameDay(dueAt, startOfDay(now) + DAY_MS + DAY_MS / 2);
  return tomorrow ? `by ${clockText(dueAt)} tomorrow` : `by ${clockText(dueAt)} on ${dayText(dueAt, now)}`;
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
