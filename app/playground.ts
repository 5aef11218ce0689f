// What the playground stands on: the stand-ins' small door, and a look at turns and lanes. Part of the composition root.
import type { Clock } from '../core/clock.ts';
import type { Config } from '../core/config.ts';
import { createKnownMessages } from '../models/caught-up.ts';
import type { Database } from '../models/database.ts';
import { createNewestLanes } from '../models/lane-glimpses.ts';
import type { Transcript } from '../models/transcript.ts';
import type { Codes } from '../tools/backends/codes/delivery.ts';
import { createPlayground, type Playground } from '../web/routes/playground.ts';

export function openPlayground(
  config: Config,
  { models }: Database,
  transcript: Transcript,
  inbox: Codes['inbox'],
  clock: Clock,
): Playground {
  return createPlayground({
    url: config.PLAYGROUND_URL,
    isProduction: config.NODE_ENV === 'production',
    newestTurns: transcript.newestTurns,
    inbox,
    newestLanes: createNewestLanes(models),
    isKnown: createKnownMessages(models).has,
    identitySecret: config.WEB_IDENTITY_SECRET,
    clock,
  });
}
