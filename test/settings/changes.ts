// Settings are changed again and again while customers write to three instances. Every revision carries its own number in
// the sentence that everybody is told, so that an answer shows which revision spoke. Run by `npm run prove -- settings`.
import { pathToFileURL } from 'node:url';
import type { Message } from '../../models/lane.ts';
import type { TurnRecord } from '../../models/turn.ts';
import { createChance } from '../chaos/random.ts';
import { PASSWORD, signIn, signInAs } from '../support/admin-client.ts';
import { type Instances, startInstances } from './instances.ts';

export interface ChangesReport {
  changes: number;
  messages: number;
  unanswered: number;
  answeredTwice: number;
  /** Answers whose sentence is not that of the revision that their turn is stamped with. */
  mixed: number;
  conflicts: number;
  /** From the save to the last of the instances that hear doorbells, in ms. */
  spreadMs: { p50: number; p99: number };
  revisionsSeen: number;
}

export interface ChangesOptions {
  changes: number;
  messages: number;
  lanes: number;
  seed: number;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function playChanges(options: ChangesOptions): Promise<ChangesReport> {
  const instances = await startInstances(3);
  try {
    return await play(instances, options);
  } finally {
    await instances.remove();
  }
}

async function play(instances: Instances, { changes, messages, lanes, seed }: ChangesOptions): Promise<ChangesReport> {
  const chance = createChance(seed);
  await signInAs(instances.origins[0]!, instances.mongoUri, 'admin');
  const admins = await Promise.all(instances.origins.map((origin) => signIn(origin, 'admin@example.com', PASSWORD)));
  let written = 0;
  let conflicts = 0;
  let isOver = false;
  const writeAll = async () => {
    while (written < messages) {
      const at = written++;
      await say(instances, chance.between(0, 2), `c-${at % lanes}`, at);
      if (at % 4 === 0) await pause(chance.between(0, 12));
    }
    isOver = true;
  };
  const changeAll = async () => {
    for (let saved = 0; saved < changes; ) {
      const admin = admins[chance.between(0, 2)]!;
      const { body } = await admin.call('GET', '/settings');
      const base = body.revision as number;
      const incident = { mode: 'paused', text: `Revision ${base + 1} speaks.`, until: null };
      const answer = await admin.call('PUT', '/settings', { base, why: `change ${saved}`, values: { incident } });
      if (answer.status === 409) conflicts += 1;
      else if (answer.status === 200) saved += 1;
      else throw new Error(`a change was answered ${answer.status}: ${answer.text}`);
      if (!isOver) await pause(chance.between(0, 20));
    }
  };
  await Promise.all([writeAll(), changeAll()]);
  return report(await settled(instances, messages), instances, { changes, messages, conflicts });
}

async function say({ apps }: Instances, instance: number, conversation: string, at: number): Promise<void> {
  const timestamp = new Date();
  await apps[instance]!.receive(
    { channel: 'web', accountId: 'default', nativeId: conversation, customer: { id: conversation } },
    {
      key: `k-${at}`,
      kind: 'message',
      receivedAt: timestamp,
      activity: {
        type: 'message',
        id: `m-${at}`,
        timestamp,
        from: { id: conversation },
        text: `What are your opening hours? (${at})`,
      },
    },
  );
}

interface Seen {
  answers: Message[];
  turns: TurnRecord[];
}

/** Waits until every entry is consumed by a stored turn, or half a minute is over. */
async function settled({ connection }: Instances, messages: number): Promise<Seen> {
  for (let tries = 0; ; tries += 1) {
    const turns = (await connection.collection('turns').find({}).toArray()) as unknown as TurnRecord[];
    const waiting = await connection.collection('lanes').countDocuments({
      $or: [
        { 'inbox.0': { $exists: true } },
        { 'outbox.0': { $exists: true } },
        { 'pendingMessages.0': { $exists: true } },
      ],
    });
    const consumed = turns.reduce((sum, turn) => sum + turn.entries.length, 0);
    if ((consumed >= messages && waiting === 0) || tries > 300) {
      const answers = (await connection.collection('messages').find({ role: 'bot' }).toArray()) as unknown as Message[];
      return { answers, turns };
    }
    await pause(100);
  }
}

function report(
  { answers, turns }: Seen,
  { adoptions, apps }: Instances,
  known: Pick<ChangesReport, 'changes' | 'messages' | 'conflicts'>,
): ChangesReport {
  const times = new Map<string, number>();
  for (const turn of turns) for (const key of turn.entries) times.set(key, (times.get(key) ?? 0) + 1);
  const revisionOf = new Map(turns.map((turn) => [turn.id, turn.settingsRevision]));
  const mixed = answers.filter(({ activity }) => {
    const { turn } = (activity.channelData ?? {}) as { turn?: { id: string } };
    const spoken = [...(activity.text ?? '').matchAll(/Revision (\d+) speaks/g)].map((match) => Number(match[1]));
    return turn && spoken.some((revision) => revision !== revisionOf.get(turn.id));
  });
  const spread = spreadOf(adoptions, apps.length);
  const at = (share: number) => spread[Math.min(spread.length - 1, Math.floor(spread.length * share))] ?? 0;
  return {
    ...known,
    unanswered: known.messages - times.size,
    answeredTwice: [...times.values()].filter((count) => count > 1).length,
    mixed: mixed.length,
    spreadMs: { p50: at(0.5), p99: at(0.99) },
    revisionsSeen: new Set(turns.map((turn) => turn.settingsRevision)).size,
  };
}

/** From the first instance that has a revision (the one that saved it) to the last; one that skipped it has a later one. */
function spreadOf(adoptions: Instances['adoptions'], instances: number): number[] {
  const newest = Math.max(...adoptions.map((one) => one.revision));
  const spread: number[] = [];
  for (let revision = 2; revision <= newest; revision += 1) {
    const there = Array.from({ length: instances }, (_, instance) =>
      Math.min(
        ...adoptions.filter((one) => one.instance === instance && one.revision >= revision).map((one) => one.atMs),
      ),
    );
    spread.push(Math.max(...there) - Math.min(...there));
  }
  return spread.sort((one, other) => one - other);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const seed = Number(process.argv[process.argv.indexOf('--seed') + 1]) || 7;
  const found = await playChanges({ changes: 100, messages: 3_000, lanes: 60, seed });
  process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  const isRight = found.unanswered + found.answeredTwice + found.mixed === 0 && found.spreadMs.p99 < 2_000;
  process.stdout.write(isRight ? 'nothing lost, nothing mixed\n' : 'NOT as promised\n');
  process.exit(isRight ? 0 : 1);
}
