// Faults on demand: what a stand-in does wrong, how often, and from which seed, so that a bad day can be had again.

export interface FaultPlan {
  /** Milliseconds before each answer. */
  delayMs?: number;
  /** Shares of requests, 0 to 1. */
  rateLimited?: number;
  failBefore?: number;
  failAfter?: number;
  drop?: number;
  /** Webhooks: sent twice, never, or in another order. */
  duplicate?: number;
  lose?: number;
  /** Held back while what comes after it overtakes it. */
  reorder?: number;
  /** Status callbacks come this much later. */
  lateMs?: number;
  /** A proxy stands before the bot: the network signs for this origin, the bot sees another host and scheme. */
  proxyOrigin?: string;
  retryAfterSeconds?: number;
  /** The next so many requests only; without it until the plan is changed. */
  times?: number;
  /** Only calls whose name contains this. */
  only?: string;
  seed?: number;
}

export type Fault = 'rateLimited' | 'failBefore' | 'failAfter' | 'drop' | 'duplicate' | 'lose' | 'reorder';

/** How long what is out of order is held back. */
export const HELD_BACK_MS = 400;

export interface Faults {
  set(plan: FaultPlan): void;
  plan(): FaultPlan;
  /** How often each fault has struck since the start. */
  struck(): Partial<Record<Fault, number>>;
  /** Does this fault strike now? Each asking uses up one turn of the plan when it strikes. */
  strikes(fault: Fault, call?: string): boolean;
  delay(): Promise<void>;
}

export function createFaults(): Faults {
  let plan: FaultPlan = {};
  let state = 1;
  let left = Number.POSITIVE_INFINITY;
  const counts: Partial<Record<Fault, number>> = {};
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  return {
    set: (next) => {
      plan = next;
      state = (next.seed ?? 1) >>> 0;
      left = next.times ?? Number.POSITIVE_INFINITY;
    },
    plan: () => plan,
    struck: () => ({ ...counts }),
    strikes: (fault, call = '') => {
      const share = plan[fault] ?? 0;
      if (share === 0 || left <= 0 || (plan.only && !call.includes(plan.only)) || random() >= share) return false;
      left -= 1;
      counts[fault] = (counts[fault] ?? 0) + 1;
      return true;
    },
    delay: () => new Promise((resolve) => (plan.delayMs ? setTimeout(resolve, plan.delayMs) : resolve())),
  };
}
