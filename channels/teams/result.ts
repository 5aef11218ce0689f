// What a failed call to Teams means for the outbox. 412, 429, 502 and 504 are Teams' own words for "again, later"; it has
// no way to look a message up, so anything unclear may be said twice.
import { TimedOut } from '../../core/within.ts';
import type { SendResult } from '../../models/channel.ts';
import { neverLeft } from '../never-left.ts';

interface TeamsError {
  statusCode?: number;
  status?: number;
  code?: string;
  response?: { status?: number; headers?: { get(name: string): string | undefined } };
}

const AGAIN: ReadonlySet<number> = new Set([412, 429, 502, 504]);

export function resultOf(thrown: unknown): Exclude<SendResult, { outcome: 'accepted' }> {
  if (thrown instanceof TimedOut) return { outcome: 'ambiguous', code: 'timeout' };
  const error = thrown as TeamsError;
  const status = error.statusCode ?? error.status ?? error.response?.status;
  const seconds = Number(error.response?.headers?.get('retry-after') ?? Number.NaN);
  const retry = Number.isFinite(seconds) ? { retryAfterMs: seconds * 1_000 } : {};
  if (status !== undefined && AGAIN.has(status))
    return { outcome: 'refused', code: String(status), permanent: false, ...retry };
  if (status === 401) return { outcome: 'refused', code: '401', permanent: false, retryAfterMs: 30_000 };
  if (status !== undefined && status >= 400 && status < 500)
    return { outcome: 'refused', code: String(status), permanent: true };
  const unsent = neverLeft(thrown);
  if (unsent) return { outcome: 'refused', code: unsent, permanent: false };
  return { outcome: 'ambiguous', code: String(status ?? error.code ?? 'unknown') };
}
