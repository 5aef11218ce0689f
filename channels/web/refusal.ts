// How an error looks from outside: a code, a sentence that gives nothing away, and an opaque id that stands in the log.
import { asSupportError } from '../../core/errors.ts';
import { newId } from '../../core/ids.ts';
import type { Log } from '../../core/log.ts';

/** The response for whatever was thrown; logged once, here. */
export function errorResponse(thrown: unknown, log: Log): Response {
  const error = asSupportError(thrown);
  const status = error.status ?? (error.kind === 'refused' ? 400 : error.kind === 'transient' ? 503 : 500);
  const id = newId('err');
  if (status >= 500) log.error('request.failed', { errorId: id, status, error });
  else log.info('request.refused', { errorId: id, status, code: error.code });
  const message =
    error.kind === 'refused'
      ? error.message
      : status === 503
        ? 'Please try again in a moment.'
        : 'Something went wrong on our side.';
  const headers: Record<string, string> =
    error.retryAfterMs === undefined ? {} : { 'retry-after': String(Math.ceil(error.retryAfterMs / 1000)) };
  return Response.json({ error: { code: error.code, message, id } }, { status, headers });
}
