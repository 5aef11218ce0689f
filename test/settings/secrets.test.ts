// Secrets at rest, and the change of the key they are sealed under.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../core/config.ts';
import { Secret } from '../../core/secret.ts';
import type { Revision, RevisionStore } from '../../models/revisions.ts';
import { addKey, houseKeys, KEY_FILE } from '../../settings/house-keys.ts';
import { resealRevisions } from '../../settings/rotate-key.ts';
import { createSealer } from '../../settings/sealed.ts';
import {
  patchChannels,
  resealChannels,
  type StoredChannels,
  setupOf,
  withoutSecrets,
} from '../../settings/stored-channels.ts';

const OLD = new Secret('the-old-key-of-the-house');
const NEW = new Secret('the-new-key-of-the-house');
const environment = readConfig({ NODE_ENV: 'test' });
const TWILIO = { TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: 'token-of-the-second', TWILIO_FROM: '+15550002222' };
const failsWith = (code: string) => (error: unknown) => (error as { code?: string }).code === code;

describe('secrets of the settings', () => {
  it('open with their key and for their field only', () => {
    const sealer = createSealer(OLD);
    const sealed = sealer.seal('SLACK_BOT_TOKEN', 'xoxb-1234567890');
    assert.equal(sealer.open('SLACK_BOT_TOKEN', sealed).reveal(), 'xoxb-1234567890');
    assert.equal(sealed.last4, '7890');
    assert.throws(() => sealer.open('TWILIO_AUTH_TOKEN', sealed), failsWith('secret.closed'));
    assert.throws(() => createSealer(NEW).open('SLACK_BOT_TOKEN', sealed), failsWith('secret.closed'));
    const bent = { ...sealed, box: { ...sealed.box, tag: Buffer.alloc(16).toString('base64') } };
    assert.throws(() => sealer.open('SLACK_BOT_TOKEN', bent), failsWith('secret.closed'));
    assert.ok(!JSON.stringify(sealed).includes('xoxb'));
  });

  it('show nothing of a short secret', () => {
    assert.equal(createSealer(OLD).seal('TWILIO_AUTH_TOKEN', 'short').last4, '');
  });

  it('are sealed twice in different words', () => {
    const sealer = createSealer(OLD);
    assert.notEqual(sealer.seal('A', 'same').box.data, sealer.seal('A', 'same').box.data);
  });

  it('of an account open for that account only', () => {
    const sealer = createSealer(OLD);
    const rules = { environment, sealer };
    const stored = patchChannels({}, { sms: { accounts: { second: { fields: TWILIO } } } }, rules);
    const [account] = setupOf(stored, rules).accounts;
    assert.equal(account!.config.TWILIO_AUTH_TOKEN!.reveal(), 'token-of-the-second');
    const moved: StoredChannels = { sms: { fields: {}, accounts: { third: stored.sms!.accounts!.second! } } };
    assert.throws(() => setupOf(moved, rules), failsWith('secret.closed'));
    assert.ok(!JSON.stringify(withoutSecrets(stored)).includes('AUTH_TOKEN'));
  });

  it('are sealed again under the new key, and need the old one no more', () => {
    const before = createSealer(OLD);
    const rules = { environment, sealer: before };
    const stored = patchChannels({}, { sms: { fields: TWILIO, accounts: { second: { fields: TWILIO } } } }, rules);
    const both = createSealer(() => [NEW, OLD]);
    const next = resealChannels(stored, both)!;
    assert.equal(resealChannels(next, both), null, 'a second time there is nothing to do');
    const after = setupOf(next, { environment, sealer: createSealer(NEW) });
    assert.equal(after.config.TWILIO_AUTH_TOKEN!.reveal(), 'token-of-the-second');
    assert.equal(after.accounts.length, 1);
    assert.throws(() => setupOf(next, rules), failsWith('secret.closed'));
  });

  it('change their key while a server goes on adding revisions under the old one', async () => {
    const old = createSealer(OLD);
    const revision = (_id: number): Revision => ({
      _id,
      at: new Date(0),
      by: 'ada',
      why: 'x',
      changed: [],
      values: {},
      channels: patchChannels({}, { sms: { fields: TWILIO } }, { environment, sealer: old }),
    });
    const rows = [revision(3), revision(2)];
    let late = 2;
    const store = {
      list: async () => {
        if (late-- > 0) rows.unshift(revision(rows[0]!._id + 1));
        return structuredClone(rows);
      },
      replaceChannels: async (number: number, channels: unknown) => {
        rows.find((row) => row._id === number)!.channels = channels;
      },
    } as unknown as RevisionStore;
    assert.equal(
      await resealRevisions(
        store,
        createSealer(() => [NEW, OLD]),
      ),
      4,
    );
    for (const { channels } of rows) setupOf(channels as StoredChannels, { environment, sealer: createSealer(NEW) });
  });

  it('follow a key file that changes under a running server', () => {
    const folder = mkdtempSync(join(tmpdir(), 'frontdesk-keys-'));
    try {
      const sealer = createSealer(houseKeys({ DATA_DIR: folder } as never));
      const first = sealer.key();
      const sealed = sealer.seal('A', 'under-the-first-key');
      addKey(folder);
      assert.notEqual(sealer.key(), first);
      assert.equal(sealer.open('A', sealed).reveal(), 'under-the-first-key');
      addKey(folder);
      assert.throws(() => sealer.open('A', sealed), failsWith('secret.closed'), 'two keys back it is closed');
      assert.equal(statSync(join(folder, KEY_FILE)).mode & 0o777, 0o600);
      assert.equal(readFileSync(join(folder, KEY_FILE), 'utf8').trim().split('\n').length, 2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('refuse what does not belong to an account', () => {
    const rules = { environment, sealer: createSealer(OLD) };
    for (const patch of [
      { sms: { accounts: { Default: { fields: TWILIO } } } },
      { sms: { accounts: { status: { fields: TWILIO } } } },
      { sms: { accounts: { second: { fields: { SLACK_BOT_TOKEN: 'x' } } } } },
      { slack: { accounts: { second: { fields: { SLACK_DESK_CHANNEL: 'C1' } } } } },
      { alerts: { accounts: { second: { fields: { ALERTS_WEBHOOK_URL: 'https://a.example.com' } } } } },
    ])
      assert.throws(() => patchChannels({}, patch, rules), failsWith('settings.invalid'), JSON.stringify(patch));
  });

  it('leave the environment as the lock it is, but not over further accounts', () => {
    const locked = readConfig({ NODE_ENV: 'test', ...TWILIO });
    const rules = { environment: locked, sealer: createSealer(OLD) };
    assert.throws(() => patchChannels({}, { sms: { fields: { TWILIO_FROM: '+1' } } }, rules), /a lock/);
    const second = { ...TWILIO, TWILIO_FROM: '+15550003333' };
    const { config, accounts } = setupOf(
      patchChannels({}, { sms: { accounts: { second: { fields: second } } } }, rules),
      rules,
    );
    assert.deepEqual([config.TWILIO_FROM, accounts[0]!.config.TWILIO_FROM], ['+15550002222', '+15550003333']);
  });
});
