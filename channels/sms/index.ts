// SMS and MMS through Twilio, and WhatsApp by its prefix on the same code. Webhooks are answered at once with nothing;
// what is said goes by REST with a status callback that carries our own id.
import type { Clock } from '../../core/clock.ts';
import { SupportError } from '../../core/errors.ts';
import type { Log } from '../../core/log.ts';
import { within } from '../../core/within.ts';
import type { Attachment, ConversationReference } from '../../models/activity.ts';
import type { AttachmentStore } from '../../models/attachments.ts';
import type { KnownMessages } from '../../models/caught-up.ts';
import type { Channel, Receive, SendResult } from '../../models/channel.ts';
import type { ConsentStore } from '../../models/consent.ts';
import type { Counters } from '../../models/counters.ts';
import type { Message, OutboxItem } from '../../models/lane.ts';
import type { LinkStore } from '../../models/links.ts';
import type { Settings } from '../../models/settings.ts';
import { fetchFile } from '../fetch-file.ts';
import { pathOf } from '../knock.ts';
import { linkToWhole } from '../whole-text.ts';
import { catchUpSms } from './catch-up.ts';
import { checkSms } from './check.ts';
import { createTwilioClient, OPTED_OUT, resultOf, type TwilioAccount } from './client.ts';
import { sendCode } from './code.ts';
import { type ConsentReading, mayBeAnswer, readConsent } from './consent.ts';
import { checkRecipient, countryOf } from './guard.ts';
import { sortFiles } from './media.ts';
import { askWhereItPoints, knockAsTwilio, selfTest } from './own-door.ts';
import { bare, deliveryOf, notACustomer, type ParsedInbound, parseInbound } from './parse.ts';
import { countSegments, renderSms } from './render.ts';
import { inboundSchema, statusSchema } from './schema.ts';
import { verifyRequest } from './verify.ts';

export interface SmsDeps {
  account: TwilioAccount;
  /** The address that Twilio calls, without a slash at the end. */
  publicUrl(): string;
  receive: Receive;
  attachments: AttachmentStore;
  /** A signed link to a file. */
  linkToFile(attachment: Attachment): string;
  consents: ConsentStore;
  counters: Counters;
  links: LinkStore;
  known: KnownMessages;
  /** A message's fate became known; only moves it forward. */
  onReceipt(laneId: string, itemId: string, delivery: NonNullable<Message['delivery']>, detail?: string): Promise<void>;
  settings(): Settings;
  clock: Clock;
  log: Log;
}

const CAPABILITIES = {
  maxTextLength: 1_600,
  markdown: false,
  choices: 'numbers',
  attachments: true,
  typing: false,
  edits: false,
  idempotentSends: false,
} as const;

const NOTHING = '<?xml version="1.0" encoding="UTF-8"?><Response/>';
/** Asked to stop in a sentence, of which Twilio knows nothing. */
const OWN_WORDS = 'own words';
/** Twilio refuses an empty text. */
const NO_WORDS = '...';
/** Twilio waits fifteen seconds for our answer. */
const WHOLE_TIMEOUT_MS = 8_000;
const MOST_MEDIA_BYTES = 16 * 1024 * 1024;

