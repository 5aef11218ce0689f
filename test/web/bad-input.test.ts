// Everything that should not come in at the web door, as a table: each is refused with a clear error and an opaque id,
// nothing of it is stored, the process lives on, and the next visitor is served.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { SignJWT } from 'jose';
import { type AppStage, eventually, startApp } from '../support/app-stage.ts';

const SECRET = 'a-secret-of-the-test';
const IDENTITY = 'the-shop-signs-with-this';

interface Bad {
  name: string;
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer | FormData;
  status: number[];
}

describe('bad input at the web door', function () {
  this.timeout(60_000);
  let app: AppStage;
  let token = '';
  let conversation = '';
  let other = '';
  const door = '/v3/directline';

  const begin = async () => {
    const response = await fetch(`${app.origin}${door}/conversations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET}` },
    });
    return (await response.json()) as { token: string; conversationId: string };
  };

  before(async () => {
    app = await startApp({ WEB_IDENTITY_SECRET: IDENTITY, WEB_MESSAGES_PER_MINUTE: '100000' });
    ({ token, conversationId: conversation } = await begin());
    ({ token: other } = await begin());
  });
  after(() => app.remove());

  const bearer = () => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' });
  const activities = () => `${door}/conversations/${conversation}/activities`;
  const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  const message = (more: object) => JSON.stringify({ type: 'message', from: { id: 'u' }, text: 'hi', ...more });

  async function rows(): Promise<Bad[]> {
    const sign = (claims: Record<string, unknown>, secret = IDENTITY, alg = 'HS256') =>
      new SignJWT(claims).setProtectedHeader({ alg }).sign(Buffer.from(secret));
    const hour = Math.floor(Date.now() / 1000) + 3_600;
    const foreign = await new SignJWT({ conv: conversation, user: 'u', exp: hour })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(Buffer.from('another-secret-of-somebody'));
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ conv: conversation, user: 'u', exp: hour })).toString('base64url')}.`;
    const post = (name: string, body: string | Buffer, status = [400], headers: Record<string, string> = {}): Bad => ({
      name,
      method: 'POST',
      path: activities(),
      headers: { ...bearer(), ...headers },
      body,
      status,
    });
    const auth = (name: string, value: string | undefined, status = [401, 403]): Bad[] =>
      [
        ['GET', activities()],
        ['POST', activities()],
        ['POST', `${door}/tokens/refresh`],
        ['GET', `${door}/conversations/${conversation}`],
      ].map(([method, path]) => ({
        name: `${name}: ${method} ${path!.split('/').at(-1)}`,
        method: method!,
        path: path!,
        headers: { 'content-type': 'application/json', ...(value === undefined ? {} : { authorization: value }) },
        ...(method === 'POST' ? { body: message({}) } : {}),
        status,
      }));
    const identities: [string, string][] = [
      ['foreign key', await sign({ sub: 'CUS-1001', exp: hour }, 'not-the-shop-at-all')],
      ['expired', await sign({ sub: 'CUS-1001', exp: 1 })],
      ['without exp', await sign({ sub: 'CUS-1001' })],
      ['without sub', await sign({ exp: hour })],
      ['sub is no text', await sign({ sub: 5 as never, exp: hour })],
      ['not a token', 'abc'],
      ['empty parts', '..'],
      ['unsigned', unsigned],
    ];
    const shapes = [
      '',
      ' ',
      '{',
      '[',
      'null',
      'true',
      '1',
      '"x"',
      '[]',
      '{}',
      '{"type":5}',
      '{"type":"nonsense"}',
      '{"type":null}',
      '{"type":"message","text":5}',
      '{"type":"message","text":{}}',
      '{"type":"message","from":"x"}',
      '{"type":"message","from":{"id":5}}',
      '{"type":"message","locale":9}',
      '{"type":"message","channelData":"x"}',
      '{"type":"message","channelData":{"clientActivityID":7}}',
      '{"type":"message","channelData":{"clientActivityID":""}}',
      '{"type":"message"}{',
      "{'type':'message'}",
      '{"type":"message",}',
      '<xml/>',
      'type=message&text=hi',
      '\u0000',
      '{"type":"message","text":"hi"',
      '{"type":["message"]}',
      '{"type":{"$ne":null}}',
      '{"type":"message","text":{"$gt":""}}',
      '{"type":"message","from":{"id":{"$ne":null}}}',
      '{"type":"message","text":["a"]}',
      '{"text":"hi"}',
    ];
    return [
      ...shapes.map((body, at) => post(`shape ${at} ${body.slice(0, 40)}`, body)),
      post('invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])),
      post('50,000 characters', message({ text: 'x'.repeat(50_000) }), [413]),
      post('10,001 characters', message({ text: 'x'.repeat(10_001) }), [413]),
      post('deep nesting', nested(100_000), [400, 413]),
      post('deep value', `{"type":"message","text":"x","value":${nested(5_000)}}`, [400, 413]),
      post('a megabyte and more', `"${'x'.repeat(1_200_000)}"`, [413]),
      post('gzip', Buffer.from([0x1f, 0x8b, 8, 0]), [415], { 'content-encoding': 'gzip' }),
      post('br', 'x', [415], { 'content-encoding': 'br' }),
      post('deflate', 'x', [415], { 'content-encoding': 'deflate' }),
      post('an id that is too long', message({ channelData: { clientActivityID: 'x'.repeat(129) } })),
      post('a name that is too long', message({ from: { id: 'u', name: 'x'.repeat(300) } })),
      post('a locale that is too long', message({ locale: 'x'.repeat(36) })),
      ...auth('no token', undefined),
      ...auth('empty token', 'Bearer '),
      ...auth('rubbish', 'Bearer abc.def.ghi'),
      ...auth('foreign token', `Bearer ${foreign}`),
      ...auth('unsigned token', `Bearer ${unsigned}`),
      ...auth('basic', 'Basic dTpw'),
      ...auth('a very long token', `Bearer ${'x'.repeat(7_000)}`),
      {
        name: "another conversation's token reads",
        path: activities(),
        headers: { authorization: `Bearer ${other}` },
        status: [403],
      },
      {
        name: "another conversation's token writes",
        method: 'POST',
        path: activities(),
        headers: { authorization: `Bearer ${other}`, 'content-type': 'application/json' },
        body: message({}),
        status: [403],
      },
      {
        name: "another conversation's token resumes",
        path: `${door}/conversations/${conversation}`,
        headers: { authorization: `Bearer ${other}` },
        status: [403],
      },
      {
        name: 'the secret is not a visitor',
        method: 'POST',
        path: activities(),
        headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' },
        body: message({}),
        status: [401, 403],
      },
      {
        name: 'a visitor makes no tokens',
        method: 'POST',
        path: `${door}/tokens/generate`,
        headers: { authorization: `Bearer ${token}` },
        status: [401],
      },
      ...identities.map(
        ([name, identityToken]): Bad => ({
          name: `identity ${name}`,
          method: 'POST',
          path: `${door}/tokens/generate`,
          headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' },
          body: JSON.stringify({ identityToken }),
          status: [400, 401, 403],
        }),
      ),
      ...['-1', 'x', '1.5', '1e99', '{}', '%00'].map(
        (mark): Bad => ({
          name: `watermark ${mark}`,
          path: `${activities()}?watermark=${mark}`,
          headers: bearer(),
          status: [400],
        }),
      ),
      ...['PUT', 'DELETE', 'PATCH'].map(
        (method): Bad => ({
          name: `${method} activities`,
          method,
          path: activities(),
          headers: bearer(),
          body: '{}',
          status: [404, 405],
        }),
      ),
      ...[
        '/v3/directline',
        '/v3/directline/',
        '/v3/directline/tokens',
        '/v3/directline/conversations/%E0%A4%A/activities',
        '/v3/directline/../../etc/passwd',
        '/v3/directline/attachments/x',
        '/v3/directline/attachments/x?expires=1&signature=a',
        '//v3/directline/conversations',
        '/hooks/nothing',
        '/hooks/web/../slack',
      ].map((path): Bad => ({ name: path, path, headers: bearer(), status: [400, 401, 403, 404, 405] })),
      {
        name: 'an upload without a form',
        method: 'POST',
        path: `${door}/conversations/${conversation}/upload?userId=u`,
        headers: bearer(),
        body: 'x',
        status: [400, 415],
      },
      {
        name: 'an upload without its boundary',
        method: 'POST',
        path: `${door}/conversations/${conversation}/upload?userId=u`,
        headers: { ...bearer(), 'content-type': 'multipart/form-data' },
        body: 'x',
        status: [400, 415],
      },
      {
        name: 'a truncated upload',
        method: 'POST',
        path: `${door}/conversations/${conversation}/upload?userId=u`,
        headers: { ...bearer(), 'content-type': 'multipart/form-data; boundary=b' },
        body: '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
        status: [400],
      },
    ];
  }

  it('is refused, every one of more than a hundred, with nothing stored', async () => {
    const all = await rows();
    assert.ok(all.length >= 100, `only ${all.length} rows`);
    const wrong: string[] = [];
    for (const { name, method = 'GET', path, headers = {}, body, status } of all) {
      const response = await fetch(`${app.origin}${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: body as never }),
      }).catch((error: Error) => error);
      if (response instanceof Error) {
        // The server may cut a body that is far too long; then it must still live.
        if (!status.includes(413)) wrong.push(`${name}: ${response.message}`);
        continue;
      }
      const text = await response.text();
      if (!status.includes(response.status))
        wrong.push(`${name}: ${response.status}, not ${status.join('/')}: ${text.slice(0, 120)}`);
      else if (response.status !== 404 && !/"id":"err-/.test(text))
        wrong.push(`${name}: no opaque id in ${text.slice(0, 120)}`);
      if (/at \S+ \(|node_modules|Mongo|ECONN/.test(text))
        wrong.push(`${name}: the answer tells too much: ${text.slice(0, 200)}`);
    }
    assert.deepEqual(wrong, []);
    assert.deepEqual(await app.rows('lanes'), [], 'something was stored');
    assert.equal((await fetch(`${app.origin}/readyz`)).status, 200);
  });

  it('cannot make objects that act as operators or prototypes', async () => {
    const body = `{"type":"message","from":{"id":"u"},"text":"Where is my order ORD-12345?","__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}},"channelData":{"clientActivityID":"c1","$set":{"owner":"x"},"__proto__":{"y":1}}}`;
    const response = await fetch(`${app.origin}${activities()}`, { method: 'POST', headers: bearer(), body });
    assert.equal(response.status, 200, await response.text());
    await eventually(async () => (await app.rows('messages')).some((row) => row.role === 'bot'));
    const stored = JSON.stringify([await app.rows('lanes'), await app.rows('messages')]);
    assert.doesNotMatch(stored, /isAdmin|"\$set"|prototype/);
    assert.equal(({} as Record<string, unknown>).isAdmin, undefined);
  });

  it('does not end the process when a socket is upgraded badly or cut', async () => {
    const address = new URL(app.origin);
    const lines = [
      `GET ${door}/conversations/${conversation}/stream?t=abc HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
      'GET /nothing HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
      'RUBBISH\r\n\r\n',
      `POST ${activities()} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\nContent-Type: application/json\r\n\r\n{"ty`,
    ];
    for (const line of lines) {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(address.port), address.hostname, () => {
          socket.write(line);
          setTimeout(() => socket.destroy(), 150);
        });
        socket.on('close', () => resolve());
        socket.on('error', () => resolve());
      });
    }
    assert.equal((await fetch(`${app.origin}/healthz`)).status, 200);
  });

  it('slows a visitor who sends very much, serves others, and loses nothing that it took', async () => {
    const limited = await startApp({ WEB_MESSAGES_PER_MINUTE: '20' });
    try {
      const start = async () =>
        (await (
          await fetch(`${limited.origin}${door}/conversations`, {
            method: 'POST',
            headers: { authorization: `Bearer ${SECRET}` },
          })
        ).json()) as { token: string; conversationId: string };
      const flood = await start();
      const send = (one: { token: string; conversationId: string }, text: string) =>
        fetch(`${limited.origin}${door}/conversations/${one.conversationId}/activities`, {
          method: 'POST',
          headers: { authorization: `Bearer ${one.token}`, 'content-type': 'application/json' },
          body: message({ text }),
        });
      const answers = await Promise.all(Array.from({ length: 300 }, (_, at) => send(flood, `message ${at}`)));
      const taken = answers.filter((one) => one.status === 200).length;
      const refused = answers.filter((one) => one.status === 429);
      assert.ok(taken >= 1 && taken <= 20, `${taken} were taken`);
      assert.equal(taken + refused.length, 300);
      assert.ok(refused.every((one) => Number(one.headers.get('retry-after')) > 0));
      const calm = await start();
      assert.equal((await send(calm, 'Where is my order ORD-12345?')).status, 200);
      await eventually(
        async () =>
          assert.equal((await limited.rows('messages')).filter((row) => row.role === 'customer').length, taken + 1),
        15_000,
      );
    } finally {
      await limited.remove();
    }
  });
});
