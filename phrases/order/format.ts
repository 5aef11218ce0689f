// How prices, days and lists are written, for the words of orders and products in each language.
import { plainFormatFor } from '../format.ts';

/** Lines of an order and what they become; nothing where they are taken out. */
export interface ItemChange {
  was: string[];
  becomes: string[];
  /** What this one alone costs more, or less. */
  difference?: number;
}

export interface Format {
  money(value: number, currency: string): string;
  /** YYYY-MM-DD in words. */
  day(on: string): string;
  list(parts: string[]): string;
  /** Each said by `say`, with what it costs where one costs more and another one less. A semicolon stands between them where one has an "and" of its own. */
  changes(all: ItemChange[], say: (was: string, becomes: string) => string, currency: string): string;
}

export function formatOf(locale: string): Format {
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const { money, list } = plainFormatFor(locale);
  const semicolon = locale.startsWith('fr') ? ' ; ' : '; ';
  return {
    money,
    day: (on) => days.format(Date.parse(`${on}T00:00:00Z`)),
    list,
    changes: (all, say, currency) => {
      const costs = all.map(({ difference = 0 }) => difference);
      const isMixed = costs.some((cost) => cost > 0) && costs.some((cost) => cost < 0);
      const costOf = (cost: number) =>
        isMixed && cost !== 0 ? ` (${cost > 0 ? '+' : '−'}${money(Math.abs(cost), currency)})` : '';
      const told = all.map(({ was, becomes }, at) => say(list(was), list(becomes)) + costOf(costs[at]!));
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
