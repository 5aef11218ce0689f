// The doctor names what is wrong with its remedy, and ends with 1; with healthy stores and a working channel it says so.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { NEEDED_SCOPES } from '../../channels/slack/check.ts';
import { startSlackEmulator } from '../../emulators/slack/index.ts';
import { startTeamsEmulator } from '../../emulators/teams/index.ts';
import { startTwilioEmulator } from '../../emulators/twilio/index.ts';
import { openFrontDoor } from '../chaos/networks/front-door.ts';
import { startApp } from '../support/app-stage.ts';
import { testMongoUri, testRedisUrl } from '../support/stores.ts';

function doctor(env: Record<string, string>): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['scripts/doctor.ts'], {
      cwd: new URL('../..', import.meta.url),
      env: { PATH: process.env.PATH ?? '', DATA_DIR: tmpdir(), PORT: '0', ...env },
    });
    let said = '';
    child.stdout.on('data', (part) => {
      said += String(part);
    });
    child.stderr.on('data', (part) => {
      said += String(part);
    });
    child.on('exit', (code) => resolve({ code: code ?? 1, said }));
  });
}

describe('the doctor', function () {
  this.timeout(30_000);

  it('finds real stores and a working Slack well', async () => {
    const slack = await startSlackEmulator();
    const { code, said } = await doctor({
      MONGODB_URI: testMongoUri('frontdesk_doctor'),
      REDIS_URL: testRedisUrl(),
      SLACK_BOT_TOKEN: slack.token,
      SLACK_SIGNING_SECRET: 'x',
      SLACK_API_URL: slack.url,
    });
    await slack.stop();
    assert.equal(code, 0, said);
    assert.match(said, /MongoDB .*replica set/);
    assert.match(said, /slack: token .*works as/);
    assert.match(said, /sms .*off; needs TWILIO_ACCOUNT_SID/);
  });

  it('names a store that does not answer, a revoked token and a missing scope, each with a remedy', async () => {
    const slack = await startSlackEmulator({ scopes: ['chat:write'] });
    const env = {
      MONGODB_URI: 'mongodb://127.0.0.1:9/x',
      REDIS_URL: 'redis://127.0.0.1:9',
      SLACK_BOT_TOKEN: slack.token,
      SLACK_SIGNING_SECRET: 'x',
      SLACK_API_URL: slack.url,
    };
    const scopes = await doctor(env);
    slack.revoke('token_revoked');
    const revoked = await doctor(env);
    await slack.stop();
    assert.equal(scopes.code, 1);
    assert.match(scopes.said, /NOT\s+MongoDB[^\n]*\n\s+→ Check MONGODB_URI/);
    assert.match(scopes.said, /NOT\s+Redis[^\n]*\n\s+→ Check REDIS_URL/);
    assert.match(scopes.said, /missing: app_mentions:read/);
    assert.match(revoked.said, /Slack says token_revoked\n\s+→ The app was uninstalled/);
  });

  it('knocks at the public door as each network would, and looks where the number points', async function () {
    this.timeout(120_000); // four programs, one after the other
    const [slack, twilio, teams, door] = await Promise.all([
      startSlackEmulator(),
      startTwilioEmulator(),
      startTeamsEmulator(),
      openFrontDoor(),
    ]);
    const env = {
      ...slack.env,
      ...twilio.env,
      ...teams.env,
      PUBLIC_URL: door.url,
    };
    const app = await startApp(env);
    door.open([app.origin]);
    twilio.pointTo(`${door.url}/hooks/sms#rc=5`);
    const stores = { MONGODB_URI: testMongoUri('frontdesk_doctor'), REDIS_URL: testRedisUrl() };
    const well = await doctor({ ...stores, ...env });
    twilio.pointTo('https://old.example.com/hooks/sms');
    const ill = await doctor({ ...stores, ...env, SLACK_SIGNING_SECRET: 'of another app' });
    const heard = await app.rows('lanes');
    await app.remove();
    await door.stop();
    const away = await doctor({ ...stores, ...env });
    await Promise.all([slack.stop(), twilio.stop(), teams.stop()]);
    for (const channel of ['slack', 'sms', 'teams'])
      assert.match(well.said, new RegExp(`ok +${channel}: own door `), well.said);
    assert.match(well.said, /ok +sms: webhook at Twilio/);
    assert.equal(well.code, 0, well.said);
    assert.match(ill.said, /NOT +slack: own door [^\n]*401\n\s+→ The server there runs with another secret/);
    assert.match(ill.said, /NOT +sms: webhook at Twilio the number points to https:\/\/old\.example\.com/);
    assert.match(away.said, /NOT +teams: own door [^\n]*does not answer/);
    assert.deepEqual(heard, []);
  });

  it('names half a channel by its missing variable', async () => {
    const { code, said } = await doctor({ SLACK_BOT_TOKEN: 'xoxb-1' });
    assert.equal(code, 1);
    assert.match(said, /SLACK_SIGNING_SECRET: is missing/);
    assert.doesNotMatch(said, /xoxb-1/);
  });

  it('asks for exactly the scopes of the manifest', () => {
    const manifest = readFileSync(new URL('../../deploy/slack-manifest.yaml', import.meta.url), 'utf8');
    const bot = /bot:\n((?:\s+- .*\n)+)/.exec(manifest)![1]!;
    assert.deepEqual(
      [...bot.matchAll(/- (\S+)/g)].map((match) => match[1]),
      NEEDED_SCOPES,
    );
  });
});
