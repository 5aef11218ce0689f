// The small pure parts of a lane's round: which entries a turn gets, how a decision becomes outbox items, how a sent
// item becomes a row of the transcript, and how a turn's times are stamped.
import type { Clock } from '../core/clock.ts';
import type { Entry, Lane, LaneDecision, Message, OutboxItem, PendingTurn } from '../models/lane.ts';
import type { Settings } from '../models/settings.ts';
import type { Transcript } from '../models/transcript.ts';
import type { TurnRecord } from '../models/turn.ts';
import type { ItemFate } from './outbound.ts';

/** A delivery that comes so long after it was written may be one that the lane has forgotten. */
const OLD_DELIVERY_MS = 10 * 60_000;

/** The entries for the next turn: due timers, or one overtaking entry, or the run of messages at the head. */
export async function batchOf(lane: Lane, clock: Clock, transcript: Pick<Transcript, 'knows'>): Promise<Entry[]> {
  const head = lane.inbox[0];
  if (!head) return dueTimers(lane, clock);
  if (
    head.receivedAt.getTime() - head.activity.timestamp.getTime() > OLD_DELIVERY_MS &&
    (await transcript.knows(lane._id, head.key))
  ) {
    return [{ ...head, kind: 'reaction' }]; // consumed without a word
  }
  // After a failure the messages come one by one, so that only the poisonous one is given up.
  if (head.kind !== 'message' || lane.tries > 1) return [head];
  const end = lane.inbox.findIndex((entry) => entry.kind !== 'message');
  return end < 0 ? [...lane.inbox] : lane.inbox.slice(0, end);
}

function dueTimers(lane: Lane, clock: Clock): Entry[] {
  return lane.timers
    .filter((timer) => timer.at.getTime() <= clock.nowMs())
    .map((timer) => ({
      key: timer.key,
      kind: 'timer' as const,
      receivedAt: timer.at,
      sequence: 0,
      activity: {
        type: 'event' as const,
        id: timer.key,
        timestamp: timer.at,
        from: { id: 'clock' },
        name: timer.name,
        value: timer.data,
      },
    }));
}

/** The decision's outbox, complete, under the ownership that the lane has. */
export function completeItems(lane: Lane, decision: LaneDecision, now: Date): OutboxItem[] {
  return decision.outbox.map((item) => ({
    notBefore: null,
    ...item,
    cancelledAt: null,
    ownerEpoch: lane.ownerEpoch,
    attempts: 0,
    ambiguousSince: null,
    ...(decision.turn && item.kind === 'send' ? { turnId: decision.turn.id } : {}),
    createdAt: now,
  }));
}

/** The turn's record on its way; one without a reply is settled at once. */
export function pendingTurnOf(
  entries: Entry[],
  decision: LaneDecision,
  settings: Settings,
  channel: string,
): PendingTurn | undefined {
  if (!decision.turn) return undefined;
  const last = entries.findLast((entry) => entry.kind === 'message') ?? entries.at(-1)!;
  const quietMs = settings.quietWindowMs[channel] ?? settings.quietWindowMs.default;
  const countFrom = new Date(last.receivedAt.getTime() + quietMs);
  const speaks = decision.outbox.some((item) => item.kind === 'send');
  return {
    record: decision.turn,
    countFrom,
    sessionFrom: decision.sessionFrom ?? entries[0]!.receivedAt,
    settled: !speaks,
  };
}

/** Turns whose replies were accepted just now, with their times. Returns only those that changed. */
export function stampTurns(lane: Lane, fates: ItemFate[], now: Date): PendingTurn[] {
  const touched = new Set(fates.filter((fate) => fate.leaves).map((fate) => fate.item.turnId));
  const gone = new Set(fates.map((fate) => fate.item.id));
  return lane.pendingTurns
    .filter((turn) => touched.has(turn.record.id))
    .map((turn) => {
      const isLast = !lane.outbox.some((item) => item.turnId === turn.record.id && !gone.has(item.id));
      const record = { ...turn.record };
      if (record.responseTimeMs <= 0) record.responseTimeMs = Math.max(1, now.getTime() - turn.countFrom.getTime());
      if (isLast) record.sessionSeconds = Math.round((now.getTime() - turn.sessionFrom.getTime()) / 100) / 10;
      return { ...turn, record, settled: isLast };
    });
}

/** What was said, as rows of the transcript. */
export function rowsOfFates(
  lane: Lane,
  fates: ItemFate[],
  turns: PendingTurn[],
  now: Date,
): Omit<Message, 'sequence'>[] {
  return fates.map((fate) => rowOf(lane, fate, turns, now)).filter((row) => row !== null);
}

/** What a fate leaves in the transcript; nothing for effects and for items that were overtaken. */
function rowOf(lane: Lane, fate: ItemFate, turns: PendingTurn[], now: Date): Omit<Message, 'sequence'> | null {
  const { item } = fate;
  if (!fate.leaves || !item.activity || item.kind !== 'send' || item.cancelledAt) return null;
  const turn = turns.find((candidate) => candidate.record.id === item.turnId);
  const activity = { ...item.activity, timestamp: now };
  if (turn && activity.channelData?.turn) activity.channelData = { ...activity.channelData, turn: turn.record };
  return {
    laneId: lane._id,
    key: item.id,
    role: activity.from.role === 'bot' ? 'bot' : 'staff',
    activity,
    at: now,
    ...(fate.providerId === undefined ? {} : { providerId: fate.providerId }),
    ...(fate.received ? { received: fate.received } : {}),
    ...(fate.failedCode === undefined ? {} : { failure: fate.failedCode }),
    delivery: fate.failedCode === undefined ? 'sent' : fate.failedCode === 'opted.out' ? 'refused' : 'failed',
  };
}

/** A turn in the log: what was decided and how long it took, and no word of what was said. */
export function factsOf(record: TurnRecord): Record<string, unknown> {
  return {
    turnId: record.id,
    laneId: record.laneId,
    intent: record.intents[0]?.intent,
    priority: record.priority,
    sentiment: record.sentiment.label,
    route: record.route,
    agents: record.agents.map((agent) => agent.name),
    tools: record.tools.map((tool) => `${tool.name}:${tool.outcome}`),
    ...(record.usage ? { tokens: record.usage.inputTokens + record.usage.outputTokens, cost: record.usage.cost } : {}),
    responseTimeMs: record.responseTimeMs,
    outcome: record.outcome,
    caseId: record.caseId,
  };
}
