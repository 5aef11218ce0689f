// A small chaos inside one process, over the real MongoDB: several workers, lost bells, double deliveries, workers that
// die or stall at a step. Without a mutant it must be clean; with one it must not.
import type { Crash } from '../../core/crash.ts';
import { laneIdOf } from '../../models/activity.ts';
import type { Lane, LaneHandler, NewEntry } from '../../models/lane.ts';
import type { LaneStore } from '../../models/lane-store.ts';
import { createEchoHandler, createFakeNetwork, createLaneWorld, type LaneWorld } from '../support/lane-world.ts';
import { type Chance, createChance, pause } from './random.ts';

export interface Scenario {
  seed: number;
  lanes: number;
  messages: number;
  workers: number;
  leaseMs: number;
  /** How many bells are lost, of 1. */
  lostBells?: number;
  /** How many deliveries come twice, of 1. */
  doubleDeliveries?: number;
  /** How likely a worker dies at any one step. */
  deaths?: number;
  /** How likely a turn outlasts its lease. */
  stalls?: number;
  /** The provider remembers what it accepted. */
  lookup?: boolean;
  /** The customer reads what is stored, as in the web chat: nothing is sent. */
  stored?: boolean;
}

export interface Mutant {
  wrapStore?: (store: LaneStore, chance: Chance) => LaneStore;
  withoutSweeper?: boolean;
  acknowledgeBeforeWrite?: boolean;
}

export interface Tally {
  lost: number;
  repeated: number;
  reordered: number;
}

class Killed extends Error {}

/** Plays the scenario and counts what the customers heard. */
export async function simulate(scenario: Scenario, mutant: Mutant = {}): Promise<Tally> {
  const chance = createChance(scenario.seed);
  const network = createFakeNetwork();
  if (!scenario.lookup) Reflect.deleteProperty(network, 'lookup');
  if (scenario.stored) network.capabilities = { ...network.capabilities, idempotentSends: true, storedIsSent: true };
  const dying = { on: true };
  const crash: Crash = (point) => {
    // A turn that throws is tried again by the same worker; this one is to die.
    if (point !== 'during-turn' && point !== 'after-send' && dying.on && chance.next() < (scenario.deaths ?? 0))
      throw new Killed(point);
  };
  const echo = createEchoHandler();
  /** Whose worker stands still: it prolongs nothing and hears nothing. */
  const standing = new Set<string>();
  const leaseOf = (lane: Lane) => `${lane._id}#${lane.leaseEpoch}`;
  const handler: LaneHandler = {
    ...echo,
    decide: async (lane, entries, signal) => {
      if (dying.on && chance.next() < (scenario.stalls ?? 0)) {
        standing.add(leaseOf(lane));
        await pause(scenario.leaseMs * 3);
        standing.delete(leaseOf(lane));
      }
      return echo.decide(lane, entries, signal);
    },
  };
  const wrapStore = (store: LaneStore): LaneStore => {
    const renew: LaneStore['renew'] = (lane, leaseMs, now) =>
      standing.has(leaseOf(lane)) ? new Promise<never>(() => undefined) : store.renew(lane, leaseMs, now);
    const own = { ...store, renew };
    return mutant.wrapStore ? mutant.wrapStore(own, chance) : own;
  };
  const world = await createLaneWorld({
    network,
    handler,
    crash,
    wrapStore,
    settings: { waitingLimit: 1_000, tryLimit: 1_000 },
  });
  const workers = Array.from({ length: scenario.workers }, (_, at) => world.newRunner(`w${at}`, scenario.leaseMs));
  const serving = new Set<Promise<void>>();
  const ring = (laneId: string) => {
    for (const worker of workers) {
      if (chance.next() < (scenario.lostBells ?? 0)) continue;
      const work = worker.serve(laneId).catch(() => undefined);
      serving.add(work);
      void work.finally(() => serving.delete(work));
    }
  };

  async function deliver(lane: number, index: number): Promise<void> {
    const reference = { ...world.reference, nativeId: `c${lane}` };
    const laneId = laneIdOf(reference);
    const key = `L${lane}.m${index}`;
    const entry: NewEntry = { ...world.entry(key, key) };
    const times = chance.next() < (scenario.doubleDeliveries ?? 0) ? 2 : 1;
    for (let time = 0; time < times; time += 1) {
      if (mutant.acknowledgeBeforeWrite && chance.next() < 0.1) continue; // answered 200, then died before the write
      await world.store.append({
        laneId,
        laneKind: 'conversation',
        reference,
        entry,
        quietWindowMs: 0,
        now: new Date(),
      });
      ring(laneId);
    }
  }

  await Promise.all(
    Array.from({ length: scenario.lanes }, async (_, lane) => {
      for (let index = 0; index < scenario.messages; index += 1) {
        await deliver(lane, index);
        await pause(chance.between(0, 8));
      }
    }),
  );
  dying.on = false;
  const end = Date.now() + scenario.leaseMs * 4 + 2_000;
  while (Date.now() < end) {
    if (!mutant.withoutSweeper) for (const due of await world.store.findDue(new Date(), 1_000)) ring(due.id);
    await Promise.allSettled(serving);
    const waiting = await world.database.models.lanes.collection.countDocuments({ dueAt: { $ne: null } } as never);
    if (waiting === 0) break;
    await pause(20);
  }
  await Promise.allSettled(serving);
  const heard = scenario.stored ? await readReplies(world, scenario.lanes) : network.heard;
  await world.close();
  return tally(heard, scenario.lanes, scenario.messages);
}

/** What the customers' screens show, lane by lane. */
async function readReplies(world: LaneWorld, lanes: number): Promise<string[]> {
  const ids = Array.from({ length: lanes }, (_, lane) => laneIdOf({ ...world.reference, nativeId: `c${lane}` }));
  const rows = await Promise.all(ids.map((id) => world.transcript.readAfter(id, 0, 1_000)));
  return rows.flat().flatMap((row) => (row.role === 'bot' ? [row.activity.text ?? ''] : []));
}

/** Counts, per lane, what was heard against what was said. */
export function tally(heard: readonly string[], lanes: number, messages: number): Tally {
  const result = { lost: 0, repeated: 0, reordered: 0 };
  for (let lane = 0; lane < lanes; lane += 1) {
    const numbers = heard.flatMap((text) =>
      Array.from(text.matchAll(/L(\d+)\.m(\d+)/g))
        .filter((match) => Number(match[1]) === lane)
        .map((match) => Number(match[2])),
    );
    const distinct = new Set(numbers);
    result.lost += messages - distinct.size;
    result.repeated += numbers.length - distinct.size;
    const firsts = [...distinct];
    result.reordered += firsts.filter((number, at) => at > 0 && number < firsts[at - 1]!).length;
  }
  return result;
}
