// The web door as outsiders rely on it: what a reply carries, which pages may use it, how long a token is good, and what
// becomes of files. Over HTTP and sockets, against the whole product.
import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { createApp } from '../../app.ts';
import { createTokens } from '../../channels/web/tokens.ts';
import { createManualClock } from '../../core/clock.ts';
import { readConfig } from '../../core/config.ts';
import { Secret } from '../../core/secret.ts';
import { type AppStage, eventually, startApp } from '../support/app-stage.ts';
import { testRedisUrl } from '../support/stores.ts';

const SECRET = 'a-secret-of-the-test';
const SHOP = 'https://shop.example.com';
const DOOR = '/v3/directline';
const QUESTION = 'Hi, I need to check the status of my order ORD-12345. When will it be delivered?';
const COMPLAINT =
  "I'm extremely unhappy with your service! My order was delivered damaged and customer service has been ignoring my emails for days. This is unacceptable!";

interface Shown {
  id: string;
  type: string;
  text?: string;
  replyToId?: string;
  from: { id: string; role: string };
  attachments: { contentUrl: string; contentType: string; name: string }[];
  channelData?: { turn?: Record<string, unknown>; clientActivityID?: string };
}

/** Waits until there is one. */
async function found<T>(look: () => Promise<T | undefined>): Promise<T> {
  return await eventually(async () => {
    const one = await look();
    assert.ok(one);
    return one;
  });
}

class Visitor {
  readonly origin: string;
  token = '';
  conversationId = '';

  constructor(origin: string) {
    this.origin = origin;
  }

