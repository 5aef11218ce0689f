// Redis has one home. It carries doorbells only, ids and never text: wiping it loses nothing, losing it slows things
// down to the sweeper's pace.
import { Redis } from 'ioredis';
import type { Log } from '../core/log.ts';
import { within } from '../core/within.ts';

export interface RedisHome {
  url: string;
  /** Fails fast when Redis is away: for ringing. */
  producer(): Redis;
  /** Waits for Redis for ever: for workers and subscribers. */
  consumer(): Redis;
  /** Waits a moment for Redis: for a page that somebody looks at. */
  reader(): Redis;
  /** Resolves when Redis answers in time. */
  ping(timeoutMs?: number): Promise<void>;
  close(): Promise<void>;
}

export function createRedisHome(url: string, log: Log): RedisHome {
  const open: Redis[] = [];
  let complained = false;
  const keep = (connection: Redis): Redis => {
    connection.on('error', (error: Error) => {
      // One line per outage, not one per reconnect.
      if (!complained) log.warn('redis.away', { error: error.message });
      complained = true;
    });
    connection.on('ready', () => {
      complained = false;
    });
    open.push(connection);
    return connection;
  };
  const retryStrategy = (attempt: number) => Math.min(attempt * 50, 1_000);
  const producer = () =>
    keep(
      new Redis(url, {
        enableOfflineQueue: false,
        maxRetriesPerRequest: 1,
        connectTimeout: 2_000,
        commandTimeout: 2_000,
        retryStrategy,
      }),
    );
  // Waits for its first connection, so that the first answer of a young server is true.
  const reader = () => keep(new Redis(url, { maxRetriesPerRequest: 0, commandTimeout: 2_000, retryStrategy }));
  const pinger = reader();
  return {
    url,
    producer,
    reader,
    consumer: () => keep(new Redis(url, { maxRetriesPerRequest: null, retryStrategy })),
    ping: async (timeoutMs = 1_000) => {
      await within(timeoutMs, pinger.ping());
    },
    close: async () => {
      for (const connection of open) connection.disconnect();
    },
  };
}
