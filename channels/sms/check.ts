// Tries the Twilio settings: whether the account's token works, and whether Twilio can reach us.
import type { ChannelCheck } from '../../models/channel.ts';
import { plainError } from '../../models/channel-health.ts';
import { resultOf, type TwilioAccount, type TwilioClient } from './client.ts';

export async function checkSms(
  client: TwilioClient,
  account: TwilioAccount,
  publicUrl: string,
): Promise<ChannelCheck[]> {
  try {
    await client.messages.list({ limit: 1 });
  } catch (error) {
    const { code } = resultOf(error);
    const remedy = 'Account SID and Auth Token stand side by side in the Twilio console, under Account Info.';
    return [{ name: 'account', ok: false, code, detail: `Twilio says ${plainError(code)}`, remedy }];
  }
  const works = { name: 'account', ok: true, detail: 'the token works' };
  if (publicUrl.startsWith('https://') || account.apiUrl)
    return [works, { name: 'webhook', ok: true, detail: `${publicUrl}/hooks/sms` }];
  const remedy = 'Set PUBLIC_URL to the https address of this server.';
  return [works, { name: 'webhook', ok: false, detail: `Twilio cannot reach ${publicUrl}`, remedy }];
}
