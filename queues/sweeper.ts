// The one recovery mechanism: lost doorbells, dead workers, a wiped Redis, delayed retries and timers all end here.
// Every second, on every instance: lanes that are due and that nobody holds are rung again.
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { LaneStore } from '../models/lane-store.ts';
import type { Flusher } from './flusher.ts';
import type { Wake } from './wake.ts';

export interface SweeperDeps {
  store: LaneStore;
  wake: Wake;
  flusher: Flusher;
  replay(): Promise<boolean>;
  /** Serves a lane in this process: the way when Redis is away. Absent on instances without workers. */
  serve?(laneId: string): Promise<void>;
  clock: Clock;
  log: Log;
  everyMs?: number;
  /** How long a fresh bell may take before it counts as lost. */
  graceMs?: number;
}

export interface Sweeper {
  start(): void;
  /** One pass; exposed for tests. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

const EVERY_MS = 1_000;
const MOST_AT_ONCE = 500;
const SERVED_HERE_AT_ONCE = 32;

export function createSweeper(deps: SweeperDeps): Sweeper {
  const { store, wake, clock, log } = deps;
  let timer: NodeJS.Timeout | undefined;
  let pass: Promise<void> = Promise.resolve();
  let passes = 0;

  async function sweep(): Promise<void> {
    await deps.replay();
    const due = await store.findDue(new Date(clock.nowMs() - (deps.graceMs ?? 500)), MOST_AT_ONCE);
    if (due.length > 0 && !(await wake.ringAll(due)) && deps.serve) {
      const serve = deps.serve;
      for (let at = 0; at < due.length; at += SERVED_HERE_AT_ONCE) {
        await Promise.all(due.slice(at, at + SERVED_HERE_AT_ONCE).map((lane) => serve(lane.id)));
      }
    }
    passes += 1;
    if (passes % 5 === 0) await deps.flusher.adopt();
  }

  function schedule(): void {
    timer = setTimeout(() => {
      pass = sweep()
        .catch((error: unknown) => log.warn('sweep.failed', { error }))
        .finally(() => {
          if (timer) schedule();
        });
    }, deps.everyMs ?? EVERY_MS);
  }

  return {
    start: schedule,
    sweep,
    stop: async () => {
      clearTimeout(timer);
      timer = undefined;
      await pass;
    },
  };
}
