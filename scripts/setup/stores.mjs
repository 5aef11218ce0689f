// The embedded stores: a real mongod (a replica set of one) and a real Redis-protocol server as children on loopback, with
// their data in one folder that survives restarts and kill -9. A store that ends by itself is started again on its port.
import { existsSync, mkdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openWatcher } from './children.mjs';
import { SetupFailure } from './explain.mjs';
import { findMongod, findRedis } from './fetch/programs.mjs';
import { readStartTime, takeLock } from './lock.mjs';
import { startMongod } from './mongod.mjs';
import { startRedis } from './redis.mjs';

/** A new mongod takes 200 MB for its journal alone. */
const LEAST_FREE_BYTES = 400 * 1024 * 1024;
const PATIENCE_MS = 15_000;
export const DATABASE = 'frontdesk';

/**
 * Starts the pair in a folder and resolves when both accept writes.
 * @param {object} options
 * @param {string} options.dataDir their folder; made when missing
 * @param {(line: string) => void} [options.log] gets one line per notable event
 * @param {boolean} [options.mongodb] false: no mongod
 * @param {string} [options.engine] further settings of MongoDB's storage engine
 * @param {boolean} [options.redis] false: no Redis
 * @param {boolean} [options.share] use the stores of a process that already has them open in this folder
 * @param {(reason: string) => void} [options.onFailed] a store ended and could not be kept running
 * @throws SetupFailure with the remedy: folder in use, disk full, no program for this machine
 */
export async function startStores({
  dataDir,
  log = () => {},
  mongodb = true,
  engine,
  redis = true,
  share = false,
  onFailed = () => {},
}) {
  const folder = resolve(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const taken = await takeLock(folder);
  if (taken.owner) return shareStores(taken.owner, folder, { mongodb, redis, share, log });
  const { lock } = taken;
  const watcher = openWatcher();
  const running = [];
  const stop = async () => {
    await Promise.all(running.map((store) => store.stop(PATIENCE_MS)));
    watcher.close();
    lock.release();
  };
  try {
    const free = statfsSync(folder);
    if (free.bavail * free.bsize < LEAST_FREE_BYTES)
      throw new SetupFailure(
        `The disk that holds ${folder} is full: free at least 400 MB, or set DATA_DIR to a folder on another one.`,
      );
    // One after the other: both may have to fetch, and two progress reports at once help nobody.
    const programs = { mongod: mongodb && (await findMongod(log)), redis: redis && (await findRedis(log)) };
    const ports = readPorts(folder);
    const noteChildren = () =>
      lock.note({ children: running.map(({ pid }) => ({ pid, started: readStartTime(pid) })) });
    const shared = { folder, watcher, log, onFailed, onStarted: noteChildren, keep: (store) => running.push(store) };
    const [mongo, cache] = await settleAll([
      programs.mongod && startMongod({ ...shared, program: programs.mongod, port: ports.mongod, engine }),
      programs.redis && startRedis({ ...shared, program: programs.redis, port: ports.redis }),
    ]);
    writeFileSync(
      join(folder, 'ports.json'),
      JSON.stringify({ ...ports, ...(mongo && { mongod: mongo.port }), ...(cache && { redis: cache.port }) }),
    );
    const uris = {
      ...(mongo && {
        mongodbUri: `mongodb://127.0.0.1:${mongo.port}/${DATABASE}?replicaSet=rs0&directConnection=true`,
      }),
      ...(cache && { redisUrl: `redis://127.0.0.1:${cache.port}` }),
    };
    lock.note(uris);
    return {
      ...uris,
      get mongodPid() {
        return mongo?.store.pid;
      },
      get redisPid() {
        return cache?.store.pid;
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * The stores of some settings: what `MONGODB_URI` and `REDIS_URL` name is used as it is, what they leave open is started.
 * @param {{ settings: { MONGODB_URI?: string, REDIS_URL?: string } } & Parameters<typeof startStores>[0]} options
 * @returns {Promise<{ env: { MONGODB_URI: string, REDIS_URL: string }, stop(): Promise<void> }>}
 */
export async function openStores({ settings: { MONGODB_URI, REDIS_URL }, ...options }) {
  if (MONGODB_URI && REDIS_URL) return { env: { MONGODB_URI, REDIS_URL }, stop: async () => {} };
  const stores = await startStores({ ...options, mongodb: !MONGODB_URI, redis: !REDIS_URL });
  const env = { MONGODB_URI: MONGODB_URI || stores.mongodbUri, REDIS_URL: REDIS_URL || stores.redisUrl };
  return { env, stop: stores.stop };
}

/** Waits for all even when one fails, so that nothing is still starting while it is being stopped. */
async function settleAll(promises) {
  const results = await Promise.allSettled(promises);
  const failed = results.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
  return results.map(({ value }) => value);
}

function shareStores(owner, folder, { mongodb, redis, share, log }) {
  const complete = (!mongodb || owner.mongodbUri) && (!redis || owner.redisUrl);
  if (!share || !complete)
    throw new SetupFailure(
      `${folder} is in use by process ${owner.pid}: end that one first, or set DATA_DIR to another folder.`,
    );
  log(`stores: using those of process ${owner.pid}, which has ${folder} open`);
  return {
    mongodbUri: owner.mongodbUri,
    redisUrl: owner.redisUrl,
    mongodPid: undefined,
    redisPid: undefined,
    stop: async () => {},
  };
}

/** The ports of the last time: an address that stays the same is easier to live with. */
function readPorts(folder) {
  const file = join(folder, 'ports.json');
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
