// The settings that are in force: the environment's, with the newest stored revision over them. A new revision reaches
// every instance by a doorbell, and by looking again every few seconds when the doorbell is silent. A snapshot never
// changes; whoever holds one finishes on it.
import type { Clock } from '../core/clock.ts';
import type { Config } from '../core/config.ts';
import type { Crash } from '../core/crash.ts';
import { SupportError } from '../core/errors.ts';
import type { Log } from '../core/log.ts';
import type { Bus } from '../models/ports.ts';
import type { Revision, RevisionStore } from '../models/revisions.ts';
import type { Settings, SettingsSource } from '../models/settings.ts';
import { type ChannelPatch, type SettingsValues, valuesSchema } from './schema.ts';
import type { Sealer } from './sealed.ts';
import { type ChannelSetup, patchChannels, resealChannels, type StoredChannels, setupOf } from './stored-channels.ts';

type Stored = Revision<SettingsValues, StoredChannels>;

export interface LiveSettings extends SettingsSource {
  /** Reads the newest revision and goes on with it; called once before the server starts, too. */
  refresh(): Promise<void>;
  start(): void;
  stop(): void;
  /** The environment with the stored channels over it. */
  config(): Config;
  /** The same with the further accounts of each network. */
  setup(): ChannelSetup;
  stored(): { values: SettingsValues; channels: StoredChannels };
  /** Called after a new revision is in force. */
  onChange(listener: Listener): void;
  /** Checks and saves a change on top of `base`. Throws SupportError `settings.conflict` (409) or `settings.invalid` (400). */
  save(change: Change): Promise<number>;
  /** Makes an earlier revision the newest again. Throws as `save` does, and `revision.unknown` (404). */
  rollBack(change: Rollback): Promise<number>;
  /** The configuration as it would be, for trying it out before it counts. */
  preview(channels: ChannelPatch): ChannelSetup;
  /** An earlier revision's channels, for the same; null when there is no such revision. */
  previewOf(revision: number): Promise<{ channels: StoredChannels; setup: ChannelSetup } | null>;
}

type Listener = (settings: Settings, setup: ChannelSetup) => void | Promise<void>;

export interface Change {
  base: number;
  by: string;
  why: string;
  values?: SettingsValues;
  channels?: ChannelPatch;
  /** Takes the place of everything stored, instead of adding to it. */
  replace?: boolean;
}

export interface Rollback extends Pick<Change, 'base' | 'by' | 'why'> {
  to: number;
}

export interface LiveDeps {
  environment: Config;
  first: Settings;
  store: RevisionStore;
  sealer: Sealer;
  bus: Bus;
  instance: string;
  crash: Crash;
  clock: Clock;
  log: Log;
}

const TOPIC = 'settings';
const POLL_MS = 5_000;

