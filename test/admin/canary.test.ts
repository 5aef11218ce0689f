// Canaries: secrets and customer texts that are unlike anything else are put in at every door, and then looked for where they
// must not be: in logs, metrics, Redis, answers of the API, pages and exports.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Redis } from 'ioredis';
import { createLog } from '../../core/log.ts';
import { startSlackEmulator } from '../../emulators/slack/index.ts';
import { startTwilioEmulator } from '../../emulators/twilio/index.ts';
import { type Instances, startInstances } from '../settings/instances.ts';
import { type AdminClient, clientOf, PASSWORD, signInAs } from '../support/admin-client.ts';
import { eventually } from '../support/app-stage.ts';
import { testRedisUrl } from '../support/stores.ts';

const WORD = 'quokkaplume';
const NAME = 'Wilhelmina Canaryson';
const PHONE = '+15557770123';
const EMAIL = 'canary.bird@example.com';
const TEXTS = [WORD, 'Canaryson', PHONE.slice(1), EMAIL];
const SECRETS = {
  SLACK_BOT_TOKEN: 'xoxb-canary-slack-token-000111',
  SLACK_SIGNING_SECRET: 'canary-slack-signing-secret-000222',
  TWILIO_AUTH_TOKEN: 'canary-twilio-auth-token-000333',
  ALERTS_WEBHOOK_SECRET: 'canary-alert-webhook-secret-000444',
  DIRECTLINE_SECRET: 'canary-directline-secret-000555',
  WEB_IDENTITY_SECRET: 'canary-identity-secret-000666',
  SETTINGS_KEY: 'canary-settings-key-000777',
  password: PASSWORD,
};
/** What these show is said by customers, for people who may read it. */
const MAY_SHOW_TEXTS = /^\/(conversations|customers|cases|overview|knowledge\/unanswered)/;

/** Gives up a connection to hear every command as Redis prints it; ioredis' own `monitor` breaks when one comes with its OK. */
async function watchCommands(redis: Redis, hear: (line: string) => void): Promise<void> {
  await once(redis, 'ready');
  redis.stream.removeAllListeners('data');
  const lines = createInterface(redis.stream);
  lines.on('line', hear);
  redis.stream.write('MONITOR\r\n');
  await once(lines, 'line');
}

