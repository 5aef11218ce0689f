// The doctor names what is wrong with its remedy, and ends with 1; with healthy stores and a working channel it says so.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { NEEDED_SCOPES } from '../../channels/slack/check.ts';
import { startSlackEmulator } from '../../emulators/slack/index.ts';
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
