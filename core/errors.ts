// The one error type of the house. `kind` decides what happens next and is acted on in three places only:
// the web shell, the outbox, the turn. What a customer can read lives in phrases/, never in an Error.

/** refused: the input is at fault · transient: try again later · permanent: trying again is useless · bug: ours. */
export type ErrorKind = 'refused' | 'transient' | 'permanent' | 'bug';

export interface SupportErrorOptions {
  kind: ErrorKind;
  /** Milliseconds after which a repeat makes sense. */
  retryAfterMs?: number;
  /** HTTP status for the web shell; by kind when left out. */
  status?: number;
  cause?: unknown;
}

export class SupportError extends Error {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly retryAfterMs: number | undefined;
  readonly status: number | undefined;

  constructor(code: string, message: string, options: SupportErrorOptions) {
    super(message, { cause: options.cause });
    this.name = 'SupportError';
    this.code = code;
    this.kind = options.kind;
    this.retryAfterMs = options.retryAfterMs;
    this.status = options.status;
  }
}

/** The given thing as a SupportError; whatever is foreign and unknown counts as a bug. */
export function asSupportError(thrown: unknown): SupportError {
  if (thrown instanceof SupportError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new SupportError('unexpected', message, { kind: 'bug', cause: thrown });
}
