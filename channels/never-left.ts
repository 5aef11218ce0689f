// Did a failed call leave this machine at all? Where no connection came about, nothing was sent, and the outbox may try again
// without looking it up first.

const NO_CONNECTION: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
/** SDKs wrap what went wrong, and fetch wraps it once more. */
const MOST_DEPTH = 5;

/** The code of the connection that did not come about, anywhere in the chain of causes; null when it may have been sent. */
export function neverLeft(thrown: unknown): string | null {
  let error = thrown as { code?: unknown; cause?: unknown; original?: unknown } | undefined;
  for (let depth = 0; error && typeof error === 'object' && depth < MOST_DEPTH; depth += 1) {
    if (typeof error.code === 'string' && NO_CONNECTION.has(error.code)) return error.code;
    error = (error.original ?? error.cause) as typeof error;
  }
  return null;
}
