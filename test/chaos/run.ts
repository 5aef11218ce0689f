// One run of the chaos: customers write while servers are killed, Redis is wiped and MongoDB stands still, by a seeded
// schedule; then the referee counts.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { createConnection } from 'mongoose';
import { startStores } from '../../scripts/setup/stores.mjs';
import { type Conversation, openConversation, write } from './customer.ts';
import { type Chance, createChance, pause } from './random.ts';
import type { Journal, Verdict } from './referee.ts';
import { type ChaosServer, createServerProcess } from './servers.ts';

export interface ChaosOptions {
  seed: number;
  messages: number;
  lanes: number;
  servers: number;
  /** Longest pause of a customer between two messages, in ms. */
  longestPauseMs?: number;
  /** Pause between two troubles, in ms: least and most. */
  troubleEveryMs: [number, number];
  say?: (line: string) => void;
}

export interface ChaosReport extends Verdict {
  seconds: number;
  kills: number;
  flushes: number;
  stops: number;
  resends: number;
}

// Each is answered whatever else waits with it: what a person was asked for is theirs, and is answered by nobody else.
const TEXTS = [
  'Where is my order ORD-12345?',
  'hello',
  'thanks a lot',
  'How much to ship 3kg to LA?',
  'what is the weather today',
  'A person please',
  'are you open on sunday?',
  'where is order ORD-20001',
];
const SECRET = 'chaos-secret-of-no-value';

export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-chaos-'));
  const stores = await startStores({ dataDir: join(folder, 'stores') });
  const report = { kills: 0, flushes: 0, stops: 0 };
  const servers: ChaosServer[] = [];
  const begun = Date.now();
  try {
    const common = {
      mongodbUri: stores.mongodbUri!,
      redisUrl: stores.redisUrl!,
      dataDir: join(folder, 'data'),
      secret: SECRET,
      logFile: join(folder, 'servers.log'),
    };
    for (let at = 0; at < options.servers; at += 1) servers.push(await createServerProcess(common));
    for (const server of servers) await server.start();
    const urls = servers.map((server) => server.url);
    const conversations = await Promise.all(
      Array.from({ length: options.lanes }, () => openConversation(urls[0]!, SECRET)),
    );
    const done = { writing: true };
    const trouble = makeTrouble(options, createChance(options.seed), servers, stores as Stores, report, done);
    await writeAll(options, conversations, urls);
    done.writing = false;
    await trouble;
    const journal: Journal = { urls, patienceMs: 60_000, conversations };
    const verdict = await askReferee<Verdict>(join(import.meta.dirname, 'referee.ts'), journal);
    if (verdict.lost + verdict.repeated + verdict.reordered > 0)
      options.say?.(`faults: ${verdict.faults.join('\n  ')}\n${await explain(common.mongodbUri, verdict.faults)}`);
    const resends = conversations.reduce((sum, conversation) => sum + conversation.resends, 0);
    return { ...verdict, ...report, resends, seconds: Math.round((Date.now() - begun) / 1_000) };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await stores.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the stores hold of the conversations with a fault, for whoever looks for the cause: the last turns of each. */
async function explain(mongodbUri: string, faults: string[]): Promise<string> {
  const stores = await createConnection(mongodbUri).asPromise();
  try {
    const conversations = [...new Set(faults.map((fault) => fault.split(' ')[0]!))].slice(0, 5);
    const lines: string[] = [];
    for (const conversation of conversations) {
      for (const name of ['lanes', 'turns', 'messages', 'deadletters']) {
        const key = name === 'lanes' ? '_id' : 'laneId';
        const rows = await stores
          .collection(name)
          .find({ [key]: { $regex: conversation } })
          .toArray();
        lines.push(...rows.map((row) => `${name} ${JSON.stringify(row)}`));
      }
    }
    return lines.join('\n');
  } finally {
    await stores.destroy();
  }
}

interface Stores {
  mongodPid: number;
  redisUrl: string;
}

/** Every customer writes its share: bursts without waiting for answers, then pauses. */
async function writeAll(options: ChaosOptions, conversations: Conversation[], urls: string[]): Promise<void> {
  const each = Math.ceil(options.messages / options.lanes);
  await Promise.all(
    conversations.map(async (conversation, at) => {
      // A stream of chance for each, so that the schedule of one does not hang on the speed of another.
      const chance = createChance(options.seed * 1_000 + at);
      for (let index = 0; index < each && conversations.length * index + at < options.messages; index += 1) {
        await write(conversation, chance.pick(TEXTS), urls, at, chance);
        await pause(chance.next() < 0.4 ? 0 : chance.between(100, options.longestPauseMs ?? 6_000));
      }
    }),
  );
}

/** By a seeded schedule, until the customers are done. */
export async function makeTrouble(
  options: Pick<ChaosOptions, 'troubleEveryMs' | 'say'>,
  chance: Chance,
  servers: ChaosServer[],
  stores: Stores,
  report: { kills: number; flushes: number; stops: number },
  done: { writing: boolean },
): Promise<void> {
  const redis = new Redis(stores.redisUrl, { maxRetriesPerRequest: 1 });
  redis.on('error', () => undefined);
  const revivals: Promise<void>[] = [];
  // A server that is killed before it is up again, time after time, is no trouble but an absence.
  const up = new Set(servers);
  while (done.writing) {
    await pause(chance.between(...options.troubleEveryMs));
    const dice = report.kills === 0 ? 0 : chance.next(); // the first trouble is always a kill
    if (dice < 0.6) {
      const server = chance.pick(servers);
      if (!up.delete(server)) continue;
      server.kill();
      report.kills += 1;
      const revive = async () => {
        await pause(chance.between(100, 800));
        await server.start();
        up.add(server);
      };
      revivals.push(revive());
    } else if (dice < 0.8) {
      await redis.flushall().catch(() => undefined);
      report.flushes += 1;
    } else {
      process.kill(stores.mongodPid, 'SIGSTOP');
      report.stops += 1;
      await pause(chance.between(1_800, 4_000));
      process.kill(stores.mongodPid, 'SIGCONT');
    }
    options.say?.(`kills ${report.kills}, wipes ${report.flushes}, stops ${report.stops}`);
  }
  await Promise.all(revivals);
  redis.disconnect();
}

/** Asks a referee, a process of its own, what it makes of a journal. */
export function askReferee<Found>(file: string, journal: object): Promise<Found> {
  return new Promise((resolve, reject) => {
    const referee = spawn(process.execPath, [file], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let text = '';
    referee.stdout.on('data', (chunk: Buffer) => {
      text += String(chunk);
    });
    referee.on('exit', (code) => {
      if (code === 0) resolve(JSON.parse(text) as Found);
      else reject(new Error(`the referee ended with ${code}`));
    });
    referee.stdin.end(JSON.stringify(journal));
  });
}
