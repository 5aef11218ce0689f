// What Twilio's webhooks lost: its own list of messages is read again. What was written long ago is heard with its own time, so
// that an old STOP does not undo a newer START.
import type { KnownMessages } from '../../models/caught-up.ts';
import type { TwilioAccount, TwilioClient } from './client.ts';
import { bare, notACustomer, type ParsedInbound, parseInbound } from './parse.ts';
import { type Inbound, inboundSchema } from './schema.ts';

export interface CatchUpDeps {
  client: TwilioClient;
  account: TwilioAccount;
  known: KnownMessages;
  /** False: it does not concern us. */
  hear(parsed: ParsedInbound): Promise<boolean>;
}

const MOST_MESSAGES = 1_000;

type Listed = Awaited<ReturnType<TwilioClient['messages']['list']>>[number];

/** How many messages were new. Throws what the SDK throws. */
export async function catchUpSms(deps: CatchUpDeps, since: Date, until: Date): Promise<number> {
  const { client, account, known } = deps;
  const listed = await client.messages.list({ dateSentAfter: since, limit: MOST_MESSAGES });
  // Newest first as listed, and to the second only: turned round, so that those of one second keep their order.
  const lost = listed
    .toReversed()
    .filter((one) => one.direction === 'inbound' && isWithin(one, since, until))
    .sort((one, other) => timeOf(one) - timeOf(other));
  let found = 0;
  for (const one of lost) {
    const inbound = inboundSchema.safeParse(await fieldsOf(one, deps));
    if (!inbound.success || notACustomer(inbound.data, account.from) || !isForUs(inbound.data, account)) continue;
    const parsed = parseInbound(inbound.data, account.accountId, new Date(timeOf(one)));
    if (await known.has(parsed.reference, parsed.entry.key)) continue;
    if (await deps.hear(parsed)) found += 1;
  }
  return found;
}

/** Another number of the same Twilio account may be somebody else's business. */
function isForUs({ To }: Inbound, { from }: TwilioAccount): boolean {
  return from === undefined || bare(To) === bare(from);
}

function timeOf({ dateSent, dateCreated }: Listed): number {
  return (dateSent ?? dateCreated).getTime();
}

function isWithin(one: Listed, since: Date, until: Date): boolean {
  const at = timeOf(one);
  return at >= since.getTime() - 1_000 && at <= until.getTime();
}

/** The message as its webhook would have said it. */
async function fieldsOf(one: Listed, { client, account }: CatchUpDeps): Promise<Record<string, string>> {
  const count = Number(one.numMedia);
  const media =
    count > 0
      ? await client
          .messages(one.sid)
          .media.list({ limit: 10 })
          .catch(() => [])
      : [];
  const origin = account.apiUrl?.replace(/\/+$/, '') ?? 'https://api.twilio.com';
  const files = media.flatMap(({ sid, contentType }, at) => [
    [`MediaUrl${at}`, `${origin}/2010-04-01/Accounts/${account.accountSid}/Messages/${one.sid}/Media/${sid}`],
    [`MediaContentType${at}`, contentType],
  ]);
  return {
    MessageSid: one.sid,
    AccountSid: one.accountSid,
    From: one.from,
    To: one.to,
    Body: one.body,
    NumMedia: String(Math.min(count, 10)),
    ...Object.fromEntries(files),
  };
}
