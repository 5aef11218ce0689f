// Lanes taken out of everybody's hands, so that nobody works on them while they are taken away. It is the lease that every
// worker goes by: whoever holds one ends what was begun first, and whoever comes later finds the lane held.

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../core/clock.ts';
import type { Lane } from './lane.ts';
import type { Models } from './schemas.ts';

export interface LanesInHand {
  /** Takes those of these lanes that nobody works on, and waits for the others so long: as they stand now, and how many are not ours. */
  take(ids: readonly string[], patienceMs: number): Promise<{ taken: Lane[]; busy: number }>;
  /** Gives back what is left of them as if its holder had died: the next one looks first what became of the last thing said. */
  release(): Promise<void>;
}

/** Long enough for what is done with them, and short enough for a process that dies over it. */
const LEASE_MS = 60_000;
const LOOK_EVERY_MS = 25;

export function takeLanesInHand(lanes: Models['lanes']['collection'], clock: Clock): LanesInHand {
  const worker = `in-hand-${randomUUID()}`;
  const asked: string[] = [];

  async function takeFree(ids: readonly string[]): Promise<void> {
    const now = clock.now();
    await lanes.updateMany(
      { _id: { $in: ids }, $or: [{ leaseUntil: null }, { leaseUntil: { $lte: now } }] } as never,
      { $set: { leaseUntil: new Date(now.getTime() + LEASE_MS), worker }, $inc: { leaseEpoch: 1 } } as never,
    );
  }

  return {
    take: async (ids, patienceMs) => {
      asked.push(...ids);
      for (const endMs = clock.nowMs() + patienceMs; ; ) {
        await takeFree(ids);
        const found = (await lanes.find({ _id: { $in: ids } } as never).toArray()) as unknown as Lane[];
        const taken = found.filter((lane) => lane.worker === worker);
        const busy = found.length - taken.length;
        if (busy === 0 || clock.nowMs() >= endMs) return { taken, busy };
        await pause(LOOK_EVERY_MS);
      }
    },
    release: async () => {
      const ours = { _id: { $in: asked }, worker } as never;
      await lanes.updateMany(ours, { $set: { leaseUntil: clock.now() } } as never);
    },
  };
}
