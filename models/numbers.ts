// The numbers, computed from turns that are added up (rollups.ts) and from cases. Each has one definition, which stands
// beside it and is shown with it.
import type { Case } from './case.ts';
import { addRollup, emptyRollup, quantileOf, type Rollup, type Sums } from './rollup.ts';
import type { Rollups, Slice } from './rollups.ts';
import type { Models } from './schemas.ts';

export interface NumbersQuery {
  from: Date;
  to: Date;
  channel?: string;
}

export interface TurnNumbers {
  turns: number;
  responseTimeMs: { average: number; p50: number; p95: number };
  sessionSeconds: { average: number; p50: number };
  outcomes: Record<string, number>;
  escalationRate: number;
  errorRate: number;
  negativeRate: number;
  agentSuccessRate: number;
  /** Of sessions that the bot settled alone; cases are counted apart. */
  satisfaction: { average: number; count: number };
  /** Of remote models. */
  tokens: number;
  /** In US dollars. */
  cost: number;
}

export interface CaseNumbers {
  opened: number;
  open: number;
  overdue: number;
  resolved: number;
  reopened: number;
  resolutionRate: number;
  oldestOpenHours: number;
  load: { name: string; cases: number }[];
  minutesToClaim: { average: number; p50: number };
  minutesToFirstReply: { average: number };
  minutesToResolve: { average: number };
  satisfaction: { average: number; count: number };
  labels: Record<string, number>;
  /** That a person had in hand. */
  worked: number;
  /** Of these, marked by a person as about something else. */
  wrongIntent: number;
}

/** What `npm run train -- --data` measured. */
export interface Evaluation {
  strict: number;
  lenient: number;
  rows: number;
  /** A day, as 2026-11-24. */
  at: string;
}

/** What each number means, in one sentence, for the page. */
export const DEFINITIONS: Record<string, string> = {
  turns: 'Answers to customer messages; texts that came in one breath are one turn.',
  responseTimeMs:
    'From the last customer message of a turn to the moment the network accepted the first reply, without the quiet window.',
  sessionSeconds: 'From the first message of a session to its last accepted reply.',
  escalationRate: 'Turns that opened a case, of all turns that were answered.',
  errorRate: 'Turns in which a tool or an agent failed, or that were given up, of all turns.',
  negativeRate: 'Turns whose messages were negative or very negative, of all turns.',
  agentSuccessRate: 'Tool calls that did what they were asked, of all tool calls that were not refused by policy.',
  cost: 'What remote models cost in US dollars, by the prices in the settings; none without a key.',
  costPerResolution: 'What remote models cost, for each conversation without a person and each resolved case.',
  containment: 'Conversations in which no case was open that day, of all; each counts once a day.',
  deflection: 'Conversations that neither asked for a person nor had one that day, of all; each counts once a day.',
  resolution: 'Resolved cases that were not opened again, of all resolved cases.',
  load: 'Cases that each person has at this moment, of those opened in this time.',
  oldestOpenHours: 'Since the oldest case was opened that nobody has taken.',
  minutesToClaim: 'From the opening of a case to the claim.',
  minutesToFirstReply: 'From the opening of a case to the first words of a person to the customer.',
  minutesToResolve: 'From the opening of a case to its end.',
  satisfaction: 'Ratings from 1 to 5, asked once per case that a person had.',
  botSatisfaction: 'Ratings from 1 to 5 of sessions that the bot settled alone, asked once in thirty days, not by SMS.',
  accuracy: 'Cases that nobody marked as wrong intent, of all cases that a person worked on; with the 95 % interval.',
  evaluation: 'Evaluation: the local classifier on rows of sources that it has not seen.',
};

export interface NumbersStore {
  turns(query: NumbersQuery): Promise<TurnNumbers>;
  cases(query: NumbersQuery): Promise<CaseNumbers>;
  /** Turns grouped by one thing: channel, agent, intent, language, hour or day. */
  by(query: NumbersQuery, dimension: Dimension): Promise<DimensionRow[]>;
  conversations(query: NumbersQuery): Promise<{ all: number; contained: number; deflected: number }>;
}

export interface DimensionRow {
  key: string;
  turns: number;
  averageMs: number;
  escalated: number;
}

