// The only place that asks the machine for the time. Everything else is handed a Clock, so that tests move time by hand.

export interface Clock {
  /** Now, as a Date. */
  now(): Date;
  /** Now, in milliseconds since 1970. */
  nowMs(): number;
}

export const systemClock: Clock = { now: () => new Date(), nowMs: () => Date.now() };

export interface ManualClock extends Clock {
  advance(ms: number): void;
  set(time: Date): void;
}

/** A clock that stands still until it is moved. */
export function createManualClock(start = new Date('2026-03-02T10:00:00Z')): ManualClock {
  let ms = start.getTime();
  return {
    now: () => new Date(ms),
    nowMs: () => ms,
    advance: (by) => {
      ms += by;
    },
    set: (time) => {
      ms = time.getTime();
    },
  };
}
