// One-time codes on the real stores, over a real mail server and the Twilio stand-in: they arrive, they count, and no store, no
// log and no file holds one.
import assert from 'node:assert/strict';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { SMTPServer } from 'smtp-server';
import { systemClock } from '../../core/clock.ts';
import { createLog } from '../../core/log.ts';
import { startTwilioEmulator } from '../../emulators/twilio/index.ts';
import { type AppStage, eventually, startApp } from '../support/app-stage.ts';
import { testRedisUrl } from '../support/stores.ts';

const MAYA = { shopCustomerId: 'CUS-1001', name: 'Maya Lindqvist' };

/** A mail server that keeps its letters; `refuse` answers so many of them with this status first. */
async function startMailServer() {
  const letters: { to: string; body: string }[] = [];
  const refuse: number[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      let body = '';
      stream.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      stream.on('end', () => {
        const status = refuse.shift();
        if (status) return done(Object.assign(new Error('not now'), { responseCode: status }));
        letters.push({ to: session.envelope.rcptTo.map((one) => one.address).join(), body });
        return done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refuse,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

const codeIn = (text: string | undefined) => /\b\d{6}\b/.exec(text?.split('Your code is')[1] ?? '')?.[0] ?? '';

describe('one-time codes on the real stores', function () {
  this.timeout(40_000);
  let app: AppStage;
  let mail: Awaited<ReturnType<typeof startMailServer>>;
  const lines: string[] = [];
  const log = createLog('trace', { write: (line) => void lines.push(line) });

  beforeEach(async () => {
    mail = await startMailServer();
    lines.length = 0;
  });
  afterEach(async () => {
    await app.remove();
    await mail.stop();
  });

  const texts = async (role: string) =>
    (await app.rows('messages'))
      .filter((row) => row.role === role)
      .map((row) => (row.activity as { text?: string }).text ?? '');
  const heard = (part: string) =>
    eventually(async () => {
      const all = await texts('bot');
      assert.ok(
        all.some((text) => text.includes(part)),
        `«${part}» is not in ${JSON.stringify(all)}`,
      );
    });

  /** Everything that is kept: each collection of the database, each key of Redis, each line of the log. */
  async function keeps(code: string): Promise<string[]> {
    // Six digits inside a longer number, as a telephone's, are no code.
    const holds = (text: string) => new RegExp(`(?<!\\d)${code}(?!\\d)`).test(text);
    const found = lines.some(holds) ? ['the log'] : [];
    const connection = await mongoose.createConnection(app.mongoUri).asPromise();
    for (const { name } of await connection.db!.listCollections().toArray())
      if (holds(JSON.stringify(await connection.collection(name).find({}).toArray()))) found.push(name);
    await connection.close();
    const redis = new Redis(testRedisUrl());
    for (const key of await redis.keys('*')) {
      const value = await redis.dump(key);
      if (key.includes(code) || value?.includes(code)) found.push(`Redis ${key}`);
    }
    redis.disconnect();
    return found;
  }

  it('arrive by e-mail, open what needs them, and stand in no store and no log', async () => {
    app = await startApp({ SMTP_URL: mail.url, SMTP_FROM: 'Shop <support@example.com>' }, { log });
    await app.say('u1', 'I want to change my payment method', MAYA);
    await heard('six-digit code');
    await eventually(() => assert.equal(mail.letters.length, 1));
    const code = codeIn(mail.letters[0]!.body);
    assert.equal(mail.letters[0]!.to, 'maya@example.com');
    assert.match(mail.letters[0]!.body, /^From: Shop <support@example\.com>/m);
    await app.say('u1', `here you are: ${code.slice(0, 3)} ${code.slice(3)}`, MAYA);
    await heard('Thank you, that is the code.');
    assert.ok((await texts('customer')).includes('here you are: [code]'));
    // In another conversation it is hidden, too, and of no use.
    await app.say('u2', `somebody sent me ${code}`);
    await heard('not waiting for a code');
    assert.deepEqual(await keeps(code), []);
    assert.deepEqual(await keeps(`${code.slice(0, 3)} ${code.slice(3)}`), []);
  });

  it('wait while the mail server is busy, hold nothing else up, and are told of when it refuses them for good', async () => {
    mail.refuse.push(451);
    app = await startApp({ SMTP_URL: mail.url, SMTP_FROM: 'support@example.com' }, { log });
    await app.say('u1', 'I want to change my payment method', MAYA);
    await heard('six-digit code');
    await app.say('u1', 'where is my order ORD-12345?', MAYA);
    await heard('UPS');
    await eventually(() => assert.equal(mail.letters.length, 1));
    mail.refuse.push(550);
    await app.say('u1', 'send a new code', MAYA);
    await heard('I could not send the code.');
  });

  it('leave by text message through the account of the SMS channel, and are readable for nobody but the phone', async () => {
    const twilio = await startTwilioEmulator();
    app = await startApp(twilio.env, { log });
    try {
      await app.say('u1', 'I want to change my payment method', MAYA);
      await heard('six-digit code to your e-mail address');
      await app.say('u1', 'send the code by text message', MAYA);
      await heard('phone number ending in 00');
      const message = await eventually(() => {
        const found = twilio.messages.find((one) => one.to === '+15551000000');
        assert.ok(found);
        return found;
      });
      const code = codeIn(message.body);
      await app.say('u1', code, MAYA);
      await heard('Thank you, that is the code.');
      assert.deepEqual(await keeps(code), []);
    } finally {
      await twilio.stop();
    }
  });

  it('are shown in the demo inbox to this machine only, and never in production', async () => {
    app = await startApp({}, { log });
    await app.say('u1', 'I want to change my payment method', MAYA);
    await heard('six-digit code');
    const inbox = () => fetch(`${app.origin}/playground/api/inbox`);
    const code = await eventually(async () => {
      const { letters } = (await (await inbox()).json()) as { letters: { text: string; to: string }[] };
      assert.equal(letters[0]?.to, 'maya@example.com');
      return codeIn(letters[0]!.text);
    });
    assert.match(code, /^\d{6}$/);
    assert.deepEqual(await keeps(code), []);
    const { createPlayground } = await import('../../web/routes/playground.ts');
    const { PEER_HEADER } = await import('../../web/adapt.ts');
    const ask = (isProduction: boolean, peer: string, host: string) =>
      createPlayground({
        url: undefined,
        isProduction,
        newestTurns: async () => [],
        newestLanes: async () => [],
        isKnown: async () => true,
        inbox: async () => [],
        identitySecret: undefined,
        clock: systemClock,
      }).answer(new Request('http://127.0.0.1/playground/api/inbox', { headers: { [PEER_HEADER]: peer, host } }));
    assert.equal((await ask(false, '127.0.0.1', 'localhost:3978'))!.status, 200);
    await assert.rejects(ask(true, '127.0.0.1', 'localhost'), /no playground/);
    await assert.rejects(ask(false, '192.0.2.7', 'localhost'), /no playground/);
    await assert.rejects(ask(false, '127.0.0.1', 'evil.example.com'), /no playground/);
  });
});
