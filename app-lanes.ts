// What the two kinds of lane do with their entries: the bot for conversations, the desk for cases, with all that they
// stand on. Part of the composition root.
import { createClassifier } from './agents/classifier/index.ts';
import { createAgents } from './agents/index.ts';
import { createModels } from './agents/model.ts';
import { createRunner } from './agents/runner.ts';
import { createModelClassifier } from './agents/running/model-classifier.ts';
import { createSpending } from './agents/running/spending.ts';
import { createTranslator } from './agents/translator.ts';
import { createSupportBot } from './bots/support-bot.ts';
import { createCaseDesk } from './cases/case-desk.ts';
import { createCasePort } from './cases/due.ts';
import type { Clock } from './core/clock.ts';
import type { Config } from './core/config.ts';
import type { Log } from './core/log.ts';
import { createCaseReader } from './models/case-reader.ts';
import { createCounters } from './models/counters.ts';
import type { Database } from './models/database.ts';
import type { LaneHandler, LaneKind } from './models/lane.ts';
import { rowsOf } from './models/rows.ts';
import type { SettingsSource } from './models/settings.ts';
import { createMongoBackends } from './tools/backends/mongo/index.ts';
import { createTools } from './tools/index.ts';

/** What the two kinds of lane do with their entries. */
export function createHandlers(
  config: Config,
  database: Database,
  settings: SettingsSource,
  clock: Clock,
  log: Log,
): Record<LaneKind, LaneHandler> {
  const backends = createMongoBackends(rowsOf(database.connection), clock);
  const tools = createTools(backends);
  const agents = createAgents(tools);
  const models = createModels(config);
  const spending = createSpending(createCounters(database.connection), clock, log);
  const runner = createRunner({ models, spending, clock, log });
  const casePort = createCasePort(settings, createCaseReader(database.models).ahead);
  return {
    conversation: createSupportBot({
      classify: createClassifier().classify,
      agents,
      runner,
      settings,
      casePort,
      ...(models ? { readsLanguages: true, understand: createModelClassifier({ models, spending, clock, log }) } : {}),
      identity: { match: (proof) => backends.shop.matchCustomer(proof) },
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

/** What models cost today, for the page and the alert of the cap. */
export function costOfToday(
  database: Database,
  settings: SettingsSource,
  clock: Clock,
  log: Log,
): Promise<{ spent: number; cap: number; currency: string }> {
  return createSpending(createCounters(database.connection), clock, log).today(settings.current().model);
}
