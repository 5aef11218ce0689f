// The one way to Slack's Web API: no retries of its own, and every error put into our words. Who is at fault decides
// whether a send is tried again, later, never, or looked up first.
import { type WebAPICallResult, WebClient } from '@slack/web-api';
import type { SendResult } from '../../models/channel.ts';
import { neverLeft } from '../never-left.ts';

export interface SlackClientOptions {
  token: string;
  /** With a trailing slash; a stand-in's address in tests and in the playground. */
  apiUrl?: string;
  timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;

export const SILENT_LOGGER = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => 'error' as never,
  setName: () => undefined,
};

export function createSlackClient({ token, apiUrl, timeoutMs }: SlackClientOptions): WebClient {
  return new WebClient(token, {
    retryConfig: { retries: 0 },
    timeout: timeoutMs ?? TIMEOUT_MS,
    rejectRateLimitedCalls: true,
    // What matters of a failure is in the error; the SDK's own lines would name addresses.
    logger: SILENT_LOGGER,
    ...(apiUrl ? { slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` } : {}),
  });
}

interface SlackError {
  code?: string;
  message?: string;
  retryAfter?: number;
  statusCode?: number;
  data?: { error?: string };
  original?: { code?: string };
}

/** Nothing that we could do makes these succeed. */
const NEVER: ReadonlySet<string> = new Set([
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'msg_too_long',
  'msg_blocks_too_long',
  'no_text',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_arguments',
  'user_not_found',
  'user_not_in_channel',
  'restricted_action',
  'cannot_dm_bot',
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'already_reacted',
  'bad_timestamp',
  'messages_tab_disabled',
  'as_user_not_supported',
  'metadata_too_large',
]);
/** An admin has to act first; what waits is kept. */
export const NEEDS_ADMIN: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'no_permission',
  'missing_scope',
  'org_login_required',
  'team_access_not_granted',
]);
/** This app may not call that method at all, today or later: what asked goes on without an answer. */
export const MAY_NOT_ASK: ReadonlySet<string> = new Set(['missing_scope', 'unknown_method', 'access_denied']);
/** It may have happened all the same. */
const UNCLEAR: ReadonlySet<string> = new Set([
  'internal_error',
  'fatal_error',
  'request_timeout',
  'service_unavailable',
]);

/** The provider's own name of what went wrong. */
export function errorName(thrown: unknown): string {
  const error = thrown as SlackError;
  return error.data?.error ?? neverLeft(thrown) ?? error.original?.code ?? error.code ?? 'unknown';
}

/** What a failed call means for the outbox. */
export function resultOf(thrown: unknown): Exclude<SendResult, { outcome: 'accepted' }> {
  const error = thrown as SlackError;
  const name = errorName(thrown);
  if (error.code === 'slack_webapi_rate_limited_error') {
    const retryAfterMs = Math.max(1, error.retryAfter ?? 1) * 1000;
    return { outcome: 'refused', code: 'ratelimited', permanent: false, retryAfterMs };
  }
  if (error.code === 'slack_webapi_platform_error') {
    if (UNCLEAR.has(name)) return { outcome: 'ambiguous', code: name };
    if (NEEDS_ADMIN.has(name)) return { outcome: 'refused', code: name, permanent: false, retryAfterMs: 30_000 };
    return { outcome: 'refused', code: name, permanent: NEVER.has(name) };
  }
  const unsent = neverLeft(thrown);
  if (unsent) return { outcome: 'refused', code: unsent, permanent: false };
  return { outcome: 'ambiguous', code: error.statusCode ? `http ${error.statusCode}` : name };
}

/** Slack itself says no, and neither time nor an admin changes that. Its words are lower case, those of the network are not. */
export function isFinalNo(code: string): boolean {
  if (MAY_NOT_ASK.has(code)) return true;
  return /^[a-z]+(_[a-z]+)*$/.test(code) && code !== 'ratelimited' && !NEEDS_ADMIN.has(code);
}

/** Runs a call that makes a message; `providerId` is the message's ts. */
export async function post(call: () => Promise<WebAPICallResult>): Promise<SendResult> {
  try {
    const answer = (await call()) as WebAPICallResult & { ts?: string; message_ts?: string };
    return { outcome: 'accepted', providerId: answer.ts ?? answer.message_ts ?? '' };
  } catch (error) {
    return resultOf(error);
  }
}
