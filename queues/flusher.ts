// Moves transcript and turn rows out of the lanes, many lanes at once: under load three commands serve dozens of turns.
// What a dead worker leaves behind is found by the sweeper and moved the same way.
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { Lane } from '../models/lane.ts';
import { type LaneRows, rowsOf, type Transcript } from '../models/transcript.ts';

export interface Flusher {
  /** Hands over the rows that the holder of a lane knows, each of them once; it needs them no more. */
  offer(lane: Lane): void;
  /** Moves everything offered so far. */
  flush(): Promise<void>;
  /** Moves what others left behind. */
  adopt(): Promise<void>;
  stop(): Promise<void>;
}

const EVERY_MS = 500;
const BATCH_LANES = 256;
const ORPHANED_AFTER_MS = 5_000;

/** Of a lane that was erased and born again only what its new life has said. */
function together(before: LaneRows, rows: LaneRows): LaneRows {
  if (before.bornAt.getTime() !== rows.bornAt.getTime()) return rows;
  return {
    ...rows,
    messages: [...before.messages, ...rows.messages],
    turns: [...before.turns, ...rows.turns],
  };
}

export function createFlusher(transcript: Transcript, clock: Clock, log: Log): Flusher {
  const offered = new Map<string, LaneRows>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  async function move(): Promise<void> {
    while (offered.size > 0) {
      const batch = [...offered.values()].slice(0, BATCH_LANES);
      for (const rows of batch) offered.delete(rows.laneId);
      try {
        await transcript.flush(batch, clock.now());
      } catch (error) {
        // The rows are still in their lanes; the sweeper brings them back here.
        log.warn('flush.failed', { lanes: batch.length, error });
        return;
      }
    }
  }

  function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = undefined;
    running = running.then(move);
    return running;
  }

  return {
    offer(lane) {
      const rows = rowsOf(lane);
      if (rows.messages.length + rows.turns.length === 0) return;
      const before = offered.get(lane._id);
      offered.set(lane._id, before ? together(before, rows) : rows);
      timer ??= setTimeout(() => void flush(), EVERY_MS);
    },
    flush,
    adopt: async () => {
      const before = new Date(clock.nowMs() - ORPHANED_AFTER_MS);
      for (const rows of await transcript.findUnflushed(before, BATCH_LANES))
        if (!offered.has(rows.laneId)) offered.set(rows.laneId, rows);
      await flush();
    },
    stop: flush,
  };
}
