// Slack's own question "is this address yours?", signed with our secret and asked at our own public address.
import { createHmac } from 'node:crypto';
import type { Clock } from '../../core/clock.ts';
import type { ChannelCheck } from '../../models/channel.ts';
import { knock } from '../knock.ts';

const CHALLENGE = 'frontdesk-doctor';

export function knockAsSlack(url: string, signingSecret: string, clock: Clock): Promise<ChannelCheck> {
  const body = JSON.stringify({ type: 'url_verification', challenge: CHALLENGE });
  const at = String(Math.floor(clock.nowMs() / 1_000));
  const mark = createHmac('sha256', signingSecret).update(`v0:${at}:${body}`).digest('hex');
  return knock({
    url,
    body,
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': at,
      'x-slack-signature': `v0=${mark}`,
    },
    isRight: async (response) =>
      response.ok && ((await response.json()) as { challenge?: string }).challenge === CHALLENGE,
  });
}
