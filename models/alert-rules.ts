// What deserves an alert: readings out of the facts of a short time, and when a reading raises or resolves one. Pure, so that
// tests move the clock by hand. An alert is about customers, cases, channels and money, never about another alert.
import type { AlertSettings } from './settings.ts';

/** What of a settled turn the rules look at. */
export interface TurnFact {
  channel: string;
  /** The remote model that spoke; `offline` when none did. */
  model: string;
  responseTimeMs: number;
  isEscalated: boolean;
  /** A person has the conversation: the bot said nothing. */
  isSilent: boolean;
  hasFailed: boolean;
  isNegative: boolean;
}

export interface Facts {
  /** Turns of the window. */
  turns: TurnFact[];
  /** Turns of the week before the window, and how many of them were negative. */
  baseline: { turns: number; negative: number };
  /** Every channel and account that is on, with the provider's error where it refuses us. */
  channels: Record<string, string | null>;
  /** Open cases beyond their due time. */
  casesOverdue: number;
  /** Dead letters of the last hour. */
  deadLetters: number;
  /** Spent on models today, and what may be spent; null: there is no cap. */
  cost: { spent: number; cap: number; currency: string } | null;
}

export interface Reading {
  /** Of each name one alert may be open. */
  name: string;
  value: number;
  limit: number;
  /** bad: beyond the limit · good: well below it · between: whatever it was, it stays. */
  verdict: 'bad' | 'good' | 'between';
  /** For people, with the number in it. */
  text: string;
  /** True: there is nothing to wait for. */
  isImmediate: boolean;
}

/** The one that the people of the desk are told of directly. */
export const DESK_UNREACHABLE = 'desk unreachable';

/** Since when a reading is bad or good without a break. */
export interface WatchState {
  badSince?: Date;
  goodSince?: Date;
}

/** Resolved only this far below the limit, so that nothing flutters. */
const WELL_BELOW = 0.8;
/** A baseline of fewer turns than this many samples says nothing. */
const BASELINE_SAMPLES = 5;

export function readingsOf(facts: Facts, limits: AlertSettings): Reading[] {
  const { turns } = facts;
  const spoken = turns.filter((turn) => !turn.isSilent);
  const isSample = (list: unknown[]) => list.length >= limits.minimumSample;
  const share = (list: TurnFact[], isIt: (turn: TurnFact) => boolean) =>
    list.length === 0 ? 0 : list.filter(isIt).length / list.length;
  const window = `of the last ${limits.windowMinutes} minutes`;
  const errors = share(turns, (turn) => turn.hasFailed);
  const escalations = share(spoken, (turn) => turn.isEscalated);
  return [
    ...responseTimes(spoken, limits),
    judge('error rate', isSample(turns) ? errors : 0, limits.errorRate, {
      text: `${percent(errors)} of the answers ${window} met a failure (limit ${percent(limits.errorRate)}).`,
    }),
    judge('escalation rate', isSample(spoken) ? escalations : 0, limits.escalationRate, {
      text: `${percent(escalations)} of the answers ${window} brought in a person (limit ${percent(limits.escalationRate)}).`,
    }),
    sentiment(turns, facts.baseline, limits),
    ...Object.entries(facts.channels).map(([channel, error]) =>
      judge(channel === 'desk' ? DESK_UNREACHABLE : `channel ${channel}`, error ? 1 : 0, 0.5, {
        text:
          channel === 'desk'
            ? `Cases do not reach the desk: ${error}. They wait, and are shown under Cases.`
            : `${channel} refuses us: ${error}. What should go out waits.`,
        isImmediate: true,
      }),
    ),
    judge('unclaimed cases', facts.casesOverdue, limits.overdueCases - 0.5, {
      text: `${counted(facts.casesOverdue, 'case is', 'cases are')} overdue and nobody has taken ${facts.casesOverdue === 1 ? 'it' : 'them'}.`,
      isImmediate: true,
    }),
    judge('dead letters', facts.deadLetters, limits.deadLetters - 0.5, {
      text: `${counted(facts.deadLetters, 'message', 'messages')} of the last hour could not be handled.`,
      isImmediate: true,
    }),
    ...cost(facts.cost, limits),
  ];
}

