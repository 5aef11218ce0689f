// What a worker does with a lane that it holds: (send what is due, take one turn) → settle, until nothing is due now; where stored
// means sent, a turn that only speaks is committed and settled by one update. One turn at a time per lane, whatever the
// number of instances; a crash anywhere repeats a turn or a send, never half of one.
import type { Clock } from '../core/clock.ts';
import type { Crash } from '../core/crash.ts';
import type { Log } from '../core/log.ts';
import { maskSecrets } from '../core/mask.ts';
import type { Channel } from '../models/channel.ts';
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
import type { CommitRequest } from '../models/lane-requests.ts';
import type { LaneStore } from '../models/lane-store.ts';
import { laneAfterCommit } from '../models/lane-updates.ts';
import type { Settings, SettingsSource } from '../models/settings.ts';
import type { Transcript } from '../models/transcript.ts';
import type { TurnRecord } from '../models/turn.ts';
import type { Flusher } from './flusher.ts';
import type { Hold } from './hold.ts';
import { batchOf, completeItems, factsOf, pendingTurnOf, rowsOfFates, stampTurns } from './lane-steps.ts';
import type { ItemFate, Outbound, Sent } from './outbound.ts';
import { showWork } from './show-work.ts';

export interface LaneDeps {
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

/** Answers with the lane as it was released; null: nothing more is to be done with it here. Throws LeaseLost, or what the store threw. */
export type LaneWork = (held: Lane, hold: Hold) => Promise<Lane | null>;

/** Of what a fault said, for the people who read a dead letter. */
const MOST_DETAIL = 300;

/** What one visit to a lane goes by. */
interface Served {
  hold: Hold;
  settings: Settings;
}

const RETRY_TURN_MS = 250;

/** What a worker does with a lane that it has taken. */
export function createLaneWork(deps: LaneDeps): LaneWork {
  const { store, clock, log, crash, leaseMs } = deps;

  async function serveHeld(held: Lane, hold: Hold): Promise<Lane | null> {
    let lane: Lane | null = held;
    let rounds = 0;
    while (lane?.leaseUntil) {
      hold.follow(lane);
      lane = await round(lane, { hold, settings: deps.settings.current() });
      rounds += 1;
      if (rounds > 1_000) {
        log.error('lane.endless', { laneId: held._id });
        return null; // the lease runs out and the sweeper finds it again
      }
    }
    return lane;
  }

  /** One round: what waits to be sent, then one turn, then what that turn said. */
  async function round(lane: Lane, served: Served): Promise<Lane | null> {
    const isDue = (item: OutboxItem) => !item.notBefore || item.notBefore.getTime() <= clock.nowMs();
    const said = lane.outbox.find((item) => item.kind !== 'effect');
    if (lane.outbox.some((item) => (item === said || item.kind === 'effect') && isDue(item)))
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
      decision = giveUp(handler, lane, entries, settings.tryLimit, new Error('the process ended during this turn'));
    else {
      try {
        decision = await decide(handler, lane, entries, served);
      } catch (error) {
        log.error('turn.failed', { laneId: lane._id, tries: lane.tries, error });
        if (lane.tries < settings.tryLimit) return putOff(lane);
        decision = giveUp(handler, lane, entries, lane.tries, error);
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
    const channel = deps.channels.get(lane.reference.channel);
    const endWork = showWork({ channel, log, progressAfterMs: settings.model.progressAfterMs }, lane, entries);
    try {
      crash('during-turn');
      return await handler.decide(lane, entries, hold.signal);
    } finally {
      endWork();
    }
  }

  /** What people read about it is said in full, for it stands beside the message itself; secrets are taken out as there. */
  function giveUp(handler: LaneHandler, lane: Lane, entries: Entry[], tries: number, cause: unknown): LaneDecision {
    log.error('turn.poison', { laneId: lane._id, tries });
    const decision = handler.giveUp(lane, entries, cause);
    const detail = maskSecrets(cause instanceof Error ? cause.message : String(cause)).slice(0, MOST_DETAIL);
    return decision.deadLetter ? { ...decision, deadLetter: { ...decision.deadLetter, detail, tries } } : decision;
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
    const now = clock.now();
    const items = completeItems(lane, decision, now);
    const turn = pendingTurnOf(entries, decision, served.settings, lane.reference.channel);
    const request: CommitRequest = { lane, entries, decision, items, ...(turn ? { turn } : {}), now };
    crash('before-commit');
    if (isShownByStoring(request)) return conclude(request, served.settings);
    const committed = await store.commit(request);
    if (!committed) return overtaken(lane);
    crash('after-commit');
    if (turn?.settled) logTurn(turn);
    return sendAndSettle(committed, served);
  }

  /** Somebody else holds it; or the owner changed, and the lane as it stands now is ours to go on with at once. */
  function overtaken(lane: Lane): Promise<Lane | null> {
    log.info('turn.overtaken', { laneId: lane._id });
    return store.settle({ lane, gone: [], rows: [], turns: [], leaseMs, now: clock.now(), keepTries: true });
  }

  /** Nothing has to leave this machine for it: no effects, nothing that waits, and a network that reads what is stored. */
  function isShownByStoring({ lane, items }: CommitRequest): boolean {
    const isPlain = (item: OutboxItem) => item.kind === 'send' && item.notBefore === null;
    const { storedIsSent } = deps.channels.get(lane.reference.channel)?.capabilities ?? {};
    return storedIsSent === true && lane.outbox.length === 0 && items.every(isPlain);
  }

  /** Commit, send and settle in one update: what was decided is said by being stored. */
  async function conclude(request: CommitRequest, settings: Settings): Promise<Lane | null> {
    const { lane, items, now } = request;
    const fates = items.map((item): Sent => ({ item, leaves: true, providerId: item.id }));
    const begun = request.turn ? [request.turn] : [];
    const stamped = stampTurns({ ...lane, outbox: items, pendingTurns: begun }, fates, now);
    const turns = stamped.length > 0 ? stamped : begun;
    const rows = rowsOfFates(lane, fates, turns, now);
    const commit = { ...request, items: [], ...(turns[0] ? { turn: turns[0] } : {}) };
    const after = laneAfterCommit(commit);
    const settled = await store.settle({ lane: after, commit, gone: [], rows, turns: [], leaseMs, now });
    if (!settled) return overtaken(lane);
    crash('after-commit');
    for (const item of items) await deps.outbound.noteSent(lane, item, settings);
    return show(settled, rows, turns);
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
        held ||= item.kind !== 'effect';
        continue;
      }
      const fate = await deps.outbound.attempt(lane, item, settings, hold);
      if (!fate.leaves) {
        await store.postpone(lane, fate.item);
        held ||= item.kind !== 'effect';
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
    const rows = rowsOfFates(lane, fates, turns, now);
    const gone = fates.map((fate) => fate.item.id);
    const settled = await store.settle({ lane, gone, rows, turns, leaseMs, now });
    if (!settled) {
      log.info('settle.overtaken', { laneId: lane._id });
      return null;
    }
    return show(settled, rows, turns);
  }

  /** What was said is on its way to screens, records and the transcript. */
  function show(settled: Lane, rows: { key: string }[], turns: PendingTurn[]): Lane {
    crash('after-ack');
    if (rows.length > 0) {
      const keys = new Set(rows.map((row) => row.key));
      deps.onVisible(
        settled._id,
        settled.pendingMessages.filter((row) => keys.has(row.key)),
      );
    }
    for (const turn of turns) if (turn.settled) logTurn(turn);
    deps.flusher.offer(settled);
    return { ...settled, pendingMessages: [], pendingTurns: settled.pendingTurns.filter((turn) => !turn.settled) };
  }

  function logTurn(turn: PendingTurn): void {
    deps.onTurn?.(turn.record);
    log.info('turn.settled', factsOf(turn.record));
  }

  return serveHeld;
}
