// The two stores that everything rests on: opened together, asked together whether they answer. Part of the composition root.
import type { Config } from '../core/config.ts';
import { SupportError } from '../core/errors.ts';
import type { Log } from '../core/log.ts';
import { type Database, openDatabase } from '../models/database.ts';
import { createRedisHome, type RedisHome } from '../queues/redis.ts';

export interface Stores {
  database: Database;
  redis: RedisHome;
}

/** Connects both. Throws SupportError when they are not named or do not answer. */
export async function openStores(config: Config, log: Log): Promise<Stores> {
  if (!config.MONGODB_URI || !config.REDIS_URL) {
    throw new SupportError(
      'stores.unset',
      'MONGODB_URI and REDIS_URL are unset: `npm start` runs its own stores, or point both at yours (docs/operations.md).',
      {
        kind: 'refused',
      },
    );
  }
  const database = await openDatabase({ uri: config.MONGODB_URI });
  return { database, redis: createRedisHome(config.REDIS_URL, log) };
}

/** Whether both stores answer and, on instances that work on conversations, the worker runs; and which of them does not. */
export async function readiness(
  { database, redis }: Stores,
  isWorking: () => boolean = () => true,
): Promise<{ ok: boolean; reasons: string[] }> {
  const [mongo, doorbells] = await Promise.allSettled([database.ping(), redis.ping()]);
  const reasons: string[] = [];
  if (mongo.status === 'rejected') reasons.push('MongoDB does not answer');
  if (doorbells.status === 'rejected') reasons.push('Redis does not answer');
  if (!isWorking()) reasons.push('the worker does not run');
  return { ok: reasons.length === 0, reasons };
}
