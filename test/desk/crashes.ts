// stores: embedded
// A real server dies by kill -9 between the steps of escalate, post, claim, relay and resolve, is started again, and the
// customer, the case and the card are compared: nothing lost, nothing doubled. `npm run prove -- desk-crashes`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import mongoose from 'mongoose';
import type { CrashPoint } from '../../core/crash.ts';
import { type SlackEmulator, startSlackEmulator } from '../../emulators/slack/index.ts';
import type { Case } from '../../models/case.ts';
import { pause } from '../chaos/random.ts';
import { type ChaosServer, createServerProcess } from '../chaos/servers.ts';
import { ANA, DESK, eventually, MAYA } from '../support/slack-stage.ts';
import { testMongoUri, testRedisUrl } from '../support/stores.ts';

export interface CrashRun {
  at: string;
  /** False: the server never came to that step, so everything that there is was tried. */
  died: boolean;
  faults: string[];
}

const DESK_POINTS: CrashPoint[] = [
  'after-append',
  'after-acquire',
  'before-commit',
  'after-commit',
  'before-send',
  'after-send',
  'after-ack',
  'before-effect',
  'after-effect',
];

const PATIENCE_MS = 60_000;

interface Stage {
  slack: SlackEmulator;
  server: ChaosServer;
  connection: mongoose.Connection;
}

