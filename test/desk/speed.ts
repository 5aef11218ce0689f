// stores: embedded
// From a customer's message to the card: fifty escalations a minute, through the whole product with three
// instances. `npm run prove -- desk-speed`.
import { parseArgs } from 'node:util';
import { createChance, pause } from '../chaos/random.ts';
import { DESK, eventually, startSlackStage } from '../support/slack-stage.ts';

export interface SpeedReport {
  cases: number;
  perMinute: number;
  p50Ms: number;
  p95Ms: number;
  longestMs: number;
}

async function measureCards(size: { cases: number; perMinute: number; seed: number }): Promise<SpeedReport> {
  const chance = createChance(size.seed);
  const stage = await startSlackStage({ instances: 3 });
  try {
    const asked = new Map<string, number>();
    const everyMs = 60_000 / size.perMinute;
    for (let at = 0; at < size.cases; at += 1) {
      const id = `speed-${at}`;
      asked.set(id, Date.now());
      await stage.apps[at % 3]!.receive(
        { channel: 'web', accountId: 'default', nativeId: id, customer: { id } },
        {
          key: id,
          kind: 'message',
          receivedAt: new Date(),
          activity: { type: 'message', id, timestamp: new Date(), from: { id }, text: 'A person please' },
        },
      );
      await pause(everyMs * (0.7 + 0.6 * chance.next()));
    }
    const cards = await eventually(() => {
      const found = stage.posts(DESK).filter((post) => !post.threadTs);
      if (found.length < size.cases) throw new Error(`${found.length} of ${size.cases} cards`);
      return found;
    }, 60_000);
    const conversations = new Map((await stage.cases()).map((one) => [one.id, one.conversation.nativeId]));
    const times = cards
      .map((card) => Number(card.ts) * 1_000 - asked.get(conversations.get(/ESC-[\w-]+/.exec(card.text)![0])!)!)
      .sort((one, other) => one - other);
    const at = (share: number) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))]!);
    return { cases: size.cases, perMinute: size.perMinute, p50Ms: at(0.5), p95Ms: at(0.95), longestMs: at(1) };
  } finally {
    await stage.remove();
  }
}

if (process.argv[1] && import.meta.filename === process.argv[1]) {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      cases: { type: 'string', default: '100' },
      'per-minute': { type: 'string', default: '50' },
    },
  });
  const report = await measureCards({
    seed: Number(values.seed),
    cases: Number(values.cases),
    perMinute: Number(values['per-minute']),
  });
  for (const [name, value] of Object.entries(report)) process.stdout.write(`| ${name.padEnd(10)} | ${value} |\n`);
  process.exit(report.p95Ms < 2_000 ? 0 : 1);
}
