// What models cost: counted per answer, per day and per customer, in millionths of a US dollar, over all instances. A cap
// that is reached leaves the rest of the day to the offline model.
import type { Clock } from '../../core/clock.ts';
import { deriveId } from '../../core/ids.ts';
import type { Log } from '../../core/log.ts';
import type { ReadableCounters } from '../../models/counters.ts';
import type { ModelSettings } from '../../models/settings.ts';
import type { ModelUsage } from '../../models/turn.ts';

export interface Spending {
  /** Which of today's caps is reached; null when another answer may be paid for. Throws when nobody can tell. */
  reached(customer: string, settings: ModelSettings): Promise<'day' | 'customer' | null>;
  /** Adds a call to today's sums. Never throws: the answer is there and paid for already. */
  add(customer: string, usage: ModelUsage): Promise<void>;
  /** What today has cost, and what it may. */
  today(settings: ModelSettings): Promise<{ spent: number; cap: number; currency: string }>;
}

const MICRO = 1_000_000;
const ALL = 'model';

/** What so many tokens of this model cost, in US dollars. A model without a price costs what the dearest known one does. */
export function costOf(
  model: string,
  tokens: Pick<ModelUsage, 'inputTokens' | 'outputTokens'>,
  settings: ModelSettings,
): number {
  const prices = Object.values(settings.prices);
  const dearest = {
    input: Math.max(0, ...prices.map((price) => price.input)),
    output: Math.max(0, ...prices.map((price) => price.output)),
  };
  const { input, output } = settings.prices[model] ?? dearest;
  return (tokens.inputTokens * input + tokens.outputTokens * output) / MICRO;
}

export function createSpending(counters: ReadableCounters, clock: Clock, log: Log): Spending {
  const day = () => clock.now().toISOString().slice(0, 10);
  // A digest: the count says nothing about whose it is to anybody who does not know them already.
  const nameOf = (customer: string) => `${ALL}:${deriveId(customer, 'spending')}`;
  return {
    reached: async (customer, settings) => {
      const [all = 0, own = 0] = await counters.read([ALL, nameOf(customer)], day());
      if (all >= settings.dailyCost * MICRO) return 'day';
      return own >= settings.dailyCostPerCustomer * MICRO ? 'customer' : null;
    },
    add: async (customer, usage) => {
      const micro = Math.ceil(usage.cost * MICRO);
      if (micro === 0) return;
      try {
        await Promise.all([counters.add(ALL, day(), micro), counters.add(nameOf(customer), day(), micro)]);
      } catch (error) {
        log.error('model.uncounted', { micro, error });
      }
    },
    today: async (settings) => {
      const [all = 0] = await counters.read([ALL], day());
      return { spent: all / MICRO, cap: settings.dailyCost, currency: 'USD' };
    },
  };
}

export const NO_USAGE: ModelUsage = { inputTokens: 0, outputTokens: 0, cost: 0 };

export function addUsage(one: ModelUsage, other: ModelUsage): ModelUsage {
  return {
    inputTokens: one.inputTokens + other.inputTokens,
    outputTokens: one.outputTokens + other.outputTokens,
    cost: one.cost + other.cost,
  };
}
