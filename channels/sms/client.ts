// The one way to Twilio's REST API: no retries of its own, at a stand-in's address where one is set, and every error put
// into our words.
import twilio from 'twilio';
import type { SendResult } from '../../models/channel.ts';
import { neverLeft } from '../never-left.ts';

export interface TwilioAccount {
  accountId: string;
  accountSid: string;
  /** The present token first. */
  authTokens: string[];
  from?: string;
  messagingServiceSid?: string;
  apiUrl?: string;
  /** How long Twilio may take to answer; 10 s. */
  timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;

export type TwilioClient = ReturnType<typeof createTwilioClient>;

export function createTwilioClient({ accountSid, authTokens, apiUrl, timeoutMs }: TwilioAccount) {
  const http = new RebasedClient(apiUrl, timeoutMs ?? TIMEOUT_MS);
  return twilio(accountSid, authTokens[0]!, { httpClient: http, autoRetry: false });
}

type Options = Parameters<typeof twilio.RequestClient.prototype.request>[0];
type Answer<Data> = Awaited<ReturnType<typeof twilio.RequestClient.prototype.request<Data>>>;

class RebasedClient extends twilio.RequestClient {
  readonly #origin: string | undefined;

  constructor(apiUrl: string | undefined, timeoutMs: number) {
    super({ timeout: timeoutMs, autoRetry: false });
    this.#origin = apiUrl?.replace(/\/+$/, '');
  }

  override async request<Data>(options: Options): Promise<Answer<Data>> {
    const uri = this.#origin ? options.uri.replace(/^https:\/\/api\.twilio\.com/, this.#origin) : options.uri;
    const answer = (await super.request<Data>({ ...options, uri } as never)) as Answer<Data>;
    // The SDK's own error forgets the headers, and with them how long to wait.
    if (answer.statusCode === 429) throw slowDown((answer as { headers?: Record<string, unknown> }).headers);
    return answer;
  }
}

function slowDown(headers: Record<string, unknown> | undefined): Error & TwilioError {
  const seconds = Number(headers?.['retry-after'] ?? Number.NaN);
  const retryAfterMs = Number.isFinite(seconds) ? Math.max(1, seconds) * 1_000 : 2_000;
  return Object.assign(new Error('Twilio asks us to slow down'), { status: 429, retryAfterMs });
}

interface TwilioError {
  retryAfterMs?: number;
  status?: number;
  code?: number | string;
  message?: string;
}

/** 21211 and the like: this number, this text, this country will never do. */
const NEVER: ReadonlySet<number> = new Set([
  21211, 21214, 21217, 21408, 21602, 21604, 21606, 21608, 21610, 21612, 21614, 21617, 63016,
]);

export const OPTED_OUT = 21610;

/** What a failed call means for the outbox. */
export function resultOf(thrown: unknown): Exclude<SendResult, { outcome: 'accepted' }> {
  const { status, code, retryAfterMs = 2_000 } = thrown as TwilioError;
  const number = Number(code);
  if (status === 429) return { outcome: 'refused', code: '429', permanent: false, retryAfterMs };
  if (status === 401 || status === 403)
    return { outcome: 'refused', code: String(code ?? status), permanent: false, retryAfterMs: 30_000 };
  if (status !== undefined && status >= 400 && status < 500)
    return {
      outcome: 'refused',
      code: String(code ?? status),
      permanent: NEVER.has(number) || status === 400 || status === 404,
    };
  const unsent = neverLeft(thrown);
  if (unsent) return { outcome: 'refused', code: unsent, permanent: false };
  return { outcome: 'ambiguous', code: String(status ?? code ?? 'unknown') };
}
