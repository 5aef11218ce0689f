// The lane's worker: acquire → (send what is due, take one turn) → settle, until nothing is due now. One turn at a time
// per lane, whatever the number of instances; a crash anywhere repeats a turn or a send, never half of one.
import type { Clock } from '../core/clock.ts';
import type { Crash } from '../core/crash.ts';
import type { Log } from '../core/log.ts';
import type { Channel, Progress } from '../models/channel.ts';
import type {
  Entry,
  Lane,
  LaneDecision,
  LaneHandler,
  LaneKind,
  Message,
  OutboxItem,
  PendingTurn,
} from '../models/lane.ts';
import type { LaneStore } from '../models/lane-store.ts';
import type { Settings, SettingsSource } from '../models/settings.ts';
import type { Transcript } from '../models/transcript.ts';
import type { TurnRecord } from '../models/turn.ts';
import type { Flusher } from './flusher.ts';
import { type Hold, holdLease, LeaseLost } from './hold.ts';
import { batchOf, completeItems, pendingTurnOf, rowOf, stampTurns } from './lane-steps.ts';
import type { ItemFate, Outbound } from './outbound.ts';

export interface LaneRunnerDeps {
  store: LaneStore;
  transcript: Transcript;
  flusher: Flusher;
  outbound: Outbound;
  handlers: Record<LaneKind, LaneHandler>;
  channels: ReadonlyMap<string, Channel>;
  settings: SettingsSource;
  clock: Clock;
  log: Log;
  crash: Crash;
  /** This instance, for people who read the lane. */
  worker: string;
  leaseMs: number;
  /** Rows that have just become visible. */
  onVisible(laneId: string, rows: Message[]): void;
  /** A turn is over and its record complete. */
  onTurn?(record: TurnRecord): void;
}

export interface LaneRunner {
  /** Serves a lane until nothing is due on it; a no-op when somebody else holds it. */
  serve(laneId: string): Promise<void>;
  /** Lanes being served at this moment. */
  active(): number;
  /** Waits for the lanes in hand, at most `patienceMs`. */
  drain(patienceMs: number): Promise<void>;
}

/** What one visit to a lane goes by. */
interface Served {
  hold: Hold;
  settings: Settings;
}

/** Typing is shown when an answer takes longer than this; quicker ones need none. */
const TYPING_AFTER_MS = 150;
/** Teams forgets it after three seconds. */
const TYPING_EVERY_MS = 2_900;
const RETRY_TURN_MS = 250;

