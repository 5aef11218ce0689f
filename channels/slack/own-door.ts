// Whether Slack would get through to us: its own question "is this address yours?", signed with our secret, at our own public
// address for the doctor, and at the door itself for the admin page.
import { createHmac } from 'node:crypto';
import type { ChannelCheck } from '../../models/channel.ts';
import { knock, pathOf } from '../knock.ts';
import { type Door, testSignature } from '../self-test.ts';

const CHALLENGE = 'frontdesk';

interface Account {
  accountId: string;
  signingSecrets: string[];
}

export function knockAsSlack(
  origin: string,
  { accountId, signingSecrets }: Account,
  nowMs: number,
): Promise<ChannelCheck> {
  return knock(
    signGreeting(`${origin}/hooks/slack${pathOf(accountId)}`, signingSecrets[0]!, nowMs),
    async (response) => response.ok && ((await response.json()) as { challenge?: string }).challenge === CHALLENGE,
  );
}

/** Whether our own door takes what is signed with our secret, and refuses what is signed with another. */
export function selfTest(door: Door, { signingSecrets }: Account, nowMs: number): Promise<ChannelCheck> {
  const sign = (secret: string) => signGreeting('http://self.test/hooks/slack', secret, nowMs);
  return testSignature(door, sign(signingSecrets[0] ?? ''), sign('forged'));
}

/** What Slack sends to get to know an address. */
function signGreeting(url: string, signingSecret: string, nowMs: number): Request {
  const body = JSON.stringify({ type: 'url_verification', challenge: CHALLENGE });
  const at = String(Math.floor(nowMs / 1_000));
  const mark = createHmac('sha256', signingSecret).update(`v0:${at}:${body}`).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'x-slack-request-timestamp': at,
    'x-slack-signature': `v0=${mark}`,
  };
  return new Request(url, { method: 'POST', headers, body });
}
