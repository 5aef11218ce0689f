// Reads of a backend that fails or hangs: a time limit, two repeats with a growing pause, then an honest failure.
import { setTimeout as pause } from 'node:timers/promises';
import { asSupportError, SupportError } from '../../core/errors.ts';
import { within } from '../../core/within.ts';

const TRIES = 3;
const LIMIT_MS = 2_000;
const PAUSE_MS = 100;

/**
 * The value of `read`, tried up to three times; SupportError `backend.unavailable` (transient) after that. What was refused,
 * and what rests because it failed too often, is not asked again.
 */
export async function withRetry<T>(
  name: string,
  read: () => Promise<T>,
  options: { limitMs?: number; pauseMs?: number } = {},
): Promise<T> {
  let last: unknown;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    try {
      return await within(options.limitMs ?? LIMIT_MS, read());
    } catch (error) {
      last = error;
      const { kind, code } = asSupportError(error);
      if (kind === 'refused') throw error;
      if (code === 'backend.resting') break;
      const pauseMs = (options.pauseMs ?? PAUSE_MS) * 2 ** (attempt - 1);
      if (attempt < TRIES) await pause(pauseMs);
    }
  }
  throw new SupportError('backend.unavailable', `${name} did not answer`, { kind: 'transient', cause: last });
}