export function createLiveSettings(deps: LiveDeps): LiveSettings {
  const { environment, first, store, sealer, clock, log, crash } = deps;
  let values: SettingsValues = {};
  let channels: StoredChannels = {};
  let settings = first;
  let setup: ChannelSetup = { config: environment, accounts: [] };
  /** Who finds a revision when it starts says nothing about how fast it came. */
  let adoptedAt: Date | undefined;
  let hasLooked = false;
  let timer: NodeJS.Timeout | undefined;
  let unsubscribe: (() => void) | undefined;
  let running: Promise<void> = Promise.resolve();
  const listeners: Listener[] = [];
  const rules = { environment, sealer };

  async function look(): Promise<void> {
    const newest = (await store.newest()) as Stored | null;
    if (newest && newest._id > settings.revision) await adopt(newest);
    // The same revision may be sealed under another key by now.
    else if (newest && newest._id === settings.revision) channels = newest.channels ?? {};
    hasLooked = true;
    await store.report(deps.instance, settings.revision, clock.now(), adoptedAt);
  }

  async function adopt(revision: Stored): Promise<void> {
    // Parsed again: a revision of another release may hold what this one does not know.
    const parsed = valuesSchema.safeParse(revision.values);
    if (!parsed.success) {
      log.error('settings.unreadable', { revision: revision._id });
      return;
    }
    crash('before-settings-adopt');
    // Everything that can fail comes first: it is this revision as a whole, or the one before.
    const nextSetup = setupOf(revision.channels ?? {}, rules);
    values = parsed.data;
    channels = revision.channels ?? {};
    settings = snapshotOf(first, values, revision._id);
    setup = nextSetup;
    if (hasLooked) adoptedAt = clock.now();
    log.info('settings.adopted', { revision: revision._id });
    for (const listener of listeners) await listener(settings, setup);
    crash('after-settings-adopt');
  }

  async function save(change: Change): Promise<number> {
    await standOn(change.base);
    const nextValues = valuesSchema.safeParse(change.replace ? (change.values ?? {}) : { ...values, ...change.values });
    if (!nextValues.success)
      throw invalid(nextValues.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
    return add(change, {
      changed: [
        ...Object.keys(change.values ?? {}),
        ...Object.entries(change.channels ?? {}).flatMap(([id, patch]) => [
          ...(patch?.fields || patch?.off !== undefined ? [`channel ${id}`] : []),
          ...Object.keys(patch?.accounts ?? {}).map((account) => `channel ${id}/${account}`),
        ]),
      ],
      values: nextValues.data,
      channels: patchChannels(channels, change.channels ?? {}, rules),
    });
  }

  async function rollBack({ to, ...change }: Rollback): Promise<number> {
    await standOn(change.base);
    const target = to === 1 ? null : ((await store.read(to)) as Stored | null);
    if (to !== 1 && !target)
      throw new SupportError('revision.unknown', 'There is no such revision.', { kind: 'refused', status: 404 });
    const parsed = valuesSchema.parse(target?.values ?? {});
    return add(change, { changed: [`back to revision ${to}`], values: parsed, channels: target?.channels ?? {} });
  }

  /** The number is the document's id: of two who add the same one, one is told. */
  async function add(
    { base, by, why }: Pick<Change, 'base' | 'by' | 'why'>,
    next: Pick<Stored, 'changed' | 'values' | 'channels'>,
  ): Promise<number> {
    setupOf(next.channels, rules); // throws what is wrong with it, by name
    // What this server remembers may be sealed under a key that is on its way out.
    const sealed = resealChannels(next.channels, sealer) ?? next.channels;
    const number = base + 1;
    crash('before-settings-save');
    if (!(await store.add({ _id: number, at: clock.now(), by, why, ...next, channels: sealed }))) throw conflict();
    crash('after-settings-save');
    await refresh();
    deps.bus.publish(TOPIC, String(number));
    return number;
  }

  async function standOn(base: number): Promise<void> {
    if (base !== settings.revision) await refresh();
    if (base !== settings.revision) throw conflict();
  }

  /** One at a time: two looks at once could adopt an older revision after a newer one. */
  function refresh(): Promise<void> {
    running = running.then(look, look);
    return running;
  }

  return {
    current: () => settings,
    config: () => setup.config,
    setup: () => setup,
    stored: () => ({ values, channels }),
    onChange: (listener) => void listeners.push(listener),
    refresh,
    save,
    rollBack,
    preview: (patch) => setupOf(patchChannels(channels, patch, rules), rules),
    previewOf: async (revision) => {
      const found = revision === 1 ? { channels: {} } : ((await store.read(revision)) as Stored | null);
      const earlier = found?.channels ?? {};
      return found && { channels: earlier, setup: setupOf(earlier, rules) };
    },
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
function snapshotOf(first: Settings, values: SettingsValues, revision: number): Settings {
  return Object.freeze({ ...first, ...(values as Partial<Settings>), revision });
}

function conflict(): SupportError {
  return new SupportError('settings.conflict', 'Somebody else has changed the settings meanwhile.', {
    kind: 'refused',
    status: 409,
  });
}

function invalid(message: string): SupportError {
  return new SupportError('settings.invalid', message, { kind: 'refused', status: 400 });
}
