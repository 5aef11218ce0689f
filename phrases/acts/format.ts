// How the sentences beside name days and lists.

/** `2026-03-04` → "Wednesday, March 4". */
export function dayOf(locale: string): (on: string) => string {
  const days = new Intl.DateTimeFormat(locale, { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' });
  return (on) => days.format(new Date(`${on}T12:00:00Z`));
}

export function listOf(locale: string): (parts: string[]) => string {
  const lists = new Intl.ListFormat(locale);
  return (parts) => lists.format(parts);
}
