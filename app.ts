// The composition root: the only file that knows every part. It makes the parts, hands them to each other by hand, and
// starts and stops them in order.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createAdmin } from './app/admin.ts';
import { type ChannelParts, createNetworks } from './app/channels.ts';
import { costOfToday, createBackends, createHandlers, createOneTimeCodes } from './app/lanes.ts';
import { type App, type AppParts, listOf, printLine, same } from './app/parts.ts';
import { openPlayground } from './app/playground.ts';
import { keepHealth, reportToDesk } from './app/reports.ts';
import { keepShop } from './app/shop.ts';
import { openStores, readiness } from './app/stores.ts';
import { createTraces } from './app/tracing.ts';
import { atTheDoor } from './bots/at-the-door.ts';
import { createReconciler } from './channels/reconciler.ts';
import { createWebChannel, type WebChannel } from './channels/web/index.ts';
import { systemClock } from './core/clock.ts';
import type { Config } from './core/config.ts';
import { createCrash } from './core/crash.ts';
import { createLog } from './core/log.ts';
import { createMetrics } from './core/metrics.ts';
import { createTracer } from './core/tracing.ts';
import { createAttachmentStore } from './models/attachments.ts';
import { createCaseReader } from './models/case-reader.ts';
import { createCatchUpBook, createKnownMessages } from './models/caught-up.ts';
import type { Channel } from './models/channel.ts';
import { createHealthBook, deskTroubleOf, healthKey } from './models/channel-health.ts';
import { createConsentStore } from './models/consent.ts';
import { createCounters } from './models/counters.ts';
import type { Message } from './models/lane.ts';
import { createLaneStore } from './models/lane-store.ts';
import { createLinkStore } from './models/links.ts';
import { createPace } from './models/pace.ts';
import { createRevisionStore } from './models/revisions.ts';
import { createTranscript } from './models/transcript.ts';
import { createQueueBoard } from './queues/board.ts';
import { createBus } from './queues/bus.ts';
import { createFlusher } from './queues/flusher.ts';
import { createInbound } from './queues/inbound.ts';
import { createLaneRunner } from './queues/lane-runner.ts';
import { createOutbound } from './queues/outbound.ts';
import { createSpill } from './queues/spill.ts';
import { createSweeper } from './queues/sweeper.ts';
import { createWake } from './queues/wake.ts';
import { settingsFromConfig } from './settings/environment.ts';
import { readOrMakeSecret } from './settings/generated-secret.ts';
import { houseKeys } from './settings/house-keys.ts';
import { createLiveSettings } from './settings/live.ts';
import { createSealer } from './settings/sealed.ts';
import type { ChannelSetup } from './settings/stored-channels.ts';
import { createPages } from './web/routes/pages.ts';
import { createWebServer } from './web/server.ts';

export type { App, AppParts } from './app/parts.ts';

const DRAIN_PATIENCE_MS = 8_000;
/** Somebody who wrote within this time may be stepped in on. */
const LIVE_MS = 30 * 60_000;
const PAGES = join(import.meta.dirname, 'dist', 'widget');

