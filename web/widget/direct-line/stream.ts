// Keeps a conversation's activities coming: a socket while one can be had, reading over HTTP where sockets are blocked,
// and patient reconnecting in between. Whatever happens, nothing after the last watermark is left out.
import { ChatError } from './chat-error.ts';
import type { ActivitySet } from './wire.ts';

export type Connection = 'idle' | 'connecting' | 'online' | 'reconnecting' | 'ended';

export interface StreamParts {
  /** A fresh stream address, from which everything after the watermark is replayed. */
  openAddress(): Promise<string>;
  /** Reads what came after the watermark over HTTP and hands it to `receive`. */
  catchUp(): Promise<void>;
  receive(frame: ActivitySet): void;
  changed(connection: Connection): void;
  /** The token was refused or the conversation is gone. */
  lost(error: ChatError): void;
}

export interface Stream {
  /** Connects, or does nothing when it is at it. */
  start(): void;
  stop(): void;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** Less than the idle limit of common proxies (60 s). */
const PING_EVERY_MS = 25_000;
/** Sockets that never opened although HTTP works: after so many, read over HTTP instead. */
const BLOCKED_AFTER = 2;
const READ_EVERY_MS = 3_000;

export function createStream(parts: StreamParts): Stream {
  let running = false;
  // Counts starts, so that a call that outlives its own run connects nothing.
  let run = 0;
  let socket: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ping: ReturnType<typeof setInterval> | undefined;
  let failures = 0;
  let blocked = 0;

  async function connect(): Promise<void> {
    timer = undefined;
    const mine = run;
    try {
      if (blocked >= BLOCKED_AFTER) {
        await parts.catchUp();
        if (mine !== run) return;
        parts.changed('online');
        failures = 0;
        // Every twentieth read a socket is tried again.
        if (++blocked < BLOCKED_AFTER + 20) return later(READ_EVERY_MS);
        blocked = BLOCKED_AFTER - 1;
      }
      const url = await parts.openAddress();
      if (mine === run) listen(new WebSocket(url));
    } catch (error) {
      if (mine === run) failed(error);
    }
  }

  function listen(next: WebSocket): void {
    let opened = false;
    socket = next;
    next.onopen = () => {
      opened = true;
      failures = 0;
      blocked = 0;
      parts.changed('online');
      ping = setInterval(() => next.send(''), PING_EVERY_MS);
    };
    next.onmessage = (event) => {
      if (typeof event.data === 'string' && event.data !== '') parts.receive(JSON.parse(event.data) as ActivitySet);
    };
    next.onclose = () => {
      if (socket !== next) return;
      drop();
      if (!opened) blocked += 1;
      failed();
    };
  }

  function drop(): void {
    clearInterval(ping);
    const old = socket;
    socket = undefined;
    if (old) {
      old.onclose = null;
      old.close();
    }
  }

  function failed(error?: unknown): void {
    if (!running) return;
    if (error instanceof ChatError && (error.kind === 'expired' || error.kind === 'ended')) {
      stop();
      parts.lost(error);
      return;
    }
    // An HTTP call that fails too says nothing about sockets being blocked.
    if (error) blocked = Math.min(blocked, BLOCKED_AFTER - 1);
    parts.changed('reconnecting');
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures++);
    later(wait * (0.75 + Math.random() / 2));
  }

  function later(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void connect(), ms);
  }

  /** The network is back or the tab is looked at again: do not wait for the timer, and miss nothing. */
  function hurry(): void {
    if (!running || document.visibilityState === 'hidden') return;
    if (socket?.readyState === WebSocket.OPEN) parts.catchUp().catch(() => reopen());
    else if (!socket && timer !== undefined) reopen();
  }

  function reopen(): void {
    if (!running) return;
    drop();
    failures = 0;
    later(0);
  }

  function start(): void {
    if (running) return;
    running = true;
    run += 1;
    parts.changed('connecting');
    addEventListener('online', hurry);
    document.addEventListener('visibilitychange', hurry);
    void connect();
  }

  function stop(): void {
    running = false;
    run += 1;
    clearTimeout(timer);
    timer = undefined;
    drop();
    removeEventListener('online', hurry);
    document.removeEventListener('visibilitychange', hurry);
  }

  return { start, stop };
}