/** The limit for answers of this model on this channel; the most particular one that is set. */
export function responseLimitOf(channel: string, model: string, limits: AlertSettings): number {
  const { responseTimeMsBy: by } = limits;
  return (
    by[`${channel} ${model}`] ??
    by[model] ??
    by[channel] ??
    (model === 'offline' ? limits.responseTimeMs : limits.modelResponseTimeMs)
  );
}

/** p95 of each channel and model, where there are enough of them. */
function responseTimes(turns: TurnFact[], limits: AlertSettings): Reading[] {
  const groups = Map.groupBy(
    turns.filter((turn) => turn.responseTimeMs > 0),
    ({ channel, model }) => (model === 'offline' ? channel : `${channel}, ${model}`),
  );
  return [...groups].map(([name, group]) => {
    const { channel, model } = group[0]!;
    const times = group.map((turn) => turn.responseTimeMs).sort((one, other) => one - other);
    const p95 = times[Math.max(0, Math.ceil(times.length * 0.95) - 1)]!;
    const limit = responseLimitOf(channel, model, limits);
    return judge(`response time · ${name}`, group.length >= limits.minimumSample ? p95 : 0, limit, {
      text: `One answer in twenty on ${name} takes ${Math.round(p95)} ms or longer (limit ${limit} ms).`,
    });
  });
}

/** Against its own baseline: some shops are told off more than others. */
function sentiment(turns: TurnFact[], baseline: Facts['baseline'], limits: AlertSettings): Reading {
  const usual = baseline.turns === 0 ? 0 : baseline.negative / baseline.turns;
  const now = turns.length === 0 ? 0 : turns.filter((turn) => turn.isNegative).length / turns.length;
  const isKnown = turns.length >= limits.minimumSample && baseline.turns >= limits.minimumSample * BASELINE_SAMPLES;
  // Three standard errors keep a small window's accidents out.
  const chance = 3 * Math.sqrt((Math.max(usual, 0.02) * (1 - usual)) / Math.max(1, turns.length));
  const limit = Math.max(usual * limits.sentimentFactor, usual + chance);
  return judge('negative sentiment', isKnown ? now : 0, limit, {
    text: `${percent(now)} of the messages of the last ${limits.windowMinutes} minutes are negative; usual are ${percent(usual)}.`,
  });
}

function cost(spending: Facts['cost'], limits: AlertSettings): Reading[] {
  if (!spending) return [];
  const { spent, cap, currency } = spending;
  const near = judge('cost cap', spent, cap * limits.costShare, {
    text: `${spent.toFixed(2)} of the ${cap.toFixed(2)} ${currency} that models may cost today are spent.`,
    isImmediate: true,
  });
  return [near];
}

function judge(
  name: string,
  value: number,
  limit: number,
  { text, isImmediate = false }: { text: string; isImmediate?: boolean },
): Reading {
  const verdict = value > limit ? 'bad' : value <= limit * WELL_BELOW ? 'good' : 'between';
  return { name, value, limit, verdict, text, isImmediate };
}

/** What to do about a reading now, and what to remember of it. */
export function step(
  state: WatchState,
  reading: Pick<Reading, 'verdict' | 'isImmediate'>,
  isOpen: boolean,
  now: Date,
  holdSeconds: number,
): { state: WatchState; act: 'raise' | 'resolve' | 'nothing' } {
  if (reading.verdict === 'between') return { state: {}, act: 'nothing' };
  const holdMs = holdSeconds * 1_000;
  const lasted = (since: Date) => now.getTime() - since.getTime();
  if (reading.verdict === 'bad') {
    const badSince = state.badSince ?? now;
    const isDue = reading.isImmediate || lasted(badSince) >= holdMs;
    return { state: { badSince }, act: isDue && !isOpen ? 'raise' : 'nothing' };
  }
  const goodSince = state.goodSince ?? now;
  return { state: { goodSince }, act: isOpen && lasted(goodSince) >= holdMs ? 'resolve' : 'nothing' };
}

const percent = (share: number) => `${Math.round(share * 1_000) / 10} %`;
const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
