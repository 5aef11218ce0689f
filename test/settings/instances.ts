// Several servers on one database for tests of the settings: each a whole product with a port of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { type App, createApp } from '../../app.ts';
import { readConfig } from '../../core/config.ts';
import { type Log, silentLog } from '../../core/log.ts';
import { testMongoUri, testRedisUrl } from '../support/stores.ts';

export interface Instances {
  apps: App[];
  origins: string[];
  mongoUri: string;
  /** DATA_DIR of all of them. */
  folder: string;
  /** When each instance went on with each revision. */
  adoptions: Adoption[];
  connection: mongoose.Connection;
  remove(): Promise<void>;
}

export interface Adoption {
  instance: number;
  revision: number;
  atMs: number;
}

/** `env` for all, or for each by its number. */
export async function startInstances(
  count: number,
  env: (at: number) => Record<string, string> = () => ({}),
  heard: Log = silentLog,
): Promise<Instances> {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-settings-'));
  const mongoUri = testMongoUri(`frontdesk_settings_${process.pid}_${Date.now().toString(36)}`);
  const apps: App[] = [];
  const adoptions: Adoption[] = [];
  for (let at = 0; at < count; at += 1) {
    const config = readConfig({
      NODE_ENV: 'test',
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: folder,
      MONGODB_URI: mongoUri,
      REDIS_URL: testRedisUrl(),
      WEB_QUIET_WINDOW_MS: '0',
      WEB_MESSAGES_PER_MINUTE: '100000',
      DIRECTLINE_SECRET: 'a-secret-of-the-test',
      ...env(at),
    });
    const log: Log = {
      ...heard,
      info: (event, fields) => {
        heard.info(event, fields);
        if (event === 'settings.adopted')
          adoptions.push({ instance: at, revision: Number(fields?.revision), atMs: Date.now() });
      },
    };
    const app = await createApp(config, { deskOutput: () => undefined, log });
    await app.start();
    apps.push(app);
  }
  const connection = await mongoose.createConnection(mongoUri).asPromise();
  return {
    apps,
    origins: apps.map((app) => app.address()!),
    mongoUri,
    folder,
    adoptions,
    connection,
    remove: async () => {
      await Promise.all(apps.map((app) => app.stop()));
      await connection.dropDatabase();
      await connection.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
