// One mongod as a replica set of one, so that majority and retryable writes are the production ones. Its journal is what
// makes an acknowledged write survive kill -9.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { startStore } from './store-process.mjs';

// The driver that mongoose brings, not a second one.
const { MongoClient } = createRequire(createRequire(import.meta.url).resolve('mongoose'))('mongodb');

const REPLICA_SET = 'rs0';
const LOOK_WITHIN_MS = 2000;
const NO_CONFIG = 94;

/**
 * @see startStore
 * @param {{ program: string, engine?: string }} options `engine`: further settings of WiredTiger, as its wiredtiger_open takes them
 */
export function startMongod({ program, engine, ...options }) {
  const dbPath = join(options.folder, 'mongodb');
  mkdirSync(dbPath, { recursive: true });
  return startStore({
    ...options,
    title: 'mongod',
    command: (port) => [
      program,
      ...listArguments(dbPath, port),
      ...(engine ? ['--wiredTigerEngineConfigString', engine] : []),
    ],
    isReady: makePrimary,
  });
}

function listArguments(dbPath, port) {
  return [
    ...[
      '--dbpath',
      dbPath,
      '--port',
      String(port),
      '--bind_ip',
      '127.0.0.1',
      '--nounixsocket',
      '--replSet',
      REPLICA_SET,
    ],
    // One machine, one small shop: half a gigabyte of cache, and a log of changes that nobody else reads.
    ...['--wiredTigerCacheSizeGB', '0.5', '--oplogSize', '256', '--quiet'],
    ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
    // There is no other member to wait for on the way out.
    ...['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=100'],
  ];
}

/** One look: whether the mongod takes writes; on the way there, its replica set is made or follows it to a new port. */
async function makePrimary(port) {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: LOOK_WITHIN_MS,
    connectTimeoutMS: LOOK_WITHIN_MS,
  });
  try {
    const admin = client.db('admin');
    const state = await admin.command({ hello: 1 });
    if (state.isWritablePrimary) return true;
    await configure(admin, `127.0.0.1:${port}`);
    return false;
  } catch (error) {
    // Not listening yet, or busy with an election: the next look tells. A process that ended is noticed by its keeper.
    if (error.name?.startsWith('Mongo')) return false;
    throw error;
  } finally {
    await client.close();
  }
}

async function configure(admin, host) {
  let config;
  try {
    ({ config } = await admin.command({ replSetGetConfig: 1 }));
  } catch (error) {
    if (error.code !== NO_CONFIG) throw error;
    await admin.command({ replSetInitiate: { _id: REPLICA_SET, members: [{ _id: 0, host }] } });
    return;
  }
  if (config.members[0]?.host === host) return;
  const members = [{ ...config.members[0], host }];
  await admin.command({ replSetReconfig: { ...config, version: config.version + 1, members }, force: true });
}