/** Makes every part and connects the stores. Throws SupportError when a store does not answer. */
export async function createApp(config: Config, parts: AppParts = {}): Promise<App> {
  const clock = parts.clock ?? systemClock;
  const log = parts.log ?? createLog(config.LOG_LEVEL);
  const crash = createCrash(config.CRASH_AT);
  const { database, redis } = await openStores(config, log);
  const store = (parts.wrapStore ?? same)(createLaneStore(database.models));
  const transcript = createTranscript(database.models, crash);
  const prefix = `frontdesk:${database.connection.name}`;
  const wake = createWake(redis, prefix, log);
  const bus = createBus(redis, prefix);
  const worker = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  const revisions = createRevisionStore(database.connection);
  const live = createLiveSettings({
    environment: config,
    first: settingsFromConfig(config),
    store: revisions,
    sealer: createSealer(houseKeys(config)),
    crash,
    bus,
    instance: worker,
    clock,
    log,
  });
  const settings = parts.settings ?? live;
  await live.refresh();
  const metrics = createMetrics();
  const flusher = createFlusher(transcript, clock, log);
  const channels = new Map<string, Channel>();
  const backends = createBackends(config, database, clock, log);
  const shop = keepShop(database, backends.catalogue, log);
  const laneParts = { config, database, settings, channels, backends, clock, log };
  const codes = createOneTimeCodes(laneParts);
  // The web channel needs the way in, and the way in tells the web channel what became visible.
  let web: WebChannel | undefined;
  const onVisible = (laneId: string, rows: Message[]) => {
    if (laneId.startsWith('web|')) web?.announce(laneId, rows);
    reportToDesk(rows, receive, clock, log);
  };
  const inbound = createInbound({
    store,
    spill: createSpill(join(config.DATA_DIR, 'spill'), crash),
    wake,
    settings,
    clock,
    log,
    crash,
    codes,
    onVisible,
    ...atTheDoor,
  });
  const health = createHealthBook(database.connection, clock);
  const healthKeeper = keepHealth(health, log);
  const tracer = createTracer({ endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT, instance: worker, clock, log });
  const traces = createTraces(tracer, clock);
  const receive = traces.receive(healthKeeper.count((parts.wrapReceive ?? same)(inbound.receive)));
  const attachments = createAttachmentStore(database.connection);
  const publicUrl = () => config.PUBLIC_URL?.replace(/\/+$/, '') ?? address() ?? `http://${config.HOST}:${config.PORT}`;
  web = createWebChannel({
    secret: config.DIRECTLINE_SECRET ?? readOrMakeSecret(config.DATA_DIR, 'directline-secret'),
    publicUrl,
    origins: listOf(config.WEB_ORIGINS),
    ...(config.WEB_IDENTITY_SECRET ? { identitySecret: config.WEB_IDENTITY_SECRET } : {}),
    receive,
    transcript,
    attachments,
    bus,
    clock,
    log,
    messagesPerMinute: config.WEB_MESSAGES_PER_MINUTE,
    showTurns: config.NODE_ENV !== 'production',
  });
  const caseReader = createCaseReader(database.models);
  const pace = createPace(database.connection);
  const networkParts: Omit<ChannelParts, 'config'> = {
    settings,
    receive,
    attachments,
    transcript,
    links: createLinkStore(database.connection),
    known: createKnownMessages(database.models),
    consents: createConsentStore(database.connection),
    counters: createCounters(database.connection),
    publicUrl,
    onReceipt: async (laneId, itemId, delivery, detail) => {
      const isNews = await transcript.receipt(laneId, itemId, delivery, detail);
      const row = isNews ? await transcript.find(laneId, itemId) : null;
      if (row) reportToDesk([row], receive, clock, log);
    },
    pace,
    readCase: caseReader.read,
    listCases: (filter) => caseReader.list(filter, 20),
    listLive: () => caseReader.listLive(new Date(clock.nowMs() - LIVE_MS)),
    linkToFile: web.linkTo,
    deskOutput: parts.deskOutput ?? printLine,
    clock,
    log,
  };
  const makeChannels = (setup: ChannelSetup) => createNetworks({ ...networkParts, ...setup });
  /** Replaces the networks while the server runs; whatever is being sent finishes on the old ones. */
  const connect = (setup: ChannelSetup) => {
    for (const id of ['slack', 'sms', 'teams', 'desk']) channels.delete(id);
    for (const channel of [...makeChannels(setup), ...(parts.channels ?? [])])
      channels.set(channel.id, traces.channel(channel));
  };
  channels.set(web.id, traces.channel(web));
  connect(live.setup());
  live.onChange((_settings, changed) => connect(changed));
  const handlers = traces.handlers(createHandlers(laneParts, codes));
  const outbound = createOutbound({
    channels,
    clock,
    log,
    crash,
    append: store.append,
    ring: wake.ring,
    codes,
    onSend: (channel, outcome, code, accountId) => {
      metrics.countSend(channel, outcome);
      health.note(healthKey(channel, accountId), outcome, code);
    },
  });
  const runner = createLaneRunner({
    store,
    transcript,
    flusher,
    outbound,
    handlers,
    channels,
    settings,
    clock,
    log,
    crash,
    worker,
    leaseMs: config.LANE_LEASE_MS,
    onVisible,
    onTurn: metrics.observeTurn,
  });
  const works = config.ROLE !== 'web';
  const sweeper = (parts.wrapSweeper ?? same)(
    createSweeper({
      store,
      wake,
      flusher,
      replay: inbound.replay,
      ...(works ? { serve: runner.serve } : {}),
      clock,
      log,
    }),
  );
  const reconciler = createReconciler({ channels, book: createCatchUpBook(database.connection), clock, log });
  const ready = () => readiness({ database, redis }, works ? wake.isWorking : undefined);
  const admin = createAdmin({
    config,
    database,
    live,
    revisions,
    receive,
    makeChannels,
    settings,
    channels,
    health,
    pace,
    publicUrl,
    ready,
    metrics,
    ...(config.OPENAI_API_KEY ? { cost: () => costOfToday(database, settings, clock, log) } : {}),
    clock,
    log,
  });
  const server =
    config.ROLE === 'worker'
      ? undefined
      : createWebServer({
          host: config.HOST,
          port: config.PORT,
          proxies: listOf(config.TRUSTED_PROXIES),
          channels,
          web,
          pages: createPages(PAGES),
          health: { ready, deskTrouble: () => deskTroubleOf(health) },
          shopEvents: {
            secret: config.WEB_IDENTITY_SECRET,
            findConversation: caseReader.findConversation,
            receive,
            clock,
          },
          playground: openPlayground(config, database, transcript, codes.inbox, clock),
          admin: { ...admin, queues: createQueueBoard(redis, prefix, '/admin/queues') },
          metrics,
          log,
          clock,
        });
  const address = () => server?.address();

  const firstAdminLink = async () => {
    const token = await admin.signIn.firstLink();
    return token ? `${publicUrl()}/admin#link=${token}` : null;
  };

  return {
    receive,
    ready,
    firstAdminLink,
    address,
    start: async () => {
      await database.createIndexes();
      if (works) await shop.start();
      await server?.listen();
      if (works) wake.work(runner.serve, config.LANE_CONCURRENCY);
      sweeper.start();
      live.start();
      healthKeeper.start();
      tracer.start();
      if (works) admin.watch.start();
      if (works) reconciler.start();
      const link = parts.onFirstLink && config.ROLE !== 'worker' ? await firstAdminLink() : null;
      if (link) parts.onFirstLink?.(link);
      log.info('server.started', { role: config.ROLE, worker });
    },
    stop: async () => {
      admin.watch.stop();
      await reconciler.stop();
      live.stop();
      shop.stop();
      await server?.close();
      await sweeper.stop();
      await wake.pause();
      await runner.drain(DRAIN_PATIENCE_MS);
      await flusher.stop();
      await healthKeeper.stop();
      await tracer.stop();
      await wake.close();
      await redis.close();
      await database.close();
      log.info('server.stopped', { worker });
    },
  };
}
