// stores: embedded
// npm run chaos:mutants: takes one protection away at a time and shows that the count goes red. A proof that cannot
// fail proves nothing.
import type { LaneStore } from '../../models/lane-store.ts';
import { type Mutant, type Scenario, simulate, type Tally } from './simulation.ts';

export const rough: Scenario = {
  seed: 7,
  lanes: 8,
  messages: 12,
  workers: 3,
  leaseMs: 150,
  lostBells: 0.3,
  doubleDeliveries: 0.3,
  deaths: 0.02,
  lookup: true,
};
export const deaf: Scenario = { ...rough, lostBells: 0.85 };
export const race: Scenario = { seed: 7, lanes: 8, messages: 12, workers: 4, leaseMs: 10_000 };
export const stalling: Scenario = {
  seed: 7,
  lanes: 8,
  messages: 12,
  workers: 3,
  leaseMs: 60,
  stalls: 0.25,
  lookup: true,
};

/** The same two, for a network that reads what is stored: its turns end in one update. */
export const roughScreens: Scenario = { ...rough, stored: true };
export const stallingScreens: Scenario = { ...stalling, stored: true };

export interface MutantCase {
  name: string;
  scenario: Scenario;
  mutant: Mutant;
}

export const MUTANTS: MutantCase[] = [
  { name: 'dedupe off', scenario: rough, mutant: { wrapStore: withoutDedupe } },
  { name: 'lease off', scenario: race, mutant: { wrapStore: withoutLease } },
  { name: 'compare-and-set off', scenario: stalling, mutant: { wrapStore: withoutCompareAndSet } },
  { name: 'dedupe off, replies shown by storing', scenario: roughScreens, mutant: { wrapStore: withoutDedupe } },
  {
    name: 'compare-and-set off, replies shown by storing',
    scenario: stallingScreens,
    mutant: { wrapStore: withoutCompareAndSet },
  },
  { name: 'sweeper off', scenario: deaf, mutant: { withoutSweeper: true } },
  { name: 'acknowledge before write', scenario: rough, mutant: { acknowledgeBeforeWrite: true } },
];

/** Every delivery looks new. */
function withoutDedupe(store: LaneStore): LaneStore {
  let count = 0;
  return {
    ...store,
    append: (request) => {
      count += 1;
      return store.append({ ...request, entry: { ...request.entry, key: `${request.entry.key}~${count}` } });
    },
  };
}

/** Whoever comes takes the lane, held or not. */
function withoutLease(store: LaneStore): LaneStore {
  return {
    ...store,
    acquire: async (laneId, worker, leaseMs, now) => {
      const later = new Date(now.getTime() + 3_600_000);
      return store.acquire(laneId, worker, leaseMs, later);
    },
  };
}

/** A commit that is refused is pushed through all the same. */
function withoutCompareAndSet(store: LaneStore): LaneStore {
  return {
    ...store,
    commit: async (request) => {
      const fair = await store.commit(request);
      if (fair) return fair;
      const now = await store.read(request.lane._id);
      if (!now) return null;
      const items = request.items.map((item) => ({ ...item, id: `${item.id}~forced` }));
      return store.commit({
        ...request,
        items,
        entries: [],
        lane: { ...request.lane, leaseEpoch: now.leaseEpoch, ownerEpoch: now.ownerEpoch },
      });
    },
    settle: async (request) => {
      const fair = await store.settle(request);
      const { commit } = request;
      const now = fair || !commit ? null : await store.read(request.lane._id);
      if (!commit || !now) return fair;
      const lane = { ...request.lane, leaseEpoch: now.leaseEpoch, ownerEpoch: now.ownerEpoch };
      const rows = request.rows.map((row) => ({ ...row, key: `${row.key}~forced` }));
      return store.settle({ ...request, rows, lane, commit: { ...commit, entries: [], lane } });
    },
  };
}

export const isClean = (tally: Tally): boolean => tally.lost + tally.repeated + tally.reordered === 0;

async function main(): Promise<void> {
  let good = true;
  process.stdout.write(
    `${'mutant'.padEnd(46)}${'lost'.padStart(6)}${'repeated'.padStart(10)}${'reordered'.padStart(11)}  verdict\n`,
  );
  const show = (name: string, tally: Tally, expected: boolean, verdict: string) => {
    good &&= expected;
    process.stdout.write(
      `${name.padEnd(46)}${String(tally.lost).padStart(6)}${String(tally.repeated).padStart(10)}${String(tally.reordered).padStart(11)}  ${verdict}\n`,
    );
  };
  for (const [name, scenario] of [
    ['none (rough)', rough],
    ['none (race)', race],
    ['none (stalling)', stalling],
    ['none (rough, by storing)', roughScreens],
    ['none (stalling, by storing)', stallingScreens],
  ] as const) {
    const tally = await simulate(scenario);
    show(name, tally, isClean(tally), isClean(tally) ? 'clean, as it must be' : 'NOT CLEAN');
  }
  for (const { name, scenario, mutant } of MUTANTS) {
    const tally = await simulate(scenario, mutant);
    show(name, tally, !isClean(tally), isClean(tally) ? 'NOT NOTICED' : 'red, as it must be');
  }
  process.exit(good ? 0 : 1);
}

if (process.argv[1] && import.meta.filename === process.argv[1]) await main();
