// When people are there, in words: days with the same hours together, from Monday on. Times are the desk's own.

export interface HoursWords {
  /** From Sunday on: spans in minutes of the day. */
  week: [number, number][][];
  timeZone: string;
  /** The next days without anybody, YYYY-MM-DD. */
  closedOn: string[];
  /** Null: somebody is there now. */
  opensAt: Date | null;
}

const WHOLE_DAY = 1440;
/** A Sunday, to name weekdays by. */
const SUNDAY_MS = Date.UTC(2024, 0, 7, 12);
const DAY_MS = 86_400_000;
const FROM_MONDAY = [1, 2, 3, 4, 5, 6, 0];

export function isAtAnyHour({ week }: HoursWords): boolean {
  return week.length === 7 && week.every((spans) => spans.some(([from, to]) => from === 0 && to >= WHOLE_DAY));
}

/** `- Monday to Friday: 9:00 AM – 5:00 PM`, a line for each run of days; empty where nobody is ever there. */
export function hoursList({ week }: HoursWords, locale: string, to: string): string {
  const runs: { days: number[]; spans: string }[] = [];
  for (const day of FROM_MONDAY) {
    const spans = spansOf(week[day] ?? [], locale);
    const last = runs.at(-1);
    if (last?.spans === spans) last.days.push(day);
    else runs.push({ days: [day], spans });
  }
  const name = (day: number) =>
    new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(SUNDAY_MS + day * DAY_MS));
  return runs
    .filter(({ spans }) => spans !== '')
    .map(({ days, spans }) => {
      const which = days.length > 1 ? `${name(days[0]!)} ${to} ${name(days.at(-1)!)}` : name(days[0]!);
      return `- ${which}: ${spans}`;
    })
    .join('\n');
}

function spansOf(spans: readonly [number, number][], locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  const time = (minutes: number) => format.format(new Date(minutes * 60_000));
  return spans.map(([from, to]) => `${time(from)} – ${time(to % WHOLE_DAY)}`).join(', ');
}

/** "December 25 and December 26". */
export function daysList(days: readonly string[], locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  return new Intl.ListFormat(locale).format(days.map((day) => format.format(new Date(`${day}T12:00:00Z`))));
}
