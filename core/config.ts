// The one door for the environment: read once, checked with zod, every fault reported at once by variable name, never
// by value. Nothing else in the product reads process.env. `.env.example` is compared with this schema by a test.
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { CRASH_POINTS, SETTINGS_CRASH_POINTS } from './crash.ts';
import { SupportError } from './errors.ts';
import { isLoopback } from './loopback.ts';
import { Secret } from './secret.ts';

const text = z.string().trim().min(1);
const secret = text.transform((value) => new Secret(value));
const wholeNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** `10.0.0.5, 192.168.0.0/16, ::1` */
function isAddressList(list: string): boolean {
  return list.split(',').every((one) => {
    const [address = '', bits = '0', more] = one.trim().split('/');
    const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
    return more === undefined && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
  });
}

/** What a shop can plug in on its own; tools/backends/ has a port for each. */
const SHOP_PORTS = ['shop', 'catalogue', 'knowledge', 'support', 'billing', 'payments', 'shipping'] as const;

/** Every variable the server reads. Empty strings count as unset. */
export const environmentSchema = z.object({
  PORT: wholeNumber(0, 65535).default(3978),
  HOST: text.default('127.0.0.1'),
  PUBLIC_URL: z.url().optional(),
  TRUSTED_PROXIES: text.refine(isAddressList, 'is not a list of addresses and networks').default('127.0.0.0/8, ::1'),
  ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  DATA_DIR: text.default('.data'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://')
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must begin with redis:// or rediss://')
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  OPENAI_API_KEY: secret.optional(),
  OPENAI_BASE_URL: z.url().optional(),
  OPENAI_MODEL: text.default('gpt-4.1-mini'),
  DIRECTLINE_SECRET: secret.optional(),
  WEB_ORIGINS: text.optional(),
  WEB_IDENTITY_SECRET: secret.optional(),
  WEB_QUIET_WINDOW_MS: wholeNumber(0, 10_000).default(300),
  WEB_MESSAGES_PER_MINUTE: wholeNumber(1, 100_000).default(60),
  SLACK_BOT_TOKEN: secret.optional(),
  SLACK_SIGNING_SECRET: secret.optional(),
  SLACK_SIGNING_SECRET_PREVIOUS: secret.optional(),
  SLACK_DESK_CHANNEL: text.optional(),
  SLACK_DESK_GROUP: text.optional(),
  SLACK_API_URL: z.url().optional(),
  TWILIO_ACCOUNT_SID: text.optional(),
  TWILIO_AUTH_TOKEN: secret.optional(),
  TWILIO_AUTH_TOKEN_PREVIOUS: secret.optional(),
  TWILIO_FROM: text.optional(),
  TWILIO_MESSAGING_SERVICE_SID: text.optional(),
  TWILIO_API_URL: z.url().optional(),
  MICROSOFT_APP_ID: text.optional(),
  MICROSOFT_APP_PASSWORD: secret.optional(),
  MICROSOFT_APP_TENANT_ID: text.optional(),
  TEAMS_OPENID_URL: z.url().optional(),
  TEAMS_TOKEN_URL: z.url().optional(),
  TEAMS_SERVICE_URLS: text.optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .transform((value) => new Secret(value))
    .optional(),
  SMTP_FROM: text.optional(),
  SHOP_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  SHOP_API_KEY: secret.optional(),
  SHOP_API_PORTS: text
    .refine(
      (list) => list.split(',').every((name) => (SHOP_PORTS as readonly string[]).includes(name.trim())),
      `may name ${SHOP_PORTS.join(', ')}`,
    )
    .optional(),
  ALERTS_SLACK_CHANNEL: text.optional(),
  ALERTS_WEBHOOK_URL: z.url().optional(),
  ALERTS_WEBHOOK_SECRET: secret.optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: secret.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  SETTINGS_KEY: secret.optional(),
  SETTINGS_KEY_PREVIOUS: secret.optional(),
  PLAYGROUND_URL: z.url().optional(),
  STAND_IN_CHANNELS: text.optional(),
  LANE_LEASE_MS: wholeNumber(500, 120_000).default(10_000),
  LANE_CONCURRENCY: wholeNumber(1, 1000).default(64),
  CRASH_AT: text
    .refine(
      (at) =>
        /^[a-z-]+(:\d+)?$/.test(at) &&
        ([...CRASH_POINTS, ...SETTINGS_CRASH_POINTS] as string[]).includes(at.split(':')[0] ?? ''),
      'is not a known crash point',
    )
    .optional(),
});

export type Environment = z.infer<typeof environmentSchema>;
export type Config = Readonly<Environment>;

/** A channel is on when one of each row is set, off when none is; some of them only is a mistake. */
export const CHANNEL_VARIABLES: Record<'slack' | 'sms' | 'teams', (keyof Environment)[][]> = {
  slack: [['SLACK_BOT_TOKEN'], ['SLACK_SIGNING_SECRET']],
  sms: [['TWILIO_ACCOUNT_SID'], ['TWILIO_AUTH_TOKEN'], ['TWILIO_FROM', 'TWILIO_MESSAGING_SERVICE_SID']],
  teams: [['MICROSOFT_APP_ID'], ['MICROSOFT_APP_PASSWORD'], ['MICROSOFT_APP_TENANT_ID']],
};
const PROVIDER_URLS = [
  'SLACK_API_URL',
  'TWILIO_API_URL',
  'TEAMS_OPENID_URL',
  'TEAMS_TOKEN_URL',
  'TEAMS_SERVICE_URLS',
  'PLAYGROUND_URL',
  'OIDC_ISSUER',
  'SHOP_API_URL',
] as const;

/** Is everything there that this channel needs? */
export function isChannelOn(channel: keyof typeof CHANNEL_VARIABLES, config: Partial<Environment>): boolean {
  return CHANNEL_VARIABLES[channel].every((names) => names.some((name) => config[name] !== undefined));
}

function halfChannels(env: Record<string, string>): string[] {
  return Object.entries(CHANNEL_VARIABLES).flatMap(([channel, rows]) => {
    const missing = rows.filter((names) => !names.some((name) => env[name]));
    if (missing.length === 0 || missing.length === rows.length) return [];
    return missing.map((names) => `${names.join(' or ')}: is missing, and ${channel} needs it beside what is set`);
  });
}

/** Customers' data and the secret travel to it: over https, or not off this machine. */
function shopFaults({ SHOP_API_URL: url, SHOP_API_KEY: key, SHOP_API_PORTS: ports }: Record<string, string>): string[] {
  const faults: string[] = [];
  if (Boolean(url) !== Boolean(key)) faults.push('SHOP_API_URL: needs SHOP_API_KEY beside it, and the other way round');
  if (ports && !url) faults.push('SHOP_API_PORTS: needs SHOP_API_URL');
  if (url && !url.startsWith('https://') && !isThisMachine(url))
    faults.push('SHOP_API_URL: must begin with https:// unless it is this machine');
  return faults;
}

function loopbackProviders(env: Record<string, string>): string[] {
  return PROVIDER_URLS.filter((name) => env[name]?.split(',').some(isThisMachine)).map(
    (name) => `${name}: may not be this machine when NODE_ENV=production`,
  );
}

/** An address, or a bare host with or without a port. */
function isThisMachine(place: string): boolean {
  const url = /^[a-z]+:\/\//i.test(place.trim()) ? place.trim() : `http://${place.trim()}`;
  return URL.canParse(url) && isLoopback(new URL(url).hostname);
}

/**
 * Reads and checks the environment. `.env` in `folder` fills in what the real environment leaves open.
 * @throws SupportError `config.invalid` (refused) that names every faulty variable and what is wrong, never a value.
 */
export function readConfig(env: Record<string, string | undefined> = process.env, folder?: string): Config {
  const merged = { ...readDotEnv(folder), ...dropEmpty(env) };
  const parsed = environmentSchema.safeParse(merged);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  faults.push(...halfChannels(merged));
  if (merged.SLACK_DESK_CHANNEL && !merged.SLACK_BOT_TOKEN)
    faults.push('SLACK_DESK_CHANNEL: needs SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET');
  const oidc = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'].filter((name) => merged[name]);
  if (oidc.length === 1 || oidc.length === 2)
    faults.push(`${oidc.join(', ')}: OpenID Connect needs issuer, client id and secret`);
  if (Boolean(merged.SMTP_URL) !== Boolean(merged.SMTP_FROM))
    faults.push('SMTP_URL: needs SMTP_FROM beside it, and the other way round');
  faults.push(...shopFaults(merged));
  if (Boolean(merged.ALERTS_WEBHOOK_URL) !== Boolean(merged.ALERTS_WEBHOOK_SECRET))
    faults.push('ALERTS_WEBHOOK_URL: needs ALERTS_WEBHOOK_SECRET beside it, and the other way round');
  if (merged.NODE_ENV === 'production') {
    faults.push(...loopbackProviders(merged));
    if (!merged.DIRECTLINE_SECRET) faults.push('DIRECTLINE_SECRET: is required when NODE_ENV=production');
    for (const name of ['CRASH_AT', 'STAND_IN_CHANNELS'])
      if (merged[name]) faults.push(`${name}: is refused when NODE_ENV=production`);
  }
  if (!parsed.success || faults.length > 0) {
    throw new SupportError('config.invalid', `The settings need attention:\n  ${faults.join('\n  ')}`, {
      kind: 'refused',
    });
  }
  return Object.freeze(parsed.data);
}

function dropEmpty(env: Record<string, string | undefined>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) if (value !== undefined && value.trim() !== '') kept[name] = value;
  return kept;
}

function readDotEnv(folder: string | undefined): Record<string, string> {
  if (!folder) return {};
  try {
    return dropEmpty(parseEnv(readFileSync(join(folder, '.env'), 'utf8')) as Record<string, string>);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
