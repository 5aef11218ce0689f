// Twilio's door: forged, tampered, wrong-host, wrong-account, oversized and malformed requests.
import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { startTwilioEmulator } from '../../emulators/twilio/index.ts';
import { type AppStage, eventually, startApp } from '../support/app-stage.ts';
import { type Body, sample } from '../support/channel-stages.ts';
import { type BadRequest, badEnvelopes, refusesAll } from './bad-door.ts';

const TOKEN = 'stand-in-auth-token';
const PUBLIC = 'https://support.example.com';
const FORM = 'application/x-www-form-urlencoded';
const good = sample<Record<string, string>>('sms', 'message');

function markOf(fields: Record<string, string>, url = `${PUBLIC}/hooks/sms`, token = TOKEN, hash = 'sha1') {
  const sorted = Object.keys(fields).sort();
  return createHmac(hash, token).update(url + sorted.map((name) => name + fields[name]).join(''), 'utf8');
}

function row(name: string, fields: Record<string, string>, status: number, mark?: string): BadRequest {
  return {
    name,
    headers: { 'content-type': FORM, 'x-twilio-signature': mark ?? markOf(fields).digest('base64') },
    body: new URLSearchParams(fields).toString(),
    status,
  };
}

function signatures(): BadRequest[] {
  const right = markOf(good).digest('base64');
  const marks: [string, string][] = [
    ['empty', ''],
    ['rubbish', 'AAAA'],
    ['zeros', Buffer.alloc(20).toString('base64')],
    ["somebody's token", markOf(good, undefined, 'a-token-of-somebody').digest('base64')],
    ['the account as the token', markOf(good, undefined, good.AccountSid).digest('base64')],
    ['an empty token', markOf(good, undefined, '').digest('base64')],
    ['SHA-256', markOf(good, undefined, TOKEN, 'sha256').digest('base64')],
    ['hexadecimal', markOf(good).digest('hex')],
    ['cut', right.slice(0, -2)],
    ['twice', `${right}, ${right}`],
    ['small letters', right.toLowerCase()],
    ['of nothing', markOf({}).digest('base64')],
    ...(
      [
        'http://support.example.com/hooks/sms',
        'https://support.example.org/hooks/sms',
        'https://support.example.com/hooks/sms/',
        'https://support.example.com/hooks/sms?x=1',
        'https://support.example.com/hooks/SMS',
        'https://user@support.example.com/hooks/sms',
        'https://127.0.0.1/hooks/sms',
        '/hooks/sms',
      ] as const
    ).map((url): [string, string] => [`over ${url}`, markOf(good, url).digest('base64')]),
  ];
  const tampered: [string, Record<string, string>][] = [
    ['another text', { ...good, Body: 'Cancel my order' }],
    ['another sender', { ...good, From: '+15550009999' }],
    ['a field more', { ...good, OptOutType: 'STOP' }],
    ['a field less', { ...good, NumMedia: undefined as never }],
    ['a picture more', { ...good, NumMedia: '1', MediaUrl0: 'http://169.254.169.254/' }],
  ];
  const host = row('a spoofed host', good, 403, markOf(good, 'https://evil.example.com/hooks/sms').digest('base64'));
  return [
    { ...row('not signed', good, 403), headers: { 'content-type': FORM } },
    ...marks.map(([name, mark]) => row(`signed: ${name}`, good, 403, mark)),
    ...tampered.map(([name, fields]) => row(`tampered: ${name}`, JSON.parse(JSON.stringify(fields)), 403, right)),
    { ...host, headers: { ...host.headers!, 'x-forwarded-host': 'evil.example.com', 'x-forwarded-proto': 'https' } },
    { ...row('replayed at another door', good, 403, right), path: '/hooks/sms/status' },
  ];
}

