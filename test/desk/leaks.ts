// stores: embedded
// No inner word gets out: random interleavings of what people write, press and correct in cases' threads, with Slack's
// retries, doubles and late deliveries, through the whole product. Every word carries a sign of whether it may leave;
// the customers' transcripts are then searched for the others. `npm run prove -- leaks`.
import { parseArgs } from 'node:util';
import type { Lane } from '../../models/lane.ts';
import { createChance, pause } from '../chaos/random.ts';
import { eventually, type SlackStage, startSlackStage } from '../support/slack-stage.ts';
import { makeStaff, standCases } from './cases.ts';
import { playThread, type ThreadPlay } from './thread.ts';

export interface LeaksReport {
  interleavings: number;
  /** Words written, and those of them that had to stay inside. */
  words: number;
  inner: number;
  /** Inner words that a customer received. */
  leaked: string[];
  /** Outward words that their customer did not receive once, in their order. */
  missing: string[];
  seconds: number;
}

export interface LeaksSize {
  interleavings: number;
  instances: number;
  seed: number;
  /** Seconds in which a person may take a word back; 0: none. */
  undoSeconds: number;
}

const AT_ONCE = 12;
const SIGN = /\b(?:INNER|OUT)-\d+-\d+\b/g;

export async function proveNoLeaks(size: LeaksSize): Promise<LeaksReport> {
  const began = Date.now();
  const { people, ids } = makeStaff(3);
  const stage = await startSlackStage({
    instances: size.instances,
    workspace: { people, group: { id: 'S0DESK001', members: ids } },
    settings: (settings) => ({ ...settings, desk: { ...settings.desk, undoSeconds: size.undoSeconds } }),
  });
  try {
    const cases = await standCases(stage, size.interleavings);
    await quiet(stage, size.interleavings);
    const plays: ThreadPlay[] = [];
    for (let at = 0; at < cases.length; at += AT_ONCE) {
      const some = cases.slice(at, at + AT_ONCE);
      plays.push(
        ...(await Promise.all(
          some.map((one, index) =>
            playThread(stage, one, ids, at + index, createChance(size.seed * 7_919 + at + index)),
          ),
        )),
      );
    }
    await pause(size.undoSeconds * 1_000);
    await quiet(stage, size.interleavings);
    return { ...(await search(stage, plays)), interleavings: size.interleavings, seconds: secondsSince(began) };
  } finally {
    await stage.remove();
  }
}

/** Nothing is left to decide, and nothing that a customer could still be told; the desk's own lines may wait. */
async function quiet(stage: SlackStage, count: number): Promise<void> {
  await eventually(
    async () => {
      const lanes = stage.connection.collection('lanes');
      const busy = await lanes.countDocuments({
        $or: [
          { 'inbox.0': { $exists: true } },
          { 'outbox.kind': 'effect' },
          { kind: 'conversation', 'outbox.0': { $exists: true } },
          { 'state.pending.0': { $exists: true } },
        ],
      });
      if (busy > 0) throw new Error(`${busy} lanes have work left`);
    },
    60_000 + count * 200,
  );
}

async function search(stage: SlackStage, plays: ThreadPlay[]) {
  const leaked: string[] = [];
  const missing: string[] = [];
  for (const play of plays) {
    const heard = await textsOf(stage, play.laneId);
    const signs = heard.flatMap((text) => text.match(SIGN) ?? []);
    leaked.push(...signs.filter((sign) => !play.outward.includes(sign)));
    const out = signs.filter((sign) => play.outward.includes(sign));
    if (out.join() !== play.outward.join()) missing.push(`${play.laneId}: ${play.outward} ≠ ${out}`);
  }
  const words = plays.reduce((sum, play) => sum + play.words, 0);
  const outward = plays.reduce((sum, play) => sum + play.outward.length, 0);
  return { words, inner: words - outward, leaked, missing };
}

/** Everything that a customer was sent, in order: what is stored, and what is on its way there. */
async function textsOf(stage: SlackStage, laneId: string): Promise<string[]> {
  const stored = await stage.connection.collection('messages').find({ laneId }).toArray();
  const lane = (await stage.connection.collection('lanes').findOne({ _id: laneId } as never)) as unknown as Lane | null;
  const rows = new Map<string, { sequence: number; text: string }>();
  for (const row of [...stored, ...(lane?.pendingMessages ?? [])] as {
    key: string;
    role: string;
    sequence: number;
    activity: { text?: string };
  }[])
    if (row.role === 'bot' || row.role === 'staff')
      rows.set(row.key, { sequence: row.sequence, text: row.activity.text ?? '' });
  return [...rows.values()].sort((one, other) => one.sequence - other.sequence).map((row) => row.text);
}

const secondsSince = (ms: number) => Math.round((Date.now() - ms) / 1_000);

if (process.argv[1] && import.meta.filename === process.argv[1]) {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      interleavings: { type: 'string', default: '1000' },
      instances: { type: 'string', default: '3' },
      undo: { type: 'string', default: '1' },
    },
  });
  const report = await proveNoLeaks({
    seed: Number(values.seed),
    interleavings: Number(values.interleavings),
    instances: Number(values.instances),
    undoSeconds: Number(values.undo),
  });
  for (const [name, value] of Object.entries(report))
    process.stdout.write(
      `| ${name.padEnd(13)} | ${Array.isArray(value) ? `${value.length} ${value.slice(0, 3).join('; ')}` : value} |\n`,
    );
  process.exit(report.leaked.length + report.missing.length === 0 ? 0 : 1);
}
