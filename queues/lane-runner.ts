// Who has which lane: takes a lease, has its lane worked on until nothing is due now, and gives back what it cannot go on
// with. A no-op where somebody else holds the lane.
import type { Lane } from '../models/lane.ts';
import { isStoreFailure } from '../models/store-failure.ts';
import { holdLease, LeaseLost } from './hold.ts';
import { createLaneWork, type LaneDeps } from './lane.ts';

export interface LaneRunner {
  /** Serves a lane until nothing is due on it; a no-op when somebody else holds it. */
  serve(laneId: string): Promise<void>;
  /** Lanes being served at this moment. */
  active(): number;
  /** Waits for the lanes in hand, at most `patienceMs`. */
  drain(patienceMs: number): Promise<void>;
}

const GIVE_BACK_EVERY_MS = 250;
/** What is due as soon as this after its lane was released is served at once; later things are rung for, or swept. */
const SOON_MS = 50;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export function createLaneRunner(deps: LaneDeps): LaneRunner {
  const { store, clock, log, leaseMs } = deps;
  const workOn = createLaneWork(deps);
  const running = new Set<Promise<unknown>>();
  const inHand = new Set<string>();

  async function serve(laneId: string): Promise<void> {
    let lane: Lane | null;
    try {
      lane = await store.acquire(laneId, deps.worker, leaseMs, clock.now());
    } catch (error) {
      if (isStoreFailure(error)) void giveBack(laneId);
      throw error;
    }
    if (!lane) return;
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
    inHand.add(laneId);
    const work = workOn(lane, hold)
      .catch((error: unknown) => {
        // Nothing to undo: somebody else has it, or will.
        if (error instanceof LeaseLost) log.info('lease.lost', { laneId });
        else {
          log.error('lane.abandoned', { laneId, error });
          if (isStoreFailure(error)) void giveBack(laneId, lane.leaseEpoch);
        }
        return null;
      })
      .finally(() => {
        hold.end();
        inHand.delete(laneId);
      });
    running.add(work);
    return await work.finally(() => running.delete(work));
  }

  /**
   * MongoDB was silent in the middle of it, or never said that the lane was ours: nobody waits until the lease runs out for
   * that. `epoch`: of the lease, where it is known.
   */
  async function giveBack(laneId: string, epoch?: number): Promise<void> {
    for (let tries = 0; tries * GIVE_BACK_EVERY_MS < leaseMs; tries += 1) {
      await pause(GIVE_BACK_EVERY_MS);
      try {
        const lane = epoch === undefined ? await store.read(laneId) : { _id: laneId, leaseEpoch: epoch };
        const isOurs = epoch !== undefined || (lane as Lane | null)?.worker === deps.worker;
        if (lane && isOurs && !inHand.has(laneId)) await store.giveBack(lane, clock.now());
        return;
      } catch (error) {
        log.debug('lane.not-given-back', { laneId, error });
      }
    }
  }

  return {
    serve,
    active: () => running.size,
    drain: async (patienceMs) => {
      const patience = new Promise<void>((resolve) => setTimeout(resolve, patienceMs).unref());
      await Promise.race([Promise.allSettled(running), patience]);
    },
  };
}
