// stores: embedded
// A storm of escalations over several instances: one message a second leaves for the Slack channel, the most urgent case
// first, every card once, and no second goes by unused. `npm run prove -- storm`.
import { parseArgs } from 'node:util';
import { PRIORITIES, type Priority } from '../../models/turn.ts';
import { createChance, pause } from '../chaos/random.ts';
import { DESK, eventually, startSlackStage } from '../support/slack-stage.ts';
import { makeCase, openCase } from './cases.ts';

export interface StormReport {
  cases: number;
  instances: number;
  /** Cards in the channel; each case should have one. */
  cards: number;
  /** Between two messages, in ms. */
  shortestGapMs: number;
  medianGapMs: number;
  /** Cards that were posted although a more urgent one had waited for longer than three seconds. */
  overtaken: string[];
  /** From the beginning, or from when Slack was back, to the first card. */
  firstAfterMs: number;
  seconds: number;
}

export interface StormSize {
  cases: number;
  instances: number;
  seed: number;
  /** The storm lasts so long. */
  spreadMs: number;
  /** Slack is away for so long from the beginning. */
  awayMs: number;
}

/** Clocks of the stand-in and of three instances, and the time between two looks. */
const GRACE_MS = 3_000;
/** Those whose fate was unknown when Slack went away are looked up after ten seconds. */
const UNKNOWN_MS = 12_000;

interface Opened {
  id: string;
  priority: Priority;
  at: number;
}

export async function proveStorm(size: StormSize): Promise<StormReport> {
  const chance = createChance(size.seed);
  const stage = await startSlackStage({ instances: size.instances });
  const began = Date.now();
  try {
    if (size.awayMs > 0) {
      stage.slack.faults.set({ failBefore: 1 });
      setTimeout(() => stage.slack.faults.set({}), size.awayMs);
    }
    const opened: Opened[] = [];
    for (let at = 0; at < size.cases; at += 1) {
      const id = `ESC-S${String(at).padStart(5, '0')}`;
      const priority = chance.pick(PRIORITIES);
      opened.push({ id, priority, at: Date.now() });
      await openCase(stage, at, makeCase(id, new Date(), { priority }));
      await pause((size.spreadMs / size.cases) * 2 * chance.next());
    }
    const cards = await eventually(
      () => {
        const found = stage.posts(DESK).filter((post) => !post.threadTs);
        if (found.length < size.cases) throw new Error(`${found.length} of ${size.cases} cards are there`);
        return found;
      },
      30_000 + size.awayMs + size.cases * 1_600,
    );
    const posted = cards.map((card) => ({ id: /ESC-S\d+/.exec(card.text)![0], at: Number(card.ts) * 1_000 }));
    const back = began + size.awayMs + (size.awayMs > 0 ? UNKNOWN_MS : 0);
    const gaps = posted.slice(1).map((one, at) => one.at - posted[at]!.at);
    return {
      cases: size.cases,
      instances: size.instances,
      cards: new Set(posted.map((one) => one.id)).size === posted.length ? posted.length : -1,
      shortestGapMs: Math.round(Math.min(...gaps)),
      medianGapMs: Math.round([...gaps].sort((one, other) => one - other)[Math.floor(gaps.length / 2)]!),
      overtaken: findOvertaken(
        opened.map((one) => ({ ...one, at: Math.max(one.at, back) })),
        posted,
      ),
      seconds: Math.round((Date.now() - began) / 1_000),
      firstAfterMs: Math.round(posted[0]!.at - (began + size.awayMs)),
    };
  } finally {
    await stage.remove();
  }
}

function findOvertaken(opened: Opened[], posted: { id: string; at: number }[]): string[] {
  const postedAt = new Map(posted.map((one) => [one.id, one.at]));
  const rank = (one: Opened) => PRIORITIES.indexOf(one.priority);
  return posted.flatMap(({ id, at }) => {
    const own = opened.find((one) => one.id === id)!;
    const waiting = opened.filter(
      (other) => rank(other) > rank(own) && other.at + GRACE_MS < at && postedAt.get(other.id)! > at,
    );
    return waiting.length > 0 ? [`${id} ${own.priority} before ${waiting[0]!.id} ${waiting[0]!.priority}`] : [];
  });
}

function isStormCalm(report: StormReport): boolean {
  return report.cards === report.cases && report.shortestGapMs >= 900 && report.overtaken.length === 0;
}

if (process.argv[1] && import.meta.filename === process.argv[1]) {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      cases: { type: 'string', default: '300' },
      instances: { type: 'string', default: '3' },
      away: { type: 'string', default: '0' },
    },
  });
  const report = await proveStorm({
    seed: Number(values.seed),
    cases: Number(values.cases),
    instances: Number(values.instances),
    spreadMs: 10_000,
    awayMs: Number(values.away),
  });
  for (const [name, value] of Object.entries(report))
    process.stdout.write(
      `| ${name.padEnd(13)} | ${Array.isArray(value) ? `${value.length} ${value.slice(0, 3).join('; ')}` : value} |\n`,
    );
  process.exit(isStormCalm(report) ? 0 : 1);
}
