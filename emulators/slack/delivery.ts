// How Slack tells the app: signed requests with Slack's headers, tried again when the app does not answer in three seconds,
// now and then twice.
import { createHmac } from 'node:crypto';
import { type Faults, HELD_BACK_MS } from '../shared/faults.ts';
import { APP_ID, BOT, TEAM } from './workspace.ts';

export interface DeliveryDeps {
  requestUrl(): string;
  signingSecret: string;
  faults: Faults;
  tell(event: Record<string, unknown>): void;
  /** Pauses before the tries after the first. */
  retryAfterMs?: readonly number[];
}

export interface Delivered {
  status: number;
  body: string;
  retries: number;
}

export const ANSWER_WITHIN_MS = 3_000;
/** Slack: at once, then after a minute, then after five; shorter here, so that a play does not stand still. */
const RETRY_AFTER_MS = [200, 600, 1_500];

export function createDelivery(deps: DeliveryDeps) {
  const { faults, retryAfterMs = RETRY_AFTER_MS } = deps;
  let count = 0;
  const next = (sign: string) => `${sign}${String(++count).padStart(8, '0')}${Math.floor(Math.random() * 1e6)}`;

  async function post(
    body: string,
    type: string,
    retry?: { num: number; reason: string },
  ): Promise<{ status: number; body: string }> {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = `v0=${createHmac('sha256', deps.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
    const response = await fetch(deps.requestUrl(), {
      method: 'POST',
      headers: {
        'content-type': type,
        'x-slack-signature': signature,
        'x-slack-request-timestamp': timestamp,
        ...(retry ? { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason } : {}),
      },
      body,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    return { status: response.status, body: await response.text() };
  }

  /** Delivers one event as Slack does: again after a failure, sometimes twice, under another id too. */
  async function deliver(event: Record<string, unknown>): Promise<Delivered> {
    const envelope = () =>
      JSON.stringify({
        token: 'unused',
        team_id: TEAM,
        api_app_id: APP_ID,
        type: 'event_callback',
        event_id: next('Ev'),
        event_time: Math.floor(Date.now() / 1000),
        authorizations: [{ team_id: TEAM, user_id: BOT.id, is_bot: true }],
        event,
      });
    if (faults.strikes('lose', 'event')) return { status: 0, body: 'lost', retries: 0 };
    if (faults.strikes('reorder', 'event')) {
      setTimeout(() => void deliverOnce(envelope()).catch(() => undefined), HELD_BACK_MS);
      return { status: 0, body: 'held back', retries: 0 };
    }
    if (faults.strikes('duplicate', 'event')) void deliverOnce(envelope()).catch(() => undefined);
    return deliverOnce(envelope());
  }

  async function deliverOnce(body: string): Promise<Delivered> {
    for (let retries = 0; ; retries += 1) {
      const reason = { num: retries, reason: 'http_error' };
      const given = await post(body, 'application/json', retries > 0 ? reason : undefined).catch((error: Error) => ({
        status: 0,
        body: error.message,
      }));
      deps.tell({ what: 'delivered', status: given.status, retries });
      if ((given.status >= 200 && given.status < 300) || retries >= retryAfterMs.length) return { ...given, retries };
      await new Promise((resolve) => setTimeout(resolve, retryAfterMs[retries]));
    }
  }

  /** Buttons, forms and commands: one try, the answer matters. */
  async function interact(payload: Record<string, unknown>): Promise<Delivered> {
    const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    const given = await post(body, 'application/x-www-form-urlencoded').catch((error: Error) => ({
      status: 0,
      body: error.message,
    }));
    deps.tell({ what: 'delivered', status: given.status, retries: 0 });
    return { ...given, retries: 0 };
  }

  return { deliver, interact, post, next };
}