function fields(): BadRequest[] {
  const not = (name: string, more: Record<string, string>, status = 400) =>
    row(`field ${name}`, { ...good, ...more }, status);
  const { MessageSid: _sid, ...withoutSid } = good;
  const { From: _from, ...withoutFrom } = good;
  const { AccountSid: _account, ...withoutAccount } = good;
  return [
    not('of another account', { AccountSid: `AC${'9'.repeat(32)}` }, 403),
    row('field account missing', withoutAccount, 403),
    row('field MessageSid missing', withoutSid, 400),
    row('field From missing', withoutFrom, 400),
    not('MessageSid', { MessageSid: 'SM1' }),
    not('MessageSid with a path', { MessageSid: '../../etc/passwd' }),
    not('MessageSid as an operator', { MessageSid: '{"$ne":null}' }),
    not('From with a tag', { From: '<script>alert(1)</script>' }),
    not('From with spaces', { From: '+1 555 765 4321' }),
    not('From too long', { From: `+${'1'.repeat(60)}` }),
    not('From with a separator', { From: 'sms|default|+15557654321' }),
    not('NumMedia negative', { NumMedia: '-1' }),
    not('NumMedia far too many', { NumMedia: '1000000' }),
    not('NumMedia no number', { NumMedia: 'many' }),
    not('Body too long', { Body: 'x'.repeat(10_001) }),
    not('OptOutType unknown', { OptOutType: 'MAYBE' }),
    not('ProfileName too long', { ProfileName: 'x'.repeat(201) }),
  ];
}

function asJson(): BadRequest[] {
  const post = (name: string, body: string, query: string, status: number): BadRequest => {
    const mark = markOf({}, `${PUBLIC}/hooks/sms${query}`).digest('base64');
    return {
      name,
      path: `/hooks/sms${query}`,
      headers: { 'content-type': 'application/json', 'x-twilio-signature': mark },
      body,
      status,
    };
  };
  const hash = (body: string) => `?bodySHA256=${createHash('sha256').update(body).digest('hex')}`;
  return [
    post('JSON without its hash', '{}', '', 403),
    post('JSON with the hash of another body', '{}', hash('{"a":1}'), 403),
    ...['{', '[]', 'null', '5'].map((body) => post(`JSON «${body}»`, body, hash(body), 400)),
  ];
}

describe("bad input at Twilio's door", function () {
  this.timeout(60_000);
  let app: AppStage;
  let twilio: Awaited<ReturnType<typeof startTwilioEmulator>>;

  before(async () => {
    twilio = await startTwilioEmulator();
    app = await startApp({
      TWILIO_ACCOUNT_SID: twilio.accountSid,
      TWILIO_AUTH_TOKEN: TOKEN,
      TWILIO_FROM: twilio.from,
      TWILIO_API_URL: twilio.url,
      PUBLIC_URL: PUBLIC,
    });
  });
  after(async () => {
    await app.remove();
    await twilio.stop();
  });

  it('is refused, row by row, with nothing stored', async () => {
    const sign = (body: string) => ({
      'x-twilio-signature': markOf(Object.fromEntries(new URLSearchParams(body))).digest('base64'),
    });
    const text = new URLSearchParams(good).toString();
    await refusesAll(app, '/hooks/sms', [...signatures(), ...fields(), ...asJson(), ...badEnvelopes(text, FORM, sign)]);
    assert.deepEqual(await app.rows('consents'), []);
  });

  it('refuses every report of a delivery that Twilio did not make', async () => {
    const status = sample<Body>('sms', 'status') as Record<string, string>;
    const query = '?lane=sms%7Cdefault%7C%2B15557654321&item=i1';
    const url = `${PUBLIC}/hooks/sms/status${query}`;
    const knock = (given: Record<string, string>, mark: string, at = query) =>
      fetch(`${app.origin}/hooks/sms/status${at}`, {
        method: 'POST',
        headers: { 'content-type': FORM, 'x-twilio-signature': mark },
        body: new URLSearchParams(given),
      });
    const right = markOf(status, url).digest('base64');
    assert.equal((await knock(status, right, query.replace('i1', 'i2'))).status, 403, 'another item');
    assert.equal((await knock({ ...status, MessageStatus: 'failed' }, right)).status, 403, 'another fate');
    assert.equal((await knock({ ...status, ErrorCode: '21610' }, right)).status, 403, 'an opt-out');
    const { MessageStatus: _gone, ...less } = status;
    assert.equal((await knock(less, markOf(less, url).digest('base64'))).status, 400);
    assert.equal((await knock(status, right)).status, 204, 'the true one');
    assert.deepEqual(await app.rows('consents'), []);
  });

  it('is one message however often a good request is replayed', async () => {
    const { headers, body } = row('good', good, 200);
    for (let time = 0; time < 4; time += 1)
      assert.equal(
        (await fetch(`${app.origin}/hooks/sms`, { method: 'POST', headers: headers!, body: String(body) })).status,
        200,
      );
    await eventually(async () => (await app.rows('messages')).some((one) => one.role === 'bot'));
    assert.equal((await app.rows('messages')).filter((one) => one.role === 'customer').length, 1);
  });
});
