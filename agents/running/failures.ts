// What went wrong with a remote model, in our words: whether the same may work in a moment, and whether it says that the
// model is away. The one place that reads the errors of the model's SDK.
import { TimedOut } from '../../core/within.ts';

export interface Failure {
  /** One stable word for the log. */
  code: 'timeout' | 'rate-limited' | 'server' | 'network' | 'rejected' | 'broken' | 'silent';
  /** Asking the same model once more may help. */
  again: boolean;
  /** Counts for the breaker: nobody else would be served now either. */
  isAway: boolean;
  retryAfterMs?: number;
}

/** An answer came, but not one that can be used. */
export class UselessAnswer extends Error {
  readonly code: 'broken' | 'silent';

  constructor(code: 'broken' | 'silent', message: string) {
    super(message);
    this.name = 'UselessAnswer';
    this.code = code;
  }
}

const LONGEST_RETRY_AFTER_MS = 60_000;

export function readFailure(thrown: unknown): Failure {
  if (thrown instanceof UselessAnswer) return { code: thrown.code, again: thrown.code === 'broken', isAway: false };
  const { name = '', status } = thrown as { name?: string; status?: number };
  if (thrown instanceof TimedOut || name === 'TimeoutError' || name === 'AbortError')
    return { code: 'timeout', again: false, isAway: true };
  if (status === undefined) {
    // A page instead of JSON, or a stream that is none.
    if (name === 'SyntaxError') return { code: 'broken', again: true, isAway: true };
    return { code: 'network', again: true, isAway: true };
  }
  const retryAfterMs = retryAfterOf(thrown);
  const later = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (status === 429) return { code: 'rate-limited', again: true, isAway: true, ...later };
  if (status >= 500 || status === 408 || status === 409) return { code: 'server', again: true, isAway: true, ...later };
  // A wrong key or an unknown model stays wrong until somebody changes it; a refused request is this request's own fault.
  return { code: 'rejected', again: false, isAway: [401, 403, 404].includes(status) };
}

function retryAfterOf(thrown: unknown): number | undefined {
  const headers = (thrown as { headers?: { get?(name: string): string | null } }).headers;
  const exact = Number(headers?.get?.('retry-after-ms') ?? Number.NaN);
  const seconds = Number(headers?.get?.('retry-after') ?? Number.NaN);
  const ms = Number.isFinite(exact) ? exact : seconds * 1_000;
  return Number.isFinite(ms) && ms >= 0 ? Math.min(ms, LONGEST_RETRY_AFTER_MS) : undefined;
}
