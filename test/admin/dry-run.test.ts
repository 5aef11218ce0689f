// What is tried at the provider before it counts, on a running server with the stand-ins: credentials, signature, a test message
// to a place of the admin's choice, and what an earlier revision or a file would bring back. And what is no lock.
import assert from 'node:assert/strict';
import { startSlackEmulator } from '../../emulators/slack/index.ts';
import { startTeamsEmulator } from '../../emulators/teams/index.ts';
import { startTwilioEmulator, type TwilioEmulator } from '../../emulators/twilio/index.ts';
import { type AdminClient, signInAs } from '../support/admin-client.ts';
import { type AppStage, startApp } from '../support/app-stage.ts';

interface CheckLine {
  name: string;
  ok: boolean;
  detail: string;
}

describe('before a revision counts', function () {
  this.timeout(60_000);
  let app: AppStage;
  let admin: AdminClient;
  let twilio: TwilioEmulator;
  before(async () => {
    twilio = await startTwilioEmulator();
  });
  after(() => twilio?.stop());
  const begin = async (env: Record<string, string> = {}) => {
    app = await startApp(env);
    admin = await signInAs(app.origin, app.mongoUri, 'admin');
  };
  afterEach(() => app?.remove());

  const smsFields = () => twilio.env;
  const revision = async () => (await admin.call('GET', '/settings')).body.revision as number;
  const save = async (input: object) =>
    admin.call('PUT', '/settings', { base: await revision(), why: 'a test', ...input });
  const shown = async (id: string) =>
    ((await admin.call('GET', '/settings')).body.channels as Record<string, unknown>[]).find((one) => one.id === id)!;
  const tryOut = async (channels: object, testTo?: string) => {
    const { body } = await admin.call('POST', '/settings/check', { channels, ...(testTo ? { testTo } : {}) });
    const lines = body.results as CheckLine[];
    return Object.fromEntries(lines.map((one) => [one.name, `${one.ok ? 'ok' : 'not'}: ${one.detail}`]));
  };

  it('credentials, scopes, desk and signature are tried, and a test message arrives, on every network', async () => {
    await begin();
    const slack = await startSlackEmulator();
    const teams = await startTeamsEmulator();
    try {
      const slackFields = {
        ...slack.env,
        SLACK_DESK_CHANNEL: 'C0DESK001',
      };
      const bySlack = await tryOut({ slack: { fields: slackFields } }, 'C0DESK001');
      assert.deepEqual(Object.keys(bySlack), ['token', 'scopes', 'desk', 'signature', 'test message']);
      assert.ok(
        Object.values(bySlack).every((line) => line.startsWith('ok: ')),
        JSON.stringify(bySlack),
      );
      assert.ok(slack.workspace.posts.some((post) => post.text.includes('This is a test message')));
      const teamsFields = teams.env;
      const byTeams = await tryOut({ teams: { fields: teamsFields } }, '19:general@thread.v2');
      assert.equal(byTeams.signature, 'ok: forged is refused');
      assert.match(byTeams['test message']!, /^ok: /);
      assert.ok(teams.posts.some((post) => JSON.stringify(post).includes('This is a test message')));
      const bySms = await tryOut({ sms: { fields: smsFields() } }, '+15557654399');
      assert.equal(bySms.signature, 'ok: signed is taken, forged is refused');
      assert.ok(twilio.messages.some((one) => one.to === '+15557654399'));
      assert.equal(await revision(), 1, 'a try saves nothing');
    } finally {
      await slack.stop();
      await teams.stop();
    }
  });

  it('what stands in the way of a test message is said in plain words', async () => {
    await begin();
    const values = { ...(await admin.call('GET', '/settings')).body.values.sms, countries: ['DE'] };
    await save({ values: { sms: values } });
    const closed = await tryOut({ sms: { fields: smsFields() } }, '+15557654399');
    assert.equal(closed['test message'], 'not: country.closed (this country is not among those served, under Policy)');
    const nothing = await tryOut({ sms: { fields: smsFields() } }, 'my phone');
    assert.equal(nothing['test message'], 'not: my phone is nothing that this channel can write to');
    const wrong = await tryOut({ sms: { fields: { ...smsFields(), TWILIO_AUTH_TOKEN: 'wrong' } } });
    assert.match(wrong.account!, /^not: Twilio says 20003 \(Account SID and Auth Token do not belong together/);
  });

  it('a revision or a file that would bring back what the provider refuses by now is refused, unless it is wanted all the same', async () => {
    await begin();
    const token = twilio.authToken;
    assert.equal((await save({ channels: { sms: { fields: smsFields() } } })).status, 200);
    const old = await revision();
    const { body: file } = await admin.call('GET', '/settings/export');
    twilio.rotate('a-newer-token');
    try {
      const fields = { TWILIO_AUTH_TOKEN: 'a-newer-token' };
      assert.equal((await save({ channels: { sms: { fields } } })).status, 200);
      const now = await revision();
      const back = await admin.call('POST', '/settings/rollback', { base: now, to: old, why: 'back' });
      assert.equal(back.status, 422);
      assert.match(back.body.error.message, /sms account: Twilio says 20003/);
      assert.equal(await revision(), now);
      const all = { base: now, to: old, why: 'back all the same', untried: true };
      assert.equal((await admin.call('POST', '/settings/rollback', all)).status, 200);
      const wrong = { base: now + 1, why: 'a file', file };
      assert.equal((await admin.call('POST', '/settings/import', wrong)).status, 422);
      assert.equal((await admin.call('POST', '/settings/import', { ...wrong, untried: true })).status, 200);
    } finally {
      twilio.rotate(token);
    }
  });

  it('a stand-in is no lock: real credentials take its place as a whole, and it comes back when they go', async () => {
    const env = {
      TWILIO_ACCOUNT_SID: `AC${'9'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: 'of-the-stand-in',
      TWILIO_FROM: '+15550009999',
      TWILIO_API_URL: 'http://127.0.0.1:9',
    };
    await begin({ ...env, STAND_IN_CHANNELS: 'sms' });
    const before = await shown('sms');
    assert.equal(before.standIn, true);
    assert.ok((before.fields as { locked: boolean }[]).every((field) => !field.locked));
    assert.deepEqual((await admin.call('GET', '/settings/stand-ins')).body, { sms: env });
    assert.equal((await save({ channels: { sms: { fields: smsFields() } } })).status, 200);
    const after = await shown('sms');
    assert.deepEqual([after.standIn, after.state], [undefined, 'ok']);
    const none = Object.fromEntries(Object.keys(env).map((name) => [name, null]));
    assert.equal((await save({ channels: { sms: { fields: none } }, untried: true })).status, 200);
    assert.equal((await shown('sms')).standIn, true);
  });

  it('the environment is a lock on values, and no lock on switching off', async () => {
    await begin(smsFields());
    const refused = await save({ channels: { sms: { fields: { TWILIO_FROM: '+15550007777' } } } });
    assert.equal(refused.status, 400);
    assert.match(refused.body.error.message, /TWILIO_FROM is set by the environment/);
    assert.deepEqual((await admin.call('GET', '/settings/stand-ins')).body, {});
    assert.equal((await save({ channels: { sms: { off: true } } })).status, 200);
    assert.equal((await shown('sms')).state, 'off');
    assert.equal((await save({ channels: { sms: { off: false } } })).status, 200);
    assert.equal((await shown('sms')).state, 'ok');
  });
});
