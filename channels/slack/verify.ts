// Is this really from Slack? The signature over the raw body, within five minutes either way, under the signing secret
// or, while it is being changed, under the previous one.
import { isValidSlackRequest } from '@slack/bolt';
import { SupportError } from '../../core/errors.ts';

const MOST_SKEW_MS = 5 * 60_000;

/** Throws SupportError `slack.signature` (refused, 401). */
export function verifySignature(body: string, headers: Headers, secrets: readonly string[], nowMs: number): void {
  const signature = headers.get('x-slack-signature') ?? '';
  const timestamp = headers.get('x-slack-request-timestamp') ?? '';
  const sent = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  // Bolt's own check lets timestamps from the future pass.
  if (!(Math.abs(nowMs - sent * 1000) <= MOST_SKEW_MS)) throw refused();
  const isValid = secrets.some((signingSecret) =>
    isValidSlackRequest({
      signingSecret,
      body,
      headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': sent },
      nowMilliseconds: nowMs,
    }),
  );
  if (!isValid) throw refused();
}

function refused(): SupportError {
  return new SupportError('slack.signature', 'This request was not signed by Slack.', { kind: 'refused', status: 401 });
}
