// Whether Twilio would get through to us: a status that concerns no message, signed as Twilio signs and sent to our own public
// address, and the address that stands at Twilio for our number.
import twilio from 'twilio';
import type { ChannelCheck } from '../../models/channel.ts';
import { knock } from '../knock.ts';
import { resultOf, type TwilioAccount, type TwilioClient } from './client.ts';

export function knockAsTwilio(url: string, { accountSid, authTokens }: TwilioAccount): Promise<ChannelCheck> {
  const sid = `SM${'0'.repeat(32)}`;
  const fields = { AccountSid: accountSid, MessageSid: sid, MessageStatus: 'sent' };
  return knock({
    url,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': twilio.getExpectedTwilioSignature(authTokens[0]!, url, fields),
    },
    body: new URLSearchParams(fields).toString(),
    isRight: (response) => response.ok,
  });
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
