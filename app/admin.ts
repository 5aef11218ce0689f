// What the admin pages and the alerts stand on. Part of the composition root.

import evaluation from '../agents/classifier/evaluation.json' with { type: 'json' };
import { topicOf } from '../agents/topics.ts';
import { createSlackClient } from '../channels/slack/client.ts';
import { createDeskPeople } from '../channels/slack/desk/people.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import type { Config } from '../core/config.ts';
import type { Log } from '../core/log.ts';
import type { Metrics } from '../core/metrics.ts';
import { createAdminReader } from '../models/admin-reader.ts';
import { createAdminStore } from '../models/admins.ts';
import { createTurnFacts } from '../models/alert-facts.ts';
import type { Facts } from '../models/alert-rules.ts';
import { type AlertStore, createAlertStore } from '../models/alerts.ts';
import { createArticleStore } from '../models/articles.ts';
import { type BacklogReader, createBacklogReader } from '../models/backlog.ts';
import { createCaseReader } from '../models/case-reader.ts';
import type { Channel, Receive } from '../models/channel.ts';
import { type HealthBook, healthKey, plainError } from '../models/channel-health.ts';
import type { Database } from '../models/database.ts';
import { createErasure, type Erasure } from '../models/erasure.ts';
import { createNumbers } from '../models/numbers.ts';
import type { Pace } from '../models/pace.ts';
import type { RevisionStore } from '../models/revisions.ts';
import { createRollups, type Rollups } from '../models/rollups.ts';
import { type OpenRows, rowsOf } from '../models/rows.ts';
import type { SettingsSource } from '../models/settings.ts';
import type { StoredArticle } from '../models/shop/support.ts';
import { createUnansweredReader } from '../models/unanswered.ts';
import type { LiveSettings } from '../settings/live.ts';
import type { ChannelSetup } from '../settings/stored-channels.ts';
import { createMongoKnowledge } from '../tools/backends/mongo/knowledge.ts';
import { judgeChecks } from '../web/admin-api/channel-check.ts';
import { type AdminApi, createAdminApi } from '../web/admin-api/index.ts';
import { oidcRoutes } from '../web/admin-api/oidc.ts';
import { createReadings } from '../web/admin-api/readings.ts';
import { alertRoutes } from '../web/admin-api/routes/alerts.ts';
import { conversationRoutes } from '../web/admin-api/routes/conversations.ts';
import { customerRoutes } from '../web/admin-api/routes/customers.ts';
import { deadLetterRoutes } from '../web/admin-api/routes/dead-letters.ts';
import { knowledgeRoutes } from '../web/admin-api/routes/knowledge.ts';
import { numberRoutes } from '../web/admin-api/routes/numbers.ts';
import { overviewRoutes } from '../web/admin-api/routes/overview.ts';
import { peopleRoutes } from '../web/admin-api/routes/people.ts';
import { revisionRoutes } from '../web/admin-api/routes/revisions.ts';
import { settingsRoutes } from '../web/admin-api/routes/settings.ts';
import { createSignIn, type SignIn } from '../web/admin-api/sign-in.ts';
import { alertPlaces, createWatch, tryPlaces, type Watch } from './watch.ts';

export interface AdminParts {
  config: Config;
  database: Database;
  live: LiveSettings;
  revisions: RevisionStore;
  receive: Receive;
  makeChannels(setup: ChannelSetup): Channel[];
  settings: SettingsSource;
  /** Those that are on. */
  channels: ReadonlyMap<string, Channel>;
  health: HealthBook;
  pace: Pace;
  /** What models cost today; left out while nobody counts. */
  cost?(): Promise<Facts['cost']>;
  publicUrl(): string;
  ready(): Promise<{ ok: boolean; reasons: string[] }>;
  metrics: Metrics;
  clock: Clock;
  log: Log;
}

export interface Admin {
  api: AdminApi;
  signIn: SignIn;
  watch: Watch;
}

