// The open sockets of this instance, and how they hear of new rows: pushed here at once, rung for over the bus from
// other instances, and read again every few seconds in case a bell was lost. In order, by sequence, each once.

import type { Clock } from '../../core/clock.ts';
import type { Log } from '../../core/log.ts';
import type { Progress } from '../../models/channel.ts';
import type { Message } from '../../models/lane.ts';
import type { Bus, TranscriptReader } from '../../models/ports.ts';

/** As much of a WebSocket as is needed; `ws` has it. */
export interface Socket {
  send(text: string): void;
  close(code?: number, reason?: string): void;
  readonly bufferedAmount: number;
}

export interface Sockets {
  /** Adds a socket that has seen everything up to `after`, and sends it the backlog. The result removes it. */
  attach(laneId: string, after: number, socket: Socket): () => void;
  /** Rows became visible on this instance. */
  announce(laneId: string, rows: Message[]): void;
  /** Something that is shown and not kept. */
  announceTyping(laneId: string, progress?: Progress): void;
  closeAll(): void;
  count(): number;
}

export interface SocketsDeps {
  transcript: TranscriptReader;
  bus: Bus;
  clock: Clock;
  log: Log;
  renderFrame(laneId: string, rows: Message[]): string;
  renderTyping(laneId: string, progress?: Progress): string;
}

interface Listener {
  socket: Socket;
  seen: number;
}

const BACKLOG = 500;
const POLL_MS = 5_000;
/** Lanes looked at in one query. */
const POLLED_PER_TICK = 2_000;
/** A client that reads nothing is let go; it comes back with its watermark. */
const MOST_BUFFERED = 4 * 1024 * 1024;

export function createSockets(deps: SocketsDeps): Sockets {
  const lanes = new Map<
    string,
    { listeners: Set<Listener>; checkedMs: number; reading: Promise<void> | null; again: boolean }
  >();

  function push(laneId: string, listener: Listener, rows: Message[]): void {
    const fresh = rows.filter((row) => row.sequence > listener.seen);
    if (fresh.length === 0) return;
    if (listener.socket.bufferedAmount > MOST_BUFFERED) {
      listener.socket.close(1013, 'too slow');
      return;
    }
    listener.seen = fresh.at(-1)!.sequence;
    listener.socket.send(deps.renderFrame(laneId, fresh));
  }

  /** Reads what any socket of the lane has not seen; one read at a time per lane, and one more if it was asked for meanwhile. */
  function catchUp(laneId: string): Promise<void> {
    const lane = lanes.get(laneId);
    if (!lane) return Promise.resolve();
    if (lane.reading) {
      lane.again = true;
      return lane.reading;
    }
    lane.reading = readAll(laneId)
      .catch((error: unknown) => deps.log.warn('stream.unread', { laneId, error }))
      .finally(() => {
        lane.reading = null;
        if (lane.again) {
          lane.again = false;
          void catchUp(laneId);
        }
      });
    return lane.reading;
  }

  async function readAll(laneId: string): Promise<void> {
    for (;;) {
      const lane = lanes.get(laneId);
      if (!lane || lane.listeners.size === 0) return;
      lane.checkedMs = deps.clock.nowMs();
      const from = Math.min(...Array.from(lane.listeners, (listener) => listener.seen));
      const rows = await deps.transcript.readAfter(laneId, from, BACKLOG);
      for (const listener of lane.listeners) push(laneId, listener, rows);
      if (rows.length < BACKLOG) return;
    }
  }

  deps.bus.subscribe('conversation', (id) => {
    const at = id.lastIndexOf('#');
    const laneId = id.slice(0, at);
    const sequence = Number(id.slice(at + 1));
    const lane = lanes.get(laneId);
    if (lane && Array.from(lane.listeners).some((listener) => listener.seen < sequence)) void catchUp(laneId);
  });
  deps.bus.subscribe('typing', (id) => {
    const at = id.lastIndexOf('#');
    const language = id.slice(at + 1);
    showTyping(id.slice(0, at), language ? { language } : undefined);
  });

  function showTyping(laneId: string, progress?: Progress): void {
    for (const { socket } of lanes.get(laneId)?.listeners ?? []) socket.send(deps.renderTyping(laneId, progress));
  }

  /** The net below the bells: one look at many lanes, and a read of those that have something new. */
  async function lookAfterBells(): Promise<void> {
    const nowMs = deps.clock.nowMs();
    const stale = [...lanes.entries()]
      .filter(([, lane]) => lane.checkedMs <= nowMs - POLL_MS)
      .slice(0, POLLED_PER_TICK);
    if (stale.length === 0) return;
    for (const [, lane] of stale) lane.checkedMs = nowMs;
    const newest = await deps.transcript.readNewest(stale.map(([laneId]) => laneId));
    for (const [laneId, lane] of stale) {
      const sequence = newest.get(laneId) ?? 0;
      if (Array.from(lane.listeners).some((listener) => listener.seen < sequence)) void catchUp(laneId);
    }
  }
  const poll = setInterval(() => {
    lookAfterBells().catch((error: unknown) => deps.log.warn('stream.unpolled', { error }));
  }, 1_000);
  poll.unref();

  return {
    attach: (laneId, after, socket) => {
      const listener = { socket, seen: after };
      const lane = lanes.get(laneId) ?? { listeners: new Set<Listener>(), checkedMs: 0, reading: null, again: false };
      lanes.set(laneId, lane);
      lane.listeners.add(listener);
      void catchUp(laneId);
      return () => {
        lane.listeners.delete(listener);
        if (lane.listeners.size === 0) lanes.delete(laneId);
      };
    },
    announce: (laneId, rows) => {
      const last = rows.at(-1);
      if (!last) return;
      const first = rows[0]!.sequence;
      let behind = false;
      for (const listener of lanes.get(laneId)?.listeners ?? []) {
        // A gap means that something before was not seen yet: read it, so that the order holds.
        if (listener.seen + 1 >= first) push(laneId, listener, rows);
        else behind = true;
      }
      if (behind) void catchUp(laneId);
      deps.bus.publish('conversation', `${laneId}#${last.sequence}`);
    },
    announceTyping: (laneId, progress) => {
      showTyping(laneId, progress);
      deps.bus.publish('typing', `${laneId}#${progress?.language ?? ''}`);
    },
    closeAll: () => {
      clearInterval(poll);
      for (const lane of lanes.values()) for (const { socket } of lane.listeners) socket.close(1001, 'going away');
      lanes.clear();
    },
    count: () => Array.from(lanes.values()).reduce((sum, lane) => sum + lane.listeners.size, 0),
  };
}
