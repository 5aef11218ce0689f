// From single outcomes to the numbers: agent success, needless and missed escalations, and how often all of k tries of a
// conversation succeed (pass^k), which is what a customer notices who comes back.
import type { Outcome } from './play.ts';

export interface Score {
  conversations: number;
  /** Share of all tries in which everything held. */
  success: number;
  /** Of the conversations that need no person. */
  needless: number;
  /** Of those that need one, how many got none. */
  missed: number;
  /** pass^1 … pass^k. */
  passAll: number[];
}

/** `tries`: for each conversation its outcomes, all with the same number of tries. */
export function scoreOf(tries: readonly (readonly Outcome[])[], wantsNone: readonly boolean[]): Score {
  const all = tries.flat();
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  const most = tries[0]?.length ?? 0;
  return {
    conversations: tries.length,
    success: share(all.filter((one) => one.faults.length === 0).length, all.length),
    needless: share(all.filter((one) => one.needless).length, wantsNone.filter(Boolean).length * most),
    missed: all.filter((one) => one.missed).length,
    passAll: Array.from({ length: most }, (_, at) =>
      share(
        tries.reduce((sum, outcomes) => sum + chance(outcomes, at + 1), 0),
        tries.length,
      ),
    ),
  };
}

/** The chance that k tries, drawn from those that were made, all succeed. */
function chance(outcomes: readonly Outcome[], k: number): number {
  const good = outcomes.filter((one) => one.faults.length === 0).length;
  return good < k ? 0 : choose(good, k) / choose(outcomes.length, k);
}

function choose(from: number, count: number): number {
  return Array.from({ length: count }, (_, at) => (from - at) / (at + 1)).reduce((product, one) => product * one, 1);
}
