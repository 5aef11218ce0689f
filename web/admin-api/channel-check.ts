// Channels on the admin pages: shown without their secrets, and tried at the provider before a change of them counts.
import type { Config } from '../../core/config.ts';
import type { Channel, ChannelCheck } from '../../models/channel.ts';
import { type ChannelHealth, healthKey, plainError } from '../../models/channel-health.ts';
import type { LiveSettings } from '../../settings/live.ts';
import {
  CHANNEL_FIELDS,
  CHANNEL_IDS,
  type ChannelId,
  type ChannelPatch,
  DESK_FIELDS,
  isSecretField,
} from '../../settings/schema.ts';
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
  publicUrl(): string;
}

export interface CheckResult extends ChannelCheck {
  channel: string;
  account: string;
}

/** Each changed account by itself, as if it were the only one: a fault of another is not in the way. */
export async function checkChannels(patch: ChannelPatch, deps: ChannelCheckDeps): Promise<CheckResult[]> {
  const setup = deps.live.preview(patch);
  const results: CheckResult[] = [];
  for (const [id, change] of Object.entries(patch) as [ChannelId, NonNullable<ChannelPatch[ChannelId]>][]) {
    const names = Object.entries(change.accounts ?? {}).flatMap(([name, one]) => (one && !one.off ? [name] : []));
    if (change.fields && !change.off) names.unshift('default');
    for (const account of names) {
      const checks = id === 'alerts' ? await deps.tryAlerts(setup.config) : await checkOne(id, account, setup, deps);
      results.push(...checks.map((check) => ({ channel: id, account, ...check })));
    }
  }
  return results;
}

async function checkOne(
  id: ChannelId,
  account: string,
  setup: ChannelSetup,
  deps: ChannelCheckDeps,
): Promise<ChannelCheck[]> {
  const config =
    account === 'default'
      ? setup.config
      : setup.accounts.find((one) => one.channel === id && one.accountId === account)?.config;
  const channel = config && deps.makeChannels({ config, accounts: [] }).find((one) => one.id === id);
  if (channel) return (await channel.check?.()) ?? [];
  return [{ name: 'settings', ok: false, detail: 'Not everything that this channel needs is there yet.' }];
}

/** Every account of every channel: state, counters, address, and its fields without a secret. */
export function shownChannels(deps: ChannelCheckDeps) {
  const { channels: stored } = deps.live.stored();
  const setup = deps.live.setup();
  const on = new Set(deps.makeChannels({ config: setup.config, accounts: [] }).map((channel) => channel.id));
  if (setup.config.ALERTS_WEBHOOK_URL ?? setup.config.ALERTS_SLACK_CHANNEL) on.add('alerts');
  return CHANNEL_IDS.flatMap((id) => [
    shownAccount(id, 'default', stored[id], on.has(id), deps),
    ...Object.entries(stored[id]?.accounts ?? {}).map(([accountId, account]) => {
      const isOn = setup.accounts.some((one) => one.channel === id && one.accountId === accountId);
      return shownAccount(id, accountId, account, isOn, deps);
    }),
  ]);
}

function shownAccount(
  id: ChannelId,
  account: string,
  stored: StoredAccount | undefined,
  isOn: boolean,
  deps: ChannelCheckDeps,
) {
  const health = deps.health()[healthKey(id, account)];
  const failure = health?.failing;
  const isFirst = account === 'default';
  const path = isFirst ? `/hooks/${id}` : `/hooks/${id}/${account}`;
  return {
    id,
    account,
    on: isOn,
    off: stored?.off ?? false,
    state: !isOn ? 'off' : failure ? 'failing' : 'ok',
    ...(failure ? { lastError: failure.code, lastErrorMeans: plainError(failure.code), since: failure.at } : {}),
    ...(id === 'alerts' ? {} : { webhook: `${deps.publicUrl()}${path}` }),
    ...(health
      ? { today: health.today, lastReceivedAt: health.lastReceivedAt, lastAcceptedAt: health.lastAcceptedAt }
      : {}),
    fields: CHANNEL_FIELDS[id]
      .filter((name) => isFirst || !DESK_FIELDS.has(name))
      .map((name) => shownField(name, stored, isFirst ? deps.environment[name as keyof Config] : undefined)),
  };
}

function shownField(name: string, stored: StoredAccount | undefined, fromEnvironment: unknown) {
  const value = stored?.fields[name];
  const isSecret = isSecretField(name);
  const isLocked = fromEnvironment !== undefined;
  const plain = isSecret ? undefined : isLocked ? String(fromEnvironment) : value;
  return {
    name,
    secret: isSecret,
    locked: isLocked,
    set: isLocked || value !== undefined,
    ...(isSecret && typeof value === 'object' ? { last4: value.last4 } : {}),
    ...(typeof plain === 'string' ? { value: plain } : {}),
  };
}
