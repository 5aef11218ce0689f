// What the two kinds of lane do with their entries: the bot for conversations, the desk for cases, with all that they
// stand on. Part of the composition root.
import { createClassifier } from '../agents/classifier/index.ts';
import { createAgents } from '../agents/index.ts';
import { createModels } from '../agents/model.ts';
import { createRunner } from '../agents/runner.ts';
import { createModelClassifier } from '../agents/running/model-classifier.ts';
import { createSpending } from '../agents/running/spending.ts';
import { createTranslator } from '../agents/translator.ts';
import { createSupportBot } from '../bots/support-bot.ts';
import { createCaseDesk } from '../cases/case-desk.ts';
import { createCasePort } from '../cases/due.ts';
import { createOutlook } from '../cases/outlook.ts';
import type { Clock } from '../core/clock.ts';
import type { Config } from '../core/config.ts';
import type { Log } from '../core/log.ts';
import { createCaseReader } from '../models/case-reader.ts';
import type { Channel } from '../models/channel.ts';
import { createCounters } from '../models/counters.ts';
import type { Database } from '../models/database.ts';
import type { LaneHandler, LaneKind } from '../models/lane.ts';
import { createCodeStore, indexCodes } from '../models/one-time-codes.ts';
import type { CodePort, CodeSender } from '../models/ports.ts';
import { rowsOf } from '../models/rows.ts';
import type { SettingsSource } from '../models/settings.ts';
import { createWhereabouts } from '../models/whereabouts.ts';
import { readOrMakeSecret } from '../settings/generated-secret.ts';
import { type Codes, createCodes } from '../tools/backends/codes/delivery.ts';
import { createMailSender, demoSender } from '../tools/backends/codes/senders.ts';
import { guardBackends } from '../tools/backends/guarded.ts';
import { createHttpBackends } from '../tools/backends/http/index.ts';
import { createIdentity } from '../tools/backends/identity.ts';
import { createMongoBackends } from '../tools/backends/mongo/index.ts';
import { type Backends, createTools } from '../tools/index.ts';
import { listOf } from './parts.ts';

/** What conversations, cases and one-time codes stand on. */
export interface LaneParts {
  config: Config;
  database: Database;
  settings: SettingsSource;
  channels: ReadonlyMap<string, Channel>;
  backends: Backends;
  clock: Clock;
  log: Log;
}

/** One-time codes, with what sends them at this moment. */
export function createOneTimeCodes({ config, database, settings, channels, backends, clock }: LaneParts): Codes {
  const open = rowsOf(database.connection);
  indexCodes(database.connection);
  const mail = config.SMTP_URL && config.SMTP_FROM ? createMailSender(config.SMTP_URL, config.SMTP_FROM) : undefined;
  const isDemo = config.NODE_ENV !== 'production';
  const texts: CodeSender = {
    name: 'sms',
    send: async ({ to, text }) =>
      (await channels.get('sms')?.sendCode?.(to, text, settings.current())) ?? {
        outcome: 'refused',
        code: 'channel.off',
        permanent: false,
      },
  };
  return createCodes({
    key: config.DIRECTLINE_SECRET ?? readOrMakeSecret(config.DATA_DIR, 'directline-secret'),
    store: createCodeStore(open, clock),
    shop: backends.shop,
    senders: () => {
      const email = mail ?? (isDemo ? demoSender : undefined);
      // The customers of the playground have no phone but the inbox.
      const hasSms = channels.get('sms')?.sendCode !== undefined && !config.PLAYGROUND_URL;
      const phone = hasSms ? texts : isDemo ? demoSender : undefined;
      return { ...(email ? { email } : {}), ...(phone ? { phone } : {}) };
    },
    clock,
  });
}

/** What the two kinds of lane do with their entries. */
export function createHandlers(
  { config, database, settings, channels, backends, clock, log }: LaneParts,
  codes: CodePort,
): Record<LaneKind, LaneHandler> {
  const open = rowsOf(database.connection);
  const tools = createTools(backends);
  const agents = createAgents(tools);
  const models = createModels(config);
  const spending = createSpending(createCounters(database.connection), clock, log);
  const runner = createRunner({ models, spending, clock, log });
  const { ahead, readQueue } = createCaseReader(database.models);
  const casePort = createCasePort(settings, { ahead, outlook: createOutlook(readQueue, clock, log) });
  return {
    conversation: createSupportBot({
      classify: createClassifier().classify,
      agents,
      runner,
      settings,
      casePort,
      ...(models ? { readsLanguages: true, understand: createModelClassifier({ models, spending, clock, log }) } : {}),
      identity: {
        ...createIdentity(backends.shop, open, clock),
        recognise: (address) => backends.shop.recogniseCustomer(address),
        addressOf: async (reference) => (await channels.get(reference.channel)?.findAddress?.(reference)) ?? null,
        listOthers: createWhereabouts(database.models).listOthers,
      },
      codes,
      showTurns: config.NODE_ENV !== 'production',
      clock,
      log,
    }),
    case: createCaseDesk({
      clock,
      settings,
      ...(models ? { translate: createTranslator({ models, settings, spending, clock, log }) } : {}),
    }),
  };
}

/** What tools and one-time codes ask, made once: one breaker a backend, whoever asks it. */
export function createBackends(config: Config, database: Database, clock: Clock, log: Log): Backends {
  return guardBackends(openBackends(config, database, clock), { clock, log });
}

/** Our own MongoDB, and the shop's own systems for whatever stands there. */
function openBackends(config: Config, database: Database, clock: Clock): Backends {
  const own = createMongoBackends(rowsOf(database.connection), clock);
  const { SHOP_API_URL: url, SHOP_API_KEY: secret, SHOP_API_PORTS: ports } = config;
  if (!url || !secret) return own;
  const theirs = createHttpBackends({ url, secret });
  if (!ports) return theirs;
  return { ...own, ...Object.fromEntries(listOf(ports).map((port) => [port, theirs[port as keyof Backends]])) };
}

/** What models cost today, for the page and the alert of the cap. */
export function costOfToday(
  database: Database,
  settings: SettingsSource,
  clock: Clock,
  log: Log,
): Promise<{ spent: number; cap: number; currency: string }> {
  return createSpending(createCounters(database.connection), clock, log).today(settings.current().model);
}
