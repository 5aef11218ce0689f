// Sums and days in the way of a language.

export function formatMoney(locale: string, amount: number, currency: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount);
}

/** `day`: YYYY-MM-DD. */
export function formatDay(locale: string, day: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}

/** "2 × Lamp, Kettle". */
export function formatItems(items: readonly { name: string; quantity: number }[]): string {
  return items.map(({ name, quantity }) => (quantity > 1 ? `${quantity} × ${name}` : name)).join(', ');
}

/** One line each: "- 2 × Lamp: $69.80". */
export function formatLines(
  locale: string,
  items: readonly { name: string; quantity: number; price: number }[],
  currency: string,
): string {
  return items
    .map((item) => `- ${formatItems([item])}: ${formatMoney(locale, item.price * item.quantity, currency)}`)
    .join('\n');
}
