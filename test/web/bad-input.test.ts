// Everything that should not come in at the web door, as a table: each is refused with a clear error and an opaque id,
// nothing of it is stored, the process lives on, and the next visitor is served.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { type AppStage, eventually, startApp } from '../support/app-stage.ts';
import { listBadRequests, message } from './bad-requests.ts';

const SECRET = 'a-secret-of-the-test';
const IDENTITY = 'the-shop-signs-with-this';

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

  it('is refused, every one of more than a hundred, with nothing stored', async () => {
    const all = await listBadRequests({ secret: SECRET, identitySecret: IDENTITY, token, conversation, other });
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

  it('slows a visitor who sends a thousand at once, serves others meanwhile, and loses nothing that it took', async () => {
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
      const calm = await start();
      const answers: Response[] = [];
      // As fast as fifty connections go.
      const flooding = Array.from({ length: 50 }, async (_, connection) => {
        for (let at = 0; at < 20; at += 1) {
          const answer = await send(flood, `message ${connection * 20 + at}`);
          await answer.arrayBuffer();
          answers.push(answer);
        }
      });
      assert.equal((await send(calm, 'Where is my order ORD-12345?')).status, 200);
      const { conversationId } = calm;
      await eventually(async () =>
        (await limited.rows('messages')).some(
          (row) => row.role === 'bot' && String(row.laneId).endsWith(conversationId),
        ),
      );
      await Promise.all(flooding);
      const taken = answers.filter((one) => one.status === 200).length;
      const refused = answers.filter((one) => one.status === 429);
      assert.ok(taken >= 1 && taken <= 40, `${taken} were taken`);
      assert.equal(taken + refused.length, 1_000);
      assert.ok(refused.every((one) => Number(one.headers.get('retry-after')) > 0));
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
