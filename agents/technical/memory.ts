// What the technical agent remembers between its question and the answer: small, plain, and nothing but steps and names.
import type { DeviceKind, NamedDevice, Symptom } from '../../phrases/technical/index.ts';
import type { FurtherDevice } from '../../tools/support/read-device.ts';
import type { Exchange } from '../agent.ts';

/** The questions it asks, by their stable names. */
export const EXCHANGES = {
  helped: 'did that help',
  /** Nothing is asked any more; it may come back. */
  solved: 'it works again',
  product: 'which product',
  symptom: 'what happens',
  fault: 'which fault',
} as const;

export interface Trouble {
  kind: DeviceKind | null;
  name: string | null;
  symptom: Symptom | null;
  /** Steps by the keys that run_diagnostics gave them. */
  tried: string[];
  /** Steps that the customer could not do. */
  skipped: string[];
  /** What was asked last. */
  last: string[];
  /** The article that the last step is from. */
  articleId: string | null;
  /** How often something was asked to be tried. */
  attempts: number;
  triedEverything: boolean;
  /** The customer's first words about it, for a report and for people. */
  words: string;
  /** Other products that wait for their turn, with what was found out before they were put aside. */
  further: (FurtherDevice & Partial<Pick<Trouble, 'symptom' | 'tried'>>)[];
}

const MOST_STEPS = 40;
const MOST_FURTHER = 3;
const LONGEST_WORDS = 240;
/** Characters as JSON; the dialog keeps 2 KB at most. */
const LARGEST_MEMORY = 1_800;

export const NO_TROUBLE: Trouble = {
  kind: null,
  name: null,
  symptom: null,
  tried: [],
  skipped: [],
  last: [],
  articleId: null,
  attempts: 0,
  triedEverything: false,
  words: '',
  further: [],
};

export function troubleOf(exchange: Exchange): Trouble {
  return { ...NO_TROUBLE, ...(exchange.memory as Partial<Trouble>) };
}

export function asExchange(about: (typeof EXCHANGES)[keyof typeof EXCHANGES], trouble: Trouble): Exchange {
  const memory = { ...trouble, tried: trouble.tried.slice(-MOST_STEPS), words: trouble.words.slice(0, LONGEST_WORDS) };
  while (JSON.stringify(memory).length > LARGEST_MEMORY && memory.tried.length > 0)
    memory.tried = memory.tried.slice(1);
  return { about, memory };
}

export function deviceOf({ kind, name }: Trouble): NamedDevice {
  return { kind: kind ?? 'device', ...(name ? { name } : {}) };
}

/** Those of before and those that are named now, each kind once and never the one that is looked at. */
export function waiting(now: DeviceKind | null, ...lists: readonly Trouble['further'][]): Trouble['further'] {
  const all = lists.flat().filter((one) => one.kind !== now);
  return all.filter((one, at) => all.findIndex((other) => other.kind === one.kind) === at).slice(0, MOST_FURTHER);
}

/** Without repeats, in order. */
export function union<T>(...lists: readonly T[][]): T[] {
  return [...new Set(lists.flat())];
}
