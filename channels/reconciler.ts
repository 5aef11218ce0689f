// Networks lose webhooks, and we are away now and then: every few minutes each network that can be asked is asked for what came
// meanwhile. It goes through the same door as everything else, under the same keys, so what is known already changes nothing.
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { CatchUpBook } from '../models/caught-up.ts';
import type { Channel } from '../models/channel.ts';

export interface ReconcilerDeps {
  channels: ReadonlyMap<string, Channel>;
  book: CatchUpBook;
  clock: Clock;
  log: Log;
  everyMs?: number;
  /** How long a webhook may be on its way before it counts as lost. */
  settleMs?: number;
}

export interface Reconciler {
  start(): void;
  /** One pass over all networks; how many lost messages it found. */
  pass(): Promise<number>;
  stop(): Promise<void>;
}

const EVERY_MS = 3 * 60_000;
/** Slack and Twilio try again by themselves at first. */
const SETTLE_MS = 30_000;
/** How often an instance looks whether it is its turn. */
const LOOK_EVERY_MS = 30_000;

export function createReconciler(deps: ReconcilerDeps): Reconciler {
  const { channels, book, clock, log } = deps;
  const everyMs = deps.everyMs ?? EVERY_MS;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<number> = Promise.resolve(0);

  async function catchUp(channel: Channel): Promise<number> {
    const now = clock.now();
    const since = await book.begin(channel.id, now, everyMs);
    if (!since) return 0;
    const until = new Date(now.getTime() - (deps.settleMs ?? SETTLE_MS));
    const found = await channel.catchUp!(since, until);
    // Only a whole pass moves the mark: after a failure the next one looks as far back again.
    await book.finish(channel.id, until);
    if (found > 0) log.warn('channel.caught-up', { channel: channel.id, found });
    return found;
  }

  async function pass(): Promise<number> {
    let found = 0;
    for (const channel of [...channels.values()].filter((one) => one.catchUp))
      found += await catchUp(channel).catch((error: unknown) => {
        log.warn('channel.catch-up.failed', { channel: channel.id, error });
        return 0;
      });
    return found;
  }

  return {
    start: () => {
      timer = setInterval(
        () => {
          running = pass();
        },
        Math.min(LOOK_EVERY_MS, everyMs),
      );
      timer.unref();
    },
    pass,
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
