// What can be put in place of the product's own parts, and what a running product offers. Part of the composition root.
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { Channel, Receive } from '../models/channel.ts';
import type { LaneStore } from '../models/lane-store.ts';
import type { SettingsSource } from '../models/settings.ts';
import type { Sweeper } from '../queues/sweeper.ts';

/** Parts that a test, the console or the chaos mutants put in place of ours. */
export interface AppParts {
  clock?: Clock;
  log?: Log;
  settings?: SettingsSource;
  /** Further channels, such as the console. */
  channels?: Channel[];
  /** The one-time link by which the first admin signs in. */
  onFirstLink?: (link: string) => void;
  /** Where the console desk prints its cards. */
  deskOutput?: (text: string) => void;
  wrapStore?(store: LaneStore): LaneStore;
  wrapReceive?(receive: Receive): Receive;
  wrapSweeper?(sweeper: Sweeper): Sweeper;
}

export interface App {
  /** Opens the port (unless ROLE=worker) and begins to serve lanes (unless ROLE=web). */
  start(): Promise<void>;
  /** Stops taking, finishes the lanes in hand, closes everything. */
  stop(): Promise<void>;
  /** Where the server listens, as http://host:port; undefined with ROLE=worker. */
  address(): string | undefined;
  receive: Receive;
  ready(): Promise<{ ok: boolean; reasons: string[] }>;
  /** A one-time link for the first admin; null once there is one. */
  firstAdminLink(): Promise<string | null>;
}

/** `a, b` as a list. */
export function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

export function printLine(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function same<T>(value: T): T {
  return value;
}
