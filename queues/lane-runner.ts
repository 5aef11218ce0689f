// Who has which lane: takes a lease, has its lane worked on until nothing is due now, and gives back what it cannot go on
// with. A no-op where somebody else holds the lane.
import { setTimeout as pause } from 'node:timers/promises';
import type { Lane } from '../models/lane.ts';
import { isStoreFailure } from '../models/store-failure.ts';
import { holdLease, LeaseLost } from './hold.ts';
import { createLaneWork, type LaneDeps } from './lane.ts';

export interface LaneRunner {
  /** Serves a lane until nothing is due on it; a no-op when somebody else holds it. */
  serve(laneId: string): Promise<void>;
  /** Lanes being served at this moment. */
  active(): number;
  /** Takes no further lanes, and waits for those in hand, at most `patienceMs`. */
  drain(patienceMs: number): Promise<void>;
}

const GIVE_BACK_EVERY_MS = 250;
/** What is due as soon as this after its lane was released is served at once; later things are rung for, or swept. */
const SOON_MS = 50;

export function createLaneRunner(deps: LaneDeps): LaneRunner {
  const { store, clock, log, leaseMs } = deps;
  const workOn = createLaneWork(deps);
  const running = new Set<Promise<unknown>>();
  const givingBack = new Set<Promise<void>>();
  let isEnding = false;

  async function serve(laneId: string): Promise<void> {
    if (isEnding) return;
    const lane = await store.acquire(laneId, deps.worker, leaseMs, clock.now());
    if (!lane) return;
    if (isEnding) {
      await store.giveBack(lane, clock.now());
      return;
    }
    const released = await serveInHand(lane);
    // It came while the lane was being released: its own bell found the lane taken.
    const waitMs = released?.dueAt ? released.dueAt.getTime() - clock.nowMs() : Number.POSITIVE_INFINITY;
    if (waitMs > SOON_MS) return;
    await pause(Math.max(0, waitMs) + 1);
    await serve(laneId);
  }

  async function serveInHand(lane: Lane): Promise<Lane | null> {
    const { _id: laneId } = lane;
    const hold = holdLease(deps, lane);
    const work = workOn(lane, hold)
      .catch((error: unknown) => {
        // Nothing to undo: somebody else has it, or will.
        if (error instanceof LeaseLost) log.info('lease.lost', { laneId });
        else {
          log.error('lane.abandoned', { laneId, error });
          if (isStoreFailure(error)) keepUntilDone(giveBack(lane));
        }
        return null;
      })
      .finally(hold.end);
    running.add(work);
    return await work.finally(() => running.delete(work));
  }

  function keepUntilDone(work: Promise<void>): void {
    givingBack.add(work);
    void work.finally(() => givingBack.delete(work));
  }

  /** MongoDB was silent in the middle of it: once it answers, nobody waits until the lease runs out. */
  async function giveBack(lane: Lane): Promise<void> {
    const until = clock.nowMs() + leaseMs;
    while (clock.nowMs() < until && !isEnding) {
      try {
        await store.giveBack(lane, clock.now());
        return;
      } catch (error) {
        log.debug('lane.not-given-back', { laneId: lane._id, error });
      }
      await pause(GIVE_BACK_EVERY_MS);
    }
  }

  return {
    serve,
    active: () => running.size,
    drain: async (patienceMs) => {
      isEnding = true;
      const patience = new Promise<void>((resolve) => setTimeout(resolve, patienceMs).unref());
      await Promise.race([Promise.allSettled([...running, ...givingBack]), patience]);
    },
  };
}
