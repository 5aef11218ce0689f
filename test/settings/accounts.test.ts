// Several accounts of one network on a running server: each at its own address, answered from its own number, with health
// and counters of its own.
import assert from 'node:assert/strict';
import { startSlackEmulator } from '../../emulators/slack/index.ts';
import { startTwilioEmulator, type TwilioEmulator } from '../../emulators/twilio/index.ts';
import { type AdminClient, signInAs } from '../support/admin-client.ts';
import { type AppStage, eventually, startApp } from '../support/app-stage.ts';

const PHONE = '+15557654321';

interface ShownChannel {
  id: string;
  account: string;
  state: string;
  lastError?: string;
  webhook: string;
  today?: { accepted: number; received: number };
}

describe('several accounts of one network', function () {
  this.timeout(60_000);
  let app: AppStage;
  let admin: AdminClient;
  let first: TwilioEmulator;
  let second: TwilioEmulator;

  const fieldsOf = (twilio: TwilioEmulator) => twilio.env;
  const sent = (twilio: TwilioEmulator) => twilio.messages.filter((message) => message.direction === 'outbound-api');
  const shown = async (id: string, account: string) =>
    ((await admin.call('GET', '/settings')).body.channels as ShownChannel[]).find(
      (one) => one.id === id && one.account === account,
    );
  const save = async (channels: object, extra: object = {}) => {
    const base = (await admin.call('GET', '/settings')).body.revision as number;
    return admin.call('PUT', '/settings', { base, why: 'accounts', channels, ...extra });
  };

  before(async () => {
    first = await startTwilioEmulator();
    second = await startTwilioEmulator({
      from: '+15550002222',
      accountSid: `AC${'0'.repeat(31)}2`,
      authToken: 'token-of-the-second',
    });
    app = await startApp();
    admin = await signInAs(app.origin, app.mongoUri, 'admin');
    const saved = await save({ sms: { fields: fieldsOf(first), accounts: { second: { fields: fieldsOf(second) } } } });
    assert.equal(saved.status, 200, saved.text);
    first.pointTo(`${app.origin}/hooks/sms`);
    second.pointTo(`${app.origin}/hooks/sms/second`);
  });
  after(async () => {
    await app?.remove();
    await first?.stop();
    await second?.stop();
  });

  it('answers the same phone from the number that it wrote to, as two conversations', async () => {
    await first.write({ phone: PHONE, text: 'Where is my order ORD-12345?' });
    await second.write({ phone: PHONE, text: 'What are your opening hours?' });
    await eventually(() => sent(first).length === 1 && sent(second).length === 1);
    assert.deepEqual([sent(first)[0]!.from, sent(second)[0]!.from], [first.from, second.from]);
    await eventually(() => [first, second].every((one) => sent(one)[0]!.status === 'delivered'));
    const lanes = (await app.rows('lanes')).map((lane) => String(lane._id)).filter((id) => id.startsWith('sms|'));
    assert.deepEqual(lanes.sort(), [`sms|default|${PHONE}`, `sms|second|${PHONE}`]);
  });

  it('counts each by itself and shows its own address', async () => {
    const own = (await eventually(async () => {
      const found = await shown('sms', 'second');
      return found?.today?.accepted === 1 && found;
    })) as ShownChannel;
    assert.equal(own.today?.received, 1);
    assert.ok(own.webhook.endsWith('/hooks/sms/second'));
    assert.ok((await shown('sms', 'default'))!.webhook.endsWith('/hooks/sms'));
  });

  it('refuses at one address what is signed for the other', async () => {
    second.pointTo(`${app.origin}/hooks/sms`);
    const refused = await second.write({ phone: PHONE, text: 'hello' });
    second.pointTo(`${app.origin}/hooks/sms/second`);
    assert.equal(refused.status, 403);
    assert.equal((await fetch(`${app.origin}/hooks/sms/third`, { method: 'POST' })).status, 404);
  });

  it('turns amber alone when its token is revoked, and green again', async () => {
    const token = second.authToken;
    second.rotate('another-token');
    const write = async (phone: string) => {
      const timestamp = new Date();
      const text = 'What are your opening hours?';
      await app.app.receive(
        { channel: 'sms', accountId: 'second', nativeId: phone, customer: { id: phone } },
        {
          key: `SM-${phone}`,
          kind: 'message',
          receivedAt: timestamp,
          activity: { type: 'message', id: `SM-${phone}`, timestamp, from: { id: phone }, text },
        },
      );
    };
    await write('+15557654399');
    const amber = (await eventually(async () => {
      const found = await shown('sms', 'second');
      return found?.state === 'failing' && found;
    })) as ShownChannel;
    assert.equal(amber.lastError, '20003');
    assert.equal((await shown('sms', 'default'))!.state, 'ok');
    const waiting = (await app.rows('lanes')).find((lane) => lane._id === 'sms|second|+15557654399');
    assert.equal((waiting!.outbox as unknown[]).length, 1, 'what should go out waits');
    second.rotate(token);
    await write('+15557654398');
    await eventually(async () => (await shown('sms', 'second'))!.state === 'ok');
  });

  it('names the account in what the provider says, and saves nothing of a refused one', async () => {
    const before = (await admin.call('GET', '/settings')).body.revision as number;
    const refused = await save({
      sms: { accounts: { third: { fields: { ...fieldsOf(second), TWILIO_AUTH_TOKEN: 'wrong-token' } } } },
    });
    assert.equal(refused.status, 422, refused.text);
    assert.ok(refused.body.results.some((one: { account: string; ok: boolean }) => one.account === 'third' && !one.ok));
    assert.equal((await admin.call('GET', '/settings')).body.revision, before);
    const forced = await save(
      { sms: { accounts: { third: { fields: { ...fieldsOf(second), TWILIO_AUTH_TOKEN: 'wrong-token' } } } } },
      { untried: true },
    );
    assert.equal(forced.status, 200);
    assert.equal((await save({ sms: { accounts: { third: null } } })).status, 200);
    assert.equal(await shown('sms', 'third'), undefined);
  });

  it('talks in two Slack workspaces', async () => {
    const one = await startSlackEmulator();
    const other = await startSlackEmulator({ token: 'xoxb-the-other-one', signingSecret: 'the-other-signing-secret' });
    try {
      const slackFields = (slack: typeof one) => slack.env;
      const saved = await save({
        slack: { fields: slackFields(one), accounts: { other: { fields: slackFields(other) } } },
      });
      assert.equal(saved.status, 200, saved.text);
      one.pointTo(`${app.origin}/hooks/slack`);
      other.pointTo(`${app.origin}/hooks/slack/other`);
      await one.people.write({ user: 'U0CUST001', to: 'dm', text: 'Where is my order ORD-12345?' });
      await other.people.write({ user: 'U0CUST001', to: 'dm', text: 'Where is my order ORD-12345?' });
      for (const slack of [one, other])
        await eventually(() => slack.workspace.posts.filter((post) => post.text.includes('in transit')).length === 1);
    } finally {
      await save({ slack: { off: true, accounts: { other: null } } });
      await one.stop();
      await other.stop();
    }
  });
});
