// The one test hook of the product: CRASH_AT=<name> ends the process at that named step, as a kill -9 would.
// CRASH_AT=<name>:<n> lets the step pass n times first. The environment schema refuses it in production.

export const CRASH_POINTS = [
  'before-append',
  'after-append',
  'after-acquire',
  'during-turn',
  'before-commit',
  'after-commit',
  'before-send',
  'after-send',
  'after-ack',
  'before-effect',
  'after-effect',
  'before-flush',
  'after-flush-insert',
  'after-spill',
  'during-replay',
] as const;

/** Steps of a change of the settings. */
export const SETTINGS_CRASH_POINTS = [
  'before-settings-save',
  'after-settings-save',
  'before-settings-adopt',
  'after-settings-adopt',
] as const;

export type CrashPoint = (typeof CRASH_POINTS)[number] | (typeof SETTINGS_CRASH_POINTS)[number];

/** Ends the process at the configured step; does nothing anywhere else. */
export type Crash = (point: CrashPoint) => void;

export const neverCrash: Crash = () => {};

/** `at`: a name of CRASH_POINTS, optionally `:n` to let it pass n times first. */
export function createCrash(at: string | undefined): Crash {
  if (!at) return neverCrash;
  const [name, count] = at.split(':');
  let passes = Number(count ?? 0);
  return (point) => {
    if (point !== name) return;
    if (passes > 0) {
      passes -= 1;
      return;
    }
    process.kill(process.pid, 'SIGKILL');
  };
}