export function createAdmin(parts: AdminParts): Admin {
  const { database, clock, log } = parts;
  const store = createAdminStore(database.connection);
  const alerts = createAlertStore(database.connection);
  const rollups = createRollups(database.models, clock);
  const numbers = createNumbers(database.models, rollups);
  const adminUrl = () => `${parts.publicUrl()}/admin`;
  const erasure = createErasure(database.models, clock);
  const signIn = createSignIn({ store, clock, log, isSecure: () => parts.publicUrl().startsWith('https://') });
  const { openSession } = signIn;
  const settingsDeps = {
    ...parts,
    tryAlerts: (config: Config) => tryPlaces(alertPlaces(config, adminUrl(), clock, []), clock),
    health: parts.health.list,
    judge: parts.health.judge,
    environment: parts.config,
    store,
  };
  const reader = createAdminReader(database.models);
  const cases = createCaseReader(database.models);
  const noteReading = createReadings(store, clock);
  const lookDeps = { ...parts, store, alerts, numbers, evaluation, reader, cases, noteReading };
  const routes = [
    ...oidcRoutes({
      config: parts.config,
      store,
      publicUrl: parts.publicUrl,
      ...deskReaders(parts.config),
      openSession,
      clock,
      log,
    }),
    ...settingsRoutes(settingsDeps),
    ...revisionRoutes(settingsDeps),
    ...overviewRoutes(lookDeps),
    ...conversationRoutes(lookDeps),
    ...deadLetterRoutes(lookDeps),
    ...numberRoutes(lookDeps),
    ...alertRoutes(lookDeps),
    ...peopleRoutes({ store, newLink: signIn.newLink, clock }),
    ...customerRoutes({ store, erasure, clock }),
    ...knowledgeRoutes({
      store,
      articles: createArticleStore(database.connection),
      unanswered: createUnansweredReader(database.models),
      tryQuestion: (question, drafts) => tryKnowledge(rowsOf(database.connection), drafts, question, clock),
      clock,
    }),
  ];
  const backlog = createBacklogReader(database.models, clock);
  addGauges(parts, alerts, backlog);
  const retain = createRetention(erasure, parts);
  const probe = createProbe(parts);
  const watch = createWatch({
    besides: async () => {
      await rollups.keep();
      await retain();
      await probe();
    },
    alerts,
    facts: createFacts(parts, backlog, rollups),
    places: () => alertPlaces(parts.live.config(), adminUrl(), clock, keepersOf(parts.settings)),
    settings: parts.settings,
    pace: parts.pace,
    clock,
    log,
  });
  return { api: createAdminApi(routes, signIn, clock, log), signIn, watch };
}

/** With «Sign in with Slack», whoever is of the desk may read what its cards link to. */
function deskReaders(config: Config): { isOfDesk?(slackUserId: string): Promise<boolean> } {
  const { SLACK_BOT_TOKEN: token, SLACK_DESK_GROUP: group, SLACK_API_URL: apiUrl, OIDC_ISSUER: issuer } = config;
  const own = ['https://slack.com', ...(apiUrl ? [new URL(apiUrl).origin] : [])];
  if (!token || !group || !issuer || !own.includes(new URL(issuer).origin)) return {};
  const client = createSlackClient({ token: token.reveal(), ...(apiUrl ? { apiUrl } : {}) });
  return { isOfDesk: createDeskPeople(client, group, systemClock).mayAct };
}

/** Who is told when the desk cannot be reached: its leads, else who is on call. */
function keepersOf(settings: SettingsSource): string[] {
  const { leads, onCall } = settings.current().desk;
  return leads.length > 0 ? leads : onCall;
}

