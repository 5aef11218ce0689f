// What bit others with these networks, one sentence each.
import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { startTwilioEmulator } from '../../emulators/twilio/index.ts';
import type { OutboxItem } from '../../models/lane.ts';
import { type AppStage, eventually, startApp } from '../support/app-stage.ts';
import { type Body, sample, settings } from '../support/channel-stages.ts';
import { smsStage } from '../support/network-stages.ts';
import { type SlackStage, startSlackStage } from '../support/slack-stage.ts';

const customerRows = (rows: Record<string, unknown>[]) =>
  rows.filter((row) => row.role === 'customer').map((row) => (row.activity as { text: string }).text);

describe('traps of Slack', function () {
  this.timeout(40_000);
  let stage: SlackStage;
  beforeEach(async () => {
    stage = await startSlackStage({ env: { SLACK_SIGNING_SECRET_PREVIOUS: 'the-former-secret' } });
  });
  afterEach(() => stage.remove());

  const deliver = (body: Body, secret = stage.slack.signingSecret) => {
    const text = JSON.stringify(body);
    const at = String(Math.floor(Date.now() / 1000));
    const mark = createHmac('sha256', secret).update(`v0:${at}:${text}`).digest('hex');
    return fetch(`${stage.origins[0]}/hooks/slack`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-slack-request-timestamp': at,
        'x-slack-signature': `v0=${mark}`,
      },
      body: text,
    });
  };
  const rows = () => stage.connection.collection('messages').find({}).toArray();
  const change = (name: string, more: object): Body => {
    const body = sample('slack', name);
    return { ...body, event: { ...(body.event as object), ...more } };
  };

  it('a message that comes eleven times under eleven event ids, and as a mention, is one', async () => {
    for (let at = 0; at < 11; at += 1)
      assert.equal((await deliver({ ...sample('slack', 'mention'), event_id: `Ev${at}` })).status, 200);
    assert.equal((await deliver({ ...change('mention', { type: 'message' }), event_id: 'Ev99' })).status, 200);
    await eventually(async () => assert.ok((await rows()).some((row) => row.role === 'bot')));
    assert.deepEqual(customerRows(await rows()), ['where is my order ORD-12345?']);
  });

  it('what was signed with the secret before the present one is believed while it is being changed', async () => {
    assert.equal((await deliver(sample('slack', 'message'), 'the-former-secret')).status, 200);
    assert.equal((await deliver(sample('slack', 'message'), 'an-older-secret')).status, 401);
  });

  it('a reply that is also sent to the channel is heard once, and an unfurled link is no edit', async () => {
    const mention = sample('slack', 'mention');
    await deliver(mention);
    await eventually(async () => assert.equal((await rows()).filter((row) => row.role === 'bot').length, 1));
    const reply = {
      type: 'message',
      subtype: 'thread_broadcast',
      text: 'thanks',
      thread_ts: '1772445600.000100',
      ts: '1772445700.000100',
    };
    await deliver(change('mention', reply));
    await deliver(change('mention', { ...reply, subtype: undefined }));
    await eventually(async () => assert.equal(customerRows(await rows()).length, 2));
  });

  it('a message of Slack Connect, from a person of another company, is heard like any other', async () => {
    assert.equal(
      (await deliver(change('message', { user_team: 'T0OTHER01', source_team: 'T0OTHER01', user: 'U0GUEST01' })))
        .status,
      200,
    );
    await eventually(async () => assert.equal(customerRows(await rows()).length, 1));
  });

  it('a thread of Slack Connect is one conversation, whichever company’s workspace the envelope names', async () => {
    const own = { authorizations: [{ team_id: 'T00000001', user_id: 'UBOT00001', is_bot: true }] };
    await deliver({ ...sample('slack', 'mention'), ...own });
    const reply = { type: 'message', text: 'and how long does it take?', thread_ts: '1772445600.000100' };
    await eventually(async () => assert.equal(customerRows(await rows()).length, 1));
    const guest = change('mention', { ...reply, ts: '1772445700.000100', user: 'U0GUEST01', user_team: 'T0OTHER01' });
    await deliver({ ...guest, ...own, team_id: 'T0OTHER01' });
    await eventually(async () => assert.equal(customerRows(await rows()).length, 2));
    const lanes = await stage.connection.collection('lanes').find({ kind: 'conversation' }).toArray();
    assert.equal(lanes.filter((lane) => String(lane._id).includes('1772445600.000100')).length, 1);
  });

  it('a pressed button is shown in place of the buttons', async () => {
    const { slack } = stage;
    await slack.people.write({ user: 'U0CUST001', to: 'dm', text: "My wireless headphones won't connect to my phone" });
    const buttonsOf = () => {
      const post = slack.workspace.posts.findLast(
        (one) => one.botId && JSON.stringify(one.blocks).includes('choose:0'),
      );
      return post ?? null;
    };
    const post = await eventually(() => buttonsOf() ?? assert.fail('no buttons yet'));
    await slack.people.press({ user: 'U0CUST001', channel: post.channel, ts: post.ts, action: 'choose:0' });
    await eventually(() => {
      const shown = JSON.stringify(slack.workspace.posts.find((one) => one.ts === post.ts)!.blocks);
      assert.ok(shown.includes('✓ ') && !shown.includes('choose:'), shown);
    });
  });
});

