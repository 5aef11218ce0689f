// A one-time code by text message, through the account of the channel: who has said STOP gets none, the caps against pumping
// hold, and what it says is kept nowhere.
import type { Clock } from '../../core/clock.ts';
import type { Log } from '../../core/log.ts';
import type { SendResult } from '../../models/channel.ts';
import type { ConsentStore } from '../../models/consent.ts';
import type { Counters } from '../../models/counters.ts';
import type { Settings } from '../../models/settings.ts';
import { resultOf, type TwilioAccount, type TwilioClient } from './client.ts';
import { checkRecipient } from './guard.ts';
import { normalise } from './render.ts';

interface CodeDeps {
  account: TwilioAccount;
  consents: ConsentStore;
  counters: Counters;
  clock: Clock;
  log: Log;
}

export async function sendCode(
  { account, consents, counters, clock, log }: CodeDeps,
  client: TwilioClient,
  to: string,
  text: string,
  settings: Settings,
): Promise<SendResult> {
  if ((await consents.find(to))?.state === 'out') return { outcome: 'refused', code: 'opted.out', permanent: true };
  const guard = await checkRecipient(to, settings, counters, clock, log);
  if (guard) return guard;
  const { messagingServiceSid, from = '' } = account;
  try {
    const sent = await client.messages.create({
      to,
      body: normalise(text),
      ...(messagingServiceSid ? { messagingServiceSid } : { from: from.replace(/^whatsapp:/, '') }),
    });
    return { outcome: 'accepted', providerId: sent.sid };
  } catch (error) {
    return resultOf(error);
  }
}
