// Seeded turns for the tests of the numbers, and a referee that counts them by itself: one pass over the list, knowing
// nothing of rollups.
import type { NumbersQuery } from '../../models/numbers.ts';
import { INTENTS, type TurnRecord } from '../../models/turn.ts';
import { createChance } from '../chaos/random.ts';

const CHANNELS = ['web', 'sms', 'slack', 'teams'];
const AGENTS = ['order', 'shipping', 'billing', 'technical', 'general'];
const LANGUAGES = ['en', 'en', 'en', 'de', 'es', 'fr'];
const OUTCOMES = [
  'settled',
  'settled',
  'settled',
  'settled',
  'settled',
  'asked',
  'escalated',
  'silent',
  'refused',
  'poison',
] as const;
const LABELS = ['VERY_NEGATIVE', 'NEGATIVE', 'NEUTRAL', 'NEUTRAL', 'POSITIVE', 'VERY_POSITIVE'] as const;

/** `count` turns between the two times, in their order; the same seed gives the same ones. */
export function* makeTurns(seed: number, count: number, from: Date, to: Date, lanes: number): Generator<TurnRecord> {
  const chance = createChance(seed);
  const stepMs = (to.getTime() - from.getTime()) / count;
  for (let at = 0; at < count; at += 1) {
    const outcome = chance.pick(OUTCOMES);
    const isSpoken = outcome !== 'silent' && outcome !== 'refused';
    const laneId = `${chance.pick(CHANNELS)}|default|c${chance.between(1, lanes)}`;
    const agents = isSpoken ? AGENTS.slice(0, chance.between(0, 2)) : [];
    yield {
      id: `turn-${seed}-${at}`,
      laneId,
      entries: [`e${at}`],
      intents: [{ intent: chance.pick(INTENTS), confidence: chance.next() }],
      priority: 'LOW',
      sentiment: { label: chance.pick(LABELS), score: 0 },
      entities: {},
      language: chance.pick(LANGUAGES),
      route: 'intent:SHIPPING',
      settingsRevision: 1,
      agents: agents.map((name) => ({ name, reason: 'x', ms: 1, model: 'offline' })),
      tools: agents.map((name) => ({
        name: `look_${name}`,
        ms: 1,
        outcome: chance.pick(['ok', 'ok', 'ok', 'refused', 'failed'] as const),
      })),
      ...(isSpoken && chance.next() < 0.3
        ? {
            usage: {
              inputTokens: chance.between(100, 900),
              outputTokens: chance.between(10, 200),
              cost: chance.between(1, 90) / 10_000,
            },
          }
        : {}),
      responseTimeMs: isSpoken ? Math.round(20 + 2_000 * chance.next() ** 4) : 0,
      sessionSeconds: isSpoken ? Math.round(600 * chance.next() ** 2) : 0,
      followUpRequired: false,
      ...(outcome === 'escalated' || outcome === 'silent' ? { caseId: `ESC-${at}` } : {}),
      outcome,
      at: new Date(from.getTime() + Math.floor(at * stepMs)),
    };
  }
}

/** The same numbers as models/numbers.ts, counted one by one. */
export function referee(turns: readonly TurnRecord[], { from, to, channel }: NumbersQuery) {
  const mine = turns.filter(
    (turn) => turn.at >= from && turn.at < to && (!channel || turn.laneId.startsWith(`${channel}|`)),
  );
  const answered = mine.filter((turn) => turn.responseTimeMs > 0);
  const times = answered.map((turn) => turn.responseTimeMs).sort((one, other) => one - other);
  const average = (values: number[]) =>
    values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
  const quantile = (share: number) => times[Math.max(0, Math.ceil(times.length * share) - 1)] ?? 0;
  const share = (part: number, of: number) => (of === 0 ? 0 : part / of);
  const calls = mine.flatMap((turn) => turn.tools).filter((tool) => tool.outcome !== 'refused');
  const number = (outcome: string) => mine.filter((turn) => turn.outcome === outcome).length;
  const lanes = new Map<string, { people: boolean; asked: boolean }>();
  const dayFrom = new Date(from.toISOString().slice(0, 10));
  for (const turn of turns) {
    // Conversations are counted once a day, by whole days.
    const isIn =
      turn.at >= dayFrom && turn.at.toISOString().slice(0, 10) <= new Date(to.getTime() - 1).toISOString().slice(0, 10);
    if (!isIn || (channel && !turn.laneId.startsWith(`${channel}|`))) continue;
    const key = `${turn.laneId} ${turn.at.toISOString().slice(0, 10)}`;
    const known = lanes.get(key) ?? { people: false, asked: false };
    lanes.set(key, {
      people: known.people || turn.caseId !== undefined,
      asked: known.asked || turn.intents[0]!.intent === 'HUMAN_REQUEST',
    });
  }
  return {
    turns: mine.length,
    averageMs: Math.round(average(times)),
    p50: quantile(0.5),
    p95: quantile(0.95),
    averageSeconds: Math.round(average(answered.map((turn) => turn.sessionSeconds)) * 10) / 10,
    escalationRate: share(number('escalated'), mine.length - number('silent')),
    errorRate: share(
      mine.filter((turn) => turn.outcome === 'poison' || turn.tools.some((tool) => tool.outcome === 'failed')).length,
      mine.length,
    ),
    negativeRate: share(mine.filter((turn) => turn.sentiment.label.endsWith('NEGATIVE')).length, mine.length),
    agentSuccessRate:
      calls.length === 0 ? 1 : share(calls.filter((tool) => tool.outcome === 'ok').length, calls.length),
    tokens: mine.reduce((sum, { usage }) => sum + (usage ? usage.inputTokens + usage.outputTokens : 0), 0),
    cost: Math.round(mine.reduce((sum, { usage }) => sum + (usage?.cost ?? 0), 0) * 10_000) / 10_000,
    conversations: {
      all: lanes.size,
      contained: [...lanes.values()].filter((lane) => !lane.people).length,
      deflected: [...lanes.values()].filter((lane) => !lane.people && !lane.asked).length,
    },
    by: (keyOf: (turn: TurnRecord) => string[]) => {
      const counts: Record<string, number> = {};
      for (const turn of mine) for (const key of keyOf(turn)) counts[key] = (counts[key] ?? 0) + 1;
      return counts;
    },
  };
}
