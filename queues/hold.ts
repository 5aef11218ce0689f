// A lease in hand: prolonged for as long as its lane is served, and asked for before anything leaves that cannot be taken
// back. A worker that stood still past its lease learns here that the lane is somebody else's, before it speaks.
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { Lane } from '../models/lane.ts';
import type { LaneStore } from '../models/lane-store.ts';

export interface Hold {
  /** Aborted when the lease was lost. */
  signal: AbortSignal;
  /** Does nothing while the lease surely lasts; prolongs it first when it may not. Throws LeaseLost when it is gone. */
  assure(): Promise<void>;
  /** A step has answered with the lane as it stands now. */
  follow(lane: Lane): void;
  end(): void;
}

/** Somebody else has the lane: what was begun here ends without a word, and is theirs to do. */
export class LeaseLost extends Error {}

export interface HoldDeps {
  store: Pick<LaneStore, 'renew'>;
  clock: Clock;
  log: Log;
  leaseMs: number;
}

export function holdLease({ store, clock, log, leaseMs }: HoldDeps, lane: Lane): Hold {
  const abort = new AbortController();
  let untilMs = 0;
  const follow = (now: Lane) => {
    untilMs = Math.max(untilMs, now.leaseUntil?.getTime() ?? 0);
  };
  follow(lane);

  async function prolong(): Promise<boolean> {
    const now = clock.now();
    const isOurs = await store.renew(lane, leaseMs, now);
    if (isOurs) untilMs = Math.max(untilMs, now.getTime() + leaseMs);
    else if (!abort.signal.aborted) abort.abort(new LeaseLost('the lease was lost'));
    return isOurs;
  }

  const beat = setInterval(() => {
    prolong().catch((error: unknown) => log.warn('lease.unrenewed', { laneId: lane._id, error }));
  }, leaseMs / 3);
  return {
    signal: abort.signal,
    follow,
    assure: async () => {
      if (!abort.signal.aborted && clock.nowMs() < untilMs - leaseMs / 2) return;
      if (abort.signal.aborted || !(await prolong())) throw new LeaseLost('the lease was lost');
    },
    end: () => clearInterval(beat),
  };
}
