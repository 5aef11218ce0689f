// Teams' door: tokens that Teams did not make for this bot, addresses that are not Teams', other tenants, and malformed
// activities.
import assert from 'node:assert/strict';
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { startTeamsEmulator, type TeamsEmulator } from '../../emulators/teams/index.ts';
import { type AppStage, eventually, startApp } from '../support/app-stage.ts';
import { type BadRequest, badEnvelopes, refusesAll } from './bad-door.ts';

const MAYA = { id: 'maya-aad', name: 'Maya' };
const JSON_TYPE = { 'content-type': 'application/json' };
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe("bad input at Teams' door", function () {
  this.timeout(60_000);
  let teams: TeamsEmulator;
  let app: AppStage;
  let good: Record<string, unknown>;
  const printed = console.error;

  before(async () => {
    // The SDK prints each token that it refuses.
    console.error = () => undefined;
    teams = await startTeamsEmulator();
    app = await startApp(teams.env);
    good = teams.activityOf({ user: MAYA, text: 'Where is my order ORD-12345?' });
  });
  after(async () => {
    console.error = printed;
    await app.remove();
    await teams.stop();
  });

  const row = (name: string, authorization: string | null, status: number, activity: object | string = good) => ({
    name,
    headers: { ...JSON_TYPE, ...(authorization === null ? {} : { authorization }) },
    body: typeof activity === 'string' ? activity : JSON.stringify(activity),
    status,
  });

  async function tokens(): Promise<BadRequest[]> {
    const { privateKey: stranger } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const right = await teams.tokenFor();
    const [head, claims, mark] = right.split('.') as [string, string, string];
    const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
    const none = `${encode({ alg: 'none', typ: 'JWT' })}.${claims}.`;
    const { keys } = (await (await fetch(`${teams.url}/keys`)).json()) as { keys: object[] };
    const mixed = `${encode({ alg: 'HS256', typ: 'JWT', kid: 'stand-in' })}.${claims}`;
    const byHmac = (key: string) => `${mixed}.${createHmac('sha256', key).update(mixed).digest('base64url')}`;
    const of = (more: Record<string, unknown>) => teams.tokenFor(more);
    const list: [string, string][] = [
      ['rubbish', 'abc'],
      ['dots', '..'],
      ['two parts', `${head}.${claims}`],
      ['four parts', `${right}.x`],
      ['unsigned', none],
      ['unsigned with a signature', `${none}${mark}`],
      ['signed with the public key as a password', byHmac(JSON.stringify(keys[0]))],
      ["signed with the bot's password", byHmac(teams.appPassword)],
      ['signed with nothing', byHmac('')],
      ['claims changed', `${head}.${encode({ ...said, serviceurl: 'https://evil.example.com/' })}.${mark}`],
      ['signature cut', right.slice(0, -4)],
      ['foreign key', await teams.tokenFor({}, stranger)],
      ['foreign key that brings its own', await teams.tokenFor({}, stranger, { jku: 'https://evil.example.com/keys' })],
      ['unknown key id', await teams.tokenFor({}, stranger, { kid: 'another' })],
      ['no key id', await teams.tokenFor({}, stranger, { kid: undefined })],
      ['foreign issuer', await of({ iss: 'https://sts.windows.net/evil/' })],
      ['emulator issuer v1', await of({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' })],
      [
        'emulator issuer v2',
        await of({ iss: 'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0' }),
      ],
      ['issuer with a slash', await of({ iss: 'https://api.botframework.com/' })],
      ['issuer with a tail', await of({ iss: 'https://api.botframework.com.evil.example.com' })],
      ['another bot', await of({ aud: '99999999-2222-3333-4444-555555555555' })],
      ['for the API itself', await of({ aud: 'https://api.botframework.com' })],
      ['expired long ago', await of({ exp: 1_000_000_000 })],
      ['expired an hour ago', await of({ exp: Math.floor(Date.now() / 1000) - 3_600 })],
      ['not yet valid', await of({ nbf: Math.floor(Date.now() / 1000) + 3_600 })],
      ['another serviceUrl', await of({ serviceurl: 'https://smba.trafficmanager.net/amer/' })],
      ['no serviceUrl', await of({ serviceurl: undefined })],
      ['far too long', `${head}.${encode({ ...said, x: 'x'.repeat(9_000) })}.${mark}`],
    ];
    return [
      row('no token', null, 401),
      row('empty token', '', 401),
      row('the bare word', 'Bearer', 401),
      row('another scheme', `Basic ${Buffer.from(`${teams.appId}:${teams.appPassword}`).toString('base64')}`, 401),
      row('twice the word', `Bearer Bearer ${right}`, 401),
      { ...row('in the address', null, 401), path: `/hooks/teams?access_token=${right}` },
      ...list.map(([name, token]) => row(`token: ${name}`, `Bearer ${token}`, 401)),
    ];
  }

  async function places(): Promise<BadRequest[]> {
    const urls = [
      'https://evil.example.com/',
      'http://169.254.169.254/latest/meta-data/',
      'http://127.0.0.1:1/',
      'http://localhost/',
      'http://[::1]/',
      'http://0x7f000001/',
      'https://smba.trafficmanager.net.evil.example.com/',
      'https://evil.trafficmanager.net/',
      'https://evilbotframework.com/',
      'http://smba.trafficmanager.net/',
      'https://smba.trafficmanager.net:8443/',
      'https://user:pass@smba.trafficmanager.net/',
      'https://smba.trafficmanager.net@evil.example.com/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'not a url',
      '',
    ];
    const rows: BadRequest[] = [];
    for (const serviceUrl of urls)
      rows.push(
        row(`serviceUrl «${serviceUrl}»`, `Bearer ${await teams.tokenFor({ serviceurl: serviceUrl })}`, 403, {
          ...good,
          serviceUrl,
        }),
      );
    const bearer = `Bearer ${await teams.tokenFor()}`;
    const conversation = good.conversation as object;
    const other = { tenant: { id: 'another-tenant' } };
    rows.push(
      row('another tenant', bearer, 403, { ...good, channelData: other }),
      row('another tenant in the conversation', bearer, 403, {
        ...good,
        conversation: { ...conversation, tenantId: 'another-tenant' },
      }),
      row('two tenants', bearer, 403, { ...good, channelData: other, conversation }),
      row('no tenant', bearer, 403, {
        ...good,
        channelData: {},
        conversation: { ...conversation, tenantId: undefined },
      }),
    );
    return rows;
  }

  async function shapes(): Promise<BadRequest[]> {
    const bearer = `Bearer ${await teams.tokenFor()}`;
    const raw = ['', '{', '[]', 'null', '5', '"x"', '{}', '{"type":"message"}'];
    const changed: Record<string, unknown>[] = [
      { type: 5 },
      { type: { $ne: null } },
      { from: null },
      { from: {} },
      { from: { id: { $gt: '' } } },
      { recipient: 'bot' },
      { conversation: 5 },
      { conversation: { id: '' } },
      { conversation: { id: 'x'.repeat(1_001) } },
      { text: ['a'] },
      { text: 'x'.repeat(60_001) },
      { attachments: 'file' },
      { attachments: Array.from({ length: 51 }, () => ({ contentType: 'image/png' })) },
      { entities: [{ type: 7 }] },
      { serviceUrl: 7 },
      { id: '' },
    ];
    return [
      ...raw.map((body) => row(`body «${body}»`, bearer, 400, body)),
      ...changed.map((more) => row(`activity ${JSON.stringify(more).slice(0, 60)}`, bearer, 400, { ...good, ...more })),
    ];
  }

  it('is refused, row by row, with nothing stored', async () => {
    const bearer = `Bearer ${await teams.tokenFor()}`;
    const envelopes = badEnvelopes(JSON.stringify(good), JSON_TYPE['content-type'], () => ({ authorization: bearer }));
    const rows = [...(await tokens()), ...(await places()), ...(await shapes()), ...envelopes];
    await refusesAll(app, '/hooks/teams', rows);
    assert.ok(rows.length > 90);
  });

  it('is refused at the second address, too', async () => {
    const some = (await tokens()).slice(6, 20);
    for (const { headers, body, name } of some) {
      const response = await fetch(`${app.origin}/api/messages`, {
        method: 'POST',
        headers: headers!,
        body: String(body),
      });
      assert.equal(response.status, 401, name);
    }
    assert.deepEqual(await app.rows('lanes'), []);
  });

  it('is one message however often a good request is replayed', async () => {
    teams.pointTo(`${app.origin}/hooks/teams`);
    for (let time = 0; time < 4; time += 1) assert.equal((await teams.deliver(good)).status, 202);
    await eventually(async () => (await app.rows('messages')).some((one) => one.role === 'bot'));
    assert.equal((await app.rows('messages')).filter((one) => one.role === 'customer').length, 1);
  });
});
