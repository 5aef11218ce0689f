// Turns added up: what a time and a channel come to, small enough to be kept for each ten minutes, hour and day, and to be
// added up further. Pure. Averages are exact; percentiles come from classes that are three percent wide.
import type { TurnRecord } from './turn.ts';

/** Turns, those that were answered, their milliseconds, those that brought in a person. */
export type Sums = [turns: number, answered: number, ms: number, escalated: number];

export interface Rollup {
  turns: number;
  answered: number;
  sumMs: number;
  /** Class of response times → turns. */
  times: Record<string, number>;
  sumSeconds: number;
  /** Class of session durations → turns. */
  seconds: Record<string, number>;
  outcomes: Record<string, number>;
  /** Turns in which something failed. */
  failed: number;
  negative: number;
  toolsOk: number;
  toolsBad: number;
  /** Of remote models, and what they cost in US dollars. */
  tokens: number;
  cost: number;
  /** Sessions that customers rated, and the sum of what they gave. */
  rated: number;
  ratings: number;
  agents: Record<string, Sums>;
  intents: Record<string, Sums>;
  languages: Record<string, Sums>;
}

export const NEGATIVE: readonly string[] = ['NEGATIVE', 'VERY_NEGATIVE'];
const SUMS = [
  'turns',
  'answered',
  'sumMs',
  'sumSeconds',
  'failed',
  'negative',
  'toolsOk',
  'toolsBad',
  'tokens',
  'cost',
  'rated',
  'ratings',
] as const;
const STEP = Math.log(1.03);

export function emptyRollup(): Rollup {
  return {
    turns: 0,
    answered: 0,
    sumMs: 0,
    times: {},
    sumSeconds: 0,
    seconds: {},
    outcomes: {},
    failed: 0,
    negative: 0,
    toolsOk: 0,
    toolsBad: 0,
    tokens: 0,
    cost: 0,
    rated: 0,
    ratings: 0,
    agents: {},
    intents: {},
    languages: {},
  };
}

/** What a turn adds. Changes `into`. */
export function addTurn(into: Rollup, turn: TurnRecord): void {
  const isAnswered = turn.responseTimeMs > 0;
  const isEscalated = turn.outcome === 'escalated';
  const tools = turn.tools ?? [];
  const sums: Sums = [1, isAnswered ? 1 : 0, isAnswered ? turn.responseTimeMs : 0, isEscalated ? 1 : 0];
  into.turns += 1;
  if (isAnswered) {
    into.answered += 1;
    into.sumMs += turn.responseTimeMs;
    count(into.times, classOf(turn.responseTimeMs));
    into.sumSeconds += turn.sessionSeconds;
    count(into.seconds, classOf(turn.sessionSeconds * 1_000));
  }
  count(into.outcomes, turn.outcome);
  if (turn.outcome === 'poison' || tools.some((tool) => tool.outcome === 'failed')) into.failed += 1;
  if (NEGATIVE.includes(turn.sentiment?.label)) into.negative += 1;
  into.toolsOk += tools.filter((tool) => tool.outcome === 'ok').length;
  into.toolsBad += tools.filter((tool) => tool.outcome === 'failed').length;
  into.tokens += (turn.usage?.inputTokens ?? 0) + (turn.usage?.outputTokens ?? 0);
  into.cost += turn.usage?.cost ?? 0;
  if (turn.rating !== undefined) {
    into.rated += 1;
    into.ratings += turn.rating;
  }
  for (const { name } of turn.agents ?? []) addSums(into.agents, name, sums);
  addSums(into.intents, turn.intents?.[0]?.intent ?? '—', sums);
  addSums(into.languages, turn.language || '—', sums);
}

/** Changes `into`. */
export function addRollup(into: Rollup, other: Rollup): void {
  // Those that were kept before something was counted do not have it.
  for (const key of SUMS) into[key] += other[key] ?? 0;
  for (const key of ['times', 'seconds', 'outcomes'] as const)
    for (const [name, number] of Object.entries(other[key])) into[key][name] = (into[key][name] ?? 0) + number;
  for (const key of ['agents', 'intents', 'languages'] as const)
    for (const [name, sums] of Object.entries(other[key])) addSums(into[key], name, sums);
}

/** The value below which this share of them lies, from its class: never more than three percent off. */
export function quantileOf(classes: Record<string, number>, share: number): number {
  const sorted = Object.entries(classes)
    .map(([name, number]) => [Number(name), number] as const)
    .sort((one, other) => one[0] - other[0]);
  const all = sorted.reduce((sum, [, number]) => sum + number, 0);
  let seen = 0;
  for (const [name, number] of sorted) {
    seen += number;
    if (seen >= all * share) return Math.exp((name - 0.5) * STEP);
  }
  return 0;
}

function classOf(ms: number): string {
  return String(Math.max(0, Math.ceil(Math.log(Math.max(1, ms)) / STEP)));
}

function count(into: Record<string, number>, name: string): void {
  into[name] = (into[name] ?? 0) + 1;
}

/** A name becomes a field in the store, where dots and dollars mean something. */
function addSums(into: Record<string, Sums>, name: string, sums: Sums): void {
  const key = name.replace(/[.$]/g, '_').slice(0, 60);
  const known = into[key];
  into[key] = known ? (known.map((value, at) => value + sums[at]!) as Sums) : [...sums];
}
