// How numbers, days and lists are put into words, by locale. Every language's phrases stand on it.

/** Where the day of today plays no part. */
export interface PlainFormat {
  money(value: number, currency: string): string;
  list(parts: string[]): string;
  /** `2026-03-04` → `Wednesday, March 4`. */
  day(on: string): string;
}

export interface Format extends Pick<PlainFormat, 'money' | 'list'> {
  /** `lunes, 4 de marzo`, with today and tomorrow where that is nearer. */
  day(on: string, today: string): string;
  clock(at: Date, timeZone: string): string;
}

export function plainFormatFor(locale: string): PlainFormat {
  const days = new Intl.DateTimeFormat(locale, { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(locale);
  return {
    money: (value, currency) => new Intl.NumberFormat(locale, { style: 'currency', currency }).format(value),
    list: (parts) => lists.format(parts),
    day: (on) => days.format(new Date(`${on}T12:00:00Z`)),
  };
}

export function formatFor(locale: string, near: { today: string; tomorrow: string }): Format {
  const { money, list, day: nameOf } = plainFormatFor(locale);
  return {
    money,
    list,
    day: (on, today) => {
      const days = Math.round((Date.parse(`${on}T12:00:00Z`) - Date.parse(`${today}T12:00:00Z`)) / 86_400_000);
      const name = nameOf(on);
      if (days === 0) return `${near.today}, ${name}`;
      return days === 1 ? `${near.tomorrow}, ${name}` : name;
    },
    clock: (at, timeZone) =>
      new Intl.DateTimeFormat(locale, {
        weekday: 'long',
        hour: 'numeric',
        minute: '2-digit',
        timeZone,
        timeZoneName: 'short',
      }).format(at),
  };
}

/** With a full stop, where it has no end of its own. */
export function asSentence(text: string): string {
  return /[.!?…]$/.test(text.trim()) ? text : `${text}.`;
}
