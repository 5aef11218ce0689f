// Signing in with a company's provider: a real one over HTTP, played here, and everything it or somebody in between may do
// wrong.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type AdminClient, clientOf, signInAs } from '../support/admin-client.ts';
import { type AppStage, startApp } from '../support/app-stage.ts';

interface Wrong {
  nonce?: string;
  audience?: string;
  issuer?: string;
  email?: string;
  isUnverified?: boolean;
  isForged?: boolean;
  isOld?: boolean;
  slackUser?: string;
}

describe('signing in with OpenID Connect', function () {
  this.timeout(40_000);
  let provider: Server;
  let issuer: string;
  let app: AppStage;
  let admin: AdminClient;
  let wrong: Wrong = {};
  const asked = new Map<string, URLSearchParams>();

  before(async () => {
    const keys = await generateKeyPair('RS256');
    const forger = await generateKeyPair('RS256');
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256' };
    const tokenFor = async (query: URLSearchParams) => {
      const now = Math.floor(Date.now() / 1_000) - (wrong.isOld ? 7_200 : 0);
      return new SignJWT({
        email: wrong.email ?? 'admin@example.com',
        nonce: wrong.nonce ?? query.get('nonce')!,
        email_verified: !wrong.isUnverified,
        ...(wrong.slackUser ? { name: 'Ana', 'https://slack.com/user_id': wrong.slackUser } : {}),
      })
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .setIssuer(wrong.issuer ?? issuer)
        .setAudience(wrong.audience ?? 'frontdesk')
        .setSubject('s')
        .setIssuedAt(now)
        .setExpirationTime(now + 600)
        .sign(wrong.isForged ? forger.privateKey : keys.privateKey);
    };
    provider = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', async () => {
        const answer = (status: number, value: object) => {
          response.statusCode = status;
          response.end(JSON.stringify(value));
        };
        if (request.url === '/.well-known/openid-configuration')
          return answer(200, {
            issuer,
            authorization_endpoint: `${issuer}/authorize`,
            token_endpoint: `${issuer}/token`,
            jwks_uri: `${issuer}/keys`,
          });
        if (request.url === '/keys') return answer(200, { keys: [jwk] });
        // The same host plays Slack: who is of the desk.
        if (request.url === '/api/usergroups.users.list') return answer(200, { ok: true, users: ['U0ANA0001'] });
        const form = new URLSearchParams(body);
        const query = asked.get(form.get('code') ?? '');
        const challenge = createHash('sha256')
          .update(form.get('code_verifier') ?? '')
          .digest('base64url');
        const isClient =
          request.headers.authorization === `Basic ${Buffer.from('frontdesk:the-client-secret').toString('base64')}`;
        if (!query || !isClient || challenge !== query.get('code_challenge'))
          return answer(400, { error: 'invalid_grant' });
        return answer(200, { id_token: await tokenFor(query) });
      });
    });
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
    app = await startApp({
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'frontdesk',
      OIDC_CLIENT_SECRET: 'the-client-secret',
      SLACK_BOT_TOKEN: 'xoxb-test',
      SLACK_SIGNING_SECRET: 'a-signing-secret-of-the-test',
      SLACK_API_URL: `${issuer}/api/`,
      SLACK_DESK_GROUP: 'S0DESK001',
    });
    admin = await signInAs(app.origin, app.mongoUri, 'admin');
  });
  beforeEach(() => {
    wrong = {};
  });
  after(async () => {
    await app?.remove();
    provider?.closeAllConnections();
    provider?.close();
  });

  async function begin(to = '') {
    const { response } = await clientOf(app.origin, '').raw('GET', '/sign-in/ways');
    assert.deepEqual(await response.json(), { password: true, oidc: true });
    const begun = await fetch(`${app.origin}/admin/api/sign-in/oidc${to}`, { redirect: 'manual' });
    assert.equal(begun.status, 302);
    const query = new URL(begun.headers.get('location')!).searchParams;
    const code = `code-${asked.size}`;
    asked.set(code, query);
    return {
      query,
      code,
      cookie: begun.headers.get('set-cookie')!.split(';')[0]!,
      raw: begun.headers.get('set-cookie')!,
    };
  }
  const comeBack = (code: string, state: string, cookie: string) =>
    fetch(`${app.origin}/admin/api/sign-in/oidc/return?code=${code}&state=${state}`, {
      redirect: 'manual',
      headers: { cookie },
    });
  const attempt = async () => {
    const { query, code, cookie } = await begin();
    return comeBack(code, query.get('state')!, cookie);
  };

  it('lets in whoever was invited with the same address, and notes it', async () => {
    const { query, code, cookie, raw } = await begin();
    assert.match(raw, /HttpOnly; SameSite=Lax/);
    assert.deepEqual([query.get('response_type'), query.get('code_challenge_method')], ['code', 'S256']);
    assert.equal(query.get('redirect_uri'), `${app.origin}/admin/api/sign-in/oidc/return`);
    const back = await comeBack(code, query.get('state')!, cookie);
    assert.equal(back.headers.get('location'), '/admin');
    const session = back.headers.get('set-cookie')!.split(';')[0]!;
    assert.equal((await clientOf(app.origin, session).call('GET', '/me')).body.email, 'admin@example.com');
    assert.match((await admin.call('GET', '/audit')).text, /signed in by OpenID Connect/);
  });

  it('lets whoever is of the desk read the transcript that a card links to, and nobody else', async () => {
    const place = `#/conversations/${encodeURIComponent('web|default|c1')}`;
    const to = `?to=${encodeURIComponent(place)}`;
    wrong = { email: 'ana@example.com', slackUser: 'U0ANA0001' };
    const { query, code, cookie } = await begin(to);
    const back = await comeBack(code, query.get('state')!, cookie);
    assert.equal(back.headers.get('location'), `/admin${place}`);
    const ana = clientOf(app.origin, back.headers.get('set-cookie')!.split(';')[0]!);
    assert.equal((await ana.call('GET', '/me')).body.role, 'viewer');
    wrong = { email: 'eve@example.com', slackUser: 'U0EVE0001' };
    assert.match((await attempt()).headers.get('location')!, /refused/);
    wrong = { email: 'ana@example.com' };
    assert.match((await attempt()).headers.get('location')!, /refused/, 'not by an address alone');
  });

  it('leads nowhere else afterwards', async () => {
    for (const place of ['//evil.example', 'https://evil.example', '#/x\r\nset-cookie: a=b']) {
      const { query, code, cookie } = await begin(`?to=${encodeURIComponent(place)}`);
      assert.equal((await comeBack(code, query.get('state')!, cookie)).headers.get('location'), '/admin');
    }
  });

  const faults: [string, Wrong][] = [
    ['a token for another sign-in', { nonce: 'another' }],
    ['a token for another client', { audience: 'somebody-else' }],
    ['a token of another issuer', { issuer: 'https://evil.example.com' }],
    ['a token that somebody else signed', { isForged: true }],
    ['a token that has run out', { isOld: true }],
    ['an address that nobody invited', { email: 'stranger@example.com' }],
    ['an address that the provider has not verified', { isUnverified: true }],
  ];
  for (const [what, how] of faults)
    it(`refuses ${what}`, async () => {
      wrong = how;
      const back = await attempt();
      assert.equal(back.headers.get('location'), '/admin#refused=oidc');
      assert.equal(back.headers.get('set-cookie'), null);
    });

  it('refuses a return that another browser began, that comes twice, or that lacks its code', async () => {
    const one = await begin();
    const other = await begin();
    const isRefused = async (answer: Promise<Response>) =>
      assert.equal((await answer).headers.get('location'), '/admin#refused=oidc');
    await isRefused(comeBack(one.code, one.query.get('state')!, other.cookie));
    await isRefused(comeBack(one.code, one.query.get('state')!, ''));
    assert.equal(
      (await comeBack(other.code, other.query.get('state')!, other.cookie)).headers.get('location'),
      '/admin',
    );
    await isRefused(comeBack(other.code, other.query.get('state')!, other.cookie));
    await isRefused(fetch(`${app.origin}/admin/api/sign-in/oidc/return?error=access_denied`, { redirect: 'manual' }));
  });

  it('shuts out whom an admin has shut out', async () => {
    await signInAs(app.origin, app.mongoUri, 'viewer');
    await admin.call('PUT', '/people/viewer@example.com', { disabled: true });
    wrong = { email: 'viewer@example.com' };
    assert.equal((await attempt()).headers.get('location'), '/admin#refused=oidc');
  });

  it('is not there where no provider is named', async () => {
    const bare = await startApp();
    assert.deepEqual((await clientOf(bare.origin, '').call('GET', '/sign-in/ways')).body, {
      password: true,
      oidc: false,
    });
    assert.equal((await fetch(`${bare.origin}/admin/api/sign-in/oidc`)).status, 404);
    await bare.remove();
  });
});
