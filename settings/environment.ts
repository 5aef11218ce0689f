// The first revision of the settings: what the environment says, with the house's defaults. Later revisions come from
// elsewhere and have the same shape.
import type { Config } from '../core/config.ts';
import type { AlertSettings, ModelSettings, Settings, SettingsSource } from '../models/settings.ts';

const ALL_DAY: [number, number][] = [[0, 1440]];

/** Limits of the alerts; a stored revision from before one of them existed gets it from here. */
export const ALERTS: AlertSettings = {
  windowMinutes: 15,
  holdSeconds: 30,
  responseTimeMs: 500,
  modelResponseTimeMs: 8_000,
  responseTimeMsBy: {},
  errorRate: 0.05,
  escalationRate: 0.15,
  sentimentFactor: 2,
  overdueCases: 1,
  deadLetters: 1,
  costShare: 0.8,
  minimumSample: 20,
};

/** A stored revision from before one of them existed gets it from here. Prices are the provider's list prices; an admin keeps them up to date. */
export const MODEL: Omit<ModelSettings, 'name'> = {
  fallback: null,
  timeoutMs: 10_000,
  answerMs: 12_500,
  retries: 2,
  maxSteps: 6,
  mostTokens: 40_000,
  mostCost: 0.1,
  dailyCost: 20,
  dailyCostPerCustomer: 1,
  prices: {
    'gpt-4.1': { input: 2, output: 8 },
    'gpt-4.1-mini': { input: 0.4, output: 1.6 },
    'gpt-4.1-nano': { input: 0.1, output: 0.4 },
  },
  classifies: 'never',
  progressAfterMs: 4_000,
};

export function settingsFromConfig(config: Config): Settings {
  return Object.freeze({
    revision: 1,
    quietWindowMs: { default: 0, web: config.WEB_QUIET_WINDOW_MS },
    waitingLimit: 20,
    tryLimit: 3,
    firstReplyMinutes: { LOW: 480, MEDIUM: 120, HIGH: 60, URGENT: 15 },
    hours: { timeZone: 'UTC', week: Array.from({ length: 7 }, () => ALL_DAY), holidays: [] },
    desk: {
      onCall: [],
      leads: [],
      widenAfterMinutes: 10,
      ownerSilentMinutes: 15,
      customerSilentHours: 24,
      rateAfterMinutes: 2,
      reopenHours: 72,
      undoSeconds: 5,
      routes: [],
      savedReplies: [],
      language: 'en',
      translates: 'both' as const,
      resolveHours: { LOW: 120, MEDIUM: 48, HIGH: 24, URGENT: 8 },
      queueNewsMinutes: 30,
      rateSessionMinutes: 10,
      recoveryAmount: 10,
      rotation: null,
    },
    sms: { countries: [], mostSegments: 4, dailyPerNumber: 200, dailyPerPrefix: 1_000, dailyCap: 5_000 },
    incident: { mode: 'off' as const, text: '', until: null },
    alerts: ALERTS,
    retentionDays: null,
    agentsOff: [],
    phrases: {},
    sessionIdleMinutes: 30,
    refundCap: 200,
    proposalMinutes: 10,
    agentDeadlineMs: 14_000,
    proofTries: 5,
    model: { ...MODEL, name: config.OPENAI_MODEL },
  });
}

/** A source whose only revision is the given one. */
export function fixedSettings(settings: Settings): SettingsSource {
  return { current: () => settings };
}
