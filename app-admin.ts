// What the admin pages stand on, and the watch that raises alerts. Part of the composition root.
import type { Clock } from './core/clock.ts';
import type { Config } from './core/config.ts';
import type { Log } from './core/log.ts';
import type { Metrics } from './core/metrics.ts';
import { createAdminReader } from './models/admin-reader.ts';
import { createAdminStore } from './models/admins.ts';
import { type AlertStore, createAlertStore } from './models/alerts.ts';
import { type BacklogReader, createBacklogReader } from './models/backlog.ts';
import { createCaseReader } from './models/case-reader.ts';
import type { Channel, Receive } from './models/channel.ts';
import type { Database } from './models/database.ts';
import { createNumbers, type NumbersStore } from './models/numbers.ts';
import type { Pace } from './models/pace.ts';
import type { RevisionStore } from './models/revisions.ts';
import type { SettingsSource } from './models/settings.ts';
import type { LiveSettings } from './settings/live.ts';
import { type AdminApi, createAdminApi } from './web/admin-api/index.ts';
import { lookRoutes } from './web/admin-api/look-routes.ts';
import { settingsRoutes } from './web/admin-api/settings-routes.ts';
import { createSignIn, type SignIn } from './web/admin-api/sign-in.ts';

export interface AdminParts {
  config: Config;
  database: Database;
  live: LiveSettings;
  revisions: RevisionStore;
  receive: Receive;
  makeChannels(config: Config): Channel[];
  failing(): Record<string, { code: string; at: Date }>;
  publicUrl(): string;
  ready(): Promise<{ ok: boolean; reasons: string[] }>;
  metrics: Metrics;
  clock: Clock;
  log: Log;
}

export interface Admin {
  api: AdminApi;
  signIn: SignIn;
  alerts: AlertStore;
  numbers: NumbersStore;
  backlog: BacklogReader;
}

export function createAdmin(parts: AdminParts): Admin {
  const { database, clock, log } = parts;
  const store = createAdminStore(database.connection);
  const alerts = createAlertStore(database.connection);
  const numbers = createNumbers(database.models);
  const signIn = createSignIn({ store, clock, log, isSecure: () => parts.publicUrl().startsWith('https://') });
  const routes = [
    ...settingsRoutes({ ...parts, environment: parts.config, store }),
    ...lookRoutes({
      ...parts,
      store,
      alerts,
      numbers,
      reader: createAdminReader(database.models),
      cases: createCaseReader(database.models),
    }),
  ];
  const backlog = createBacklogReader(database.models, clock);
  addGauges(parts, alerts, backlog);
  return { api: createAdminApi(routes, signIn, log), signIn, alerts, numbers, backlog };
}

/** What the store knows, for /metrics. Every instance says the same: rules and dashboards take the maximum. */
function addGauges({ metrics, ready, live, failing }: AdminParts, alerts: AlertStore, backlog: BacklogReader): void {
  metrics.gauge('frontdesk_ready', '1 when this instance can serve', async () => ((await ready()).ok ? 1 : 0));
  metrics.gauge('frontdesk_settings_revision', 'The revision that is in force here', () => live.current().revision);
  metrics.gauge('frontdesk_alerts_open', 'Alerts that are raised', async () => (await alerts.open()).length);
  metrics.gaugeBy('frontdesk_channel_failing', '1 for each channel that refuses us', 'channel', () =>
    Object.fromEntries(['desk', 'slack', 'sms', 'teams', 'web'].map((id) => [id, failing()[id] ? 1 : 0])),
  );
  const counts: [string, string, keyof Awaited<ReturnType<BacklogReader['read']>>][] = [
    ['frontdesk_lanes_due', 'Conversations and cases whose time has come and that nobody works on', 'lanesDue'],
    ['frontdesk_oldest_due_seconds', 'How long the oldest of them waits', 'oldestDueSeconds'],
    ['frontdesk_cases_open', 'Cases that nobody has taken', 'casesOpen'],
    ['frontdesk_cases_overdue', 'Of these, how many are overdue', 'casesOverdue'],
    ['frontdesk_oldest_case_seconds', 'Since the oldest of them was opened', 'oldestCaseSeconds'],
    ['frontdesk_dead_letters', 'Messages that could not be handled and wait for a person', 'deadLetters'],
  ];
  for (const [name, help, key] of counts) metrics.gauge(name, help, async () => (await backlog.read())[key]);
}

const EVERY_MS = 15_000;
const WINDOW_MS = 15 * 60_000;

export interface WatchParts {
  numbers: NumbersStore;
  alerts: AlertStore;
  settings: SettingsSource;
  failing(): Record<string, { code: string; at: Date }>;
  ready(): Promise<{ ok: boolean; reasons: string[] }>;
  pace: Pace;
  clock: Clock;
  log: Log;
}

/** Looks at the numbers every so often, one instance at a time; says once that something is wrong, and once that it is over. */
export function createWatch(parts: WatchParts): { start(): void; stop(): void; look(): Promise<void> } {
  const { alerts, numbers, clock, log } = parts;
  let timer: NodeJS.Timeout | undefined;

  /** Raised above the limit, resolved well below it, so that it does not flutter. */
  async function judge(name: string, value: number, limit: number, text: string): Promise<void> {
    const at = clock.now();
    if (value > limit && (await alerts.raise(name, text, at))) log.warn('alert.raised', { name, value, limit });
    else if (value < limit * 0.8 && (await alerts.resolve(name, at)))
      log.info('alert.resolved', { name, value, limit });
  }

  async function look(): Promise<void> {
    const now = clock.now();
    if ((await parts.pace.take('watch', EVERY_MS - 1_000, now)) > 0) return;
    const limits = parts.settings.current().alerts;
    const query = { from: new Date(now.getTime() - WINDOW_MS), to: now };
    const turns = await numbers.turns(query);
    if (turns.turns >= limits.minimumSample) {
      const percent = (share: number) => `${Math.round(share * 1_000) / 10} %`;
      await judge(
        'response time',
        turns.responseTimeMs.p95,
        limits.responseTimeMs,
        `The slowest answers take ${turns.responseTimeMs.p95} ms (95th percentile of the last 15 minutes).`,
      );
      await judge(
        'error rate',
        turns.errorRate,
        limits.errorRate,
        `${percent(turns.errorRate)} of the answers of the last 15 minutes met a failure.`,
      );
      await judge(
        'escalation rate',
        turns.escalationRate,
        limits.escalationRate,
        `${percent(turns.escalationRate)} of the answers of the last 15 minutes brought in a person.`,
      );
    }
    const cases = await numbers.cases({ from: new Date(now.getTime() - 7 * 86_400_000), to: now });
    await judge('unclaimed cases', cases.overdue, 0.5, `${cases.overdue} cases are overdue and nobody has taken them.`);
    const failing = parts.failing();
    for (const channel of ['slack', 'sms', 'teams', 'desk']) {
      const failure = failing[channel];
      await judge(`channel ${channel}`, failure ? 1 : 0, 0.5, `${channel} refuses us: ${failure?.code ?? ''}.`);
    }
  }

  const quietly = () => void look().catch((error: unknown) => log.warn('watch.failed', { error }));
  return {
    look,
    start: () => {
      timer = setInterval(quietly, EVERY_MS);
    },
    stop: () => clearInterval(timer),
  };
}