/** What the store knows, for /metrics. Every instance says the same: rules and dashboards take the maximum. */
function addGauges(parts: AdminParts, alerts: AlertStore, backlog: BacklogReader): void {
  const { metrics, ready, live } = parts;
  metrics.gauge('frontdesk_ready', '1 when this instance can serve', async () => ((await ready()).ok ? 1 : 0));
  metrics.gauge('frontdesk_settings_revision', 'The revision that is in force here', () => live.current().revision);
  metrics.gauge('frontdesk_alerts_open', 'Alerts that are raised', async () => (await alerts.open()).length);
  metrics.gaugeBy('frontdesk_channel_failing', '1 for each channel that refuses us', 'channel', () =>
    Object.fromEntries(channelKeys(parts).map((key) => [key, parts.health.failing()[key] ? 1 : 0])),
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

/** What the watch judges: turns, channels, cases, dead letters and money, as they are now. */
function createFacts(parts: AdminParts, backlog: BacklogReader, rollups: Rollups): () => Promise<Facts> {
  const turnFacts = createTurnFacts(parts.database.models, rollups);
  return async () => {
    const { windowMinutes } = parts.settings.current().alerts;
    const [turns, waiting] = await Promise.all([turnFacts.read(parts.clock.now(), windowMinutes), backlog.read()]);
    const failing = parts.health.failing();
    return {
      ...turns,
      channels: Object.fromEntries(
        channelKeys(parts).map((key) => [key, failing[key] ? plainError(failing[key].code) : null]),
      ),
      casesOverdue: waiting.casesOverdue,
      deadLetters: waiting.freshDeadLetters,
      cost: (await parts.cost?.()) ?? null,
    };
  };
}

/** Every channel that is on, and every further account of one. */
function channelKeys({ channels, live }: AdminParts): string[] {
  return [...channels.keys(), ...live.setup().accounts.map((one) => healthKey(one.channel, one.accountId))];
}

const PROBE_EVERY_MS = 60_000;

/** Tries the credentials of every account now and then, so that a revoked one is known before a customer waits for it. */
function createProbe({ live, makeChannels, health, pace, clock }: AdminParts): () => Promise<void> {
  const begun = clock.nowMs();
  return async () => {
    // A server that has just started has other things to do.
    if (clock.nowMs() - begun < PROBE_EVERY_MS) return;
    if ((await pace.take('probe', PROBE_EVERY_MS, clock.now())) > 0) return;
    const { config, accounts } = live.setup();
    const own = makeChannels({ config, accounts: [] }).map((channel) => ({ key: channel.id, channel }));
    const further = accounts.flatMap((one) => {
      const channel = makeChannels({ config: one.config, accounts: [] }).find(({ id }) => id === one.channel);
      return channel ? [{ key: healthKey(one.channel, one.accountId), channel }] : [];
    });
    for (const { key, channel } of [...own, ...further])
      judgeChecks(health.judge, key, (await channel.check?.()) ?? []);
  };
}

const RETENTION_EVERY_MS = 60_000;
const MOST_AT_ONCE = 100;
const DAY_MS = 86_400_000;

/** Takes away what is older than it may be, a little every minute, on one instance at a time. */
function createRetention(erasure: Erasure, { settings, pace, clock, log }: AdminParts): () => Promise<void> {
  return async () => {
    const { retentionDays } = settings.current();
    if (retentionDays === null || (await pace.take('retention', RETENTION_EVERY_MS, clock.now())) > 0) return;
    const before = new Date(clock.nowMs() - retentionDays * DAY_MS);
    const conversations = await erasure.eraseOlder(before, MOST_AT_ONCE);
    if (conversations > 0) log.info('retention.erased', { conversations });
  };
}

const MOST_FOUND = 3;

/** The bot's own search over the published articles, with drafts in their place. */
async function tryKnowledge(open: OpenRows, drafts: StoredArticle[], question: string, clock: Clock) {
  const stored = await open<StoredArticle>('shop_articles').find({}).limit(5_000).toArray();
  const all = [...new Map([...stored, ...drafts].map((article) => [article._id, article])).values()];
  const found = { sort: () => found, limit: () => found, toArray: async () => all };
  const openDrafts = (() => ({ find: () => found })) as unknown as OpenRows;
  const topic = topicOf(question);
  const articles = await createMongoKnowledge(openDrafts, clock).searchArticles(question, {
    limit: MOST_FOUND,
    ...(topic ? { topic } : {}),
  });
  return articles.map(({ id, title, body }) => ({ id, title, body }));
}
