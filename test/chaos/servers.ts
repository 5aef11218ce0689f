// Real server processes for the chaos: started, killed outright and started again on the same port, over given stores.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createWriteStream, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pause } from './random.ts';

/** Eight seconds of work on a busy machine; a start that hangs is still told apart. */
const START_PATIENCE_MS = 60_000;
/** Below those that Linux, from 32768, and macOS, from 49152, hand out. */
const PORTS = [20_000, 32_000] as const;
const MOST_TRIES = 50;
const ROOT = join(import.meta.dirname, '..', '..');

export interface ServerOptions {
  mongodbUri: string;
  redisUrl: string;
  dataDir: string;
  secret: string;
  /** Everything that the servers say. */
  logFile: string;
  env?: Record<string, string>;
}

export interface ChaosServer {
  url: string;
  /** Resolves when it answers /healthz; rejects after START_PATIENCE_MS. */
  start(env?: Record<string, string>): Promise<void>;
  /** kill -9. */
  kill(): void;
  /** Resolves with the signal when the process ends by itself; null after `ms`. */
  death(ms: number): Promise<string | null>;
  stop(): Promise<void>;
  alive(): boolean;
}

export async function createServerProcess(options: ServerOptions): Promise<ChaosServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const log = createWriteStream(options.logFile, { flags: 'a' });
  let child: ChildProcess | undefined;
  return {
    url,
    alive: () => child !== undefined && child.exitCode === null && child.signalCode === null,
    start: async (env = {}) => {
      const started = spawn(process.execPath, ['server.ts'], {
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        env: {
          ...process.env,
          NODE_ENV: 'test',
          LOG_LEVEL: 'warn',
          PORT: String(port),
          HOST: '127.0.0.1',
          MONGODB_URI: options.mongodbUri,
          REDIS_URL: options.redisUrl,
          DATA_DIR: options.dataDir,
          DIRECTLINE_SECRET: options.secret,
          WEB_QUIET_WINDOW_MS: '0',
          WEB_MESSAGES_PER_MINUTE: '100000',
          LANE_LEASE_MS: '2000',
          ...options.env,
          ...env,
        },
      });
      child = started;
      started.stdout?.pipe(log, { end: false });
      started.stderr?.pipe(log, { end: false });
      const end = Date.now() + START_PATIENCE_MS;
      while (Date.now() < end && started.exitCode === null && started.signalCode === null) {
        const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(1_000) }).catch(() => null);
        if (answer?.ok) return;
        await pause(50);
      }
      if (started.signalCode === null)
        throw new Error(
          `the server on port ${port} did not start:\n${readFileSync(options.logFile, 'utf8').slice(-2_000)}`,
        );
    },
    kill: () => child?.kill('SIGKILL'),
    death: async (ms) => {
      const end = Date.now() + ms;
      while (Date.now() < end) {
        if (child?.signalCode) return child.signalCode;
        await pause(20);
      }
      return null;
    },
    stop: async () => {
      const ending = child;
      if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
      ending.kill('SIGTERM');
      const patience = setTimeout(() => ending.kill('SIGKILL'), 10_000);
      await new Promise((resolve) => ending.once('exit', resolve));
      clearTimeout(patience);
    },
  };
}

/**
 * Where no system hands out ports by itself: the port stays ours while its server is dead, and no other test that asks for
 * any port is given it meanwhile.
 */
async function freePort(): Promise<number> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const port = randomInt(...PORTS);
    if (await isFree(port)) return port;
  }
  throw new Error(`no port from ${PORTS[0]} to ${PORTS[1]} is free`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
