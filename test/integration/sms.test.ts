// SMS through the real Twilio SDK, end to end on real stores, with the Twilio stand-in for the network.
import assert from 'node:assert/strict';
import { type SentMessage, startTwilioEmulator, type TwilioEmulator } from '../../emulators/twilio/index.ts';
import { type AppStage, eventually, startApp } from '../support/app-stage.ts';

const PHONE = '+15557654321';

describe('SMS', function () {
  this.timeout(40_000);
  let twilio: TwilioEmulator;
  let app: AppStage;

  async function begin(env: Record<string, string> = {}): Promise<void> {
    twilio = await startTwilioEmulator();
    app = await startApp({
      ...twilio.env,
      ...env,
    });
    twilio.pointTo(`${app.origin}/hooks/sms`);
  }
  afterEach(async () => {
    await app.remove();
    await twilio.stop();
  });

  const sent = (): SentMessage[] => twilio.messages.filter((message) => message.direction === 'outbound-api');
  const heard = (part: string) =>
    eventually(() => {
      const found = sent().find((message) => message.body.includes(part));
      assert.ok(found, `not sent: «${part}» in ${JSON.stringify(sent().map((message) => message.body))}`);
      return found;
    });
  const quiet = () => new Promise((resolve) => setTimeout(resolve, 500));

  it('answers a text at once with nothing, and then by REST with a callback', async () => {
    await begin();
    const answered = await twilio.write({ phone: PHONE, text: 'Where is my order ORD-12345?' });
    assert.equal(answered.status, 200);
    assert.match(answered.body, /<Response\/>/);
    const message = await heard('ORD-12345 is in transit');
    assert.doesNotMatch(message.body, /[*_]{1,2}\w|“|”|’/);
    await eventually(() => message.status === 'delivered');
    await eventually(async () =>
      assert.equal((await app.rows('messages')).find((row) => row.key && row.role === 'bot')?.delivery, 'delivered'),
    );
  });

  it('understands the number of an option', async () => {
    await begin();
    await twilio.write({ phone: PHONE, text: 'cancel my order' });
    await heard('order number');
    await twilio.write({ phone: PHONE, text: 'help me please I want to speak with a human' });
    await heard("I'm bringing in a colleague");
  });

  it('treats the same delivery twice as one', async () => {
    await begin();
    const { sid } = await twilio.write({ phone: PHONE, text: 'Where is my order ORD-12345?' });
    await twilio.write({ phone: PHONE, text: 'Where is my order ORD-12345?', sid });
    await heard('ORD-12345');
    await quiet();
    assert.equal(sent().length, 1);
  });

  for (const word of ['STOP', 'stop', 'Stop.', 'UNSUBSCRIBE', 'END', 'QUIT', 'CANCEL', 'REVOKE', 'OPTOUT', 'STOPALL']) {
    it(`sends nothing after «${word}», which Twilio itself confirms once`, async () => {
      await begin();
      await twilio.write({ phone: PHONE, text: word });
      await twilio.write({ phone: PHONE, text: 'Where is my order ORD-12345?' });
      await quiet();
      assert.deepEqual(sent(), []);
    });
  }

  it('confirms «please stop texting me» once by itself, and then is silent until START', async () => {
    await begin();
    await twilio.write({ phone: PHONE, text: 'Please stop texting me' });
    await heard('no further messages');
    await twilio.write({ phone: PHONE, text: 'Where is my order ORD-12345?' });
    await quiet();
    assert.equal(sent().length, 1);
    await twilio.write({ phone: PHONE, text: 'START' });
    await twilio.write({ phone: PHONE, text: 'Where is my order ORD-12345?' });
    await heard('ORD-12345 is in transit');
    // Twilio had not blocked the number, so it has nothing to confirm, and we do.
    assert.equal(sent().length, 3, JSON.stringify(sent().map((message) => message.body)));
    assert.ok(!twilio.messages.some((message) => message.direction === 'outbound-reply'));
  });

  it('takes «yes» for an answer, though Twilio takes it for an opt-in, unless the number had opted out', async () => {
    await begin();
    await twilio.write({ phone: PHONE, text: 'cancel my order ORD-12345' });
    await heard('I need to know that it is you');
    await twilio.write({ phone: PHONE, text: 'Yes', optOutType: 'START' });
    await heard('As I said');
    await twilio.write({ phone: PHONE, text: 'STOP', optOutType: 'STOP' });
    await twilio.write({ phone: PHONE, text: 'Yes', optOutType: 'START' });
    await quiet();
    assert.equal(sent().length, 2);
    await twilio.write({ phone: PHONE, text: 'Where is my order ORD-12345?' });
    await heard('ORD-12345 is in transit');
  });

  it('does not take «we must STOP this nonsense» for an opt-out', async () => {
    await begin();
    await twilio.write({ phone: PHONE, text: 'we must STOP this, where is my order ORD-12345?' });
    await heard('ORD-12345 is in transit');
  });

  it('refuses what Twilio did not sign, and stores nothing of it', async () => {
    await begin();
    const body = new URLSearchParams({
      MessageSid: `SM${'a'.repeat(32)}`,
      AccountSid: twilio.accountSid,
      From: PHONE,
      To: twilio.from,
      Body: 'hi',
    });
    for (const signature of [undefined, '', 'AAAA', Buffer.alloc(20).toString('base64')]) {
      const response = await fetch(`${app.origin}/hooks/sms`, {
        method: 'POST',
        body,
        ...(signature === undefined ? {} : { headers: { 'x-twilio-signature': signature } }),
      });
      assert.equal(response.status, 403);
    }
    assert.deepEqual(await app.rows('lanes'), []);
  });

  it('checks the signature over the public address, whatever the proxy made of it', async () => {
    await begin({ PUBLIC_URL: 'https://support.example.com' });
    const answered = await twilio.write({ phone: PHONE, text: 'hello' });
    assert.equal(answered.status, 403);
  });

  it('accepts the former token while it is being changed', async () => {
    await begin({ TWILIO_AUTH_TOKEN: 'the-new-token', TWILIO_AUTH_TOKEN_PREVIOUS: 'stand-in-auth-token' });
    assert.equal((await twilio.write({ phone: PHONE, text: 'hello' })).status, 200);
  });

  it('sends once when the provider accepted and then dropped the connection', async () => {
    await begin();
    twilio.faults.set({ drop: 1, times: 1, only: 'messages' });
    await twilio.write({ phone: PHONE, text: 'Where is my order ORD-12345?' });
    await heard('ORD-12345 is in transit');
    await eventually(
      async () => assert.ok((await app.rows('lanes')).every((lane) => (lane.outbox as unknown[]).length === 0)),
      20_000,
    );
    assert.equal(sent().length, 1);
  });

  it('keeps a picture that came by MMS', async () => {
    await begin();
    await twilio.write({
      phone: PHONE,
      text: 'it arrived broken',
      media: [{ type: 'image/png', base64: Buffer.from('png').toString('base64') }],
    });
    await eventually(async () => {
      const row = (await app.rows('messages')).find((one) => one.role === 'customer') as
        | { activity?: { attachments?: unknown[] } }
        | undefined;
      assert.equal(row?.activity?.attachments?.length, 1);
    });
  });
});
