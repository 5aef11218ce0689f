// A whole lane over the real stores, with a handler that says what it was told: the smallest thing on which the
// promises of the lane can be tested. Every world has its own database.
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../core/clock.ts';
import { systemClock } from '../../core/clock.ts';
import { readConfig } from '../../core/config.ts';
import { type Crash, neverCrash } from '../../core/crash.ts';
import { deriveId } from '../../core/ids.ts';
import { type Log, silentLog } from '../../core/log.ts';
import { type ConversationReference, laneIdOf } from '../../models/activity.ts';
import type { Channel, SendResult } from '../../models/channel.ts';
import { openDatabase } from '../../models/database.ts';
import type { Entry, Lane, LaneDecision, LaneHandler, Message, NewEntry, OutboxItem } from '../../models/lane.ts';
import { createLaneStore, type LaneStore } from '../../models/lane-store.ts';
import type { Settings } from '../../models/settings.ts';
import { createTranscript } from '../../models/transcript.ts';
import { createFlusher } from '../../queues/flusher.ts';
import { createInbound, type Inbound, type InboundDeps } from '../../queues/inbound.ts';
import { createLaneRunner } from '../../queues/lane-runner.ts';
import { createOutbound } from '../../queues/outbound.ts';
import { createSpill } from '../../queues/spill.ts';
import { fixedSettings, settingsFromConfig } from '../../settings/environment.ts';
import { testMongoUri } from './stores.ts';

export interface FakeNetwork extends Channel {
  /** Texts that were accepted, in order. */
  heard: string[];
  /** What the next sends answer; accepted when the list is empty. */
  answers: SendResult[];
  /** Calls of lookup. */
  lookups: string[];
  /** Provider ids by item id, as the provider remembers them. */
  accepted: Map<string, string>;
}

/** A network of its own that does as it is told. */
export function createFakeNetwork(id = 'sms', idempotentSends = false): FakeNetwork {
  const network: FakeNetwork = {
    id,
    capabilities: {
      maxTextLength: 1600,
      markdown: false,
      choices: 'numbers',
      attachments: false,
      typing: false,
      edits: false,
      idempotentSends,
    },
    heard: [],
    answers: [],
    lookups: [],
    accepted: new Map(),
    send: async (_reference, item) => {
      const answer = network.answers.shift();
      if (answer && answer.outcome !== 'accepted') return answer;
      network.heard.push(item.activity?.text ?? '');
      network.accepted.set(item.id, `p-${item.id}`);
      return { outcome: 'accepted', providerId: `p-${item.id}` };
    },
    lookup: async (_reference, item: OutboxItem) => {
      network.lookups.push(item.id);
      return network.accepted.get(item.id) ?? null;
    },
  };
  return network;
}

/** Answers every batch with `echo: <texts joined by +>` and counts what it has heard. */
export function createEchoHandler(): LaneHandler {
  const decide = (lane: Lane, entries: Entry[], prefix: string): LaneDecision => {
    const texts = entries.filter((entry) => entry.kind === 'message').map((entry) => entry.activity.text ?? '');
    const state = { heard: ((lane.state as { heard: number } | null)?.heard ?? 0) + texts.length };
    const head = entries[0]!;
    const activity = {
      type: 'message' as const,
      id: head.key,
      timestamp: head.receivedAt,
      from: { id: 'bot', role: 'bot' as const },
      text: `${prefix}: ${texts.join('+')}`,
    };
    return {
      state,
      outbox: texts.length > 0 ? [{ id: deriveId(lane._id, head.key, 'reply'), kind: 'send', activity }] : [],
    };
  };
  return {
    decide: async (lane, entries) => decide(lane, entries, 'echo'),
    giveUp: (lane, entries) => ({ ...decide(lane, entries, 'sorry'), deadLetter: { reason: 'poison', cause: 'test' } }),
  };
}

export async function createLaneWorld(
  options: {
    handler?: LaneHandler;
    network?: FakeNetwork;
    clock?: Clock;
    log?: Log;
    crash?: Crash;
    settings?: Partial<Settings>;
    wrapStore?: (store: LaneStore) => LaneStore;
  } = {},
) {
  const database = await openDatabase({ uri: testMongoUri(`lane_${randomUUID().slice(0, 8)}`) });
  const clock = options.clock ?? systemClock;
  const crash = options.crash ?? neverCrash;
  const log = options.log ?? silentLog;
  const network = options.network ?? createFakeNetwork();
  const handler = options.handler ?? createEchoHandler();
  const store = (options.wrapStore ?? ((own) => own))(createLaneStore(database.models));
  const transcript = createTranscript(database.models, crash);
  const flusher = createFlusher(transcript, clock, log);
  const channels = new Map<string, Channel>([[network.id, network]]);
  const settings = fixedSettings({
    ...settingsFromConfig(readConfig({ NODE_ENV: 'test' })),
    quietWindowMs: { default: 0 },
    ...options.settings,
  });
  const visible: Message[] = [];
  const outbound = createOutbound({ channels, clock, log, crash, append: store.append, ring: async () => undefined });
  const newRunner = (worker: string, leaseMs = 5_000) =>
    createLaneRunner({
      store,
      transcript,
      flusher,
      outbound,
      handlers: { conversation: handler, case: handler },
      channels,
      settings,
      clock,
      log,
      crash,
      worker,
      leaseMs,
      onVisible: (_laneId, rows) => visible.push(...rows),
    });
  const reference: ConversationReference = {
    channel: network.id,
    accountId: 'default',
    nativeId: 'c1',
    customer: { id: 'u1' },
  };
  const laneId = laneIdOf(reference);
  let count = 0;
  const nextKey = () => {
    count += 1;
    return `m${count}`;
  };
  const entry = (text: string, key = nextKey()): NewEntry => ({
    key,
    kind: 'message',
    receivedAt: clock.now(),
    activity: { type: 'message', id: key, timestamp: clock.now(), from: { id: 'u1', role: 'user' }, text },
  });
  const say = (text: string, key?: string) =>
    store.append({
      laneId,
      laneKind: 'conversation',
      reference,
      entry: entry(text, key),
      quietWindowMs: 0,
      now: clock.now(),
    });
  return {
    database,
    store,
    transcript,
    flusher,
    network,
    reference,
    laneId,
    visible,
    settings,
    outbound,
    entry,
    say,
    newRunner,
    runner: newRunner('w1'),
    read: async () => (await store.read(laneId))!,
    close: async () => {
      await flusher.stop();
      await database.connection.dropDatabase();
      await database.close();
    },
  };
}

export type LaneWorld = Awaited<ReturnType<typeof createLaneWorld>>;

/** The way in, over the world's store and a spill in `folder`. */
export function inboundOf(world: LaneWorld, folder: string, more: Partial<InboundDeps> = {}): Inbound {
  return createInbound({
    store: world.store,
    spill: createSpill(folder, neverCrash),
    wake: { ring: async () => undefined } as never,
    settings: world.settings,
    clock: systemClock,
    log: silentLog,
    crash: neverCrash,
    floodNotice: (_reference, entry) => entry.activity,
    onVisible: () => undefined,
    ...more,
  });
}
