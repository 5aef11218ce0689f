// stores: embedded
// The crash table: a real server dies at each named step, is started again, and the customer's conversation is read.
// Printed as Markdown; docs/reliability.md shows it. Run by `npm run prove -- crash-table`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { CRASH_POINTS, type CrashPoint } from '../../core/crash.ts';
import { startStores } from '../../scripts/setup/stores.mjs';
import { type Conversation, openConversation, write } from './customer.ts';
import { createChance, pause } from './random.ts';
import { type ChaosServer, createServerProcess } from './servers.ts';

export interface CrashRow {
  point: CrashPoint;
  died: boolean;
  /** What was durable when the process was gone. */
  durable: string;
  /** What the customer saw after the restart. */
  seen: string;
  /** Every message was answered exactly once, in order. */
  right: boolean;
}

const SECRET = 'crash-secret-of-no-value';
const TEXTS = ['Where is my order ORD-12345?', 'A person please', 'thanks'];
/** These two happen only while MongoDB is away. */
const SPILL_POINTS: readonly string[] = ['after-spill', 'during-replay'];

interface Shown {
  activities: { id: string; from: { role: string }; channelData?: { answers?: string[]; turn?: { id: string } } }[];
}

/** Plays the table over stores of its own; `points` narrows it down. */
export async function makeCrashTable(points: readonly CrashPoint[] = CRASH_POINTS): Promise<CrashRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-crash-'));
  const stores = await startStores({ dataDir: join(folder, 'stores') });
  const rows: CrashRow[] = [];
  try {
    for (const point of points) {
      const mongodbUri = stores.mongodbUri!.replace('/frontdesk?', `/crash_${point.replaceAll('-', '_')}?`);
      const server = await createServerProcess({
        mongodbUri,
        redisUrl: stores.redisUrl!,
        dataDir: join(folder, point),
        secret: SECRET,
        logFile: join(folder, 'servers.log'),
      });
      rows.push(await playPoint(point, server, mongodbUri, stores.mongodPid!));
      await server.stop();
    }
  } finally {
    await stores.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}

async function playPoint(
  point: CrashPoint,
  server: ChaosServer,
  mongodbUri: string,
  mongodPid: number,
): Promise<CrashRow> {
  const chance = createChance(1);
  await server.start({ CRASH_AT: point });
  const conversation = await openConversation(server.url, SECRET);
  const spills = SPILL_POINTS.includes(point);
  if (spills) process.kill(mongodPid, 'SIGSTOP');
  // The customer goes on writing until each message has its 200, over the crash and the restart.
  const writing = (async () => {
    for (const text of TEXTS) await write(conversation, text, [server.url], 0, chance);
  })();
  if (spills && point === 'during-replay') {
    await pause(3_000);
    process.kill(mongodPid, 'SIGCONT');
  }
  const died = (await server.death(15_000)) === 'SIGKILL';
  if (spills && point !== 'during-replay') process.kill(mongodPid, 'SIGCONT');
  const durable = await describeLane(mongodbUri, conversation);
  await server.start();
  await writing;
  const shown = await readUntilAnswered(server.url, conversation);
  const seen = describeSeen(conversation, shown);
  const cases = await countCases(mongodbUri);
  return { point, died, durable, seen: `${seen.seen}, ${cases} case`, right: seen.right && cases === 1 };
}

/** The conversation asks for a person once: whatever dies, that is one case. */
async function countCases(mongodbUri: string): Promise<number> {
  const connection = await mongoose.createConnection(mongodbUri).asPromise();
  try {
    return await connection.collection('lanes').countDocuments({ kind: 'case', 'state.status': 'open' });
  } finally {
    await connection.close();
  }
}

async function describeLane(mongodbUri: string, conversation: Conversation): Promise<string> {
  const connection = await mongoose.createConnection(mongodbUri).asPromise();
  try {
    const lane = (await connection
      .collection('lanes')
      .findOne({ _id: `web|default|${conversation.id}` } as never)) as Record<string, unknown[]> | null;
    if (!lane) return 'nothing yet (the customer had no 200)';
    const rows = (await connection
      .collection('messages')
      .countDocuments({ laneId: `web|default|${conversation.id}` })) as number;
    const held = lane.leaseUntil ? 'held' : 'free';
    return `inbox ${lane.inbox!.length}, outbox ${lane.outbox!.length}, rows in the lane ${lane.pendingMessages!.length}, rows moved ${rows}, lease ${held}`;
  } finally {
    await connection.close();
  }
}

async function readUntilAnswered(url: string, conversation: Conversation): Promise<Shown['activities']> {
  const end = Date.now() + 20_000;
  for (;;) {
    const response = await fetch(`${url}/v3/directline/conversations/${conversation.id}/activities`, {
      headers: { authorization: `Bearer ${conversation.token}` },
    });
    const { activities } = (await response.json()) as Shown;
    const answered = new Set(activities.flatMap((one) => one.channelData?.answers ?? []));
    if (conversation.sent.every((id) => answered.has(id)) || Date.now() > end) return activities;
    await pause(100);
  }
}

function describeSeen(conversation: Conversation, shown: Shown['activities']): { seen: string; right: boolean } {
  const own = shown.filter((one) => one.from.role === 'user').map((one) => one.id);
  const turns = new Map(
    shown.flatMap((one) =>
      one.channelData?.turn ? [[one.channelData.turn.id, one.channelData.answers ?? []] as const] : [],
    ),
  );
  const answered = [...turns.values()].flat();
  const same = (list: string[]) =>
    list.length === conversation.sent.length && list.every((id, at) => id === conversation.sent[at]);
  const right = same(own) && same(answered);
  const replies = shown.filter((one) => one.from.role === 'bot').length;
  return {
    right,
    seen: right
      ? `${own.length} messages, each answered once, in order (${replies} replies)`
      : `messages ${own.length}, answered ${answered.length}`,
  };
}

function renderCrashTable(rows: readonly CrashRow[]): string {
  const lines = rows.map((row) => `| \`${row.point}\` | ${row.died ? 'yes' : 'NO'} | ${row.durable} | ${row.seen} |`);
  return [
    '| dies at | died there | durable at that moment | what the customer saw in the end |',
    '|---|---|---|---|',
    ...lines,
  ].join('\n');
}

if (process.argv[1] && import.meta.filename === process.argv[1]) {
  const rows = await makeCrashTable();
  process.stdout.write(`${renderCrashTable(rows)}\n`);
  process.exit(rows.every((row) => row.right && row.died) ? 0 : 1);
}
