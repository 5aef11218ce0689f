// What may be changed while the server runs, as a schema: the admin pages, the import and the stored revisions all pass
// through it. What is not named here cannot be changed at run time.
import { z } from 'zod';
import { PRIORITIES } from '../models/turn.ts';
import { LANGUAGE_CODES } from '../phrases/index.ts';
import { faultOf, isEditable } from '../phrases/overrides.ts';
import { ALERTS, MODEL } from './environment.ts';

const responseTime = z.number().int().min(50).max(600_000);
/** A name that is typed: a model, a channel, or both. */
const named = z.string().trim().min(1).max(100);
const dollars = z.number().min(0).max(1_000_000);
const phraseTexts = z.record(z.string(), z.string().trim().min(1).max(1_000)).superRefine((texts, check) => {
  for (const [name, text] of Object.entries(texts)) {
    const fault = isEditable(name) ? faultOf(name, text) : 'cannot be changed';
    if (fault) check.addIssue({ code: 'custom', path: [name], message: fault });
  }
});
const minutes = z.number().int().min(1).max(10_080);
const span = z
  .tuple([z.number().int().min(0).max(1_440), z.number().int().min(0).max(1_440)])
  .refine(([from, to]) => from < to, 'must end after it begins');
const isZone = (name: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

export const valuesSchema = z
  .object({
    quietWindowMs: z
      .object({ default: z.number().int().min(0).max(10_000) })
      .catchall(z.number().int().min(0).max(10_000)),
    firstReplyMinutes: z.record(z.enum(PRIORITIES), minutes),
    hours: z.object({
      timeZone: z.string().max(60).refine(isZone, 'is not a time zone such as Europe/Berlin'),
      week: z.array(z.array(span).max(6)).length(7),
      holidays: z.array(z.iso.date()).max(400),
    }),
    desk: z.object({
      onCall: z.array(z.string().max(40)).max(50),
      leads: z.array(z.string().max(40)).max(50),
      widenAfterMinutes: minutes,
      ownerSilentMinutes: minutes,
      customerSilentHours: z.number().min(0.1).max(720),
      rateAfterMinutes: z.number().min(0).max(10_080),
      reopenHours: z.number().min(0).max(2_160),
      // What came later has a default: a revision of an earlier release stays readable.
      undoSeconds: z.number().int().min(0).max(60).default(5),
      routes: z
        .array(
          z.object({
            intents: z.array(z.string().max(60)).max(50).optional(),
            priorities: z.array(z.enum(PRIORITIES)).optional(),
            languages: z.array(z.string().max(10)).max(50).optional(),
            channel: z.string().regex(/^[CG][A-Z0-9]{5,20}$/, 'the id of a Slack channel, such as C0123456789'),
          }),
        )
        .max(50)
        .default([]),
      savedReplies: z
        .array(
          z.object({
            name: z.string().min(1).max(70),
            texts: z.record(z.string().max(10), z.string().min(1).max(2_000)),
          }),
        )
        .max(100)
        .default([]),
      language: z
        .string()
        .regex(/^[a-z]{2}$/, 'two letters, such as en')
        .default('en'),
      translates: z.enum(['never', 'customer', 'both']).default('both'),
      resolveHours: z
        .record(z.enum(PRIORITIES), z.number().min(0.25).max(2_160))
        .default({ LOW: 120, MEDIUM: 48, HIGH: 24, URGENT: 8 }),
      recoveryAmount: z.number().min(0).max(1_000).default(10),
      rateSessionMinutes: z.number().int().min(0).max(1_440).default(10),
      queueNewsMinutes: z.number().int().min(0).max(1_440).default(30),
      rotation: z
        .object({
          since: z.iso.date(),
          days: z.number().int().min(1).max(90),
          people: z.array(z.string().max(40)).min(1).max(50),
        })
        .nullable()
        .default(null),
    }),
    sms: z.object({
      countries: z.array(z.string().regex(/^[A-Z]{2}$/, 'two capital letters, such as US')).max(250),
      mostSegments: z.number().int().min(1).max(10),
      dailyPerNumber: z.number().int().min(1).max(100_000),
      dailyPerPrefix: z.number().int().min(1).max(1_000_000),
      dailyCap: z.number().int().min(1).max(10_000_000),
    }),
    incident: z.object({
      mode: z.enum(['off', 'notice', 'people', 'paused']),
      text: z.string().max(500),
      until: z.iso.datetime().nullable(),
    }),
    alerts: z.object({
      windowMinutes: z.number().int().min(1).max(1_440).default(ALERTS.windowMinutes),
      holdSeconds: z.number().int().min(0).max(3_600).default(ALERTS.holdSeconds),
      responseTimeMs: responseTime,
      modelResponseTimeMs: responseTime.default(ALERTS.modelResponseTimeMs),
      responseTimeMsBy: z.record(named, responseTime).default({}),
      errorRate: z.number().min(0).max(1),
      escalationRate: z.number().min(0).max(1),
      sentimentFactor: z.number().min(1.1).max(20).default(ALERTS.sentimentFactor),
      overdueCases: z.number().int().min(1).max(10_000).default(ALERTS.overdueCases),
      deadLetters: z.number().int().min(1).max(10_000).default(ALERTS.deadLetters),
      costShare: z.number().min(0.01).max(1).default(ALERTS.costShare),
      minimumSample: z.number().int().min(1).max(100_000),
    }),
    model: z.object({
      name: z.string().trim().min(1).max(100),
      fallback: z.string().trim().min(1).max(100).nullable().default(MODEL.fallback),
      timeoutMs: z.number().int().min(500).max(120_000).default(MODEL.timeoutMs),
      answerMs: z.number().int().min(500).max(120_000).default(MODEL.answerMs),
      retries: z.number().int().min(0).max(5).default(MODEL.retries),
      maxSteps: z.number().int().min(1).max(20).default(MODEL.maxSteps),
      mostTokens: z.number().int().min(100).max(10_000_000).default(MODEL.mostTokens),
      mostCost: dollars.default(MODEL.mostCost),
      dailyCost: dollars.default(MODEL.dailyCost),
      dailyCostPerCustomer: dollars.default(MODEL.dailyCostPerCustomer),
      prices: z.record(named, z.object({ input: dollars, output: dollars })).default(MODEL.prices),
      classifies: z.enum(['never', 'unsure', 'always']).default(MODEL.classifies),
      progressAfterMs: z.number().int().min(500).max(60_000).default(MODEL.progressAfterMs),
    }),
    agentsOff: z.array(z.enum(['order', 'technical', 'billing', 'shipping'])).max(4),
    phrases: z.partialRecord(z.enum(LANGUAGE_CODES as [string, ...string[]]), phraseTexts),
    retentionDays: z.number().int().min(1).max(3_650).nullable(),
    sessionIdleMinutes: minutes,
    refundCap: z.number().min(0).max(1_000_000),
    proposalMinutes: minutes,
    proofTries: z.number().int().min(1).max(100),
    waitingLimit: z.number().int().min(1).max(1_000),
  })
  .partial()
  .strict();

export type SettingsValues = z.infer<typeof valuesSchema>;

/** Channel variables that an admin may set: the names of the environment, which stays a lock where it sets them. */
export const CHANNEL_FIELDS = {
  slack: [
    'SLACK_BOT_TOKEN',
    'SLACK_SIGNING_SECRET',
    'SLACK_SIGNING_SECRET_PREVIOUS',
    'SLACK_DESK_CHANNEL',
    'SLACK_DESK_GROUP',
    'SLACK_API_URL',
  ],
  sms: [
    'TWILIO_ACCOUNT_SID',
    'TWILIO_AUTH_TOKEN',
    'TWILIO_AUTH_TOKEN_PREVIOUS',
    'TWILIO_FROM',
    'TWILIO_MESSAGING_SERVICE_SID',
    'TWILIO_API_URL',
  ],
  teams: [
    'MICROSOFT_APP_ID',
    'MICROSOFT_APP_PASSWORD',
    'MICROSOFT_APP_TENANT_ID',
    'TEAMS_OPENID_URL',
    'TEAMS_TOKEN_URL',
    'TEAMS_SERVICE_URLS',
  ],
  alerts: ['ALERTS_SLACK_CHANNEL', 'ALERTS_WEBHOOK_URL', 'ALERTS_WEBHOOK_SECRET'],
} as const;
export type ChannelId = keyof typeof CHANNEL_FIELDS;
export const CHANNEL_IDS = Object.keys(CHANNEL_FIELDS) as ChannelId[];

const SECRET_FIELDS: ReadonlySet<string> = new Set([
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_SIGNING_SECRET_PREVIOUS',
  'TWILIO_AUTH_TOKEN',
  'TWILIO_AUTH_TOKEN_PREVIOUS',
  'MICROSOFT_APP_PASSWORD',
  'ALERTS_WEBHOOK_SECRET',
]);

/** The desk is one, in the first workspace. */
export const DESK_FIELDS: ReadonlySet<string> = new Set(['SLACK_DESK_CHANNEL', 'SLACK_DESK_GROUP']);

/** A further account's name stands in its address, /hooks/<channel>/<name>. */
export function isAccountId(name: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,30}$/.test(name) && name !== 'default' && name !== 'status';
}

export function isSecretField(name: string): boolean {
  return SECRET_FIELDS.has(name);
}

const accountPatch = {
  off: z.boolean().optional(),
  fields: z.record(z.string().max(60), z.string().trim().max(2_000).nullable()).optional(),
};

/** Null takes a field or an account away; what is left out stays as it is. */
export const channelPatchSchema = z.partialRecord(
  z.enum(CHANNEL_IDS as [ChannelId, ...ChannelId[]]),
  z
    .object({
      ...accountPatch,
      accounts: z.record(z.string().max(40), z.object(accountPatch).strict().nullable()).optional(),
    })
    .strict(),
);
export type ChannelPatch = Partial<z.infer<typeof channelPatchSchema>>;
