// What is read as a whole and kept in memory for a while, so that changes are seen without a restart.
import type { Clock } from '../../../core/clock.ts';

const KEPT_MS = 60_000;

/** One reading for all who ask within a minute, also while it is under way; a failed one is not kept. */
export function keepReading<T>(read: () => Promise<T>, clock: Clock): () => Promise<T> {
  let current: Promise<T> | null = null;
  let begunMs = 0;
  return () => {
    if (current && clock.nowMs() - begunMs < KEPT_MS) return current;
    begunMs = clock.nowMs();
    const reading = read();
    current = reading;
    reading.catch(() => {
      if (current === reading) current = null;
    });
    return reading;
  };
}
