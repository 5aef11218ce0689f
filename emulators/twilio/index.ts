// Twilio, played: the Messages resource of its REST API on one side, phones that write on the other. Signs its webhooks,
// reports what became of each message, and blocks a number that says STOP, as the real one does.
import { randomBytes } from 'node:crypto';
import { SegmentedMessage } from 'sms-segments-calculator';
import { type Answer, type Call, serve } from '../shared/serve.ts';
import { createDelivery } from './delivery.ts';
import type { PhoneText, SentMessage, TwilioEmulator, TwilioEmulatorOptions } from './shapes.ts';

export type { PhoneText, SentMessage, TwilioEmulator } from './shapes.ts';

const STOP_WORDS = new Set(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'END', 'QUIT', 'CANCEL', 'REVOKE', 'OPTOUT']);
const START_WORDS = new Set(['START', 'UNSTOP', 'YES']);
const KNOWN_FIELDS = new Set([
  'To',
  'From',
  'Body',
  'MediaUrl',
  'MessagingServiceSid',
  'StatusCallback',
  'MaxPrice',
  'ProvideFeedback',
  'ValidityPeriod',
  'SmartEncoded',
]);

export async function startTwilioEmulator(options: TwilioEmulatorOptions = {}): Promise<TwilioEmulator> {
  const accountSid = options.accountSid ?? `AC${'0'.repeat(31)}1`;
  let authToken = options.authToken ?? 'stand-in-auth-token';
  const from = options.from ?? '+15550001111';
  let webhookUrl = options.webhookUrl ?? '';
  const messages: SentMessage[] = [];
  const blocked = new Set<string>();
  const media = new Map<string, { content: Buffer; type: string }>();
  const sidOf = (sign: string) => `${sign}${randomBytes(16).toString('hex')}`;

  const answer = async (call: Call): Promise<Answer> => {
    const file = /^\/2010-04-01\/Accounts\/[^/]+\/Messages\/[^/]+\/Media\/(\w+)$/.exec(call.path)?.[1];
    if (!isSignedIn(call)) return failure(401, 20003, 'Authenticate');
    if (file) {
      const kept = media.get(file);
      return kept ? { headers: { 'content-type': kept.type }, body: kept.content } : failure(404, 20404, 'not found');
    }
    const owner = /\/Messages\/(\w+)\/Media\.json$/.exec(call.path)?.[1];
    if (owner) return listMedia(owner);
    if (call.path === `/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers.json`) return listNumbers(call.query);
    const resource = new RegExp(`^/2010-04-01/Accounts/${accountSid}/Messages(?:/(\\w+))?\\.json$`).exec(call.path);
    if (!resource) return failure(404, 20404, `The requested resource ${call.path} was not found`);
    const { faults } = stage;
    if (call.method === 'GET') return resource[1] ? one(resource[1]) : list(call.query);
    if (call.method !== 'POST') return failure(405, 20004, 'Method not allowed');
    if (faults.strikes('rateLimited', 'messages'))
      return {
        ...failure(429, 20429, 'Too Many Requests'),
        headers: { 'retry-after': String(faults.plan().retryAfterSeconds ?? 1) },
      };
    if (faults.strikes('failBefore', 'messages')) return failure(503, 20503, 'Service unavailable');
    const made = create(new URLSearchParams(call.body.toString('utf8')));
    if (faults.strikes('drop', 'messages')) return { drop: true };
    if (faults.strikes('failAfter', 'messages')) return failure(500, 20500, 'Internal error');
    return made;
  };

  function listNumbers(query: URLSearchParams): Answer {
    const asked = query.get('PhoneNumber');
    const own = { sid: `PN${'0'.repeat(32)}`, account_sid: accountSid, phone_number: from, sms_url: webhookUrl };
    const list = asked === null || asked === from ? [own] : [];
    return { body: { incoming_phone_numbers: list, page: 0, page_size: 50, next_page_uri: null, uri: '' } };
  }

  function listMedia(owner: string): Answer {
    const urls = messages.find((message) => message.sid === owner)?.media ?? [];
    const list = urls.map((url) => {
      const sid = url.split('/').at(-1)!;
      return { sid, parent_sid: owner, account_sid: accountSid, content_type: media.get(sid)?.type ?? '', uri: '' };
    });
    return { body: { media_list: list, page: 0, page_size: 50, next_page_uri: null, uri: '' } };
  }

  function isSignedIn(call: Call): boolean {
    const [sid, token] = Buffer.from((call.headers.authorization ?? '').replace(/^Basic /, ''), 'base64')
      .toString()
      .split(':');
    return sid === accountSid && token === authToken;
  }

  function create(form: URLSearchParams): Answer {
    const unknown = [...form.keys()].find((name) => !KNOWN_FIELDS.has(name));
    if (unknown) return failure(400, 20001, `Unknown parameter ${unknown}`);
    const [to, body] = [form.get('To') ?? '', form.get('Body') ?? ''];
    const sender = form.get('From') ?? (form.get('MessagingServiceSid') ? from : null);
    const mediaUrls = form.getAll('MediaUrl');
    if (!sender) return failure(400, 21603, "A 'From' phone number is required.");
    if (!/^(whatsapp:)?\+[1-9]\d{6,14}$/.test(to)) return failure(400, 21211, `Invalid 'To' Phone Number: ${to}`);
    if (to === sender) return failure(400, 21266, "'To' and 'From' number cannot be the same");
    if (body === '' && mediaUrls.length === 0) return failure(400, 21602, 'Message body is required.');
    if (body.length > 1_600)
      return failure(400, 21617, 'The concatenated message body exceeds the 1600 character limit.');
    if (mediaUrls.length > 10) return failure(400, 21623, 'Number of media files exceeds allowed limit');
    if (blocked.has(to)) return failure(400, 21610, 'Attempt to send to unsubscribed recipient');
    const made = keep(
      { from: sender, to, body, media: mediaUrls, direction: 'outbound-api', status: 'queued' },
      mediaUrls.length > 0 ? 'MM' : 'SM',
    );
    const callback = form.get('StatusCallback');
    if (callback) void delivery.report(made, callback);
    else made.status = 'delivered';
    return { status: 201, body: shown(made) };
  }

  function keep(part: Omit<SentMessage, 'sid' | 'at' | 'segments'>, sign: string, sid = sidOf(sign)): SentMessage {
    const segments = Math.max(1, new SegmentedMessage(part.body).segmentsCount);
    const made: SentMessage = { sid, at: new Date().toISOString(), segments, ...part };
    messages.push(made);
    stage.tell({ what: 'message', message: made });
    return made;
  }

  function one(sid: string): Answer {
    const found = messages.find((message) => message.sid === sid);
    return found ? { body: shown(found) } : failure(404, 20404, 'not found');
  }

  function list(query: URLSearchParams): Answer {
    const after = query.get('DateSent>') ?? query.get('DateSent>=');
    const found = messages
      .filter(
        (message) =>
          (!query.get('To') || message.to === query.get('To')) &&
          (!query.get('From') || message.from === query.get('From')),
      )
      .filter((message) => !after || message.at >= new Date(after).toISOString().slice(0, 10))
      .reverse();
    return {
      body: {
        messages: found.slice(0, Number(query.get('PageSize') ?? 50)).map(shown),
        page: 0,
        page_size: 50,
        next_page_uri: null,
        previous_page_uri: null,
        uri: '',
        first_page_uri: '',
      },
    };
  }

  function shown(message: SentMessage) {
    const at = new Date(message.at).toUTCString();
    return {
      sid: message.sid,
      account_sid: accountSid,
      from: message.from,
      to: message.to,
      body: message.body,
      status: message.status,
      direction: message.direction,
      num_segments: String(message.segments),
      num_media: String(message.media.length),
      date_created: at,
      date_sent: at,
      date_updated: at,
      error_code: message.errorCode ?? null,
      error_message: null,
      api_version: '2010-04-01',
      messaging_service_sid: null,
      price: null,
      price_unit: 'USD',
      subresource_uris: {},
      uri: '',
    };
  }

  async function write(input: PhoneText): Promise<{ sid: string; status: number; body: string }> {
    const sign = input.whatsapp ? 'whatsapp:' : '';
    const sid = input.sid ?? sidOf(input.media?.length ? 'MM' : 'SM');
    const [phone, us] = [`${sign}${input.phone}`, `${sign}${from}`];
    const files = (input.media ?? []).map((file) => {
      const id = sidOf('ME');
      media.set(id, { content: Buffer.from(file.base64, 'base64'), type: file.type });
      return { url: `${stage.url}/2010-04-01/Accounts/${accountSid}/Messages/${sid}/Media/${id}`, type: file.type };
    });
    if (!input.sid)
      keep(
        {
          from: phone,
          to: us,
          body: input.text,
          media: files.map((file) => file.url),
          direction: 'inbound',
          status: 'received',
        },
        'SM',
        sid,
      );
    if (!input.whatsapp) obey(phone, us, input.text);
    const fields: Record<string, string> = {
      MessageSid: sid,
      SmsSid: sid,
      SmsMessageSid: sid,
      AccountSid: accountSid,
      From: phone,
      To: us,
      Body: input.text,
      NumMedia: String(files.length),
      NumSegments: String(new SegmentedMessage(input.text).segmentsCount),
      ApiVersion: '2010-04-01',
      ...(input.optOutType ? { OptOutType: input.optOutType } : {}),
    };
    for (const [at, file] of files.entries())
      Object.assign(fields, { [`MediaUrl${at}`]: file.url, [`MediaContentType${at}`]: file.type });
    return { sid, ...(await delivery.deliver(webhookUrl, fields)) };
  }

  /** On a number of Twilio's, STOP blocks and is confirmed by Twilio itself. */
  function obey(phone: string, us: string, text: string): void {
    const word = text.trim().toUpperCase();
    const confirm = (body: string) =>
      keep({ from: us, to: phone, body, media: [], direction: 'outbound-reply', status: 'delivered' }, 'SM');
    if (STOP_WORDS.has(word) && !blocked.has(phone)) {
      blocked.add(phone);
      confirm(
        'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
      );
    } else if (START_WORDS.has(word) && blocked.has(phone)) {
      blocked.delete(phone);
      confirm('You have successfully been re-subscribed to messages from this number.');
    } else if (word === 'HELP' || word === 'INFO') confirm('Reply STOP to unsubscribe. Msg&Data Rates May Apply.');
  }

  function failure(status: number, code: number, message: string): Answer {
    return { status, body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status } };
  }

  const delivery = createDelivery({
    accountSid,
    authToken: () => authToken,
    faults: () => stage.faults,
    tell: (event) => stage.tell(event),
  });
  const stage = await serve({
    ...(options.port === undefined ? {} : { port: options.port }),
    answer,
    state: () => ({ messages, blocked: [...blocked], from }),
    control: {
      write: (input) => write(input as never),
      point: ({ url }) => {
        webhookUrl = String(url);
      },
    },
  });
  return {
    url: stage.url,
    env: {
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: authToken,
      TWILIO_FROM: from,
      TWILIO_API_URL: stage.url,
    },
    accountSid,
    authToken,
    from,
    messages,
    faults: stage.faults,
    write,
    pointTo: (url) => {
      webhookUrl = url;
    },
    rotate: (token) => {
      authToken = token;
    },
    stop: stage.stop,
  };
}
