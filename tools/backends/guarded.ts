// One breaker for each backend, and a time limit for each call: after several failures in a row nobody is kept waiting for a
// system that is away. It is tried again by itself, one call at a time, and the first success closes the breaker.
import { type Breaker, type BreakerOptions, createBreaker } from '../../core/breaker.ts';
import type { Clock } from '../../core/clock.ts';
import { asSupportError, SupportError } from '../../core/errors.ts';
import type { Log } from '../../core/log.ts';
import { within } from '../../core/within.ts';
import type { Backends } from '../index.ts';

export interface GuardOptions extends BreakerOptions {
  clock: Clock;
  log: Log;
  /** For one call; a shop behind HTTP has a limit of its own below this. */
  limitMs?: number;
}

/** Longer than the limit of one try in with-retry.ts: what is late there has not failed here yet. */
const LIMIT_MS = 2_500;

export function guardBackends(backends: Backends, options: GuardOptions): Backends {
  const guarded = Object.entries(backends).map(([name, backend]) => [name, guard(name, backend as object, options)]);
  return Object.fromEntries(guarded) as Backends;
}

type Call = (...values: unknown[]) => Promise<unknown>;

function guard(name: string, backend: object, options: GuardOptions): object {
  const breaker = createBreaker(options.clock, options);
  return new Proxy(backend, {
    get: (target, call) => {
      const run: unknown = Reflect.get(target, call);
      if (typeof run !== 'function') return run;
      return (...values: unknown[]) => attempt(name, breaker, () => (run as Call).apply(target, values), options);
    },
  });
}

async function attempt(name: string, breaker: Breaker, run: () => Promise<unknown>, { log, limitMs }: GuardOptions) {
  if (!breaker.mayTry())
    throw new SupportError('backend.resting', `${name} failed too often just now`, { kind: 'transient' });
  const before = breaker.state();
  try {
    const value = await within(limitMs ?? LIMIT_MS, run());
    breaker.succeeded();
    if (before !== 'closed') log.info('backend.back', { backend: name });
    return value;
  } catch (thrown) {
    // A refusal is an answer: the system is there.
    if (asSupportError(thrown).kind === 'refused') breaker.succeeded();
    else breaker.failed();
    if (before === 'closed' && breaker.state() === 'open')
      log.warn('backend.resting', { backend: name, error: thrown });
    throw thrown;
  }
}
