// What the doctor looks at. Each check answers in one line, with the remedy when something is wrong; none changes anything.
import { constants } from 'node:fs';
import { access, mkdir, readFile, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { CHANNEL_VARIABLES, type Config, isChannelOn } from '../../core/config.ts';

export interface Finding {
  ok: boolean;
  detail: string;
  remedy?: string;
}

export interface Check {
  name: string;
  run(): Promise<Finding>;
}

const good = (detail: string): Finding => ({ ok: true, detail });
const bad = (detail: string, remedy: string): Finding => ({ ok: false, detail, remedy });

export function machineChecks(config: Config): Check[] {
  return [
    {
      name: 'Node',
      run: async () => {
        const major = Number(process.versions.node.split('.')[0]);
        return major >= 24
          ? good(process.version)
          : bad(process.version, 'Run it as `npm run doctor`: that brings Node 24.');
      },
    },
    {
      name: 'packages',
      run: async () => {
        const { dependencies } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
          dependencies: Record<string, string>;
        };
        const wrong: string[] = [];
        for (const [name, wanted] of Object.entries(dependencies)) {
          const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
          const found = await readFile(file, 'utf8').then(
            (text) => (JSON.parse(text) as { version: string }).version,
            () => 'missing',
          );
          if (found !== wanted) wrong.push(`${name} ${found}, not ${wanted}`);
        }
        return wrong.length === 0
          ? good(`${Object.keys(dependencies).length} as pinned`)
          : bad(wrong.slice(0, 5).join('; '), 'Run `npm ci`.');
      },
    },
    {
      name: 'data folder',
      run: async () => {
        try {
          await mkdir(config.DATA_DIR, { recursive: true });
          await access(config.DATA_DIR, constants.W_OK);
        } catch {
          return bad(
            `${config.DATA_DIR} cannot be written`,
            'Give this user the right to write there, or set DATA_DIR to another folder.',
          );
        }
        const { bavail, bsize } = await statfs(config.DATA_DIR);
        const megabytes = Math.round((bavail * bsize) / 1_048_576);
        return megabytes > 500
          ? good(`${config.DATA_DIR}, ${megabytes} MB free`)
          : bad(`only ${megabytes} MB free`, 'Free some space: messages wait on this disk while MongoDB is away.');
      },
    },
    {
      name: 'port',
      run: () =>
        new Promise<Finding>((resolve) => {
          const probe = createServer();
          probe.once('error', () =>
            resolve(good(`${config.HOST}:${config.PORT} is in use (by Frontdesk, if it runs)`)),
          );
          probe.listen(config.PORT, config.HOST, () =>
            probe.close(() => resolve(good(`${config.HOST}:${config.PORT} is free`))),
          );
        }),
    },
    {
      name: 'public address',
      run: async () => {
        const url = config.PUBLIC_URL;
        if (!url)
          return config.NODE_ENV === 'production'
            ? bad(
                'PUBLIC_URL is unset',
                'Set it to the https address of this server: Twilio signs it, and links use it.',
              )
            : good('unset: fine on one machine');
        try {
          const response = await fetch(join(url, '/healthz').replace(':/', '://'), {
            signal: AbortSignal.timeout(5_000),
          });
          return response.ok
            ? good(`${url} answers`)
            : bad(`${url}/healthz answers ${response.status}`, 'Check the reverse proxy.');
        } catch {
          return bad(`${url} does not answer`, 'Check DNS, certificate and reverse proxy, and that the server runs.');
        }
      },
    },
  ];
}

export function storeChecks(config: Config): Check[] {
  if (!config.MONGODB_URI || !config.REDIS_URL) {
    const name = config.MONGODB_URI ? 'Redis' : config.REDIS_URL ? 'MongoDB' : 'stores';
    return [{ name, run: async () => good('embedded: started by `npm start`') }];
  }
  return [
    {
      name: 'MongoDB',
      run: async () => {
        const connection = mongoose.createConnection(config.MONGODB_URI!, { serverSelectionTimeoutMS: 3_000 });
        try {
          await connection.asPromise();
          const hello = (await connection.db!.command({ hello: 1 })) as { setName?: string; maxWireVersion: number };
          const { version } = (await connection.db!.command({ buildInfo: 1 })) as { version: string };
          if (!hello.setName)
            return bad(
              `${version}, a single server`,
              'Make it a replica set (of one is enough): majority writes and retries need it.',
            );
          if (Number(version.split('.')[0]) < 6) return bad(version, 'MongoDB 6.0 or later is needed.');
          return good(`${version}, replica set ${hello.setName}`);
        } catch (error) {
          return bad(
            `does not answer (${(error as Error).name})`,
            'Check MONGODB_URI, the network, and that the server runs.',
          );
        } finally {
          await connection.close().catch(() => undefined);
        }
      },
    },
    {
      name: 'Redis',
      run: async () => {
        const redis = new Redis(config.REDIS_URL!, {
          lazyConnect: true,
          maxRetriesPerRequest: 0,
          connectTimeout: 3_000,
          retryStrategy: () => null,
        });
        redis.on('error', () => undefined);
        try {
          await redis.connect();
          const info = await redis.info('server');
          const version = /redis_version:([\d.]+)/.exec(info)?.[1] ?? '?';
          const policy = (await redis.config('GET', 'maxmemory-policy').catch(() => [])) as string[];
          if (policy[1] && policy[1] !== 'noeviction')
            return bad(
              `${version}, maxmemory-policy ${policy[1]}`,
              'Set maxmemory-policy to noeviction: doorbells must not be thrown away.',
            );
          return good(`${version}${policy[1] ? `, ${policy[1]}` : ''}`);
        } catch (error) {
          return bad(
            `does not answer (${(error as Error).message})`,
            'Check REDIS_URL, the network, and that the server runs.',
          );
        } finally {
          redis.disconnect();
        }
      },
    },
  ];
}

/** Channels that are off are named with what they would need. */
export function offChannels(config: Config): Check[] {
  return (Object.keys(CHANNEL_VARIABLES) as (keyof typeof CHANNEL_VARIABLES)[])
    .filter((id) => !isChannelOn(id, config))
    .map((id) => ({
      name: id,
      run: async () => good(`off; needs ${CHANNEL_VARIABLES[id].map((names) => names.join(' or ')).join(', ')}`),
    }));
}
