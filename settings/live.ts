// The settings that are in force: the environment's, with the newest stored revision over them. A new revision reaches
// every instance by a doorbell, and by looking again every few seconds when the doorbell is silent. A snapshot never
// changes; whoever holds one finishes on it.
import type { Clock } from '../core/clock.ts';
import { type Config, readConfig } from '../core/config.ts';
import { SupportError } from '../core/errors.ts';
import type { Log } from '../core/log.ts';
import type { Bus } from '../models/ports.ts';
import type { Revision, RevisionStore } from '../models/revisions.ts';
import type { Settings, SettingsSource } from '../models/settings.ts';
import {
  CHANNEL_FIELDS,
  CHANNEL_IDS,
  type ChannelId,
  type ChannelPatch,
  isSecretField,
  type SettingsValues,
  valuesSchema,
} from './schema.ts';
import type { Sealed, Sealer } from './sealed.ts';

export interface StoredChannel {
  off?: boolean;
  fields: Record<string, string | Sealed>;
}
export type StoredChannels = Partial<Record<ChannelId, StoredChannel>>;
type Stored = Revision<SettingsValues, StoredChannels>;

export interface LiveSettings extends SettingsSource {
  /** Reads the newest revision and goes on with it; called once before the server starts, too. */
  refresh(): Promise<void>;
  start(): void;
  stop(): void;
  /** The environment with the stored channels over it. */
  config(): Config;
  stored(): { values: SettingsValues; channels: StoredChannels };
  /** Called after a new revision is in force. */
  onChange(listener: (settings: Settings, config: Config) => void | Promise<void>): void;
  /** Checks and saves a change on top of `base`. Throws SupportError `settings.conflict` (409) or `settings.invalid` (400). */
  save(change: Change): Promise<number>;
  /** The configuration as it would be, for trying it out before it counts. */
  preview(channels: ChannelPatch): Config;
}

export interface Change {
  base: number;
  by: string;
  why: string;
  values?: SettingsValues;
  channels?: ChannelPatch;
  /** Takes the place of everything stored, instead of adding to it. */
  replace?: boolean;
}

export interface LiveDeps {
  environment: Config;
  first: Settings;
  store: RevisionStore;
  sealer: Sealer;
  bus: Bus;
  instance: string;
  clock: Clock;
  log: Log;
}

const TOPIC = 'settings';
const POLL_MS = 5_000;

export function createLiveSettings(deps: LiveDeps): LiveSettings {
  const { environment, first, store, sealer, clock, log } = deps;
  let values: SettingsValues = {};
  let channels: StoredChannels = {};
  let settings = first;
  let config = environment;
  let timer: NodeJS.Timeout | undefined;
  let unsubscribe: (() => void) | undefined;
  let running: Promise<void> = Promise.resolve();
  const listeners: ((settings: Settings, config: Config) => void | Promise<void>)[] = [];

  async function look(): Promise<void> {
    const newest = (await store.newest()) as Stored | null;
    if (newest && newest._id > settings.revision) await adopt(newest);
    await store.report(deps.instance, settings.revision, clock.now());
  }

  async function adopt(revision: Stored): Promise<void> {
    // Parsed again: a revision of another release may hold what this one does not know.
    const parsed = valuesSchema.safeParse(revision.values);
    if (!parsed.success) {
      log.error('settings.unreadable', { revision: revision._id });
      return;
    }
    values = parsed.data;
    channels = revision.channels ?? {};
    settings = snapshotOf(first, values, revision._id);
    config = configOf(channels);
    log.info('settings.adopted', { revision: revision._id });
    for (const listener of listeners) await listener(settings, config);
  }

  /** The environment wins where it says something: it is a lock. */
  function configOf(stored: StoredChannels): Config {
    const extra: Record<string, string> = {};
    for (const id of CHANNEL_IDS) {
      const channel = stored[id];
      if (!channel || channel.off) continue;
      for (const [name, value] of Object.entries(channel.fields)) {
        if (environment[name as keyof Config] !== undefined) continue;
        extra[name] = typeof value === 'string' ? value : sealer.open(name, value).reveal();
      }
    }
    if (Object.keys(extra).length === 0) return environment;
    return readConfig({ ...plainOf(environment), ...extra });
  }

  function patched(patch: ChannelPatch): StoredChannels {
    const next: StoredChannels = structuredClone(channels);
    for (const [id, change] of Object.entries(patch) as [ChannelId, NonNullable<ChannelPatch[ChannelId]>][]) {
      const known = next[id] ?? { fields: {} };
      for (const [name, value] of Object.entries(change.fields ?? {})) {
        if (!(CHANNEL_FIELDS[id] as readonly string[]).includes(name)) throw invalid(`${name} is not a field of ${id}`);
        if (environment[name as keyof Config] !== undefined)
          throw invalid(`${name} is set by the environment, which is a lock`);
        if (value === null || value === '') delete known.fields[name];
        else known.fields[name] = isSecretField(name) ? sealer.seal(name, value) : value;
      }
      if (change.off !== undefined) known.off = change.off;
      next[id] = known;
    }
    return next;
  }

  async function save(change: Change): Promise<number> {
    if (change.base !== settings.revision) await look();
    if (change.base !== settings.revision)
      throw new SupportError('settings.conflict', 'Somebody else has changed the settings meanwhile.', {
        kind: 'refused',
        status: 409,
      });
    const nextValues = valuesSchema.safeParse(change.replace ? (change.values ?? {}) : { ...values, ...change.values });
    if (!nextValues.success)
      throw invalid(nextValues.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
    const nextChannels = patched(change.channels ?? {});
    configOf(nextChannels); // throws what is wrong with it, by name
    const number = change.base + 1;
    const changed = [
      ...Object.keys(change.values ?? {}),
      ...Object.keys(change.channels ?? {}).map((id) => `channel ${id}`),
    ];
    const isOurs = await store.add({
      _id: number,
      at: clock.now(),
      by: change.by,
      why: change.why,
      changed,
      values: nextValues.data,
      channels: nextChannels,
    });
    if (!isOurs)
      throw new SupportError('settings.conflict', 'Somebody else has changed the settings meanwhile.', {
        kind: 'refused',
        status: 409,
      });
    await refresh();
    deps.bus.publish(TOPIC, String(number));
    return number;
  }

  /** One at a time: two looks at once could adopt an older revision after a newer one. */
  function refresh(): Promise<void> {
    running = running.then(look, look);
    return running;
  }

  return {
    current: () => settings,
    config: () => config,
    stored: () => ({ values, channels }),
    onChange: (listener) => void listeners.push(listener),
    refresh,
    save,
    preview: (patch) => configOf(patched(patch)),
    start: () => {
      const quietly = () => void refresh().catch((error: unknown) => log.warn('settings.unread', { error }));
      unsubscribe = deps.bus.subscribe(TOPIC, quietly);
      timer = setInterval(quietly, POLL_MS);
    },
    stop: () => {
      clearInterval(timer);
      unsubscribe?.();
    },
  };
}

/** One immutable snapshot: every value that is stored replaces the environment's as a whole. */
export function snapshotOf(first: Settings, values: SettingsValues, revision: number): Settings {
  return Object.freeze({ ...first, ...(values as Partial<Settings>), revision });
}

function plainOf(environment: Config): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) continue;
    plain[name] = typeof value === 'object' ? value.reveal() : String(value);
  }
  return plain;
}

function invalid(message: string): SupportError {
  return new SupportError('settings.invalid', message, { kind: 'refused', status: 400 });
}
