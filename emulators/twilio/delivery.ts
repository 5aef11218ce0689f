// How Twilio tells the app: signed forms, tried again as often as the webhook's address asks for (#rc=5), late, twice or not at
// all when a fault says so.
import { createHash, createHmac } from 'node:crypto';
import { type Faults, HELD_BACK_MS } from '../shared/faults.ts';
import type { SentMessage } from './shapes.ts';

export interface DeliveryDeps {
  accountSid: string;
  authToken(): string;
  faults(): Faults;
  tell(event: Record<string, unknown>): void;
}

export interface Told {
  status: number;
  body: string;
}

const ANSWER_WITHIN_MS = 15_000;
const STATUS_PAUSE_MS = 60;
const RETRY_PAUSE_MS = 300;

/** The address without what Twilio itself reads from it, and how many more tries it asks for (0 to 5; one without a word). */
function targetOf(webhookUrl: string): { url: string; retries: number } {
  const [url = '', overrides = ''] = webhookUrl.split('#');
  const asked = new URLSearchParams(overrides).get('rc');
  return { url, retries: asked === null ? 1 : Math.min(5, Math.max(0, Number(asked) || 0)) };
}

export function createDelivery(deps: DeliveryDeps) {
  /** X-Twilio-Signature: HMAC-SHA1 over the address and the sorted fields. */
  async function post(url: string, fields: Record<string, string>): Promise<Told> {
    const { proxyOrigin } = deps.faults().plan();
    const { origin, pathname, search } = new URL(url);
    const signedUrl = proxyOrigin ? `${proxyOrigin}${pathname}${search}` : url;
    const sorted = Object.keys(fields).sort();
    const signed = signedUrl + sorted.map((name) => name + fields[name]).join('');
    const proxied = { 'x-forwarded-host': new URL(origin).host, 'x-forwarded-proto': 'http' };
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': createHmac('sha1', deps.authToken()).update(signed, 'utf8').digest('base64'),
        'i-twilio-idempotency-token': createHash('sha1').update(JSON.stringify(fields)).digest('hex'),
        ...(proxyOrigin ? proxied : {}),
      },
      body: new URLSearchParams(fields),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    return { status: response.status, body: await response.text() };
  }

  /** Again under the same ids after a failure of the other side; what it refuses (4xx) is not repeated. */
  async function postUntilTaken(webhookUrl: string, fields: Record<string, string>): Promise<Told> {
    const { url, retries } = targetOf(webhookUrl);
    for (let tries = 0; ; tries += 1) {
      const told = await post(url, fields).catch((error: Error) => ({ status: 599, body: error.message }));
      deps.tell({ what: 'delivered', status: told.status, retries: tries });
      if (told.status < 500 || tries >= retries) return told;
      await new Promise((resolve) => setTimeout(resolve, RETRY_PAUSE_MS * 3 ** tries));
    }
  }

  return {
    /** What a phone wrote. */
    deliver: async (webhookUrl: string, fields: Record<string, string>): Promise<Told> => {
      const faults = deps.faults();
      if (faults.strikes('lose', 'inbound')) return { status: 0, body: 'lost' };
      if (faults.strikes('reorder', 'inbound')) {
        setTimeout(() => void postUntilTaken(webhookUrl, fields), HELD_BACK_MS);
        return { status: 0, body: 'held back' };
      }
      if (faults.strikes('duplicate', 'inbound')) await postUntilTaken(webhookUrl, fields);
      return postUntilTaken(webhookUrl, fields);
    },
    /** queued → sent → delivered, each told to the callback, out of order when a fault says so. */
    report: async (made: SentMessage, callback: string): Promise<void> => {
      const faults = deps.faults();
      const statuses = faults.strikes('reorder', 'status') ? ['delivered', 'sent'] : ['sent', 'delivered'];
      for (const status of statuses) {
        const { delayMs = 0, lateMs = 0 } = faults.plan();
        await new Promise((resolve) => setTimeout(resolve, STATUS_PAUSE_MS + delayMs + lateMs));
        if (made.status !== 'delivered') made.status = status;
        deps.tell({ what: 'message', message: made });
        if (faults.strikes('lose', 'status')) continue;
        const fields = {
          MessageSid: made.sid,
          SmsSid: made.sid,
          MessageStatus: status,
          SmsStatus: status,
          To: made.to,
          From: made.from,
          AccountSid: deps.accountSid,
          ApiVersion: '2010-04-01',
        };
        if (faults.strikes('duplicate', 'status')) await postUntilTaken(callback, fields);
        await postUntilTaken(callback, fields);
      }
    },
  };
}