describe('canaries', function () {
  this.timeout(60_000);
  const lines: string[] = [];
  const commands: string[] = [];
  let house: Instances;
  let admin: AdminClient;
  let redis: Redis;
  const stops: (() => Promise<unknown>)[] = [];

  before(async () => {
    redis = new Redis(testRedisUrl());
    await watchCommands(redis, (line) => commands.push(line));
    const slack = await startSlackEmulator({
      token: SECRETS.SLACK_BOT_TOKEN,
      signingSecret: SECRETS.SLACK_SIGNING_SECRET,
    });
    const twilio = await startTwilioEmulator({ authToken: SECRETS.TWILIO_AUTH_TOKEN });
    stops.push(slack.stop, twilio.stop);
    const { SETTINGS_KEY, DIRECTLINE_SECRET, WEB_IDENTITY_SECRET } = SECRETS;
    const env = { SETTINGS_KEY, DIRECTLINE_SECRET, WEB_IDENTITY_SECRET };
    house = await startInstances(1, () => env, createLog('info', { write: (line) => lines.push(line) }));
    const [origin] = house.origins;
    admin = await signInAs(origin!, house.mongoUri, 'admin');
    const saved = await admin.call('PUT', '/settings', {
      base: 1,
      why: 'canaries',
      untried: true,
      channels: {
        slack: {
          fields: {
            SLACK_BOT_TOKEN: SECRETS.SLACK_BOT_TOKEN,
            SLACK_SIGNING_SECRET: SECRETS.SLACK_SIGNING_SECRET,
            SLACK_API_URL: slack.url,
            SLACK_DESK_CHANNEL: 'C0DESK001',
          },
        },
        sms: {
          fields: {
            TWILIO_ACCOUNT_SID: twilio.accountSid,
            TWILIO_AUTH_TOKEN: SECRETS.TWILIO_AUTH_TOKEN,
            TWILIO_FROM: twilio.from,
            TWILIO_API_URL: twilio.url,
          },
        },
        alerts: {
          fields: { ALERTS_WEBHOOK_URL: 'http://127.0.0.1:9/', ALERTS_WEBHOOK_SECRET: SECRETS.ALERTS_WEBHOOK_SECRET },
        },
      },
    });
    assert.equal(saved.status, 200, saved.text);
    twilio.pointTo(`${origin}/hooks/sms`);
    slack.pointTo(`${origin}/hooks/slack`);
    await twilio.write({ phone: PHONE, text: `Where is my ${WORD} order ORD-12345? I am ${NAME}, ${EMAIL}` });
    await twilio.write({ phone: PHONE, text: `I want a person for my ${WORD}` });
    await eventually(() => twilio.messages.filter((message) => message.direction === 'outbound-api').length >= 1);
    await eventually(() => slack.workspace.posts.length > 0);
    // Failures say more than successes: a wrong password, a refused token, garbage at the doors.
    await clientOf(origin!, '').call('POST', '/sign-in', { email: EMAIL, password: `${WORD}-wrong` });
    twilio.rotate('another-token');
    await fetch(`${origin}/hooks/sms`, { method: 'POST', body: `Body=${WORD}&From=${PHONE}` });
    await fetch(`${origin}/hooks/slack`, { method: 'POST', body: JSON.stringify({ text: WORD }) });
    await admin.call('POST', '/settings/check', {
      channels: { sms: { fields: { TWILIO_AUTH_TOKEN: 'another-wrong-one' } } },
    });
    await admin.call('POST', '/settings/check', { channels: { alerts: { fields: {} } } });
    await eventually(async () => (await house.connection.collection('messages').countDocuments({})) >= 4);
  });
  after(async () => {
    redis?.disconnect();
    await house?.remove();
    for (const stop of stops) await stop();
  });

  const hits = (text: string, words: readonly string[]) => words.filter((word) => text.includes(word));
  const secrets = Object.values(SECRETS);

  it('have come in, so that looking for them means something', async () => {
    const stored = JSON.stringify(await house.connection.collection('messages').find({}).toArray());
    for (const word of [WORD, 'Canaryson']) assert.ok(stored.includes(word), `${word} is not in the transcript`);
    assert.ok(lines.length > 5 && commands.length > 5, 'there are lines and commands to look into');
    assert.ok(lines.some((line) => line.includes('turn.settled')));
  });

  it('are in no line of the log', () => {
    for (const line of lines) assert.deepEqual(hits(line, [...TEXTS, ...secrets]), [], line.slice(0, 300));
  });

  it('are in no metric', async () => {
    const text = await (await fetch(`${house.origins[0]}/metrics`)).text();
    assert.deepEqual(hits(text, [...TEXTS, ...secrets]), []);
  });

  it('are in no command to Redis, and so in none of its keys', () => {
    for (const command of commands)
      assert.deepEqual(hits(command, [WORD, 'Canaryson', EMAIL, ...secrets]), [], command.slice(0, 300));
  });

  it('are in no answer of the API, but where customers may be read; secrets in none', async () => {
    const { paths } = (await admin.call('GET', '/openapi.json')).body as { paths: Record<string, object> };
    let looked = 0;
    for (const [path, methods] of Object.entries(paths)) {
      if (!('get' in methods)) continue;
      const address = path
        .replace('/admin/api', '')
        .replace('{dimension}', 'intent')
        .replace(/\{key\}/, encodeURIComponent(PHONE));
      const { text } = await admin.call('GET', address);
      assert.deepEqual(hits(text, secrets), [], path);
      if (!MAY_SHOW_TEXTS.test(address)) assert.deepEqual(hits(text, TEXTS), [], path);
      looked += 1;
    }
    assert.ok(looked > 15, `only ${looked} were looked at`);
  });

  it('are in no page and no export', async () => {
    for (const path of ['/admin', '/chat', '/widget.js', '/playground', '/healthz', '/readyz']) {
      const text = await (await fetch(`${house.origins[0]}${path}`)).text();
      assert.deepEqual(hits(text, [...TEXTS, ...secrets]), [], path);
    }
    for (const dimension of ['channel', 'agent', 'intent', 'language', 'day', 'hour']) {
      const { text } = await admin.call('GET', `/numbers/by/${dimension}?format=csv`);
      assert.deepEqual(hits(text, [...TEXTS, ...secrets]), [], dimension);
    }
    assert.deepEqual(hits((await admin.call('GET', '/settings/export')).text, secrets), []);
  });

  it('are not stored open: neither secrets nor sessions', async () => {
    for (const { name } of await house.connection.db!.listCollections().toArray()) {
      const text = JSON.stringify(await house.connection.collection(name).find({}).toArray());
      assert.deepEqual(hits(text, secrets), [], name);
    }
  });
});
