// How prices, days and lists are written, for the words of orders and products in each language.
import { plainFormatFor } from '../format.ts';

/** Lines of an order and what they become; nothing where they are taken out. */
export interface ItemChange {
  was: string[];
  becomes: string[];
}

export interface Format {
  money(value: number, currency: string): string;
  /** YYYY-MM-DD in words. */
  day(on: string): string;
  list(parts: string[]): string;
  /** Each said by `say`. A semicolon stands between them where one has an "and" of its own. */
  changes(all: ItemChange[], say: (was: string, becomes: string) => string): string;
}

export function formatOf(locale: string): Format {
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const { money, list } = plainFormatFor(locale);
  const semicolon = locale.startsWith('fr') ? ' ; ' : '; ';
  return {
    money,
    day: (on) => days.format(Date.parse(`${on}T00:00:00Z`)),
    list,
    changes: (all, say) => {
      const told = all.map(({ was, becomes }) => say(list(was), list(becomes)));
      return all.some(({ was, becomes }) => was.length > 1 || becomes.length > 1) ? told.join(semicolon) : list(told);
    },
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
