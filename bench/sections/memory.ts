// Resident memory of idle web conversations: each has had one turn, holds its WebSocket open and says nothing.
import { startDesk } from '../load/desk.ts';
import { openMany } from '../load/direct-line.ts';
import { drive } from '../load/drive.ts';
import { createSentences } from '../load/sentences.ts';
import type { Measured } from '../report.ts';
import type { Plan } from './plan.ts';

const SECTION = 'Memory';
const MOST_MB = 25;

export async function measureMemory(plan: Plan): Promise<Measured> {
  const desk = await startDesk('memory');
  const next = createSentences('plain', plan.seed);
  const settle = () => new Promise((resolve) => setTimeout(resolve, plan.quick ? 2_000 : 5_000));
  try {
    // First everything that a process allocates only once: heap, code, pools, as many sockets as will come later.
    const early = await openMany(desk.address, plan.idleConversations, 'early');
    await drive(early, next, { forMs: plan.warmMs });
    for (const speaker of early) speaker.close();
    await settle();
    const before = await desk.usage({ gc: true });
    const idle = await openMany(desk.address, plan.idleConversations, 'idle');
    await drive(idle, next, { turns: idle.length });
    await settle();
    const after = await desk.usage({ gc: true });
    for (const speaker of idle) speaker.close();
    const per1000 = (mb: number) => (mb / plan.idleConversations) * 1_000;
    const rss = per1000(after.rssMb - before.rssMb);
    const heap = per1000(after.heapMb - before.heapMb);
    return {
      rows: [
        {
          section: SECTION,
          what: 'resident memory per 1,000 idle conversations',
          value: `${rss.toFixed(1)} MB`,
          gate: `≤ ${MOST_MB} MB`,
          passed: rss <= MOST_MB,
        },
        { section: SECTION, what: 'of which JavaScript heap', value: `${heap.toFixed(1)} MB` },
        { section: SECTION, what: 'the process without them', value: `${before.rssMb.toFixed(0)} MB` },
      ],
      figures: { rssPer1000: rss, heapPer1000: heap, rssBase: before.rssMb },
      notes: [
        `${plan.idleConversations} conversations, one turn each, sockets open; the difference of resident memory after a garbage collection, on a server that has served and lost as many before.`,
      ],
    };
  } finally {
    await desk.stop();
  }
}
