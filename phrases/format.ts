// How numbers, days and lists are put into words, by locale. Every language's phrases stand on it.

export interface Format {
  money(value: number, currency: string): string;
  list(parts: string[]): string;
  /** `lunes, 4 de marzo`, with today and tomorrow where that is nearer. */
  day(on: string, today: string): string;
  clock(at: Date, timeZone: string): string;
}

export function formatFor(locale: string, near: { today: string; tomorrow: string }): Format {
  const names = new Intl.DateTimeFormat(locale, { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(locale);
  return {
    money: (value, currency) => new Intl.NumberFormat(locale, { style: 'currency', currency }).format(value),
    list: (parts) => lists.format(parts),
    day: (on, today) => {
      const date = new Date(`${on}T12:00:00Z`);
      const days = Math.round((date.getTime() - new Date(`${today}T12:00:00Z`).getTime()) / 86_400_000);
      const name = names.format(date);
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
