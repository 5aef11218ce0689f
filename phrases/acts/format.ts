// How the sentences beside name days, lists and sums.

/** `2026-03-04` → "Wednesday, March 4". */
export function dayOf(locale: string): (on: string) => string {
  const days = new Intl.DateTimeFormat(locale, { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' });
  return (on) => days.format(new Date(`${on}T12:00:00Z`));
}

export function listOf(locale: string): (parts: string[]) => string {
  const lists = new Intl.ListFormat(locale);
  return (parts) => lists.format(parts);
}

export function moneyOf(locale: string): (value: number, currency: string) => string {
  return (value, currency) => new Intl.NumberFormat(locale, { style: 'currency', currency }).format(value);
}