export function createSmsChannel(deps: SmsDeps): Channel {
  const { account, clock, log, consents } = deps;
  const client = createTwilioClient(account);

  async function webhook(request: Request): Promise<Response> {
    if (request.method !== 'POST') throw refuse('sms.method', 'Twilio posts.', 405);
    const { pathname, search } = new URL(request.url);
    const fields = verifyRequest(
      {
        url: `${deps.publicUrl()}${pathname}${search}`,
        signature: request.headers.get('x-twilio-signature') ?? '',
        contentType: request.headers.get('content-type') ?? '',
        body: await request.text(),
      },
      account.authTokens,
    );
    if (fields.AccountSid !== account.accountSid) throw refuse('sms.account', 'This is for another account.', 403);
    if (pathname.endsWith('/status')) return hearStatus(fields, new URLSearchParams(search));
    const inbound = inboundSchema.safeParse(fields);
    if (!inbound.success) throw refuse('sms.fields', 'This is not a message as Twilio sends it.', 400);
    const why = notACustomer(inbound.data, account.from);
    if (why) log.debug('sms.ignored', { why });
    else await hear(parseInbound(inbound.data, account.accountId, clock.now()), inbound.data.OptOutType);
    return new Response(NOTHING, { headers: { 'content-type': 'text/xml; charset=utf-8' } });
  }

  /** False: it does not concern us. */
  async function hear(parsed: ParsedInbound, optOutType: string | undefined): Promise<boolean> {
    const { reference, entry, media } = parsed;
    const isWhatsApp = reference.extras?.whatsapp === 'yes';
    const text = entry.activity.text ?? '';
    const consent = readConsent(text, optOutType, isWhatsApp);
    const isOut = consent !== null && (await consents.find(reference.nativeId))?.state === 'out';
    if (consent && (isOut || !mayBeAnswer(text, consent))) {
      await hearConsent(reference, entry, consent);
      return true;
    }
    const countries = deps.settings().sms.countries;
    const country = countryOf(reference.nativeId);
    if (countries.length > 0 && !(country && countries.includes(country))) {
      log.info('sms.country', { country });
      return false;
    }
    if (media.length > 0) await keepMedia(parsed);
    await deps.receive(reference, entry);
    return true;
  }

  /** Kept before anything else is done; the conversation is told, so that a person who has it knows. */
  async function hearConsent(
    reference: ConversationReference,
    entry: ParsedInbound['entry'],
    { word, confirmedByNetwork }: ConsentReading,
  ): Promise<void> {
    let isConfirmedThere = confirmedByNetwork;
    if (word !== 'help') {
      // Twilio confirms a START only to a number that it had blocked itself.
      const before = word === 'start' ? await consents.find(reference.nativeId) : null;
      if (before?.state === 'out' && before.source === OWN_WORDS) isConfirmedThere = false;
      const source = word === 'stop' && !confirmedByNetwork ? OWN_WORDS : `keyword ${word.toUpperCase()}`;
      await consents.set(reference.nativeId, { state: word === 'stop' ? 'out' : 'in', at: entry.receivedAt, source });
      log.info('sms.consent', { word });
    }
    await deps.receive(reference, {
      ...entry,
      kind: 'action',
      activity: { ...entry.activity, type: 'event', name: 'consent', value: { word, confirm: !isConfirmedThere } },
    });
  }

  async function keepMedia({ entry, media }: ParsedInbound): Promise<void> {
    const credentials = Buffer.from(`${account.accountSid}:${account.authTokens[0]}`).toString('base64');
    const policy = {
      hosts: ['api.twilio.com', 'mms.twiliocdn.com'],
      redirectHosts: ['.twiliocdn.com'],
      ...(account.apiUrl ? { standIns: [new URL(account.apiUrl).origin] } : {}),
      maxBytes: MOST_MEDIA_BYTES,
      timeoutMs: 3_000,
    };
    const keepOne = async (url: string, type: string, at: number): Promise<Attachment> => {
      const { content } = await fetchFile(
        url,
        { authorization: `Basic ${credentials}` },
        { ...policy, expectedType: type },
      );
      const name = `picture-${at + 1}.${type.split('/')[1]?.replace(/[^a-z0-9]/gi, '') ?? 'bin'}`;
      return deps.attachments.save(content, { name, type });
    };
    const all = await Promise.allSettled(
      media.map(({ url, type }, at) => within(WHOLE_TIMEOUT_MS, keepOne(url, type, at))),
    );
    const kept = all.filter((one) => one.status === 'fulfilled').map((one) => one.value);
    if (kept.length > 0) entry.activity.attachments = kept;
    if (kept.length < all.length) entry.activity.channelData = { missedFiles: all.length - kept.length };
  }

  /** What became of something that we sent; our id rides on the callback's address. */
  async function hearStatus(fields: Record<string, string>, query: URLSearchParams): Promise<Response> {
    const status = statusSchema.safeParse(fields);
    if (!status.success) throw refuse('sms.fields', 'This is not a status as Twilio sends it.', 400);
    const [lane, item] = [query.get('lane'), query.get('item')];
    const delivery = deliveryOf(status.data);
    const { ErrorCode: code, To: to, MessageSid: sid } = status.data;
    if (Number(code) === OPTED_OUT && to)
      await consents.set(to, { state: 'out', at: clock.now(), source: `error ${OPTED_OUT}` });
    if (lane && item) {
      await deps.links.put({ here: `sms-item|${item}`, there: `twilio|${sid}` });
      if (delivery) await deps.onReceipt(lane, item, delivery, code ? `Twilio says ${code}` : undefined);
    }
    return new Response(null, { status: 204 });
  }

  /** Whose message it is there, for looking others up; the message is sent, whatever our store says. */
  async function keepSid(itemId: string, sid: string): Promise<void> {
    await deps.links.put({ here: `sms-item|${itemId}`, there: `twilio|${sid}` }).catch((error: unknown) => {
      log.warn('sms.sid.unkept', { error });
    });
  }

  async function send(reference: ConversationReference, item: OutboxItem, settings: Settings): Promise<SendResult> {
    const to = reference.nativeId;
    const isConfirmation = item.activity?.channelData?.consent === 'confirmation';
    const consent = await consents.find(to);
    if (consent?.state === 'out' && !isConfirmation) return { outcome: 'refused', code: 'opted.out', permanent: true };
    const guard = await checkRecipient(to, settings, deps.counters, clock, log);
    if (guard) return guard;
    const files = sortFiles(item.activity?.attachments ?? [], reference.extras?.whatsapp === 'yes');
    const links = files.asLinks.map((file) => `${file.name} ${deps.linkToFile(file)}`);
    const rendered = renderSms(item.activity!, settings.sms.mostSegments, links);
    const media = files.along.map((file) => deps.linkToFile(file));
    const whole = rendered.rest === null ? '' : `\n\nMore: ${await linkToWhole(rendered.whole, deps)}`;
    const body = `${rendered.body}${whole}` || (media.length > 0 ? '' : NO_WORDS);
    const laneId = `${reference.channel}|${reference.accountId}|${reference.nativeId}`;
    const callback = new URLSearchParams({ lane: laneId, item: item.id });
    try {
      const sent = await client.messages.create({
        to,
        body,
        ...(media.length > 0 ? { mediaUrl: media } : {}),
        ...senderOf(account, reference),
        statusCallback: `${deps.publicUrl()}/hooks/sms/status?${callback}`,
      });
      await keepSid(item.id, sent.sid);
      const received = {
        text: body,
        segments: countSegments(body),
        ...(links.length > 0 ? { links: links.length } : {}),
      };
      return { outcome: 'accepted', providerId: sent.sid, received };
    } catch (error) {
      const result = resultOf(error);
      if (result.code === String(OPTED_OUT))
        await consents.set(to, { state: 'out', at: clock.now(), source: `error ${OPTED_OUT}` });
      return result;
    }
  }

  return {
    id: 'sms',
    capabilities: CAPABILITIES,
    webhook,
    send,
    sendCode: (to, text, settings) => sendCode(deps, client, to, text, settings),
    findAddress: async ({ customer }) => ({ phone: bare(customer.id) }),
    catchUp: (since, until) =>
      catchUpSms({ client, account, known: deps.known, hear: (parsed) => hear(parsed, undefined) }, since, until),
    checkDoor: async (origin) => {
      const path = `/hooks/sms${pathOf(account.accountId)}`;
      // A status of no message: nobody hears it. Its door is one for all accounts, and named by the conversation.
      const lane = new URLSearchParams({ lane: `sms|${account.accountId}|doctor` });
      const status = `${origin}/hooks/sms/status?${lane}`;
      return [await knockAsTwilio(status, account), await askWhereItPoints(client, account, `${origin}${path}`)];
    },
    check: () => checkSms(client, account, deps.publicUrl()),
    selfTest: () => selfTest(webhook, `${deps.publicUrl()}/hooks/sms/status`, account),
    placeFor: (to) =>
      /^(whatsapp:)?\+\d{6,15}$/.test(to)
        ? {
            channel: 'sms',
            accountId: account.accountId,
            nativeId: to,
            customer: { id: to },
            extras: to.startsWith('whatsapp:') ? { whatsapp: 'yes' } : {},
          }
        : null,
    lookup: async (reference, item) => {
      const known = await deps.links.findThere(`sms-item|${item.id}`);
      if (known) return known.slice('twilio|'.length);
      const files = sortFiles(item.activity?.attachments ?? [], reference.extras?.whatsapp === 'yes');
      const links = files.asLinks.map((file) => `${file.name} ${deps.linkToFile(file)}`);
      const rendered = renderSms(item.activity!, deps.settings().sms.mostSegments, links);
      const sent = await client.messages.list({
        to: reference.nativeId,
        dateSentAfter: new Date(new Date(item.createdAt).getTime() - 60_000),
        limit: 50,
      });
      // The same words may have been said a moment ago: what is known to be another item is not this one.
      for (const { sid, body, direction } of sent) {
        if (direction === 'inbound' || !body.startsWith(rendered.body)) continue;
        if ((await deps.links.findHere(`twilio|${sid}`)) === null) return sid;
      }
      return null;
    },
  };
}

/** The number that the customer wrote to answers; a Messaging Service picks one itself. */
function senderOf(
  account: TwilioAccount,
  reference: ConversationReference,
): { from: string } | { messagingServiceSid: string } {
  if (account.messagingServiceSid && reference.extras?.whatsapp !== 'yes')
    return { messagingServiceSid: account.messagingServiceSid };
  return { from: reference.extras?.to ?? account.from ?? '' };
}

function refuse(code: string, message: string, status: number): SupportError {
  return new SupportError(code, message, { kind: 'refused', status });
}
