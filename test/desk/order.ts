// The same list in an order of chance.
import type { Chance } from '../chaos/random.ts';

export function shuffled<T>(list: readonly T[], chance: Chance): T[] {
  return list
    .map((one) => [chance.next(), one] as const)
    .sort(([one], [other]) => one - other)
    .map(([, one]) => one);
}
