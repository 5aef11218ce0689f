// The whole product for a test that plays a network: one server on the run's own stores, a database of its own, and a look
// into it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import type { AppParts } from '../../app/parts.ts';
import { type App, createApp } from '../../app.ts';
import { readConfig } from '../../core/config.ts';
import { testMongoUri, testRedisUrl } from './stores.ts';

export { eventually } from './slack-stage.ts';

export interface AppStage {
  app: App;
  origin: string;
  mongoUri: string;
  /** A visitor of the web chat says something. */
  say(userId: string, text: string, identity?: { shopCustomerId: string; name?: string }): Promise<void>;
  rows(collection: string): Promise<Record<string, unknown>[]>;
  /** The cards that the console desk printed. */
  cards: string[];
  remove(): Promise<void>;
}

export async function startApp(env: Record<string, string> = {}, parts: AppParts = {}): Promise<AppStage> {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-app-'));
  const uri = testMongoUri(`frontdesk_app_${process.pid}_${Date.now().toString(36)}`);
  const cards: string[] = [];
  const config = readConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: folder,
    MONGODB_URI: uri,
    REDIS_URL: testRedisUrl(),
    WEB_QUIET_WINDOW_MS: '0',
    DIRECTLINE_SECRET: 'a-secret-of-the-test',
    ...env,
  });
  const app = await createApp(config, { deskOutput: (text) => cards.push(text), ...parts });
  await app.start();
  const connection = await mongoose.createConnection(uri).asPromise();
  return {
    app,
    origin: app.address()!,
    mongoUri: uri,
    say: async (userId, text, identity) => {
      const at = new Date();
      await app.receive(
        { channel: 'web', accountId: 'default', nativeId: `c-${userId}`, customer: { id: userId } },
        {
          key: `k-${at.getTime()}`,
          kind: 'message',
          receivedAt: at,
          activity: {
            type: 'message',
            id: `m-${at.getTime()}`,
            timestamp: at,
            from: { id: userId },
            text,
            ...(identity ? { identity } : {}),
          },
        },
      );
    },
    cards,
    rows: (collection) => connection.collection(collection).find({}).toArray(),
    remove: async () => {
      await app.stop();
      await connection.dropDatabase();
      await connection.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
