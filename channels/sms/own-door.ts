// Whether Twilio would get through to us: a status that concerns no message, signed as Twilio signs, at our own public address
// for the doctor and at the door itself for the admin page; and the address that stands at Twilio for our number.
import twilio from 'twilio';
import type { ChannelCheck } from '../../models/channel.ts';
import { knock } from '../knock.ts';
import { type Door, testSignature } from '../self-test.ts';
import { resultOf, type TwilioAccount, type TwilioClient } from './client.ts';

export function knockAsTwilio(url: string, { accountSid, authTokens }: TwilioAccount): Promise<ChannelCheck> {
  return knock(signStatus(url, accountSid, authTokens[0]!), (response) => response.ok);
}

/** Whether our own door takes what is signed with our token, and refuses what is signed with another. */
export function selfTest(door: Door, url: string, { accountSid, authTokens }: TwilioAccount): Promise<ChannelCheck> {
  const sign = (token: string) => signStatus(url, accountSid, token);
  return testSignature(door, sign(authTokens[0] ?? ''), sign('forged'));
}

/** What Twilio would send about something that belongs to nothing. */
function signStatus(url: string, accountSid: string, token: string): Request {
  const fields = { AccountSid: accountSid, MessageSid: `SM${'0'.repeat(32)}`, MessageStatus: 'sent' };
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': twilio.getExpectedTwilioSignature(token, url, fields),
  };
  return new Request(url, { method: 'POST', headers, body: new URLSearchParams(fields).toString() });
}

/** Does our number at Twilio point to us? A Messaging Service or an account without that right cannot be asked. */
export async function askWhereItPoints(
  client: TwilioClient,
  { from }: TwilioAccount,
  expected: string,
): Promise<ChannelCheck> {
  const name = 'webhook at Twilio';
  if (!from) return { name, ok: true, detail: `not asked: a Messaging Service has it; it should be ${expected}` };
  try {
    const [number] = await client.incomingPhoneNumbers.list({ phoneNumber: from, limit: 1 });
    if (!number) return { name, ok: true, detail: 'not asked: the number is not one of this account' };
    const url = String(number.smsUrl ?? '').split('#')[0];
    if (url === expected) return { name, ok: true, detail: expected };
    const remedy = `Phone Numbers → Active numbers → your number → A message comes in → Webhook → ${expected}#rc=5&rp=all&ct=2000&rt=4000&tt=15000`;
    return { name, ok: false, detail: `the number points to ${url || 'nothing'}`, remedy };
  } catch (error) {
    return { name, ok: true, detail: `not asked: Twilio says ${resultOf(error).code}` };
  }
}
