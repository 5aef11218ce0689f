// The numbers, computed from turns, cases and lanes in MongoDB by aggregation. Each has one definition, which stands beside
// it and is shown with it.
import type { Case } from './case.ts';
import type { Models } from './schemas.ts';

export interface NumbersQuery {
  from: Date;
  to: Date;
  channel?: string;
}

export interface TurnNumbers {
  turns: number;
  responseTimeMs: { average: number; p50: number; p95: number };
  sessions: number;
  sessionSeconds: { average: number; p50: number };
  outcomes: Record<string, number>;
  escalationRate: number;
  errorRate: number;
  agentSuccessRate: number;
}

export interface CaseNumbers {
  opened: number;
  open: number;
  overdue: number;
  resolved: number;
  reopened: number;
  minutesToClaim: { average: number; p50: number };
  minutesToFirstReply: { average: number };
  minutesToResolve: { average: number };
  satisfaction: { average: number; count: number };
  labels: Record<string, number>;
}

/** What each number means, in one sentence, for the page. */
export const DEFINITIONS: Record<string, string> = {
  turns: 'Answers to customer messages; texts that came in one breath are one turn.',
  responseTimeMs:
    'From the last customer message of a turn to the moment the network accepted the first reply, without the quiet window.',
  sessions: 'Stretches of a conversation without a longer pause than the idle time.',
  sessionSeconds: 'From the first message of a session to its last accepted reply.',
  escalationRate: 'Turns that opened a case, of all turns that were answered.',
  errorRate: 'Turns in which a tool or an agent failed, or that were given up, of all turns.',
  agentSuccessRate: 'Tool calls that did what they were asked, of all tool calls that were not refused by policy.',
  containment: 'Conversations that never needed a person, of all conversations.',
  deflection:
    'Conversations that were answered by the bot and did not ask for a person, of all conversations with a question.',
  resolution: 'Cases and conversations whose customer did not come back with it within 72 hours.',
  minutesToClaim: 'From the opening of a case to the claim.',
  minutesToFirstReply: 'From the opening of a case to the first words of a person to the customer.',
  minutesToResolve: 'From the opening of a case to its end.',
  satisfaction: 'Ratings from 1 to 5, asked once per case.',
  accuracy: 'Cases that nobody marked as wrong intent, of all cases that a person worked on; with the 95 % interval.',
};

export interface NumbersStore {
  turns(query: NumbersQuery): Promise<TurnNumbers>;
  cases(query: NumbersQuery): Promise<CaseNumbers>;
  /** Turns grouped by one thing: channel, agent, intent, language, hour or day. */
  by(
    query: NumbersQuery,
    dimension: Dimension,
  ): Promise<{ key: string; turns: number; averageMs: number; escalated: number }[]>;
  conversations(query: NumbersQuery): Promise<{ all: number; contained: number }>;
}

