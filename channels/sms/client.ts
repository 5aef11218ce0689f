// The one way to Twilio's REST API: no retries of its own, at a stand-in's address where one is set, and every error put
// into our words.
import twilio from 'twilio';
import type { SendResult } from '../../models/channel.ts';

export interface TwilioAccount {
  accountId: string;
  accountSid: string;
  /** The present token first. */
  authTokens: string[];
  from?: string;
  messagingServiceSid?: string;
  apiUrl?: string;
}

const TIMEOUT_MS = 10_000;

export type TwilioClient = ReturnType<typeof createTwilioClient>;

export function createTwilioClient({ accountSid, authTokens, apiUrl }: TwilioAccount) {
  const http = new RebasedClient(apiUrl);
  return twilio(accountSid, authTokens[0]!, { httpClient: http, autoRetry: false });
}

type Options = Parameters<typeof twilio.RequestClient.prototype.request>[0];
type Answer<Data> = Awaited<ReturnType<typeof twilio.RequestClient.prototype.request<Data>>>;

class RebasedClient extends twilio.RequestClient {
  readonly #origin: string | undefined;

  constructor(apiUrl: string | undefined) {
    super({ timeout: TIMEOUT_MS, autoRetry: false });
    this.#origin = apiUrl?.replace(/\/+$/, '');
  }

  override request<Data>(options: Options): Promise<Answer<Data>> {
    const uri = this.#origin ? options.uri.replace(/^https:\/\/api\.twilio\.com/, this.#origin) : options.uri;
    return super.request<Data>({ ...options, uri } as never) as Promise<Answer<Data>>;
  }
}

interface TwilioError {
  status?: number;
  code?: number | string;
  message?: string;
}

/** 21211 and the like: this number, this text, this country will never do. */
const NEVER: ReadonlySet<number> = new Set([
  21211, 21214, 21217, 21408, 21602, 21604, 21606, 21608, 21610, 21612, 21614, 21617, 63016,
]);
const NOT_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

export const OPTED_OUT = 21610;

/** What a failed call means for the outbox. */
export function resultOf(thrown: unknown): Exclude<SendResult, { outcome: 'accepted' }> {
  const { status, code } = thrown as TwilioError;
  const number = Number(code);
  if (status === 429) return { outcome: 'refused', code: '429', permanent: false, retryAfterMs: 2_000 };
  if (status === 401 || status === 403)
    return { outcome: 'refused', code: String(code ?? status), permanent: false, retryAfterMs: 30_000 };
  if (status !== undefined && status >= 400 && status < 500)
    return {
      outcome: 'refused',
      code: String(code ?? status),
      permanent: NEVER.has(number) || status === 400 || status === 404,
    };
  if (typeof code === 'string' && NOT_SENT.has(code)) return { outcome: 'refused', code, permanent: false };
  return { outcome: 'ambiguous', code: String(status ?? code ?? 'unknown') };
}