  async begin(): Promise<this> {
    const response = await fetch(`${this.origin}${DOOR}/tokens/generate`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET}` },
    });
    Object.assign(this, await response.json());
    return this;
  }

  ask(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    return fetch(`${this.origin}${DOOR}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${this.token}`, ...init.headers },
    });
  }

  async say(text: string): Promise<string> {
    const response = await this.ask(`/conversations/${this.conversationId}/activities`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', from: { id: 'u1' }, text }),
    });
    assert.equal(response.status, 200);
    return ((await response.json()) as { id: string }).id;
  }

  async read(): Promise<Shown[]> {
    const response = await this.ask(`/conversations/${this.conversationId}/activities`);
    return ((await response.json()) as { activities: Shown[] }).activities;
  }

  /** The last reply to what is said. */
  async hear(text: string): Promise<Shown> {
    const id = await this.say(text);
    return await found(async () => (await this.read()).findLast((one) => one.replyToId === id));
  }
}

describe('the web door', function () {
  this.timeout(30_000);
  let app: AppStage;
  before(async () => {
    app = await startApp();
  });
  after(() => app.remove());

  it('is ready once stores and worker are, and says what is missing before', async () => {
    const young = await createApp(
      readConfig({
        NODE_ENV: 'test',
        LOG_LEVEL: 'silent',
        PORT: '0',
        DATA_DIR: join(tmpdir(), 'frontdesk-young'),
        MONGODB_URI: app.mongoUri,
        REDIS_URL: testRedisUrl(),
      }),
    );
    assert.deepEqual(await young.ready(), { ok: false, reasons: ['the worker does not run'] });
    await young.stop();
    const answer = await fetch(`${app.origin}/readyz`);
    assert.deepEqual([answer.status, await answer.json()], [200, { status: 'ready', reasons: [] }]);
  });

  it('shows with the last reply what the turn decided: the order', async () => {
    const reply = await (await new Visitor(app.origin).begin()).hear(QUESTION);
    const turn = reply.channelData!.turn!;
    const { intents, agents, tools, responseTimeMs, sessionSeconds, id, settingsRevision } = turn;
    assert.deepEqual(
      { ...turn, intents: 0, agents: 0, tools: 0, responseTimeMs: 0, sessionSeconds: 0, at: 0, laneId: 0, entries: 0 },
      {
        id,
        priority: 'MEDIUM',
        sentiment: { label: 'NEUTRAL', score: 0 },
        entities: { orderIds: ['ORD-12345'] },
        language: 'en',
        route: 'act:order-status',
        settingsRevision,
        followUpRequired: false,
        outcome: 'settled',
        ...{ intents: 0, agents: 0, tools: 0, responseTimeMs: 0, sessionSeconds: 0, at: 0, laneId: 0, entries: 0 },
      },
    );
    const [intent] = intents as { intent: string; confidence: number }[];
    assert.equal(intent!.intent, 'ORDER_INQUIRY');
    assert.ok(intent!.confidence > 0.7 && intent!.confidence <= 1);
    assert.deepEqual(
      (agents as object[]).map((one) => Object.keys(one).sort()),
      [['model', 'ms', 'name', 'reason']],
    );
    assert.deepEqual(
      (tools as { name: string; outcome: string; ms: number }[]).map(({ name, outcome }) => [name, outcome]),
      [['look_up_order', 'ok']],
    );
    assert.ok(typeof responseTimeMs === 'number' && responseTimeMs >= 0 && responseTimeMs < 10_000);
    assert.ok(typeof sessionSeconds === 'number' && sessionSeconds >= responseTimeMs / 1_000 - 0.1);
    const stored = await found(async () => (await app.rows('turns')).find((row) => row.id === id));
    for (const name of ['priority', 'route', 'outcome', 'language', 'sentiment', 'responseTimeMs', 'sessionSeconds'])
      assert.deepEqual(stored[name], turn[name], `the stored record has another ${name}`);
  });

  it('shows with the last reply what the turn decided: the complaint', async () => {
    const reply = await (await new Visitor(app.origin).begin()).hear(COMPLAINT);
    const turn = reply.channelData!.turn as Record<string, unknown> & { intents: { intent: string }[] };
    assert.equal(turn.intents[0]!.intent, 'COMPLAINT');
    assert.deepEqual([turn.priority, turn.sentiment], ['URGENT', { label: 'VERY_NEGATIVE', score: -0.8 }]);
    assert.deepEqual(
      [turn.followUpRequired, (turn.agents as { name: string }[]).map(({ name }) => name)],
      [true, ['escalation']],
    );
    assert.match(reply.text!, /damaged.*unanswered.*within 15 minutes/s);
    assert.ok(reply.text!.includes(turn.caseId as string), 'the case id is said');
    await eventually(() => app.cards.some((card) => card.includes(turn.caseId as string)));
  });

  it('keeps what the turn decided to itself in production', async () => {
    const shop = await startApp({ NODE_ENV: 'production' });
    try {
      const reply = await (await new Visitor(shop.origin).begin()).hear(QUESTION);
      assert.ok(reply.text!.includes('1Z999AA1234567890'));
      assert.equal(reply.channelData?.turn, undefined);
      assert.doesNotMatch(JSON.stringify(reply), /ORDER_INQUIRY|confidence/);
    } finally {
      await shop.remove();
    }
  });

  it('lets any page ask what it may send, with the headers that Direct Line clients use', async () => {
    const response = await fetch(`${app.origin}${DOOR}/conversations/x/activities`, {
      method: 'OPTIONS',
      headers: { origin: SHOP, 'access-control-request-method': 'POST' },
    });
    assert.equal(response.status, 204);
    assert.equal(response.headers.get('access-control-allow-origin'), SHOP);
    for (const name of ['authorization', 'content-type', 'x-ms-bot-agent', 'x-requested-with'])
      assert.ok(response.headers.get('access-control-allow-headers')?.includes(name), name);
  });

  it('gives a refreshed token for the same conversation, and refuses one that has expired with 403', async () => {
    const visitor = await new Visitor(app.origin).begin();
    const response = await visitor.ask('/tokens/refresh', { method: 'POST' });
    const fresh = (await response.json()) as { token: string; conversationId: string; expires_in: number };
    assert.equal(fresh.conversationId, visitor.conversationId);
    assert.ok(fresh.expires_in >= 60);
    visitor.token = fresh.token;
    assert.equal((await visitor.ask(`/conversations/${visitor.conversationId}/activities`)).status, 200);

    // Signed by us, two hours ago.
    const then = createManualClock(new Date(Date.now() - 2 * 3_600_000));
    visitor.token = await createTokens(new Secret(SECRET), undefined, then).issue({
      conversationId: visitor.conversationId,
      userId: 'u1',
    });
    const expired = await visitor.ask(`/conversations/${visitor.conversationId}/activities`);
    assert.equal(expired.status, 403);
    assert.match(await expired.text(), /"code":"token\.expired"/);
    assert.equal((await visitor.ask('/tokens/refresh', { method: 'POST' })).status, 403);
  });

  it('keeps a file, shows it to who wrote it by a signed link, and to nobody by another', async () => {
    const visitor = await new Visitor(app.origin).begin();
    const form = new FormData();
    form.append('file', new Blob(['what the parcel looked like'], { type: 'text/plain' }), 'parcel.txt');
    const activity = JSON.stringify({
      type: 'message',
      from: { id: 'u1' },
      text: 'My parcel ORD-12345 looks like this',
    });
    form.append('activity', new Blob([activity], { type: 'application/vnd.microsoft.activity' }));
    const path = `/conversations/${visitor.conversationId}/upload?userId=u1`;
    assert.equal((await visitor.ask(path, { method: 'POST', body: form })).status, 200);
    const shown = await found(async () => (await visitor.read()).find((one) => one.attachments.length > 0));
    assert.equal(shown.text, 'My parcel ORD-12345 looks like this');
    const { contentUrl, name, contentType } = shown.attachments[0]!;
    assert.deepEqual([name, contentType], ['parcel.txt', 'text/plain']);
    const file = await fetch(contentUrl);
    assert.equal(await file.text(), 'what the parcel looked like');
    assert.match(file.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert.equal((await fetch(contentUrl.replace(/signature=./, 'signature=_'))).status, 403);
  });

  describe('with a list of pages', () => {
    let listed: AppStage;
    before(async () => {
      listed = await startApp({ WEB_ORIGINS: `${SHOP}, https://www.example.com`, WEB_MESSAGES_PER_MINUTE: '3' });
    });
    after(() => listed.remove());

    it('serves those, its own and programs, and refuses every other', async () => {
      const visitor = await new Visitor(listed.origin).begin();
      const knock = (headers: Record<string, string>) =>
        visitor.ask(`/conversations/${visitor.conversationId}/activities`, { headers });
      for (const origin of [SHOP, 'https://www.example.com', listed.origin]) {
        const response = await knock({ origin });
        assert.deepEqual([response.status, response.headers.get('access-control-allow-origin')], [200, origin]);
      }
      assert.equal((await knock({})).status, 200);
      for (const origin of ['https://evil.example.com', `${SHOP}.evil.com`, 'null', `${SHOP}:8443`]) {
        const response = await knock({ origin });
        assert.deepEqual([response.status, response.headers.get('access-control-allow-origin')], [403, null], origin);
      }
    });

    it('opens a stream to those pages only', async () => {
      const visitor = await new Visitor(listed.origin).begin();
      const { streamUrl } = (await (await visitor.ask(`/conversations/${visitor.conversationId}`)).json()) as {
        streamUrl: string;
      };
      const open = (origin: string) =>
        new Promise<number>((resolve) => {
          const socket = new WebSocket(streamUrl, { origin });
          socket.on('open', () => {
            socket.close();
            resolve(101);
          });
          socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
          socket.on('error', () => resolve(0));
        });
      assert.equal(await open(SHOP), 101);
      assert.equal(await open('https://evil.example.com'), 403);
    });

    it('counts new visitors by their own address behind a proxy, and not by the proxy', async () => {
      const anonymous = async (address: string) =>
        (
          await fetch(`${listed.origin}${DOOR}/tokens/anonymous`, {
            method: 'POST',
            headers: { 'x-forwarded-for': address },
          })
        ).status;
      assert.deepEqual([await anonymous('203.0.113.1'), await anonymous('203.0.113.1')], [200, 429]);
      assert.equal(await anonymous('203.0.113.2'), 200);
    });

    it('slows a visitor who reads without end', async () => {
      const visitor = await new Visitor(listed.origin).begin();
      const calm = await new Visitor(listed.origin).begin();
      const read = (one: Visitor) => one.ask(`/conversations/${one.conversationId}/activities`);
      const answers = await Promise.all(Array.from({ length: 100 }, () => read(visitor)));
      const refused = answers.filter((one) => one.status === 429);
      assert.ok(refused.length >= 20, `${refused.length} were refused`);
      assert.ok(refused.every((one) => Number(one.headers.get('retry-after')) > 0));
      assert.equal((await read(calm)).status, 200);
    });
  });
});