/** Plays the whole way of one case while the server dies at this step, after it has passed it `passes` times. */
export async function crashAt(point: CrashPoint, passes: number): Promise<CrashRun> {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-desk-crash-'));
  const uri = testMongoUri(`desk_crash_${process.pid}_${Date.now().toString(36)}_${passes}`);
  const slack = await startSlackEmulator();
  const server = await createServerProcess({
    mongodbUri: uri,
    redisUrl: testRedisUrl(),
    dataDir: folder,
    secret: 'crash-secret-of-no-value',
    logFile: join(folder, 'server.log'),
    env: {
      ...slack.env,
      SLACK_DESK_CHANNEL: DESK,
    },
  });
  const connection = await mongoose.createConnection(uri).asPromise();
  const stage = { slack, server, connection };
  slack.pointTo(`${server.url}/hooks/slack`);
  const at = `${point}:${passes}`;
  const life = { died: false, over: false };
  try {
    await server.start({ CRASH_AT: at });
    const nurse = raiseAgain(server, life);
    const faults = await playCase(stage, passes % 2 === 1);
    life.over = true;
    await nurse;
    return { at, died: life.died, faults };
  } catch (error) {
    life.over = true;
    return { at, died: life.died, faults: [(error as Error).message.slice(0, 300)] };
  } finally {
    await server.stop();
    await slack.stop();
    await connection.dropDatabase();
    await connection.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts it again as soon as it is dead, without the fatal step. */
async function raiseAgain(server: ChaosServer, life: { died: boolean; over: boolean }): Promise<void> {
  while (!life.over) {
    if ((await server.death(200)) !== 'SIGKILL') continue;
    life.died = true;
    await server.start();
    return;
  }
}

/** The customer asks for a person; Ana claims, answers, resolves. Whoever is not heard does it again, as people do. */
async function playCase({ slack, connection }: Stage, waits: boolean): Promise<string[]> {
  const { people, workspace } = slack;
  const mine = () => workspace.posts.filter((post) => post.channel === workspace.direct(MAYA).id && !post.only);
  const heard = (part: string) => mine().filter((post) => post.user !== MAYA && post.text.includes(part)).length;
  const cards = () => workspace.posts.filter((post) => post.channel === DESK && !post.threadTs && !post.only);
  const thread = () => workspace.posts.filter((post) => post.channel === DESK && post.threadTs && !post.only);
  const until = (what: string, check: () => boolean | Promise<boolean>) =>
    eventually(async () => {
      if (!(await check()))
        throw new Error(
          `${what}: ${mine()
            .map((post) => post.text.slice(0, 60))
            .join(' | ')}`,
        );
    }, PATIENCE_MS);
  const again = async (act: () => Promise<{ status: number }>) => {
    for (let tries = 0; tries < 40; tries += 1) {
      if ((await act().catch(() => ({ status: 0 }))).status === 200) return;
      await pause(250);
    }
  };

  await again(() => people.write({ user: MAYA, to: 'dm', text: 'A person please' }));
  await until('no card with a button', () => JSON.stringify(cards()[0]?.blocks ?? '').includes('case:claim'));
  await until('no word of a colleague', () => heard("I'm bringing in a colleague") > 0);
  const card = cards()[0]!.ts;
  await again(() => people.press({ user: ANA, channel: DESK, ts: card, action: 'case:claim' }));
  await until('nobody joined', () => heard('has joined') > 0);
  await until('the card shows no owner', () => JSON.stringify(cards()[0]?.blocks ?? '').includes('case:resolve'));
  await again(() => people.write({ user: MAYA, to: 'dm', text: 'LINE-1 of the customer' }));
  // Before the end: a line that comes after it is the bot's to answer.
  await until('the line is not in the thread', () => thread().some((post) => post.text.includes('LINE-1')));
  await again(() => people.write({ user: ANA, to: DESK, threadTs: card, text: 'WORD-1 of Ana' }));
  await until('the word is not taken in', async () => {
    const { sent = [], pending = [] } = await caseOf(connection);
    return sent.length + pending.length > 0;
  });
  if (waits) await until('the word did not arrive', () => heard('WORD-1') > 0);
  await again(() => people.react({ user: ANA, channel: DESK, ts: card, name: 'white_check_mark' }));
  await until('nothing closed', () => heard('has closed this case') > 0);
  await until('the card is not resolved', () => JSON.stringify(cards()[0]?.blocks ?? '').includes('Resolved by Ana'));
  await until('lanes have work left', async () => (await busyLanes(connection)) === 0);
  return judge(await caseOf(connection), {
    cards: cards().length,
    colleague: heard("I'm bringing in a colleague"),
    joined: heard('Ana has joined'),
    word: heard('WORD-1'),
    closed: heard('has closed this case'),
    line: thread().filter((post) => post.text.includes('LINE-1')).length,
    // Who was not heard has written again, and both may have been stored: each of them once.
    lineWritten: mine().filter((post) => post.user === MAYA && post.text.includes('LINE-1')).length,
  });
}

function judge(subject: Case, seen: Record<string, number>): string[] {
  const { line = 0, lineWritten = 0, ...once } = seen;
  const faults = Object.entries(once).flatMap(([what, count]) => (count === 1 ? [] : [`${what}: ${count} times`]));
  if (line < 1 || line > lineWritten) faults.push(`line: ${line} times, written ${lineWritten} times`);
  const claims = subject.history.filter((event) => event.what === 'claim').length;
  if (claims !== 1) faults.push(`claimed ${claims} times`);
  if (subject.status !== 'resolved') faults.push(`the case is ${subject.status}`);
  return faults;
}

async function caseOf(connection: mongoose.Connection): Promise<Case> {
  const found = await connection
    .collection('lanes')
    .find({ kind: 'case', state: { $ne: null } })
    .toArray();
  if (found.length !== 1) throw new Error(`${found.length} cases instead of one`);
  return found[0]!.state as Case;
}

function busyLanes(connection: mongoose.Connection): Promise<number> {
  return connection
    .collection('lanes')
    .countDocuments({ $or: [{ 'inbox.0': { $exists: true } }, { 'outbox.0': { $exists: true } }] });
}

if (process.argv[1] && import.meta.filename === process.argv[1]) {
  const { values } = parseArgs({
    options: {
      points: { type: 'string', default: DESK_POINTS.join(',') },
      /** Every so many passes of a step; 1 is every one of them. */
      every: { type: 'string', default: '1' },
      most: { type: 'string', default: '60' },
    },
  });
  let wrong = 0;
  for (const point of values.points.split(',') as CrashPoint[])
    for (let passes = 0; passes < Number(values.most); passes += Number(values.every)) {
      const run = await crashAt(point, passes);
      if (run.faults.length > 0) wrong += 1;
      process.stdout.write(
        `| ${run.at.padEnd(18)} | ${run.died ? 'died' : 'lived'} | ${run.faults.join('; ') || 'right'} |\n`,
      );
      if (!run.died) break;
    }
  process.exit(wrong === 0 ? 0 : 1);
}
