// Reads of a backend that fails or hangs: a time limit, two quick repeats, then an honest failure.
import { SupportError } from '../../core/errors.ts';
import { within } from '../../core/within.ts';

const TRIES = 3;
const LIMIT_MS = 2_000;

/** The value of `read`, tried up to three times; SupportError `backend.unavailable` (transient) after that. */
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
      if (attempt < TRIES) await new Promise((resolve) => setTimeout(resolve, (options.pauseMs ?? 100) * attempt));
    }
  }
  throw new SupportError('backend.unavailable', `${name} did not answer`, { kind: 'transient', cause: last });
}
