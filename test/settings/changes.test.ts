// Changes while customers write; changes without a doorbell; and the death of a server at each step of a change.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { SETTINGS_CRASH_POINTS } from '../../core/crash.ts';
import { createServerProcess } from '../chaos/servers.ts';
import { type AdminClient, PASSWORD, signIn, signInAs } from '../support/admin-client.ts';
import { eventually } from '../support/app-stage.ts';
import { testMongoUri, testRedisUrl } from '../support/stores.ts';
import { playChanges } from './changes.ts';
import { startInstances } from './instances.ts';

describe('a change of the settings', function () {
  this.timeout(240_000);

  it('while customers write to three instances loses nothing, repeats nothing and mixes nothing', async () => {
    const found = await playChanges({ changes: 20, messages: 200, lanes: 20, seed: 11 });
    assert.deepEqual([found.unanswered, found.answeredTwice, found.mixed], [0, 0, 0], JSON.stringify(found));
    assert.ok(found.spreadMs.p99 < 2_000, JSON.stringify(found));
    assert.ok(found.revisionsSeen > 5, 'the changes came while they wrote');
  });

  it('reaches an instance that hears no doorbell within 15 seconds, and says how many have it', async () => {
    const instances = await startInstances(2, (at) => (at === 1 ? { REDIS_URL: 'redis://127.0.0.1:9/0' } : {}));
    try {
      const admin = await signInAs(instances.origins[0]!, instances.mongoUri, 'admin');
      const begun = Date.now();
      await admin.call('PUT', '/settings', { base: 1, why: 'no bell', values: { refundCap: 42 } });
      await eventually(() => instances.adoptions.some((one) => one.instance === 1 && one.revision === 2));
      assert.ok(Date.now() - begun < 15_000);
      const spread = await eventually(async () => {
        const { body } = await admin.call('GET', '/settings');
        return body.instances.onThis === 2 && body.instances;
      });
      assert.equal((spread as { all: number }).all, 2);
      assert.ok((spread as { tookMs: number }).tookMs > 0);
    } finally {
      await instances.remove();
    }
  });

  it('rolled back on one instance reaches the others by the doorbell too', async () => {
    const instances = await startInstances(2);
    try {
      const admin = await signInAs(instances.origins[0]!, instances.mongoUri, 'admin');
      await admin.call('PUT', '/settings', { base: 1, why: 'first', values: { refundCap: 42 } });
      const back = await admin.call('POST', '/settings/rollback', { base: 2, to: 1, why: 'back' });
      assert.equal(back.body.revision, 3, back.text);
      await eventually(() => instances.adoptions.some((one) => one.instance === 1 && one.revision === 3));
      const [saved, heard] = [0, 1].map(
        (instance) => instances.adoptions.find((one) => one.instance === instance && one.revision === 3)!,
      );
      assert.ok(heard!.atMs - saved!.atMs < 2_000, 'it did not wait for the poll');
    } finally {
      await instances.remove();
    }
  });

  describe('during which the server dies', () => {
    const folder = mkdtempSync(join(tmpdir(), 'frontdesk-settings-crash-'));
    after(() => rmSync(folder, { recursive: true, force: true }));
    for (const point of SETTINGS_CRASH_POINTS)
      it(`at ${point} leaves the revision before or after it, never half`, async () => {
        const mongodbUri = testMongoUri(`frontdesk_settings_${point.replaceAll('-', '_')}_${process.pid}`);
        const server = await createServerProcess({
          mongodbUri,
          redisUrl: testRedisUrl(),
          dataDir: join(folder, point),
          secret: 'crash-secret-of-no-value',
          logFile: join(folder, 'servers.log'),
        });
        const connection = await mongoose.createConnection(mongodbUri).asPromise();
        try {
          await server.start({ CRASH_AT: point });
          let admin: AdminClient = await signInAs(server.url, mongodbUri, 'admin');
          const wanted = { refundCap: 77, proofTries: 9 };
          await admin.call('PUT', '/settings', { base: 1, why: 'dies', values: wanted }).catch(() => undefined);
          assert.equal(await server.death(30_000), 'SIGKILL', 'it died there');
          await server.start();
          admin = await signIn(server.url, 'admin@example.com', PASSWORD);
          const { body } = await admin.call('GET', '/settings');
          const seen = [body.revision, body.values.refundCap, body.values.proofTries];
          assert.deepEqual(seen, point === 'before-settings-save' ? [1, 200, 5] : [2, 77, 9]);
          const next = await admin.call('PUT', '/settings', {
            base: body.revision,
            why: 'goes on',
            values: { refundCap: 78 },
          });
          assert.equal(next.status, 200, next.text);
        } finally {
          await server.stop();
          await connection.dropDatabase();
          await connection.close();
        }
      });
  });
});
