// The well-kept Direct Line client, unchanged, against our door: over polling and over a socket, with backlog after a
// reconnect, an identity that the shop signed, and two instances over the same stores.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { WebSocket } from 'ws';
import { createApp } from '../../app.ts';
import { readConfig } from '../../core/config.ts';
import { type AppStage, eventually, startApp } from '../support/app-stage.ts';
import { testRedisUrl } from '../support/stores.ts';

const SECRET = 'a-secret-of-the-test';
const IDENTITY = 'the-shop-signs-with-this';
const require = createRequire(import.meta.url);
Object.assign(globalThis, { XMLHttpRequest: require('xhr2') as unknown, WebSocket });
const { DirectLine } = require('botframework-directlinejs') as typeof import('botframework-directlinejs');

interface Client {
  heard: { text?: string; from?: { role?: string }; replyToId?: string; channelData?: { clientActivityID?: string } }[];
  say(text: string): Promise<string>;
  end(): void;
}

describe('a Direct Line client', function () {
  this.timeout(40_000);
  let app: AppStage;
  before(async () => {
    app = await startApp({ WEB_IDENTITY_SECRET: IDENTITY });
  });
  after(() => app.remove());

  async function grant(origin = app.origin, body?: object): Promise<{ token: string; conversationId: string }> {
    const response = await fetch(`${origin}/v3/directline/tokens/generate`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    assert.equal(response.status, 200);
    return (await response.json()) as { token: string; conversationId: string };
  }

  function client(origin: string, token: string, webSocket: boolean): Client {
    const line = new DirectLine({ token, domain: `${origin}/v3/directline`, webSocket, pollingInterval: 200 });
    const heard: Client['heard'] = [];
    const watching = line.activity$.subscribe((activity) => {
      heard.push(activity as never);
    });
    return {
      heard,
      say: (text) =>
        new Promise((resolve, reject) => {
          line
            .postActivity({ type: 'message', from: { id: 'u1' }, text } as never)
            .subscribe({ next: (id) => resolve(id as string), error: reject });
        }),
      end: () => {
        watching.unsubscribe();
        line.end();
      },
    };
  }

  const fromBot = (one: Client) => one.heard.filter((activity) => activity.from?.role === 'bot' && activity.text);

  for (const webSocket of [false, true]) {
    it(`talks over ${webSocket ? 'a WebSocket' : 'polling'}`, async () => {
      const { token } = await grant();
      const one = client(app.origin, token, webSocket);
      const id = await one.say('Where is my order ORD-12345?');
      await eventually(() => fromBot(one).some((activity) => activity.text!.includes('in transit')));
      assert.equal(fromBot(one)[0]!.replyToId, id);
      assert.equal(one.heard.filter((activity) => activity.text === 'Where is my order ORD-12345?').length, 1);
      one.end();
    });
  }

  it('gets after a reconnect what it missed, in order and once (pain 35)', async () => {
    const { token, conversationId } = await grant();
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const say = (text: string) =>
      fetch(`${app.origin}/v3/directline/conversations/${conversationId}/activities`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ type: 'message', from: { id: 'u1' }, text }),
      });
    await say('hello');
    await say('Where is my order ORD-12345?');
    await eventually(
      async () =>
        (await app.rows('messages')).filter((row) => row.laneId === `web|default|${conversationId}`).length >= 3,
    );
    const late = (await (
      await fetch(`${app.origin}/v3/directline/conversations/${conversationId}?watermark=1`, { headers })
    ).json()) as { streamUrl: string };
    const frames: { activities: { text?: string }[]; watermark: string }[] = [];
    const socket = new WebSocket(late.streamUrl);
    socket.on('message', (data) => {
      if (String(data) !== '') frames.push(JSON.parse(String(data)) as never);
    });
    await eventually(() =>
      frames.flatMap((frame) => frame.activities).some((activity) => activity.text?.includes('in transit')),
    );
    socket.close();
    const texts = frames
      .flatMap((frame) => frame.activities)
      .map((activity) => activity.text)
      .filter(Boolean);
    assert.equal(new Set(texts).size, texts.length, 'something came twice');
    assert.ok(!texts.includes('hello'), 'what was seen came again');
  });

  it('is known by the identity that the shop signed, and sees its own orders', async () => {
    const identityToken = await new SignJWT({ name: 'Maya', email: 'maya@example.com' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('CUS-1001')
      .setExpirationTime('1h')
      .sign(Buffer.from(IDENTITY));
    const { token } = await grant(app.origin, { identityToken });
    const one = client(app.origin, token, true);
    await one.say('where is my order');
    await eventually(() => fromBot(one).some((activity) => activity.text!.includes('These are your latest orders')));
    one.end();
  });

  it('hears on one instance what was said and answered on another', async () => {
    const second = await createApp(
      readConfig({
        NODE_ENV: 'test',
        LOG_LEVEL: 'silent',
        HOST: '127.0.0.1',
        PORT: '0',
        ROLE: 'web',
        DATA_DIR: join(tmpdir(), 'frontdesk-second'),
        MONGODB_URI: app.mongoUri,
        REDIS_URL: testRedisUrl(),
        DIRECTLINE_SECRET: SECRET,
        WEB_QUIET_WINDOW_MS: '0',
      }),
    );
    await second.start();
    try {
      assert.deepEqual(await second.ready(), { ok: true, reasons: [] });
      const { token, conversationId } = await grant();
      const listening = client(second.address()!, token, true);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await fetch(`${app.origin}/v3/directline/conversations/${conversationId}/activities`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'message', from: { id: 'u1' }, text: 'Where is my order ORD-12345?' }),
      });
      await eventually(() => fromBot(listening).some((activity) => activity.text!.includes('in transit')));
      listening.end();
    } finally {
      await second.stop();
    }
  });

  it('is answered at once though the answer takes long (pain 50)', async () => {
    const { token, conversationId } = await grant();
    const begun = Date.now();
    const response = await fetch(`${app.origin}/v3/directline/conversations/${conversationId}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', from: { id: 'u1' }, text: 'hello' }),
    });
    assert.equal(response.status, 200);
    assert.ok(Date.now() - begun < 3_000);
    assert.equal(typeof ((await response.json()) as { id: string }).id, 'string');
  });
});