export const DIMENSIONS = ['channel', 'agent', 'intent', 'language', 'day', 'hour'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export function createNumbers(models: Models, rollups: Rollups): NumbersStore {
  const lanes = models.lanes.collection;

  return {
    turns: async (query) => {
      const all = emptyRollup();
      for (const slice of await rollups.read(query)) addRollup(all, slice.rollup);
      return turnNumbers(all);
    },
    cases: async (query) => {
      const found = (await lanes
        .find(
          { kind: 'case', 'state.openedAt': { $gte: query.from, $lt: query.to } },
          { projection: CASE_FIELDS, limit: MOST_CASES },
        )
        .toArray()) as unknown as { state: Case }[];
      return caseNumbers(
        found
          .map((lane) => lane.state)
          .filter((one) => one && (!query.channel || one.conversation.channel === query.channel)),
        query.to,
      );
    },
    by: async (query, dimension) => rowsBy(await rollups.read(query, dimension === 'hour' ? 'hour' : 'day'), dimension),
    conversations: async (query) => {
      const { all, withPeople, askedForPeople } = await rollups.conversations(query);
      return { all, contained: all - withPeople, deflected: all - askedForPeople };
    },
  };
}

const MOST_CASES = 50_000;
const MOST_BARS = 200;
const CASE_FIELDS = Object.fromEntries(
  'status openedAt dueAt claimedAt firstReplyAt resolvedAt satisfaction labels owner history.what conversation.channel'
    .split(' ')
    .map((name) => [`state.${name}`, 1]),
);

/** Slices by one thing; times in their order, everything else by how often. */
function rowsBy(slices: readonly Slice[], dimension: Dimension): DimensionRow[] {
  const sums = new Map<string, Sums>();
  const add = (key: string, more: Sums) => {
    const known = sums.get(key) ?? [0, 0, 0, 0];
    sums.set(key, known.map((value, at) => value + more[at]!) as Sums);
  };
  for (const { at, channel, rollup } of slices) {
    const whole: Sums = [rollup.turns, rollup.answered, rollup.sumMs, rollup.outcomes.escalated ?? 0];
    if (dimension === 'channel') add(channel, whole);
    else if (dimension === 'day') add(at.toISOString().slice(0, 10), whole);
    else if (dimension === 'hour') add(`${at.toISOString().slice(0, 13)}:00`, whole);
    else for (const [name, part] of Object.entries(rollup[FIELDS[dimension]])) add(name, part);
  }
  const rows = [...sums].map(([key, [turns, answered, ms, escalated]]) => ({
    key,
    turns,
    averageMs: answered === 0 ? 0 : Math.round(ms / answered),
    escalated,
  }));
  const isTime = dimension === 'day' || dimension === 'hour';
  rows.sort((one, other) => (isTime ? one.key.localeCompare(other.key) : other.turns - one.turns));
  return isTime ? rows.slice(-MOST_BARS) : rows.slice(0, MOST_BARS);
}

const FIELDS = { agent: 'agents', intent: 'intents', language: 'languages' } as const;

function turnNumbers(sum: Rollup): TurnNumbers {
  const share = (part: number, of: number) => (of === 0 ? 0 : part / of);
  const of = (name: string) => sum.outcomes[name] ?? 0;
  const tools = sum.toolsOk + sum.toolsBad;
  const tenth = (value: number) => Math.round(value * 10) / 10;
  return {
    turns: sum.turns,
    responseTimeMs: {
      average: Math.round(share(sum.sumMs, sum.answered)),
      p50: Math.round(quantileOf(sum.times, 0.5)),
      p95: Math.round(quantileOf(sum.times, 0.95)),
    },
    sessionSeconds: {
      average: tenth(share(sum.sumSeconds, sum.answered)),
      p50: tenth(quantileOf(sum.seconds, 0.5) / 1_000),
    },
    outcomes: Object.fromEntries(
      ['settled', 'asked', 'escalated', 'silent', 'refused', 'poison'].map((name) => [name, of(name)]),
    ),
    escalationRate: share(of('escalated'), sum.turns - of('silent')),
    errorRate: share(sum.failed, sum.turns),
    negativeRate: share(sum.negative, sum.turns),
    agentSuccessRate: tools === 0 ? 1 : share(sum.toolsOk, tools),
    satisfaction: { average: tenth(share(sum.ratings, sum.rated)), count: sum.rated },
    tokens: sum.tokens,
    cost: Math.round(sum.cost * 10_000) / 10_000,
  };
}

function caseNumbers(cases: Case[], now: Date): CaseNumbers {
  const minutes = (from: Date | undefined, to: Date | undefined) =>
    from && to ? (new Date(to).getTime() - new Date(from).getTime()) / 60_000 : null;
  const known = (values: (number | null)[]) =>
    values.filter((value): value is number => value !== null).sort((one, other) => one - other);
  const average = (values: number[]) =>
    values.length === 0 ? 0 : Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 10) / 10;
  const toClaim = known(cases.map((one) => minutes(one.openedAt, one.claimedAt)));
  const ratings = cases.map((one) => one.satisfaction?.score).filter((score): score is number => score !== undefined);
  const labels: Record<string, number> = {};
  for (const one of cases) for (const { label } of one.labels ?? []) labels[label] = (labels[label] ?? 0) + 1;
  const worked = cases.filter((one) => one.claimedAt || (one.labels ?? []).length > 0);
  const open = cases.filter((one) => one.status === 'open');
  const resolved = cases.filter((one) => one.status === 'resolved');
  const load = new Map<string, number>();
  for (const { owner, status } of cases)
    if (owner && (status === 'claimed' || status === 'on hold')) load.set(owner.name, (load.get(owner.name) ?? 0) + 1);
  return {
    opened: cases.length,
    open: open.length,
    overdue: open.filter((one) => new Date(one.dueAt) < now).length,
    resolved: resolved.length,
    reopened: cases.filter(isReopened).length,
    resolutionRate: resolved.length === 0 ? 1 : resolved.filter((one) => !isReopened(one)).length / resolved.length,
    oldestOpenHours: Math.round(Math.max(0, ...open.map((one) => minutes(one.openedAt, now) ?? 0)) / 6) / 10,
    load: [...load].map(([name, count]) => ({ name, cases: count })).sort((one, other) => other.cases - one.cases),
    minutesToClaim: {
      average: average(toClaim),
      p50: Math.round((toClaim[Math.floor(toClaim.length / 2)] ?? 0) * 10) / 10,
    },
    minutesToFirstReply: { average: average(known(cases.map((one) => minutes(one.openedAt, one.firstReplyAt)))) },
    minutesToResolve: { average: average(known(cases.map((one) => minutes(one.openedAt, one.resolvedAt)))) },
    satisfaction: { average: average(ratings), count: ratings.length },
    labels,
    worked: worked.length,
    wrongIntent: worked.filter((one) => (one.labels ?? []).some(({ label }) => label === 'wrong intent')).length,
  };
}

function isReopened(one: Case): boolean {
  return (one.history ?? []).some((line) => line.what === 'reopen');
}
