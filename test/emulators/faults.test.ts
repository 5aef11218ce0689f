// The stand-ins' bad days: each fault is had on demand over the control address, and the product bears it.
import assert from 'node:assert/strict';
import { startSlackEmulator } from '../../emulators/slack/index.ts';
import { startTwilioEmulator } from '../../emulators/twilio/index.ts';
import { type AppStage, eventually, startApp } from '../support/app-stage.ts';

const PHONE = '+15557654321';

describe('faults on demand', function () {
  this.timeout(40_000);
  let twilio: Awaited<ReturnType<typeof startTwilioEmulator>>;
  let slack: Awaited<ReturnType<typeof startSlackEmulator>>;
  let app: AppStage;

  async function begin(env: Record<string, string> = {}): Promise<void> {
    [twilio, slack] = await Promise.all([startTwilioEmulator(), startSlackEmulator()]);
    app = await startApp({
      ...twilio.env,
      ...slack.env,
      ...env,
    });
    twilio.pointTo(`${app.origin}/hooks/sms#rc=2`);
    slack.pointTo(`${app.origin}/hooks/slack`);
  }
  afterEach(async () => {
    await app.remove();
    await Promise.all([twilio.stop(), slack.stop()]);
  });

  const set = (origin: string, plan: object) =>
    fetch(`${origin}/__control/faults`, { method: 'POST', body: JSON.stringify(plan) });
  const sent = () => twilio.messages.filter((one) => one.direction === 'outbound-api');
  const texts = async () =>
    (await app.rows('messages'))
      .filter((row) => row.role === 'customer')
      .map((row) => (row.activity as { text: string }).text);

  it('a proxy that rewrites the address: the signature counts for the public one', async () => {
    await begin({ PUBLIC_URL: 'https://support.example.com' });
    await set(twilio.url, { proxyOrigin: 'https://support.example.com' });
    assert.equal((await twilio.write({ phone: PHONE, text: 'Where is my order ORD-12345?' })).status, 200);
    await set(twilio.url, { proxyOrigin: 'https://inside.example.com' });
    assert.equal((await twilio.write({ phone: PHONE, text: 'hello' })).status, 403);
  });

  it('status callbacks that come late, twice and out of order only move a message forward', async () => {
    await begin();
    await set(twilio.url, { lateMs: 300, duplicate: 1, reorder: 1, only: 'status' });
    await twilio.write({ phone: PHONE, text: 'Where is my order ORD-12345?' });
    const deliveryNow = async () =>
      (await app.rows('messages')).find((row) => row.role === 'bot')?.delivery as string | undefined;
    await eventually(async () => assert.equal(await deliveryNow(), 'delivered'), 10_000);
    await new Promise((resolve) => setTimeout(resolve, 600));
    assert.equal(await deliveryNow(), 'delivered');
    assert.equal(sent().length, 1);
  });

  it('a webhook that is held back comes after the next one, and both are answered once', async () => {
    await begin();
    await set(twilio.url, { reorder: 1, times: 1, only: 'inbound' });
    await twilio.write({ phone: PHONE, text: 'Where is my order ORD-31001?' });
    await twilio.write({ phone: PHONE, text: 'Where is my order ORD-31002?' });
    await eventually(async () => assert.equal((await texts()).length, 2));
    await eventually(() => {
      const all = sent()
        .map((one) => one.body)
        .join('\n');
      assert.equal(all.split('ORD-31001').length - 1, 1);
      assert.equal(all.split('ORD-31002').length - 1, 1);
    });
  });

  it('the same event under another id, and held back, is one message in Slack', async () => {
    await begin();
    await set(new URL(slack.url).origin, { duplicate: 1, only: 'event' });
    await slack.people.write({ user: 'U0CUST001', to: 'dm', text: 'Where is my order ORD-31001?' });
    await eventually(() =>
      assert.ok(slack.workspace.posts.some((post) => post.botId && post.text.includes('ORD-31001'))),
    );
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.equal(slack.workspace.posts.filter((post) => post.botId && post.text.includes('ORD-31001')).length, 1);
    await set(new URL(slack.url).origin, { reorder: 1, times: 1, only: 'event' });
    await slack.people.write({ user: 'U0CUST001', to: 'dm', text: 'Where is my order ORD-31002?' });
    await eventually(() =>
      assert.ok(slack.workspace.posts.some((post) => post.botId && post.text.includes('ORD-31002'))),
    );
  });

  it('shows how often each fault has struck', async () => {
    await begin();
    await set(twilio.url, { rateLimited: 1, times: 1, only: 'messages' });
    await twilio.write({ phone: PHONE, text: 'Where is my order ORD-31001?' });
    await eventually(() => assert.equal(sent().length, 1));
    const state = (await (await fetch(`${twilio.url}/__control/state`)).json()) as { struck: object };
    assert.deepEqual(state.struck, { rateLimited: 1 });
  });
});
