// The way in: append durably, then ring. When MongoDB is silent the entry goes to disk instead, and nothing newer of
// that lane overtakes it.
import type { Clock } from '../core/clock.ts';
import type { Crash } from '../core/crash.ts';
import { SupportError } from '../core/errors.ts';
import { deriveId } from '../core/ids.ts';
import type { Log } from '../core/log.ts';
import { within } from '../core/within.ts';
import { type Activity, type ConversationReference, laneIdOf } from '../models/activity.ts';
import type { Receive } from '../models/channel.ts';
import type { Message, NewEntry } from '../models/lane.ts';
import { givesBirth, laneKindOf } from '../models/lane-effects.ts';
import type { AppendResult } from '../models/lane-requests.ts';
import type { LaneStore } from '../models/lane-store.ts';
import type { CodeDoor } from '../models/ports.ts';
import type { SettingsSource } from '../models/settings.ts';
import { isStoreFailure } from '../models/store-failure.ts';
import { visibleEntry } from '../models/transcript.ts';
import { maskEntry } from './mask-entry.ts';
import type { Spill, Spilled } from './spill.ts';
import type { Wake } from './wake.ts';

export interface InboundDeps {
  store: LaneStore;
  spill: Spill;
  wake: Wake;
  settings: SettingsSource;
  clock: Clock;
  log: Log;
  crash: Crash;
  /** Recognises one-time codes. */
  codes?: CodeDoor;
  /** What a customer hears whose lane is full. */
  floodNotice(reference: ConversationReference, entry: NewEntry): Activity;
  /** Its lane is served before all that wait for a worker. */
  isUrgent?(activity: Activity): boolean;
  /** Rows that have just become visible. */
  onVisible(laneId: string, rows: Message[]): void;
  /** How long MongoDB may be silent before the entry goes to disk, in ms. */
  patienceMs?: number;
}

export interface Inbound {
  receive: Receive;
  /** Replays what was spilled; called every second. True when nothing is left. */
  replay(): Promise<boolean>;
}

const PATIENCE_MS = 1_500;
const CODES_PATIENCE_MS = 500;
/** After one silence, do not make the next customers wait as long. */
const DISTRUST_MS = 2_000;

export function createInbound(deps: InboundDeps): Inbound {
  const { store, spill, wake, settings, clock, log, crash } = deps;
  let distrustUntilMs = 0;

  async function appendNow(spilled: Spilled): Promise<AppendResult> {
    const { laneId, reference, entry } = spilled;
    const { waitingLimit, quietWindowMs } = settings.current();
    const isCustomers = entry.kind === 'message';
    const quiet = isCustomers ? (quietWindowMs[reference.channel] ?? quietWindowMs.default) : 0;
    const now = clock.now();
    const flood = {
      limit: waitingLimit,
      itemId: deriveId(laneId, entry.key, 'flood'),
      notice: deps.floodNotice(reference, entry),
    };
    const result = await within(
      deps.patienceMs ?? PATIENCE_MS,
      store.append({
        laneId,
        laneKind: laneKindOf(reference),
        reference,
        entry,
        quietWindowMs: quiet,
        ...(givesBirth(laneKindOf(reference), entry) ? {} : { mustExist: true }),
        ...(isCustomers ? { flood } : {}),
        now,
      }),
    );
    if (result.outcome !== 'duplicate') {
      if (isCustomers) deps.onVisible(laneId, [visibleEntry(laneId, { ...entry, sequence: result.sequence })]);
      crash('after-append');
      // Not waited for: the answer to the network does not depend on the bell.
      const urgency = () => (isCustomers && deps.isUrgent?.(entry.activity) ? ('first' as const) : undefined);
      void wake.ring(laneId, laneKindOf(reference), quiet > 0 ? quiet + 2 : 0, urgency);
    }
    return result;
  }

  /** An entry that it refuses for good must not block those behind it. */
  async function replayOne(spilled: Spilled): Promise<'stored' | 'away' | 'refused'> {
    try {
      await appendNow(spilled);
    } catch (error) {
      if (isStoreFailure(error)) return 'away';
      log.error('spill.refused', { laneId: spilled.laneId, error });
      return 'refused';
    }
    distrustUntilMs = 0;
    return 'stored';
  }

  const receive: Receive = async (reference, came) => {
    const laneId = laneIdOf(reference);
    // A store that is silent is not waited for twice.
    const entry = await maskEntry(came, laneId, deps.codes, clock.nowMs() < distrustUntilMs ? 0 : CODES_PATIENCE_MS);
    const spilled: Spilled = { laneId, reference, entry };
    crash('before-append');
    while (spill.has(spilled.laneId)) {
      const drained = clock.nowMs() >= distrustUntilMs && (await spill.drain(spilled.laneId, replayOne));
      if (!drained) return spillIt(spilled);
    }
    if (clock.nowMs() < distrustUntilMs) return spillIt(spilled);
    try {
      return await appendNow(spilled);
    } catch (error) {
      if (!isStoreFailure(error))
        throw new SupportError('store.refused', 'the entry was not accepted', { kind: 'bug', cause: error });
      distrustUntilMs = clock.nowMs() + DISTRUST_MS;
      log.warn('mongodb.silent', { error });
      return spillIt(spilled);
    }
  };

  async function spillIt(spilled: Spilled): Promise<{ outcome: 'spilled' }> {
    await spill.write(spilled);
    log.warn('entry.spilled', { laneId: spilled.laneId });
    return { outcome: 'spilled' };
  }

  return { receive, replay: () => spill.drainAll(replayOne) };
}
