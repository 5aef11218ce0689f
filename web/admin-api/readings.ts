// Who has read a customer's words: noted once for as long as it is looked at, since a page asks again every few seconds. One
// memory for all routes that show words.
import type { Clock } from '../../core/clock.ts';
import type { AdminStore } from '../../models/admins.ts';

/** Notes a reading of the conversation with this id. */
export type NoteReading = (who: string, what: string, laneId: string) => Promise<void>;

/** Asked again within this time, it is still the same reading. */
const READING_MS = 60_000;
const MOST_REMEMBERED = 5_000;

export function createReadings(store: Pick<AdminStore, 'noteOfLane'>, clock: Clock): NoteReading {
  const readings = new Map<string, number>();
  return async (who, what, detail) => {
    const key = `${who}|${what}|${detail}`;
    const last = readings.get(key) ?? Number.NEGATIVE_INFINITY;
    if (readings.size > MOST_REMEMBERED) readings.clear();
    readings.set(key, clock.nowMs());
    if (clock.nowMs() - last > READING_MS) await store.noteOfLane({ at: clock.now(), who, what, detail });
  };
}