describe('traps of Twilio', function () {
  this.timeout(40_000);
  let twilio: Awaited<ReturnType<typeof startTwilioEmulator>>;
  let app: AppStage;
  const PUBLIC = 'https://support.example.com';

  beforeEach(async () => {
    twilio = await startTwilioEmulator();
    app = await startApp({
      TWILIO_ACCOUNT_SID: twilio.accountSid,
      TWILIO_AUTH_TOKEN: twilio.authToken,
      TWILIO_MESSAGING_SERVICE_SID: `MG${'0'.repeat(32)}`,
      TWILIO_API_URL: twilio.url,
      PUBLIC_URL: PUBLIC,
    });
  });
  afterEach(async () => {
    await app.remove();
    await twilio.stop();
  });

  const sign = (url: string, fields: Record<string, string>) =>
    createHmac('sha1', twilio.authToken)
      .update(
        url +
          Object.keys(fields)
            .sort()
            .map((name) => name + fields[name])
            .join(''),
        'utf8',
      )
      .digest('base64');

  it('a Messaging Service adds fields of its own, which are signed, too, and answers by its own id', async () => {
    const fields = { ...sample<Record<string, string>>('sms', 'message'), MessagingServiceSid: `MG${'0'.repeat(32)}` };
    const response = await fetch(`${app.origin}/hooks/sms`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': sign(`${PUBLIC}/hooks/sms`, fields),
        // What a proxy makes of it says nothing.
        'x-forwarded-proto': 'http',
        'x-forwarded-host': 'inside.example.com',
      },
      body: new URLSearchParams(fields),
    });
    assert.equal(response.status, 200);
    await eventually(() => assert.ok(twilio.messages.some((one) => one.body.includes('ORD-12345 is in transit'))));
  });

  it('a webhook as JSON is believed by the hash of its body', async () => {
    const body = JSON.stringify(sample('sms', 'message'));
    const query = `?bodySHA256=${createHash('sha256').update(body).digest('hex')}`;
    const knock = (text: string) =>
      fetch(`${app.origin}/hooks/sms${query}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-twilio-signature': sign(`${PUBLIC}/hooks/sms${query}`, {}) },
        body: text,
      });
    assert.equal((await knock(body.replace('Where', 'There'))).status, 403);
    assert.equal((await knock(body)).status, 200);
  });

  it('a number that has opted out at Twilio (21610) is not written to again', async () => {
    await twilio.write({ phone: '+15557654321', text: 'STOP' }); // not delivered to us: the webhook points nowhere
    const fields = sample<Record<string, string>>('sms', 'message');
    const response = await fetch(`${app.origin}/hooks/sms`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': sign(`${PUBLIC}/hooks/sms`, fields),
      },
      body: new URLSearchParams(fields),
    });
    assert.equal(response.status, 200);
    await eventually(async () => assert.equal((await app.rows('consents'))[0]?.source, 'error 21610'));
    await eventually(async () =>
      assert.ok((await app.rows('lanes')).every((lane) => (lane.outbox as unknown[]).length === 0)),
    );
    assert.ok(!twilio.messages.some((one) => one.direction === 'outbound-api'));
  });

  it('the same words said a moment ago are not taken for a message that never arrived', async () => {
    const stage = await smsStage();
    const item = (id: string): OutboxItem => ({
      id,
      kind: 'send',
      activity: { type: 'message', id, timestamp: new Date(), from: { id: 'frontdesk', role: 'bot' }, text: 'Hello!' },
      notBefore: null,
      cancelledAt: null,
      ownerEpoch: 0,
      attempts: 0,
      ambiguousSince: null,
      createdAt: new Date(),
    });
    const { channel, reference } = stage;
    assert.equal((await channel.send(reference, item('first'), settings)).outcome, 'accepted');
    stage.faults!.set({ failBefore: 1, times: 1 });
    assert.equal((await channel.send(reference, item('second'), settings)).outcome, 'ambiguous');
    assert.equal(await channel.lookup!(reference, item('second')), null);
    stage.faults!.set({ drop: 1, times: 1 });
    assert.equal((await channel.send(reference, item('third'), settings)).outcome, 'ambiguous');
    assert.ok(await channel.lookup!(reference, item('third')));
    await stage.stop();
  });
});
