// What can go wrong between the widget and the server, as few kinds as the widget acts on differently.

export type ChatErrorKind =
  /** No answer: the network or the server is away. */
  | 'offline'
  /** The token is too old or not ours. */
  | 'expired'
  /** The conversation is no longer there. */
  | 'ended'
  /** Too fast; wait. */
  | 'busy'
  /** Text or file over the server's limit. */
  | 'large'
  /** A file of a kind that is not taken. */
  | 'kind'
  /** No token for this page or visitor. */
  | 'unwelcome'
  /** The server does not want it, and will not later. */
  | 'refused';

export class ChatError extends Error {
  readonly kind: ChatErrorKind;
  readonly retryAfterMs: number | undefined;

  constructor(kind: ChatErrorKind, message: string, retryAfterMs?: number) {
    super(message);
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}

const KINDS: Record<number, ChatErrorKind> = {
  401: 'expired',
  403: 'expired',
  404: 'ended',
  408: 'offline',
  410: 'ended',
  413: 'large',
  415: 'kind',
  429: 'busy',
};

/** The error that a refusing response stands for. */
export function errorOf(response: Response): ChatError {
  const kind = KINDS[response.status] ?? (response.status >= 500 ? 'offline' : 'refused');
  const seconds = Number(response.headers.get('retry-after'));
  return new ChatError(kind, `HTTP ${response.status}`, seconds > 0 ? seconds * 1000 : undefined);
}
