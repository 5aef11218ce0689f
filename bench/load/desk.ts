// Starts our server for a section of the bench: production settings, stores of the run, a database of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { type Contender, startContender } from './contender.ts';
import { BENCH_SECRET } from './direct-line.ts';

export interface Desk extends Contender {
  /** The database that it works on. */
  database: mongoose.mongo.Db;
}

/** The MongoDB of this run, with a database of the given name. */
export function benchMongoUri(databaseName: string): string {
  const base = process.env.MONGODB_URI;
  if (!base) throw new Error('MONGODB_URI is unset: run this through `npm run bench`');
  const url = new URL(base);
  url.pathname = `/${databaseName}`;
  return url.href;
}

/** Starts it on an empty database `frontdesk_bench_<section>`, which is dropped at stop. */
export async function startDesk(
  section: string,
  options: { env?: Record<string, string>; nodeOptions?: string[] } = {},
): Promise<Desk> {
  const uri = benchMongoUri(`frontdesk_bench_${section}`);
  const client = await mongoose.mongo.MongoClient.connect(uri);
  const database = client.db();
  await database.dropDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-bench-'));
  const env = {
    NODE_ENV: 'production',
    LOG_LEVEL: 'info',
    PORT: '0',
    HOST: '127.0.0.1',
    ROLE: 'all',
    DATA_DIR: folder,
    MONGODB_URI: uri,
    DIRECTLINE_SECRET: BENCH_SECRET,
    WEB_QUIET_WINDOW_MS: '0',
    WEB_MESSAGES_PER_MINUTE: '100000',
    OPENAI_API_KEY: '',
    ...options.env,
  };
  const contender = await startContender('frontdesk', { ...options, env });
  return {
    ...contender,
    database,
    stop: async () => {
      await contender.stop();
      await database.dropDatabase();
      await client.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