export function createLaneRunner(deps: LaneRunnerDeps): LaneRunner {
  const { store, clock, log, crash, leaseMs } = deps;
  const running = new Set<Promise<void>>();

  async function serveHeld(held: Lane, hold: Hold): Promise<void> {
    let lane: Lane | null = held;
    let rounds = 0;
    while (lane?.leaseUntil) {
      hold.follow(lane);
      lane = await round(lane, { hold, settings: deps.settings.current() });
      rounds += 1;
      if (rounds > 1_000) {
        log.error('lane.endless', { laneId: held._id });
        return; // the lease runs out and the sweeper finds it again
      }
    }
  }

  /** One round: what waits to be sent, then one turn, then what that turn said. */
  async function round(lane: Lane, served: Served): Promise<Lane | null> {
    const isDue = (item: OutboxItem) => !item.notBefore || item.notBefore.getTime() <= clock.nowMs();
    if (lane.outbox.some((item, at) => (at === 0 || item.kind === 'effect') && isDue(item)))
      return sendAndSettle(lane, served);
    const entries = await batchOf(lane, clock, deps.transcript);
    // A waiting outbox never stops the inbox.
    return entries.length > 0 ? takeTurn(lane, entries, served) : settle(lane, []);
  }

  async function takeTurn(lane: Lane, entries: Entry[], served: Served): Promise<Lane | null> {
    crash('after-acquire');
    const { settings } = served;
    const handler = deps.handlers[lane.kind];
    let decision: LaneDecision;
    if (lane.tries > settings.tryLimit)
      decision = giveUp(handler, lane, entries, new Error('the process ended during this turn'));
    else {
      try {
        decision = await decide(handler, lane, entries, served);
      } catch (error) {
        log.error('turn.failed', { laneId: lane._id, tries: lane.tries, error });
        if (lane.tries < settings.tryLimit) return putOff(lane);
        decision = giveUp(handler, lane, entries, error);
      }
    }
    return commitAndSend(lane, entries, decision, served);
  }

  /** Runs the handler; if it takes its time, typing is shown. */
  async function decide(
    handler: LaneHandler,
    lane: Lane,
    entries: Entry[],
    { hold, settings }: Served,
  ): Promise<LaneDecision> {
    const isTalk = lane.kind === 'conversation' && entries.some((entry) => entry.kind === 'message');
    const endWork = isTalk ? showWork(lane, entries, settings.model.progressAfterMs) : undefined;
    try {
      crash('during-turn');
      return await handler.decide(lane, entries, hold.signal);
    } finally {
      endWork?.();
    }
  }

  /** Typing at once and again while it lasts; when it takes long, that it is being looked up. The result ends it. */
  function showWork(lane: Lane, entries: Entry[], progressAfterMs: number): () => void {
    const channel = deps.channels.get(lane.reference.channel);
    if (!channel?.showTyping || (lane.owner !== 'bot' && lane.owner !== 'waiting')) return () => undefined;
    let progress: Progress | undefined;
    const show = () => {
      channel.showTyping?.(lane.reference, progress).catch((error: unknown) => log.debug('typing.lost', { error }));
    };
    const first = setTimeout(show, TYPING_AFTER_MS);
    const again = setInterval(show, TYPING_EVERY_MS);
    const long = setTimeout(() => {
      const spoken = (lane.state as { language?: string } | null)?.language;
      progress = { language: spoken || entries.at(-1)?.activity.locale?.slice(0, 2) || 'en' };
      show();
    }, progressAfterMs);
    return () => {
      clearTimeout(first);
      clearInterval(again);
      clearTimeout(long);
    };
  }

  function giveUp(handler: LaneHandler, lane: Lane, entries: Entry[], cause: unknown): LaneDecision {
    log.error('turn.poison', { laneId: lane._id, tries: lane.tries });
    return handler.giveUp(lane, entries, cause);
  }

  async function putOff(lane: Lane): Promise<Lane | null> {
    const notBefore = new Date(clock.nowMs() + RETRY_TURN_MS * lane.tries);
    return store.settle({ lane, gone: [], rows: [], turns: [], leaseMs, now: clock.now(), keepTries: true, notBefore });
  }

  async function commitAndSend(
    lane: Lane,
    entries: Entry[],
    decision: LaneDecision,
    served: Served,
  ): Promise<Lane | null> {
    if (decision.deadLetter) {
      const id = `${lane._id}#${entries[0]!.key}`;
      await deps.transcript.buryDeadLetter({
        _id: id,
        laneId: lane._id,
        entries: entries.map((entry) => entry.key),
        ...decision.deadLetter,
        at: clock.now(),
      });
    }
    const items = completeItems(lane, decision, clock.now());
    const turn = pendingTurnOf(entries, decision, served.settings, lane.reference.channel);
    crash('before-commit');
    const committed = await store.commit({
      lane,
      entries,
      decision,
      items,
      ...(turn ? { turn } : {}),
      now: clock.now(),
    });
    if (!committed) {
      log.info('turn.overtaken', { laneId: lane._id });
      // Somebody else holds it; or the owner changed, and the lane as it stands now is ours to go on with at once.
      return store.settle({ lane, gone: [], rows: [], turns: [], leaseMs, now: clock.now(), keepTries: true });
    }
    crash('after-commit');
    if (turn?.settled) logTurn(turn);
    return sendAndSettle(committed, served);
  }

  /**
   * Sends everything that is due, then acknowledges and releases in one update. What waits holds back what is said after
   * it, never what another lane must know: a silent network delays no case, and a silent desk no customer.
   */
  async function sendAndSettle(lane: Lane, { hold, settings }: Served): Promise<Lane | null> {
    const fates: ItemFate[] = [];
    const together = deps.channels.get(lane.reference.channel)?.capabilities.idempotentSends ?? false;
    let held = false;
    for (const item of lane.outbox) {
      if (held && item.kind !== 'effect') continue;
      if (item.notBefore && item.notBefore.getTime() > clock.nowMs()) {
        held = true;
        continue;
      }
      const fate = await deps.outbound.attempt(lane, item, settings, hold);
      if (!fate.leaves) {
        await store.postpone(lane, fate.item);
        held = true;
        continue;
      }
      fates.push(fate);
      // What cannot be repeated without harm is acknowledged before the next one goes out.
      if (!together && item.kind !== 'effect') break;
    }
    return settle(lane, fates);
  }

  async function settle(lane: Lane, fates: ItemFate[]): Promise<Lane | null> {
    const now = clock.now();
    const turns = stampTurns(lane, fates, now);
    const rows = fates.map((fate) => rowOf(lane, fate, turns, now)).filter((row) => row !== null);
    const gone = fates.map((fate) => fate.item.id);
    const settled = await store.settle({ lane, gone, rows, turns, leaseMs, now });
    if (!settled) {
      log.info('settle.overtaken', { laneId: lane._id });
      return null;
    }
    crash('after-ack');
    if (rows.length > 0) {
      const keys = new Set(rows.map((row) => row.key));
      deps.onVisible(
        lane._id,
        settled.pendingMessages.filter((row) => keys.has(row.key)),
      );
    }
    for (const turn of turns) if (turn.settled) logTurn(turn);
    deps.flusher.offer(settled);
    return { ...settled, pendingMessages: [], pendingTurns: settled.pendingTurns.filter((turn) => !turn.settled) };
  }

  function logTurn(turn: PendingTurn): void {
    const { record } = turn;
    deps.onTurn?.(record);
    log.info('turn.settled', {
      turnId: record.id,
      laneId: record.laneId,
      intent: record.intents[0]?.intent,
      priority: record.priority,
      sentiment: record.sentiment.label,
      route: record.route,
      agents: record.agents.map((agent) => agent.name),
      tools: record.tools.map((tool) => `${tool.name}:${tool.outcome}`),
      ...(record.usage
        ? { tokens: record.usage.inputTokens + record.usage.outputTokens, cost: record.usage.cost }
        : {}),
      responseTimeMs: record.responseTimeMs,
      outcome: record.outcome,
      caseId: record.caseId,
    });
  }

  async function serve(laneId: string): Promise<void> {
    const lane = await store.acquire(laneId, deps.worker, leaseMs, clock.now());
    if (!lane) return;
    const hold = holdLease(deps, lane);
    const work = serveHeld(lane, hold)
      .catch((error: unknown) => {
        // Nothing to undo: somebody else has it, or the lease runs out and the sweeper rings again.
        if (error instanceof LeaseLost) log.info('lease.lost', { laneId });
        else log.error('lane.abandoned', { laneId, error });
      })
      .finally(hold.end);
    running.add(work);
    await work.finally(() => running.delete(work));
  }

  return {
    serve,
    active: () => running.size,
    drain: async (patienceMs) => {
      const patience = new Promise<void>((resolve) => setTimeout(resolve, patienceMs).unref());
      await Promise.race([Promise.allSettled(running), patience]);
    },
  };
}
