// How much one visitor may send: a bucket that refills evenly. Bounded memory: the least recently used are forgotten.
import type { Clock } from '../../core/clock.ts';
import { SupportError } from '../../core/errors.ts';

export interface Limiter {
  /** Milliseconds to wait; 0 when it may pass. */
  take(key: string): number;
}

const MOST_KEYS = 50_000;

export function createLimiter(perMinute: number, clock: Clock): Limiter {
  const buckets = new Map<string, { left: number; atMs: number }>();
  const perMs = perMinute / 60_000;
  const size = Math.max(1, Math.min(perMinute, Math.ceil(perMinute / 3)));
  return {
    take: (key) => {
      const nowMs = clock.nowMs();
      const known = buckets.get(key);
      const left = known ? Math.min(size, known.left + (nowMs - known.atMs) * perMs) : size;
      buckets.delete(key); // back to the end: the map is in the order of use
      if (buckets.size >= MOST_KEYS) buckets.delete(buckets.keys().next().value!);
      const passes = left >= 1;
      buckets.set(key, { left: passes ? left - 1 : left, atMs: nowMs });
      return passes ? 0 : Math.ceil((1 - left) / perMs);
    },
  };
}

/** Throws SupportError 429, with the wait, for whoever is faster than the limiter allows. */
export function refuseHaste(limiter: Limiter, key: string): void {
  const waitMs = limiter.take(key);
  if (waitMs > 0)
    throw new SupportError('visitor.fast', 'Too many requests. Please slow down.', {
      kind: 'refused',
      status: 429,
      retryAfterMs: waitMs,
    });
}
