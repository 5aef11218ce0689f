// The whole product for a browser test: app.ts over the run's own stores, with a database of its own, that can be stopped
// and started again at the same address as a server that fell over.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { type App, createApp } from '../../app.ts';
import { readConfig } from '../../core/config.ts';
import { testMongoUri, testRedisUrl } from '../support/stores.ts';

export interface RealServer {
  origin: string;
  stop(): Promise<void>;
  /** At the same address as before. */
  startAgain(): Promise<void>;
  /** Stops, and leaves nothing behind. */
  remove(): Promise<void>;
}

export async function startRealServer(env: Record<string, string> = {}): Promise<RealServer> {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-browser-'));
  const uri = testMongoUri(`frontdesk_browser_${process.pid}_${Date.now().toString(36)}`);
  let port = '0';
  let app: App | undefined;
  const begin = async () => {
    const config = readConfig({
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      HOST: '127.0.0.1',
      PORT: port,
      DATA_DIR: folder,
      MONGODB_URI: uri,
      REDIS_URL: testRedisUrl(),
      WEB_QUIET_WINDOW_MS: '0',
      ...env,
    });
    app = await createApp(config, { deskOutput: () => {} });
    await app.start();
    const address = app.address();
    if (!address) throw new Error('the server names no address');
    port = new URL(address).port;
    return address;
  };
  const stop = async () => {
    await app?.stop();
    app = undefined;
  };
  const origin = await begin();
  return {
    origin,
    stop,
    startAgain: async () => void (await begin()),
    async remove() {
      await stop();
      const connection = await mongoose.createConnection(uri).asPromise();
      await connection.dropDatabase();
      await connection.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
