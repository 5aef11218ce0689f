// A circuit breaker: after several failures in a row nobody is kept waiting for what is away (a model, a shop's system). It
// tries again by itself, one call at a time, and closes with the first success.
import type { Clock } from './clock.ts';

export interface Breaker {
  /** May this call be made? When the pause is over, one caller is let through to try. */
  mayTry(): boolean;
  succeeded(): void;
  failed(): void;
  state(): 'closed' | 'open' | 'trying';
}

export interface BreakerOptions {
  /** Failures in a row that open it. */
  failures?: number;
  /** The first pause; doubled with each try that fails, up to `longestMs`. */
  openMs?: number;
  longestMs?: number;
}

export function createBreaker(
  clock: Clock,
  { failures = 5, openMs = 15_000, longestMs = 300_000 }: BreakerOptions = {},
): Breaker {
  let inRow = 0;
  let pauseMs = openMs;
  let state: 'closed' | 'open' | 'trying' = 'closed';
  let sinceMs = 0;

  const open = () => {
    state = 'open';
    sinceMs = clock.nowMs();
  };
  return {
    mayTry: () => {
      if (state === 'closed') return true;
      // One who was let through and never came back must not keep it shut for ever.
      if (clock.nowMs() - sinceMs < pauseMs) return false;
      state = 'trying';
      sinceMs = clock.nowMs();
      return true;
    },
    succeeded: () => {
      inRow = 0;
      pauseMs = openMs;
      state = 'closed';
    },
    failed: () => {
      inRow += 1;
      if (state === 'trying') {
        pauseMs = Math.min(pauseMs * 2, longestMs);
        open();
      } else if (state === 'closed' && inRow >= failures) open();
    },
    state: () => state,
  };
}
