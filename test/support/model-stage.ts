// The runner with a real ChatOpenAI over HTTP, the real order agent and the demo shop in memory: what a model may do to
// an answer, without the rest of the server.

import type { AgentAnswer, AgentName, AgentRequest } from '../../agents/agent.ts';
import { createClassifier } from '../../agents/classifier/index.ts';
import { createAgents } from '../../agents/index.ts';
import { createModels } from '../../agents/model.ts';
import { createRunner } from '../../agents/runner.ts';
import { createSpending } from '../../agents/running/spending.ts';
import { createManualClock } from '../../core/clock.ts';
import { readConfig } from '../../core/config.ts';
import type { Log } from '../../core/log.ts';
import type { ReadableCounters } from '../../models/counters.ts';
import type { ModelSettings } from '../../models/settings.ts';
import { makeDemoShop } from '../../models/shop/demo.ts';
import type { StoredOrder } from '../../models/shop/shop.ts';
import { settingsFromConfig } from '../../settings/environment.ts';
import { createMongoBackends } from '../../tools/backends/mongo/index.ts';
import { type Backends, createTools } from '../../tools/index.ts';
import type { ToolScope } from '../../tools/tool.ts';
import { memoryRows } from './memory-rows.ts';

export interface ModelStageOptions {
  /** Where the provider is, with /v1, and its key. */
  url: string;
  apiKey: string;
  model?: Partial<ModelSettings>;
  backends?: Partial<Backends>;
  orders?: StoredOrder[];
}

export interface AskOptions {
  agent?: AgentName;
  /** The demo shop's customer; a visitor otherwise. */
  customer?: string;
  request?: Partial<AgentRequest>;
  signal?: AbortSignal;
  laneId?: string;
}

export type ModelStage = ReturnType<typeof createModelStage>;

export function createModelStage(options: ModelStageOptions) {
  const clock = createManualClock();
  const logged: { event: string; fields: Record<string, unknown> }[] = [];
  const pauses: number[] = [];
  const log = logInto(logged);
  const counters = memoryCounters();
  const rows = memoryRows({
    ...makeDemoShop(),
    shop_orders: [...makeDemoShop().shop_orders!, ...(options.orders ?? [])],
  });
  const agents = createAgents(createTools({ ...createMongoBackends(rows, clock), ...options.backends }));
  const { classify } = createClassifier();
  const first = settingsFromConfig(readConfig({ NODE_ENV: 'test' }));
  const settings = { ...first, model: { ...first.model, timeoutMs: 2_000, ...options.model } };
  const models = createModels(
    readConfig({ NODE_ENV: 'test', OPENAI_API_KEY: options.apiKey, OPENAI_BASE_URL: options.url }),
  );
  const spending = createSpending(counters, clock, log);
  const runner = createRunner({
    models,
    spending,
    clock,
    log,
    pause: async (ms) => {
      pauses.push(ms);
    },
  });
  let count = 0;
  return {
    clock,
    logged,
    pauses,
    rows,
    settings,
    spending,
    ask: (text: string, asked: AskOptions = {}): Promise<AgentAnswer> => {
      count += 1;
      const level = asked.customer ? 'known' : 'anonymous';
      const request: AgentRequest = {
        text,
        classification: classify(text),
        history: [],
        summary: '',
        facts: { level, ...(asked.customer ? { customerName: 'Maya Lindqvist' } : {}) },
        today: clock.now().toISOString().slice(0, 10),
        ...asked.request,
      };
      const scope: ToolScope = {
        customer: { level, ...(asked.customer ? { shopCustomerId: asked.customer } : {}) },
        laneId: asked.laneId ?? 'web|default|c1',
        idempotencyKey: `key-${count}`,
        clock,
        language: 'en',
        ...(asked.signal ? { signal: asked.signal } : {}),
      };
      return runner.run(agents[asked.agent ?? 'order'], request, scope, settings);
    },
  };
}

function logInto(logged: { event: string; fields: Record<string, unknown> }[]): Log {
  const note = (event: string, fields: Record<string, unknown> = {}) => void logged.push({ event, fields });
  return { debug: note, info: note, warn: note, error: note } as unknown as Log;
}

export function memoryCounters(): ReadableCounters {
  const counts = new Map<string, number>();
  return {
    add: async (name, day, amount = 1) => {
      const next = (counts.get(`${name}|${day}`) ?? 0) + amount;
      counts.set(`${name}|${day}`, next);
      return next;
    },
    read: async (names, day) => names.map((name) => counts.get(`${name}|${day}`) ?? 0),
  };
}
