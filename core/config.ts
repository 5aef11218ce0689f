// The one door for the environment: read once, checked with zod, every fault reported at once by variable name, never
// by value. Nothing else in the product reads process.env. `.env.example` is compared with this schema by a test.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { CRASH_POINTS } from './crash.ts';
import { SupportError } from './errors.ts';
import { Secret } from './secret.ts';

const text = z.string().trim().min(1);
const secret = text.transform((value) => new Secret(value));
const wholeNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** Every variable the server reads. Empty strings count as unset. */
export const environmentSchema = z.object({
  PORT: wholeNumber(0, 65535).default(3978),
  HOST: text.default('127.0.0.1'),
  PUBLIC_URL: z.url().optional(),
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
  LANE_LEASE_MS: wholeNumber(500, 120_000).default(10_000),
  LANE_CONCURRENCY: wholeNumber(1, 1000).default(64),
  CRASH_AT: text
    .refine(
      (at) => /^[a-z-]+(:\d+)?$/.test(at) && (CRASH_POINTS as readonly string[]).includes(at.split(':')[0] ?? ''),
      'is not a known crash point',
    )
    .optional(),
});

export type Environment = z.infer<typeof environmentSchema>;
export type Config = Readonly<Environment>;

/**
 * Reads and checks the environment. `.env` in `folder` fills in what the real environment leaves open.
 * @throws SupportError `config.invalid` (refused) that names every faulty variable and what is wrong, never a value.
 */
export function readConfig(env: Record<string, string | undefined> = process.env, folder?: string): Config {
  const merged = { ...readDotEnv(folder), ...dropEmpty(env) };
  const parsed = environmentSchema.safeParse(merged);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (merged.NODE_ENV === 'production') {
    if (!merged.DIRECTLINE_SECRET) faults.push('DIRECTLINE_SECRET: is required when NODE_ENV=production');
    if (merged.CRASH_AT) faults.push('CRASH_AT: is refused when NODE_ENV=production');
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
