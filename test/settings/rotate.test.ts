// The command that changes the key, on a running server: its secrets go on working, and the older key opens nothing any more.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret } from '../../core/secret.ts';
import { startTwilioEmulator } from '../../emulators/twilio/index.ts';
import { createSealer, type Sealed } from '../../settings/sealed.ts';
import { signInAs } from '../support/admin-client.ts';
import { eventually } from '../support/app-stage.ts';
import { startInstances } from './instances.ts';

const ROOT = join(import.meta.dirname, '..', '..');

function rotate(env: Record<string, string>): Promise<{ code: number | null; text: string }> {
  const child = spawn(process.execPath, ['scripts/settings-rotate-key.ts'], {
    cwd: ROOT,
    env: { ...process.env, ...env },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => {
      text += part;
    });
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, text })));
}

describe('npm run settings:rotate-key', function () {
  this.timeout(40_000);

  it('seals everything again while a server runs, which goes on sending', async () => {
    const twilio = await startTwilioEmulator({ authToken: 'canary-token-of-rotation' });
    const house = await startInstances(1);
    try {
      const admin = await signInAs(house.origins[0]!, house.mongoUri, 'admin');
      const fields = twilio.env;
      const channels = { sms: { fields, accounts: { second: { fields } } } };
      assert.equal((await admin.call('PUT', '/settings', { base: 1, why: 'connect', channels })).status, 200);
      const env = { NODE_ENV: 'test', MONGODB_URI: house.mongoUri, DATA_DIR: house.folder };
      const keys = () => readFileSync(join(house.folder, 'settings-key'), 'utf8').trim().split('\n');
      const [old] = keys();
      const first = await rotate(env);
      assert.deepEqual([first.code, first.text.trim()], [0, '1 revision is sealed under the new key.'], first.text);
      assert.equal(keys()[1], old);
      const saved = await admin.call('PUT', '/settings', { base: 2, why: 'goes on', values: { refundCap: 9 } });
      assert.equal(saved.status, 200, saved.text);
      assert.equal((await rotate(env)).code, 0);
      assert.ok(!keys().includes(old!));
      const rows = await house.connection.collection('settings_revisions').find({}).toArray();
      const sealed = rows.flatMap((row) => [row.channels.sms.fields.TWILIO_AUTH_TOKEN as Sealed]);
      assert.equal(sealed.length, 2);
      for (const one of sealed) {
        assert.throws(() => createSealer(new Secret(old!)).open('TWILIO_AUTH_TOKEN', one));
        assert.equal(createSealer(new Secret(keys()[0]!)).open('TWILIO_AUTH_TOKEN', one).reveal(), twilio.authToken);
      }
      twilio.pointTo(`${house.origins[0]}/hooks/sms`);
      await twilio.write({ phone: '+15557654321', text: 'hello' });
      await eventually(() => twilio.messages.some((message) => message.direction === 'outbound-api'));
    } finally {
      await house.remove();
      await twilio.stop();
    }
  });

  it('says what to do when the key stands in the environment', async () => {
    const { code, text } = await rotate({ SETTINGS_KEY: 'only-the-new-one', MONGODB_URI: 'mongodb://127.0.0.1:9/x' });
    assert.equal(code, 1);
    assert.match(text, /SETTINGS_KEY_PREVIOUS to the key until now/);
  });
});
