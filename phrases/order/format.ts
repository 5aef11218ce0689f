// How prices, days and lists are written, for the words of orders and products in each language.

export interface Format {
  money(value: number, currency: string): string;
  /** YYYY-MM-DD in words. */
  day(on: string): string;
  list(parts: string[]): string;
}

export function formatOf(locale: string): Format {
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(locale);
  return {
    money: (value, currency) => new Intl.NumberFormat(locale, { style: 'currency', currency }).format(value),
    day: (on) => days.format(Date.parse(`${on}T00:00:00Z`)),
    list: (parts) => lists.format(parts),
  };
}

/** The prices of variants as one: the same for all, or the lowest. */
export function priceOf(variants: readonly { price: number; currency: string }[]): {
  price: number;
  currency: string;
  isLowest: boolean;
} {
  const prices = variants.map((one) => one.price);
  const price = Math.min(...prices);
  return { price, currency: variants[0]?.currency ?? 'USD', isLowest: prices.some((one) => one > price) };
}
