// A change of a channel is tried at its provider before it counts: its credentials, our own door, and a message if one is wished for.
import { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import type { Config } from '../../core/config.ts';
import type { Channel, ChannelCheck } from '../../models/channel.ts';
import { type ChannelHealth, type HealthBook, healthKey, plainError } from '../../models/channel-health.ts';
import type { LiveSettings } from '../../settings/live.ts';
import { CHANNEL_IDS, type ChannelId, type ChannelPatch } from '../../settings/schema.ts';
import type { ChannelSetup, StoredAccount } from '../../settings/stored-channels.ts';

export interface ChannelCheckDeps {
  live: LiveSettings;
  environment: Config;
  /** The channels as they would be with this setup, for trying them out. */
  makeChannels(setup: ChannelSetup): Channel[];
  /** Sends a test alert to every place that this configuration names. */
  tryAlerts(config: Config): Promise<ChannelCheck[]>;
  /** How each channel and account fares. */
  health(): Record<string, ChannelHealth>;
  /** What a try of the credentials in force has said. */
  judge: HealthBook['judge'];
  publicUrl(): string;
  clock: Clock;
}

export const checkResult = z.object({
  channel: z.string(),
  account: z.string(),
  name: z.string(),
  ok: z.boolean(),
  detail: z.string(),
  remedy: z.string().optional(),
  code: z.string().optional(),
});
export interface CheckResult extends ChannelCheck {
  channel: string;
  account: string;
}

/** Each changed account by itself, as if it were the only one: a fault of another is not in the way. */
export async function checkChannels(
  patch: ChannelPatch,
  deps: ChannelCheckDeps,
  testTo?: string,
): Promise<CheckResult[]> {
  const changed = (Object.entries(patch) as [ChannelId, NonNullable<ChannelPatch[ChannelId]>][]).flatMap(
    ([id, change]): [ChannelId, string][] => [
      ...(change.fields && !change.off ? [[id, 'default'] as [ChannelId, string]] : []),
      ...Object.entries(change.accounts ?? {}).flatMap(([name, one]): [ChannelId, string][] =>
        one && !one.off ? [[id, name]] : [],
      ),
    ],
  );
  const results = await checkAccounts(changed, deps.live.preview(patch), deps, testTo);
  for (const [id, account] of changed) {
    const change = account === 'default' ? patch[id] : patch[id]?.accounts?.[account];
    // Nothing new was tried: what the provider says is how the channel fares.
    if (Object.keys(change?.fields ?? {}).length === 0)
      judgeChecks(
        deps.judge,
        healthKey(id, account),
        results.filter((one) => one.channel === id && one.account === account),
      );
  }
  return results;
}

/** Lines of a channel's check that are about our credentials; others are advice. */
const CREDENTIALS = ['token', 'account', 'app'];

export function judgeChecks(judge: HealthBook['judge'], key: string, checks: readonly ChannelCheck[]): void {
  for (const check of checks) {
    const error = check.ok ? null : (check.code ?? check.detail);
    if (CREDENTIALS.includes(check.name)) judge(key, error);
    else if (check.name === 'desk') judge('desk', error);
  }
}

/** What an earlier revision would bring back: the accounts that are on in it and are not so now. */
export async function checkRevision(revision: number, deps: ChannelCheckDeps): Promise<CheckResult[]> {
  const earlier = await deps.live.previewOf(revision);
  if (!earlier) return [];
  const { channels: now } = deps.live.stored();
  const isSame = (one: StoredAccount | undefined, other: StoredAccount | undefined) =>
    JSON.stringify([one?.off ?? false, one?.fields]) === JSON.stringify([other?.off ?? false, other?.fields]);
  const brought = CHANNEL_IDS.flatMap((id): [ChannelId, string][] => {
    const [then, present] = [earlier.channels[id], now[id]];
    const isOwn = then && !then.off && Object.keys(then.fields).length > 0 && !isSame(then, present);
    return [
      ...(isOwn ? [[id, 'default'] as [ChannelId, string]] : []),
      ...Object.entries(then?.accounts ?? {}).flatMap(([name, one]): [ChannelId, string][] =>
        one.off || isSame(one, present?.accounts?.[name]) ? [] : [[id, name]],
      ),
    ];
  });
  return checkAccounts(brought, earlier.setup, deps);
}

async function checkAccounts(
  accounts: [ChannelId, string][],
  setup: ChannelSetup,
  deps: ChannelCheckDeps,
  testTo?: string,
): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const [id, account] of accounts) {
    const checks =
      id === 'alerts' ? await deps.tryAlerts(setup.config) : await checkOne(id, account, setup, deps, testTo);
    results.push(...checks.map((check) => ({ channel: id, account, ...check })));
  }
  return results;
}

async function checkOne(
  id: ChannelId,
  account: string,
  setup: ChannelSetup,
  deps: ChannelCheckDeps,
  testTo: string | undefined,
): Promise<ChannelCheck[]> {
  const config =
    account === 'default'
      ? setup.config
      : setup.accounts.find((one) => one.channel === id && one.accountId === account)?.config;
  const channel = config && deps.makeChannels({ config, accounts: [] }).find((one) => one.id === id);
  if (channel)
    return [
      ...((await channel.check?.()) ?? []),
      ...(channel.selfTest ? [await channel.selfTest()] : []),
      ...(testTo ? [await sendTest(channel, testTo, deps)] : []),
    ];
  return [{ name: 'settings', ok: false, detail: 'Not everything that this channel needs is there yet.' }];
}

const TEST = 'This is a test message. The channel works.';

/** One message to a number or a place that the admin chose, on the way that customers' answers take. */
async function sendTest(channel: Channel, to: string, { live, clock }: ChannelCheckDeps): Promise<ChannelCheck> {
  const reference = channel.placeFor?.(to);
  if (!reference) return { name: 'test message', ok: false, detail: `${to} is nothing that this channel can write to` };
  const createdAt = clock.now();
  const id = `test-${clock.nowMs()}`;
  const activity = {
    type: 'message',
    id,
    timestamp: createdAt,
    from: { id: 'frontdesk', role: 'bot' },
    text: TEST,
  } as const;
  const state = { notBefore: null, cancelledAt: null, ambiguousSince: null, ownerEpoch: 0, attempts: 0 };
  const sent = await channel.send(reference, { id, kind: 'send', activity, createdAt, ...state }, live.current());
  return sent.outcome === 'accepted'
    ? { name: 'test message', ok: true, detail: `the provider took it for ${to}` }
    : { name: 'test message', ok: false, detail: plainError(sent.code) };
}
