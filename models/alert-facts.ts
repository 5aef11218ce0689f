// The turns that alerts are judged by: those of a short window, and how negative the week before it was.
import type { Facts, TurnFact } from './alert-rules.ts';
import { NEGATIVE } from './rollup.ts';
import type { Rollups } from './rollups.ts';
import type { Models } from './schemas.ts';
import type { TurnRecord } from './turn.ts';

/** Of a busy quarter of an hour the newest so many stand for all. */
const MOST_TURNS = 20_000;
const WEEK_MS = 7 * 86_400_000;
/** The week's share hardly moves: it is counted this often. */
const BASELINE_FRESH_MS = 10 * 60_000;
const WITHOUT_MODEL = ['offline', 'none'];

export interface TurnFacts {
  read(now: Date, windowMinutes: number): Promise<Pick<Facts, 'turns' | 'baseline'>>;
}

export function createTurnFacts(models: Models, rollups: Rollups): TurnFacts {
  const turns = models.turns.collection;
  let usual: { at: number; found: Facts['baseline'] } | undefined;

  async function baselineOf(now: Date, before: Date): Promise<Facts['baseline']> {
    if (usual && Math.abs(now.getTime() - usual.at) < BASELINE_FRESH_MS) return usual.found;
    const slices = await rollups.read({ from: new Date(before.getTime() - WEEK_MS), to: before });
    const sum = (key: 'turns' | 'negative') => slices.reduce((all, { rollup }) => all + rollup[key], 0);
    usual = { at: now.getTime(), found: { turns: sum('turns'), negative: sum('negative') } };
    return usual.found;
  }

  return {
    read: async (now, windowMinutes) => {
      const from = new Date(now.getTime() - windowMinutes * 60_000);
      const projection = { laneId: 1, agents: 1, tools: 1, responseTimeMs: 1, outcome: 1, 'sentiment.label': 1 };
      const rows = await turns
        .find({ at: { $gte: from, $lte: now } }, { projection, sort: { at: -1 }, limit: MOST_TURNS })
        .toArray();
      return { turns: (rows as unknown as TurnRecord[]).map(factOf), baseline: await baselineOf(now, from) };
    },
  };
}

function factOf(turn: TurnRecord): TurnFact {
  const remote = turn.agents?.find((agent) => !WITHOUT_MODEL.includes(agent.model));
  return {
    channel: turn.laneId.split('|')[0]!,
    model: remote?.model ?? 'offline',
    responseTimeMs: turn.responseTimeMs,
    isEscalated: turn.outcome === 'escalated',
    isSilent: turn.outcome === 'silent',
    hasFailed: turn.outcome === 'poison' || (turn.tools ?? []).some((tool) => tool.outcome === 'failed'),
    isNegative: NEGATIVE.includes(turn.sentiment?.label),
  };
}