export const DIMENSIONS = ['channel', 'agent', 'intent', 'language', 'day', 'hour'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export function createNumbers(models: Models): NumbersStore {
  const turns = models.turns.collection;
  const lanes = models.lanes.collection;

  const inTime = ({ from, to, channel }: NumbersQuery) => ({
    at: { $gte: from, $lt: to },
    ...(channel ? { laneId: { $gte: `${channel}|`, $lt: `${channel}}` } } : {}),
  });

  return {
    turns: async (query) => {
      const [found] = (await turns
        .aggregate(
          [
            { $match: inTime(query) },
            {
              $group: {
                _id: null,
                turns: { $sum: 1 },
                answered: { $sum: { $cond: [{ $gt: ['$responseTimeMs', 0] }, 1, 0] } },
                average: { $avg: { $cond: [{ $gt: ['$responseTimeMs', 0] }, '$responseTimeMs', null] } },
                seconds: { $avg: '$sessionSeconds' },
                escalated: { $sum: { $cond: [{ $eq: ['$outcome', 'escalated'] }, 1, 0] } },
                poison: { $sum: { $cond: [{ $eq: ['$outcome', 'poison'] }, 1, 0] } },
                failed: { $sum: { $cond: [{ $in: ['failed', { $ifNull: ['$tools.outcome', []] }] }, 1, 0] } },
                asked: { $sum: { $cond: [{ $eq: ['$outcome', 'asked'] }, 1, 0] } },
                silent: { $sum: { $cond: [{ $eq: ['$outcome', 'silent'] }, 1, 0] } },
                settled: { $sum: { $cond: [{ $eq: ['$outcome', 'settled'] }, 1, 0] } },
                refused: { $sum: { $cond: [{ $eq: ['$outcome', 'refused'] }, 1, 0] } },
                toolsOk: {
                  $sum: {
                    $size: { $filter: { input: { $ifNull: ['$tools', []] }, cond: { $eq: ['$$this.outcome', 'ok'] } } },
                  },
                },
                toolsBad: {
                  $sum: {
                    $size: {
                      $filter: { input: { $ifNull: ['$tools', []] }, cond: { $eq: ['$$this.outcome', 'failed'] } },
                    },
                  },
                },
                lanes: { $addToSet: '$laneId' },
              },
            },
          ],
          { allowDiskUse: true },
        )
        .toArray()) as unknown as Record<string, number & unknown[]>[];
      const percentiles = await percentilesOf(query);
      return turnNumbers((found ?? {}) as never, percentiles);
    },
    cases: async (query) => {
      const at = new Date(query.to);
      const found = (await lanes
        .find(
          { kind: 'case', 'state.openedAt': { $gte: query.from, $lt: query.to } },
          { projection: { state: 1 }, limit: 20_000 },
        )
        .toArray()) as unknown as { state: Case }[];
      return caseNumbers(found.map((lane) => lane.state).filter(Boolean), at);
    },
    by: async (query, dimension) => {
      const found = await turns
        .aggregate([
          { $match: inTime(query) },
          ...(dimension === 'agent' ? [{ $unwind: '$agents' }] : []),
          {
            $group: {
              _id: KEYS[dimension],
              turns: { $sum: 1 },
              averageMs: { $avg: { $cond: [{ $gt: ['$responseTimeMs', 0] }, '$responseTimeMs', null] } },
              escalated: { $sum: { $cond: [{ $eq: ['$outcome', 'escalated'] }, 1, 0] } },
            },
          },
          { $sort: dimension === 'day' || dimension === 'hour' ? { _id: 1 } : { turns: -1 } },
          { $limit: 200 },
        ])
        .toArray();
      return found.map((one) => ({
        key: String(one._id ?? '—'),
        turns: Number(one.turns),
        averageMs: Math.round(Number(one.averageMs ?? 0)),
        escalated: Number(one.escalated),
      }));
    },
    conversations: async (query) => {
      const [found] = await turns
        .aggregate([
          { $match: inTime(query) },
          { $group: { _id: '$laneId', people: { $max: { $cond: [{ $ifNull: ['$caseId', false] }, 1, 0] } } } },
          { $group: { _id: null, all: { $sum: 1 }, withPeople: { $sum: '$people' } } },
        ])
        .toArray();
      const all = Number(found?.all ?? 0);
      return { all, contained: all - Number(found?.withPeople ?? 0) };
    },
  };

  /** MongoDB 7 has $percentile; before it the middle and the 95th of a sorted sample do. */
  async function percentilesOf(query: NumbersQuery): Promise<{ p50: number; p95: number; session50: number }> {
    const match = { ...inTime(query), responseTimeMs: { $gt: 0 } };
    const count = await turns.countDocuments(match, { limit: 200_000 });
    const at = async (share: number, field: string) => {
      const [row] = await turns
        .find(match, {
          sort: { [field]: 1 },
          skip: Math.min(count - 1, Math.floor(count * share)),
          limit: 1,
          projection: { [field]: 1 },
        })
        .toArray();
      return Number((row as Record<string, unknown> | undefined)?.[field] ?? 0);
    };
    if (count === 0) return { p50: 0, p95: 0, session50: 0 };
    const [p50, p95, session50] = await Promise.all([
      at(0.5, 'responseTimeMs'),
      at(0.95, 'responseTimeMs'),
      at(0.5, 'sessionSeconds'),
    ]);
    return { p50, p95, session50 };
  }
}

const KEYS: Record<Dimension, unknown> = {
  channel: { $arrayElemAt: [{ $split: ['$laneId', '|'] }, 0] },
  agent: '$agents.name',
  intent: { $arrayElemAt: ['$intents.intent', 0] },
  language: '$language',
  day: { $dateToString: { date: '$at', format: '%Y-%m-%d' } },
  hour: { $dateToString: { date: '$at', format: '%Y-%m-%dT%H:00' } },
};

function turnNumbers(
  found: Record<string, number> & { lanes?: string[] },
  times: { p50: number; p95: number; session50: number },
): TurnNumbers {
  const turns = found.turns ?? 0;
  const share = (part: number | undefined, of: number) => (of === 0 ? 0 : (part ?? 0) / of);
  const tools = (found.toolsOk ?? 0) + (found.toolsBad ?? 0);
  return {
    turns,
    responseTimeMs: { average: Math.round(found.average ?? 0), p50: times.p50, p95: times.p95 },
    sessions: found.lanes?.length ?? 0,
    sessionSeconds: { average: Math.round((found.seconds ?? 0) * 10) / 10, p50: times.session50 },
    outcomes: Object.fromEntries(
      ['settled', 'asked', 'escalated', 'silent', 'refused', 'poison'].map((name) => [name, found[name] ?? 0]),
    ),
    escalationRate: share(found.escalated, turns - (found.silent ?? 0)),
    errorRate: share((found.poison ?? 0) + (found.failed ?? 0), turns),
    agentSuccessRate: tools === 0 ? 1 : share(found.toolsOk, tools),
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
  return {
    opened: cases.length,
    open: cases.filter((one) => one.status === 'open').length,
    overdue: cases.filter((one) => one.status === 'open' && new Date(one.dueAt) < now).length,
    resolved: cases.filter((one) => one.status === 'resolved').length,
    reopened: cases.filter((one) => one.history.some((line) => line.what === 'reopen')).length,
    minutesToClaim: {
      average: average(toClaim),
      p50: Math.round((toClaim[Math.floor(toClaim.length / 2)] ?? 0) * 10) / 10,
    },
    minutesToFirstReply: { average: average(known(cases.map((one) => minutes(one.openedAt, one.firstReplyAt)))) },
    minutesToResolve: { average: average(known(cases.map((one) => minutes(one.openedAt, one.resolvedAt)))) },
    satisfaction: { average: average(ratings), count: ratings.length },
    labels,
  };
}
