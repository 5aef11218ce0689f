// Slack's door: forged, stale, replayed, oversized and malformed requests.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { startSlackEmulator } from '../../emulators/slack/index.ts';
import { type AppStage, eventually, startApp } from '../support/app-stage.ts';
import { sample } from '../support/channel-stages.ts';
import { type BadRequest, badEnvelopes, refusesAll } from './bad-door.ts';

const SECRET = 'stand-in-signing-secret';
const FORM = 'application/x-www-form-urlencoded';
const now = () => Math.floor(Date.now() / 1000);
const hmac = (secret: string, text: string, hash = 'sha256') => createHmac(hash, secret).update(text);

function sign(body: string, at: number | string = now(), secret = SECRET): Record<string, string> {
  return {
    'x-slack-request-timestamp': String(at),
    'x-slack-signature': `v0=${hmac(secret, `v0:${at}:${body}`).digest('hex')}`,
  };
}

const good = JSON.stringify(sample('slack', 'message'));
const json = { 'content-type': 'application/json' };

function signatures(): BadRequest[] {
  const at = String(now());
  const right = sign(good, at);
  const mark = right['x-slack-signature']!;
  const base = `v0:${at}:${good}`;
  const heads: [string, Record<string, string>][] = [
    ['nothing signed', {}],
    ['no signature', { 'x-slack-request-timestamp': at }],
    ['no timestamp', { 'x-slack-signature': mark }],
    ['empty signature', { ...right, 'x-slack-signature': '' }],
    ['the bare version', { ...right, 'x-slack-signature': 'v0=' }],
    ["somebody's secret", sign(good, at, 'a-secret-of-somebody')],
    ['the secret in capitals', sign(good, at, SECRET.toUpperCase())],
    ['another version', { ...right, 'x-slack-signature': mark.replace('v0', 'v1') }],
    ['no version', { ...right, 'x-slack-signature': mark.slice(3) }],
    ['capitals', { ...right, 'x-slack-signature': mark.toUpperCase() }],
    ['cut', { ...right, 'x-slack-signature': mark.slice(0, -1) }],
    ['longer', { ...right, 'x-slack-signature': `${mark}0` }],
    ['one digit changed', { ...right, 'x-slack-signature': mark.slice(0, -1) + (mark.endsWith('0') ? '1' : '0') }],
    ['base64', { ...right, 'x-slack-signature': `v0=${hmac(SECRET, base).digest('base64')}` }],
    ['SHA-1', { ...right, 'x-slack-signature': `v0=${hmac(SECRET, base, 'sha1').digest('hex')}` }],
    ['two at once', { ...right, 'x-slack-signature': `${mark},${mark}` }],
    ['of another body', { ...right, 'x-slack-signature': sign(`${good} `, at)['x-slack-signature']! }],
    ['of an empty body', { ...right, 'x-slack-signature': sign('', at)['x-slack-signature']! }],
    ['of another time', { ...sign(good, now() - 10), 'x-slack-request-timestamp': at }],
    ['without the time', { ...right, 'x-slack-signature': `v0=${hmac(SECRET, good).digest('hex')}` }],
  ];
  const times = [
    now() - 310,
    now() - 86_400,
    now() + 310,
    now() + 86_400,
    0,
    -1,
    `${now()}000`,
    `${now()}.5`,
    '1e10',
    '0x6',
    'NaN',
    'Infinity',
    'now',
  ];
  return [
    ...heads.map(([name, headers]) => ({ name, headers: { ...json, ...headers }, body: good, status: 401 })),
    ...times.map((time, at) => ({
      name: `time ${at}: ${time}`,
      headers: { ...json, ...sign(good, time) },
      body: good,
      status: 401,
    })),
  ];
}

function shapes(): BadRequest[] {
  const signed = (name: string, type: string, body: string, status = 400): BadRequest => ({
    name,
    headers: { 'content-type': type, ...sign(body) },
    body,
    status,
  });
  return [
    ...['', '{', '[]', 'null', '5', '"x"', '\u0000'].map((body) =>
      signed(`JSON «${body}»`, json['content-type'], body),
    ),
    ...['payload=%7B', 'payload=[]', 'payload=null', 'payload=5'].map((body) => signed(body, FORM, body)),
    signed('an empty object', json['content-type'], '{}', 404),
    signed('an event without an event', json['content-type'], '{"type":"event_callback"}', 404),
    signed('a form of nothing', FORM, 'a=b', 404),
    signed('a command that is not ours', FORM, 'command=%2Fdeploy&text=now&user_id=U1&team_id=T1&channel_id=C1', 404),
    signed(
      'a button that is not ours',
      FORM,
      payload({ type: 'block_actions', actions: [{ action_id: 'evil' }] }),
      404,
    ),
    signed('a form that is not ours', FORM, payload({ type: 'view_submission', view: { callback_id: 'evil' } }), 404),
    { name: 'an account with odd signs', path: '/hooks/slack/%2e%2e', headers: sign(good), body: good, status: 404 },
    { name: 'a door that is not there', path: '/hooks/slacker', headers: sign(good), body: good, status: 404 },
  ];
}

function payload(value: object): string {
  return new URLSearchParams({
    payload: JSON.stringify({ team: { id: 'T1' }, user: { id: 'U1' }, ...value }),
  }).toString();
}

describe("bad input at Slack's door", function () {
  this.timeout(60_000);
  let app: AppStage;
  let slack: Awaited<ReturnType<typeof startSlackEmulator>>;

  before(async () => {
    slack = await startSlackEmulator();
    app = await startApp({
      SLACK_BOT_TOKEN: slack.token,
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: slack.url,
      SLACK_DESK_CHANNEL: 'C0DESK001',
    });
  });
  after(async () => {
    await app.remove();
    await slack.stop();
  });

  it('is refused, row by row, with nothing stored', () =>
    refusesAll(app, '/hooks/slack', [...signatures(), ...shapes(), ...badEnvelopes(good, json['content-type'], sign)]));

  it('is one message however often a good request is replayed', async () => {
    const headers = { ...json, ...sign(good) };
    for (let time = 0; time < 4; time += 1)
      assert.equal((await fetch(`${app.origin}/hooks/slack`, { method: 'POST', headers, body: good })).status, 200);
    await eventually(async () => (await app.rows('messages')).some((row) => row.role === 'bot'));
    assert.equal((await app.rows('messages')).filter((row) => row.role === 'customer').length, 1);
  });
});
